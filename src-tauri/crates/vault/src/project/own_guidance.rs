//! The page that holds of what a school has made its own.

use domain::own_guidance::{OwnPage, Sort, fold};
use domain::step::Step;
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks every version of a page.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<OwnPage, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(&entries))
}

fn folded(entries: &[Stored]) -> OwnPage {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(&steps)
}

/// Makes the line again: none where ours holds.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM own_guidance WHERE id = ?1")?
        .execute([id])?;
    let page = folded(&entries_of(conn, id)?);
    let Some(kept) = page.current() else {
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT INTO own_guidance (id, sort, page, text, version, at, who, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        id,
        sort(kept.what.sort),
        &kept.what.page,
        kept.page(),
        kept.what.version,
        kept.step.written.timestamp_millis(),
        &kept.step.author.name,
        &kept.reason,
    ))?;
    Ok(())
}

/// As the table keeps it.
pub(crate) fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Flow => "flow",
        Sort::Checklist => "checklist",
        Sort::Matrix => "matrix",
        Sort::Register => "register",
    }
}
