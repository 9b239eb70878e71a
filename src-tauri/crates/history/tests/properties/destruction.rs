//! What was destroyed stays destroyed.

use history::destroy::{Destroyed, read_order};
use history::entry::{Entry, read_envelope, read_header};
use history::ledger::check_alone;
use proptest::prelude::*;

use crate::kit::{self, Room, rng, seed, shuffle};
use crate::story::holds;

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
            destroyed
                .take(
                    read_order(order.content(), signatures.content(), room.id, &|_, _| true)
                        .unwrap(),
                )
                .unwrap();
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
    holds(100, seed, (any::<u64>(), 1..6_usize), |(seed, count)| {
        let mut room = Room::new(&[0, 0], seed);
        room.found();
        let people = [
            room.laptops[0].person.clone(),
            room.laptops[1].person.clone(),
        ];
        let mut targets = Vec::new();
        for n in 0..count {
            let made = room.write(
                0,
                kit::step(
                    "concern.recorded",
                    vec![("account", vec![7; n]), ("people", vec![])],
                ),
            );
            targets.push((
                made.id,
                read_header(&made.entry.header).unwrap().parts[0].hash,
            ));
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
        let mut arrivals: Vec<Entry> = room
            .made
            .iter()
            .chain(&room.made)
            .map(|made| made.entry.clone())
            .collect();
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
