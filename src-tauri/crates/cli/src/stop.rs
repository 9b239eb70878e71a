//! Why a command was not done: the number it exits with, and a sentence for a person.

use std::io::{self, ErrorKind};
use std::path::Path;

use app::wire::{Fault, FaultKind};
use serde::Serialize;

/// What the program exits with. Scripts stand on these numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Exit {
    /// Something nobody foresaw, a full disk, a keyring that is away.
    Unexpected = 1,
    /// The command line itself.
    WrongUse = 2,
    /// Wrong password, no right, or not a member.
    NoRight = 3,
    /// Damaged or altered.
    Integrity = 4,
    /// Input that cannot be taken as it is; nothing was changed.
    Refused = 5,
    /// Another program has the vault.
    InUse = 6,
    /// Made by a newer version; untouched.
    Newer = 7,
}

/// Something wrong at one place of what was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The file.
    pub file: Option<String>,
    /// The line, or the row as a spreadsheet counts.
    pub line: Option<u32>,
    /// The field, the column or the option.
    pub field: String,
    /// What is wrong, or what to do.
    pub say: String,
}

impl Spot {
    /// An option or a word of the command line.
    pub fn option(option: &str, say: &str) -> Self {
        Self {
            file: None,
            line: None,
            field: option.to_owned(),
            say: say.to_owned(),
        }
    }

    /// A file as a whole, with the option it was given by where that helps.
    pub fn file(path: &Path, option: &str, say: &str) -> Self {
        Self {
            file: Some(path.display().to_string()),
            ..Self::option(option, say)
        }
    }

    /// `FILE:LINE: FIELD: sentence`, without what is not known.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Some(file) = &self.file {
            text.push_str(file);
            if let Some(line) = self.line {
                text.push_str(&format!(":{line}"));
            }
            text.push_str(": ");
        }
        if !self.field.is_empty() {
            text.push_str(&self.field);
            text.push_str(": ");
        }
        text.push_str(&self.say);
        text
    }
}

/// What an error of the disk means for a file that was named; `otherwise` when it is none of the usual ones.
pub fn of_disk(error: &io::Error, otherwise: &'static str) -> &'static str {
    let kind = error.kind();
    if kind == ErrorKind::NotFound {
        "There is no such file."
    } else if kind == ErrorKind::AlreadyExists {
        "There is a file of this name already. Choose another name, or give --force."
    } else if matches!(
        kind,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    ) {
        "This computer does not allow it to you."
    } else if matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
        "The disk is full."
    } else {
        otherwise
    }
}

/// A command that was not done.
#[derive(Debug, Clone)]
pub struct Stop {
    /// The number.
    pub exit: Exit,
    /// What happened.
    pub say: String,
    /// What is kept.
    pub kept: Option<String>,
    /// What to do next.
    pub next: Option<String>,
    /// Where, in what was given.
    pub spots: Vec<Spot>,
    /// Seconds until another try.
    pub wait_seconds: Option<u32>,
    /// For whoever looks after the laptops; no names in it.
    pub technical: Option<String>,
}

impl Stop {
    /// A stop with one sentence.
    pub fn new(exit: Exit, say: impl Into<String>) -> Self {
        Self {
            exit,
            say: say.into(),
            kept: None,
            next: None,
            spots: Vec::new(),
            wait_seconds: None,
            technical: None,
        }
    }

    /// Nobody foresaw it.
    pub fn unexpected(say: impl Into<String>) -> Self {
        Self::new(Exit::Unexpected, say)
    }

    /// The command line is not right.
    pub fn wrong_use(say: impl Into<String>) -> Self {
        Self::new(Exit::WrongUse, say)
    }

    /// Input that cannot be taken.
    pub fn refused(say: impl Into<String>) -> Self {
        Self::new(Exit::Refused, say).kept("Nothing was changed.")
    }

    /// Input with problems at places.
    pub fn at(spots: Vec<Spot>) -> Self {
        let say = format!("{} things stand in the way.", spots.len());
        Self {
            spots,
            ..Self::refused(say)
        }
    }

    /// The sentence: what is wrong where it is one thing, otherwise what they come to.
    pub fn sentence(&self) -> String {
        match self.spots.as_slice() {
            [one] => one.text(),
            _ => self.say.clone(),
        }
    }

    /// Adds what is kept.
    #[must_use]
    pub fn kept(mut self, kept: impl Into<String>) -> Self {
        self.kept = Some(kept.into());
        self
    }

    /// Adds what to do next.
    #[must_use]
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// Names the file or folder that was refused as a whole.
    #[must_use]
    pub fn about(mut self, path: &Path) -> Self {
        if self.exit == Exit::Refused && self.spots.is_empty() {
            self.spots.push(Spot::file(path, "", &self.say));
        }
        self
    }

    /// Calls the fields of a form what they are called on the command line or in a file.
    #[must_use]
    pub fn named(mut self, name: impl Fn(&str) -> Option<Spot>) -> Self {
        for spot in &mut self.spots {
            if let Some(known) = name(&spot.field) {
                spot.file = known.file;
                spot.line = known.line;
                spot.field = known.field;
            }
        }
        self
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        let exit = match fault.kind {
            FaultKind::WrongPassword
            | FaultKind::Wait
            | FaultKind::NotAllowed
            | FaultKind::Locked => Exit::NoRight,
            FaultKind::Refused | FaultKind::Overtaken => Exit::Refused,
            // A file of the vault; where something asked for is not there, the caller says so.
            FaultKind::Damaged | FaultKind::Missing => Exit::Integrity,
            FaultKind::Newer => Exit::Newer,
            FaultKind::InUse => Exit::InUse,
            FaultKind::DiskFull
            | FaultKind::ReadOnly
            | FaultKind::Keyring
            | FaultKind::Cancelled
            | FaultKind::Unexpected => Exit::Unexpected,
        };
        // What a window says of its own buttons and fields is said in terms of commands here.
        let (kept, next) = match fault.kind {
            FaultKind::Refused | FaultKind::NotAllowed => {
                (Some("Nothing was changed.".to_owned()), fault.next)
            }
            FaultKind::DiskFull => (
                Some("Everything signed before is kept.".to_owned()),
                Some("Free some space, then try again.".to_owned()),
            ),
            FaultKind::InUse => (
                fault.kept,
                Some("Close Strongroom on this computer, or wait until the other command has ended.".to_owned()),
            ),
            FaultKind::Damaged => (
                fault.kept,
                Some("Do not delete anything. Keep what `vault verify` prints, then bring back the last good backup.".to_owned()),
            ),
            FaultKind::Keyring => (
                fault.kept,
                Some("Log in to this computer as the person who uses the vault, or use the twelve words: `vault recover`.".to_owned()),
            ),
            FaultKind::Unexpected => (
                Some("Everything signed before is kept.".to_owned()),
                Some("Try once more.".to_owned()),
            ),
            FaultKind::WrongPassword
            | FaultKind::Wait
            | FaultKind::Locked
            | FaultKind::Overtaken
            | FaultKind::Missing
            | FaultKind::Newer
            | FaultKind::ReadOnly
            | FaultKind::Cancelled => (fault.kept, fault.next),
        };
        let say = match fault.problems.len() {
            0 | 1 => fault.say,
            many => format!("{many} things stand in the way."),
        };
        let spots = fault
            .problems
            .into_iter()
            .map(|problem| Spot {
                file: None,
                line: None,
                field: problem.field,
                say: problem.say,
            })
            .collect();
        Self {
            exit,
            say,
            kept,
            next,
            spots,
            wait_seconds: fault.wait_seconds,
            technical: fault.technical,
        }
    }
}
