//! The same line of a register for several people at once: who signed an agreement, who read a document or was trained.

mod begin;
mod kept;
mod names;
mod write;

use std::borrow::Cow;

use guidance::{Agreement, FieldKind, Register};

use super::agreement::{SIGNATURES, one};
use super::known;
use crate::Office;
use crate::wire::{Fault, SeveralForm};

pub use begin::{begin_several, several_until};
pub use kept::keep_several;
pub use write::write_several;

pub(super) use names::of_adults;

/// The register of training and of what was read.
pub(super) const TRAINING: &str = "training-log";
/// What it calls reading Part one of KCSIE, and reading a policy.
pub(super) const PART_ONE: &str = "KCSIE part one read";
pub(super) const POLICY: &str = "Policy read";

/// The register a form is written in, with the agreement it is about.
fn register_of(
    office: &Office,
    agreement: Option<&str>,
) -> Result<(Cow<'static, Register>, Option<&'static Agreement>), Fault> {
    Ok(match agreement {
        Some(id) => (known(office, SIGNATURES)?, Some(one(id)?)),
        None => (known(office, TRAINING)?, None),
    })
}

/// What a line can be written as.
fn kinds(register: &Register, agreement: Option<&Agreement>) -> Vec<String> {
    if let Some(agreement) = agreement {
        return agreement.kinds.iter().map(ToString::to_string).collect();
    }
    training_kinds(register)
}

/// What somebody can be trained in, by the register.
pub(super) fn training_kinds(register: &Register) -> Vec<String> {
    let field = register.fields.iter().find(|field| field.name == "kind");
    match field.map(|field| &field.kind) {
        Some(FieldKind::OneOf(all)) => all.clone(),
        Some(_) | None => Vec::new(),
    }
}

/// Nothing was typed that would be missed.
fn is_empty(form: &SeveralForm) -> bool {
    let words = [
        &form.names,
        &form.explained_by,
        &form.organisation,
        &form.accompanied_by,
        &form.exceptions,
        &form.agreed_by,
    ];
    form.pupils.is_empty() && words.iter().all(|words| words.trim().is_empty())
}
