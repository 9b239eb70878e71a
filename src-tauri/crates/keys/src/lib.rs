//! Turns what a person knows, and what their computer keeps, into the keys of a vault.
//!
//! - [`password`]: how good a password is, and a generated one.
//! - [`stretch`]: makes guessing slow (Argon2id).
//! - [`device`]: the 32 bytes this computer keeps in its keyring.
//! - [`slots`]: the file of people, each with a slot that opens their keys and the rooms they hold.
//! - [`person`]: what a person signs and is sealed to; [`writer`]: what they sign with on this laptop.
//! - [`seal`]: bytes and streams sealed to people and rooms, as `age` files.
//! - [`words`]: the printed recovery words and the invitation code.
//! - [`throttle`]: the rising delay after wrong passwords.
//!
//! Every format is written down in `docs/keys-format.md`. Time, folders and randomness are handed in,
//! with one exception: `age` draws its own file keys from the operating system.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)
)]

mod bech32;
mod derive;
mod disk;
mod envelope;
mod error;
mod hex;
mod ids;

pub mod device;
pub mod harden;
pub mod password;
pub mod person;
pub mod seal;
pub mod slots;
pub mod stretch;
pub mod throttle;
pub mod words;
pub mod writer;

pub use device::{DeviceSecret, Keyring};
pub use error::KeysError;
pub use ids::{IdRefused, PersonId, RoomId, VaultId};
pub use person::{PersonKeys, PersonPublic, own_key};
pub use seal::{RoomKeys, SealingKey};
pub use slots::{Card, Opened, Slots, VaultKey};
pub use stretch::Cost;
pub use throttle::Throttle;
pub use words::{InvitationCode, RecoveryWords, WordsProblem};
pub use writer::Writer;
