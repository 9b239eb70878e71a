//! The ways in which somebody's name may be said.

use domain::pupil::Facts;

use super::text::{Text, is_apostrophe, is_hyphen};

/// A name in full, and parts of it that may be somebody else's too.
#[derive(Default)]
pub(super) struct Ways {
    /// In full.
    pub(super) whole: Vec<Vec<String>>,
    /// A first name or a surname alone.
    pub(super) parts: Vec<Vec<String>>,
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
        ways
    }

    /// Of a name as somebody wrote it: first names first.
    pub(super) fn of_said(name: &str) -> Self {
        let mut ways = Self::default();
        let words: Vec<&str> = before_a_comma(name)
            .split_whitespace()
            .skip_while(|word| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str()))
            .collect();
        if let [first, .., _] = words.as_slice() {
            ways.add_whole(words_of(&words.join(" ")));
            ways.given(first);
            for from in 1..words.len() {
                let rest = words.get(from..).unwrap_or_default().join(" ");
                ways.family(&rest);
            }
            if let [most @ .., _] = words.as_slice()
                && most.len() > 1
            {
                ways.add_part(words_of(&most.join(" ")));
            }
        } else if let [only] = words.as_slice() {
            ways.family(only);
        }
        ways
    }

    /// Of an adult, where what was written is a name and not "Jayden's mum".
    pub(super) fn of_adult(name: &str) -> Option<Self> {
        let is_owner = |word: &str| {
            let tail = word.rsplit_once(is_apostrophe);
            tail.is_some_and(|(_, tail)| tail.is_empty() || tail == "s")
        };
        let is_name = |word: &str| {
            let small = word.starts_with(char::is_lowercase);
            !is_owner(word) && (!small || PARTICLES.contains(&word))
        };
        name.split_whitespace()
            .all(is_name)
            .then(|| Self::of_said(name))
    }

    /// In full and in parts.
    pub(super) fn all(&self) -> impl Iterator<Item = &Vec<String>> {
        self.whole.iter().chain(&self.parts)
    }

    /// Takes another's ways too.
    pub(super) fn join(&mut self, other: Self) {
        other.whole.into_iter().for_each(|way| self.add_whole(way));
        other.parts.into_iter().for_each(|way| self.add_part(way));
    }

    fn given(&mut self, name: &str) {
        let name = before_a_comma(name);
        self.add_part(words_of(name));
        if let Some(word) = name.split_whitespace().next() {
            self.add_part(words_of(word));
            self.halves(word);
        }
    }

    fn family(&mut self, name: &str) {
        let name = before_a_comma(name);
        self.add_part(words_of(name));
        // Written without its apostrophe, `O'Brien` is one word.
        let bare: String = name
            .chars()
            .filter(|letter| !is_apostrophe(*letter))
            .collect();
        self.add_part(words_of(&bare));
        if let Some(word) = name.split_whitespace().next_back() {
            self.add_part(words_of(word));
            self.halves(word);
        }
    }

    /// People say one half of a double name.
    fn halves(&mut self, word: &str) {
        for half in word.split(is_hyphen) {
            self.add_part(words_of(half));
        }
    }

    fn add_whole(&mut self, way: Vec<String>) {
        if !way.is_empty() && !self.whole.contains(&way) {
            self.whole.push(way);
        }
    }

    /// An initial or a particle alone names nobody.
    fn add_part(&mut self, way: Vec<String>) {
        let names_nobody = match way.as_slice() {
            [] => true,
            [only] => only.chars().count() < 2 || PARTICLES.contains(&only.as_str()),
            _ => false,
        };
        if !names_nobody && !self.parts.contains(&way) {
            self.parts.push(way);
        }
    }
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
