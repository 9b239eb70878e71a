//! A file that an earlier program made is brought up, and shows what a new one with the same entries shows.

use std::path::Path;

use domain::case::{Counted, PART_REFERRAL, REFERRED, Referral};
use domain::concern::Content;
use domain::id::{AdultId, ConcernId};
use domain::person::Adult;
use domain::twice::Other;
use rusqlite::Connection;
use tempfile::TempDir;
use vault::ask::{ConcernQuery, How};
use vault::{NewEntry, Room, VaultError, open_room};

use crate::kit::{DAY, ROOM, Writer, amendment, concern, key, rng, room, stamp};

/// A room with concerns that were told, taken on, corrected and opened.
fn lived_in() -> (TempDir, Room) {
    let (dir, mut room) = room();
    let (ruth, dev, patience) = (Writer::new(1), Writer::new(2), Writer::teacher(3));
    let told = |id: u8, status: &str| -> NewEntry {
        let mut new = concern(id, id, "");
        let mut content = Content {
            account: "She came to the library desk.".to_owned(),
            childs_words: "He said not to tell.".to_owned(),
            ..Content::default()
        };
        content.details.record_no = format!("MV-26-{id}");
        content.details.status = status.to_owned();
        content.details.room = "ICT suite".to_owned();
        content.details.assigned_to = Some(history::to_hex(&[1; 16]));
        content.details.alerted = vec![history::to_hex(&[2; 16])];
        new.parts = content.to_parts(None);
        new
    };
    let mut at = DAY;
    for n in 1..20 {
        at += 60_000;
        let status = if n % 3 == 0 { "closed" } else { "active" };
        room.write(
            &patience.pen(),
            &stamp(at),
            &mut rng(n.into()),
            vec![told(n, status)],
        )
        .unwrap();
    }
    let look = |id: u8| {
        let look = domain::look::Look {
            what: "concern".to_owned(),
            id: Some(ConcernId([id; 16]).to_string()),
            detail: None,
        };
        NewEntry {
            kind: domain::look::LOOKED,
            subjects: vec![],
            supersedes: vec![],
            happened: None,
            parts: vec![(
                domain::look::LOOK,
                zeroize::Zeroizing::new(serde_json::to_vec(&look).unwrap()),
            )],
            blobs: vec![],
        }
    };
    let heads = room.concern(ConcernId([4; 16])).unwrap().head_entries();
    for (pen, new) in [
        (dev.pen(), look(2)),
        (dev.pen(), look(5)),
        (ruth.pen(), look(7)),
        (ruth.pen(), amendment(4, heads, "She came to the desk.")),
    ] {
        at += 60_000;
        room.write(&pen, &stamp(at), &mut rng(at as u64), vec![new])
            .unwrap();
    }
    (dir, room)
}

/// The room's file as the first program had made it: without what the steps since then added.
fn as_the_first_program_had_it(path: &Path) -> Connection {
    let conn = open_room(path, &key(), false).unwrap();
    conn.execute_batch(
        "DROP TABLE trace;
         DROP TABLE set_aside;
         DROP TABLE adult;
         DROP TABLE adult_join;
         DROP TABLE adult_apart;
         DROP TABLE adult_words;
         DROP TABLE tie;
         DROP TABLE pupil_join;
         DROP TABLE pupil_apart;
         DROP INDEX pupil_by_kept;
         DROP TABLE walk;
         DROP TABLE checklist;
         DROP TABLE own_guidance;
         DROP TABLE register_line;
         DROP TABLE exhibit;
         DROP TABLE bundle;
         DROP TABLE access_request;
         DROP TABLE facet;
         DROP TABLE governance;
         DROP INDEX concern_untriaged;
         DROP INDEX concern_with_nobody;
         DROP TABLE hidden_file;
         DROP INDEX pupil_by_called;
         ALTER TABLE pupil DROP COLUMN called;
         ALTER TABLE pupil DROP COLUMN kept;
         DROP TABLE concern_adult;
         DROP TABLE online;
         DROP INDEX concern_by_severity;
         DROP INDEX concern_by_owner;
         DROP INDEX concern_by_category;
         DROP TABLE pupil_review;
         ALTER TABLE concern DROP COLUMN significant;
         ALTER TABLE concern DROP COLUMN closed_for;
         DROP TABLE due;
         ALTER TABLE concern DROP COLUMN severity;
         DROP TABLE concern_for;
         ALTER TABLE concern DROP COLUMN said;
         ALTER TABLE concern DROP COLUMN people;
         ALTER TABLE concern DROP COLUMN taken_by;",
    )
    .unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
    let shape = |conn: &Connection| -> Vec<String> {
        let mut read = conn
            .prepare("SELECT m.name || c.name FROM sqlite_schema m, pragma_table_info(m.name) c ORDER BY 1")
            .unwrap();
        let rows = read.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    let first = Connection::open_in_memory().unwrap();
    first
        .execute_batch(include_str!(
            "../migrations/0001_entries_and_projections.sql"
        ))
        .unwrap();
    assert_eq!(shape(&conn), shape(&first));
    conn
}

/// Somebody who was recorded twice, as a newer program wrote it.
fn adult_twice(room: &mut Room) {
    let ruth = Writer::new(1);
    let known = Adult {
        name: "Łucja Nowak".to_owned(),
        kind: "parent-carer".to_owned(),
        ..Adult::default()
    };
    let (one, other) = (AdultId([21; 16]), AdultId([22; 16]));
    let entry = |kind: &'static str, subjects: Vec<[u8; 16]>, part| NewEntry {
        kind,
        subjects,
        supersedes: vec![],
        happened: None,
        parts: vec![part],
        blobs: vec![],
    };
    for (n, new) in [
        entry(domain::person::RECORDED, vec![one.0], known.to_part()),
        entry(domain::person::RECORDED, vec![other.0], known.to_part()),
        entry(
            domain::person::JOINED,
            vec![one.0, other.0],
            Other(other).to_part(),
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let at = DAY + 90_000_000 + n as i64 * 60_000;
        room.write(&ruth.pen(), &stamp(at), &mut rng(at as u64), vec![new])
            .unwrap();
    }
}

#[test]
fn adults_whom_a_newer_program_put_together_are_one_after_one_opening() {
    let (dir, mut room) = lived_in();
    adult_twice(&mut room);
    let fresh = room.picture().unwrap();
    room.close().unwrap();
    let path = dir.path().join("room.db");
    let conn = open_room(&path, &key(), false).unwrap();
    conn.execute_batch(
        "DROP TABLE adult_join;
         DROP TABLE adult_apart;
         DROP INDEX adult_by_kept;
         DROP INDEX adult_by_called;
         DROP INDEX pupil_by_called;
         ALTER TABLE adult DROP COLUMN kept;
         ALTER TABLE adult DROP COLUMN called;
         ALTER TABLE pupil DROP COLUMN called;
         DROP TABLE register_line;
         DROP TABLE exhibit;
         DROP TABLE bundle;
         DROP TABLE access_request;
         DROP TABLE facet;
         DROP TABLE governance;
         PRAGMA user_version = 11;",
    )
    .unwrap();
    conn.close().unwrap();

    let opened = Room::open(&path, ROOM, &key()).unwrap();

    assert_eq!(opened.picture().unwrap(), fresh);
    let all = opened.adults(0, 50).unwrap();
    assert_eq!((all.total, all.lines.len()), (1, 1));
    assert!(!all.lines[0].namesake, "nobody is their own namesake");
}

#[test]
fn a_file_of_the_first_program_shows_after_one_opening_what_a_new_one_shows() {
    let (dir, room) = lived_in();
    let fresh = room.picture().unwrap();
    room.close().unwrap();
    let old = dir.path().join("room.db");
    as_the_first_program_had_it(&old).close().unwrap();

    let opened = Room::open(&old, ROOM, &key()).unwrap();

    assert_eq!(opened.picture().unwrap(), fresh);
    assert_eq!(opened.find_concerns("library desk", 50).unwrap().len(), 19);
    opened.close().unwrap();
    let again = Room::open(&old, ROOM, &key()).unwrap();
    assert_eq!(again.picture().unwrap(), fresh);
    let room = [domain::buildup::room_key("ICT suite").unwrap()];
    let of = domain::buildup::TraceOf::Room;
    let found = again.gathered(of, &room, 0, 50).unwrap();
    assert_eq!(found.len(), 18, "19, but a correction of 1 leaves it out");
    assert_eq!(again.check_index().unwrap(), []);
}

#[test]
fn how_a_deadline_was_counted_is_read_from_its_entry_also_in_a_file_that_did_not_keep_it_apart() {
    let (dir, mut room) = lived_in();
    let counted = Counted {
        rule: "icpc_15wd".to_owned(),
        clock: "working-days".to_owned(),
        amount: 15,
        ..Counted::default()
    };
    let referral = Referral {
        to: "Fenmarsh MASH".to_owned(),
        reply_due: "2026-11-13T23:59:00+00:00".parse().ok(),
        counted: Some(counted),
        ..Referral::default()
    };
    let content = serde_json::to_vec(&referral).unwrap();
    let new = NewEntry {
        kind: REFERRED,
        subjects: vec![[5; 16]],
        supersedes: vec![],
        happened: None,
        parts: vec![(PART_REFERRAL, zeroize::Zeroizing::new(content))],
        blobs: vec![],
    };
    let at = DAY + 3_600_000;
    room.write(&Writer::new(1).pen(), &stamp(at), &mut rng(99), vec![new])
        .unwrap();
    room.close().unwrap();
    let old = dir.path().join("room.db");
    as_the_first_program_had_it(&old).close().unwrap();

    let opened = Room::open(&old, ROOM, &key()).unwrap();
    let due = opened.due_between(i64::MIN, i64::MAX, 50).unwrap();

    assert_eq!(due.len(), 1);
    assert_eq!(
        (due[0].unit.as_str(), due[0].rule.as_str(), due[0].whole_day),
        ("working-days", "15 working days", true)
    );
}

#[test]
fn a_file_that_could_not_be_brought_up_is_as_it_was_and_the_next_opening_does_all_of_it() {
    let (dir, room) = lived_in();
    let fresh = room.picture().unwrap();
    room.close().unwrap();
    let old = dir.path().join("room.db");
    let conn = as_the_first_program_had_it(&old);
    // A line that cannot be written stops the filling after the new tables are there.
    conn.execute_batch(
        "CREATE TRIGGER half_way BEFORE UPDATE ON concern WHEN NEW.record_no = 'MV-26-9'
         BEGIN SELECT RAISE(ABORT, 'as if the program had ended'); END;",
    )
    .unwrap();
    conn.close().unwrap();

    let refused = Room::open(&old, ROOM, &key());
    let conn = open_room(&old, &key(), false).unwrap();
    let version: u32 = conn
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    let new_tables: u32 = conn
        .query_row(
            "SELECT count(*) FROM sqlite_schema WHERE name = 'concern_for'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    conn.execute_batch("DROP TRIGGER half_way").unwrap();
    conn.close().unwrap();
    let opened = Room::open(&old, ROOM, &key()).unwrap();

    assert!(matches!(refused, Err(VaultError::Sqlite(_))));
    assert_eq!((version, new_tables), (1, 0));
    assert_eq!(opened.picture().unwrap(), fresh);
}

#[test]
fn a_concern_that_cannot_be_read_does_not_keep_the_room_shut_and_its_line_shows_no_words() {
    let (dir, room) = lived_in();
    room.close().unwrap();
    let old = dir.path().join("room.db");
    let conn = as_the_first_program_had_it(&old);
    // One entry with a part that is not what was signed, one that is no entry at all.
    let trigger: String = conn
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'part_stays_as_it_is'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    conn.execute_batch("DROP TRIGGER part_stays_as_it_is; DROP TRIGGER entry_stays_as_it_is;")
        .unwrap();
    let step_of = "SELECT entry FROM subject WHERE place = 0 AND subject = ?1";
    conn.execute(
        &format!("UPDATE part SET bytes = x'00' WHERE n / 32 IN ({step_of})"),
        [[9; 16]],
    )
    .unwrap();
    conn.execute(
        &format!("UPDATE entry SET header = x'00', id = x'00' WHERE n IN ({step_of})"),
        [[11; 16]],
    )
    .unwrap();
    conn.execute_batch(&trigger).unwrap();
    conn.close().unwrap();

    let opened = Room::open(&old, ROOM, &key()).unwrap();

    let lines = opened
        .concerns(&ConcernQuery {
            limit: 50,
            ..ConcernQuery::default()
        })
        .unwrap()
        .lines;
    let silent: Vec<_> = lines
        .iter()
        .filter(|line| line.opening.is_empty())
        .collect();
    let numbers: Vec<&str> = silent.iter().map(|line| line.record_no.as_str()).collect();
    assert_eq!(lines.len(), 19);
    assert_eq!(numbers, ["MV-26-11", "MV-26-9"]);
    assert!(silent.iter().all(|line| line.taken_by.is_empty()));
    assert!(
        lines
            .iter()
            .any(|line| line.taken_by == history::to_hex(&[1; 16]))
    );
    let told = opened.concerns_for([2; 16], How::Told, 50).unwrap();
    assert_eq!(
        told.len(),
        14,
        "19, but 2 that cannot be read, 2 opened, 1 corrected"
    );
}
