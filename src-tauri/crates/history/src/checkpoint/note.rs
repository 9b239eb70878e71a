//! Writing, signing, reading and checking a checkpoint.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signer, SigningKey};

use super::root_of;
use crate::{Hash, HistoryError, Id, MAX_NUMBER, PublicKey, Signature};

/// Where one writer's log in a room stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogState {
    /// Whose log.
    pub writer: PublicKey,
    /// How many entries it has.
    pub seq: u64,
    /// The RFC 6962 root over its entry ids.
    pub root: Hash,
}

/// A room's state: every log with its length and root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The room.
    pub room: Id,
    /// The logs, sorted by writer.
    logs: Vec<LogState>,
}

impl Checkpoint {
    /// A checkpoint over these logs, one state per writer, in whatever order they come. A log without entries
    /// is left out.
    pub fn new(room: Id, mut logs: Vec<LogState>) -> Self {
        logs.retain(|log| log.seq > 0);
        logs.sort();
        Self { room, logs }
    }

    /// The logs, sorted by writer.
    pub fn logs(&self) -> &[LogState] {
        &self.logs
    }

    /// How many entries the room holds.
    pub fn size(&self) -> u64 {
        self.logs
            .iter()
            .fold(0, |sum, log| sum.saturating_add(log.seq))
    }

    /// The room's root: RFC 6962 over one leaf per log, each writer ‖ length (8 bytes, big-endian) ‖ root.
    pub fn root(&self) -> Hash {
        let leaves: Vec<Vec<u8>> = self
            .logs
            .iter()
            .map(|log| [&log.writer.0[..], &log.seq.to_be_bytes(), &log.root.0].concat())
            .collect();
        root_of(leaves.iter().map(Vec::as_slice))
    }

    /// The note's text: origin, size, root, then one extension line per log.
    pub fn text(&self) -> String {
        let mut text = format!(
            "strongroom/room/{}\n{}\n{}\n",
            self.room,
            self.size(),
            BASE64.encode(self.root().0)
        );
        for log in &self.logs {
            let _ = writeln!(
                text,
                "log {} {} {}",
                log.writer,
                log.seq,
                BASE64.encode(log.root.0)
            );
        }
        text
    }

    /// Signs the note as `writer`.
    pub fn sign(&self, key: &SigningKey) -> SignedCheckpoint {
        let text = self.text();
        let public = PublicKey(key.verifying_key().to_bytes());
        let signature = Signature(key.sign(text.as_bytes()).to_bytes());
        let mut keyed = key_hash(&public).to_vec();
        keyed.extend_from_slice(&signature.0);
        SignedCheckpoint {
            checkpoint: self.clone(),
            note: format!(
                "{text}\n\u{2014} {} {}\n",
                key_name(&public),
                BASE64.encode(keyed)
            ),
        }
    }
}

/// A checkpoint with the note that carries its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// What it states.
    pub checkpoint: Checkpoint,
    /// The signed note, ready to print.
    pub note: String,
}

impl SignedCheckpoint {
    /// Reads a note and checks that `signer` signed it. Signatures of others under it are passed over, as the
    /// signed-note form asks.
    pub fn read(note: &str, signer: &PublicKey) -> Result<Self, HistoryError> {
        const WRONG: HistoryError = HistoryError::Malformed("checkpoint");
        if note.len() > MAX_NOTE {
            return Err(HistoryError::TooLarge("checkpoint"));
        }
        let (text, signatures) = note.rsplit_once("\n\n").ok_or(WRONG)?;
        let text = format!("{text}\n");
        let mut signed = false;
        for line in signatures.strip_suffix('\n').ok_or(WRONG)?.split('\n') {
            let (name, signature) = line
                .strip_prefix("\u{2014} ")
                .and_then(|line| line.split_once(' '))
                .ok_or(WRONG)?;
            let keyed = BASE64.decode(signature).map_err(|_| WRONG)?;
            let (hash, signature) = keyed.split_first_chunk::<4>().ok_or(WRONG)?;
            if name == key_name(signer) && *hash == key_hash(signer) {
                signer.verify(
                    text.as_bytes(),
                    &Signature::from_slice(signature).ok_or(WRONG)?,
                )?;
                signed = true;
            }
        }
        if !signed {
            return Err(HistoryError::BadKey);
        }
        let checkpoint = parse(&text).ok_or(WRONG)?;
        if checkpoint.text() != text {
            return Err(WRONG);
        }
        Ok(Self {
            checkpoint,
            note: note.to_owned(),
        })
    }
}

/// More than any school's room needs: about 7,000 logs.
const MAX_NOTE: usize = 1024 * 1024;

fn parse(text: &str) -> Option<Checkpoint> {
    let mut lines = text.lines();
    let room = lines
        .next()?
        .strip_prefix("strongroom/room/")?
        .parse()
        .ok()?;
    let _size = lines.next()?;
    let _root = lines.next()?;
    let logs = lines
        .map(|line| {
            let mut words = line.strip_prefix("log ")?.split(' ');
            let log = LogState {
                writer: words.next()?.parse().ok()?,
                seq: words.next()?.parse().ok()?,
                root: Hash::from_slice(&BASE64.decode(words.next()?).ok()?)?,
            };
            (1..=MAX_NUMBER).contains(&log.seq).then_some(log)
        })
        .collect::<Option<Vec<LogState>>>()?;
    // One line per writer; order and spelling show when the text is made again.
    let once = logs
        .windows(2)
        .all(|pair| matches!(pair, [first, second] if first.writer < second.writer));
    once.then(|| Checkpoint::new(room, logs))
}

fn key_name(key: &PublicKey) -> String {
    format!(
        "strongroom/writer/{}",
        crate::to_hex(key.0.get(..4).unwrap_or_default())
    )
}

/// The signed-note key id: first four bytes of SHA-256(name, newline, algorithm 1, key).
fn key_hash(key: &PublicKey) -> [u8; 4] {
    let hash = Hash::of(&[key_name(key).as_bytes(), b"\n", &[1], &key.0]);
    hash.0.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> (SigningKey, SignedCheckpoint) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let log = |n: u8| LogState {
            writer: PublicKey([n; 32]),
            seq: u64::from(n),
            root: Hash([n; 32]),
        };
        let signed = Checkpoint::new(Id([1; 16]), vec![log(9), log(3)]).sign(&key);
        (key, signed)
    }

    #[test]
    fn a_signed_checkpoint_reads_back() {
        let (key, signed) = sample();

        let read = SignedCheckpoint::read(&signed.note, &PublicKey(key.verifying_key().to_bytes()))
            .unwrap();

        assert_eq!(read, signed);
        assert_eq!(read.checkpoint.size(), 12);
    }

    #[test]
    fn signatures_of_others_do_not_stand_in_the_way() {
        let (key, signed) = sample();
        let signer = PublicKey(key.verifying_key().to_bytes());
        let other = SigningKey::from_bytes(&[8; 32]);
        let witness = signed.checkpoint.sign(&other).note;
        let (_, line) = witness.rsplit_once("\n\n").unwrap();

        let both = format!("{}{line}", signed.note);

        assert_eq!(
            SignedCheckpoint::read(&both, &signer).unwrap().checkpoint,
            signed.checkpoint
        );
        assert!(
            SignedCheckpoint::read(&both, &PublicKey(other.verifying_key().to_bytes())).is_ok()
        );
        assert_eq!(
            SignedCheckpoint::read(&witness, &signer),
            Err(HistoryError::BadKey)
        );
    }

    #[test]
    fn two_lines_of_one_writer_are_refused_though_signed() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let log = |seq| LogState {
            writer: PublicKey([3; 32]),
            seq,
            root: Hash([1; 32]),
        };

        let twice = Checkpoint {
            room: Id([1; 16]),
            logs: vec![log(2), log(4)],
        }
        .sign(&key);

        let read = SignedCheckpoint::read(&twice.note, &PublicKey(key.verifying_key().to_bytes()));
        assert_eq!(read, Err(HistoryError::Malformed("checkpoint")));
    }

    #[test]
    fn lengths_that_overflow_are_refused_not_added() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let log = |n| LogState {
            writer: PublicKey([n; 32]),
            seq: u64::MAX,
            root: Hash([1; 32]),
        };

        let huge = Checkpoint {
            room: Id([1; 16]),
            logs: vec![log(1), log(2)],
        }
        .sign(&key);

        let read = SignedCheckpoint::read(&huge.note, &PublicKey(key.verifying_key().to_bytes()));
        assert_eq!(read, Err(HistoryError::Malformed("checkpoint")));
    }

    #[test]
    fn every_changed_byte_of_a_note_is_refused() {
        let (key, signed) = sample();
        let signer = PublicKey(key.verifying_key().to_bytes());

        for at in 0..signed.note.len() {
            let mut bytes = signed.note.clone().into_bytes();
            bytes[at] ^= 1;
            if let Ok(note) = String::from_utf8(bytes) {
                assert!(
                    SignedCheckpoint::read(&note, &signer).is_err(),
                    "byte {at} changed unnoticed"
                );
            }
        }
    }
}
