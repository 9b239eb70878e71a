//! A text as words that can be compared, with the places they stand at.

use std::borrow::Cow;

/// A text and its words.
pub(super) struct Text<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

struct Word<'a> {
    from: usize,
    to: usize,
    plain: Cow<'a, str>,
    capital: bool,
}

impl<'a> Text<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut words: Vec<(usize, usize)> = Vec::new();
        let mut open = false;
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let of_a_word = is_of_a_word(letter);
            let goes_on = of_a_word && !is_a_word_alone(letter);
            match words.last_mut() {
                // A mark is of the letter before it, also where each sign is a word.
                Some(last) if last.1 == at && is_mark(letter) => {
                    last.1 = end;
                    continue;
                }
                Some(last) if open && goes_on => last.1 = end,
                _ if of_a_word => words.push((at, end)),
                _ => {}
            }
            open = goes_on;
        }
        let words = words.into_iter().filter_map(|(from, to)| {
            let word = text.get(from..to)?;
            let first = word.chars().find(|letter| !is_mark(*letter))?;
            Some(Word {
                from,
                to,
                plain: plain(word),
                capital: first.is_uppercase(),
            })
        });
        Self {
            text,
            words: words.collect(),
        }
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word as it is compared.
    pub(super) fn word(&self, place: usize) -> Option<&str> {
        self.words.get(place).map(|word| &*word.plain)
    }

    /// Every word as it is compared.
    pub(super) fn plain_words(self) -> Vec<String> {
        self.words
            .into_iter()
            .map(|word| word.plain.into_owned())
            .collect()
    }

    /// Whether a word begins with a capital.
    pub(super) fn is_capital(&self, place: usize) -> bool {
        self.words.get(place).is_some_and(|word| word.capital)
    }

    /// Where some words begin and end in the text.
    pub(super) fn stretch(&self, place: usize, count: usize) -> (usize, usize) {
        let from = self
            .words
            .get(place)
            .map_or(self.text.len(), |word| word.from);
        let to = self.words.get((place + count).saturating_sub(1));
        (from, to.map_or(self.text.len(), |word| word.to))
    }

    /// The text from one place to another.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The text to its end.
    pub(super) fn rest(&self, from: usize) -> &'a str {
        self.text.get(from..).unwrap_or_default()
    }

    /// Whether these words stand here, one after the other with nothing between them that could not stand in a name.
    pub(super) fn has(&self, place: usize, words: &[String]) -> bool {
        words.iter().enumerate().all(|(n, word)| {
            self.word(place + n) == Some(word)
                && (n == 0 || joins_a_name(self.gap_before(place + n)))
        })
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap_before(&self, place: usize) -> &'a str {
        let before = place
            .checked_sub(1)
            .and_then(|before| self.words.get(before));
        match (before, self.words.get(place)) {
            (Some(before), Some(word)) => self.slice(before.to, word.from),
            _ => "",
        }
    }
}

/// Between two words of one name: spaces, with at most one hyphen or apostrophe among them.
fn joins_a_name(gap: &str) -> bool {
    let mut marks = gap
        .chars()
        .filter(|letter| !letter.is_whitespace() && !is_mark(*letter));
    marks
        .next()
        .is_none_or(|mark| is_hyphen(mark) || is_apostrophe(mark))
        && marks.next().is_none()
}

pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' | '\u{b4}'
    )
}

fn is_of_a_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    letter.is_alphanumeric() || is_mark(letter) || is_of_india(letter)
}

/// Marks that stand over, under or within a letter and are no letters themselves.
pub(super) fn is_mark(letter: char) -> bool {
    is_unseen(letter)
        || matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6ed}'
        | '\u{135d}'..='\u{135f}')
}

/// What stands between letters without being seen, as pasted texts have it: the hyphen of a line that could end there,
/// joiners, a space of no width.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Scripts from Devanagari to Sinhala, whose vowel signs are of the word; the danda ends a sentence.
fn is_of_india(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{dff}') && !matches!(letter, '\u{964}' | '\u{965}' | '\u{970}')
}

/// Scripts that put no spaces between words: each sign is compared alone.
fn is_a_word_alone(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

/// A word as it is compared: small, without marks, with the letters that are written now this way and now that as one.
fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        let small = !word.bytes().any(|letter| letter.is_ascii_uppercase());
        return if small {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(word.to_ascii_lowercase())
        };
    }
    let latin = |letter: char| {
        letter < '\u{250}' || is_mark(letter) || matches!(letter, '\u{1e00}'..='\u{1eff}')
    };
    if word.chars().all(latin) && word.chars().any(|letter| !is_mark(letter)) {
        let seen: String = word.chars().filter(|letter| !is_unseen(*letter)).collect();
        return Cow::Owned(vault::ask::plain(&seen));
    }
    let bare = word.chars().filter(|letter| !is_mark(*letter));
    bare.flat_map(char::to_lowercase)
        .map(as_one)
        .collect::<String>()
        .into()
}

/// Arabic, Persian and Urdu keyboards give different letters for the same one.
fn as_one(letter: char) -> char {
    match letter {
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => '\u{627}',
        '\u{649}' | '\u{6cc}' | '\u{6d2}' => '\u{64a}',
        '\u{6a9}' => '\u{643}',
        '\u{629}' | '\u{6c1}' | '\u{6be}' | '\u{6d5}' => '\u{647}',
        other => other,
    }
}
