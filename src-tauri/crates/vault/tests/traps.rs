//! The ways in which SQLCipher can silently leave words readable, each shut.

use rusqlite::Connection;
use vault::{FileKey, Room, VaultError, open_room};

use crate::kit::{DAY, ROOM, Writer, concern, key, rng, room, stamp};

#[test]
fn a_new_room_is_never_a_plain_file() {
    let (dir, mut room) = room();
    let ruth = Writer::new(1);
    room.write(
        &ruth.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(7, 1, "zqxcanary")],
    )
    .unwrap();

    for file in std::fs::read_dir(dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.starts_with(b"SQLite format 3\0"));
        assert!(
            !bytes.windows(9).any(|window| window == b"zqxcanary"),
            "also not in the write-ahead log"
        );
    }
}

#[test]
fn a_plain_database_is_refused_as_a_room() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("room.db");
    #[allow(
        clippy::disallowed_methods,
        reason = "making the very thing that must be refused"
    )]
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE plain (words TEXT); INSERT INTO plain VALUES ('x')")
        .unwrap();

    assert!(open_room(&path, &key(), false).is_err());
    assert!(Room::open(&path, ROOM, &key()).is_err());
}

#[test]
fn an_open_room_can_neither_attach_another_file_nor_export_into_one() {
    let dir = tempfile::tempdir().unwrap();
    let conn = open_room(&dir.path().join("room.db"), &key(), true).unwrap();
    let other = dir.path().join("other.db");

    let plain = conn.execute(&format!("ATTACH '{}' AS other KEY ''", other.display()), []);
    let inherited = conn.execute(&format!("ATTACH '{}' AS other", other.display()), []);

    assert!(plain.is_err() && inherited.is_err());
    assert!(
        conn.query_row("SELECT sqlcipher_export('other')", [], |_| Ok(()))
            .is_err()
    );
    assert!(!other.exists());
}

#[test]
fn an_open_room_cannot_be_told_to_write_temporary_files_or_to_change_its_key() {
    let dir = tempfile::tempdir().unwrap();
    let conn = open_room(&dir.path().join("room.db"), &key(), true).unwrap();

    for forbidden in [
        "PRAGMA temp_store = FILE",
        "PRAGMA rekey = ''",
        "PRAGMA synchronous = OFF",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA cipher_memory_security = OFF",
        "PRAGMA writable_schema = ON",
    ] {
        assert!(conn.execute_batch(forbidden).is_err(), "{forbidden}");
    }
}

#[test]
fn a_key_is_32_bytes_by_type_and_another_key_does_not_open() {
    let (dir, room) = room();
    room.close().unwrap();

    let wrong = Room::open(&dir.path().join("room.db"), ROOM, &FileKey::new([41; 32]));

    assert!(matches!(wrong, Err(VaultError::KeyDoesNotFit)));
}

#[test]
fn missing_damaged_other_and_newer_rooms_are_told_apart_and_left_alone() {
    let (dir, room) = room();
    let path = dir.path().join("room.db");
    room.close().unwrap();
    assert!(matches!(
        Room::open(&dir.path().join("none.db"), ROOM, &key()),
        Err(VaultError::Missing)
    ));
    assert!(matches!(
        Room::open(&path, history::Id([1; 16]), &key()),
        Err(VaultError::Damaged)
    ));
    assert!(
        matches!(Room::create(&path, ROOM, &key()), Err(VaultError::Damaged)),
        "never written over"
    );

    open_room(&path, &key(), false)
        .unwrap()
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    let before = std::fs::read(&path).unwrap();
    let newer = Room::open(&path, ROOM, &key());
    assert!(matches!(newer, Err(VaultError::Newer { found: 99, .. })));
    assert_eq!(std::fs::read(&path).unwrap(), before, "untouched");

    std::fs::write(&path, vec![7; 12_000]).unwrap();
    assert!(Room::open(&path, ROOM, &key()).is_err());
}

#[test]
fn entries_and_parts_cannot_be_changed_or_removed() {
    let (dir, mut room) = room();
    let ruth = Writer::new(1);
    room.write(
        &ruth.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(7, 1, "words")],
    )
    .unwrap();
    room.close().unwrap();
    let conn = open_room(&dir.path().join("room.db"), &key(), false).unwrap();

    for forbidden in [
        "UPDATE entry SET seq = 9",
        "DELETE FROM entry",
        "UPDATE part SET bytes = x'00'",
        "DELETE FROM part",
    ] {
        assert!(conn.execute(forbidden, []).is_err(), "{forbidden}");
    }
}

#[test]
fn a_large_sort_leaves_nothing_in_a_temporary_file_and_the_room_keeps_its_size() {
    let (dir, mut room) = room();
    let path = dir.path().join("room.db");
    let ruth = Writer::new(1);
    room.write(
        &ruth.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(7, 1, "words")],
    )
    .unwrap();
    room.close().unwrap();
    let size = std::fs::metadata(&path).unwrap().len();

    assert_eq!(
        size,
        8 * 1024 * 1024,
        "an almost empty room and a decoy have the same size"
    );
    vault::make_decoy(&dir.path().join("decoy.db"), &mut rng(5)).unwrap();
    assert_eq!(
        std::fs::metadata(dir.path().join("decoy.db"))
            .unwrap()
            .len(),
        size
    );
}
