//! A room's state in a few lines that a person can print, send or read over the telephone.
//!
//! The form is the C2SP checkpoint (<https://c2sp.org/tlog-checkpoint>) inside a signed note
//! (<https://c2sp.org/signed-note>). Each writer's log is a Merkle tree after RFC 6962 whose leaves are entry
//! ids in order; the room's root is the RFC 6962 root over one leaf per log.

mod merkle;
mod note;

pub use merkle::{Frontier, root_of};
pub use note::{Checkpoint, LogState, SignedCheckpoint};
