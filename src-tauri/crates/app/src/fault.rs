//! From what went wrong below to a sentence for a person.

use vault::VaultError;
use vault::archive::ArchiveError;
use vault::blob::BlobError;
use vault::folder::FolderError;
use vault::letterbox::LetterboxError;
use vault::locker::LockerError;

use crate::wire::{Fault, FaultKind};

const KEPT: &str = "Nothing was changed. Everything signed before is kept.";

fn disk_full() -> Fault {
    Fault::new(FaultKind::DiskFull, "The disk of this laptop is full, so this could not be kept.")
        .kept("Everything signed before is kept, and what you typed is still on this screen.")
        .next("Free some space (empty the bin, move large files away), then try again. If it cannot wait, write it on paper now.")
}

fn read_only() -> Fault {
    Fault::new(FaultKind::ReadOnly, "The folder where the records are kept cannot be written to.")
        .kept(KEPT)
        .next("Ask whoever looks after this laptop to let you write to the folder. Until then, write on paper.")
}

fn newer(found: u32, known: u32) -> Fault {
    Fault::new(
        FaultKind::Newer,
        "These records were last used with a newer Strongroom than this one.",
    )
    .kept("They were left exactly as they are.")
    .next("Install the newer version on this laptop and open them again.")
    .technical(format!("found version {found}, this program reads {known}"))
}

impl From<VaultError> for Fault {
    fn from(error: VaultError) -> Self {
        let line = error.to_string();
        match error {
            VaultError::DiskFull => disk_full(),
            VaultError::ReadOnly => read_only(),
            VaultError::Newer { found, known } => newer(found, known),
            VaultError::Missing => Fault::new(FaultKind::Missing, "A file of the records is missing from this laptop.")
                .kept("The other files were not touched.")
                .next("Do not delete anything. Bring back the last good backup, or ask whoever looks after this laptop.")
                .technical(line),
            VaultError::KeyDoesNotFit | VaultError::Damaged | VaultError::NotEncrypted | VaultError::Unreadable { .. } => {
                Fault::new(FaultKind::Damaged, "A file of the records is damaged and could not be read.")
                    .kept("It was left exactly as it is, and so were the others.")
                    .next("Do not delete anything. Bring back the last good backup, or ask whoever looks after this laptop.")
                    .technical(line)
            }
            VaultError::History(history::HistoryError::TooLarge(_)) => {
                Fault::new(FaultKind::Refused, "This is longer than one record can hold, so it was not signed.")
                    .kept("What you typed is still on this screen.")
                    .next("Keep the account itself here, and attach the rest as a file.")
                    .technical(line)
            }
            VaultError::Tampered(_) | VaultError::History(_) => {
                Fault::new(FaultKind::Damaged, "A signature in this record does not hold, so it is not shown.")
                    .kept("Nothing was changed.")
                    .next("Open Vault, choose Check everything, and keep the result. Then bring back the last good backup.")
                    .technical(line)
            }
            VaultError::NotFound => {
                Fault::new(FaultKind::Missing, "That record is not here, or it is in a room you are not a member of.")
            }
            VaultError::Engine(_) | VaultError::Sqlite(_) => Fault::stopped().technical(line),
        }
    }
}

impl From<FolderError> for Fault {
    fn from(error: FolderError) -> Self {
        let line = error.to_string();
        match error {
            FolderError::DiskFull => disk_full(),
            FolderError::ReadOnly => read_only(),
            FolderError::Missing => Fault::new(
                FaultKind::Missing,
                "The folder where the records are kept is not there.",
            )
            .technical(line),
            FolderError::InUse { .. } => Fault::new(
                FaultKind::InUse,
                "These records are open in another window of this laptop.",
            )
            .kept("Nothing was changed.")
            .next("Go to the other window, or close it, then try again.")
            .technical(line),
            FolderError::Other { .. } => Fault::stopped().technical(line),
        }
    }
}

impl From<BlobError> for Fault {
    fn from(error: BlobError) -> Self {
        let line = error.to_string();
        match error {
            BlobError::Folder(folder) | BlobError::Output(folder) => folder.into(),
            BlobError::Missing => {
                Fault::new(FaultKind::Missing, "The file itself is not on this laptop.")
                    .kept("What is written about it, with its size and hash, is kept.")
                    .next("It may be on a colleague's laptop or in a backup.")
            }
            BlobError::Cancelled => Fault::new(
                FaultKind::Cancelled,
                "Stopped. Nothing was taken in or out.",
            ),
            BlobError::Newer { version } => newer(version, 1),
            BlobError::TooBig => Fault::new(
                FaultKind::Refused,
                "This file is larger than 8 GiB, the most that can be kept.",
            )
            .kept("Nothing was added.")
            .next("Keep the device or the disc it is on, and write down where it is."),
            BlobError::WrongLength { .. }
            | BlobError::Damaged { .. }
            | BlobError::WrongHash
            | BlobError::WrongContent
            | BlobError::NotABlob => Fault::new(
                FaultKind::Damaged,
                "This file has changed since it was taken in, so it was not given out.",
            )
            .kept("The record of it is kept.")
            .next("Bring it back from the last good backup.")
            .technical(line),
            BlobError::GivenUp | BlobError::Input(_) => Fault::stopped().technical(line),
        }
    }
}

impl From<LockerError> for Fault {
    fn from(error: LockerError) -> Self {
        let line = error.to_string();
        match error {
            LockerError::Folder(folder) => folder.into(),
            LockerError::Missing => Fault::new(FaultKind::Missing, "That draft is no longer here."),
            LockerError::Newer { version } => newer(version, 1),
            LockerError::TooBig => {
                Fault::new(FaultKind::Refused, "This draft is too long to be kept.")
            }
            LockerError::Damaged => Fault::new(
                FaultKind::Damaged,
                "That draft is damaged and could not be read.",
            )
            .technical(line),
        }
    }
}

impl From<LetterboxError> for Fault {
    fn from(error: LetterboxError) -> Self {
        let line = error.to_string();
        match error {
            LetterboxError::Folder(folder) => folder.into(),
            LetterboxError::Missing
            | LetterboxError::Damaged
            | LetterboxError::Newer { .. }
            | LetterboxError::TooBig => Fault::new(
                FaultKind::Damaged,
                "Something that was passed on could not be read.",
            )
            .technical(line),
        }
    }
}

impl From<ArchiveError> for Fault {
    fn from(error: ArchiveError) -> Self {
        let line = error.to_string();
        match error {
            ArchiveError::Output(folder) => folder.into(),
            ArchiveError::Newer { version } => newer(version, 1),
            // Bytes that end early or do not open are the backup's fault, not the disk's.
            ArchiveError::Input(
                std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof,
            ) => Fault::new(
                FaultKind::Damaged,
                "This backup is not whole, so nothing was taken from it.",
            )
            .kept("Nothing was changed.")
            .next("Use the backup before it.")
            .technical(line),
            ArchiveError::GivenUp | ArchiveError::SourceChanged | ArchiveError::Input(_) => {
                Fault::stopped().technical(line)
            }
            ArchiveError::NotAnArchive
            | ArchiveError::BadName
            | ArchiveError::Twice
            | ArchiveError::TooBig
            | ArchiveError::Cut
            | ArchiveError::Damaged { .. }
            | ArchiveError::Incomplete
            | ArchiveError::Appended => Fault::new(
                FaultKind::Damaged,
                "This backup is not whole, so nothing was taken from it.",
            )
            .kept("Nothing was changed.")
            .next("Use the backup before it.")
            .technical(line),
        }
    }
}

impl From<keys::KeysError> for Fault {
    fn from(error: keys::KeysError) -> Self {
        use keys::KeysError;
        let line = error.to_string();
        match error {
            KeysError::DidNotOpen => Fault::new(FaultKind::WrongPassword, "That did not open it."),
            KeysError::Words(problem) => Fault::field("words", problem.to_string()),
            KeysError::SlotsMissing => Fault::new(FaultKind::Missing, "The list of people of these records is missing.")
                .kept("The records themselves were not touched.")
                .next("Do not delete anything. Bring back the last good backup, or ask whoever looks after this laptop."),
            KeysError::SlotsDamaged => Fault::new(FaultKind::Damaged, "The list of people of these records is damaged.")
                .kept("The records themselves were not touched.")
                .next("Do not delete anything. Bring back the last good backup, or ask whoever looks after this laptop."),
            KeysError::SlotsNewer { found, known } => newer(found, known),
            KeysError::SlotsAltered | KeysError::SlotsMoved => {
                Fault::new(FaultKind::Damaged, "The list of people was changed by something other than Strongroom.")
                    .kept("Nothing was opened and nothing was changed.")
                    .next("Tell whoever looks after this laptop. The last good backup holds the list as it was.")
                    .technical(line)
            }
            KeysError::NoService => keyring("This laptop has no keyring running, and the records need it to open."),
            KeysError::Locked => keyring("This laptop's keyring is locked, and the records need it to open."),
            KeysError::SecretMissing => keyring("This laptop's keyring was reset and no longer holds its half of the key.")
                .next("Choose \u{201c}I cannot get in\u{201d} and use the twelve words of your recovery kit."),
            KeysError::SecretThere | KeysError::KeyringBroken | KeysError::NoteTooLong => {
                keyring("This laptop's keyring does not keep what it is given.").technical(line)
            }
            KeysError::UserTaken => Fault::field("user", "Somebody has this user name already. Choose another."),
            KeysError::NoSuchPerson => Fault::new(FaultKind::Missing, "There is no such account."),
            KeysError::NoMemory => Fault::new(FaultKind::Unexpected, "This laptop has too little free memory to open the records.")
                .kept("Nothing was changed.")
                .next("Close other programs and try again."),
            KeysError::Disk { .. } => disk_fault(&error, line),
            KeysError::CostRefused | KeysError::KeyRefused | KeysError::SealBroken => {
                Fault::new(FaultKind::Damaged, "A key of these records is not what it should be.").kept(KEPT).technical(line)
            }
        }
    }
}

fn keyring(say: &str) -> Fault {
    Fault::new(FaultKind::Keyring, say)
        .kept("The records are whole and were not touched.")
        .next("Log out of this computer and in again. If that does not help, choose \u{201c}I cannot get in\u{201d} and use your recovery kit.")
}

fn disk_fault(error: &keys::KeysError, line: String) -> Fault {
    use std::error::Error as _;
    let kind = error
        .source()
        .and_then(|source| source.downcast_ref::<std::io::Error>())
        .map(std::io::Error::kind);
    match kind {
        Some(std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded) => disk_full(),
        Some(std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem) => {
            read_only()
        }
        _ => Fault::stopped().technical(line),
    }
}

impl From<exchange::ExchangeError> for Fault {
    fn from(error: exchange::ExchangeError) -> Self {
        Fault::new(FaultKind::Refused, error.to_string())
    }
}

impl From<papers::PapersError> for Fault {
    fn from(error: papers::PapersError) -> Self {
        match error {
            papers::PapersError::Stopped => {
                return Fault::cancelled();
            }
            papers::PapersError::Password => {
                return Fault::field(
                    "password",
                    "A copy cannot have this password: leave out emoji and unusual signs",
                );
            }
            papers::PapersError::TooWide => {
                return Fault::new(
                    FaultKind::Refused,
                    "This flowchart is too wide for such a sheet in type that can be read.",
                )
                .kept("Nothing was printed.")
                .next("Choose A3.");
            }
            papers::PapersError::WordCount { .. }
            | papers::PapersError::NoSuchDay
            | papers::PapersError::Missing { .. }
            | papers::PapersError::TooLong { .. }
            | papers::PapersError::Unset
            | papers::PapersError::Fonts
            | papers::PapersError::Writing => {}
        }
        Fault::new(FaultKind::Unexpected, "The page could not be made.")
            .kept(KEPT)
            .technical(error.to_string())
    }
}
