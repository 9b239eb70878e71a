//! Agreements on acceptable use: read, and who of a class or of the adults has none that holds.

mod adults;
mod class;
mod standing;
mod until;

use guidance::{AgreedBy, Agreement, Signer};

use super::super::flow::cited;
use super::{known, room_of};
use crate::Office;
use crate::wire::{AgreementLine, AgreementView, AgreementsView, Fault};

pub use class::{class_counts, class_lines};

pub(super) use class::class_of;
pub(super) use standing::{Stands, signature};
pub(super) use until::until;

/// The register that signatures are written in.
pub(super) const SIGNATURES: &str = "aup-signatures";

/// The agreements there are; for whoever keeps the register of signatures, with how far each class has come.
pub fn agreements(office: &Office) -> Result<AgreementsView, Fault> {
    let may = room_of(office, &*known(office, SIGNATURES)?)?.is_some();
    let classes = match may {
        true => class_counts(office, SIGNATURES)?,
        false => Vec::new(),
    };
    Ok(AgreementsView {
        may,
        agreements: all()?.iter().map(line).collect(),
        classes,
    })
}

/// One of them, to be read; for whoever keeps the register, with who has none that holds.
pub fn agreement(office: &Office, id: &str) -> Result<AgreementView, Fault> {
    let agreement = one(id)?;
    let AgreementLine {
        id,
        title,
        for_whom,
        holds,
    } = line(agreement);
    let may = room_of(office, &*known(office, SIGNATURES)?)?.is_some();
    let of_pupils = agreement.of == AgreedBy::Pupils;
    Ok(AgreementView {
        id,
        title,
        for_whom,
        holds,
        of_pupils,
        child_signs: agreement.signs.contains(&Signer::Child),
        parent_signs: agreement.signs.contains(&Signer::Parent),
        kinds: agreement.kinds.iter().map(ToString::to_string).collect(),
        version: agreement.version.to_string(),
        before: agreement.before.clone(),
        statements: agreement.statements.clone(),
        note: agreement.note.clone(),
        sources: cited(&agreement.sources),
        may,
        classes: match may && of_pupils {
            true => class_counts(office, SIGNATURES)?,
            false => Vec::new(),
        },
        without: match may && !of_pupils {
            true => adults::without(office, agreement)?,
            false => Vec::new(),
        },
    })
}

/// Every agreement of the guidance.
pub(super) fn all() -> Result<&'static [Agreement], Fault> {
    guidance::agreements()
        .map(Vec::as_slice)
        .map_err(|error| Fault::stopped().technical(error.to_string()))
}

/// An agreement by its name.
pub(crate) fn one(id: &str) -> Result<&'static Agreement, Fault> {
    all()?
        .iter()
        .find(|agreement| agreement.id == *id)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))
}

fn line(agreement: &Agreement) -> AgreementLine {
    AgreementLine {
        id: agreement.id.to_string(),
        title: agreement.title.clone(),
        for_whom: agreement.for_whom.clone(),
        holds: agreement.holds.said().to_owned(),
    }
}

/// A name as names are compared: without regard to capitals, with one space between its parts.
pub(super) fn key(name: &str) -> String {
    let parts: Vec<&str> = name.split_whitespace().collect();
    parts.join(" ").to_lowercase()
}

/// Whether an account is a governor's.
pub(super) fn governs(role: &str) -> bool {
    ["chair", "governor_sg"].contains(&role)
}
