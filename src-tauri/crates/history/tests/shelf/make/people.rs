//! Records that say something untrue of people, or hold what was destroyed.

use history::entry::read_header;
use serde_json::{Value, json};

use super::{Item, entries, lines, small};
use crate::kit::{self, Made, Room, json_of, public, rng, step, with_header};
use history::entry::Entry;

/// Entries that join and say something untrue of people, or hold what was destroyed.
pub fn broken_about_people() -> Vec<Item> {
    let item = |name: &str, entries: &[Entry]| (format!("broken/{name}.jsonl"), lines(entries));
    let (key, made) = small(3);
    let stranger = small(4);
    let mut items = Vec::new();

    let mut first = json_of(&made[0].entry);
    first["kind"] = "concern.recorded".into();
    items.push(item(
        "log-without-introduction",
        &[with_header(
            &key,
            first.to_string(),
            made[0].entry.parts.clone(),
        )],
    ));
    let mut first = json_of(&stranger.1[0].entry);
    first["writer"] = public(&key).to_string().into();
    let parts = stranger.1[0].entry.parts.clone();
    items.push(item(
        "certificate-of-another-writer",
        &[with_header(&key, first.to_string(), parts)],
    ));
    let mut first = json_of(&made[0].entry);
    first["parts"] = json!([]);
    items.push(item(
        "introduction-without-certificate",
        &[with_header(&key, first.to_string(), vec![])],
    ));

    let room = || {
        let mut room = Room::new(&[0, 0], 6);
        room.found();
        let made = room.write(
            0,
            step("concern.recorded", vec![("account", b"words".to_vec())]),
        );
        let people = [
            room.laptops[0].person.clone(),
            room.laptops[1].person.clone(),
        ];
        (
            room,
            (
                made.id,
                read_header(&made.entry.header).unwrap().parts[0].hash,
            ),
            people,
        )
    };
    let (mut destroyed, target, people) = room();
    destroyed.destroy(0, target, [&people[0], &people[1]]);
    let place = destroyed
        .made
        .iter()
        .position(|made| made.id == target.0)
        .unwrap();
    let good = destroyed.made.pop().unwrap();
    let kept = destroyed.made[place].clone();
    let others: Vec<Made> = destroyed
        .made
        .iter()
        .filter(|made| made.id != target.0)
        .cloned()
        .collect();
    items.push(item(
        "destroyed-part-still-here",
        &[entries(&others), vec![good.entry.clone(), kept.entry]].concat(),
    ));

    let (mut twice, target, people) = room();
    twice.destroy(0, target, [&people[0], &people[0]]);
    items.push(item("order-signed-twice-by-one", &entries(&twice.made)));
    let (mut strange, target, people) = room();
    let zoe = kit::Person::new("Zoe", &mut rng(9));
    strange.destroy(0, target, [&people[0], &zoe]);
    items.push(item("order-signed-by-a-stranger", &entries(&strange.made)));
    let content = |place: usize| good.entry.parts[place].as_ref().unwrap().content().to_vec();
    let order = String::from_utf8(content(0)).unwrap();
    let signatures: Vec<Value> = serde_json::from_slice(&content(1)).unwrap();
    let both = serde_json::to_vec(&signatures).unwrap();
    let reach = |order: String| {
        let consents = people
            .iter()
            .map(|person| person.consent(order.as_bytes()))
            .collect::<Vec<_>>();
        (
            order.clone().into_bytes(),
            serde_json::to_vec(&consents).unwrap(),
        )
    };
    let other_room = reach(order.replace(&destroyed.id.to_string(), &"ab".repeat(16)));
    let spaced = reach(order.replacen(',', ", ", 1));
    for (name, order, signatures) in [
        (
            "order-signed-once",
            order.clone().into_bytes(),
            serde_json::to_vec(&signatures[..1]).unwrap(),
        ),
        (
            "order-changed-after-signing",
            order.replace("rule 4", "rule 5").into_bytes(),
            both,
        ),
        ("order-for-another-room", other_room.0, other_room.1),
        ("order-with-space", spaced.0, spaced.1),
    ] {
        let (mut room, ..) = self::room_of(&room);
        room.write(
            0,
            step(
                "part.destroyed",
                vec![("order", order), ("signatures", signatures)],
            ),
        );
        items.push(item(name, &entries(&room.made)));
    }
    items
}

fn room_of<T, U>(make: &dyn Fn() -> (Room, T, U)) -> (Room, T, U) {
    make()
}
