//! Invented rooms for the tests: laptops with wrong clocks that write, hand each other what they have, and are copied.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test code, shared by several tests"
)]

mod tools;

use std::collections::BTreeMap;

use ed25519_dalek::{Signer, SigningKey};
use history::clock::Moment;
use history::destroy::{Consent, Order, consent};
use history::entry::{Author, BlobHeader, Entry, Subject, Written};
use history::member::{Certificate, Member, certified_bytes};
use history::{Hash, Id, PublicKey, Signature};
use rand_chacha::ChaCha20Rng;
use rand_core::RngCore;
use zeroize::Zeroizing;

pub use tools::*;

fn key(rng: &mut ChaCha20Rng) -> SigningKey {
    let mut secret = [0; 32];
    rng.fill_bytes(&mut secret);
    SigningKey::from_bytes(&secret)
}

fn id(rng: &mut ChaCha20Rng) -> Id {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    Id(bytes)
}

/// Somebody with an account.
#[derive(Clone)]
pub struct Person {
    pub id: Id,
    pub identity: SigningKey,
    pub name: String,
}

impl Person {
    pub fn new(name: &str, rng: &mut ChaCha20Rng) -> Self {
        Self {
            id: id(rng),
            identity: key(rng),
            name: name.to_owned(),
        }
    }

    pub fn certify(&self, writer: &PublicKey) -> Certificate {
        Certificate {
            person: self.id,
            name: self.name.clone(),
            user: self.name.to_lowercase(),
            role: "lead".to_owned(),
            identity: public(&self.identity),
            code: self.name[..1].to_owned(),
            signature: Signature(
                self.identity
                    .sign(&certified_bytes(&self.id, writer))
                    .to_bytes(),
            ),
        }
    }

    pub fn member(&self) -> Member {
        Member {
            person: self.id,
            name: self.name.clone(),
            user: self.name.to_lowercase(),
            role: "lead".to_owned(),
            identity: public(&self.identity),
            sealing: "age1example".to_owned(),
        }
    }

    pub fn consent(&self, order: &[u8]) -> Consent {
        consent(order, self.id, &self.identity)
    }
}

/// An entry with what the tests want to know of it.
#[derive(Clone)]
pub struct Made {
    pub id: Hash,
    pub writer: PublicKey,
    pub seq: u64,
    pub moment: Moment,
    pub entry: Entry,
}

/// One writer on one laptop: what it has and how wrong its clock is.
#[derive(Clone)]
pub struct Laptop {
    pub key: SigningKey,
    pub person: Person,
    pub skew_ms: i64,
    last: Option<(u64, Hash)>,
    has: BTreeMap<Hash, Made>,
    /// Newest entry of each other log, until this laptop's next entry names it.
    unseen: BTreeMap<PublicKey, (u64, Hash)>,
    latest: Option<Moment>,
}

impl Laptop {
    /// What this laptop has, in the order of the history.
    pub fn in_order(&self) -> Vec<Made> {
        let mut all: Vec<Made> = self.has.values().cloned().collect();
        all.sort_by_key(|made| (made.moment, made.id));
        all
    }

    fn learn(&mut self, made: &Made) {
        if self.has.insert(made.id, made.clone()).is_none() {
            self.latest = self.latest.max(Some(made.moment));
            if made.writer != public(&self.key) {
                let newest = self
                    .unseen
                    .entry(made.writer)
                    .or_insert((made.seq, made.id));
                *newest = (*newest).max((made.seq, made.id));
            }
        }
    }
}

/// A room whose laptops share nothing but what is handed over.
pub struct Room {
    pub id: Id,
    pub laptops: Vec<Laptop>,
    /// Every entry that was ever written.
    pub made: Vec<Made>,
    pub now_ms: i64,
    subjects: Vec<(Id, Vec<Hash>)>,
    pub rng: ChaCha20Rng,
}

const NAMES: [&str; 5] = ["Ann", "Bob", "Cat", "Dan", "Eve"];
/// Texts that a wrong escape or a wrong count of bytes would give away.
const TEXTS: [&str; 8] = [
    "Europe/London",
    "",
    "quotes \" and \\ and / stand",
    "line\nbreak, tab\t, return\r, back\u{8}, feed\u{c}",
    "control \u{1}\u{1f}\u{7f}",
    "Zażółć gęślą jaźń, Siobhán, 北京, ‏شهد",
    "\u{1f9d2}\u{1f3fd} e\u{301} \u{2028}\u{feff}\u{10ffff}",
    "{\"like\":[\"json\",1,null]}",
];

impl Room {
    /// A room with one laptop per skew.
    pub fn new(skews_ms: &[i64], seed: u64) -> Self {
        let mut rng = rng(seed);
        let laptops = skews_ms
            .iter()
            .zip(NAMES)
            .map(|(skew_ms, name)| Laptop {
                key: key(&mut rng),
                person: Person::new(name, &mut rng),
                skew_ms: *skew_ms,
                last: None,
                has: BTreeMap::new(),
                unseen: BTreeMap::new(),
                latest: None,
            })
            .collect();
        let subjects = (0..3).map(|_| (id(&mut rng), Vec::new())).collect();
        Self {
            id: id(&mut rng),
            laptops,
            made: Vec::new(),
            now_ms: 1_790_000_000_000,
            subjects,
            rng,
        }
    }

    /// Writes an entry on a laptop; before its first, the introduction.
    pub fn write(&mut self, who: usize, written: Written) -> Made {
        if self.laptops[who].last.is_none() {
            let laptop = &self.laptops[who];
            let certificate =
                serde_json::to_vec(&laptop.person.certify(&public(&laptop.key))).unwrap();
            self.write_one(
                who,
                step("writer.introduced", vec![("certificate", certificate)]),
            );
        }
        self.write_one(who, written)
    }

    /// Writes an entry with any content.
    pub fn write_any(&mut self, who: usize) -> Made {
        let written = self.any_content();
        self.write(who, written)
    }

    fn write_one(&mut self, who: usize, written: Written) -> Made {
        self.now_ms +=
            i64::try_from(below(&mut self.rng, 3) * below(&mut self.rng, 60_000)).unwrap();
        let laptop = &mut self.laptops[who];
        let moment = Moment::after(laptop.latest, self.now_ms + laptop.skew_ms);
        let author = Author {
            key: &laptop.key,
            room: self.id,
            last: laptop.last,
            seen: laptop.unseen.values().map(|(_, id)| *id).collect(),
            moment,
        };
        let entry = author.write(written, &mut self.rng).unwrap();
        let seq = laptop.last.map_or(1, |(seq, _)| seq + 1);
        let made = Made {
            id: entry.id(),
            writer: public(&laptop.key),
            seq,
            moment,
            entry,
        };
        laptop.last = Some((seq, made.id));
        laptop.unseen.clear();
        laptop.learn(&made);
        self.made.push(made.clone());
        made
    }

    /// Hands the first `share` of 255 of what one laptop has to another. An early part of the order rests on
    /// nothing outside of it.
    pub fn deliver(&mut self, from: usize, to: usize, share: u8) {
        let all = self.laptops[from].in_order();
        let count = all.len() * usize::from(share) / 255;
        for made in &all[..count] {
            self.laptops[to].learn(made);
        }
    }

    /// A copied laptop: the same key goes on in two places.
    pub fn copy(&mut self, who: usize) {
        let mut copy = self.laptops[who].clone();
        copy.skew_ms += 1;
        self.laptops.push(copy);
    }

    /// The first laptop's person adds everybody as members, and everybody hears of it.
    pub fn found(&mut self) {
        for member in self
            .laptops
            .iter()
            .map(|laptop| laptop.person.member())
            .collect::<Vec<_>>()
        {
            self.write(
                0,
                step(
                    "member.added",
                    vec![("member", serde_json::to_vec(&member).unwrap())],
                ),
            );
        }
        for to in 1..self.laptops.len() {
            self.deliver(0, to, 255);
        }
    }

    /// Writes an order that names one part of an entry, with the consent of two.
    pub fn destroy(&mut self, who: usize, target: (Hash, Hash), by: [&Person; 2]) -> Made {
        let order = Order {
            room: self.id,
            parts: vec![history::destroy::PartTarget {
                entry: target.0,
                part: target.1,
            }],
            blobs: vec![],
            authority: "retention rule 4".to_owned(),
            reason: "its time has come".to_owned(),
            decided: "2041-09-01T10:00:00.000+01:00".to_owned(),
        };
        let order = serde_json::to_vec(&order).unwrap();
        let consents = serde_json::to_vec(&by.map(|person| person.consent(&order))).unwrap();
        self.write(
            who,
            step(
                "part.destroyed",
                vec![("order", order), ("signatures", consents)],
            ),
        )
    }

    fn text(&mut self) -> String {
        TEXTS[below(&mut self.rng, TEXTS.len())].to_owned()
    }

    fn any_content(&mut self) -> Written {
        const KINDS: [&str; 4] = [
            "concern.recorded",
            "concern.amended",
            "pupil.saved",
            "future.kind_9",
        ];
        const PARTS: [&str; 3] = ["account", "people", "people_2"];
        let count = below(&mut self.rng, 4);
        let parts = PARTS[..count]
            .iter()
            .map(|name| {
                let long = below(&mut self.rng, 40);
                (*name, Zeroizing::new(self.text().repeat(long).into_bytes()))
            })
            .collect();
        let mut written = step(KINDS[below(&mut self.rng, 4)], vec![]);
        written.parts = parts;
        if let Some(subject) = Some(below(&mut self.rng, 6)).filter(|n| *n < 3) {
            let (id, parents) = &mut self.subjects[subject];
            written.subjects.push(Subject {
                id: *id,
                parents: parents.clone(),
            });
            *parents = self.made.last().map(|made| made.id).into_iter().collect();
        }
        if below(&mut self.rng, 4) == 0 {
            written.supersedes = self.made.last().map(|made| made.id).into_iter().collect();
            let hash = Hash::of(&[&self.rng.next_u64().to_be_bytes()]);
            written.blobs.push(BlobHeader {
                hash,
                len: self.rng.next_u64() >> 11,
            });
        }
        written.critical = below(&mut self.rng, 2) == 0;
        written.zone = self.text();
        written.app = self.text();
        written.clock_note = Some(self.text()).filter(|text| text.len() < 20);
        written.happened = Some(self.text()).filter(|text| text.len() < 20);
        written
    }
}

/// What to write, plainly.
pub fn step(kind: &'static str, parts: Vec<(&'static str, Vec<u8>)>) -> Written {
    Written {
        kind,
        kind_version: 1,
        written: "2026-09-21T15:13:20.000+01:00".to_owned(),
        zone: "Europe/London".to_owned(),
        app: "strongroom 0.1.0".to_owned(),
        parts: parts
            .into_iter()
            .map(|(name, content)| (name, Zeroizing::new(content)))
            .collect(),
        ..Written::default()
    }
}
