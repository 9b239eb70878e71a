//! Names used online, and the concerns in which the same one stands.

use domain::online::{address_mark, phone_mark, user_mark};

use super::concerns::{ConcernLine, LINE, read_line};
use crate::VaultError;
use crate::room::Room;

/// A name, number or address used online, with how often it stands in this room.
#[derive(Clone, PartialEq, Eq)]
pub struct OnlineLine {
    /// The form in which it is compared.
    pub mark: String,
    /// As it was written last.
    pub shown: String,
    /// App, site or game, as it was written last.
    pub service: String,
    /// How many concerns name it.
    pub concerns: u32,
    /// The newest of them, by its place in the list.
    pub newest: i64,
}

impl std::fmt::Debug for OnlineLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OnlineLine")
    }
}

impl Room {
    /// Names used online, the one that was named last first; with words, those that hold them.
    pub fn online_names(&self, typed: &str, limit: u32) -> Result<Vec<OnlineLine>, VaultError> {
        let typed = typed.trim();
        // What stands for any letter in a question is a letter in a name.
        let escaped = |text: &str| {
            let text = text.to_lowercase().replace('!', "!!");
            format!("%{}%", text.replace('%', "!%").replace('_', "!_"))
        };
        let like = escaped(typed);
        // Written another way it is the same: a number with its country, a name with an @ before it.
        let marks = [user_mark(typed), phone_mark(typed), address_mark(typed)];
        let mut marks = marks.into_iter().flatten();
        let (one, other) = (marks.next(), marks.next());
        // With one greatest value SQLite takes the other columns from its row.
        let mut statement = self.conn.prepare_cached(
            "SELECT mark, shown, service, count(*), max(row) FROM online
              WHERE ?1 = '%%' OR lower(shown) LIKE ?1 ESCAPE '!' OR lower(service) LIKE ?1 ESCAPE '!'
                 OR mark IN (?3, ?4)
              GROUP BY mark
              ORDER BY 5 DESC
              LIMIT ?2",
        )?;
        let lines = statement.query_map((like, limit, one, other), |row| {
            Ok(OnlineLine {
                mark: row.get(0)?,
                shown: row.get(1)?,
                service: row.get(2)?,
                concerns: row.get(3)?,
                newest: row.get(4)?,
            })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// What a concern names online: the form in which it is compared, and how it was written there.
    pub fn online_of(&self, row: i64) -> Result<Vec<(String, String)>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT mark, shown FROM online WHERE row = ?1 ORDER BY mark")?;
        let marks = statement.query_map([row], |found| Ok((found.get(0)?, found.get(1)?)))?;
        Ok(marks.collect::<Result<_, _>>()?)
    }

    /// Concerns that name the same thing online, newest first.
    pub fn concerns_online(&self, mark: &str, limit: u32) -> Result<Vec<ConcernLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE} FROM online JOIN concern ON concern.row = online.row
              WHERE online.mark = ?1
              ORDER BY online.row DESC
              LIMIT ?2"
        ))?;
        let lines = statement.query_map((mark, limit), read_line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
