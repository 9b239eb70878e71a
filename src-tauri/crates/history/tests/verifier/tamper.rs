//! Records to be checked: good ones, and ones that somebody tampered with.

use history::entry::{Entry, Part, read_header};
use history::{member, open_form};
use rand_chacha::ChaCha20Rng;
use rand_core::RngCore as _;

use crate::kit::{
    self, Room, below, header_of, json_of, public, second_spelling, shuffle, sign, step,
    with_header,
};

/// The open form of these.
pub fn lines(entries: &[Entry]) -> Vec<u8> {
    entries
        .iter()
        .map(|entry| open_form::write(entry).unwrap() + "\n")
        .collect::<String>()
        .into_bytes()
}

/// A room of three laptops with members, an order of destruction carried out, and `more` other entries.
pub fn a_room(seed: u64, more: usize) -> Room {
    let mut room = Room::new(&[0, -4_000_000, 9_000_000], seed);
    room.found();
    let made = room.write(
        1,
        step(
            "concern.recorded",
            vec![("account", b"to be destroyed".to_vec())],
        ),
    );
    room.deliver(1, 0, 255);
    let people = [
        room.laptops[0].person.clone(),
        room.laptops[2].person.clone(),
    ];
    room.destroy(
        0,
        (
            made.id,
            read_header(&made.entry.header).unwrap().parts[0].hash,
        ),
        [&people[0], &people[1]],
    );
    let place = room.made.iter().position(|one| one.id == made.id).unwrap();
    room.made[place].entry.parts[0] = None;
    for _ in 0..more {
        let who = below(&mut room.rng, 3);
        room.write_any(who);
        let (from, to) = (below(&mut room.rng, 3), below(&mut room.rng, 3));
        let share = 200 + u8::try_from(below(&mut room.rng, 56)).unwrap();
        room.deliver(from, to, share);
    }
    room
}

/// Everything in the room as it was written.
pub fn entries(room: &Room) -> Vec<Entry> {
    room.made.iter().map(|made| made.entry.clone()).collect()
}

/// What somebody could do to a record: with a hex editor, with another program, or with a stolen key.
pub const TAMPERINGS: [&str; 26] = [
    "byte of the line",
    "byte of the signature",
    "byte of a part",
    "parts exchanged",
    "part made longer",
    "part left out of the line",
    "header with a space",
    "header with a field twice",
    "header with upper-case hex",
    "header with an escaped letter",
    "field left out",
    "field added",
    "signed by another key",
    "written under another name",
    "signature of another entry",
    "signature in its second spelling",
    "weak key",
    "place in the log raised",
    "moment set back",
    "moved into another room",
    "same place used twice",
    "log that does not say whose it is",
    "certificate for another key",
    "destroyed part put back",
    "order by one person",
    "order by a stranger",
];

/// A room of which one entry was tampered with.
pub fn tampered(kind: &str, rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut room = a_room(rng.next_u64(), 4);
    // An entry of some length to be changed, with a part, that is nobody's first.
    let content = vec![
        ("account", b"what was said".to_vec()),
        ("people", b"[]".to_vec()),
    ];
    let target = room.write(1, step("concern.recorded", content));
    room.deliver(1, 2, 255);
    room.write_any(2);
    let keys: Vec<_> = room
        .laptops
        .iter()
        .map(|laptop| laptop.key.clone())
        .collect();
    let entry = target.entry.clone();
    let header = header_of(&entry);
    let json = json_of(&entry);
    let parts = entry.parts.clone();
    let resigned = |header: String| with_header(&keys[1], header, entry.parts.clone());
    let with = |name: &str, value: serde_json::Value| {
        let mut json = json.clone();
        json[name] = value;
        with_header(&keys[1], json.to_string(), parts.clone())
    };
    let mut changed = entry.clone();
    let mut extra = None;
    let mut stored = parts[0].as_ref().unwrap().stored().to_vec();
    match kind {
        "byte of the line" => {
            let mut file = lines(&entries(&room));
            let ends: Vec<usize> = (0..file.len()).filter(|at| file[*at] == b'\n').collect();
            let at = below(rng, file.len());
            file[at] ^= [0x01, 0x20, 0x80][below(rng, 3)];
            // A changed line break joins two lines, and that is a fault too.
            assert!(!ends.is_empty());
            return file;
        }
        "byte of the signature" => changed.signature.0[below(rng, 64)] ^= 1 << below(rng, 8),
        "byte of a part" => {
            let at = below(rng, stored.len());
            stored[at] ^= 1 << below(rng, 8);
            changed.parts[0] = Some(Part::from_stored(stored));
        }
        "parts exchanged" => changed.parts.swap(0, 1),
        "part made longer" => {
            stored.push(0);
            changed.parts[0] = Some(Part::from_stored(stored));
        }
        "part left out of the line" => drop(changed.parts.pop()),
        "header with a space" => {
            let commas: Vec<usize> = header.match_indices(',').map(|(at, _)| at).collect();
            let mut spaced = header;
            spaced.insert(commas[below(rng, commas.len())] + 1, ' ');
            changed = resigned(spaced);
        }
        "header with a field twice" => {
            changed = resigned(header.replacen("\"seq\"", "\"strongroom\":1,\"seq\"", 1))
        }
        "header with upper-case hex" => {
            let upper = header.replace(&room.id.to_string(), &room.id.to_string().to_uppercase());
            changed = resigned(if upper == header {
                header.to_uppercase()
            } else {
                upper
            });
        }
        "header with an escaped letter" => {
            changed = resigned(header.replacen("\"zone\":\"E", "\"zone\":\"\\u0045", 1))
        }
        "field left out" => {
            let name = ["happened", "zone", "clock_note", "seen", "critical"][below(rng, 5)];
            let mut less = json.clone();
            less.as_object_mut().unwrap().shift_remove(name).unwrap();
            changed = resigned(less.to_string());
        }
        "field added" => changed = with("colour", "green".into()),
        "signed by another key" => changed.signature = sign(&keys[0], &entry.header),
        "written under another name" => {
            let mut other = json.clone();
            other["writer"] = public(&keys[0]).to_string().into();
            changed = with_header(&keys[0], other.to_string(), parts.clone());
        }
        "signature of another entry" => changed.signature = room.made[0].entry.signature,
        "signature in its second spelling" => changed.signature = second_spelling(&entry.signature),
        "weak key" => {
            // The neutral point: R = neutral, S = 0 fits every message in a lenient verifier.
            let mut neutral = [0; 64];
            neutral[0] = 1;
            changed = with("writer", format!("01{}", "0".repeat(62)).into());
            changed.signature = history::Signature(neutral);
        }
        "place in the log raised" => changed = with("seq", (target.seq + 1).into()),
        "moment set back" => {
            let before = room
                .made
                .iter()
                .find(|made| made.writer == target.writer && made.seq + 1 == target.seq)
                .unwrap();
            changed = with(
                "moment",
                serde_json::json!({"ms": before.moment.ms, "n": before.moment.n}),
            );
        }
        "moved into another room" => changed = with("room", "0".repeat(32).into()),
        "same place used twice" => extra = Some(with("app", "another laptop".into())),
        "log that does not say whose it is" => {
            let first = room
                .made
                .iter_mut()
                .find(|made| made.writer == target.writer && made.seq == 1)
                .unwrap();
            let mut json = json_of(&first.entry);
            json["kind"] = "concern.recorded".into();
            first.entry = with_header(&keys[1], json.to_string(), first.entry.parts.clone());
        }
        "certificate for another key" => {
            let certificate = room.laptops[2].person.certify(&public(&keys[0]));
            let part = serde_json::to_vec(&certificate).unwrap();
            extra = Some(
                room.write(
                    1,
                    step(member::WRITER_INTRODUCED, vec![(member::CERTIFICATE, part)]),
                )
                .entry,
            );
            room.made.pop();
        }
        "destroyed part put back" => {
            let hash = read_header(&entry.header).unwrap().parts[0].hash;
            let people = [
                room.laptops[1].person.clone(),
                room.laptops[2].person.clone(),
            ];
            room.destroy(0, (target.id, hash), [&people[0], &people[1]]);
        }
        "order by one person" => {
            let ann = room.laptops[0].person.clone();
            room.destroy(0, (target.id, target.id), [&ann, &ann]);
        }
        "order by a stranger" => {
            let (ann, stranger) = (room.laptops[0].person.clone(), kit::Person::new("Zoe", rng));
            room.destroy(0, (target.id, target.id), [&ann, &stranger]);
        }
        other => panic!("no such tampering: {other}"),
    }
    let mut all: Vec<Entry> = room
        .made
        .iter()
        .map(|made| {
            if made.id == target.id {
                changed.clone()
            } else {
                made.entry.clone()
            }
        })
        .collect();
    all.extend(extra);
    shuffle(&mut all, rng);
    lines(&all)
}
