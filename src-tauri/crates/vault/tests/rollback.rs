//! An old file or an old page put back is noticed.

use std::io::{Read, Seek, SeekFrom, Write};

use vault::{Room, Walk};

use crate::kit::{DAY, ROOM, Writer, concern, key, rng, room, stamp};

const PAGE: u64 = 4096;

fn filled(from: u8, to: u8, room: &mut Room) {
    let ruth = Writer::new(1);
    for n in from..to {
        room.write(
            &ruth.pen(),
            &stamp(DAY + i64::from(n)),
            &mut rng(n.into()),
            vec![concern(n, 1, "words enough to fill a page")],
        )
        .unwrap();
    }
}

fn faults(room: &Room) -> usize {
    let mut walk = Walk::default();
    while room.walk(&mut walk, 50).unwrap() {}
    walk.faults.len()
}

#[test]
fn the_whole_old_file_put_back_is_noticed_at_once() {
    let (dir, mut room) = room();
    let path = dir.path().join("room.db");
    filled(1, 5, &mut room);
    room.close().unwrap();
    let old = std::fs::read(&path).unwrap();
    let mut room = Room::open(&path, ROOM, &key()).unwrap();
    filled(5, 9, &mut room);
    let remembered = room.remember().unwrap().unwrap();
    assert_eq!(room.compare(&remembered).unwrap(), None);
    room.close().unwrap();

    std::fs::write(&path, &old).unwrap();
    let room = Room::open(&path, ROOM, &key()).unwrap();

    let found = room.compare(&remembered).unwrap().unwrap();
    assert_eq!((found.had, found.has), (9, 5));
    assert_eq!(
        faults(&room),
        0,
        "the old file is sound in itself: only what is remembered outside shows it"
    );
}

#[test]
fn old_pages_pasted_into_a_newer_file_are_noticed() {
    let (dir, mut room) = room();
    let path = dir.path().join("room.db");
    filled(1, 60, &mut room);
    room.close().unwrap();
    let old = std::fs::read(&path).unwrap();
    let mut room = Room::open(&path, ROOM, &key()).unwrap();
    filled(60, 120, &mut room);
    let remembered = room.remember().unwrap().unwrap();
    room.close().unwrap();
    let new = std::fs::read(&path).unwrap();
    let changed: Vec<u64> = (1..old.len() as u64 / PAGE)
        .filter(|page| {
            let span = (page * PAGE) as usize..((page + 1) * PAGE) as usize;
            old[span.clone()] != new[span]
        })
        .collect();
    let mut noticed = 0;

    for page in &changed {
        std::fs::write(&path, &new).unwrap();
        let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
        file.seek(SeekFrom::Start(page * PAGE)).unwrap();
        file.write_all(&old[(page * PAGE) as usize..((page + 1) * PAGE) as usize])
            .unwrap();
        drop(file);
        let seen = match Room::open(&path, ROOM, &key()) {
            Err(_) => true,
            Ok(mut room) => {
                let mut walk = Walk::default();
                let walked = loop {
                    match room.walk(&mut walk, 50) {
                        Ok(true) => {}
                        Ok(false) => break true,
                        Err(_) => break false,
                    }
                };
                !walked
                    || !walk.faults.is_empty()
                    || room
                        .compare(&remembered)
                        .map_or(true, |found| found.is_some())
                    || room.check_index().map_or(true, |found| !found.is_empty())
                    || room.check_tables().map_or(true, |found| !found.is_empty())
            }
        };
        noticed += usize::from(seen);
    }

    assert!(
        changed.len() > 20,
        "the test pasted pages: {}",
        changed.len()
    );
    assert_eq!(noticed, changed.len(), "of {} pages pasted", changed.len());
}

#[test]
fn a_flipped_byte_anywhere_in_the_used_part_of_the_file_is_noticed_and_never_a_crash() {
    let (dir, mut room) = room();
    let path = dir.path().join("room.db");
    filled(1, 10, &mut room);
    room.close().unwrap();
    let mut whole = Vec::new();
    std::fs::File::open(&path)
        .unwrap()
        .read_to_end(&mut whole)
        .unwrap();

    for at in (0..200 * PAGE as usize).step_by(8_191) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        std::fs::write(&path, &bytes).unwrap();
        let noticed = match Room::open(&path, ROOM, &key()) {
            Err(_) => true,
            Ok(room) => room.check_pages().map_or(true, |faults| !faults.is_empty()),
        };
        assert!(noticed, "byte {at}");
    }
}

#[test]
fn a_line_of_the_list_that_says_something_else_than_its_entries_is_noticed_and_put_right() {
    let (dir, mut room) = room();
    let path = dir.path().join("room.db");
    filled(1, 9, &mut room);
    room.close().unwrap();
    let conn = vault::open_room(&path, &key(), false).unwrap();
    conn.execute(
        "UPDATE concern SET opening = 'an older wording' WHERE record_no = 'MV-26-5'",
        [],
    )
    .unwrap();
    conn.close().unwrap();
    let mut room = Room::open(&path, ROOM, &key()).unwrap();

    let (next, found) = room.check_lines(i64::MAX, 50).unwrap();
    let (_, again) = room.check_lines(i64::MAX, 50).unwrap();

    assert_eq!((next, found.len(), again.len()), (None, 1, 0));
}

#[test]
fn another_name_put_under_what_somebody_wrote_is_noticed() {
    let (dir, mut room) = room();
    let path = dir.path().join("room.db");
    filled(1, 3, &mut room);
    assert_eq!(faults(&room), 0);
    room.close().unwrap();

    let conn = vault::open_room(&path, &key(), false).unwrap();
    conn.execute("UPDATE log SET name = 'Somebody Else'", [])
        .unwrap();
    drop(conn);
    let room = Room::open(&path, ROOM, &key()).unwrap();

    assert_eq!(faults(&room), 1);
}
