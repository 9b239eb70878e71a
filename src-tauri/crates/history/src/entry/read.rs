//! Reading a header strictly.

use serde::{Deserialize, Serialize};

use super::{
    BlobHeader, Header, MAX_BLOBS, MAX_HEADER, MAX_PART, MAX_PARTS, MAX_SUBJECTS, PartHeader, SALT,
    Subject, VERSION,
};
use crate::clock::Moment;
use crate::spelling::{self, MAX_NUMBER};
use crate::{Hash, HistoryError, Id, PublicKey};

/// What every version's header says under the same names: enough to verify, chain, keep, pass on and destroy
/// an entry that a newer program wrote, and to say which subjects it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The format's version.
    pub strongroom: u32,
    /// The room.
    pub room: Id,
    /// The writer.
    pub writer: PublicKey,
    /// Position in the writer's log.
    pub seq: u64,
    /// The writer's previous header.
    pub prev: Option<Hash>,
    /// Other writers' newest entries taken in since.
    pub seen: Vec<Hash>,
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// What kind of step.
    pub kind: String,
    /// A reader that does not know it must stop showing its subjects.
    pub critical: bool,
    /// The order of the history.
    pub moment: Moment,
    /// The content, part by part.
    pub parts: Vec<PartHeader>,
    /// Encrypted files that belong to it.
    pub blobs: Vec<BlobHeader>,
}

impl From<Header> for Envelope {
    fn from(header: Header) -> Self {
        Self {
            strongroom: header.strongroom,
            room: header.room,
            writer: header.writer,
            seq: header.seq,
            prev: header.prev,
            seen: header.seen,
            subjects: header.subjects,
            kind: header.kind,
            critical: header.critical,
            moment: header.moment,
            parts: header.parts,
            blobs: header.blobs,
        }
    }
}

/// Reads what all versions share, from a header in the one spelling and within the limits of all versions.
pub fn read_envelope(header: &[u8]) -> Result<Envelope, HistoryError> {
    const WHAT: &str = "header";
    if header.len() > MAX_HEADER {
        return Err(HistoryError::TooLarge(WHAT));
    }
    let read = spelling::read_any(header, WHAT)?;
    let envelope = Envelope::deserialize(&read).map_err(|_| HistoryError::Malformed(WHAT))?;
    // Guards against what serde would let pass: a field left out that may be null, a list in place of an object.
    let again = serde_json::to_value(&envelope).map_err(|_| HistoryError::Malformed(WHAT))?;
    let same = again.as_object().is_some_and(|fields| {
        fields
            .iter()
            .all(|(name, value)| read.get(name) == Some(value))
    });
    if !same {
        return Err(HistoryError::Malformed(WHAT));
    }
    if envelope.strongroom == 0 {
        return Err(HistoryError::Malformed("version"));
    }
    check_place(envelope.seq, envelope.prev.as_ref(), envelope.moment)?;
    check_lists(
        &envelope.kind,
        &envelope.subjects,
        &envelope.parts,
        &envelope.blobs,
    )?;
    Ok(envelope)
}

/// Reads a header of version 1; newer ones are named as such, other spellings of the same content are refused.
pub fn read_header(bytes: &[u8]) -> Result<Header, HistoryError> {
    if bytes.len() > MAX_HEADER {
        return Err(HistoryError::TooLarge("header"));
    }
    if let Ok(header) = serde_json::from_slice::<Header>(bytes)
        && header.strongroom == VERSION
    {
        check(&header)?;
        let again = serde_json::to_vec(&header).map_err(|_| HistoryError::Malformed("header"))?;
        return if again == bytes {
            Ok(header)
        } else {
            Err(HistoryError::NotCanonical)
        };
    }
    let envelope = read_envelope(bytes)?;
    if envelope.strongroom > VERSION {
        return Err(HistoryError::Newer {
            found: envelope.strongroom,
            known: VERSION,
        });
    }
    Err(HistoryError::Malformed("header"))
}

/// Limits and small rules of version 1; the writer is held to them as well.
pub(super) fn check(header: &Header) -> Result<(), HistoryError> {
    if header.strongroom != VERSION {
        return Err(HistoryError::Malformed("version"));
    }
    check_place(header.seq, header.prev.as_ref(), header.moment)?;
    check_lists(&header.kind, &header.subjects, &header.parts, &header.blobs)
}

fn check_place(seq: u64, prev: Option<&Hash>, moment: Moment) -> Result<(), HistoryError> {
    if seq == 0 || (seq == 1) != prev.is_none() {
        return Err(HistoryError::Malformed("seq and prev"));
    }
    if seq > MAX_NUMBER || !u64::try_from(moment.ms).is_ok_and(|ms| ms <= MAX_NUMBER) {
        return Err(HistoryError::Malformed("number"));
    }
    Ok(())
}

fn check_lists(
    kind: &str,
    subjects: &[Subject],
    parts: &[PartHeader],
    blobs: &[BlobHeader],
) -> Result<(), HistoryError> {
    if !is_dotted_word(kind) {
        return Err(HistoryError::Malformed("kind"));
    }
    if parts.len() > MAX_PARTS || subjects.len() > MAX_SUBJECTS || blobs.len() > MAX_BLOBS {
        return Err(HistoryError::TooLarge("list"));
    }
    let mut names = std::collections::BTreeSet::new();
    for part in parts {
        if !is_word(&part.name) || !names.insert(&part.name) {
            return Err(HistoryError::Malformed("part name"));
        }
        if part.len < SALT as u64 {
            return Err(HistoryError::Malformed("part without salt"));
        }
        if part.len > MAX_PART {
            return Err(HistoryError::TooLarge("part"));
        }
    }
    if blobs.iter().any(|blob| blob.len > MAX_NUMBER) {
        return Err(HistoryError::Malformed("number"));
    }
    Ok(())
}

fn is_word(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_')
}

fn is_dotted_word(text: &str) -> bool {
    text.len() <= 60 && text.split('.').all(is_word)
}
