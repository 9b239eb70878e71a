//! A file that an earlier program made is brought up, and shows what a new one with the same entries shows.

use std::path::{Path, PathBuf};

use domain::concern::Content;
use domain::id::ConcernId;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use tempfile::TempDir;
use vault::{NewEntry, Room, VaultError, open_room};

use crate::kit::{DAY, ROOM, Writer, amendment, concern, key, rng, room, stamp};

/// What lies in every file, whatever is shown from it.
const RECORD: [&str; 9] = [
    "room",
    "log",
    "entry",
    "part",
    "waiting",
    "destroyed_part",
    "destroyed_blob",
    "order_unheard",
    "subject",
];

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

/// The same entries in a file as the first program made it, with nothing in its lists yet.
fn as_the_first_program_had_it(new: &Path, dir: &TempDir) -> PathBuf {
    let path = dir.path().join("old.db");
    let from = open_room(new, &key(), false).unwrap();
    let to = open_room(&path, &key(), true).unwrap();
    to.execute_batch(include_str!(
        "../migrations/0001_entries_and_projections.sql"
    ))
    .unwrap();
    to.pragma_update(None, "user_version", 1).unwrap();
    for table in RECORD {
        copy(&from, &to, table);
    }
    to.close().unwrap();
    path
}

fn copy(from: &Connection, to: &Connection, table: &str) {
    let mut read = from.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = read.column_count();
    let places = vec!["?"; columns].join(", ");
    let mut write = to
        .prepare(&format!("INSERT INTO {table} VALUES ({places})"))
        .unwrap();
    let mut rows = read.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let values: Vec<Value> = (0..columns).map(|n| row.get(n).unwrap()).collect();
        write.execute(params_from_iter(values)).unwrap();
    }
}

#[test]
fn a_file_of_the_first_program_shows_after_one_opening_what_a_new_one_shows() {
    let (dir, room) = lived_in();
    let fresh = room.picture().unwrap();
    room.close().unwrap();
    let old = as_the_first_program_had_it(&dir.path().join("room.db"), &dir);

    let opened = Room::open(&old, ROOM, &key()).unwrap();

    assert_eq!(opened.picture().unwrap(), fresh);
    assert_eq!(opened.find_concerns("library desk", 50).unwrap().len(), 19);
    opened.close().unwrap();
    let again = Room::open(&old, ROOM, &key()).unwrap();
    assert_eq!(again.picture().unwrap(), fresh);
    assert_eq!(again.check_index().unwrap(), []);
}

#[test]
fn a_file_that_could_not_be_brought_up_is_as_it_was_and_the_next_opening_does_all_of_it() {
    let (dir, room) = lived_in();
    let fresh = room.picture().unwrap();
    room.close().unwrap();
    let old = as_the_first_program_had_it(&dir.path().join("room.db"), &dir);
    // An entry that cannot be made into a line stops the making of lines after the new tables are there.
    let conn = open_room(&old, &key(), false).unwrap();
    conn.execute_batch(
        "CREATE TRIGGER half_way BEFORE INSERT ON concern WHEN NEW.record_no = 'MV-26-9'
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
