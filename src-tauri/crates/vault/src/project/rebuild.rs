//! Making every table again from the entries alone.

use rusqlite::{Connection, TransactionBehavior};

use super::apply;
use crate::VaultError;
use crate::entry::{Joined, stored};
use crate::room::Room;

/// The tables that a screen reads; each is the same on every laptop with the same entries.
const SCREENS: [&str; 31] = [
    "concern",
    "concern_pupil",
    "concern_for",
    "due",
    "facet",
    "file",
    "pupil",
    "adult",
    "adult_join",
    "adult_apart",
    "tie",
    "pupil_join",
    "pupil_apart",
    "concern_adult",
    "online",
    "hidden_file",
    "trace",
    "set_aside",
    "pupil_review",
    "looked",
    "walk",
    "checklist",
    "own_guidance",
    "register_line",
    "exhibit",
    "bundle",
    "access_request",
    "governance",
    "member",
    "setting",
    "note",
];

impl Room {
    /// Drops the tables that screens read and makes them again. The entries are not touched.
    pub fn rebuild(&mut self) -> Result<(), VaultError> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        every_table(&tx)?;
        tx.commit()?;
        Ok(())
    }

    /// A fingerprint of the tables that screens read: equal on two laptops exactly when they show the same.
    pub fn picture(&self) -> Result<history::Hash, VaultError> {
        let mut lines: Vec<u8> = Vec::new();
        for table in SCREENS.into_iter().chain(["tally"]) {
            let mut statement = self.conn.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let mut line = Vec::new();
                for column in 0..columns {
                    line.extend_from_slice(format!("{:?}\u{1f}", row.get_ref(column)?).as_bytes());
                }
                found.push(line);
            }
            found.sort();
            lines.extend(found.into_iter().flatten());
            lines.push(b'\n');
        }
        Ok(history::Hash::of(&[&lines]))
    }
}

fn every_table(conn: &Connection) -> Result<(), VaultError> {
    for table in SCREENS {
        conn.execute(&format!("DELETE FROM {table}"), [])?;
    }
    conn.execute_batch(
        "INSERT INTO concern_words (concern_words) VALUES ('delete-all');
         INSERT INTO pupil_words (pupil_words) VALUES ('delete-all');
         INSERT INTO adult_words (adult_words) VALUES ('delete-all');
         UPDATE log SET concerns = 0, ends = NULL;
         UPDATE tally SET concerns = 0;",
    )?;
    let mut from = 0;
    loop {
        let batch = stored(conn, from, 1_000)?;
        let Some(last) = batch.last() else { break };
        from = last.n + 1;
        for one in &batch {
            let header = one.header().cloned();
            apply(conn, &Joined { id: one.id, header }, &one.entry)?;
        }
    }
    Ok(())
}
