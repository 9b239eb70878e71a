//! What must hold of any history, however it came about and in whatever order it arrives.

mod kit;

use std::collections::BTreeSet;

use history::destroy::{Destroyed, read_order};
use history::entry::{Entry, Part, read_envelope, read_header};
use history::ledger::{Ledger, Standing, check_alone};
use history::{Hash, HistoryError, open_form};
use kit::{Made, Room, below, json_of, rng, seed, shuffle, sign, with_header};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Two hours and forty-eight minutes either way.
const SKEW_MS: i64 = 10_080_000;

#[derive(Debug, Clone)]
enum Act {
    Write(usize),
    Deliver { from: usize, to: usize, share: u8 },
    Copy(usize),
}

/// How a room comes about: skewed clocks, and who does what.
#[derive(Debug, Clone)]
struct Story {
    skews_ms: Vec<i64>,
    acts: Vec<Act>,
    seed: u64,
}

impl Story {
    fn tell(&self) -> Room {
        let mut room = Room::new(&self.skews_ms, self.seed);
        for act in &self.acts {
            let count = room.laptops.len();
            match act {
                Act::Write(who) => drop(room.write_any(who % count)),
                Act::Deliver { from, to, share } => room.deliver(from % count, to % count, *share),
                Act::Copy(who) => room.copy(who % count),
            }
        }
        room
    }
}

fn stories(copies: bool) -> impl Strategy<Value = Story> {
    let act = prop_oneof![
        5 => (0..8_usize).prop_map(Act::Write),
        4 => (0..8_usize, 0..8_usize, any::<u8>()).prop_map(|(from, to, share)| Act::Deliver { from, to, share }),
        u32::from(copies) => (0..8_usize).prop_map(Act::Copy),
    ];
    (prop::collection::vec(-SKEW_MS..=SKEW_MS, 2..=5), prop::collection::vec(act, 1..24), any::<u64>())
        .prop_map(|(skews_ms, acts, seed)| Story { skews_ms, acts, seed })
}

/// Runs a property with a seed that is printed, so that a failure can be had again.
fn holds<S: Strategy>(cases: u32, seed: u64, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    if let Err(error) = TestRunner::new(config).run(&strategy, property) {
        panic!("{error}\nthe same again: STRONGROOM_SEED={seed}");
    }
}

fn ledger_of(room: &Room, arrivals: &[Made]) -> Ledger {
    let mut ledger = Ledger::new(room.id);
    for made in arrivals {
        ledger.take(made.entry.clone()).expect("every entry is rightly written");
    }
    ledger
}

fn ids(ledger: &Ledger) -> Vec<Hash> {
    ledger.in_order().into_iter().map(|(id, _)| id).collect()
}

/// What a set holds, entry by entry with their parts.
fn contents(ledger: &Ledger) -> Vec<Entry> {
    ledger.in_order().into_iter().map(|(_, entry)| entry.clone()).collect()
}

/// Entries of one log in one place, as they were made.
fn forked_places(room: &Room) -> BTreeSet<(history::PublicKey, u64)> {
    let mut places = BTreeSet::new();
    room.made.iter().filter(|made| !places.insert((made.writer, made.seq))).map(|made| (made.writer, made.seq)).collect()
}

#[test]
fn any_order_of_arrival_gives_the_same_history() {
    let seed = seed();
    println!("seed {seed}");
    holds(300, seed, stories(false), |story| {
        let room = story.tell();
        let straight = ledger_of(&room, &room.made);
        prop_assert_eq!(straight.waiting(), 0);
        prop_assert_eq!(straight.in_order().len(), room.made.len());
        prop_assert!(straight.forks().is_empty());
        let mut rng = rng(story.seed ^ 1);
        for _ in 0..3 {
            let mut arrivals = room.made.clone();
            for _ in 0..arrivals.len() / 3 {
                arrivals.push(arrivals[below(&mut rng, arrivals.len())].clone());
            }
            shuffle(&mut arrivals, &mut rng);

            let shuffled = ledger_of(&room, &arrivals);

            prop_assert_eq!(shuffled.waiting(), 0);
            prop_assert_eq!(contents(&shuffled), contents(&straight));
        }
        Ok(())
    });
}

#[test]
fn causes_come_before_effects_whatever_the_clocks_say() {
    let seed = seed();
    println!("seed {seed}");
    holds(200, seed, stories(false), |story| {
        let room = story.tell();
        let mut before = BTreeSet::new();
        for (id, entry) in ledger_of(&room, &room.made).in_order() {
            let header = read_header(&entry.header).unwrap();
            prop_assert!(header.prev.iter().chain(&header.seen).all(|cause| before.contains(cause)));
            before.insert(id);
        }
        Ok(())
    });
}

#[test]
fn forks_are_found_in_every_order() {
    let seed = seed();
    println!("seed {seed}");
    let found = std::cell::Cell::new(0);
    holds(200, seed, stories(true), |story| {
        let room = story.tell();
        let forked: Vec<_> = forked_places(&room).into_iter().collect();
        found.set(found.get() + forked.len());
        let mut rng = rng(story.seed ^ 2);
        let straight = ledger_of(&room, &room.made);
        for _ in 0..3 {
            let mut arrivals = room.made.clone();
            shuffle(&mut arrivals, &mut rng);

            let shuffled = ledger_of(&room, &arrivals);

            prop_assert_eq!(shuffled.forks(), forked.clone());
            prop_assert_eq!(contents(&shuffled), contents(&straight), "both branches are kept");
        }
        Ok(())
    });
    assert!(found.get() > 50, "the stories must hold forks to mean anything: {}", found.get());
}

#[test]
fn a_fork_shows_even_where_its_entries_wait() {
    let mut room = Room::new(&[0, 0], 5);
    room.write_any(0);
    room.write_any(0);
    room.copy(0);
    let (one, other) = (room.write_any(0), room.write_any(2));

    let ledger = ledger_of(&room, &[one.clone(), other]);

    assert_eq!(ledger.waiting(), 2);
    assert_eq!(ledger.forks(), [(one.writer, one.seq)]);
}

#[test]
fn parts_withheld_from_one_copy_come_with_another_in_any_order() {
    let seed = seed();
    println!("seed {seed}");
    holds(100, seed, stories(false), |story| {
        let room = story.tell();
        let whole = ledger_of(&room, &room.made);
        let mut rng = rng(story.seed ^ 3);
        let mut arrivals = Vec::new();
        for made in &room.made {
            // Two copies that withhold different parts; together they hold all.
            let (mut one, mut other) = (made.clone(), made.clone());
            for place in 0..made.entry.parts.len() {
                let from = if below(&mut rng, 2) == 0 { &mut one } else { &mut other };
                from.entry.parts[place] = None;
            }
            arrivals.extend([one, other]);
        }
        shuffle(&mut arrivals, &mut rng);

        prop_assert_eq!(contents(&ledger_of(&room, &arrivals)), contents(&whole));
        Ok(())
    });
}

#[test]
fn an_entry_that_breaks_the_chain_is_refused_in_every_order() {
    let mut room = Room::new(&[0, 0], 8);
    for who in [0, 0, 1, 1] {
        room.write_any(who);
    }
    let last = room.made.last().unwrap().clone();
    let mut header = json_of(&last.entry);
    header["seq"] = (last.seq + 1).into();
    let gap = with_header(&room.laptops[1].key, header.to_string(), last.entry.parts.clone());
    let mut arrivals: Vec<Entry> = room.made.iter().map(|made| made.entry.clone()).chain([gap.clone()]).collect();
    let mut rng = rng(8);

    for _ in 0..50 {
        shuffle(&mut arrivals, &mut rng);
        let mut ledger = Ledger::new(room.id);
        for entry in &arrivals {
            let _ = ledger.take(entry.clone());
        }

        let refused = ledger.refused();
        assert!(matches!(refused.as_slice(), [(id, HistoryError::BrokenChain(_))] if *id == gap.id()), "{refused:?}");
        assert_eq!((ledger.in_order().len(), ledger.waiting()), (room.made.len(), 0));
        assert!(matches!(ledger.take(gap.clone()), Err(HistoryError::BrokenChain(_))), "and when it comes again");
    }
}

#[test]
fn a_long_log_that_arrives_backwards_joins() {
    let mut room = Room::new(&[0], 4);
    for _ in 0..1_500 {
        room.write(0, kit::step("concern.recorded", vec![]));
    }
    let mut backwards = room.made.clone();
    backwards.reverse();

    let ledger = ledger_of(&room, &backwards);

    assert_eq!(ids(&ledger), room.made.iter().map(|made| made.id).collect::<Vec<_>>());
}

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
                assert_ne!(changed.id(), made.id, "another header never has the same name");
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

/// A header that a writer who means harm signed: small changes to good JSON rather than noise.
fn damaged_header(room: &Room, choice: &[u8]) -> Vec<u8> {
    let mut bytes = room.made[usize::from(choice.first().copied().unwrap_or(0)) % room.made.len()].entry.header.clone();
    const BITS: [&[u8]; 16] = [
        b" ", b"\n", b",", b"\"", b"0", b"-", b".0", b"e1", b"null", b"[]", b"{}", b"\\u0041", b"\\/", b"\xff", b"2", b"\"seq\":1,",
    ];
    for step in choice.chunks_exact(4) {
        let at = (usize::from(step[0]) << 8 | usize::from(step[1])) % bytes.len();
        let end = (at + usize::from(step[2] % 4)).min(bytes.len());
        bytes.splice(at..end, BITS[usize::from(step[3] % 16)].iter().copied());
    }
    bytes
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
    holds(2_000, seed, prop::collection::vec(any::<u8>(), 1..12), |choice| {
        let bytes = damaged_header(&room, &choice);
        if let Ok(header) = read_header(&bytes) {
            prop_assert_eq!(serde_json::to_vec(&header).unwrap(), bytes.clone());
        }
        if let Ok(envelope) = read_envelope(&bytes) {
            let again: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(serde_json::to_vec(&again).unwrap(), bytes);
            prop_assert!(envelope.strongroom > 0);
        }
        Ok(())
    });
}

#[test]
fn nothing_that_arrives_makes_a_reader_fall_over() {
    let seed = seed();
    println!("seed {seed}");
    let mut room = Room::new(&[0, 1], seed);
    (0..6).for_each(|n| drop(room.write_any(n % 2)));
    let lines: Vec<String> = room.made.iter().map(|made| open_form::write(&made.entry).unwrap()).collect();
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    holds(1_500, seed, (bytes, any::<prop::sample::Index>(), any::<prop::sample::Index>()), |(noise, which, at)| {
        let _ = read_header(&noise);
        let _ = read_envelope(&noise);
        let _ = open_form::read(&String::from_utf8_lossy(&noise));
        let line = which.get(&lines).as_bytes();
        let at = at.index(line.len());
        let damaged = [&line[..at], &noise, &line[(at + noise.len() / 8).min(line.len())..]].concat();
        if let Ok(entry) = open_form::read(&String::from_utf8_lossy(&damaged)) {
            prop_assert_eq!(entry.parts.len() <= entry.header.len(), true);
            let _ = check_alone(&entry, room.id);
        }
        Ok(())
    });
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

#[test]
fn what_a_newer_version_wrote_is_verified_kept_and_told_apart() {
    let mut room = Room::new(&[0], 6);
    let made = room.write(0, kit::step("concern.recorded", vec![("account", b"words".to_vec())]));
    let mut header = json_of(&made.entry);
    header["strongroom"] = 2.into();
    header["mood"] = serde_json::json!({"new": ["thing"]});
    let newer = with_header(&room.laptops[0].key, header.to_string(), made.entry.parts.clone());
    let mut ledger = ledger_of(&room, &room.made[..1]);

    assert_eq!(read_header(&newer.header), Err(HistoryError::Newer { found: 2, known: 1 }));
    assert_eq!(ledger.take(newer.clone()), Ok(Standing::Joins));

    let mut damaged = newer.clone();
    damaged.parts = vec![Some(Part::from_stored(vec![0; 30]))];
    assert_eq!(check_alone(&damaged, room.id), Err(HistoryError::BadPart { name: "account".to_owned() }));
    let mut spaced = newer;
    spaced.header.push(b' ');
    spaced.signature = sign(&room.laptops[0].key, &spaced.header);
    assert_eq!(check_alone(&spaced, room.id), Err(HistoryError::NotCanonical));
}

/// A store as the vault keeps one: strips what was destroyed before storing, and what is stored when an order comes.
fn store_after(room: &Room, arrivals: &[Entry]) -> (Destroyed, Vec<Entry>) {
    let mut destroyed = Destroyed::new(room.id);
    let mut stored: Vec<Entry> = Vec::new();
    for entry in arrivals {
        let mut entry = entry.clone();
        let envelope = check_alone(&entry, room.id).unwrap();
        destroyed.strip(&envelope, &mut entry);
        if envelope.kind == history::destroy::KIND
            && let [Some(order), Some(signatures)] = entry.parts.as_slice()
        {
            destroyed.take(read_order(order.content(), signatures.content(), room.id, &|_, _| true).unwrap()).unwrap();
            for old in &mut stored {
                destroyed.strip(&read_envelope(&old.header).unwrap(), old);
            }
        }
        stored.push(entry);
    }
    (destroyed, stored)
}

#[test]
fn nothing_brings_a_destroyed_part_back() {
    let seed = seed();
    println!("seed {seed}");
    holds(150, seed, (any::<u64>(), 1..6_usize), |(seed, count)| {
        let mut room = Room::new(&[0, 0], seed);
        room.found();
        let people = [room.laptops[0].person.clone(), room.laptops[1].person.clone()];
        let mut targets = Vec::new();
        for n in 0..count {
            let made = room.write(0, kit::step("concern.recorded", vec![("account", vec![7; n]), ("people", vec![])]));
            targets.push((made.id, read_header(&made.entry.header).unwrap().parts[0].hash));
            room.destroy(0, *targets.last().unwrap(), [&people[0], &people[1]]);
        }
        // An order that names an order's own parts, and a certificate: no order reaches those.
        let first = room.made[0].clone();
        let order = room.made.last().unwrap().clone();
        for kept in [first, order] {
            let hash = read_header(&kept.entry.header).unwrap().parts[0].hash;
            room.destroy(0, (kept.id, hash), [&people[0], &people[1]]);
        }
        // Old packs and backups come later and more than once.
        let mut arrivals: Vec<Entry> = room.made.iter().chain(&room.made).map(|made| made.entry.clone()).collect();
        shuffle(&mut arrivals, &mut rng(seed));

        let (destroyed, stored) = store_after(&room, &arrivals);

        for entry in &stored {
            let header = read_header(&entry.header).unwrap();
            for (named, part) in header.parts.iter().zip(&entry.parts) {
                let target = targets.contains(&(entry.id(), named.hash));
                prop_assert_eq!(part.is_none(), target, "{} of {}", named.name, header.kind);
                prop_assert!(!target || destroyed.names(&entry.id(), &named.hash));
            }
        }
        Ok(())
    });
}
