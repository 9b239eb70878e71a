//! Checking every entry, against SHA-256 and Ed25519 alone over the same bytes.

use std::collections::BTreeMap;
use std::time::Duration;

use ed25519_dalek::{Signature, VerifyingKey};
use history::entry::{Entry, read_envelope};
use sha2::{Digest, Sha256};
use vault::Walk;

use crate::school::School;
use crate::table::{Row, Table, thousands};
use crate::times::{ms, ratio, took};

/// What stands before a header's hash when it is signed (docs/format.md).
const SIGN_DOMAIN: &[u8] = b"strongroom-entry/v1\n";
/// Entries walked in one step.
const STEP: u32 = 500;
/// As many entries are enough to know the speed.
const MOST: u64 = 60_000;

/// Takes the figure.
pub fn measure(school: &mut School, table: &mut Table) {
    let room = school.held().open();
    let mut walk = Walk::default();
    let mut ours = Duration::ZERO;
    let mut floor = Duration::ZERO;
    let mut from = 0;
    let mut keys = BTreeMap::new();
    while walk.entries < MOST {
        let entries = room.entries_from(from, STEP).unwrap();
        from += i64::from(STEP);
        floor += alone(&entries, &mut keys);
        // The last step also compares with what the room says of itself; it is one of many.
        let (time, more) = took(|| room.walk(&mut walk, STEP).unwrap());
        ours += time;
        if !more {
            break;
        }
    }
    assert_eq!(walk.faults, [], "the school is whole");
    // Speed, so that more is better: floor over ours.
    let figure = ratio(floor, ours);
    table.add(Row {
        what: "verify every entry".to_owned(),
        concerns: school.concerns,
        ours: format!("{} per 1,000", ms(per_thousand(ours, walk.entries))),
        floor: format!(
            "{} SHA-256 + verify_strict",
            ms(per_thousand(floor, walk.entries))
        ),
        figure: format!("{:.0} %", figure * 100.0),
        goal: Some((">= 60 %".to_owned(), figure >= 0.6)),
    });
    println!(
        "  {} entries verified",
        thousands(usize::try_from(walk.entries).unwrap())
    );
}

fn per_thousand(time: Duration, entries: u64) -> Duration {
    time * 1_000 / u32::try_from(entries).unwrap()
}

/// Hash of each header and part, and the signature; keys are at hand, nothing is read or compared.
fn alone(entries: &[Entry], keys: &mut BTreeMap<[u8; 32], VerifyingKey>) -> Duration {
    let writers: Vec<VerifyingKey> = entries
        .iter()
        .map(|entry| {
            let writer = read_envelope(&entry.header).unwrap().writer.0;
            *keys
                .entry(writer)
                .or_insert_with(|| VerifyingKey::from_bytes(&writer).unwrap())
        })
        .collect();
    let (time, ()) = took(|| {
        for (entry, writer) in entries.iter().zip(&writers) {
            let mut message = SIGN_DOMAIN.to_vec();
            message.extend_from_slice(&Sha256::digest(&entry.header));
            let signature = Signature::from_bytes(&entry.signature.0);
            writer.verify_strict(&message, &signature).unwrap();
            for part in entry.parts.iter().flatten() {
                std::hint::black_box(Sha256::digest(part.stored()));
            }
        }
    });
    time
}
