//! What is written into a room under test: the same for the same seed, so that whoever reads it later knows every word.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::concern::{AMENDED, Content, PersonIn, RECORDED};
use domain::id::{ConcernId, PupilId};
use domain::look::{LOOK, LOOKED, Look};
use ed25519_dalek::Signer;
use history::member::{Certificate, certified_bytes};
use history::{Id, PublicKey, Signature, WriterKey};
use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};
use vault::{FileKey, NewEntry, Pen, Room, Stamp};
use zeroize::Zeroizing;

/// The room.
pub const ROOM: Id = Id([9; 16]);
/// Midnight before 10 November 2026, in milliseconds.
const DAY: i64 = (20_758 + 9) * 86_400_000;

/// What is said in a room, step by step. Each step is one transaction and is acknowledged as one.
pub struct Plan {
    seed: u64,
    key: WriterKey,
    certificate: Certificate,
    /// Steps thought of already.
    steps: RefCell<BTreeMap<u64, Rc<[Said]>>>,
}

/// A concern in a step: recorded, or corrected with these words.
pub struct Said {
    /// Which concern.
    pub concern: ConcernId,
    /// It was there before and is corrected.
    pub corrects: bool,
    /// The account.
    pub words: String,
}

impl Plan {
    /// The plan of a seed.
    pub fn new(seed: u64) -> Self {
        let (key, identity) = (
            WriterKey::from_bytes(&[1; 32]),
            WriterKey::from_bytes(&[101; 32]),
        );
        let writer = PublicKey(key.verifying_key().to_bytes());
        let person = Id([1; 16]);
        let certificate = Certificate {
            person,
            name: "Ruth Calloway".to_owned(),
            user: "ruth.calloway".to_owned(),
            role: "dsl".to_owned(),
            identity: PublicKey(identity.verifying_key().to_bytes()),
            code: "RC1".to_owned(),
            signature: Signature(identity.sign(&certified_bytes(&person, &writer)).to_bytes()),
        };
        Self {
            seed,
            key,
            certificate,
            steps: RefCell::default(),
        }
    }

    /// The seed it was made of.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The key of the room's file.
    pub fn file_key() -> FileKey {
        FileKey::new([42; 32])
    }

    /// Randomness of this plan for one purpose.
    pub fn dice(&self, purpose: u64) -> ChaCha20Rng {
        let mut dice = ChaCha20Rng::seed_from_u64(self.seed);
        dice.set_stream(purpose);
        dice
    }

    /// What step `n` says. Mostly short, now and then so long that the write-ahead log turns over.
    pub fn step(&self, n: u64) -> Rc<[Said]> {
        Rc::clone(
            self.steps
                .borrow_mut()
                .entry(n)
                .or_insert_with(|| self.think(n).into()),
        )
    }

    fn think(&self, n: u64) -> Vec<Said> {
        let mut dice = self.dice(n);
        let mut said: Vec<Said> = (0..1 + dice.next_u32() % 2)
            .map(|place| Said {
                concern: concern_id(n, place),
                corrects: false,
                words: words(&mut dice),
            })
            .collect();
        if n > 0 && dice.next_u32().is_multiple_of(3) {
            said.push(Said {
                concern: concern_id(dice.next_u64() % n, 0),
                corrects: true,
                words: words(&mut dice),
            });
        }
        said
    }

    /// Writes step `n`. When it returns, the step may be acknowledged.
    pub fn write(&self, room: &mut Room, n: u64) -> Result<(), vault::VaultError> {
        let mut entries = Vec::new();
        for said in self.step(n).iter() {
            entries.push(entry(room, said)?);
        }
        if n.is_multiple_of(4) {
            entries.push(look(n));
        }
        let pen = Pen {
            key: &self.key,
            certificate: &self.certificate,
        };
        // Salts may fall as they like; only what is said is compared.
        let mut dice = self.dice(u64::MAX - n);
        room.write(&pen, &stamp(n), &mut dice, entries)?;
        Ok(())
    }
}

fn concern_id(step: u64, place: u32) -> ConcernId {
    let mut id = [7; 16];
    id[..8].copy_from_slice(&step.to_be_bytes());
    id[8..12].copy_from_slice(&place.to_be_bytes());
    ConcernId(id)
}

fn words(dice: &mut ChaCha20Rng) -> String {
    const WORDS: [&str; 12] = [
        "he", "said", "she", "was", "upset", "about", "messages", "from", "somebody", "on", "a",
        "game",
    ];
    let many = match dice.next_u32() % 50 {
        0 => 3_000,
        1..=4 => 400,
        _ => 5 + dice.next_u32() % 40,
    };
    let mut text = format!("{:016x}", dice.next_u64());
    for _ in 0..many {
        text.push(' ');
        text.push_str(WORDS[dice.next_u32() as usize % WORDS.len()]);
    }
    text
}

fn entry(room: &Room, said: &Said) -> Result<NewEntry, vault::VaultError> {
    let mut content = Content {
        account: said.words.clone(),
        ..Content::default()
    };
    let pupil = PupilId([said.concern.0[7].wrapping_add(100); 16]);
    content.people.push(PersonIn {
        pupil: Some(pupil),
        name: "Amara Oyelaran".to_owned(),
        kind: "pupil".to_owned(),
        role: "victim".to_owned(),
        ..PersonIn::default()
    });
    content.details.record_no = format!("MV-26-{}", said.concern);
    content.details.status = "new".to_owned();
    Ok(NewEntry {
        kind: if said.corrects { AMENDED } else { RECORDED },
        subjects: vec![said.concern.0, pupil.0],
        supersedes: if said.corrects {
            room.concern(said.concern)?.head_entries()
        } else {
            Vec::new()
        },
        happened: None,
        parts: content.to_parts(said.corrects.then_some("the words I used")),
        blobs: Vec::new(),
    })
}

fn look(n: u64) -> NewEntry {
    let look = Look {
        what: "concern".to_owned(),
        id: Some(concern_id(n, 0).to_string()),
        detail: None,
    };
    NewEntry {
        kind: LOOKED,
        subjects: Vec::new(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(LOOK, Zeroizing::new(serde_json::to_vec(&look).unwrap()))],
        blobs: Vec::new(),
    }
}

fn stamp(n: u64) -> Stamp {
    let ms = DAY + i64::try_from(n).unwrap() * 500;
    let rest = ms.rem_euclid(86_400_000);
    Stamp {
        now_ms: ms,
        written: format!(
            "2026-11-{:02}T{:02}:{:02}:{:02}.{:03}+00:00",
            ms.div_euclid(86_400_000) - 20_758 + 1,
            rest / 3_600_000,
            rest / 60_000 % 60,
            rest / 1_000 % 60,
            rest % 1_000
        ),
        zone: "Europe/London".to_owned(),
        app: "strongroom 0.1.0 (faults)".to_owned(),
        built_ms: 0,
        sitting_ms: None,
    }
}
