//! Flowcharts and checklists as the school has made them its own.

use domain::own_guidance::{OwnPage, Sort};
use history::Hash;
use rusqlite::OptionalExtension;

use crate::VaultError;
use crate::project::{load_own_page, sort_of_page};
use crate::room::Room;

/// A page of the school's own that holds.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnPageLine {
    /// Its name in the guidance.
    pub page: String,
    /// The page itself.
    pub text: String,
    /// Counts up with every change.
    pub version: u32,
    /// When it was written, milliseconds.
    pub at: i64,
    /// Who wrote it.
    pub who: String,
    /// Why.
    pub reason: String,
}

impl std::fmt::Debug for OwnPageLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OwnPageLine({})", self.page)
    }
}

/// What the entries about a page are about: the same on every laptop.
pub fn own_page_id(sort: Sort, page: &str) -> [u8; 16] {
    const DOMAIN: &[u8] = b"strongroom-own-guidance/v1\n";
    let hash = Hash::of(&[
        DOMAIN,
        sort_of_page(sort).as_bytes(),
        b"\n",
        page.as_bytes(),
    ]);
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(hash.0) {
        *to = from;
    }
    id
}

impl Room {
    /// The school's own page of this name, where it has one that holds.
    pub fn own_page(&self, sort: Sort, page: &str) -> Result<Option<OwnPageLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT page, text, version, at, who, reason FROM own_guidance WHERE id = ?1",
        )?;
        let line = statement.query_row([own_page_id(sort, page)], |row| {
            Ok(OwnPageLine {
                page: row.get(0)?,
                text: row.get(1)?,
                version: row.get(2)?,
                at: row.get(3)?,
                who: row.get(4)?,
                reason: row.get(5)?,
            })
        });
        Ok(line.optional()?)
    }

    /// Names of the pages of one kind that the school has made its own.
    pub fn own_pages(&self, sort: Sort) -> Result<Vec<(String, u32)>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT page, version FROM own_guidance WHERE sort = ?1")?;
        let lines =
            statement.query_map([sort_of_page(sort)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// Every version of a page: each entry is verified as it is read.
    pub fn versions_of_page(&self, sort: Sort, page: &str) -> Result<OwnPage, VaultError> {
        load_own_page(&self.conn, &own_page_id(sort, page))
    }
}
