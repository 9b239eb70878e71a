//! Names of adults who may stand in the registers of training and of signatures.

use std::collections::BTreeMap;

use guidance::AgreedBy;

use super::super::agreement::{SIGNATURES, all, key};
use super::super::rhythm::{every_line, said};
use super::super::{known, room_of};
use super::TRAINING;
use crate::Office;
use crate::wire::Fault;

/// Names of those with an account that is not closed.
fn accounts(office: &Office) -> Result<Vec<String>, Fault> {
    let people = office.sitting()?.directory.people.iter();
    let open = people.filter(|person| person.closed.is_none());
    Ok(open.map(|person| person.name.clone()).collect())
}

/// Everybody with an account or a line in one of these registers, each once, by how names are compared.
pub(in crate::guide::register) fn of_adults(
    office: &Office,
) -> Result<BTreeMap<String, String>, Fault> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut put = |name: &str| {
        let shown: Vec<&str> = name.split_whitespace().collect();
        if shown.is_empty() {
            return;
        }
        let shown = shown.join(" ");
        let known = names.entry(key(name)).or_insert_with(|| shown.clone());
        if capitals(&shown) > capitals(known) {
            *known = shown;
        }
    };
    for name in accounts(office)? {
        put(&name);
    }
    let staff = staff_kinds()?;
    for id in [TRAINING, SIGNATURES] {
        let register = &*known(office, id)?;
        if room_of(office, register)?.is_none() {
            continue;
        }
        for kept in every_line(office, register)? {
            if id == TRAINING || staff.contains(&said(&kept.line, "kind")) {
                put(said(&kept.line, "person"));
            }
        }
    }
    Ok(names)
}

/// How many parts of a name are written as names are: of several spellings of one name, the best is shown.
fn capitals(name: &str) -> usize {
    let as_named = |part: &&str| {
        let mut letters = part.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        first && !(part.chars().count() > 1 && letters.all(char::is_uppercase))
    };
    name.split(' ').filter(as_named).count()
}

/// What a signature of somebody who works or governs here is written as: no parent's, and no visitor's.
fn staff_kinds() -> Result<Vec<&'static str>, Fault> {
    let adults = all()?.iter().filter(|one| {
        one.of == AgreedBy::Adults
            && one.holds != guidance::Holds::Visit
            && one.holds != guidance::Holds::Leaving
    });
    Ok(adults
        .flat_map(|one| &one.kinds)
        .map(|kind| kind.as_str())
        .collect())
}
