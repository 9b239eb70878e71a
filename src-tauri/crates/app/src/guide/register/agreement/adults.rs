//! Adults whose agreement does not hold: it lapsed, or they have an account and never signed.

use std::collections::BTreeMap;

use guidance::Agreement;

use super::super::known;
use super::super::rhythm::{every_line, said};
use super::standing::{Stands, best, shown, signature};
use super::{SIGNATURES, key};
use crate::Office;
use crate::wire::{Fault, HasLine};

/// What a governor's signature is written as, and the role of their account.
const GOVERNOR: &str = "Governor";
/// What a signature of staff is written as.
const STAFF: &str = "Staff";

/// Everybody who should sign an agreement of adults anew, or at all, by name.
pub(super) fn without(office: &Office, agreement: &Agreement) -> Result<Vec<HasLine>, Fault> {
    let (today, zone) = (office.around.local().date_naive(), office.around.zone);
    let mut people: BTreeMap<String, (String, Vec<Stands>)> = BTreeMap::new();
    for kept in every_line(office, &*known(office, SIGNATURES)?)? {
        let kind = said(&kept.line, "kind");
        let name = said(&kept.line, "person");
        if name.is_empty() || !agreement.kinds.iter().any(|of| *of == *kind) {
            continue;
        }
        people
            .entry(key(name))
            .or_insert_with(|| (name.to_owned(), Vec::new()))
            .1
            .push(signature(&kept.line, today, zone));
    }
    for name in accounts(office, agreement)? {
        people
            .entry(key(&name))
            .or_insert_with(|| (name, Vec::new()));
    }
    Ok(people
        .into_values()
        .map(|(name, stands)| shown(None, name, best(stands.into_iter())))
        .filter(|one| one.stands != "holds")
        .collect())
}

/// Names of those with an account who should sign it: governors theirs, everybody else that of the staff.
fn accounts(office: &Office, agreement: &Agreement) -> Result<Vec<String>, Fault> {
    let has = |kind: &str| agreement.kinds.iter().any(|of| *of == *kind);
    let people = office.sitting()?.directory.people.iter();
    Ok(people
        .filter(|person| person.closed.is_none())
        .filter(|person| match super::governs(&person.role) {
            true => has(GOVERNOR),
            false => has(STAFF),
        })
        .map(|person| person.name.clone())
        .collect())
}
