//! Names of other children in a text, put as letters.

use super::Letters;
use super::common::is_a_word_too;
use super::file::Claim;
use super::names::is_particle;
use super::text::{Text, is_apostrophe, is_hyphen, is_mark};
use crate::wire::Piece;

/// What follows an apostrophe without being of the name before it.
const TAILS: [&str; 7] = ["s", "d", "ll", "re", "ve", "m", "t"];

/// From how many letters on a name with a number to it is somebody's.
const WITH_A_NUMBER: usize = 3;

/// A text with every name of another child as a letter. With `names` each letter says what stood there, so that the
/// pieces put together are the text again.
pub(crate) fn mask(text: &str, letters: &Letters, names: bool) -> Vec<Piece> {
    let text = Text::of(text);
    let mut pieces = Vec::new();
    let (mut place, mut given, mut name_ended) = (0, 0, None);
    while place < text.len() {
        let after_a_name = name_ended == Some(place);
        let found = letters
            .child_at(&text, place, after_a_name)
            .or_else(|| letters.namesake_at(&text, place, after_a_name));
        let Some((count, letter)) = found else {
            place += letters.pupil_at(&text, place).max(1);
            continue;
        };
        let (from, to) = text.stretch(place, count);
        push_words(&mut pieces, text.slice(given, from));
        pieces.push(Piece::Child {
            letter,
            name: names.then(|| text.slice(from, to).to_owned()),
        });
        given = to;
        place += count;
        name_ended = Some(place);
    }
    push_words(&mut pieces, text.rest(given));
    pieces
}

/// Adds words to the last stretch of words.
pub(in crate::chronology) fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(Piece::Words { text }) => text.push_str(words),
        Some(Piece::Child { .. }) | None => pieces.push(Piece::Words {
            text: words.to_owned(),
        }),
    }
}

impl Letters {
    /// The longest name of another child that stands here: how many words it has, and its letter.
    fn child_at(
        &self,
        text: &Text<'_>,
        place: usize,
        after_a_name: bool,
    ) -> Option<(usize, String)> {
        let named =
            self.file.theirs.at(text, place).find_map(|(words, claim)| {
                self.child_called(words, claim, text, place, after_a_name)
            });
        // `charlotte123` is what somebody is called where the name was taken.
        named.or_else(|| {
            let word = text.word(place)?;
            let bare = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
            if bare == word || bare.chars().count() < WITH_A_NUMBER {
                return None;
            }
            let words = [bare.to_owned()];
            let claim = self.file.theirs.get(&words)?;
            self.child_called(&words, claim, text, place, after_a_name)
        })
    }

    /// Whether a name that may be another child's is theirs here.
    fn child_called(
        &self,
        words: &[String],
        claim: &Claim,
        text: &Text<'_>,
        place: usize,
        after_a_name: bool,
    ) -> Option<(usize, String)> {
        let count = words.len();
        let mut whose = &claim.whole | &claim.given;
        if !claim.family.is_empty() && !self.is_of_an_adults_surname(text, place, count) {
            whose.extend(&claim.family);
        }
        let is_word = words
            .first()
            .is_some_and(|word| is_a_word_too(word) || is_particle(word));
        let taken_for_a_word = count == 1 && is_word && !text.is_capital(place);
        if whose.is_empty()
            || taken_for_a_word
            || !self.begins_here(text, place, after_a_name)
            || !self.ends_here(text, place + count)
            || self.is_of_the_pupils_name(text, place, count)
        {
            return None;
        }
        let here: Vec<usize> = whose.intersection(&self.here.present).copied().collect();
        let whose = if here.is_empty() {
            whose.into_iter().collect()
        } else {
            here
        };
        Some((count, self.letters_of(&whose)))
    }

    /// A name of the pupil that a child of this concern has too: both are said, as of any two children of one name. Where
    /// the concern names no such child it is the pupil.
    fn namesake_at(
        &self,
        text: &Text<'_>,
        place: usize,
        after_a_name: bool,
    ) -> Option<(usize, String)> {
        let (words, whose) = self.file.namesakes.at(text, place).next()?;
        let count = words.len();
        let whose: Vec<usize> = whose.intersection(&self.here.present).copied().collect();
        let is_word = words
            .first()
            .is_some_and(|word| is_a_word_too(word) || is_particle(word));
        let taken_for_a_word = count == 1 && is_word && !text.is_capital(place);
        if whose.is_empty()
            || taken_for_a_word
            || count < self.pupil_at(text, place)
            || !self.begins_here(text, place, after_a_name)
            || !self.ends_here(text, place + count)
        {
            return None;
        }
        let (from, to) = text.stretch(place, count);
        let own = text.slice(from, to);
        Some((count, format!("{own} or {}", self.letters_of(&whose))))
    }

    /// How many words the longest name of the pupil has that stands here.
    fn pupil_at(&self, text: &Text<'_>, place: usize) -> usize {
        let own = self.file.own.all().filter(|way| text.has(place, way));
        own.map(Vec::len).max().unwrap_or(0)
    }

    /// Two children of one name cannot be told apart in the words of an account: both letters are said.
    fn letters_of(&self, places: &[usize]) -> String {
        let letters: Vec<&str> = places
            .iter()
            .filter_map(|place| Some(self.file.others.get(*place)?.letter.as_str()))
            .collect();
        letters.join(" or ")
    }

    /// The pupil's own name is never eaten into; it may stand whole within a longer name of somebody else.
    fn is_of_the_pupils_name(&self, text: &Text<'_>, place: usize, count: usize) -> bool {
        let end = place + count;
        self.file.own.all().any(|way| {
            let first = (place + 1).saturating_sub(way.len());
            (first..end).any(|at| {
                let within = at >= place && at + way.len() <= end && way.len() < count;
                !within && text.has(at, way)
            })
        })
    }

    /// Whether an adult's surname is this, or is longer and covers it.
    fn is_of_an_adults_surname(&self, text: &Text<'_>, place: usize, count: usize) -> bool {
        self.here.adults.iter().any(|adult| {
            let way = &adult.surname;
            let first = (place + count).saturating_sub(way.len());
            way.len() >= count && (first..=place).any(|at| text.has(at, way))
        })
    }

    /// Everybody's names but the other children's.
    fn kept(&self) -> impl Iterator<Item = &Vec<String>> {
        let adults = self.here.adults.iter().map(|adult| &adult.surname);
        self.file.own.all().chain(adults)
    }

    /// Whether a name that begins with this word begins there; two names may have a hyphen between them.
    fn begins_here(&self, text: &Text<'_>, place: usize, after_a_name: bool) -> bool {
        let ends_before = |way: &Vec<String>| {
            place
                .checked_sub(way.len())
                .is_some_and(|at| text.has(at, way))
        };
        match tie(text.gap_before(place)) {
            Tie::Apart => true,
            Tie::Hyphen => after_a_name || self.kept().any(ends_before),
            Tie::Apostrophe => false,
        }
    }

    /// Whether a name that ends before this word ends there: `Anne` is not in `Anne-Marie`, and is in `Anne's`.
    fn ends_here(&self, text: &Text<'_>, place: usize) -> bool {
        match tie(text.gap_before(place)) {
            Tie::Apart => true,
            Tie::Hyphen => {
                self.file.theirs.at(text, place).next().is_some()
                    || self.kept().any(|way| text.has(place, way))
            }
            Tie::Apostrophe => text.word(place).is_some_and(|tail| TAILS.contains(&tail)),
        }
    }
}

/// How a word hangs on the one before it.
enum Tie {
    Apart,
    Hyphen,
    Apostrophe,
}

fn tie(gap: &str) -> Tie {
    let mut marks = gap.chars().filter(|letter| !is_mark(*letter));
    match (marks.next(), marks.next()) {
        (Some(mark), None) if is_hyphen(mark) => Tie::Hyphen,
        (Some(mark), None) if is_apostrophe(mark) => Tie::Apostrophe,
        _ => Tie::Apart,
    }
}
