//! The cover: to whom, on what basis, how much, and what must be known before it is read.

use std::collections::BTreeSet;

use domain::room::Room as RoomKind;
use papers::{BundleFacts, Numbering, Style};

use super::Making;
use super::tables::in_groups;
use crate::Office;
use crate::bundle::select::Chosen;
use crate::bundle::settled::SECTIONS;
use crate::bundle::uk_time::SAID;
use crate::paper::labelled;
use crate::redact::Redaction;
use crate::wire::Fault;

/// How many pupils besides those it is about are named in the records: whoever agrees to the bundle agrees to that.
pub(in crate::bundle) fn others(
    office: &Office,
    chosen: &Chosen,
    redaction: Option<&Redaction>,
) -> Result<String, Fault> {
    if let Some(redaction) = redaction.filter(|redaction| redaction.letters()) {
        return Ok(match redaction.others() {
            0 => String::new(),
            many => format!("{many}, as letters"),
        });
    }
    let own: Vec<String> = chosen.pupils.iter().map(|(id, _)| id.to_string()).collect();
    let mut named = BTreeSet::new();
    for concern in &chosen.concerns {
        let view = crate::concern::view(office, RoomKind::Pupils, concern.id)?;
        named.extend(
            view.people
                .into_iter()
                .filter(|person| person.kind == "pupil")
                .filter(|person| person.id.as_ref().is_none_or(|id| !own.contains(id)))
                .map(|person| (person.id, person.name)),
        );
    }
    Ok(match named.len() {
        0 => String::new(),
        1 => "1, in full".to_owned(),
        many => format!("{many}, in full"),
    })
}

/// That the clock was odd, where it was: the dates it gave are then no more than what it showed.
pub(in crate::bundle) fn clock(chosen: &Chosen) -> Option<String> {
    let odd = chosen.concerns.iter().filter(|concern| {
        let mut versions = concern.versions.iter();
        versions.any(|version| version.step.clock_note.is_some())
    });
    let odd = odd.count();
    let of = chosen.concerns.len();
    (odd > 0).then(|| {
        format!("In {odd} of {of} records the laptop\u{2019}s clock had been changed before something was written. \u{201c}Written\u{201d} is there what the clock showed; the note beneath the account says more. The order of entries does not hang on the clock.")
    })
}

/// What it is, and what that means.
fn edition(making: &Making<'_>) -> (&'static str, &'static str) {
    let passages = making
        .kept
        .as_ref()
        .is_some_and(|kept| !kept.passages.is_empty());
    match (&making.redaction, passages) {
        (None, _) => ("Evidence bundle for the police", ""),
        (Some(_), true) => (
            "Redacted edition of an evidence bundle",
            "Redacted. Words were removed, each place with its reason; the redaction schedule at the end lists them by page.",
        ),
        (Some(_), false) => (
            "Evidence bundle for the police, other pupils by letter",
            "Pupils whom it is not about have a letter each, the same on every page. The key stays in the school.",
        ),
    }
}

pub(super) fn cover(making: &Making<'_>) -> BundleFacts {
    let Making { spec, chosen, .. } = making;
    let request = &spec.request;
    let officer = [
        request.officer.as_str(),
        request.number.as_str(),
        request.force.as_str(),
    ];
    let officer: Vec<&str> = officer
        .into_iter()
        .filter(|one| !one.trim().is_empty())
        .collect();
    let whole = match chosen.left_out.is_empty() {
        true => {
            "Every record of concern about this that lies with the pupils\u{2019} records of this system. Other systems and papers of the school (attendance, medical, e-mail, CCTV, paper files) were not looked through by it."
        }
        false => {
            "In part: what is not in it stands below. Other systems and papers of the school (attendance, medical, e-mail, CCTV, paper files) were not looked through by it."
        }
    };
    let facts = [
        ("To", officer.join(", ")),
        ("Crime reference", request.crime_reference.clone()),
        ("Lawful basis", request.legal_basis.clone()),
        ("Asked for", request.scope.clone()),
        ("Authorised by", spec.gate.authority.clone()),
        (
            "Made by",
            format!("{}, {}", making.printed.by, making.printed.at),
        ),
        (
            "With",
            concat!("Strongroom ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
        ("Edition", edition(making).1.to_owned()),
        (
            "Exhibits",
            format!(
                "Printed records: {}. Files: {}",
                making.records.len(),
                making.going.len()
            ),
        ),
        ("Other pupils named", making.others.clone()),
        ("Extent", whole.to_owned()),
        ("Times", SAID.to_owned()),
        ("Clock", making.clock.clone().unwrap_or_default()),
    ];
    BundleFacts {
        printed: making.printed.clone(),
        what: edition(making).0.to_owned(),
        number: format!("Bundle {}", making.number),
        matter: chosen
            .pupils
            .iter()
            .map(|(_, name)| name.clone())
            .collect::<Vec<_>>()
            .join("; "),
        facts: facts
            .into_iter()
            .filter(|(_, said)| !said.trim().is_empty())
            .map(|(label, said)| (label.to_owned(), said))
            .collect(),
        left_out: chosen
            .left_out
            .iter()
            .map(|one| labelled(Style::Account, &one.what, &one.why, None))
            .collect(),
        hash: (
            match making.originals {
                true => "SHA-256 of beside-sha256.txt, which holds the hash of every exhibit and of the continuity log",
                false => "SHA-256 of beside-sha256.txt, which holds the hash of the continuity log",
            }
            .to_owned(),
            in_groups(&making.list_hash),
        ),
        sign: vec![
            ("Handed over by, date, time".to_owned(), 1.0),
            ("Received by, number, date, time".to_owned(), 1.0),
        ],
        numbering: match spec.numbering.as_str() {
            SECTIONS => Numbering::Sections,
            _ => Numbering::Continuous,
        },
    }
}
