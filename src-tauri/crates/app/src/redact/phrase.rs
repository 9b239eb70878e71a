//! A phrase, and where it stands in a text: whatever stands between its words, small or large, with or without accents.

use std::ops::Range;

use super::folded::{Gap, Letter, folded};

/// From so many letters on a phrase is found within a longer word too: nothing else is written like it.
const LONG: usize = 8;
/// From so many on its words may also be written as one.
const VERY_LONG: usize = 12;
/// The fewest letters that can be looked for.
const LEAST: usize = 2;
/// What Arabic puts before a word without a space: and, so, with, to, like, the.
const CLITICS: &str = "\u{648}\u{641}\u{628}\u{644}\u{643}\u{627}";
const MOST_CLITICS: usize = 4;

/// Words that are looked for.
pub(super) struct Phrase {
    letters: Vec<Letter>,
}

/// A text as phrases are looked for in it.
pub(super) struct Folded {
    letters: Vec<Letter>,
    /// Its lines may end in the middle of a word, as on a page.
    set: bool,
}

impl Folded {
    /// A text as somebody wrote it.
    pub(super) fn of(text: &str) -> Self {
        Self {
            letters: folded(text),
            set: false,
        }
    }

    /// A text as it was set on pages.
    pub(super) fn set(text: &str) -> Self {
        Self {
            letters: folded(text),
            set: true,
        }
    }
}

impl Phrase {
    /// Nothing for words that have too few letters to be looked for.
    pub(super) fn of(words: &str) -> Option<Self> {
        let letters = folded(words);
        (letters.len() >= LEAST).then_some(Self { letters })
    }

    /// Every stretch of the text that it takes, in order; none overlaps another.
    pub(super) fn find(&self, text: &Folded) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at + self.letters.len() <= text.letters.len() {
            match self.at(text, at) {
                Some((range, next)) => {
                    found.push(range);
                    at = next;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether it stands anywhere in the text.
    pub(super) fn stands_in(&self, text: &Folded) -> bool {
        (0..text.letters.len()).any(|at| self.at(text, at).is_some())
    }

    /// What it takes of the text from one letter on, and the letter after that.
    fn at(&self, text: &Folded, at: usize) -> Option<(Range<usize>, usize)> {
        let end = at + self.letters.len();
        let here = text.letters.get(at..end)?;
        let same = self.letters.iter().zip(here).enumerate();
        let is_here = same.into_iter().all(|(place, (own, there))| {
            own.plain == there.plain && (place == 0 || self.fits(place, there, text.set))
        });
        if !is_here {
            return None;
        }
        let long = self.letters.len() >= LONG;
        let begins = begins_a_word(&text.letters, at)
            || long
            || (self.is_arabic() && has_only_clitics_before(&text.letters, at));
        let end = ends_with_an_s(&text.letters, end).unwrap_or(end);
        if !begins || !(ends_a_word(&text.letters, end) || long) {
            return None;
        }
        // What is left of half a word may still say it.
        let (mut first, mut last) = (at, end);
        while !begins_a_word(&text.letters, first) {
            first = first.checked_sub(1)?;
        }
        while !ends_a_word(&text.letters, last) {
            last += 1;
        }
        let from = text.letters.get(first)?.from;
        let to = text.letters.get(last.checked_sub(1)?)?.to;
        Some((from..to, last))
    }

    /// Whether what stands before a letter of the text can stand there in this phrase.
    fn fits(&self, place: usize, there: &Letter, set: bool) -> bool {
        let Some(own) = self.letters.get(place) else {
            return false;
        };
        let digits = own.plain.is_numeric()
            && place
                .checked_sub(1)
                .and_then(|before| self.letters.get(before))
                .is_some_and(|before| before.plain.is_numeric());
        match (own.before, there.before) {
            (Gap::Nothing, Gap::Nothing | Gap::Tie) => true,
            // A number is written in groups or in one; a line ends where it must.
            (Gap::Nothing, Gap::Space) => digits || set || own.alone,
            (Gap::Nothing, Gap::Apart) => digits || own.alone,
            (Gap::Tie, _) => true,
            (Gap::Space | Gap::Apart, Gap::Nothing) => {
                digits || own.alone || set || self.letters.len() >= VERY_LONG
            }
            (Gap::Space | Gap::Apart, _) => true,
        }
    }

    fn is_arabic(&self) -> bool {
        let mut first = self.letters.iter().take(3);
        self.letters.len() > 2 && first.all(|letter| matches!(letter.plain, '\u{620}'..='\u{6ff}'))
    }
}

fn begins_a_word(letters: &[Letter], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    letters.get(at).is_none_or(|letter| {
        letter.before != Gap::Nothing
            || letter.alone
            || before.is_none_or(|before| before.alone && before.to <= letter.from)
    })
}

/// Whether a word ends before this letter.
fn ends_a_word(letters: &[Letter], at: usize) -> bool {
    at >= letters.len() || begins_a_word(letters, at)
}

/// After an `s` that was put to a name: `Toms`.
fn ends_with_an_s(letters: &[Letter], at: usize) -> Option<usize> {
    let is_s = letters
        .get(at)
        .is_some_and(|letter| letter.plain == 's' && letter.before == Gap::Nothing);
    (is_s && ends_a_word(letters, at + 1)).then_some(at + 1)
}

fn has_only_clitics_before(letters: &[Letter], at: usize) -> bool {
    let mut first = at;
    while !begins_a_word(letters, first) {
        let Some(before) = first.checked_sub(1) else {
            return true;
        };
        first = before;
        let of_a_clitic = letters
            .get(first)
            .is_some_and(|letter| CLITICS.contains(letter.plain));
        if !of_a_clitic || at - first > MOST_CLITICS {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Folded, Phrase};

    fn taken(phrase: &str, text: &str) -> Vec<String> {
        let phrase = Phrase::of(phrase).unwrap();
        let found = phrase.find(&Folded::of(text)).into_iter();
        found.map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_phrase_is_found_however_it_is_written() {
        for (phrase, text, wanted) in [
            ("hit him", "He HIT\n him.", "HIT\n him"),
            ("hit him", "He hit, him.", "hit, him"),
            ("Zo\u{eb} Reed", "with zoe reed", "zoe reed"),
            ("Zoe", "Zoe\u{308} came", "Zoe\u{308}"),
            ("Tom", "Toms belt", "Toms"),
            ("Tom", "Tom\u{2019}s belt", "Tom"),
            (
                "Fairbrother",
                "amarafairbrother88 wrote",
                "amarafairbrother88",
            ),
            ("07700 900123", "on 07700900123", "07700900123"),
            ("07700900123", "on 0770 090 0123", "0770 090 0123"),
            ("O\u{2019}Brien", "Mr OBrien", "OBrien"),
            ("stepfather", "his step-\nfather", "step-\nfather"),
            ("ather hit him", "Father hit him", "Father hit him"),
            (
                "\u{623}\u{62d}\u{645}\u{62f}",
                "\u{648}\u{627}\u{62d}\u{645}\u{62f} \u{642}\u{627}\u{644}",
                "\u{648}\u{627}\u{62d}\u{645}\u{62f}",
            ),
            (
                "\u{986}\u{9ae}\u{9be}\u{9b0} \u{9ac}\u{9be}\u{9ac}\u{9be}",
                "\u{986}\u{9ae}\u{9be}\u{9b0}\n\u{9ac}\u{9be}\u{9ac}\u{9be}\u{964}",
                "\u{986}\u{9ae}\u{9be}\u{9b0}\n\u{9ac}\u{9be}\u{9ac}\u{9be}",
            ),
            (
                "\u{674e}\u{660e}",
                "\u{4ed6}\u{674e}\u{660e}\u{8bf4}",
                "\u{674e}\u{660e}",
            ),
        ] {
            assert_eq!(taken(phrase, text), [wanted], "{phrase}");
        }
    }

    #[test]
    fn a_short_phrase_is_not_found_in_other_words() {
        for (phrase, text) in [
            ("Tom", "tomorrow"),
            ("Al", "also Al-like alas, a l"),
            ("the rapist", "her therapist"),
            ("Tom", "atom"),
        ] {
            let found = taken(phrase, text);
            let only_itself = found.iter().all(|found| found == "Al");
            assert!(only_itself, "{phrase}: {found:?}");
        }
        assert!(Phrase::of("!").is_none() && Phrase::of("a").is_none());
    }

    proptest! {
        #[test]
        fn what_is_left_of_any_text_holds_the_phrase_no_more(
            words in prop::collection::vec("[a-cA-C\u{e9}]{1,3}", 1..30),
            gaps in prop::collection::vec("[ ,\n.-]{1,2}", 30),
            from in 0usize..20,
            count in 1usize..5,
        ) {
            let text: String = words.iter().zip(&gaps).flat_map(|(word, gap)| [word.as_str(), gap]).collect();
            let chosen: Vec<&str> = words.iter().skip(from).take(count).map(String::as_str).collect();
            let Some(phrase) = Phrase::of(&chosen.join(" ")) else { return Ok(()) };
            let found = phrase.find(&Folded::of(&text));
            prop_assert!(chosen.is_empty() || !found.is_empty());
            let mut left = text.clone();
            for range in found.into_iter().rev() {
                // What stands in its place is words, so that what stood around it is never read as one.
                left.replace_range(range, "[removed: third party]");
            }
            prop_assert!(!phrase.stands_in(&Folded::of(&left)), "{left}");
        }
    }
}
