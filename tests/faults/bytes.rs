//! Every change of a single byte is noticed: in an entry, and in a room's file.

use std::time::Instant;

use history::entry::Part;
use history::ledger::check_alone;
use rand_core::RngCore;
use tempfile::TempDir;
use vault::{Room, VaultError, Walk};

use crate::both::plan::{Plan, ROOM};
use crate::luck::{below, dice, seed};
use crate::rig::folder;

/// One bit, the case of a letter, everything.
const MASKS: [u8; 3] = [0x01, 0x20, 0xff];

#[test]
fn every_change_of_one_byte_of_an_entry_is_noticed() {
    let seed = seed("bytes of entries");
    let (_dir, room) = written(seed, 6);
    let entries = room.entries_from(0, u32::MAX).unwrap();
    let began = Instant::now();
    let mut changes = 0_u64;
    for entry in &entries {
        assert!(check_alone(entry, ROOM).is_ok());
        for mask in MASKS {
            let mut changed = entry.clone();
            for at in 0..entry.header.len() {
                changed.header[at] ^= mask;
                assert!(
                    check_alone(&changed, ROOM).is_err(),
                    "STRONGROOM_SEED={seed}: header byte {at}, mask {mask:02x}"
                );
                changed.header[at] ^= mask;
            }
            for at in 0..entry.signature.0.len() {
                changed.signature.0[at] ^= mask;
                assert!(
                    check_alone(&changed, ROOM).is_err(),
                    "STRONGROOM_SEED={seed}: signature byte {at}, mask {mask:02x}"
                );
                changed.signature.0[at] ^= mask;
            }
            for place in 0..entry.parts.len() {
                let stored = entry.parts[place].as_ref().unwrap().stored().to_vec();
                // Long parts by their first and last bytes and some between.
                for at in (0..stored.len())
                    .filter(|at| *at < 300 || at % 97 == 0 || at + 40 > stored.len())
                {
                    let mut bytes = stored.clone();
                    bytes[at] ^= mask;
                    changed.parts[place] = Some(Part::from_stored(bytes));
                    assert!(
                        check_alone(&changed, ROOM).is_err(),
                        "STRONGROOM_SEED={seed}: part {place} byte {at}, mask {mask:02x}"
                    );
                    changes += 1;
                }
                changed.parts[place] = entry.parts[place].clone();
            }
            changes += (entry.header.len() + entry.signature.0.len()) as u64;
        }
    }
    println!(
        "{} entries, {changes} changed bytes, 0 unnoticed, {:.0} s",
        entries.len(),
        began.elapsed().as_secs_f64()
    );
}

#[test]
fn a_changed_byte_of_a_rooms_file_is_noticed_or_was_not_in_use_and_ends_nothing() {
    flip(120);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn ten_thousand_changed_bytes_of_a_rooms_file_are_noticed_or_were_not_in_use() {
    flip(10_000);
}

fn flip(changes: u64) {
    let seed = seed("bytes of the file");
    let mut dice = dice(seed);
    let (dir, room) = written(seed, 20);
    room.close().unwrap();
    let path = dir.path().join("room.db");
    let whole = std::fs::read(&path).unwrap();
    let plan = Plan::new(seed);
    let (mut noticed, mut unused) = (0, 0);
    for change in 0..changes {
        let mut bytes = whole.clone();
        // Half of them among the first pages, where what is in use stands closest.
        let end = if change % 2 == 0 {
            whole.len()
        } else {
            whole.len() / 8
        };
        let at = below(&mut dice, end as u64) as usize;
        bytes[at] ^= MASKS[dice.next_u32() as usize % MASKS.len()];
        std::fs::write(&path, &bytes).unwrap();
        if checked(&dir).is_ok_and(|faults| faults == 0) {
            // Room that is kept free. Then every word must still be there.
            let mut room = Room::open(&path, ROOM, &Plan::file_key()).unwrap();
            crate::judge::judge(&mut room, &plan, 20, crate::judge::Care::Everything)
                .unwrap_or_else(|lost| {
                    panic!("STRONGROOM_SEED={seed}: byte {at} went unnoticed: {lost}")
                });
            unused += 1;
        } else {
            noticed += 1;
        }
    }
    println!(
        "{changes} changed bytes of the file: {noticed} noticed, {unused} in pages not in use, 0 unnoticed"
    );
    assert!(noticed > 0);
}

/// The full check of a room: pages, indexes, signatures, tables. Gives how much does not hold.
fn checked(dir: &TempDir) -> Result<usize, VaultError> {
    let room = Room::open(&dir.path().join("room.db"), ROOM, &Plan::file_key())?;
    let mut faults = room.check_pages()?.len();
    let mut walk = Walk::default();
    while room.walk(&mut walk, 500)? {}
    faults += walk.faults.len() + room.check_index()?.len();
    Ok(faults)
}

/// A room with steps written in it.
fn written(seed: u64, steps: u64) -> (TempDir, Room) {
    let dir = folder();
    let plan = Plan::new(seed);
    let mut room = Room::create(&dir.path().join("room.db"), ROOM, &Plan::file_key()).unwrap();
    for step in 0..steps {
        plan.write(&mut room, step).unwrap();
    }
    (dir, room)
}
