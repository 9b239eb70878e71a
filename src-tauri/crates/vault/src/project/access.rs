//! Requests to see what is held about a pupil, a line each.

use domain::access::{Access, fold};
use domain::step::Step;
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks everything that was written about a request.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Access, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(&entries))
}

fn folded(entries: &[Stored]) -> Access {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(&steps)
}

/// Makes the line again.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM access_request WHERE id = ?1")?
        .execute([id])?;
    conn.prepare_cached("DELETE FROM file WHERE concern = ?1")?
        .execute([id])?;
    let entries = entries_of(conn, id)?;
    let access = folded(&entries);
    let (Some(first), Some(request)) = (access.asked.versions.first(), access.request()) else {
        return Ok(());
    };
    let writer = entries
        .iter()
        .find(|stored| stored.id.0 == first.step.entry)
        .map(|stored| stored.writer.0);
    conn.prepare_cached(
        "INSERT INTO access_request (id, writer, pupil, at, open) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        id,
        writer.unwrap_or_default(),
        request.pupil.0,
        first.step.written.timestamp_millis(),
        access.ending().is_none(),
    ))?;
    papers(conn, id, &access)
}

/// Counts papers that went among the files of the room, so that they are carried and checked like every other.
fn papers(conn: &Connection, id: &[u8; 16], access: &Access) -> Result<(), VaultError> {
    for release in &access.releases {
        let (Some(papers), Some((blob, _))) = (&release.what.papers, release.step.blobs.first())
        else {
            continue;
        };
        let Some(file) = release.step.entry.first_chunk::<16>() else {
            continue;
        };
        conn.prepare_cached(
            "INSERT OR REPLACE INTO file (id, concern, name, size, blob) VALUES (?1, ?2, '', ?3, ?4)",
        )?
        .execute((file, id, papers.size, blob))?;
    }
    Ok(())
}
