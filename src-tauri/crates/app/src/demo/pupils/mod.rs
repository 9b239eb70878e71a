//! The pupils: families first, then each child's year, names, number and flags.

mod family;
mod flags;
mod naming;
mod upn;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::demo::calendar::{date, earlier, first_day, is_school_day, later, school_year};
use crate::demo::dice::Dice;
use crate::demo::facts::Facts;
use crate::demo::model::DemoPupil;
use family::{Family, Parent};

/// The years of the school: Reception to 13.
const YEARS: u64 = 14;
/// From how many pupils on two of them share both name and birthday.
const DOUBLES_FROM: usize = 400;
/// How often another name is tried for a child whose name and birthday somebody has already.
const NAMES_TO_TRY: usize = 200;
/// One pair of the same name among this many pupils.
const NAMESAKE_IN: usize = 150;

/// What a concern needs to know of a pupil beside the pupil list.
pub(super) struct Child {
    /// The name staff call them by, in Latin letters.
    pub(super) said: String,
    /// Whether they are called she.
    pub(super) girl: bool,
    /// The school year in which their year group was in Reception.
    pub(super) began: i32,
    /// Letter of their form.
    pub(super) form: String,
    /// Which family; brothers and sisters share it.
    pub(super) family: usize,
    /// The parent the school talks to.
    pub(super) parent: Parent,
}

impl Child {
    /// Their year group on a day: Reception is 0.
    pub(super) fn year_on(&self, day: NaiveDate) -> i32 {
        school_year(day) - self.began
    }

    /// Their class on a day.
    pub(super) fn class_on(&self, day: NaiveDate) -> String {
        format!("{}{}", year_name(self.year_on(day)), self.form)
    }
}

/// A year group's name on a list.
pub(super) fn year_name(year: i32) -> String {
    if year <= 0 {
        "R".to_owned()
    } else {
        year.to_string()
    }
}

/// Invents the pupils of a school on a day.
pub(super) fn enrol(
    facts: &Facts,
    seed: u64,
    count: usize,
    today: NaiveDate,
) -> (Vec<DemoPupil>, Vec<Child>) {
    let mut pupils: Vec<DemoPupil> = Vec::with_capacity(count);
    let mut children: Vec<Child> = Vec::with_capacity(count);
    let mut families = 0;
    let mut taken = BTreeSet::new();
    while pupils.len() < count {
        let family = Family::new(facts, seed, families);
        let mut dice = Dice::thrown(seed, "children", families as u64);
        let many = family.children(&mut dice).min(count - pupils.len());
        let mut years: Vec<i32> = Vec::new();
        let mut births: Vec<NaiveDate> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for _ in 0..many {
            let year = next_year(&mut dice, &years);
            let born = born(&mut dice, school_year(today) - year, &years, &births, year);
            let mut named = naming::child(facts, &family, families, &mut dice, born);
            // Two children of one name and birthday are made on purpose, further down, and not by chance; and nobody
            // is called like their brother.
            for _ in 0..NAMES_TO_TRY {
                let given = &named.0.legal_forename;
                let at_home = given == &family.parent.given || names.contains(given);
                if (given.is_empty() || !at_home) && taken.insert(known_by(&named.0)) {
                    break;
                }
                named = naming::child(facts, &family, families, &mut dice, born);
            }
            let (pupil, child) = named;
            names.push(pupil.legal_forename.clone());
            years.push(year);
            births.push(born);
            children.push(Child {
                began: school_year(today) - year,
                ..child
            });
            pupils.push(pupil);
        }
        families += 1;
    }

    namesakes(seed, &mut pupils, &mut children, &mut taken);
    place(facts, seed, &mut pupils, &mut children, today);
    upn::give(seed, &mut pupils, &children, today);
    flags::give(seed, &mut pupils, &children, today);
    (pupils, children)
}

/// What two children are told apart by on most lists.
type Known = (String, String, NaiveDate);

fn known_by(pupil: &DemoPupil) -> Known {
    let DemoPupil {
        legal_surname,
        legal_forename,
        date_of_birth,
        ..
    } = pupil;
    (
        legal_surname.clone(),
        legal_forename.clone(),
        *date_of_birth,
    )
}

/// The year of the next child of a family: twins now and then, otherwise one to four years younger.
fn next_year(dice: &mut Dice, siblings: &[i32]) -> i32 {
    let Some(last) = siblings.last() else {
        // The sixth form is smaller.
        let weights = (0..YEARS).map(|year| if year < 12 { 10 } else { 6 });
        return dice.weighed(weights) as i32;
    };
    if siblings.len() == 1 && dice.often(5) {
        return *last;
    }
    let younger = *last - dice.between(1, 4) as i32;
    if younger >= 0 && !siblings.contains(&younger) {
        return younger;
    }
    let free: Vec<i32> = (0..YEARS as i32)
        .filter(|year| !siblings.contains(year))
        .collect();
    dice.pick(&free).copied().unwrap_or(0)
}

/// A birthday for a year group: twins share it, others are ten months apart.
fn born(dice: &mut Dice, began: i32, years: &[i32], births: &[NaiveDate], year: i32) -> NaiveDate {
    if let Some(twin) = years.iter().position(|other| *other == year)
        && let Some(day) = births.get(twin)
    {
        return *day;
    }
    let first = date(began - 5, 9, 1);
    let mut day = later(first, dice.below(365));
    for _ in 0..40 {
        let near = |other: &NaiveDate| (*other - day).num_days().abs() < 300;
        if !births.iter().any(near) {
            break;
        }
        day = later(first, dice.below(365));
    }
    day
}

/// Gives some children without brothers and sisters the name of somebody else, as every school has.
fn namesakes(
    seed: u64,
    pupils: &mut [DemoPupil],
    children: &mut [Child],
    taken: &mut BTreeSet<Known>,
) {
    let mut dice = Dice::thrown(seed, "namesakes", 0);
    let mut doubles = usize::from(pupils.len() >= DOUBLES_FROM);
    let mut wanted = pupils.len() / NAMESAKE_IN + doubles;
    for _ in 0..pupils.len() {
        if wanted == 0 {
            return;
        }
        let (from, to) = (dice.place(pupils.len()), dice.place(pupils.len()));
        let (Some(old), Some(new)) = (children.get(from), children.get(to)) else {
            continue;
        };
        let alone = children
            .iter()
            .filter(|child| child.family == new.family)
            .count()
            == 1;
        if !alone || old.family == new.family || old.girl != new.girl {
            continue;
        }
        let (said, began) = (old.said.clone(), old.began);
        let Some(name) = pupils.get(from).cloned() else {
            continue;
        };
        if let (Some(pupil), Some(child)) = (pupils.get_mut(to), children.get_mut(to)) {
            // One pair shares the birthday too: two children, whom only their numbers tell apart.
            let double = doubles == 1;
            let born = if double {
                name.date_of_birth
            } else {
                pupil.date_of_birth
            };
            let renamed = DemoPupil {
                date_of_birth: born,
                ..name.clone()
            };
            if !double && !taken.insert(known_by(&renamed)) {
                continue;
            }
            if double {
                child.began = began;
                doubles = 0;
            }
            pupil.date_of_birth = born;
            pupil.legal_surname = name.legal_surname;
            pupil.legal_forename = name.legal_forename;
            pupil.middle_names = name.middle_names;
            pupil.preferred_forename = name.preferred_forename;
            pupil.preferred_surname = None;
            child.said = said;
            wanted -= 1;
        }
    }
}

/// Puts every child into a class, and says when they came and whether they have left.
fn place(
    facts: &Facts,
    seed: u64,
    pupils: &mut [DemoPupil],
    children: &mut [Child],
    today: NaiveDate,
) {
    let forms = pupils.len().div_ceil(YEARS as usize * 26).max(1);
    for (number, (pupil, child)) in pupils.iter_mut().zip(children.iter_mut()).enumerate() {
        let mut dice = Dice::thrown(seed, "place", number as u64);
        let form = dice.place(forms);
        let letters = facts.school.forms.len().max(1);
        let letter = facts
            .school
            .forms
            .get(form % letters)
            .map_or("", String::as_str);
        child.form = match form / letters {
            0 => letter.to_owned(),
            round => format!("{letter}{}", round + 1),
        };

        let year = child.year_on(today);
        let joined = match dice.below(100) {
            0..=54 => 0,
            55..=84 if year >= 7 => 7,
            _ => dice.between(0, i64::from(year.max(0))) as i32,
        };
        let usual = first_day(child.began + joined);
        // The rest come in the middle of a year.
        let day = if dice.often(18) {
            later(usual, dice.below(280))
        } else {
            usual
        };
        pupil.admitted = school_day_by(day.min(today));
        if dice.often(4) {
            let left = school_day_by(earlier(today, 5 + dice.below(500)));
            pupil.left_on = (left > later(pupil.admitted, 60)).then_some(left);
        }
        let last = pupil.left_on.unwrap_or(today);
        pupil.year = year_name(child.year_on(last));
        pupil.class = child.class_on(last);
        pupil.site = match child.year_on(last) {
            ..=6 => "Orchard site",
            _ => "Quarry Bank site",
        }
        .to_owned();
    }
}

/// The last school day up to a day.
fn school_day_by(day: NaiveDate) -> NaiveDate {
    let mut found = day;
    for _ in 0..80 {
        if is_school_day(found) {
            return found;
        }
        found = earlier(found, 1);
    }
    day
}
