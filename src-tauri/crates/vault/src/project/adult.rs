//! An adult's line in the list and the names they may be looked for under.

use domain::id::AdultId;
use domain::person::{Person, fold};
use domain::step::Step;
use rusqlite::Connection;

use super::pupil::{called, row_for};
use super::twice;
use crate::VaultError;
use crate::ask::{plain, sounds};
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks the entries about an adult and folds them. `None` if it is not an adult of this room.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Option<Person>, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(id, &entries))
}

fn folded(id: &[u8; 16], entries: &[Stored]) -> Option<Person> {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(AdultId(*id), &steps)
}

/// Makes an adult's line again from its entries, which were checked as they joined.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    let n = row_for(id);
    conn.prepare_cached("DELETE FROM adult_words WHERE rowid = ?1")?
        .execute([n])?;
    let person = folded(id, &entries_of(conn, id)?);
    let Some((person, current)) = person
        .as_ref()
        .and_then(|person| Some((person, person.current()?)))
    else {
        // Nothing that counts is left of them.
        conn.execute("DELETE FROM adult WHERE id = ?1", [id])?;
        twice::clear(conn, AdultId(*id))?;
        return twice::settle::<AdultId>(conn);
    };
    let facts = &current.facts;
    conn.prepare_cached(
        "INSERT OR REPLACE INTO adult (n, id, sort, called, facts, heads) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        n,
        id,
        by_surname(facts.called()),
        called(&facts.name),
        serde_json::to_string(facts).unwrap_or_default(),
        person.heads.len(),
    ))?;
    let names = facts.all_names().join(" ");
    let reach: Vec<&str> = facts.reach.iter().map(|way| way.value.as_str()).collect();
    let written = [
        names.as_str(),
        &facts.organisation,
        &facts.post,
        &facts.description,
        &reach.join(" "),
        // Plain letters beside the names as written, so that "Lukasz" finds Łukasz.
        &plain(&names),
    ]
    .join(" ");
    conn.prepare_cached("INSERT INTO adult_words (rowid, names, sounds) VALUES (?1, ?2, ?3)")?
        .execute((n, written, sounds(&names)))?;
    twice::project(conn, person.id, &person.records)
}

/// How a name stands in a list: by its last word, as staff lists do, then by the rest of it.
fn by_surname(called: &str) -> String {
    let name = plain(called);
    match name.rsplit_once(char::is_whitespace) {
        Some((rest, last)) => format!("{last} {rest}"),
        None => name,
    }
}
