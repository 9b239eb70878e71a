use chrono::NaiveDate;

use super::family::{Family, one_of};
use super::{Child, DemoPupil};
use crate::demo::dice::Dice;
use crate::demo::facts::{Facts, Given};

/// Names a child of a family. Year, class, number and the rest are given later.
pub(super) fn child(
    facts: &Facts,
    family: &Family<'_>,
    number: usize,
    dice: &mut Dice,
    born: NaiveDate,
) -> (DemoPupil, Child) {
    let girl = dice.often(50);
    let nameless = Given::default();
    let given = dice.pick(family.tradition.given(girl)).unwrap_or(&nameless);
    let (preferred, said) = preferred(given, dice);
    let (legal_surname, legal_forename) = if family.tradition.single {
        (given.legal.clone(), String::new())
    } else {
        (family.surname(girl).to_owned(), given.legal.clone())
    };

    let pupil = DemoPupil {
        middle_names: middle(family, given, girl, dice),
        preferred_forename: preferred,
        preferred_surname: another_surname(facts, family, girl, dice),
        former_names: another_surname(facts, family, girl, dice)
            .into_iter()
            .collect(),
        legal_surname,
        legal_forename,
        upn: None,
        date_of_birth: born,
        sex: if girl { "F" } else { "M" }.to_owned(),
        year: String::new(),
        class: String::new(),
        site: String::new(),
        address: family.address.clone(),
        admitted: born,
        left_on: None,
        flags: Vec::new(),
    };
    let child = Child {
        said,
        girl,
        began: 0,
        form: String::new(),
        family: number,
        parent: family.parent.clone(),
    };
    (pupil, child)
}

/// The name they go by, if it is another, and the name staff say, which is always in Latin letters.
fn preferred(given: &Given, dice: &mut Dice) -> (Option<String>, String) {
    if let Some(known_as) = &given.known_as
        && dice.often(60)
    {
        return (Some(known_as.clone()), known_as.clone());
    }
    let native = given.native.clone().filter(|_| dice.often(16));
    (native, given.legal.clone())
}

fn middle(family: &Family<'_>, given: &Given, girl: bool, dice: &mut Dice) -> Option<String> {
    let tradition = family.tradition;
    let custom = if girl {
        &tradition.middle_girls
    } else {
        &tradition.middle_boys
    };
    if let Some(custom) = custom {
        return dice.often(80).then(|| custom.clone());
    }
    if family.middle.is_some() {
        return family.middle.clone();
    }
    if tradition.single || !dice.often(45) {
        return None;
    }
    dice.pick(tradition.given(girl))
        .filter(|second| second.legal != given.legal)
        .map(|second| second.legal.clone())
}

/// Now and then a surname beside the one in law: a step-parent's, or the one before an adoption.
fn another_surname(
    facts: &Facts,
    family: &Family<'_>,
    girl: bool,
    dice: &mut Dice,
) -> Option<String> {
    if family.tradition.single || !dice.often(3) {
        return None;
    }
    let other = one_of(facts, dice);
    dice.pick(&other.surnames)
        .map(|surname| surname.of(girl).to_owned())
        .filter(|surname| surname != family.surname(girl))
}
