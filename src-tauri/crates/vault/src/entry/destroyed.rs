//! What an order destroyed is gone, and stays gone whatever brings it back.

use history::destroy::{Order, is_kept};
use history::entry::{Entry, Envelope};
use history::{Hash, Id, PublicKey};
use rusqlite::{Connection, OptionalExtension};

use super::append::PARTS_PER_ENTRY;
use crate::VaultError;

/// Takes from an arriving entry the parts that an order has destroyed.
pub(crate) fn strip(
    conn: &Connection,
    id: &Hash,
    envelope: &Envelope,
    entry: &mut Entry,
) -> Result<(), VaultError> {
    for (named, part) in envelope.parts.iter().zip(&mut entry.parts) {
        if part.is_some()
            && !is_kept(&envelope.kind, &named.name)
            && is_destroyed(conn, id, &named.hash)?
        {
            *part = None;
        }
    }
    Ok(())
}

fn is_destroyed(conn: &Connection, entry: &Hash, hash: &Hash) -> Result<bool, VaultError> {
    let found = conn
        .prepare_cached("SELECT 1 FROM destroyed_part WHERE entry = ?1 AND hash = ?2")?
        .query_row((entry.0, hash.0), |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

/// Whether somebody with that identity key is or was a member, with the right to consent to a disposal.
pub(crate) fn may_consent(conn: &Connection, person: &Id, identity: &PublicKey) -> bool {
    conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM member WHERE person = ?1 AND identity = ?2)",
        (person.0, identity.0),
        |row| row.get(0),
    )
    .unwrap_or(false)
}

/// Carries an order out: the bytes go, the headers stay, and the subjects' pictures are made again without them.
pub(crate) fn carry_out(conn: &Connection, order: &Order) -> Result<Vec<Envelope>, VaultError> {
    let mut touched = Vec::new();
    for target in &order.parts {
        conn.prepare_cached("INSERT OR IGNORE INTO destroyed_part (entry, hash) VALUES (?1, ?2)")?
            .execute((target.entry.0, target.part.0))?;
        let found: Option<(i64, Vec<u8>)> = conn
            .prepare_cached("SELECT n, header FROM entry WHERE id = ?1")?
            .query_row([target.entry.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((n, header)) = found else { continue };
        let envelope = history::entry::read_envelope(&header)?;
        for (place, named) in (0_i64..).zip(&envelope.parts) {
            if named.hash == target.part && !is_kept(&envelope.kind, &named.name) {
                conn.execute(
                    "DELETE FROM part WHERE n = ?1",
                    [n * PARTS_PER_ENTRY + place],
                )?;
            }
        }
        touched.push(envelope);
    }
    for blob in &order.blobs {
        conn.execute(
            "INSERT OR IGNORE INTO destroyed_blob (hash) VALUES (?1)",
            [blob.0],
        )?;
    }
    Ok(touched)
}
