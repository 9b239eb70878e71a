//! Why keys could not be made, kept or opened.

use std::io;

use crate::words::WordsProblem;

/// Why keys could not be made, kept or opened. No variant says which of several secrets was wrong.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// Neither generation of the people file is in the folder.
    #[error("There is no list of people in this folder.")]
    SlotsMissing,
    /// Both generations of the people file are torn, altered or not ours.
    #[error("The list of people in this folder is damaged.")]
    SlotsDamaged,
    /// A newer build has written the people file.
    #[error("The list of people was written by a newer version ({found}); this one knows {known}.")]
    SlotsNewer {
        /// The file's version.
        found: u32,
        /// The newest version this build can read.
        known: u32,
    },
    /// Somebody wrote the people file after it was read: read it again before changing it.
    #[error("The list of people has changed since it was read.")]
    SlotsMoved,
    /// The list was changed by somebody without the vault key, and is not written on top of. A backup is the way on.
    #[error("The list of people was changed by something other than this program.")]
    SlotsAltered,
    /// The user name, password, words or code did not open anything. It is never said which was wrong.
    #[error("That did not open the vault.")]
    DidNotOpen,
    /// This session has no keyring: no session bus, or nothing on it that keeps secrets.
    #[error("This computer's keyring is not running.")]
    NoService,
    /// The keyring is there and locked, or was never set up.
    #[error("This computer's keyring is locked.")]
    Locked,
    /// The keyring is open and does not hold this vault's secret: it was reset, or never had it.
    #[error("This computer's keyring does not hold the key of this vault.")]
    SecretMissing,
    /// A secret is already kept for this vault, and it is never overwritten.
    #[error("This computer's keyring already holds a key of this vault.")]
    SecretThere,
    /// The keyring gave back something else than was put in, or failed for a reason of its own.
    #[error("This computer's keyring does not work as it should.")]
    KeyringBroken,
    /// A note is longer than [`crate::device::LONGEST_NOTE`].
    #[error("The note is too long for the keyring.")]
    NoteTooLong,
    /// The cost of stretching is below the floor or high enough to hang the program.
    #[error("The cost of checking a password is outside what is allowed.")]
    CostRefused,
    /// There is not enough free memory to check a password.
    #[error("There is not enough free memory to check a password.")]
    NoMemory,
    /// A public key is malformed, or of the few values that would give its owner no protection.
    #[error("A public key is not valid.")]
    KeyRefused,
    /// Nobody with this id is on the list, or their account is closed.
    #[error("There is no open account of this person.")]
    NoSuchPerson,
    /// An open account already uses this user name, or this id.
    #[error("Somebody already has this user name.")]
    UserTaken,
    /// The recovery words or the code were not typed as they are printed.
    #[error(transparent)]
    Words(#[from] WordsProblem),
    /// Sealed bytes are not for this key, were cut short, or were altered.
    #[error("The sealed file could not be opened.")]
    SealBroken,
    /// A file could not be read or written. The source says why (full disk, read-only folder, ...).
    #[error("The file could not be {doing}.")]
    Disk {
        /// "read" or "written".
        doing: &'static str,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
}

impl KeysError {
    pub(crate) fn reading(source: io::Error) -> Self {
        Self::Disk {
            doing: "read",
            source,
        }
    }

    pub(crate) fn writing(source: io::Error) -> Self {
        Self::Disk {
            doing: "written",
            source,
        }
    }
}
