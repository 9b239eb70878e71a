//! Who may be on the list twice: by number, by date of birth, by how a name is written and how it sounds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use strsim::damerau_levenshtein;
use vault::ask::{PupilLine, plain, sounds};

use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Fault, TwiceField, TwicePair};

/// How many pairs are shown.
const MOST: usize = 50;
/// How many that share something are compared with one another.
const SHELF: usize = 200;
/// Letters by which two spellings of one name may differ.
const LETTERS: usize = 2;

/// Pairs of records that may be one child, the likeliest first. Whoever was found to be two is not asked about again.
pub fn twice(office: &Office) -> Result<Vec<TwicePair>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let standing = room.standing_for()?;
    let lines: Vec<PupilLine> = room
        .all_pupils()?
        .into_iter()
        .filter(|line| !standing.contains_key(&line.id))
        .collect();
    let apart: BTreeSet<(PupilId, PupilId)> = room
        .kept_apart()?
        .into_iter()
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect();
    let names: Vec<Name> = lines.iter().map(|line| Name::of(&line.facts)).collect();
    let mut found: Vec<(u8, usize, usize, String)> = Vec::new();
    for (one, other) in candidates(&lines, &names) {
        let (Some(a), Some(b)) = (lines.get(one), lines.get(other)) else {
            continue;
        };
        if apart.contains(&(a.id.min(b.id), a.id.max(b.id))) {
            continue;
        }
        let (Some(of_a), Some(of_b)) = (names.get(one), names.get(other)) else {
            continue;
        };
        if let Some((order, why)) = alike(&a.facts, of_a, &b.facts, of_b) {
            found.push((order, one, other, why));
        }
    }
    found.sort();
    found.truncate(MOST);
    found
        .into_iter()
        .filter_map(|(_, one, other, why)| Some((lines.get(one)?, lines.get(other)?, why)))
        .map(|(one, other, why)| {
            let count = |id: PupilId| -> Result<u32, Fault> {
                let (concerns, _) = crate::chronology::everything(office, id)?;
                Ok(u32::try_from(concerns.len()).unwrap_or(u32::MAX))
            };
            Ok(TwicePair {
                one: super::list::row(office, one, None),
                other: super::list::row(office, other, None),
                why,
                fields: fields(&one.facts, &other.facts),
                one_concerns: count(one.id)?,
                other_concerns: count(other.id)?,
            })
        })
        .collect()
}

/// A name in the forms in which it is compared.
struct Name {
    forenames: Vec<String>,
    surnames: Vec<String>,
    forename_sounds: BTreeSet<String>,
    surname_sounds: BTreeSet<String>,
}

impl Name {
    fn of(facts: &Facts) -> Self {
        let some = |names: &[Option<&str>]| -> Vec<String> {
            let mut plain: Vec<String> = names
                .iter()
                .flatten()
                .map(|name| plain(name.trim()))
                .filter(|name| !name.is_empty())
                .collect();
            plain.dedup();
            plain
        };
        let heard = |names: &[String]| -> BTreeSet<String> {
            let codes = names.iter().map(|name| sounds(name)).collect::<Vec<_>>();
            let codes = codes.iter().flat_map(|codes| codes.split_whitespace());
            codes.map(str::to_owned).collect()
        };
        let forenames = some(&[
            Some(&facts.legal_forename),
            facts.preferred_forename.as_deref(),
        ]);
        let surnames = some(&[
            Some(&facts.legal_surname),
            facts.preferred_surname.as_deref(),
        ]);
        Self {
            forename_sounds: heard(&forenames),
            surname_sounds: heard(&surnames),
            forenames,
            surnames,
        }
    }

    fn same(&self, other: &Self) -> bool {
        shares(&self.forenames, &other.forenames) && shares(&self.surnames, &other.surnames)
    }

    /// Forename and surname stand in each other's place.
    fn turned(&self, other: &Self) -> bool {
        shares(&self.forenames, &other.surnames) && shares(&self.surnames, &other.forenames)
    }

    fn near(&self, other: &Self) -> bool {
        let near = |own: &[String], theirs: &[String]| {
            own.iter().any(|one| {
                theirs.iter().any(|other| {
                    let short = one.chars().count().min(other.chars().count()) < 5;
                    damerau_levenshtein(one, other) <= if short { 1 } else { LETTERS }
                })
            })
        };
        near(&self.forenames, &other.forenames) && near(&self.surnames, &other.surnames)
    }

    fn sounds_like(&self, other: &Self) -> bool {
        !self.forename_sounds.is_disjoint(&other.forename_sounds)
            && !self.surname_sounds.is_disjoint(&other.surname_sounds)
    }
}

fn shares(own: &[String], theirs: &[String]) -> bool {
    own.iter().any(|name| theirs.contains(name))
}

/// Pairs worth comparing: those that share a number, a date of birth, or the sound of a surname.
fn candidates(lines: &[PupilLine], names: &[Name]) -> BTreeSet<(usize, usize)> {
    let mut shelves: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, (line, name)) in lines.iter().zip(names).enumerate() {
        let mut put = |shelf: String| shelves.entry(shelf).or_default().push(place);
        if let Some(upn) = &line.facts.upn {
            put(format!("upn {upn}"));
        }
        if let Some(born) = line.facts.date_of_birth {
            put(format!("born {born}"));
        }
        for surname in &name.surnames {
            for forename in &name.forenames {
                put(format!("name {surname} {forename}"));
                put(format!("name {forename} {surname}"));
            }
        }
        for surname in &name.surname_sounds {
            for forename in &name.forename_sounds {
                put(format!("sound {surname} {forename}"));
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for mut shelf in shelves.into_values() {
        // A list in which hundreds share a birthday or a name is a list with something wrong in it, and is said elsewhere.
        shelf.truncate(SHELF);
        for (at, one) in shelf.iter().enumerate() {
            for other in shelf.iter().skip(at + 1).filter(|other| *other != one) {
                pairs.insert((*one.min(other), *one.max(other)));
            }
        }
    }
    pairs
}

/// Why two records may be one child, and how likely that is: less is likelier.
fn alike(a: &Facts, of_a: &Name, b: &Facts, of_b: &Name) -> Option<(u8, String)> {
    if a.upn.is_some() && a.upn == b.upn {
        return Some((0, "They have the same UPN.".to_owned()));
    }
    // Twins have one birthday and one surname, and two numbers.
    let numbers_differ = matches!((&a.upn, &b.upn), (Some(a), Some(b)) if a != b);
    let said = |order: u8, why: &str| {
        let (order, but) = match numbers_differ {
            true => (order + 10, " Their UPNs are different."),
            false => (order, ""),
        };
        Some((order, format!("{why}{but}")))
    };
    match (a.date_of_birth, b.date_of_birth) {
        (Some(one), Some(other)) if one == other => {
            if of_a.same(of_b) {
                said(1, "The same name and the same date of birth.")
            } else if of_a.turned(of_b) {
                said(
                    2,
                    "The same date of birth, forename and surname the other way round.",
                )
            } else if of_a.near(of_b) {
                said(
                    3,
                    "The same date of birth, and a name spelt almost the same.",
                )
            } else if of_a.sounds_like(of_b) {
                said(
                    4,
                    "The same date of birth, and a name that sounds the same.",
                )
            } else {
                None
            }
        }
        (Some(one), Some(other)) if of_a.same(of_b) && slip(one, other) => said(
            5,
            "The same name, and dates of birth that a slip of the pen could explain.",
        ),
        (None, _) | (_, None) if of_a.same(of_b) && !numbers_differ => {
            said(6, "The same name. One of them has no date of birth here.")
        }
        _ => None,
    }
}

/// Whether two dates differ by one slip: day and month the other way round, or one of the three parts.
fn slip(one: NaiveDate, other: NaiveDate) -> bool {
    let turned =
        one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    let same = [
        one.year() == other.year(),
        one.month() == other.month(),
        one.day() == other.day(),
    ];
    turned || same.iter().filter(|same| **same).count() == 2
}

fn fields(one: &Facts, other: &Facts) -> Vec<TwiceField> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("%-d %B %Y").to_string());
    let rows = [
        ("Legal name", one.legal_name(), other.legal_name()),
        ("Name used", one.name(), other.name()),
        ("UPN", text(&one.upn), text(&other.upn)),
        (
            "Born",
            day(one.date_of_birth).unwrap_or_default(),
            day(other.date_of_birth).unwrap_or_default(),
        ),
        ("Class", text(&one.class), text(&other.class)),
        ("Year", text(&one.year), text(&other.year)),
        ("Site", text(&one.site), text(&other.site)),
        (
            "Left",
            day(one.left_on).unwrap_or_default(),
            day(other.left_on).unwrap_or_default(),
        ),
    ];
    rows.into_iter()
        .filter(|(_, one, other)| !one.is_empty() || !other.is_empty())
        .map(|(label, one, other)| TwiceField {
            label: label.to_owned(),
            one,
            other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pupil(forename: &str, surname: &str, born: &str, upn: Option<&str>) -> Facts {
        Facts {
            legal_forename: forename.to_owned(),
            legal_surname: surname.to_owned(),
            date_of_birth: born.parse().ok(),
            upn: upn.map(str::to_owned),
            ..Facts::default()
        }
    }

    fn asked(a: &Facts, b: &Facts) -> Option<u8> {
        alike(a, &Name::of(a), b, &Name::of(b)).map(|(order, _)| order)
    }

    #[test]
    fn one_child_who_was_typed_twice_is_asked_about() {
        let kasia = pupil("Katarzyna", "Wiśniewska", "2014-03-09", None);
        for (other, order) in [
            (pupil("Katarzyna", "Wisniewska", "2014-03-09", None), 1),
            (pupil("Wiśniewska", "Katarzyna", "2014-03-09", None), 2),
            (pupil("Katarzina", "Wiśniewska", "2014-03-09", None), 3),
            (pupil("Katarzyna", "Wiśniewska", "2014-09-03", None), 5),
            (pupil("Katarzyna", "Wiśniewska", "", None), 6),
        ] {
            assert_eq!(asked(&kasia, &other), Some(order));
            assert_eq!(asked(&other, &kasia), Some(order));
        }
    }

    #[test]
    fn twins_and_namesakes_are_not_one_child() {
        let ada = pupil("Ada", "Okoro", "2014-03-09", Some("A1"));
        let twin = pupil("Zuri", "Okoro", "2014-03-09", Some("A2"));
        let namesake = pupil("Ada", "Okoro", "2011-11-30", Some("A3"));
        assert_eq!(asked(&ada, &twin), None);
        assert_eq!(asked(&ada, &namesake), None);
    }
}
