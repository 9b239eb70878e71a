//! A text as letters that can be compared: small, without accents, with the forms that are written now this way and now that as one.

use unicode_normalization::UnicodeNormalization;

/// A letter or a digit of a text.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// As it is compared.
    pub(super) plain: char,
    /// Where it begins and ends in the text, with the marks on it.
    pub(super) from: usize,
    pub(super) to: usize,
    /// What stands between it and the letter before it.
    pub(super) before: Gap,
    /// It is written without spaces around words.
    pub(super) alone: bool,
}

/// What stands between two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing that is seen: they are of one word.
    Nothing,
    /// A hyphen, with or without a space or a line end behind it, or an apostrophe.
    Tie,
    /// Spaces or line ends alone.
    Space,
    /// Anything else, or the text begins there.
    Apart,
}

/// The letters of a text, in its order.
pub(super) fn folded(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    // From where on nothing was taken for a letter.
    let mut gap = 0;
    for (from, letter) in text.char_indices() {
        let to = from + letter.len_utf8();
        if is_mark(letter) {
            if let Some(last) = letters.last_mut().filter(|last| last.to == from) {
                last.to = to;
                gap = to;
            }
            continue;
        }
        if !is_of_a_word(letter) {
            continue;
        }
        let mut before = match letters.is_empty() {
            true => Gap::Apart,
            false => between(text.get(gap..from).unwrap_or_default()),
        };
        let alone = stands_alone(letter);
        each_plain(letter, |plain| {
            letters.push(Letter {
                plain,
                from,
                to,
                before,
                alone,
            });
            before = Gap::Nothing;
        });
        gap = to;
    }
    letters
}

/// What one letter is compared as: mostly one letter, `ss` for `ß`.
fn each_plain(letter: char, mut add: impl FnMut(char)) {
    if letter.is_ascii() {
        return add(letter.to_ascii_lowercase());
    }
    let mut any = false;
    let parts = std::iter::once(letter).nfkd();
    let small = parts
        .filter(|part| !is_mark(*part))
        .flat_map(char::to_lowercase)
        .flat_map(|part| std::iter::once(part).nfkd())
        .filter(|part| !is_mark(*part) && is_of_a_word(*part));
    for part in small {
        any = true;
        match part {
            '\u{df}' => "ss".chars().for_each(&mut add),
            '\u{e6}' => "ae".chars().for_each(&mut add),
            '\u{153}' => "oe".chars().for_each(&mut add),
            '\u{fe}' => "th".chars().for_each(&mut add),
            part => add(as_one(part)),
        }
    }
    if !any {
        add(letter);
    }
}

/// Letters that people type for one another, where nothing of them is a mark.
fn as_one(letter: char) -> char {
    match letter {
        '\u{142}' => 'l',
        '\u{f8}' => 'o',
        '\u{111}' | '\u{f0}' => 'd',
        '\u{131}' => 'i',
        // Arabic, Persian and Urdu keyboards give different letters for the same one.
        '\u{671}' => '\u{627}',
        '\u{649}' | '\u{6cc}' | '\u{6d2}' => '\u{64a}',
        '\u{6a9}' => '\u{643}',
        '\u{629}' | '\u{6c1}' | '\u{6be}' | '\u{6d5}' => '\u{647}',
        other => other,
    }
}

fn between(gap: &str) -> Gap {
    let mut seen = gap.chars().filter(|letter| !is_mark(*letter)).peekable();
    if seen.peek().is_none() {
        return Gap::Nothing;
    }
    let seen: String = seen.collect();
    let without_spaces = seen.trim();
    let mut marks = without_spaces.chars();
    match (marks.next(), marks.next()) {
        (None, _) => Gap::Space,
        (Some('-' | '\u{2010}' | '\u{2011}'), None) if !seen.starts_with(char::is_whitespace) => {
            Gap::Tie
        }
        (Some('\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' | '\u{b4}'), None)
            if seen.len() == without_spaces.len() =>
        {
            Gap::Tie
        }
        _ => Gap::Apart,
    }
}

fn is_of_a_word(letter: char) -> bool {
    // Vowel signs of Indian scripts are of their words; the danda ends a sentence.
    let of_india = matches!(letter, '\u{900}'..='\u{dff}')
        && !matches!(letter, '\u{964}' | '\u{965}' | '\u{970}');
    letter.is_alphanumeric() || of_india
}

/// What stands over, under or within a letter, seen or not: accents, vowel points, the hyphen of a line that could end there, joiners.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}'
        | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6ed}'
        | '\u{135d}'..='\u{135f}' | '\u{fe00}'..='\u{fe0f}')
}

/// Scripts that put no spaces between words.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::folded;

    fn plain(text: &str) -> String {
        folded(text)
            .into_iter()
            .map(|letter| letter.plain)
            .collect()
    }

    #[test]
    fn what_is_written_this_way_and_that_is_compared_as_one() {
        for (one, other) in [
            ("STRASSE", "stra\u{df}e"),
            ("Zo\u{eb}", "zoe\u{308}"),
            ("\u{141}ukasz", "lukasz"),
            ("O\u{2019}Brien", "o brien"),
            (
                "\u{623}\u{62d}\u{645}\u{62f}",
                "\u{627}\u{62d}\u{645}\u{640}\u{62f}",
            ),
            ("\u{9cb}", "\u{9c7}\u{9be}"),
            ("soft\u{ad}hyphen", "softhyphen"),
        ] {
            assert_eq!(plain(one), plain(other), "{one}");
        }
        assert_ne!(plain("\u{995}\u{9be}"), plain("\u{995}\u{9bf}"));
    }

    #[test]
    fn a_mark_goes_with_its_letter() {
        let letters = folded("e\u{301}a");
        assert_eq!((letters[0].from, letters[0].to), (0, 3));
    }
}
