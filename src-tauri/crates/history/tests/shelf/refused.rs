//! Broken things, each refused for its own reason.

use std::collections::{BTreeMap, BTreeSet};

use history::HistoryError::{
    self, BadKey, BadPart, BadSignature, BrokenChain, Malformed, NotCanonical, TooLarge,
};
use history::checkpoint::SignedCheckpoint;
use history::destroy::{self, Destroyed, read_order};
use history::entry::{read_envelope, read_header};
use history::ledger::Ledger;
use history::member::{Member, introduction};
use history::{Id, PublicKey, open_form};

use crate::{everything, take_all, text};

/// What a reader says to a file: the first thing it refuses, or what the entries say of people.
fn refusal(name: &str) -> Option<HistoryError> {
    let text = text(name);
    let lines: Vec<&str> = text.strip_suffix('\n').unwrap().split('\n').collect();
    let mut ledger: Option<Ledger> = None;
    for (place, line) in lines.iter().enumerate() {
        let taken = open_form::read(line).and_then(|entry| match &mut ledger {
            Some(ledger) => ledger.take(entry),
            None => {
                let room = read_envelope(&entry.header)?.room;
                ledger.insert(Ledger::new(room)).take(entry)
            }
        });
        if let Err(error) = taken {
            assert_eq!(
                place + 1,
                lines.len(),
                "{name}: only the last line is wrong"
            );
            return Some(error);
        }
    }
    let ledger = ledger.unwrap();
    let mut members = BTreeSet::new();
    for (_, entry) in ledger.in_order() {
        let header = read_header(&entry.header).unwrap();
        let content = |place: usize| entry.parts[place].as_ref().unwrap().content().to_vec();
        let found = match header.kind.as_str() {
            _ if header.seq == 1 => introduction(&header, entry).err(),
            "member.added" => {
                let member = Member::read(&content(0)).unwrap();
                members.insert((member.person, member.identity));
                None
            }
            destroy::KIND => {
                let known =
                    |person: &Id, identity: &PublicKey| members.contains(&(*person, *identity));
                read_order(&content(0), &content(1), header.room, &known).err()
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn part(name: &str) -> HistoryError {
    BadPart {
        name: name.to_owned(),
    }
}

const FOLLOWS: HistoryError = BrokenChain("it does not follow its writer's previous entry");
const LATER: HistoryError = BrokenChain("its clock is not later than what it had seen");
const NOBODYS: HistoryError = Malformed("a log that does not say whose it is");

#[test]
fn everything_broken_is_refused_for_its_own_reason() {
    let expected = BTreeMap::from([
        ("space-in-header", NotCanonical),
        ("line-break-after-header", NotCanonical),
        ("repeated-key", NotCanonical),
        ("fields-in-another-order", NotCanonical),
        ("null-field-left-out", NotCanonical),
        ("field-left-out", Malformed("header")),
        ("unknown-field", Malformed("header")),
        ("upper-case-hex", Malformed("header")),
        ("hex-too-short", Malformed("header")),
        ("number-with-fraction", Malformed("number")),
        ("number-with-exponent", NotCanonical),
        ("number-with-leading-zero", Malformed("header")),
        ("number-as-text", Malformed("header")),
        ("number-too-large", Malformed("number")),
        ("number-below-zero", Malformed("number")),
        ("counter-too-large", Malformed("header")),
        ("escaped-letter", NotCanonical),
        ("escaped-slash", NotCanonical),
        ("escape-in-upper-case", NotCanonical),
        ("half-a-surrogate-pair", Malformed("header")),
        ("header-as-list", NotCanonical),
        ("moment-as-list", NotCanonical),
        ("header-not-json", Malformed("header")),
        ("header-too-long", TooLarge("header")),
        ("version-zero", Malformed("version")),
        ("place-zero", Malformed("seq and prev")),
        ("prev-missing", Malformed("seq and prev")),
        ("prev-on-first", Malformed("seq and prev")),
        ("kind-with-capital", Malformed("kind")),
        ("kind-with-empty-word", Malformed("kind")),
        ("kind-too-long", Malformed("kind")),
        ("part-name-with-space", Malformed("part name")),
        ("part-named-twice", Malformed("part name")),
        ("part-too-long", TooLarge("part")),
        ("part-without-salt", Malformed("part without salt")),
        ("too-many-parts", TooLarge("list")),
        ("too-many-subjects", TooLarge("list")),
        ("too-many-blobs", TooLarge("list")),
        ("weak-key", BadKey),
        ("weak-key-of-order-eight", BadKey),
        ("key-in-its-second-spelling", BadKey),
        ("key-not-on-the-curve", BadKey),
        ("signature-of-another-entry", BadSignature),
        ("signature-by-another-key", BadSignature),
        ("signature-without-its-purpose", BadSignature),
        ("signature-in-its-second-spelling", BadSignature),
        ("signature-with-weak-point", BadSignature),
        ("wrong-part", part("account")),
        ("wrong-salt", part("account")),
        ("part-cut-short", part("account")),
        ("part-made-longer", part("account")),
        ("parts-exchanged", part("account")),
        ("part-missing-from-line", Malformed("parts")),
        ("part-too-many-on-line", Malformed("parts")),
        ("upper-case-signature", Malformed("line")),
        ("upper-case-part", Malformed("part")),
        ("part-of-half-a-byte", Malformed("part")),
        ("line-as-list", Malformed("line")),
        ("line-with-unknown-field", Malformed("line")),
        ("line-with-field-twice", Malformed("line")),
        ("line-with-header-as-object", Malformed("line")),
        ("line-with-byte-order-mark", Malformed("line")),
        ("line-cut-short", Malformed("line")),
        ("line-empty", Malformed("line")),
        ("newer-with-space", NotCanonical),
        ("newer-with-repeated-key", NotCanonical),
        ("newer-with-fraction", Malformed("number")),
        ("newer-nested-too-deep", TooLarge("depth")),
        ("newer-too-long", TooLarge("header")),
        ("newer-with-moment-as-list", Malformed("header")),
        ("newer-without-parts", Malformed("header")),
        ("seq-gap", FOLLOWS),
        ("other-room", Malformed("another room's entry")),
        ("moment-not-later", LATER),
        ("prev-not-the-one-before", FOLLOWS),
        ("prev-of-another-writer", FOLLOWS),
        ("moment-not-later-than-seen", LATER),
        ("log-without-introduction", NOBODYS),
        ("introduction-without-certificate", NOBODYS),
        ("certificate-of-another-writer", BadSignature),
        ("order-signed-once", Malformed("destroy signatures")),
        ("order-signed-twice-by-one", BadSignature),
        ("order-signed-by-a-stranger", BadKey),
        ("order-changed-after-signing", BadSignature),
        ("order-for-another-room", Malformed("destroy order's room")),
        ("order-with-space", NotCanonical),
    ]);
    let on_the_shelf: BTreeSet<String> = everything()
        .iter()
        .filter_map(|name| name.strip_prefix("broken/")?.strip_suffix(".jsonl"))
        .map(str::to_owned)
        .collect();

    for (name, reason) in &expected {
        assert_eq!(
            refusal(&format!("broken/{name}.jsonl")).as_ref(),
            Some(reason),
            "{name}"
        );
    }

    let mut known: BTreeSet<String> = expected.keys().map(|name| (*name).to_owned()).collect();
    known.insert("destroyed-part-still-here".to_owned());
    assert_eq!(on_the_shelf, known);
}

#[test]
fn a_destroyed_part_that_stands_on_the_shelf_is_stripped() {
    let ledger = take_all("broken/destroyed-part-still-here.jsonl");
    let entries = ledger.in_order();
    let room = read_envelope(&entries[0].1.header).unwrap().room;
    let order = entries
        .iter()
        .find(|(_, entry)| read_header(&entry.header).unwrap().kind == destroy::KIND)
        .unwrap()
        .1;
    let content = |place: usize| order.parts[place].as_ref().unwrap().content();
    let mut destroyed = Destroyed::new(room);
    destroyed
        .take(read_order(content(0), content(1), room, &|_, _| true).unwrap())
        .unwrap();

    let stripped: usize = entries
        .into_iter()
        .map(|(_, entry)| {
            destroyed.strip(&read_envelope(&entry.header).unwrap(), &mut entry.clone())
        })
        .sum();

    assert_eq!(stripped, 1);
}

#[test]
fn every_broken_checkpoint_is_refused_for_its_own_reason() {
    let expected = BTreeMap::from([
        ("count-changed", Malformed("checkpoint")),
        ("root-changed", Malformed("checkpoint")),
        ("logs-exchanged", Malformed("checkpoint")),
        ("log-twice", Malformed("checkpoint")),
        ("log-without-entries", Malformed("checkpoint")),
        ("length-with-leading-zero", Malformed("checkpoint")),
        ("room-in-upper-case", Malformed("checkpoint")),
        ("text-changed", BadSignature),
        ("no-signature", Malformed("checkpoint")),
        ("no-line-break-at-end", Malformed("checkpoint")),
        ("carriage-returns", Malformed("checkpoint")),
        ("hyphen-for-dash", Malformed("checkpoint")),
        ("signed-by-another", BadKey),
        ("signature-of-another-text", BadSignature),
    ]);
    let signer: PublicKey = text("v1/checkpoint.signer").trim_end().parse().unwrap();

    for (name, reason) in &expected {
        let note = text(&format!("broken/checkpoint/{name}.txt"));
        assert_eq!(
            SignedCheckpoint::read(&note, &signer).as_ref().err(),
            Some(reason),
            "{name}"
        );
    }

    let on_the_shelf: BTreeSet<String> = everything()
        .iter()
        .filter_map(|name| {
            name.strip_prefix("broken/checkpoint/")?
                .strip_suffix(".txt")
        })
        .map(str::to_owned)
        .collect();
    assert_eq!(
        on_the_shelf,
        expected.keys().map(|name| (*name).to_owned()).collect()
    );
}
