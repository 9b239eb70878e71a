//! What was released before. Whatever is released after it is held against it, so all of it must be read, or nothing more is said.

use domain::governance::REPORT_RELEASED;
use serde::de::DeserializeOwned;

use super::streams::pupils_room;
use crate::Office;
use crate::wire::{Fault, FaultKind};

/// Everything of a kind that was released before, the latest first; a refusal where some of it cannot be read.
pub(super) fn all_before<T: DeserializeOwned>(
    office: &Office,
    kind: &str,
) -> Result<Vec<T>, Fault> {
    let all = pupils_room(office)?.all_told::<T>(kind)?;
    if !all.unreadable.is_empty() {
        return Err(cannot_be_read(kind));
    }
    Ok(all.read.into_iter().map(|told| told.said).collect())
}

/// Why nothing new is said.
pub(super) fn cannot_be_read(kind: &str) -> Fault {
    let what = match kind {
        REPORT_RELEASED => "A report that went before",
        _ => "A sheet of numbers about adults that was released before",
    };
    Fault::new(
        FaultKind::Refused,
        format!(
            "{what} cannot be read here, so nothing new can be held against it and no number is said."
        ),
    )
    .kept("What was released stays as it is, and what you wrote is kept.")
    .next(
        "Open Vault and choose Check everything. If that finds nothing, a newer version of Strongroom wrote it: install that version here.",
    )
}
