//! A class, pupil by pupil: who has an agreement or a consent that holds, and who has none.

use std::collections::BTreeMap;

use domain::pupil::Facts;
use domain::register::Line;
use domain::room::Room as RoomKind;
use vault::ask::PupilLine;

use super::super::rhythm::{every_line, said};
use super::super::{known, need};
use super::standing::{Stands, best, consent, shown, signature};
use super::{SIGNATURES, all, key};
use crate::Office;
use crate::wire::{ClassCount, ClassLines, Fault, HasLine};

/// The register of consent to images.
const CONSENT: &str = "image-consent";
/// Said of pupils whose names are the same, where there are fewer lines than pupils.
const WHICH: &str = "Several pupils have this name, and not all of them have a line";

/// Everybody of a class, and whether they have a line of the register that holds: an agreement, a consent.
pub fn class_lines(office: &Office, register: &str, class: &str) -> Result<ClassLines, Fault> {
    let people = People::of(office, register)?;
    let pupils: Vec<HasLine> = people
        .on_roll
        .iter()
        .filter(|pupil| class_of(&pupil.facts) == class)
        .map(|pupil| people.stands(pupil))
        .collect();
    if pupils.is_empty() {
        return Err(vault::VaultError::NotFound.into());
    }
    let without = pupils.iter().filter(|one| one.stands != "holds").count();
    Ok(ClassLines {
        class: class.to_owned(),
        without: count(without),
        pupils,
    })
}

/// Every class, with how many of it have no line of the register that holds.
pub fn class_counts(office: &Office, register: &str) -> Result<Vec<ClassCount>, Fault> {
    let people = People::of(office, register)?;
    let mut classes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for pupil in &people.on_roll {
        let (all, without) = classes.entry(class_of(&pupil.facts)).or_default();
        *all += 1;
        if people.stands(pupil).stands != "holds" {
            *without += 1;
        }
    }
    Ok(classes
        .into_iter()
        .map(|(class, (pupils, without))| ClassCount {
            class: class.to_owned(),
            pupils: count(pupils),
            without: count(without),
        })
        .collect())
}

/// Pupils on roll, and what stands in a register by name.
struct People {
    on_roll: Vec<PupilLine>,
    /// How many pupils on roll have a name.
    named: BTreeMap<String, usize>,
    /// What stands under a name, the latest first, each with the class it was written for.
    lines: BTreeMap<String, Vec<(String, Stands)>>,
}

impl People {
    fn of(office: &Office, id: &str) -> Result<Self, Fault> {
        let register = &*known(office, id)?;
        need(office, register)?;
        if ![SIGNATURES, CONSENT].contains(&id) {
            return Err(vault::VaultError::NotFound.into());
        }
        let (today, zone) = (office.around.local().date_naive(), office.around.zone);
        let on_roll = match office.room(RoomKind::Pupils) {
            Some(room) => room.pupils(false, &today.to_string(), 0, u32::MAX)?.lines,
            None => Vec::new(),
        };
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for pupil in &on_roll {
            *named.entry(key(&pupil.facts.name())).or_default() += 1;
        }
        let terms = &office.sitting()?.settings.terms;
        let kinds = pupil_kinds()?;
        let stands = |line: &Line| match id {
            SIGNATURES if !kinds.contains(&said(line, "kind")) => None,
            SIGNATURES => Some(signature(line, today, zone)),
            _ => Some(consent(line, today, zone, terms)),
        };
        let mut lines: BTreeMap<String, Vec<(String, Stands)>> = BTreeMap::new();
        for kept in every_line(office, register)? {
            if let Some(stands) = stands(&kept.line) {
                lines
                    .entry(key(said(&kept.line, "person")))
                    .or_default()
                    .push((key(said(&kept.line, "job_or_class")), stands));
            }
        }
        Ok(Self {
            on_roll,
            named,
            lines,
        })
    }

    /// How a pupil stands, by their name; where several have it, by their class too.
    fn stands(&self, pupil: &PupilLine) -> HasLine {
        let facts = &pupil.facts;
        let (name, legal) = (key(&facts.name()), key(&facts.legal_name()));
        let mut found: Vec<&(String, Stands)> =
            self.lines.get(&name).into_iter().flatten().collect();
        if legal != name && !self.named.contains_key(&legal) {
            found.extend(self.lines.get(&legal).into_iter().flatten());
        }
        let id = Some(pupil.id.to_string());
        let alone = self.named.get(&name).is_none_or(|count| *count < 2);
        if alone {
            return shown(id, facts.name(), best(found.into_iter().map(|one| one.1)));
        }
        let class = key(class_of(facts));
        found.retain(|(of, _)| *of == class);
        let same = |other: &&PupilLine| {
            key(&other.facts.name()) == name && key(class_of(&other.facts)) == class
        };
        let pupils = self.on_roll.iter().filter(same).count();
        let holding = found
            .iter()
            .filter(|one| matches!(one.1, Stands::Holds(..)));
        if found.is_empty() || pupils < 2 || holding.count() >= pupils {
            return shown(id, facts.name(), best(found.into_iter().map(|one| one.1)));
        }
        HasLine {
            say: WHICH.to_owned(),
            ..shown(id, facts.name(), Stands::None)
        }
    }
}

/// What a signature of a pupil is written as.
fn pupil_kinds() -> Result<Vec<&'static str>, Fault> {
    let of_pupils = all()?
        .iter()
        .filter(|one| one.of == guidance::AgreedBy::Pupils);
    Ok(of_pupils
        .flat_map(|one| &one.kinds)
        .map(|kind| kind.as_str())
        .collect())
}

/// The class of a pupil; empty where they are in none.
pub(in crate::guide::register) fn class_of(facts: &Facts) -> &str {
    facts.class.as_deref().unwrap_or_default()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
