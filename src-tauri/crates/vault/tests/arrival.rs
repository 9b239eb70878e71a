//! Merging is a union: any order of arrival gives the same tables, and nothing is lost or guessed.

use history::entry::Entry;
use rand_chacha::rand_core::RngCore;
use vault::{Room, Taken};

use crate::kit::{DAY, Writer, amendment, concern, entries_of, rng, room, stamp};

/// Two laptops that write apart, exchange now and then, with clocks hours apart; gives all their entries.
fn two_laptops(seed: u64) -> Vec<Entry> {
    let ((_a, mut office), (_b, mut home)) = (room(), room());
    let (ruth, dev) = (Writer::new(1), Writer::new(2));
    let mut chance = rng(seed);
    for step in 0..24_u8 {
        let at = DAY + i64::from(step) * 60_000;
        let (laptop, writer, skew) = if chance.next_u32().is_multiple_of(2) {
            (&mut office, &ruth, 0)
        } else {
            (&mut home, &dev, -7_200_000)
        };
        let known = laptop.concern(domain::id::ConcernId([step % 6; 16])).ok();
        let new = match known {
            Some(known) => amendment(step % 6, known.head_entries(), &format!("version {step}")),
            None => concern(step % 6, step % 3, &format!("first {step}")),
        };
        laptop
            .write(&writer.pen(), &stamp(at + skew), &mut chance, vec![new])
            .unwrap();
        if chance.next_u32().is_multiple_of(5) {
            let (there, back) = (entries_of(&office), entries_of(&home));
            home.take(there).unwrap();
            office.take(back).unwrap();
        }
    }
    let mut all = entries_of(&office);
    all.extend(entries_of(&home));
    all
}

fn shuffled(mut entries: Vec<Entry>, seed: u64) -> Vec<Entry> {
    let mut chance = rng(seed);
    for last in (1..entries.len()).rev() {
        entries.swap(last, (chance.next_u32() as usize) % (last + 1));
    }
    entries
}

fn taken_one_by_one(entries: &[Entry]) -> Room {
    let (dir, mut room) = room();
    for entry in entries {
        room.take([entry.clone()]).unwrap();
    }
    std::mem::forget(dir);
    room
}

#[test]
fn any_order_of_arrival_gives_the_same_tables() {
    for seed in 0..6 {
        let all = two_laptops(seed);
        let expected = taken_one_by_one(&all).picture().unwrap();

        for order in 0..4 {
            let room = taken_one_by_one(&shuffled(all.clone(), seed * 100 + order));

            assert_eq!(
                room.entry_counts().unwrap().1,
                0,
                "seed {seed} order {order}: something still waits"
            );
            assert_eq!(
                room.picture().unwrap(),
                expected,
                "seed {seed} order {order}"
            );
        }
    }
}

#[test]
fn the_same_entries_a_second_time_change_nothing() {
    let all = two_laptops(3);
    let (_dir, mut room) = room();
    room.take(all.clone()).unwrap();
    let before = room.picture().unwrap();

    let again = room.take(all.clone()).unwrap();

    assert_eq!(
        again,
        Taken {
            known: all.len(),
            ..Taken::default()
        }
    );
    assert_eq!(room.picture().unwrap(), before);
}

#[test]
fn an_entry_whose_past_is_missing_waits_and_joins_when_it_comes() {
    let (_a, mut office) = room();
    let ruth = Writer::new(1);
    for n in 1..4 {
        office
            .write(
                &ruth.pen(),
                &stamp(DAY + i64::from(n)),
                &mut rng(n.into()),
                vec![concern(n, 1, "words")],
            )
            .unwrap();
    }
    let entries = entries_of(&office);
    let (_b, mut home) = room();

    let without = home.take(entries[2..].to_vec()).unwrap();
    assert_eq!((without.joined, without.waiting), (0, 2));
    let with = home.take(entries[..2].to_vec()).unwrap();

    assert_eq!((with.joined, with.waiting), (4, 0));
    assert_eq!(home.picture().unwrap(), office.picture().unwrap());
}

#[test]
fn an_entry_that_does_not_verify_refuses_the_lot() {
    let (_a, mut office) = room();
    let ruth = Writer::new(1);
    office
        .write(
            &ruth.pen(),
            &stamp(DAY),
            &mut rng(1),
            vec![concern(1, 1, "words")],
        )
        .unwrap();
    let mut entries = entries_of(&office);
    let last = entries.last_mut().unwrap();
    let at = last.header.len() / 2;
    last.header[at] ^= 1;
    let (_b, mut home) = room();

    assert!(home.take(entries).is_err());
    assert_eq!(home.entry_counts().unwrap(), (0, 0));
}

#[test]
fn two_concerns_that_want_one_row_stand_side_by_side_in_any_order() {
    let (ruth, dev) = (Writer::new(1), Writer::new(2));
    let one = |writer: &Writer, id: u8| {
        let (_dir, mut laptop) = room();
        // Same first bytes of the id and same millisecond: the same row is wanted.
        let mut new = concern(id, 1, "words");
        let mut long = [0x55; 16];
        long[15] = id;
        new.subjects[0] = long;
        laptop
            .write(&writer.pen(), &stamp(DAY), &mut rng(id.into()), vec![new])
            .unwrap();
        entries_of(&laptop)
    };
    let (a, b) = (one(&ruth, 1), one(&dev, 2));
    let both = |first: &[Entry], second: &[Entry]| {
        let (dir, mut room) = room();
        room.take(first.to_vec()).unwrap();
        room.take(second.to_vec()).unwrap();
        std::mem::forget(dir);
        room
    };

    let (ab, ba) = (both(&a, &b), both(&b, &a));

    assert_eq!(ab.concern_counts().unwrap().0, 2);
    assert_eq!(ab.picture().unwrap(), ba.picture().unwrap());
    assert_eq!(ba.find_concerns("words", 9).unwrap().len(), 2);
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_passed_on_untouched() {
    use ed25519_dalek::Signer;
    let (_a, mut office) = room();
    let ruth = Writer::new(1);
    office
        .write(
            &ruth.pen(),
            &stamp(DAY),
            &mut rng(1),
            vec![concern(1, 1, "words")],
        )
        .unwrap();
    let last = entries_of(&office).pop().unwrap();
    let text = String::from_utf8(last.header.clone()).unwrap();
    let newer = text
        .replacen("{\"strongroom\":1,", "{\"strongroom\":2,", 1)
        .replacen("\"seq\":2", "\"seq\":3", 1)
        .replacen(
            &format!(
                "\"prev\":\"{}\"",
                text.split("\"prev\":\"")
                    .nth(1)
                    .unwrap()
                    .split('"')
                    .next()
                    .unwrap()
            ),
            &format!("\"prev\":\"{}\"", last.id()),
            1,
        )
        .replacen(&format!("\"ms\":{DAY}"), &format!("\"ms\":{}", DAY + 9), 1);
    let header = newer.into_bytes();
    let mut signed = b"strongroom-entry/v1\n".to_vec();
    signed.extend_from_slice(&history::Hash::of(&[&header]).0);
    let entry = Entry {
        header,
        signature: history::Signature(ruth.key.sign(&signed).to_bytes()),
        parts: last.parts.clone(),
    };

    let taken = office.take([entry.clone()]).unwrap();

    assert_eq!(taken.joined, 1);
    assert_eq!(entries_of(&office).pop().unwrap(), entry, "byte for byte");
}

#[test]
fn a_writer_key_used_on_two_laptops_is_named_and_nothing_of_either_is_lost() {
    let ruth = Writer::new(1);
    let (_a, mut office) = room();
    office
        .write(
            &ruth.pen(),
            &stamp(DAY),
            &mut rng(1),
            vec![concern(1, 1, "before the copy")],
        )
        .unwrap();
    let (_b, mut copy) = room();
    copy.take(entries_of(&office)).unwrap();
    office
        .write(
            &ruth.pen(),
            &stamp(DAY + 5),
            &mut rng(2),
            vec![concern(2, 1, "here"), concern(3, 1, "here")],
        )
        .unwrap();
    copy.write(
        &ruth.pen(),
        &stamp(DAY + 6),
        &mut rng(3),
        vec![concern(4, 1, "there"), concern(5, 1, "there")],
    )
    .unwrap();
    let (here, there) = (entries_of(&office), entries_of(&copy));

    office.take(there.clone()).unwrap();
    copy.take(here).unwrap();

    assert!(office.logs().unwrap()[0].forked && copy.logs().unwrap()[0].forked);
    assert_eq!(office.concern_counts().unwrap().0, 5);
    assert_eq!(office.picture().unwrap(), copy.picture().unwrap());
    let mut walk = vault::Walk::default();
    while office.walk(&mut walk, 3).unwrap() {}
    assert_eq!(
        walk.faults.len(),
        1,
        "the writer is named once: {:?}",
        walk.faults
    );
}
