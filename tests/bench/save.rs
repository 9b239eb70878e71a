//! Saving a concern, durable, against one bare commit of the same bytes.

use std::time::Duration;

use app::wire::ConcernForm;
use kit::{RUTH, forms};
use rusqlite::Connection;
use vault::FileKey;

use crate::school::School;
use crate::table::{Row, Table};
use crate::times::{Times, ms, ratio, took};

const REPEATS: usize = 300;
/// How many pages a save writes at this size: entry, parts, chain, list, indexes, words (counted with strace).
const PAGES: usize = 29;
/// Saves that come first, so that neither side pays for waking the disk.
const WARM: usize = 20;

/// Takes the figure.
pub fn measure(school: &mut School, table: &mut Table) {
    let bytes = bytes_of_one(school);
    school.laptop.open(&RUTH);
    let form = form(school);
    let scratch = school.folder().join("scratch.db");
    let bare = bare(&scratch);
    let (mut ours, mut floor): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
    let mut as_many: Vec<Duration> = Vec::new();
    for n in 0..WARM + REPEATS {
        let (time, recorded) =
            took(|| app::record_concern(&mut school.laptop.office, form.clone()));
        recorded.unwrap();
        let (bare_time, done) =
            took(|| bare.execute("INSERT INTO bare (bytes) VALUES (?1)", [&bytes]));
        done.unwrap();
        let (pages_time, done) = took(|| bare.execute(TOUCH, [n % 128, PAGES]));
        assert_eq!(done.unwrap(), PAGES);
        if n >= WARM {
            as_many.push(pages_time);
            ours.push(time);
            floor.push(bare_time);
        }
    }
    drop(bare);
    school.laptop.lock();
    school.laptop.restart();
    for name in ["scratch.db", "scratch.db-wal"] {
        let _ = std::fs::remove_file(school.folder().join(name));
    }
    let (ours, floor, as_many) = (Times::new(ours), Times::new(floor), Times::new(as_many));
    for (name, ours, floor) in [
        (
            "save a concern, durable, median",
            ours.median(),
            floor.median(),
        ),
        ("save a concern, durable, p95", ours.p95(), floor.p95()),
    ] {
        let figure = ratio(ours, floor);
        table.add(Row {
            what: name.to_owned(),
            concerns: school.concerns,
            ours: ms(ours),
            floor: format!("{} bare commit", ms(floor)),
            figure: format!("{figure:.2} x"),
            goal: Some(("<= 1.50 x".to_owned(), figure <= 1.5)),
        });
    }
    table.add(Row {
        what: format!("  against a commit of as many pages, {PAGES}"),
        concerns: school.concerns,
        ours: ms(ours.median()),
        floor: format!("{} bare commit", ms(as_many.median())),
        figure: format!("{:.2} x", ratio(ours.median(), as_many.median())),
        goal: None,
    });
}

/// Writes so many pages that lie apart.
const TOUCH: &str = "UPDATE wide SET bytes = randomblob(3900) WHERE n % 128 = ?1 AND n < 128 * ?2";

/// A concern about a pupil on the list, of usual length.
fn form(school: &School) -> ConcernForm {
    let pupil = app::pupils(&school.laptop.office, "", false, 0)
        .unwrap()
        .pupils[0]
        .id
        .clone();
    ConcernForm {
        people: vec![forms::chosen(&pupil, "victim")],
        immediate_action: "Stayed with her until the bell and rang the lead.".to_owned(),
        categories: vec!["cpoms-cause-for-concern".to_owned()],
        ..forms::about_amara()
    }
}

/// What one such concern is on the disk: header, signature and parts.
fn bytes_of_one(school: &mut School) -> Vec<u8> {
    school.laptop.open(&RUTH);
    let form = form(school);
    app::record_concern(&mut school.laptop.office, form).unwrap();
    school.laptop.lock();
    school.laptop.restart();
    let room = school.held().open();
    let last = room.entry_counts().unwrap().0;
    let entries = room
        .entries_from(i64::try_from(last).unwrap() - 5, 9)
        .unwrap();
    // The concern is the largest of the last few; looks and notes are small.
    let whole = |entry: &history::entry::Entry| {
        let mut bytes = entry.header.clone();
        bytes.extend_from_slice(&entry.signature.0);
        for part in entry.parts.iter().flatten() {
            bytes.extend_from_slice(part.stored());
        }
        bytes
    };
    entries.iter().map(whole).max_by_key(Vec::len).unwrap()
}

/// A table with nothing but the bytes, under a key and the pragmas of a room.
fn bare(path: &std::path::Path) -> Connection {
    let _ = std::fs::remove_file(path);
    let conn = vault::open_room(path, &FileKey::new([7; 32]), true).unwrap();
    conn.execute_batch(
        "CREATE TABLE bare (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
         CREATE TABLE wide (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
         WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n < 4095)
         INSERT INTO wide SELECT n, zeroblob(3900) FROM count;",
    )
    .unwrap();
    conn
}
