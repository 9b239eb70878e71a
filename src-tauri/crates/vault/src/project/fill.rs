//! Filling what a schema step put to the lines of a file that an earlier program made.

use domain::concern::Concern;
use rusqlite::Connection;

use super::{adult, buildup, concern, facets, governance, online, pupil};
use crate::VaultError;

/// How many lines are asked for at once.
const BATCH: u32 = 1_000;
/// From this step on, nothing was added to the lines of concerns but what reports count.
const LINES_ARE_WHOLE: u32 = 8;

/// What the second step added: the child's own words, who is named, who took it on and who was told. Everything else in
/// the lines stays. A concern that cannot be read must not keep the room shut: its line says none of it, nor its opening,
/// because whose names are in that is not known.
pub(crate) fn today_and_chronology(conn: &Connection, _: u32) -> Result<(), VaultError> {
    every_concern(conn, |row, read| match read {
        Some(read) => concern::fill(conn, row, read),
        None => say_nothing(conn, row),
    })
}

/// What the third, the fourth, the fifth, the sixth and the eighth step added to concerns: what is done about them, names used
/// online, what they may have in common, words in plain letters; and what the sixteenth did: what reports count.
pub(crate) fn case_words_and_facets(conn: &Connection, found: u32) -> Result<(), VaultError> {
    if found >= LINES_ARE_WHOLE {
        return every_concern(conn, |row, read| match read {
            Some(read) => facets::project(conn, row, read),
            None => Ok(()),
        });
    }
    case(conn)?;
    every_concern(conn, |row, read| match read {
        Some(read) => {
            online::project(conn, row, read)?;
            buildup::project(conn, row, read)?;
            facets::project(conn, row, read)?;
            concern::link(conn, row, read)
        }
        None => Ok(()),
    })
}

/// What the third, the fifth and the tenth step added to pupils and adults, and what newer programs wrote of them.
pub(crate) fn pupils_and_adults(conn: &Connection, _: u32) -> Result<(), VaultError> {
    for (sql, project) in [
        ("SELECT id FROM pupil", pupil::project as Project),
        (
            "SELECT DISTINCT subject FROM subject
              WHERE place = 0 AND subject NOT IN (SELECT id FROM pupil UNION ALL SELECT id FROM concern)",
            adult::project,
        ),
    ] {
        let ids: Vec<[u8; 16]> = conn
            .prepare_cached(sql)?
            .query_map([], |found| found.get(0))?
            .collect::<Result<_, _>>()?;
        for id in ids {
            match project(conn, &id) {
                Err(error) if !is_of_the_record(&error) => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

/// What the eighteenth step added to what was told: its files, and a line for what an earlier program left out.
pub(crate) fn told(conn: &Connection, _: u32) -> Result<(), VaultError> {
    let ids: Vec<[u8; 16]> = conn
        .prepare(
            "SELECT DISTINCT subject.subject FROM subject JOIN entry ON entry.n = subject.entry
              WHERE subject.place = 0
                AND (instr(CAST(entry.header AS TEXT), '\"kind\":\"governors.') > 0
                  OR instr(CAST(entry.header AS TEXT), '\"kind\":\"inspection.') > 0)",
        )?
        .query_map([], |found| found.get(0))?
        .collect::<Result<_, _>>()?;
    for id in ids {
        match governance::project(conn, &id) {
            Err(error) if !is_of_the_record(&error) => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Makes a line again.
type Project = fn(&Connection, &[u8; 16]) -> Result<(), VaultError>;

/// Gives every concern by its line, oldest first; nothing where it cannot be read.
fn every_concern(
    conn: &Connection,
    fill: impl Fn(i64, Option<&Concern>) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let mut after = i64::MIN;
    loop {
        let batch: Vec<(i64, [u8; 16])> = conn
            .prepare_cached("SELECT row, id FROM concern WHERE row > ?1 ORDER BY row LIMIT ?2")?
            .query_map((after, BATCH), |found| Ok((found.get(0)?, found.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let Some((last, _)) = batch.last() else {
            return Ok(());
        };
        after = *last;
        for (row, id) in batch {
            match concern::load_for_line(conn, &id) {
                Ok(read) => fill(row, read.as_ref())?,
                Err(error) if is_of_the_record(&error) => fill(row, None)?,
                Err(error) => return Err(error),
            }
        }
    }
}

/// What the third and the fourth step added, of concerns about which more was written than their first entry.
fn case(conn: &Connection) -> Result<(), VaultError> {
    let waiting: Vec<[u8; 16]> = conn
        .prepare_cached(
            "SELECT id FROM concern
              WHERE needs_newer = 1
                 OR (SELECT count(*) FROM subject WHERE subject = concern.id AND place = 0) > 1",
        )?
        .query_map([], |found| found.get(0))?
        .collect::<Result<_, _>>()?;
    for id in waiting {
        // A line that says nothing, because its record cannot be read, goes on saying nothing.
        match concern::load_for_line(conn, &id) {
            Ok(Some(_)) => concern::project(conn, &id)?,
            Ok(None) => {}
            Err(error) if is_of_the_record(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn say_nothing(conn: &Connection, row: i64) -> Result<(), VaultError> {
    conn.prepare_cached("UPDATE concern SET opening = '' WHERE row = ?1")?
        .execute([row])?;
    Ok(())
}

/// Whether what was read is at fault. A disk that does not answer now is asked again at the next opening.
fn is_of_the_record(error: &VaultError) -> bool {
    match error {
        VaultError::Tampered(_)
        | VaultError::Unreadable { .. }
        | VaultError::History(_)
        | VaultError::Damaged
        | VaultError::NotFound => true,
        VaultError::Sqlite(error) => error.sqlite_error_code().is_none(),
        VaultError::KeyDoesNotFit
        | VaultError::Missing
        | VaultError::NotEncrypted
        | VaultError::Newer { .. }
        | VaultError::Engine(_)
        | VaultError::DiskFull
        | VaultError::ReadOnly => false,
    }
}
