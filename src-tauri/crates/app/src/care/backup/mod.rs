//! A backup: one encrypted file with everything another laptop needs, and the twelve words open it there.
//!
//! Outside lies the list of people, whose every slot is sealed, so that a kit can open it; then an `age` file, to every
//! account's sealing key, of an archive: the room files as they are (each under its own key), blobs, letterbox, lockers.
//! Writer keys are left out: a restored vault is a new writer.

mod check;
mod create;
mod form;
mod pace;
mod restore;

pub use check::verify_backup;
pub use create::{back_up_to, backup_folder};
pub use form::BackupChecked;
pub use restore::{Opener, restore_backup};
