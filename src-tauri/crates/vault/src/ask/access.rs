//! Requests to see what is held about a pupil, and in what state a record stands.

use domain::access::Access;
use domain::id::{AccessId, ConcernId, PupilId};
use history::{Hash, PublicKey};
use rusqlite::Row;

use crate::VaultError;
use crate::entry::kinds_of;
use crate::project::load_access;
use crate::room::Room;

/// A request as a list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessLine {
    /// Which.
    pub id: AccessId,
    /// Whose file it is.
    pub pupil: PupilId,
    /// When it was first written, milliseconds.
    pub at: i64,
    /// It goes on.
    pub open: bool,
}

/// In what state a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Over all its entries, in the order of the history: another as soon as anything is written of it.
    pub hash: Hash,
    /// The last of them.
    pub last: Option<Hash>,
}

/// Kinds of entries that name a record and say nothing of it: that it went into a bundle, or was given to somebody.
const ABOUT_LEAVING: [&str; 3] = ["access.", "bundle.", "exhibit."];

fn line(row: &Row<'_>) -> rusqlite::Result<AccessLine> {
    Ok(AccessLine {
        id: AccessId(row.get(0)?),
        pupil: PupilId(row.get(1)?),
        at: row.get(2)?,
        open: row.get(3)?,
    })
}

impl Room {
    /// Requests, those that go on first, and of each the latest first; at most so many.
    pub fn access_requests(&self, limit: u32) -> Result<Vec<AccessLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, pupil, at, open FROM access_request ORDER BY open DESC, at DESC, id LIMIT ?1",
        )?;
        let lines = statement.query_map([limit], line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// Requests for the file of one record of a pupil, the latest first.
    pub fn access_requests_of(&self, pupil: PupilId) -> Result<Vec<AccessLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, pupil, at, open FROM access_request WHERE pupil = ?1 ORDER BY at DESC, id",
        )?;
        let lines = statement.query_map([pupil.0], line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// How many requests a writer has written down.
    pub fn access_requests_by(&self, writer: &PublicKey) -> Result<u32, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT count(*) FROM access_request WHERE writer = ?1")?
            .query_row([writer.0], |row| row.get(0))?)
    }

    /// A request with all that was written about it: every entry is verified as it is read.
    pub fn access_request(&self, id: AccessId) -> Result<Access, VaultError> {
        let access = load_access(&self.conn, &id.0)?;
        if access.request().is_none() {
            return Err(VaultError::NotFound);
        }
        Ok(access)
    }

    /// In what state a concern stands, with everything its printed record says: walks, checklists and lines of registers about it too.
    pub fn state_of_concern(&self, id: ConcernId) -> Result<State, VaultError> {
        self.state(&[id.0], |place, kind| {
            let left = ABOUT_LEAVING.iter().any(|begins| kind.starts_with(begins));
            place == 0 || !left
        })
    }

    /// In what state the details of a pupil stand, in all their records.
    pub fn state_of_pupil(&self, records: &[PupilId]) -> Result<State, VaultError> {
        let ids: Vec<[u8; 16]> = records.iter().map(|id| id.0).collect();
        self.state(&ids, |place, _| place == 0)
    }

    fn state(
        &self,
        ids: &[[u8; 16]],
        counts: impl Fn(u32, &str) -> bool,
    ) -> Result<State, VaultError> {
        let mut all: Vec<(Moment, Hash)> = Vec::new();
        for id in ids {
            for one in kinds_of(&self.conn, id)? {
                if counts(one.place, &one.kind) {
                    all.push(((one.ms, one.tick), one.id));
                }
            }
        }
        all.sort_unstable_by_key(|(at, id)| (*at, id.0));
        let parts: Vec<&[u8]> = all.iter().map(|(_, id)| id.0.as_slice()).collect();
        Ok(State {
            hash: Hash::of(&parts),
            last: all.last().map(|(_, id)| *id),
        })
    }
}

/// A place in the order of the history: milliseconds, and the count within one.
type Moment = (i64, i64);
