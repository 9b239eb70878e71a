//! Who writes in a room and who may read it: certificates and membership, as signed entries.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::entry::{Entry, Header};
use crate::{HistoryError, Id, MAX_NUMBER, PublicKey, Signature, spelling};

/// The kind of a writer's first entry in a room.
pub const WRITER_INTRODUCED: &str = "writer.introduced";
/// The part of it that holds the [`Certificate`].
pub const CERTIFICATE: &str = "certificate";
/// The kind of an entry that adds a member.
pub const MEMBER_ADDED: &str = "member.added";
/// The kind of an entry that removes one.
pub const MEMBER_REMOVED: &str = "member.removed";
/// The part that holds a [`Member`] or a [`Removal`].
pub const MEMBER: &str = "member";

/// What stands before person and key when a person certifies a writer key.
pub const CERTIFY_DOMAIN: &[u8] = b"strongroom-writer/v1\n";

/// Ties a writer key to the person whose key it is. The writer's first entry in every room carries it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Who.
    pub person: Id,
    /// Their name as it was then.
    pub name: String,
    /// Their user name.
    pub user: String,
    /// Their role in the school as it was then.
    pub role: String,
    /// Their identity key.
    pub identity: PublicKey,
    /// Short code in this writer's record numbers.
    pub code: String,
    /// By the identity key, over domain, person and writer key.
    pub signature: Signature,
}

impl Certificate {
    /// Reads the content of a [`CERTIFICATE`] part, in its one spelling. Checked by [`Certificate::check`].
    pub fn read(content: &[u8]) -> Result<Self, HistoryError> {
        spelling::read(content, "certificate")
    }

    /// Checks that the identity key certified this writer key for this person.
    pub fn check(&self, writer: &PublicKey) -> Result<(), HistoryError> {
        self.identity
            .verify(&certified_bytes(&self.person, writer), &self.signature)
    }
}

/// Whose log begins with this entry: reads and checks the certificate that a first entry must carry.
///
/// `None` where the certificate is withheld. A first entry of any other kind, or without that part, is refused;
/// so is a certificate that does not verify.
pub fn introduction(header: &Header, entry: &Entry) -> Result<Option<Certificate>, HistoryError> {
    const WRONG: HistoryError = HistoryError::Malformed("a log that does not say whose it is");
    if header.kind != WRITER_INTRODUCED {
        return Err(WRONG);
    }
    let place = header
        .parts
        .iter()
        .position(|part| part.name == CERTIFICATE)
        .ok_or(WRONG)?;
    let Some(part) = entry.parts.get(place).ok_or(WRONG)? else {
        return Ok(None);
    };
    let certificate = Certificate::read(part.content())?;
    certificate.check(&header.writer)?;
    Ok(Some(certificate))
}

/// The bytes a person signs to certify a writer key.
pub fn certified_bytes(person: &Id, writer: &PublicKey) -> Vec<u8> {
    [CERTIFY_DOMAIN, &person.0, &writer.0].concat()
}

/// A person who may read the room.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub person: Id,
    /// Their name as it was then.
    pub name: String,
    /// Their user name.
    pub user: String,
    /// Their role in the school.
    pub role: String,
    /// Their identity key.
    pub identity: PublicKey,
    /// Their sealing key (an `age1…` recipient).
    pub sealing: String,
}

impl Member {
    /// Reads the content of a [`MEMBER`] part of a [`MEMBER_ADDED`] entry, in its one spelling.
    pub fn read(content: &[u8]) -> Result<Self, HistoryError> {
        spelling::read(content, "member")
    }
}

/// A person who may no longer read the room.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removal {
    /// Who.
    pub person: Id,
    /// Why, in a person's words.
    pub reason: String,
    /// Where each of their logs ended; later entries by those keys are kept apart, not merged.
    pub ends: Vec<LogEnd>,
}

impl Removal {
    /// Reads the content of a [`MEMBER`] part of a [`MEMBER_REMOVED`] entry, in its one spelling.
    pub fn read(content: &[u8]) -> Result<Self, HistoryError> {
        let removal: Self = spelling::read(content, "member")?;
        if removal.ends.iter().any(|end| end.seq > MAX_NUMBER) {
            return Err(HistoryError::Malformed("number"));
        }
        Ok(removal)
    }
}

// Names and reasons must not reach a log through `{:?}`.
impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({}, ..)", self.person)
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Member({}, ..)", self.person)
    }
}

impl fmt::Debug for Removal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Removal({}, {} logs, ..)", self.person, self.ends.len())
    }
}

/// The last entry of a log that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEnd {
    /// Whose log.
    pub writer: PublicKey,
    /// Its last position.
    pub seq: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_show_no_words_of_theirs() {
        let (person, identity) = (Id([1; 16]), PublicKey([2; 32]));
        let word = || "Ann Example".to_owned();
        let certificate = Certificate {
            person,
            name: word(),
            user: word(),
            role: word(),
            identity,
            code: word(),
            signature: Signature([0; 64]),
        };
        let member = Member {
            person,
            name: word(),
            user: word(),
            role: word(),
            identity,
            sealing: word(),
        };
        let removal = Removal {
            person,
            reason: word(),
            ends: vec![],
        };

        let shown = format!("{certificate:?} {member:?} {removal:?}");

        assert!(!shown.contains("Ann"), "{shown}");
    }

    #[test]
    fn parts_about_people_have_one_spelling() {
        let removal = Removal {
            person: Id([1; 16]),
            reason: "left".to_owned(),
            ends: vec![],
        };
        let written = serde_json::to_string(&removal).unwrap();

        assert_eq!(Removal::read(written.as_bytes()), Ok(removal));
        assert_eq!(
            Removal::read(written.replace(',', ", ").as_bytes()),
            Err(HistoryError::NotCanonical)
        );
        assert!(Member::read(written.as_bytes()).is_err());
        assert!(Certificate::read(b"[]").is_err());
    }
}
