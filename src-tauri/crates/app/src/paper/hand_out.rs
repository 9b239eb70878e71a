//! A paper on its way out: to a print queue, or to a file where somebody chose.

use std::collections::{BTreeMap, BTreeSet};

use domain::look::Look;
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use zeroize::Zeroizing;

use super::held;
use crate::Office;
use crate::wire::{Fault, FaultKind, Topic};

/// What leaves, and what its leaving touched.
pub type HandedOut = (Zeroizing<Vec<u8>>, Vec<Topic>);

/// How a paper leaves.
#[derive(Clone)]
pub enum HandOut {
    /// To a print queue, in the clear: the queue's copy is the system's affair.
    Printed,
    /// To a file anybody can open.
    Plain,
    /// To a file that asks for this password.
    Protected(Zeroizing<String>),
}

impl std::fmt::Debug for HandOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.in_words())
    }
}

impl HandOut {
    /// Behind this password.
    pub fn protected(password: String) -> Self {
        Self::Protected(Zeroizing::new(password))
    }

    /// What the history says of it.
    pub(crate) fn in_words(&self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Plain => "saved as a plain copy",
            Self::Protected(_) => "saved as a protected copy",
        }
    }
}

/// The name that a copy of a paper would have: it names nobody.
pub fn paper_name(office: &Office, token: &str) -> Result<String, Fault> {
    Ok(held(office, token)?.file_name.clone())
}

/// The bytes of a paper, and what its leaving touched. That a record leaves, how and what for, is kept before it does,
/// where everybody who may read the record sees it. A password is measured like the password of an account.
pub fn hand_out(office: &mut Office, token: &str, how: &HandOut) -> Result<HandedOut, Fault> {
    if let HandOut::Protected(password) = how {
        let shortest = office.sitting()?.settings.minimum_password as usize;
        can_protect(password, shortest)?;
    }
    let mut key = Zeroizing::new([0; 32]);
    office.around.rng.fill_bytes(&mut *key);
    let held = held(office, token)?;
    if held
        .about
        .as_ref()
        .is_some_and(|about| about.what == crate::report::REPORT_DRAFT)
    {
        return Err(Fault::new(
            FaultKind::Refused,
            "This is a draft. What governors are told is held against what they were told before, so only a released report is given out.",
        )
        .kept("Nothing was given out.")
        .next("Release the report first."));
    }
    let bytes = Zeroizing::new(match how {
        HandOut::Printed | HandOut::Plain => held.laid_out.clone().pdf()?,
        HandOut::Protected(password) => held.laid_out.clone().protected(password, &key)?,
    });
    let (about, kit) = (held.about.clone(), held.kit);
    if kit {
        office.note_account("kit_printed", None);
    }
    let Some(about) = about else {
        return Ok((bytes, Vec::new()));
    };
    // Not how many pages: what a paper holds of one room is no affair of another's.
    let detail = format!("{}, for: {}", how.in_words(), about.purpose);
    for (room, concern) in about.concerns {
        office.write_look(room, "concern", Some(concern), Some(detail.clone()))?;
    }
    // A log of a year lists thousands: those of a room are kept together.
    let mut listed: BTreeMap<RoomKind, Vec<Look>> = BTreeMap::new();
    for (room, concern) in about.listed {
        listed.entry(room).or_default().push(Look {
            what: "listed".to_owned(),
            id: Some(concern),
            detail: Some(detail.clone()),
        });
    }
    for (room, looks) in listed {
        office.write_looks(room, looks, Vec::new())?;
    }
    office.write_look(about.room, about.what, Some(about.id), Some(detail))?;
    let touched = match about.what {
        "pupil" => Topic::Pupils,
        _ => Topic::Concerns,
    };
    Ok((bytes, vec![touched]))
}

/// The bytes of a paper that is kept whole, as they leave.
pub(crate) fn as_handed_out(
    office: &mut Office,
    bytes: Zeroizing<Vec<u8>>,
    how: &HandOut,
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let HandOut::Protected(password) = how else {
        return Ok(bytes);
    };
    let shortest = office.sitting()?.settings.minimum_password as usize;
    can_protect(password, shortest)?;
    let mut key = Zeroizing::new([0; 32]);
    office.around.rng.fill_bytes(&mut *key);
    Ok(Zeroizing::new(papers::protected(&bytes, password, &key)?))
}

/// The paper has left: it lies in a print queue or in a file. What was kept for it is not needed any more.
pub fn paper_left(office: &Office, token: &str) {
    let handover = |about: &super::About| about.what == "handover";
    if held(office, token).is_ok_and(|held| held.about.as_ref().is_some_and(handover)) {
        super::handover::forget(office);
    }
}

/// Whether a password is worth its name and every reader can take it: the format has room for 127 bytes (ISO 32000-2,
/// 7.6.4.3.3).
fn can_protect(password: &str, shortest: usize) -> Result<(), Fault> {
    const LONGEST: usize = 127;
    const FEWEST_LETTERS: usize = 5;
    let refuse = |say: String| Err(Fault::field("password", say));
    if password.chars().count() < shortest {
        return refuse(format!(
            "Choose a password of {shortest} characters or more"
        ));
    }
    if password.len() > LONGEST {
        return refuse(
            "Choose a shorter password: readers of such files take no longer one".to_owned(),
        );
    }
    let letters: BTreeSet<char> = password.chars().filter(|c| !c.is_whitespace()).collect();
    if letters.len() < FEWEST_LETTERS {
        return refuse("Choose a password that is harder to guess".to_owned());
    }
    Ok(())
}
