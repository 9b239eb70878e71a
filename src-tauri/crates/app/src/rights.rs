//! Who may do what. The keys of a room decide what can be read; this decides what is offered and refused beyond that.

use guidance::Grant;

use crate::office::Office;
use crate::wire::{Fault, FaultKind};

/// Something a person may or may not do, in the words of the code; each rests on a grant of `permissions.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Right {
    /// Read every record about pupils.
    AllPupilRecords,
    /// Change settings, add and close accounts.
    Settings,
    /// Make guidance the school's own.
    Guidance,
    /// Say to governors and the head what was recorded.
    Reports,
    /// Show inspectors what they ask for.
    Inspection,
}

impl Right {
    fn grant(self) -> Grant {
        match self {
            Right::AllPupilRecords | Right::Guidance => Grant::PupilRecordAll,
            Right::Settings => Grant::SettingsSecurity,
            Right::Reports => Grant::ReportGovernor,
            Right::Inspection => Grant::ReportInspection,
        }
    }
}

/// Whether a role may.
pub(crate) fn may(role: &str, right: Right) -> bool {
    guidance::may(role, right.grant())
}

/// Refuses in one sentence when whoever is in may not.
pub(crate) fn need(office: &Office, right: Right) -> Result<(), Fault> {
    if may(office.sitting()?.role(), right) {
        return Ok(());
    }
    let say = match right {
        Right::AllPupilRecords => {
            "Your account records concerns. The safeguarding leads read them."
        }
        Right::Guidance => "The safeguarding leads make the guidance the school\u{2019}s own.",
        Right::Reports => "The safeguarding leads and the head make what governors are shown.",
        Right::Inspection => {
            "The safeguarding leads and the head show inspectors what they ask for."
        }
        Right::Settings => {
            "Only a designated safeguarding lead or whoever looks after the laptops can change this."
        }
    };
    Err(Fault::new(FaultKind::NotAllowed, say).kept("Nothing was changed."))
}
