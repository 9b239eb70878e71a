//! A concern's line in the list, its words in the index, its files.

use domain::concern::{Brought, Concern, Content, fold};
use domain::id::ConcernId;
use domain::step::Step;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{buildup, concern_for, due, facets, online};
use crate::VaultError;
use crate::ask::{ClosedFor, PersonLine, plain};
use crate::entry::{Stored, entries_of, to_step};

/// 2000-01-01 in milliseconds since 1970; with 22 bits of tie-break, row ids reach from 1931 to 2069.
const EPOCH_MS: i64 = 946_684_800_000;
const TIE_BITS: u32 = 22;
/// How much of the child's own words stands in the line, in characters.
const SAID: usize = 400;

/// Reads and checks the entries about a concern and folds them. `None` if it is not a concern of this room.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Option<Concern>, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(id, &entries))
}

fn folded(id: &[u8; 16], entries: &[Stored]) -> Option<Concern> {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(ConcernId(*id), &steps)
}

/// Reads a concern for its line: signatures were checked as the entries joined, parts are checked against them.
pub(super) fn load_for_line(
    conn: &Connection,
    id: &[u8; 16],
) -> Result<Option<Concern>, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify_parts()?;
    }
    Ok(folded(id, &entries))
}

/// Makes a concern's line and index again from its entries, which were checked as they joined and are checked again
/// whenever somebody reads them.
pub(crate) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    let Some(concern) = folded(id, &entries_of(conn, id)?) else {
        // Every entry about it came from a log that had ended.
        let there = conn
            .query_row("SELECT row FROM concern WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()?;
        return there.map_or(Ok(()), |row| leave(conn, row));
    };
    let (Some(first), Some(current)) = (concern.first(), concern.current()) else {
        return Ok(());
    };
    let content = &current.content;
    let details = &content.details;
    let standing = concern.standing();
    let written = first
        .content
        .details
        .first_written
        .unwrap_or(first.step.written)
        .timestamp_millis();
    let row = settle(conn, id, base_row(written, id))?;
    let about = content.about();
    let opening: String = content.account.chars().take(120).collect();
    let first_read = first_read(conn, &concern, written)?;
    let reporter = match &first.content.details.brought {
        Some(brought) => brought.writer(),
        None => first.step.author.name.clone(),
    };

    conn.prepare_cached(
        "INSERT INTO concern (
             row, id, record_no, kind, about, class, others, opening, category, categories, status, urgency, occurred,
             about_time, noticed, written, reporter, reporter_name, versions, heads, files, first_read, needs_newer,
             said, people, taken_by, severity, significant, closed_for)
         VALUES (
             :row, :id, :record_no, :kind, :about, :class, :others, :opening, :category, :categories, :status, :urgency,
             :occurred, :about_time, :noticed, :written, :reporter, :reporter_name, :versions, :heads, :files,
             :first_read, :needs_newer, :said, :people, :taken_by, :severity, :significant, :closed_for)
         ON CONFLICT (row) DO UPDATE SET
             (id, record_no, kind, about, class, others, opening, category, categories, status, urgency, occurred,
              about_time, noticed, written, reporter, reporter_name, versions, heads, files, first_read, needs_newer,
              said, people, taken_by, severity, significant, closed_for)
             = (excluded.id, excluded.record_no, excluded.kind, excluded.about, excluded.class, excluded.others,
              excluded.opening, excluded.category, excluded.categories, excluded.status, excluded.urgency,
              excluded.occurred, excluded.about_time, excluded.noticed, excluded.written, excluded.reporter,
              excluded.reporter_name, excluded.versions, excluded.heads, excluded.files, excluded.first_read,
              excluded.needs_newer, excluded.said, excluded.people, excluded.taken_by, excluded.severity,
              excluded.significant, excluded.closed_for)",
    )?
    .execute(named_params! {
        ":row": row,
        ":id": id,
        ":record_no": first.content.details.record_no,
        ":kind": details.record_kind,
        ":about": about.map_or("", |person| person.name.as_str()),
        ":class": about.and_then(|person| person.class.as_deref()).unwrap_or_default(),
        ":others": content.people.len().saturating_sub(1),
        ":opening": if opening.is_empty() { content.childs_words.chars().take(120).collect() } else { opening },
        ":category": details.categories.first().map_or("", String::as_str),
        ":categories": details.categories.len(),
        ":status": standing.status,
        ":urgency": details.urgency,
        ":occurred": details.occurred_at.map(|at| at.timestamp_millis()),
        ":about_time": details.occurred_about,
        ":noticed": details.noticed_at.map(|at| at.timestamp_millis()),
        ":written": written,
        // What was brought in is nobody's own here: it would stand among the records of whoever brought it.
        ":reporter": if first.content.details.brought.is_some() { [0; 16] } else { first.step.author.person.0 },
        ":reporter_name": reporter,
        ":versions": concern.versions.len(),
        ":heads": concern.heads.len(),
        ":files": concern.files.len(),
        ":first_read": first_read,
        ":needs_newer": concern.needs_newer,
        ":said": said(content),
        ":people": PersonLine::all_of(content, &concern.versions),
        ":taken_by": standing.owner.as_deref().unwrap_or_default(),
        ":severity": standing.severity,
        ":significant": concern.case.any_significant(),
        ":closed_for": ClosedFor::all_of(content, &concern.case),
    })?;
    concern_for::project(conn, row, &concern)?;
    due::project(conn, row, &concern)?;
    facets::project(conn, row, &concern)?;
    online::project(conn, row, &concern)?;
    buildup::project(conn, row, &concern)?;
    link(conn, row, &concern)
}

/// First words of the child's own.
fn said(content: &Content) -> String {
    content.childs_words.chars().take(SAID).collect()
}

/// Fills what the second schema step put to a line that is there; the rest of it is as the first program made it.
pub(super) fn fill(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    let Some(current) = concern.current() else {
        return Ok(());
    };
    let content = &current.content;
    conn.prepare_cached("UPDATE concern SET said = ?2, people = ?3, taken_by = ?4 WHERE row = ?1")?
        .execute((
            row,
            said(content),
            PersonLine::all_of(content, &concern.versions),
            content.details.assigned_to.as_deref().unwrap_or_default(),
        ))?;
    concern_for::project(conn, row, concern)
}

/// Pupils, files and words that hang on the line.
pub(super) fn link(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM concern_pupil WHERE row = ?1")?
        .execute([row])?;
    conn.prepare_cached("DELETE FROM concern_adult WHERE row = ?1")?
        .execute([row])?;
    conn.prepare_cached("DELETE FROM file WHERE concern = ?1")?
        .execute([concern.id.0])?;
    conn.prepare_cached("DELETE FROM hidden_file WHERE concern = ?1")?
        .execute([concern.id.0])?;
    for (fact, _, _) in concern
        .files
        .iter()
        .filter(|(_, _, step)| concern.hidden(step).is_some())
    {
        conn.prepare_cached("INSERT OR IGNORE INTO hidden_file (concern, sha256) VALUES (?1, ?2)")?
            .execute((concern.id.0, &fact.sha256))?;
    }
    let mut words = String::new();
    for version in &concern.versions {
        for pupil in version.content.pupils() {
            conn.prepare_cached(
                "INSERT OR IGNORE INTO concern_pupil (pupil, row) VALUES (?1, ?2)",
            )?
            .execute((pupil.0, row))?;
        }
        for adult in version.content.people.iter().filter_map(|one| one.adult) {
            conn.prepare_cached(
                "INSERT OR IGNORE INTO concern_adult (adult, row) VALUES (?1, ?2)",
            )?
            .execute((adult.0, row))?;
        }
        add_words(&mut words, &version.content);
        words.push_str(version.reason.as_deref().unwrap_or_default());
        words.push('\n');
    }
    for (fact, _, step) in &concern.files {
        let blob = step
            .blobs
            .first()
            .map(|(hash, _)| hash.to_vec())
            .unwrap_or_default();
        conn.prepare_cached("INSERT OR REPLACE INTO file (id, concern, name, size, blob) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((fact.id.0, concern.id.0, &fact.name, fact.size, blob))?;
        // What a hidden file is called may say what it shows: nobody finds it by that.
        if concern.hidden(step).is_none() {
            words.push_str(&fact.name);
            words.push('\n');
        }
    }
    due::add_words(&mut words, &concern.case);
    add_plain(&mut words);
    conn.prepare_cached("DELETE FROM concern_words WHERE rowid = ?1")?
        .execute([row])?;
    conn.prepare_cached("INSERT INTO concern_words (rowid, words) VALUES (?1, ?2)")?
        .execute((row, words))?;
    Ok(())
}

/// Letters of names met in England that are letters of their own and no letter with a mark, so that the index, which takes
/// off marks, leaves them as they are.
const OWN_LETTERS: [char; 23] = [
    'ł', 'Ł', 'ø', 'Ø', 'đ', 'Đ', 'ß', 'ẞ', 'æ', 'Æ', 'œ', 'Œ', 'ð', 'Ð', 'þ', 'Þ', 'ħ', 'Ħ', 'ı',
    'ə', 'Ə', 'ŋ', 'Ŋ',
];

/// Puts plain letters beside the words that have such a letter: "Jablonski" finds Jabłoński.
fn add_plain(words: &mut String) {
    let more: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.contains(OWN_LETTERS))
        .map(plain)
        .collect();
    words.push_str(&more.join(" "));
}

/// Everything a person might look for in a version.
fn add_words(words: &mut String, content: &Content) {
    let details = &content.details;
    let mut add = |text: &str| {
        if !text.is_empty() {
            words.push_str(text);
            words.push('\n');
        }
    };
    add(&details.record_no);
    add(&details.paper_no);
    add(&details.paper_kept_at);
    for person in &content.people {
        add(&person.name);
        add(person.class.as_deref().unwrap_or_default());
    }
    for text in [&content.account, &content.childs_words, &content.opinion] {
        add(text);
    }
    for text in [
        &details.room,
        &details.device_number,
        &details.demeanour,
        &details.questions_asked,
        &details.present,
        &details.immediate_action,
        &details.told_lead,
    ] {
        add(text);
    }
    for trace in &details.online_service {
        for text in [&trace.service, &trace.address, &trace.user_name] {
            add(text);
        }
    }
    for mark in &details.body_map {
        let place = mark.region.replace('-', " ");
        add(&format!("{} {place}", mark.side));
        add(&mark.note);
        let more = [&mark.size, &mark.shape, &mark.colour, &mark.said];
        for text in more.into_iter().flatten() {
            add(text);
        }
    }
    for text in details.brought.iter().flat_map(Brought::words) {
        add(text);
    }
}

/// When somebody other than its writer first opened it. What a member of the room wrote a member has read, at the time
/// of writing; what a lead posted into a room of the head's waits for the head.
fn first_read(
    conn: &Connection,
    concern: &Concern,
    written: i64,
) -> Result<Option<i64>, VaultError> {
    let Some(first) = concern.first() else {
        return Ok(None);
    };
    if first.content.details.brought.is_some() {
        // Somebody read it years ago, in the program it was written in.
        return Ok(Some(written));
    }
    let author = first.step.author.person.0;
    let read: Option<i64> = conn
        .prepare_cached(
            "SELECT min(at) FROM looked WHERE what = 'concern' AND id = ?1 AND person <> ?2",
        )?
        .query_row((concern.id.to_string(), author), |row| row.get(0))?;
    let member: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM member WHERE person = ?1 AND name <> '')")?
        .query_row([author], |row| row.get(0))?;
    Ok(if member {
        Some(read.map_or(written, |read| read.min(written)))
    } else {
        read
    })
}

/// Written time and the first bits of the id: the same on every laptop, and larger for what was written later.
fn base_row(written_ms: i64, id: &[u8; 16]) -> i64 {
    let tie = id
        .first_chunk::<4>()
        .map_or(0, |bytes| u32::from_be_bytes(*bytes))
        >> (32 - TIE_BITS);
    row_from(written_ms).saturating_add(i64::from(tie))
}

/// The first row that a concern written at this time or later can have.
pub(crate) fn row_from(written_ms: i64) -> i64 {
    written_ms
        .saturating_sub(EPOCH_MS)
        .saturating_mul(1 << TIE_BITS)
}

/// Finds the row for a concern, and gives up the one it had if an earlier first account has come since.
fn settle(conn: &Connection, id: &[u8; 16], base: i64) -> Result<i64, VaultError> {
    let had: Option<(i64, i64)> = conn
        .prepare_cached("SELECT row, written FROM concern WHERE id = ?1")?
        .query_row([id], |found| Ok((found.get(0)?, found.get(1)?)))
        .optional()?;
    match had {
        Some((row, written)) if base_row(written, id) == base => return Ok(row),
        Some((row, _)) => leave(conn, row)?,
        None => {}
    }
    place(conn, id, base)
}

/// Takes a concern's line away and lets those that had to stand beside it move up.
fn leave(conn: &Connection, row: i64) -> Result<(), VaultError> {
    remove(conn, row)?;
    let next: Option<([u8; 16], i64)> = conn
        .prepare_cached("SELECT id, written FROM concern WHERE row = ?1")?
        .query_row([row + 1], |found| Ok((found.get(0)?, found.get(1)?)))
        .optional()?;
    match next {
        Some((other, written)) if base_row(written, &other) <= row => {
            leave(conn, row + 1)?;
            project(conn, &other)
        }
        _ => Ok(()),
    }
}

/// Finds the row for a concern. Two that want the same one are put side by side in the order of what they want and
/// then of their ids, so that it does not matter which came first.
fn place(conn: &Connection, id: &[u8; 16], base: i64) -> Result<i64, VaultError> {
    let mut row = base;
    loop {
        let there: Option<([u8; 16], i64)> = conn
            .prepare_cached("SELECT id, written FROM concern WHERE row = ?1")?
            .query_row([row], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?;
        let Some((other, written)) = there else {
            return Ok(row);
        };
        if other == *id {
            return Ok(row);
        }
        if (base_row(written, &other), other) > (base, *id) {
            remove(conn, row)?;
            // Ours first, then the one that had to give way finds its new place.
            conn.execute(
                "INSERT INTO concern (row, id, record_no, kind, about, class, others, opening, category, categories, status,
                     urgency, about_time, written, reporter, reporter_name, versions, heads, files, needs_newer)
                 VALUES (?1, ?2, '', '', '', '', 0, '', '', 0, '', '', 0, ?3, x'', '', 0, 0, 0, 0)",
                (row, id, written_of(base)),
            )?;
            project(conn, &other)?;
            return Ok(row);
        }
        row += 1;
    }
}

fn written_of(base: i64) -> i64 {
    (base >> TIE_BITS) + EPOCH_MS
}

fn remove(conn: &Connection, row: i64) -> Result<(), VaultError> {
    conn.execute("DELETE FROM concern_pupil WHERE row = ?1", [row])?;
    conn.execute("DELETE FROM concern_for WHERE row = ?1", [row])?;
    conn.execute("DELETE FROM concern_adult WHERE row = ?1", [row])?;
    conn.execute("DELETE FROM due WHERE row = ?1", [row])?;
    conn.execute("DELETE FROM online WHERE row = ?1", [row])?;
    conn.execute(
        "DELETE FROM hidden_file WHERE concern = (SELECT id FROM concern WHERE row = ?1)",
        [row],
    )?;
    buildup::remove(conn, row)?;
    facets::remove(conn, row)?;
    conn.execute("DELETE FROM concern_words WHERE rowid = ?1", [row])?;
    conn.execute(
        "DELETE FROM file WHERE concern = (SELECT id FROM concern WHERE row = ?1)",
        [row],
    )?;
    conn.execute("DELETE FROM concern WHERE row = ?1", [row])?;
    Ok(())
}
