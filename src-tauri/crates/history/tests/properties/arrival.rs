//! Whatever order entries arrive in, the history is the same.

use std::collections::BTreeSet;

use ed25519_dalek::SigningKey;
use history::clock::Moment;
use history::entry::{Author, Entry, Part, read_header};
use history::ledger::{Ledger, Standing, check_alone};
use history::{Hash, HistoryError, Id, PublicKey};
use proptest::prelude::*;

use crate::kit::{self, Made, Room, below, json_of, rng, seed, shuffle, sign, with_header};
use crate::story::{holds, stories};

fn ledger_of(room: &Room, arrivals: &[Made]) -> Ledger {
    let mut ledger = Ledger::new(room.id);
    for made in arrivals {
        ledger
            .take(made.entry.clone())
            .expect("every entry is rightly written");
    }
    ledger
}

fn ids(ledger: &Ledger) -> Vec<Hash> {
    ledger.in_order().into_iter().map(|(id, _)| id).collect()
}

/// What a set holds, entry by entry with their parts.
fn contents(ledger: &Ledger) -> Vec<Entry> {
    ledger
        .in_order()
        .into_iter()
        .map(|(_, entry)| entry.clone())
        .collect()
}

/// Entries of one log in one place, as they were made.
fn forked_places(room: &Room) -> BTreeSet<(PublicKey, u64)> {
    let mut places = BTreeSet::new();
    room.made
        .iter()
        .filter(|made| !places.insert((made.writer, made.seq)))
        .map(|made| (made.writer, made.seq))
        .collect()
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
            prop_assert!(
                header
                    .prev
                    .iter()
                    .chain(&header.seen)
                    .all(|cause| before.contains(cause))
            );
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
            prop_assert_eq!(
                contents(&shuffled),
                contents(&straight),
                "both branches are kept"
            );
        }
        Ok(())
    });
    assert!(
        found.get() > 50,
        "the stories must hold forks to mean anything: {}",
        found.get()
    );
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
                let from = if below(&mut rng, 2) == 0 {
                    &mut one
                } else {
                    &mut other
                };
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
fn of_two_good_signatures_the_same_is_kept_in_either_order() {
    let author = Author {
        key: &SigningKey::from_bytes(&[7; 32]),
        room: Id([1; 16]),
        last: None,
        seen: vec![],
        moment: Moment { ms: 1, n: 0 },
    };
    let entry = author
        .write(kit::step("concern.recorded", vec![]), &mut rng(1))
        .unwrap();
    // Made by the same key with another random point: it fits as well.
    let signature = SECOND_SIGNATURE.parse().unwrap();
    let other = Entry {
        signature,
        ..entry.clone()
    };
    assert_ne!(entry.signature, signature);

    let kept = [[&entry, &other], [&other, &entry]].map(|arrivals| {
        let mut ledger = Ledger::new(author.room);
        for entry in arrivals {
            ledger.take(entry.clone()).unwrap();
        }
        contents(&ledger)
    });

    assert_eq!(kept[0], kept[1]);
}

const SECOND_SIGNATURE: &str = "4d9df217b27cc551646b60cad0eadc199b69feab3d613f8689942ba815af771d7c94a339dda1d4078d77b7828cc048cbd4f0473acda2f438e92275567421ca05";

#[test]
fn an_entry_that_breaks_the_chain_is_refused_in_every_order() {
    let mut room = Room::new(&[0, 0], 8);
    for who in [0, 0, 1, 1] {
        room.write_any(who);
    }
    let last = room.made.last().unwrap().clone();
    let mut header = json_of(&last.entry);
    header["seq"] = (last.seq + 1).into();
    let gap = with_header(
        &room.laptops[1].key,
        header.to_string(),
        last.entry.parts.clone(),
    );
    let mut arrivals: Vec<Entry> = room
        .made
        .iter()
        .map(|made| made.entry.clone())
        .chain([gap.clone()])
        .collect();
    let mut rng = rng(8);

    for _ in 0..50 {
        shuffle(&mut arrivals, &mut rng);
        let mut ledger = Ledger::new(room.id);
        for entry in &arrivals {
            let _ = ledger.take(entry.clone());
        }

        let refused = ledger.refused();
        assert!(
            matches!(refused.as_slice(), [(id, HistoryError::BrokenChain(_))] if *id == gap.id()),
            "{refused:?}"
        );
        assert_eq!(
            (ledger.in_order().len(), ledger.waiting()),
            (room.made.len(), 0)
        );
        assert!(
            matches!(ledger.take(gap.clone()), Err(HistoryError::BrokenChain(_))),
            "and when it comes again"
        );
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

    assert_eq!(
        ids(&ledger),
        room.made.iter().map(|made| made.id).collect::<Vec<_>>()
    );
}

#[test]
fn what_a_newer_version_wrote_is_verified_kept_and_told_apart() {
    let mut room = Room::new(&[0], 6);
    let made = room.write(
        0,
        kit::step("concern.recorded", vec![("account", b"words".to_vec())]),
    );
    let mut header = json_of(&made.entry);
    header["strongroom"] = 2.into();
    header["mood"] = serde_json::json!({"new": ["thing"]});
    let newer = with_header(
        &room.laptops[0].key,
        header.to_string(),
        made.entry.parts.clone(),
    );
    let mut ledger = ledger_of(&room, &room.made[..1]);

    assert_eq!(
        read_header(&newer.header),
        Err(HistoryError::Newer { found: 2, known: 1 })
    );
    assert_eq!(ledger.take(newer.clone()), Ok(Standing::Joins));

    let mut damaged = newer.clone();
    damaged.parts = vec![Some(Part::from_stored(vec![0; 30]))];
    assert_eq!(
        check_alone(&damaged, room.id),
        Err(HistoryError::BadPart {
            name: "account".to_owned()
        })
    );
    let mut spaced = newer;
    spaced.header.push(b' ');
    spaced.signature = sign(&room.laptops[0].key, &spaced.header);
    assert_eq!(
        check_alone(&spaced, room.id),
        Err(HistoryError::NotCanonical)
    );
}
