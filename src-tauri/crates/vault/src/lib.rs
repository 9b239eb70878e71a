//! Keeps the history in encrypted files and answers questions about it.
//!
//! A vault is a folder with one encrypted file per room. What is written here is on the disk before the call
//! returns. Nothing is overwritten: tables that screens read are made from the entries and can be made again.

pub mod archive;
pub mod ask;
pub mod blob;
mod check;
mod entry;
mod error;
pub mod folder;
pub mod letterbox;
pub mod locker;
mod project;
mod room;

pub use check::{Fault, Remembered, Rollback, Walk};
pub use entry::{NewEntry, Pen, Stamp, Subjects, Taken};
pub use error::VaultError;
pub use room::{FileKey, Room, make_decoy, open_room};
