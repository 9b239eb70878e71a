//! Why an entry, a certificate or a checkpoint was not accepted.

/// What is wrong with something that claims to belong to a history.
///
/// Says where, never what: no variant carries words from a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// The bytes are not a header this format allows.
    #[error("not an entry: {0}")]
    Malformed(&'static str),
    /// The header was read, but writing it again gives other bytes (spaces, order, repeated fields).
    #[error("the header is not in its one allowed form")]
    NotCanonical,
    /// The signature does not fit the bytes and the writer.
    #[error("the signature does not fit")]
    BadSignature,
    /// A public key that would let one signature pass for many messages, or is no key at all.
    #[error("the key is not an acceptable public key")]
    BadKey,
    /// A part does not have the length or the hash its header says.
    #[error("part {name} is not the part that was signed")]
    BadPart {
        /// The part's name, a word of the format.
        name: String,
    },
    /// Too long, too many, or too deep.
    #[error("larger than the format allows: {0}")]
    TooLarge(&'static str),
    /// Not the successor of what it says it follows.
    #[error("the chain does not hold: {0}")]
    BrokenChain(&'static str),
    /// Made by a newer version; kept and passed on, not read.
    #[error("written by a newer version ({found}); this one reads up to {known}")]
    Newer {
        /// The version the bytes carry.
        found: u32,
        /// The newest version this program reads.
        known: u32,
    },
}
