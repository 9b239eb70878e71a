//! Proves that what is shown is what was recorded: signed, chained entries.
//!
//! The record is a set of **entries**. Each is a small header, signed over its exact bytes, with its
//! **parts** (the words themselves) hanging beside it under salted hashes, so that a part can be withheld or
//! destroyed and the chain still verifies. Every writer keeps one unbroken log per room; two sets are
//! merged by taking everything from both. `docs/format.md` describes the bytes so that a stranger could
//! write a reader.

pub mod checkpoint;
pub mod clock;
pub mod destroy;
pub mod entry;
mod error;
mod hash;
pub mod ledger;
pub mod member;
pub mod open_form;
mod spelling;

pub use error::HistoryError;
pub use hash::{Hash, Id, PublicKey, Signature, Verifier, from_hex, to_hex};
pub use spelling::{MAX_DEPTH, MAX_NUMBER};

/// The secret half of a writer's key. Made and kept by `keys`; it signs entries here.
pub use ed25519_dalek::SigningKey as WriterKey;
