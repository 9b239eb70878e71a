//! What was told stays known: one that cannot be read is counted as such, and one that can is read from its own entry.

use domain::governance::{
    LOG_MONITORED, Monitored, PART_MONITORED, PART_RELEASED, REPORT_RELEASED,
};
use history::Id;
use history::clock::Moment;
use history::entry::{Author, Subject, Written};
use serde_json::Value;
use vault::{NewEntry, Room, VaultError};
use zeroize::Zeroizing;

use crate::kit::{DAY, ROOM, Writer, rng, room, stamp};

fn told(kind: &'static str, part: &'static str, id: u8, said: &str) -> NewEntry {
    NewEntry {
        kind,
        subjects: vec![[id; 16]],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(part, Zeroizing::new(said.as_bytes().to_vec()))],
        blobs: Vec::new(),
    }
}

/// A report as a newer program might write it: with all that this one asks for, and meant otherwise.
fn of_a_newer_program(room: &mut Room, writer: &Writer, id: u8) {
    let last = room
        .write(
            &writer.pen(),
            &stamp(DAY),
            &mut rng(2),
            vec![told(LOG_MONITORED, PART_MONITORED, 99, "{}")],
        )
        .unwrap();
    let author = Author {
        key: &writer.key,
        room: ROOM,
        last: Some((2, last[0])),
        seen: Vec::new(),
        moment: Moment {
            ms: DAY + 60_000,
            n: 0,
        },
    };
    let entry = author
        .write(
            Written {
                subjects: vec![Subject {
                    id: Id([id; 16]),
                    parents: Vec::new(),
                }],
                kind: REPORT_RELEASED,
                kind_version: 2,
                written: stamp(DAY + 60_000).written,
                zone: "Europe/London".to_owned(),
                app: "a newer program".to_owned(),
                parts: vec![(PART_RELEASED, Zeroizing::new(REPORT.as_bytes().to_vec()))],
                ..Written::default()
            },
            &mut rng(3),
        )
        .unwrap();
    room.take([entry]).unwrap();
}

const REPORT: &str = r#"{"title":"T","days":{"from":"2026-09-01","to":"2026-12-31"},"below":5}"#;

#[test]
fn what_a_newer_program_told_and_what_is_no_report_are_known_to_be_there() {
    let (_dir, mut room) = room();
    let (ruth, newer) = (Writer::new(1), Writer::new(2));
    let all = vec![
        told(REPORT_RELEASED, PART_RELEASED, 1, REPORT),
        told(REPORT_RELEASED, PART_RELEASED, 2, "{\"title\":"),
    ];
    room.write(&ruth.pen(), &stamp(DAY), &mut rng(1), all)
        .unwrap();
    of_a_newer_program(&mut room, &newer, 3);

    let all = room.all_told::<Value>(REPORT_RELEASED).unwrap();

    let ids: Vec<u8> = all.read.iter().map(|one| one.id[0]).collect();
    assert_eq!(ids, [1]);
    let mut lost: Vec<(u8, &str)> = all
        .unreadable
        .iter()
        .map(|one| (one.id[0], one.who.as_str()))
        .collect();
    lost.sort_unstable();
    assert_eq!(lost, [(2, "Writer 1"), (3, "Writer 2")]);
    // What can be read is still there for whoever asks for no more.
    assert_eq!(room.told::<Value>(REPORT_RELEASED).unwrap().len(), 1);
    assert!(matches!(
        room.told_one::<Value>(REPORT_RELEASED, [3; 16]),
        Err(VaultError::Unreadable { .. })
    ));
    let before = room.picture().unwrap();
    room.rebuild().unwrap();
    assert_eq!(before, room.picture().unwrap());
}

#[test]
fn one_that_was_told_is_read_from_its_own_entry_and_not_from_a_list() {
    let (dir, mut room) = room();
    let said =
        r#"{"days":{"from":"2026-09-01","to":"2026-12-31"},"by":"H. Sandiford","on":"2026-11-10"}"#;
    let looked = told(LOG_MONITORED, PART_MONITORED, 7, said);
    room.write(
        &Writer::new(1).pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![looked],
    )
    .unwrap();
    drop(room);
    let path = dir.path().join("room.db");
    let conn = vault::open_room(&path, &crate::kit::key(), false).unwrap();
    let other = said.replace("H. Sandiford", "Nobody");
    conn.execute("UPDATE governance SET said = ?1", [other])
        .unwrap();
    conn.close().unwrap();
    let room = Room::open(&path, ROOM, &crate::kit::key()).unwrap();

    let one = room.told_one::<Monitored>(LOG_MONITORED, [7; 16]).unwrap();

    assert_eq!(one.said.by, "H. Sandiford");
    assert!(matches!(
        room.told_one::<Value>(REPORT_RELEASED, [7; 16]),
        Err(VaultError::NotFound)
    ));
}

#[test]
fn files_that_are_kept_with_what_was_told_are_files_of_the_room_also_where_an_earlier_program_left_them_out()
 {
    let (dir, mut room) = room();
    let blobs = vec![([5; 32], 10), ([6; 32], 20), ([7; 32], 30)];
    let report = NewEntry {
        blobs: blobs.clone(),
        ..told(REPORT_RELEASED, PART_RELEASED, 1, REPORT)
    };
    let pen = Writer::new(1);
    room.write(&pen.pen(), &stamp(DAY), &mut rng(1), vec![report])
        .unwrap();
    let of_room: Vec<[u8; 32]> = blobs.into_iter().map(|(hash, _)| hash).collect();
    assert_eq!(room.blobs().unwrap(), of_room);
    drop(room);
    let path = dir.path().join("room.db");
    let conn = vault::open_room(&path, &crate::kit::key(), false).unwrap();
    conn.execute_batch("DELETE FROM file; PRAGMA user_version = 17")
        .unwrap();
    conn.close().unwrap();

    let mut room = Room::open(&path, ROOM, &crate::kit::key()).unwrap();

    assert_eq!(room.blobs().unwrap(), of_room);
    room.rebuild().unwrap();
    assert_eq!(room.blobs().unwrap(), of_room);
}
