//! Records of version 1 as they must read for ever.

use history::checkpoint::{Checkpoint, LogState, root_of};
use history::entry::{Author, Entry, Written, read_header};
use history::member::{LogEnd, Removal};
use history::{Hash, Id, PublicKey};
use serde_json::json;

use super::{Item, entries, lines, small};
use crate::kit::{Made, Room, json_of, public, rng, step, with_header};

fn text(entries: impl IntoIterator<Item = Hash>) -> Vec<u8> {
    entries
        .into_iter()
        .map(|id| format!("{id}\n"))
        .collect::<String>()
        .into_bytes()
}

/// The one entry whose every byte is known: also what the writer is held to.
pub fn one_entry() -> Entry {
    let author = Author {
        key: &ed25519_dalek::SigningKey::from_bytes(&[7; 32]),
        room: Id([1; 16]),
        last: Some((1, Hash([2; 32]))),
        seen: vec![Hash([3; 32])],
        moment: history::clock::Moment {
            ms: 1_790_000_000_000,
            n: 3,
        },
    };
    let written = Written {
        subjects: vec![history::entry::Subject {
            id: Id([4; 16]),
            parents: vec![Hash([5; 32])],
        }],
        supersedes: vec![Hash([5; 32])],
        critical: true,
        clock_note: Some("went back 200 s".to_owned()),
        happened: Some("2026-09-20T20:30:00+01:00".to_owned()),
        app: "quotes \" and \\, control \u{1}\u{1f}\u{7f}\n, Siobhán 北京 \u{1f9d2}".to_owned(),
        blobs: vec![history::entry::BlobHeader {
            hash: Hash([6; 32]),
            len: 9_007_199_254_740_991,
        }],
        ..step(
            "concern.amended",
            vec![("account", "Ça va: „fine“".into()), ("empty", vec![])],
        )
    };
    author.write(written, &mut rng(1)).unwrap()
}

/// The frozen vectors of version 1.
pub fn version_1() -> Vec<Item> {
    let one = one_entry();
    let account = one.parts[0].as_ref().unwrap().stored().to_vec();
    let mut items: Vec<Item> = vec![
        ("v1/one/header.json".into(), one.header.clone()),
        (
            "v1/one/signature.hex".into(),
            format!("{}\n", one.signature).into_bytes(),
        ),
        ("v1/one/account.part".into(), account),
        ("v1/one/entry.jsonl".into(), lines(&[one])),
    ];

    let mut room = Room::new(&[0, -4_000_000, 9_000_000], 1);
    room.found();
    let gone = room.write(
        1,
        step(
            "concern.recorded",
            vec![("account", b"to be destroyed".to_vec())],
        ),
    );
    room.deliver(1, 0, 255);
    let (ann, cat) = (
        room.laptops[0].person.clone(),
        room.laptops[2].person.clone(),
    );
    let ordered = room.destroy(
        0,
        (
            gone.id,
            read_header(&gone.entry.header).unwrap().parts[0].hash,
        ),
        [&ann, &cat],
    );
    for n in 0..9 {
        room.write_any(n % 3);
        room.deliver(n % 3, (n + 1) % 3, 255);
    }
    let mut whole = entries(&room.made);
    let place = room
        .made
        .iter()
        .position(|made| made.id == gone.id)
        .unwrap();
    whole[place].parts[0] = None;
    let note = checkpoint(&room).sign(&room.laptops[0].key).note;
    let stored =
        |made: &Made, place: usize| made.entry.parts[place].as_ref().unwrap().content().to_vec();
    let removal = Removal {
        person: cat.id,
        reason: "left the school".to_owned(),
        ends: vec![LogEnd {
            writer: public(&room.laptops[2].key),
            seq: 2,
        }],
    };
    let in_order = room.laptops[2].in_order().len();
    items.extend([
        ("v1/room.jsonl".into(), lines(&whole)),
        ("v1/room.order".into(), text(ordered_ids(&room.made))),
        (
            "v1/selection.jsonl".into(),
            lines(&[
                whole[0].clone(),
                whole[in_order / 2].clone(),
                whole[in_order - 1].clone(),
            ]),
        ),
        ("v1/checkpoint.txt".into(), note.into_bytes()),
        (
            "v1/checkpoint.signer".into(),
            format!("{}\n", public(&room.laptops[0].key)).into_bytes(),
        ),
        ("v1/order.json".into(), stored(&ordered, 0)),
        ("v1/order.signatures.json".into(), stored(&ordered, 1)),
        ("v1/certificate.json".into(), stored(&room.made[0], 0)),
        (
            "v1/certificate.writer".into(),
            format!("{}\n", public(&room.laptops[0].key)).into_bytes(),
        ),
        (
            "v1/member.json".into(),
            serde_json::to_vec(&cat.member()).unwrap(),
        ),
        (
            "v1/removal.json".into(),
            serde_json::to_vec(&removal).unwrap(),
        ),
    ]);

    let mut forked = Room::new(&[0, 60_000], 2);
    forked.write_any(0);
    forked.copy(0);
    for who in [0, 2, 2] {
        forked.write_any(who);
    }
    forked.deliver(2, 1, 255);
    forked.write_any(1);
    items.push(("v1/fork.jsonl".into(), lines(&entries(&forked.made))));

    let (key, made) = small(3);
    let mut newer = json_of(&made[2].entry);
    newer["strongroom"] = 2.into();
    newer["mood"] = json!({"new": ["thing", 1, null]});
    let newer = with_header(&key, newer.to_string(), made[2].entry.parts.clone());
    items.push((
        "v1/newer.jsonl".into(),
        lines(&[made[0].entry.clone(), made[1].entry.clone(), newer]),
    ));
    items
}

fn ordered_ids(made: &[Made]) -> Vec<Hash> {
    let mut all = made.to_vec();
    all.sort_by_key(|made| (made.moment, made.id));
    all.into_iter().map(|made| made.id).collect()
}

/// A checkpoint over everything in a room without forks.
fn checkpoint(room: &Room) -> Checkpoint {
    let mut writers: Vec<PublicKey> = room.made.iter().map(|made| made.writer).collect();
    writers.sort();
    writers.dedup();
    let logs = writers.into_iter().map(|writer| {
        let log: Vec<Hash> = room
            .made
            .iter()
            .filter(|made| made.writer == writer)
            .map(|made| made.id)
            .collect();
        LogState {
            writer,
            seq: log.len() as u64,
            root: root_of(log.iter().map(|id| id.0.as_slice())),
        }
    });
    Checkpoint::new(room.id, logs.collect())
}
