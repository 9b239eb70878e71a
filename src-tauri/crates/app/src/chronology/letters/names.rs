//! The ways in which somebody's name may be said.

use domain::pupil::Facts;

use super::common::is_a_word_too;
use super::text::{Text, is_apostrophe, is_hyphen};

/// A name in full, and parts of it that may be somebody else's too.
#[derive(Default)]
pub(super) struct Ways {
    /// In full.
    pub(super) whole: Vec<Vec<String>>,
    /// A first name alone, or the only one there is.
    pub(super) given: Vec<Vec<String>>,
    /// A surname alone.
    pub(super) family: Vec<Vec<String>>,
    /// Words within a first name, and what people make of a name for an account. Kept apart from the rest, because a word
    /// within the pupil's own name must take no mask off a child who is called so.
    pub(super) of_given: Vec<Vec<String>>,
    /// Words within a surname.
    pub(super) of_family: Vec<Vec<String>>,
}

/// What stands before a name and is not of it.
const TITLES: [&str; 14] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "madam",
    "rev",
    "revd",
    "father",
    "sister",
];
/// Small words within a surname that name nobody by themselves.
const PARTICLES: [&str; 24] = [
    "van", "der", "den", "de", "von", "zu", "al", "el", "ul", "bin", "ibn", "binti", "bint", "da",
    "di", "do", "dos", "das", "la", "le", "du", "ap", "mac", "st",
];

/// Small words that people write between names, or instead of one ("boy in the red coat", "Tom from Year 9").
const JOINING: [&str; 24] = [
    "a", "an", "and", "at", "by", "class", "Class", "for", "form", "Form", "from", "in", "is",
    "my", "of", "on", "or", "ten", "the", "to", "who", "with", "year", "Year",
];

/// From how many letters on what follows an apostrophe is a name by itself, and a name makes one with an initial.
const PAST_AN_APOSTROPHE: usize = 4;
const WITH_AN_INITIAL: usize = 5;

impl Ways {
    /// Of a pupil on the school's list: the names they are called by and those in law.
    pub(super) fn of_facts(facts: &Facts) -> Self {
        let mut ways = Self::default();
        let given = [
            Some(&facts.legal_forename),
            facts.preferred_forename.as_ref(),
        ];
        let family = [Some(&facts.legal_surname), facts.preferred_surname.as_ref()];
        for given in given.into_iter().flatten() {
            ways.given(given);
            for family in family.into_iter().flatten() {
                let (given, family) = (words_of(given), words_of(family));
                if !given.is_empty() && !family.is_empty() {
                    let middle = words_of(facts.middle_names.as_deref().unwrap_or_default());
                    if !middle.is_empty() {
                        ways.add_whole([given.clone(), middle, family.clone()].concat());
                    }
                    ways.add_whole([given, family].concat());
                }
            }
        }
        for family in family.into_iter().flatten() {
            ways.family(family);
        }
        for former in &facts.former_names {
            // Mostly a surname; where it is a name in full it is taken as one.
            if former.trim().contains(char::is_whitespace) {
                ways.join(Self::of_said(former));
            } else {
                ways.family(former);
            }
        }
        ways.handles();
        ways
    }

    /// Of a name as somebody wrote it: first names first.
    pub(super) fn of_said(name: &str) -> Self {
        let mut ways = Self::default();
        let words: Vec<&str> = before_a_comma(name)
            .split_whitespace()
            .skip_while(|word| is_title(word))
            .collect();
        if let [first, .., _] = words.as_slice() {
            ways.add_whole(words_of(&words.join(" ")));
            ways.given(first);
            for from in 1..words.len() {
                let rest = words.get(from..).unwrap_or_default().join(" ");
                ways.family(&rest);
            }
            if let [most @ .., last] = words.as_slice() {
                if most.len() > 1 {
                    add(&mut ways.given, words_of(&most.join(" ")));
                }
                // Nobody knows where the first names end; as those an adult's surname shields none of them.
                most.iter()
                    .for_each(|word| each_word(&mut ways.of_given, word));
                each_word(&mut ways.of_family, last);
            }
        } else if let [only] = words.as_slice() {
            // Nobody knows which it is; it is as safe as a first name.
            ways.family(only);
            ways.given.append(&mut ways.family);
            ways.of_given.append(&mut ways.of_family);
        }
        ways.handles();
        ways
    }

    /// In full and in parts.
    pub(super) fn all(&self) -> impl Iterator<Item = &Vec<String>> {
        self.whole.iter().chain(self.parts())
    }

    /// A first name or a surname alone.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Vec<String>> {
        self.given.iter().chain(&self.family)
    }

    /// Words within a name, alone.
    pub(super) fn within(&self) -> impl Iterator<Item = &Vec<String>> {
        self.of_given.iter().chain(&self.of_family)
    }

    /// Takes another's ways too.
    pub(super) fn join(&mut self, other: Self) {
        for (ours, theirs) in [
            (&mut self.whole, other.whole),
            (&mut self.given, other.given),
            (&mut self.family, other.family),
            (&mut self.of_given, other.of_given),
            (&mut self.of_family, other.of_family),
        ] {
            theirs.into_iter().for_each(|way| add(ours, way));
        }
    }

    fn given(&mut self, name: &str) {
        let name = before_a_comma(name);
        add(&mut self.given, words_of(name));
        let mut words = name.split_whitespace();
        if let Some(word) = words.next() {
            let first = words_of(word);
            // "Al" is a name, and in "Al Amin" it is not.
            if words.next().is_none() || !is_a_particle_alone(&first) {
                add(&mut self.given, first);
            }
            halves(&mut self.given, word);
        }
        name.split_whitespace()
            .for_each(|word| each_word(&mut self.of_given, word));
    }

    fn family(&mut self, name: &str) {
        let name = before_a_comma(name);
        add(&mut self.family, words_of(name));
        // Written without its apostrophe, `O'Brien` is one word.
        let bare: String = name
            .chars()
            .filter(|letter| !is_apostrophe(*letter))
            .collect();
        add(&mut self.family, words_of(&bare));
        if let Some(word) = name.split_whitespace().next_back() {
            add(&mut self.family, words_of(word));
            halves(&mut self.family, word);
        }
        name.split_whitespace()
            .for_each(|word| each_word(&mut self.of_family, word));
    }

    /// `charlotteh` and `charrington`: what somebody is called where an account has one word. Not of short names and of
    /// words, which an initial makes into other words ("chased", "smiles").
    fn handles(&mut self) {
        let mut made = Vec::new();
        for way in &self.whole {
            let [first, rest @ ..] = way.as_slice() else {
                continue;
            };
            for next in [rest.first(), rest.last()].into_iter().flatten() {
                if let Some(initial) = initial(next).filter(|_| makes_a_handle(first)) {
                    made.push(vec![format!("{first}{initial}")]);
                }
            }
            if let (Some(initial), Some(last)) = (initial(first), rest.last())
                && makes_a_handle(last)
            {
                made.push(vec![format!("{initial}{last}")]);
            }
        }
        made.into_iter()
            .for_each(|way| add(&mut self.of_given, way));
    }

    fn add_whole(&mut self, way: Vec<String>) {
        if !way.is_empty() && !self.whole.contains(&way) {
            self.whole.push(way);
        }
    }
}

/// People say one half of a double name.
fn halves(ways: &mut Vec<Vec<String>>, word: &str) {
    if word.contains(is_hyphen) {
        let halves = word.split(is_hyphen).map(words_of);
        halves
            .filter(|half| !is_a_particle_alone(half))
            .for_each(|half| add(ways, half));
    }
}

/// People say one word of a name of several, with its apostrophe, without it, or only what follows it (`Shea`).
fn each_word(ways: &mut Vec<Vec<String>>, word: &str) {
    if JOINING.contains(&word) {
        return;
    }
    let bare: String = word
        .chars()
        .filter(|letter| !is_apostrophe(*letter))
        .collect();
    for word in [word, &bare] {
        let way = words_of(word);
        if !is_a_particle_alone(&way) {
            add(ways, way);
        }
        halves(ways, word);
    }
    let past = word.split_once(is_apostrophe).map(|(_, past)| past);
    let past = past.map(words_of).unwrap_or_default();
    if let Some(first) = past.first().cloned()
        && first.chars().count() >= PAST_AN_APOSTROPHE
    {
        add(ways, vec![first]);
        add(ways, past);
    }
}

fn initial(word: &str) -> Option<char> {
    word.chars().next().filter(char::is_ascii_alphabetic)
}

fn makes_a_handle(word: &str) -> bool {
    word.is_ascii() && word.len() >= WITH_AN_INITIAL && !is_a_word_too(word)
}

/// An initial alone names nobody.
fn add(ways: &mut Vec<Vec<String>>, way: Vec<String>) {
    let names_nobody = match way.as_slice() {
        [] => true,
        [only] => only.chars().count() < 2,
        _ => false,
    };
    if !names_nobody && !ways.contains(&way) {
        ways.push(way);
    }
}

fn is_a_particle_alone(way: &[String]) -> bool {
    matches!(way, [only] if is_particle(only))
}

/// Whether a word is a small one within surnames, which names somebody only where it is all of a name.
pub(super) fn is_particle(plain: &str) -> bool {
    PARTICLES.contains(&plain)
}

/// Whether a word stands before a name and is not of it.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// `D'Souza, the younger` and `Noa (Year 9)` are said without what follows.
fn before_a_comma(name: &str) -> &str {
    name.split([',', '(', '/'])
        .next()
        .unwrap_or_default()
        .trim()
}

/// A name as words that are compared.
pub(super) fn words_of(name: &str) -> Vec<String> {
    Text::of(before_a_comma(name)).plain_words()
}
