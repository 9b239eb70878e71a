//! What is live, unread and waiting: a few lines from the end of an index that is already in the right order.

use rusqlite::{Params, named_params};

use super::concerns::{ConcernLine, LINE, UNTRIAGED, read_line};
use crate::VaultError;
use crate::project::row_from;
use crate::room::Room;

/// What a concern is to somebody with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// They took it on, and the school is working on it.
    Taken,
    /// Somebody asked that they be told, and they have not opened it.
    Told,
}

impl How {
    fn word(self) -> &'static str {
        match self {
            How::Taken => "taken",
            How::Told => "told",
        }
    }
}

impl Room {
    /// Concerns that ask something of this person, newest first.
    pub fn concerns_for(
        &self,
        person: [u8; 16],
        how: How,
        limit: u32,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        self.lines(
            &format!(
                "SELECT {LINE}
                   FROM concern_for INDEXED BY concern_for_waits
                   JOIN concern ON concern.row = concern_for.row
                  WHERE concern_for.person = :person AND concern_for.how = :how AND concern_for.waits = 1
                  ORDER BY concern_for.row DESC
                  LIMIT :limit"
            ),
            named_params! { ":person": person, ":how": how.word(), ":limit": limit },
        )
    }

    /// Concerns that nobody but their writer has opened, written at or after one time and before another
    /// (milliseconds), the longest waiting first.
    pub fn unread_between(
        &self,
        from: i64,
        to: i64,
        limit: u32,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        self.lines(
            &format!(
                "SELECT {LINE}
                   FROM concern INDEXED BY concern_unread
                  WHERE first_read IS NULL AND row >= :from AND row < :to
                  ORDER BY row
                  LIMIT :limit"
            ),
            named_params! { ":from": row_from(from), ":to": row_from(to), ":limit": limit },
        )
    }

    /// How many of those there are.
    pub fn count_unread_between(&self, from: i64, to: i64) -> Result<u64, VaultError> {
        let count = self
            .conn
            .prepare_cached(
                "SELECT count(*) FROM concern INDEXED BY concern_unread
                  WHERE first_read IS NULL AND row >= ?1 AND row < ?2",
            )?
            .query_row((row_from(from), row_from(to)), |row| row.get(0))?;
        Ok(count)
    }

    /// Concerns that somebody has read and nobody has triaged, the newest first.
    pub fn untriaged(&self, limit: u32) -> Result<Vec<ConcernLine>, VaultError> {
        self.lines(
            &format!(
                "SELECT {LINE}
                   FROM concern INDEXED BY concern_untriaged
                  WHERE {UNTRIAGED}
                  ORDER BY row DESC
                  LIMIT :limit"
            ),
            named_params! { ":limit": limit },
        )
    }

    /// How many of those there are.
    pub fn count_untriaged(&self) -> Result<u64, VaultError> {
        let count = self
            .conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM concern INDEXED BY concern_untriaged WHERE {UNTRIAGED}"
            ))?
            .query_row([], |row| row.get(0))?;
        Ok(count)
    }

    /// Concerns with this status, newest or oldest first.
    pub fn concerns_with_status(
        &self,
        status: &str,
        newest_first: bool,
        limit: u32,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        let order = if newest_first { "DESC" } else { "ASC" };
        self.lines(
            &format!(
                "SELECT {LINE}
                   FROM concern INDEXED BY concern_by_status
                  WHERE status = :status
                  ORDER BY row {order}
                  LIMIT :limit"
            ),
            named_params! { ":status": status, ":limit": limit },
        )
    }

    /// How many have this status.
    pub fn count_with_status(&self, status: &str) -> Result<u64, VaultError> {
        let count = self
            .conn
            .prepare_cached(
                "SELECT count(*) FROM concern INDEXED BY concern_by_status WHERE status = ?1",
            )?
            .query_row([status], |row| row.get(0))?;
        Ok(count)
    }

    /// What must be read first about pupils and was to be looked at again by a day, the longest ago first: pupil, day, words.
    /// Of somebody who has left nobody asks.
    pub fn reviews_until(
        &self,
        day: &str,
        limit: u32,
    ) -> Result<Vec<([u8; 16], String, String)>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT pupil_review.pupil, day, say FROM pupil_review
               JOIN pupil AS named ON named.id = pupil_review.pupil
               JOIN pupil AS stands ON stands.id = ifnull(named.kept, named.id)
              WHERE day <= ?1 AND (stands.left IS NULL OR stands.left >= ?1)
              ORDER BY day LIMIT ?2",
        )?;
        let found = statement.query_map((day, limit), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn lines(&self, sql: &str, bound: impl Params) -> Result<Vec<ConcernLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let lines = statement.query_map(bound, read_line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
