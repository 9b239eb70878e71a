//! The other children of a file and every name of theirs.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use domain::id::PupilId;
use domain::pupil::Facts;
use vault::ask::PersonLine;

use super::forms::forms_of;
use super::names::{Ways, words_of};
use super::phrases::Phrases;
use super::{Other, is_child};

/// Who has which letter in a file, and by which names.
pub(super) struct File {
    subjects: BTreeSet<PupilId>,
    pub(super) own: Ways,
    pub(super) others: Vec<Other>,
    places: HashMap<Key, usize>,
    pub(super) theirs: Phrases<Claim>,
    /// Names of the pupil that other children have too, in full or as a first name.
    pub(super) namesakes: Phrases<BTreeSet<usize>>,
    /// A name in full that one listed pupil of the file has, and no other.
    listed: BTreeMap<Vec<String>, Option<PupilId>>,
}

/// Whose name it is: in full or a first name, or a surname, which may be an adult's as well.
#[derive(Default)]
pub(super) struct Claim {
    pub(super) whole: BTreeSet<usize>,
    pub(super) given: BTreeSet<usize>,
    pub(super) family: BTreeSet<usize>,
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Pupil(PupilId),
    Name(Vec<String>),
}

impl File {
    /// Everybody in the order in which letters are given.
    pub(super) fn of<'a>(
        subjects: &[(PupilId, &Facts)],
        people: impl Iterator<Item = &'a PersonLine>,
        facts: impl Fn(PupilId) -> Option<Facts>,
    ) -> Self {
        // A child is named in many concerns, mostly by one name: each is looked at once.
        let mut seen = HashSet::new();
        let people: Vec<&PersonLine> = people
            .filter(|person| is_child(person))
            .filter(|person| {
                subjects
                    .iter()
                    .all(|(subject, _)| person.pupil != Some(*subject))
            })
            .filter(|person| seen.insert((person.pupil, person.name.as_str())))
            .collect();
        let mut known: HashMap<PupilId, Facts> = HashMap::new();
        let mut own = Ways::default();
        for (_, facts) in subjects {
            own.join(Ways::of_facts(facts));
        }
        let mut file = Self {
            subjects: subjects.iter().map(|(subject, _)| *subject).collect(),
            own,
            others: Vec::new(),
            places: HashMap::new(),
            theirs: Phrases::default(),
            namesakes: Phrases::default(),
            listed: BTreeMap::new(),
        };
        for person in &people {
            let Some(id) = person.pupil else { continue };
            let facts = known
                .entry(id)
                .or_insert_with(|| facts(id).unwrap_or_default());
            let whole = Ways::of_facts(facts).whole;
            for name in whole.into_iter().chain([words_of(&person.name)]) {
                let whose = file.listed.entry(name).or_insert(Some(id));
                *whose = whose.filter(|other| *other == id);
            }
        }
        for person in people {
            file.take_in(person, &known);
        }
        file
    }

    /// Whether somebody is the pupil whose file it is.
    pub(super) fn is_subject(&self, person: &PersonLine) -> bool {
        match person.pupil {
            Some(id) => self.subjects.contains(&id),
            None => is_child(person) && self.own.whole.contains(&words_of(&person.name)),
        }
    }

    /// Whether another child is called so in full.
    pub(super) fn is_a_childs_name(&self, words: &[String]) -> bool {
        let claim = self.theirs.get(words);
        claim.is_some_and(|claim| !claim.whole.is_empty())
    }

    /// The place of another child among the letters.
    pub(super) fn place(&self, person: &PersonLine) -> Option<usize> {
        self.places.get(&self.key(person)?).copied()
    }

    fn key(&self, person: &PersonLine) -> Option<Key> {
        if !is_child(person) || self.is_subject(person) {
            return None;
        }
        if let Some(id) = person.pupil {
            return Some(Key::Pupil(id));
        }
        let name = words_of(&person.name);
        // Written by somebody who cannot choose from the list, it is most likely the child of that name who is on it.
        let listed = self.listed.get(&name).copied().flatten();
        (!name.is_empty()).then(|| listed.map_or(Key::Name(name), Key::Pupil))
    }

    fn take_in(&mut self, person: &PersonLine, known: &HashMap<PupilId, Facts>) {
        let Some(key) = self.key(person) else { return };
        let pupil = match &key {
            Key::Pupil(id) => Some(*id),
            Key::Name(_) => None,
        };
        let facts = match &key {
            Key::Pupil(id) => known.get(id).filter(|facts| **facts != Facts::default()),
            Key::Name(_) => None,
        };
        let mut ways = Ways::of_said(&person.name);
        let next = self.others.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            if let Some(facts) = facts {
                ways.join(Ways::of_facts(facts));
            }
            self.others.push(Other {
                letter: letter(place),
                name: facts.map_or_else(|| person.name.clone(), Facts::name),
                pupil,
            });
        }
        self.claim(&ways.whole, |claim| &mut claim.whole, place);
        self.note_namesakes(&ways, place);
        // What the pupil is called too is theirs when it stands alone.
        let own = |way: &Vec<String>| self.own.parts().any(|own| own == way);
        ways.given.retain(|way| !own(way));
        ways.family.retain(|way| !own(way));
        // Of one surname of two words neither word is only the other child's.
        let own = |way: &Vec<String>| own(way) || self.own.within().any(|own| own == way);
        ways.of_given.retain(|way| !own(way));
        ways.of_family.retain(|way| !own(way));
        for given in [&ways.given, &ways.of_given] {
            self.claim(given, |claim| &mut claim.given, place);
        }
        for family in [&ways.family, &ways.of_family] {
            self.claim(family, |claim| &mut claim.family, place);
        }
    }

    /// Keeps which names of the pupil are a child's in full or their first name as well.
    fn note_namesakes(&mut self, ways: &Ways, place: usize) {
        let whole = ways.whole.iter().filter(|way| {
            let mut own = self.own.whole.iter();
            own.any(|own| own == *way)
        });
        let given = ways.given.iter().filter(|way| {
            let mut own = self.own.parts();
            own.any(|own| own == *way)
        });
        for way in whole.chain(given) {
            for name in forms_of(way).iter().chain([way]) {
                if let Some(whose) = self.namesakes.entry(name) {
                    whose.insert(place);
                }
            }
        }
    }

    /// Names are somebody's, as they are and in the forms that people type.
    fn claim(
        &mut self,
        ways: &[Vec<String>],
        whose: impl Fn(&mut Claim) -> &mut BTreeSet<usize>,
        place: usize,
    ) {
        for way in ways {
            let forms = forms_of(way);
            let forms = forms
                .iter()
                .filter(|form| !self.own.all().any(|own| own == *form));
            for form in forms.chain([way]) {
                if let Some(claim) = self.theirs.entry(form) {
                    whose(claim).insert(place);
                }
            }
        }
    }
}

/// `Child A` to `Child Z`, then `Child AA`.
fn letter(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.reverse();
    format!("Child {}", letters.into_iter().collect::<String>())
}
