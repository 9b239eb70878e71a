//! No changed byte passes, and nothing that arrives makes a reader fall over.

use history::entry::{Entry, Part, read_envelope, read_header};
use history::ledger::check_alone;
use history::open_form;
use proptest::prelude::*;

use crate::kit::{Room, damage, seed};
use crate::story::{holds, stories};

#[test]
fn every_changed_byte_of_an_entry_is_noticed() {
    let seed = seed();
    println!("seed {seed}");
    let mut room = Room::new(&[0, 90_000], seed);
    let mut changes = 0;
    for who in [0, 1, 0, 1] {
        room.write_any(who);
        room.deliver(who, 1 - who, 255);
    }
    for made in room.made.iter().rev().take(3) {
        let noticed = |entry: Entry| check_alone(&entry, room.id).is_err();
        for mask in [0x01, 0x20, 0x80] {
            for at in 0..made.entry.header.len() {
                let mut changed = made.entry.clone();
                changed.header[at] ^= mask;
                assert_ne!(
                    changed.id(),
                    made.id,
                    "another header never has the same name"
                );
                assert!(noticed(changed), "header byte {at}, mask {mask:#x}");
                changes += 1;
            }
            for at in 0..64 {
                let mut changed = made.entry.clone();
                changed.signature.0[at] ^= mask;
                assert!(noticed(changed), "signature byte {at}, mask {mask:#x}");
                changes += 1;
            }
            for place in 0..made.entry.parts.len() {
                let stored = made.entry.parts[place].as_ref().unwrap().stored().to_vec();
                for at in 0..stored.len() {
                    let mut bytes = stored.clone();
                    bytes[at] ^= mask;
                    let mut changed = made.entry.clone();
                    changed.parts[place] = Some(Part::from_stored(bytes));
                    assert!(noticed(changed), "part {place} byte {at}, mask {mask:#x}");
                    changes += 1;
                }
            }
        }
    }
    println!("{changes} changes, every one noticed");
}

#[test]
fn whatever_is_read_as_a_header_is_written_the_same_again() {
    let seed = seed();
    println!("seed {seed}");
    let mut room = Room::new(&[0, 1], seed);
    (0..8).for_each(|n| drop(room.write_any(n % 2)));
    for made in &room.made {
        let header = read_header(&made.entry.header).unwrap();
        assert_eq!(serde_json::to_vec(&header).unwrap(), made.entry.header);
    }
    holds(
        2_000,
        seed,
        prop::collection::vec(any::<u8>(), 1..12),
        |choice| {
            let which = usize::from(choice[0]) % room.made.len();
            let bytes = damage(room.made[which].entry.header.clone(), &choice[1..]);
            if let Ok(header) = read_header(&bytes) {
                prop_assert_eq!(serde_json::to_vec(&header).unwrap(), bytes.clone());
            }
            if let Ok(envelope) = read_envelope(&bytes) {
                let again: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                prop_assert_eq!(serde_json::to_vec(&again).unwrap(), bytes);
                prop_assert!(envelope.strongroom > 0);
            }
            Ok(())
        },
    );
}

#[test]
fn nothing_that_arrives_makes_a_reader_fall_over() {
    let seed = seed();
    println!("seed {seed}");
    let mut room = Room::new(&[0, 1], seed);
    (0..6).for_each(|n| drop(room.write_any(n % 2)));
    let lines: Vec<String> = room
        .made
        .iter()
        .map(|made| open_form::write(&made.entry).unwrap())
        .collect();
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    holds(
        1_500,
        seed,
        (
            bytes,
            any::<prop::sample::Index>(),
            any::<prop::sample::Index>(),
        ),
        |(noise, which, at)| {
            let _ = read_header(&noise);
            let _ = read_envelope(&noise);
            let _ = open_form::read(&String::from_utf8_lossy(&noise));
            let line = which.get(&lines).as_bytes();
            let at = at.index(line.len());
            let damaged = [
                &line[..at],
                &noise,
                &line[(at + noise.len() / 8).min(line.len())..],
            ]
            .concat();
            if let Ok(entry) = open_form::read(&String::from_utf8_lossy(&damaged)) {
                prop_assert_eq!(entry.parts.len() <= entry.header.len(), true);
                let _ = check_alone(&entry, room.id);
            }
            Ok(())
        },
    );
}

#[test]
fn the_open_form_gives_back_the_same_entry() {
    let seed = seed();
    println!("seed {seed}");
    holds(50, seed, stories(true), |story| {
        for made in story.tell().made {
            let line = open_form::write(&made.entry).unwrap();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(open_form::read(&line).unwrap(), made.entry);
        }
        Ok(())
    });
}
