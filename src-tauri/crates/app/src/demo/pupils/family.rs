use crate::demo::dice::Dice;
use crate::demo::facts::{Facts, Tradition};

/// What brothers and sisters share.
pub(super) struct Family<'f> {
    pub(super) tradition: &'f Tradition,
    /// The surname of a boy and that of a girl; blank in a family without surnames.
    pub(super) surnames: (String, String),
    /// A middle name they all have, such as their father's.
    pub(super) middle: Option<String>,
    pub(super) address: String,
    pub(super) parent: Parent,
}

/// The parent the school talks to.
#[derive(Clone)]
pub(in crate::demo) struct Parent {
    pub(in crate::demo) mother: bool,
    /// Their given name.
    pub(super) given: String,
    /// Their name in full.
    pub(in crate::demo) name: String,
    /// What staff call them: "Ms Nowak".
    pub(in crate::demo) said: String,
}

impl<'f> Family<'f> {
    /// Invents a family, before its children.
    pub(super) fn new(facts: &'f Facts, seed: u64, number: usize) -> Family<'f> {
        let mut dice = Dice::thrown(seed, "family", number as u64);
        let tradition = one_of(facts, &mut dice);
        let surnames = surnames(facts, tradition, &mut dice);
        let mother = dice.often(70);
        Family {
            parent: parent(tradition, &surnames, mother, &mut dice),
            middle: dice.pick(&tradition.middles).cloned(),
            address: format!(
                "{} {}, Marlowe Vale, Fenmarsh FM{} {}ZZ",
                dice.between(1, 140),
                dice.word(&facts.school.streets),
                dice.between(1, 9),
                dice.between(1, 9),
            ),
            tradition,
            surnames,
        }
    }

    /// How many of their children go to the school.
    pub(super) fn children(&self, dice: &mut Dice) -> usize {
        1 + dice.weighed([62, 26, 9, 3].into_iter())
    }

    pub(super) fn surname(&self, girl: bool) -> &str {
        if girl {
            &self.surnames.1
        } else {
            &self.surnames.0
        }
    }
}

/// A tradition, as often as its weight says.
pub(super) fn one_of<'f>(facts: &'f Facts, dice: &mut Dice) -> &'f Tradition {
    let place = dice.weighed(facts.traditions.iter().map(|found| found.weight));
    facts.traditions.get(place).unwrap_or(&facts.plainest)
}

fn surnames(facts: &Facts, tradition: &Tradition, dice: &mut Dice) -> (String, String) {
    let Some(first) = dice.pick(&tradition.surnames) else {
        return (String::new(), String::new());
    };
    let (boys, girls) = (first.of(false).to_owned(), first.of(true).to_owned());
    if !boys.contains('-') && dice.often(tradition.double_barrelled) {
        let other = one_of(facts, dice);
        if let Some(second) = dice.pick(&other.surnames)
            && !second.of(false).contains([' ', '-'])
            && second.of(false) != boys
        {
            let joined = |girl| format!("{}-{}", first.of(girl), second.of(girl));
            return (joined(false), joined(true));
        }
    }
    (boys, girls)
}

fn parent(
    tradition: &Tradition,
    surnames: &(String, String),
    mother: bool,
    dice: &mut Dice,
) -> Parent {
    let given = dice
        .pick(tradition.given(mother))
        .map_or("", |given| given.legal.as_str());
    let surname = if mother { &surnames.1 } else { &surnames.0 };
    let title = match (mother, dice.below(3)) {
        (false, _) => "Mr",
        (true, 0) => "Mrs",
        (true, _) => "Ms",
    };
    let last = if surname.is_empty() { given } else { surname };
    Parent {
        mother,
        given: given.to_owned(),
        name: tradition.full(given, surname),
        said: format!("{title} {last}"),
    }
}
