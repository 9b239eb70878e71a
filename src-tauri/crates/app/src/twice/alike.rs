//! How alike two records are: by date of birth, by how a name is written and how it sounds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use strsim::damerau_levenshtein;
use vault::ask::{plain, sounds};

/// How many that share something are compared with one another.
const SHELF: usize = 200;
/// Letters by which two spellings of one name may differ.
const LETTERS: usize = 2;

/// Why two records may be one: how likely that is, less being likelier, and in words.
pub(super) type Why = (u8, &'static str);

/// Pairs worth comparing, by place: those that lie on one shelf.
pub(super) fn candidates<I: IntoIterator<Item = String>>(
    all: impl IntoIterator<Item = I>,
) -> BTreeSet<(usize, usize)> {
    let mut shelves: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, own) in all.into_iter().enumerate() {
        for shelf in own {
            shelves.entry(shelf).or_default().push(place);
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

/// What name and date of birth together say.
pub(super) fn by_birth(
    (born_a, of_a): (Option<NaiveDate>, &Name),
    (born_b, of_b): (Option<NaiveDate>, &Name),
) -> Option<Why> {
    let (one, other) = (born_a?, born_b?);
    if one != other {
        return (of_a.same(of_b) && slip(one, other)).then_some((
            5,
            "The same name, and dates of birth that a slip of the pen could explain.",
        ));
    }
    if of_a.same(of_b) {
        Some((1, "The same name and the same date of birth."))
    } else if of_a.turned(of_b) {
        Some((
            2,
            "The same date of birth, forename and surname the other way round.",
        ))
    } else if of_a.near(of_b) {
        Some((
            3,
            "The same date of birth, and a name spelt almost the same.",
        ))
    } else if of_a.sounds_like(of_b) {
        Some((
            4,
            "The same date of birth, and a name that sounds the same.",
        ))
    } else {
        None
    }
}

/// A name in the forms in which it is compared.
pub(super) struct Name {
    forenames: Vec<String>,
    surnames: Vec<String>,
    forename_sounds: BTreeSet<String>,
    surname_sounds: BTreeSet<String>,
}

impl Name {
    /// Of every forename and every surname somebody has.
    pub(super) fn of<'a>(
        forenames: impl IntoIterator<Item = &'a str>,
        surnames: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let (forenames, surnames) = (some(forenames), some(surnames));
        Self {
            forename_sounds: heard(&forenames),
            surname_sounds: heard(&surnames),
            forenames,
            surnames,
        }
    }

    /// Shelves on which whoever has the same name, or one that sounds like it, lies too.
    pub(super) fn shelves(&self) -> Vec<String> {
        let mut shelves = Vec::new();
        for surname in &self.surnames {
            for forename in &self.forenames {
                shelves.push(format!("name {surname} {forename}"));
                shelves.push(format!("name {forename} {surname}"));
            }
        }
        for surname in &self.surname_sounds {
            for forename in &self.forename_sounds {
                shelves.push(format!("sound {surname} {forename}"));
            }
        }
        shelves
    }

    /// The same name, by any of them.
    pub(super) fn same(&self, other: &Self) -> bool {
        shares(&self.forenames, &other.forenames) && shares(&self.surnames, &other.surnames)
    }

    /// Forename and surname stand in each other's place.
    pub(super) fn turned(&self, other: &Self) -> bool {
        shares(&self.forenames, &other.surnames) && shares(&self.surnames, &other.forenames)
    }

    /// Spelt almost the same.
    pub(super) fn near(&self, other: &Self) -> bool {
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

    /// Spoken the same.
    pub(super) fn sounds_like(&self, other: &Self) -> bool {
        !self.forename_sounds.is_disjoint(&other.forename_sounds)
            && !self.surname_sounds.is_disjoint(&other.surname_sounds)
    }
}

fn shares(own: &[String], theirs: &[String]) -> bool {
    own.iter().any(|name| theirs.contains(name))
}

/// Names in plain small letters, each once.
fn some<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut plain: Vec<String> = names
        .into_iter()
        .map(|name| plain(name.trim()))
        .filter(|name| !name.is_empty())
        .collect();
    plain.dedup();
    plain
}

fn heard(names: &[String]) -> BTreeSet<String> {
    let codes = names.iter().map(|name| sounds(name)).collect::<Vec<_>>();
    let codes = codes.iter().flat_map(|codes| codes.split_whitespace());
    codes.map(str::to_owned).collect()
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
