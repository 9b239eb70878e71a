//! What was destroyed stays destroyed.

use domain::id::ConcernId;
use history::destroy::{KIND, ORDER, Order, PartTarget, SIGNATURES, consent};
use history::entry::read_header;
use history::member::{MEMBER, MEMBER_ADDED, Member};
use vault::{NewEntry, Room};
use zeroize::Zeroizing;

use crate::kit::{DAY, ROOM, Writer, concern, entries_of, key, rng, room, stamp};

fn plain(kind: &'static str, parts: Vec<(&'static str, Vec<u8>)>) -> NewEntry {
    NewEntry {
        kind,
        subjects: vec![],
        supersedes: vec![],
        happened: None,
        parts: parts
            .into_iter()
            .map(|(name, bytes)| (name, Zeroizing::new(bytes)))
            .collect(),
        blobs: vec![],
    }
}

fn member(writer: &Writer) -> NewEntry {
    let member = Member {
        person: writer.certificate.person,
        name: writer.certificate.name.clone(),
        user: writer.certificate.user.clone(),
        role: writer.certificate.role.clone(),
        identity: writer.certificate.identity,
        sealing: "age1".into(),
    };
    plain(
        MEMBER_ADDED,
        vec![(MEMBER, serde_json::to_vec(&member).unwrap())],
    )
}

/// A room with two members and a concern, and an order of both to destroy its account.
fn ordered() -> (
    tempfile::TempDir,
    Room,
    Vec<history::entry::Entry>,
    NewEntry,
    Writer,
) {
    let (dir, mut room) = room();
    let (ruth, head) = (Writer::new(1), Writer::new(2));
    room.write(
        &ruth.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![member(&ruth), member(&head), concern(7, 1, "canary words")],
    )
    .unwrap();
    let before = entries_of(&room);
    let entry = before.last().unwrap();
    let header = read_header(&entry.header).unwrap();
    let parts = header
        .parts
        .iter()
        .map(|part| PartTarget {
            entry: entry.id(),
            part: part.hash,
        })
        .collect();
    let order = Order {
        room: ROOM,
        parts,
        blobs: vec![],
        authority: "retention".into(),
        reason: "review".into(),
        decided: "2026-11-10T10:00:00.000+00:00".into(),
    };
    let order = serde_json::to_vec(&order).unwrap();
    let both = [&ruth, &head].map(|one| consent(&order, one.certificate.person, &one.identity));
    let entry = plain(
        KIND,
        vec![
            (ORDER, order),
            (SIGNATURES, serde_json::to_vec(&both).unwrap()),
        ],
    );
    (dir, room, before, entry, ruth)
}

#[test]
fn destroyed_words_are_gone_from_the_record_the_lists_and_the_search_and_the_chain_still_holds() {
    let (_dir, mut room, _, order, ruth) = ordered();

    room.write(&ruth.pen(), &stamp(DAY + 1), &mut rng(2), vec![order])
        .unwrap();

    assert_eq!(
        room.concern(ConcernId([7; 16]))
            .unwrap()
            .current()
            .unwrap()
            .content
            .account,
        ""
    );
    assert_eq!(room.find_concerns("canary", 9).unwrap().len(), 0);
    let mut walk = vault::Walk::default();
    while room.walk(&mut walk, 100).unwrap() {}
    assert_eq!(walk.faults, []);
}

#[test]
fn an_old_pack_and_an_old_backup_bring_nothing_back() {
    let (dir, mut room, before, order, ruth) = ordered();
    let old = dir.path().join("old.db");
    room.copy_to(&old, &key(), &mut || true).unwrap();
    room.write(&ruth.pen(), &stamp(DAY + 1), &mut rng(2), vec![order])
        .unwrap();
    let after = entries_of(&room);
    let expected = room.picture().unwrap();

    // The old entries, words and all, arrive again.
    room.take(before.clone()).unwrap();
    assert_eq!(
        room.find_concerns("canary", 9).unwrap().len(),
        0,
        "from an old pack"
    );

    // An old copy is restored and then hears of the order.
    let mut restored = Room::open(&old, ROOM, &key()).unwrap();
    assert_eq!(restored.find_concerns("canary", 9).unwrap().len(), 1);
    restored.take(after.clone()).unwrap();
    assert_eq!(
        restored.find_concerns("canary", 9).unwrap().len(),
        0,
        "from an old backup"
    );
    assert_eq!(restored.picture().unwrap(), expected);

    // The order comes before the words ever did.
    let (_late, mut late) = crate::kit::room();
    late.take(after).unwrap();
    late.take(before).unwrap();
    assert_eq!(
        late.find_concerns("canary", 9).unwrap().len(),
        0,
        "on a laptop that came late"
    );
    assert_eq!(late.picture().unwrap(), expected);
}

#[test]
fn an_order_that_a_stranger_signed_destroys_nothing() {
    let (_dir, mut room, _, _, ruth) = ordered();
    let stranger = Writer::new(5);
    let target = entries_of(&room).pop().unwrap();
    let header = read_header(&target.header).unwrap();
    let order = serde_json::to_vec(&Order {
        room: ROOM,
        parts: vec![PartTarget {
            entry: target.id(),
            part: header.parts[0].hash,
        }],
        blobs: vec![],
        authority: String::new(),
        reason: String::new(),
        decided: String::new(),
    })
    .unwrap();
    let both = [&ruth, &stranger].map(|one| consent(&order, one.certificate.person, &one.identity));
    let entry = plain(
        KIND,
        vec![
            (ORDER, order),
            (SIGNATURES, serde_json::to_vec(&both).unwrap()),
        ],
    );

    room.write(&ruth.pen(), &stamp(DAY + 1), &mut rng(2), vec![entry])
        .unwrap();

    assert_eq!(room.find_concerns("canary", 9).unwrap().len(), 1);
}
