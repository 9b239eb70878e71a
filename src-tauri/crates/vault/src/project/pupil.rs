//! A pupil's line in the list and the names they may be looked for under.

use domain::id::PupilId;
use domain::pupil::{Pupil, fold};
use domain::step::Step;
use rusqlite::{Connection, named_params};

use super::{pupil_ties, twice};
use crate::VaultError;
use crate::ask::{plain, sounds};
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks the entries about a pupil and folds them. `None` if it is not a pupil of this room.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Option<Pupil>, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(id, &entries))
}

fn folded(id: &[u8; 16], entries: &[Stored]) -> Option<Pupil> {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(PupilId(*id), &steps)
}

/// Makes a pupil's line again from its entries, which were checked as they joined.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    let n = row_for(id);
    conn.prepare_cached("DELETE FROM pupil_review WHERE pupil = ?1")?
        .execute([id])?;
    let Some(pupil) = folded(id, &entries_of(conn, id)?) else {
        // Nothing that counts is left of them: their line and their names go too.
        conn.execute("DELETE FROM pupil WHERE id = ?1", [id])?;
        conn.execute("DELETE FROM pupil_words WHERE rowid = ?1", [n])?;
        pupil_ties::clear(conn, id)?;
        twice::clear(conn, PupilId(*id))?;
        return twice::settle::<PupilId>(conn);
    };
    let Some(current) = pupil.current() else {
        return Ok(());
    };
    let facts = &current.facts;
    let names = facts.all_names();
    conn.prepare_cached(
        "INSERT OR REPLACE INTO pupil (n, id, name, sort, called, upn, left, facts, heads)
         VALUES (:n, :id, :name, :sort, :called, :upn, :left, :facts, :heads)",
    )?
    .execute(named_params! {
        ":n": n,
        ":id": id,
        ":name": facts.name(),
        ":sort": sort_key(&facts.legal_surname, &facts.legal_forename),
        ":called": called(&facts.name()),
        ":upn": facts.upn,
        ":left": facts.left_on.map(|day| day.to_string()),
        ":facts": serde_json::to_string(facts).unwrap_or_default(),
        ":heads": pupil.heads.len(),
    })?;
    let mut written = names.join(" ");
    for extra in [facts.upn.as_deref(), facts.class.as_deref()]
        .into_iter()
        .flatten()
    {
        written.push(' ');
        written.push_str(extra);
    }
    // Plain letters beside the names as written, so that "Lukasz" finds Łukasz.
    written.push(' ');
    written.push_str(&deunicode::deunicode(&names.join(" ")));
    conn.prepare_cached("DELETE FROM pupil_words WHERE rowid = ?1")?
        .execute([n])?;
    conn.prepare_cached("INSERT INTO pupil_words (rowid, names, sounds) VALUES (?1, ?2, ?3)")?
        .execute((n, written, sounds(&names.join(" "))))?;
    pupil_ties::project(conn, &pupil)?;
    twice::project(conn, pupil.id, &pupil.records)?;
    reviews(conn, id, &pupil)
}

/// Days on which somebody asks whether what must be read first still holds.
fn reviews(conn: &Connection, id: &[u8; 16], pupil: &Pupil) -> Result<(), VaultError> {
    for noted in pupil.key_facts() {
        let Some(day) = noted.what.review else {
            continue;
        };
        conn.prepare_cached(
            "INSERT OR REPLACE INTO pupil_review (day, entry, pupil, say) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((day.to_string(), noted.step.entry, id, &noted.what.say))?;
    }
    Ok(())
}

/// Surname first, in plain lower-case letters: the order of a register.
fn sort_key(surname: &str, forename: &str) -> String {
    deunicode::deunicode(&format!("{surname} {forename}")).to_lowercase()
}

/// A name in the form in which two are the same name: in plain small letters, with one space between its words.
pub(super) fn called(name: &str) -> String {
    plain(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row number from the id alone. Ids are random, so 63 of their bits do not meet in any school.
pub(super) fn row_for(id: &[u8; 16]) -> i64 {
    let bytes = id.first_chunk::<8>().copied().unwrap_or_default();
    i64::from_be_bytes(bytes) & i64::MAX
}
