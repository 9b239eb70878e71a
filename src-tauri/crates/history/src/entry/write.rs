//! Writing an entry: the one place where a header is made and signed.

use ed25519_dalek::{Signer, SigningKey};
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::verify::signed_bytes;
use super::{
    BlobHeader, Entry, Header, MAX_HEADER, Part, PartHeader, SALT, Subject, VERSION, read,
};
use crate::clock::Moment;
use crate::{Hash, HistoryError, Id, PublicKey, Signature};

/// A writer's place in a room: what its next entry must follow.
pub struct Author<'a> {
    /// The writer's key on this installation.
    pub key: &'a SigningKey,
    /// The room written into.
    pub room: Id,
    /// The writer's newest entry here: its position and hash.
    pub last: Option<(u64, Hash)>,
    /// Newest entries of other writers taken in since.
    pub seen: Vec<Hash>,
    /// The next reading of the history's clock.
    pub moment: Moment,
}

/// What is to be written: everything of a header that is not the author's place in the chain.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// What it takes the place of.
    pub supersedes: Vec<Hash>,
    /// The kind of step.
    pub kind: &'static str,
    /// The kind's version.
    pub kind_version: u32,
    /// Must be understood to show its subjects.
    pub critical: bool,
    /// Claimed wall time, RFC 3339.
    pub written: String,
    /// Time zone name.
    pub zone: String,
    /// What was odd about the clock.
    pub clock_note: Option<String>,
    /// When it happened.
    pub happened: Option<String>,
    /// The program.
    pub app: String,
    /// Parts by name; the salt is added here.
    pub parts: Vec<(&'static str, Zeroizing<Vec<u8>>)>,
    /// Encrypted files.
    pub blobs: Vec<BlobHeader>,
}

impl Author<'_> {
    /// Makes and signs the next entry.
    pub fn write(
        &self,
        written: Written,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<Entry, HistoryError> {
        let mut parts = Vec::with_capacity(written.parts.len());
        let mut named = Vec::with_capacity(written.parts.len());
        for (name, content) in &written.parts {
            let mut stored = vec![0; SALT];
            rng.fill_bytes(&mut stored);
            stored.extend_from_slice(content);
            named.push(PartHeader {
                name: (*name).to_owned(),
                len: stored.len() as u64,
                hash: Hash::of(&[&stored]),
            });
            parts.push(Some(Part::from_stored(stored)));
        }
        let header = Header {
            strongroom: VERSION,
            room: self.room,
            writer: PublicKey(self.key.verifying_key().to_bytes()),
            seq: self.last.map_or(1, |(seq, _)| seq.saturating_add(1)),
            prev: self.last.map(|(_, hash)| hash),
            seen: self.seen.clone(),
            subjects: written.subjects,
            supersedes: written.supersedes,
            kind: written.kind.to_owned(),
            kind_version: written.kind_version,
            critical: written.critical,
            moment: self.moment,
            written: written.written,
            zone: written.zone,
            clock_note: written.clock_note,
            happened: written.happened,
            app: written.app,
            parts: named,
            blobs: written.blobs,
        };
        read::check(&header)?;
        let header = serde_json::to_vec(&header).map_err(|_| HistoryError::Malformed("header"))?;
        if header.len() > MAX_HEADER {
            return Err(HistoryError::TooLarge("header"));
        }
        let signature = Signature(self.key.sign(&signed_bytes(&header)).to_bytes());

        Ok(Entry {
            header,
            signature,
            parts,
        })
    }
}
