//! Why something did not happen, in a sentence fit to read aloud.

use serde::Serialize;
use ts_rs::TS;

/// What the screen acts on. A kind exists only while a screen acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum FaultKind {
    /// The password, words or code did not open it.
    WrongPassword,
    /// Too soon after a wrong one.
    Wait,
    /// This person may not.
    NotAllowed,
    /// What was given cannot be taken as it is; `problems` says where.
    Refused,
    /// Somebody else kept something first; what was meant can be kept once theirs was read.
    Overtaken,
    /// The vault is locked.
    Locked,
    /// A file of the vault is damaged.
    Damaged,
    /// A file of the vault, or what was asked for, is not there.
    Missing,
    /// Made by a newer version; untouched.
    Newer,
    /// Another program has the vault open.
    InUse,
    /// No space on the disk.
    DiskFull,
    /// The folder cannot be written.
    ReadOnly,
    /// The computer's keyring is missing, locked or was reset.
    Keyring,
    /// A person stopped it.
    Cancelled,
    /// Something nobody foresaw.
    Unexpected,
}

/// Something wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Problem {
    /// The field's name in the form.
    pub field: String,
    /// What to do about it.
    pub say: String,
}

/// What happened, what is kept, what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Fault {
    /// What the screen acts on.
    pub kind: FaultKind,
    /// What happened.
    pub say: String,
    /// What is kept.
    pub kept: Option<String>,
    /// What to do next.
    pub next: Option<String>,
    /// Fields, where it is about a form.
    pub problems: Vec<Problem>,
    /// Seconds until another try.
    pub wait_seconds: Option<u32>,
    /// For whoever looks after the laptops; no names in it.
    pub technical: Option<String>,
}

impl Fault {
    /// A fault that says what happened.
    pub fn new(kind: FaultKind, say: impl Into<String>) -> Self {
        Self {
            kind,
            say: say.into(),
            kept: None,
            next: None,
            problems: Vec::new(),
            wait_seconds: None,
            technical: None,
        }
    }

    /// They stopped it themselves.
    pub(crate) fn cancelled() -> Self {
        Self::new(FaultKind::Cancelled, "Stopped. Nothing was changed.")
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

    /// Adds a line for whoever looks after the laptops.
    #[must_use]
    pub fn technical(mut self, line: impl Into<String>) -> Self {
        self.technical = Some(line.into());
        self
    }

    /// A form with one problem.
    pub fn field(field: &str, say: impl Into<String>) -> Self {
        let say = say.into();
        let mut fault = Self::new(FaultKind::Refused, say.clone());
        fault.problems.push(Problem {
            field: field.to_owned(),
            say,
        });
        fault
    }

    /// Somebody else was quicker: what is meant stands no more as whoever asks has seen it.
    pub fn changed_since() -> Self {
        Self::new(FaultKind::Refused, "This was changed since you opened it.")
            .kept("Nothing was changed by you.")
            .next("Go back and look at what stands there now.")
    }

    /// The work ended without an answer.
    pub fn stopped() -> Self {
        Self::new(
            FaultKind::Unexpected,
            "Something went wrong and this was not done.",
        )
        .kept("Everything signed before is kept, and so is your draft.")
        .next("Try once more. If it happens again, lock, close Strongroom and open it again.")
    }
}
