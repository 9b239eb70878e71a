//! Whether each line of the list of concerns is what its entries say: an old page of a table put back shows here.

use rusqlite::{Connection, TransactionBehavior};

use super::Fault;
use crate::room::Room;
use crate::{VaultError, project};

impl Room {
    /// Compares the next `count` lines below `row`, newest first, with what their entries say, and puts right what differs.
    /// Gives where to go on, and what did not hold. Begin at `i64::MAX`.
    pub fn check_lines(
        &mut self,
        row: i64,
        count: u32,
    ) -> Result<(Option<i64>, Vec<Fault>), VaultError> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut faults = Vec::new();
        let lines = lines(&tx, row, count)?;
        for (_, id) in &lines {
            let before = text(&tx, id)?;
            project::line_again(&tx, id)?;
            if text(&tx, id)? != before {
                let what = history::to_hex(id);
                faults.push(Fault {
                    what,
                    say: "the list did not show what its entries say; the line was made again"
                        .to_owned(),
                });
            }
        }
        // Nothing is written when everything holds.
        if faults.is_empty() {
            tx.rollback()?
        } else {
            tx.commit()?
        }
        let more = lines.len() == count as usize;
        Ok((lines.last().filter(|_| more).map(|(row, _)| *row), faults))
    }
}

fn lines(conn: &Connection, row: i64, count: u32) -> Result<Vec<(i64, [u8; 16])>, VaultError> {
    let mut statement = conn
        .prepare_cached("SELECT row, id FROM concern WHERE row < ?1 ORDER BY row DESC LIMIT ?2")?;
    let lines = statement.query_map((row, count), |found| Ok((found.get(0)?, found.get(1)?)))?;
    Ok(lines.collect::<Result<_, _>>()?)
}

/// A line as text, for comparing.
fn text(conn: &Connection, id: &[u8; 16]) -> Result<String, VaultError> {
    let mut statement = conn.prepare_cached("SELECT * FROM concern WHERE id = ?1")?;
    let columns = statement.column_count();
    let mut rows = statement.query([id])?;
    let mut text = String::new();
    if let Some(row) = rows.next()? {
        for column in 0..columns {
            text.push_str(&format!("{:?}\u{1f}", row.get_ref(column)?));
        }
    }
    Ok(text)
}
