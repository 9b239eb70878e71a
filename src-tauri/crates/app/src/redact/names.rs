//! Names of other pupils in the words of a paper, each with the letter that takes its place.

use std::ops::Range;
use std::sync::Arc;

use super::phrase::{Folded, Phrase};
use crate::chronology::{Letters, mask};
use crate::wire::Piece;

/// Other pupils as they are looked for in some words.
pub(super) struct Names {
    /// Their letters, beside whoever else is named there.
    pub(super) letters: Letters,
    /// Whoever wrote in the records, by their names in full: that a child has the first name of one makes no letter of theirs.
    pub(super) authors: Arc<Vec<Phrase>>,
}

/// Months and days as dates have them; some are names as well.
const MONTHS: [&str; 21] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "nov",
];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Letters of one group of a hash.
const GROUP: usize = 4;

impl Names {
    /// Every name of another pupil that stands in a text.
    pub(super) fn find(&self, text: &str, folded: &Folded) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        for piece in mask(text, &self.letters, true) {
            match piece {
                Piece::Words { text } => at += text.len(),
                Piece::Child { letter, name } => {
                    let end = at + name.map_or(0, |name| name.len());
                    found.push((at..end, letter));
                    at = end;
                }
            }
        }
        if found.is_empty() {
            return found;
        }
        let mut kept = letters_in(text);
        kept.extend(self.authors.iter().flat_map(|author| author.find(folded)));
        found.retain(|(range, _)| {
            let within = |kept: &Range<usize>| kept.start <= range.start && range.end <= kept.end;
            !kept.iter().any(within) && !is_of_a_date(text, range) && !is_of_a_hash(text, range)
        });
        found
    }
}

/// `Child A`, where it stands already.
fn letters_in(text: &str) -> Vec<Range<usize>> {
    let begins = text
        .match_indices("Child")
        .map(|(at, word)| (at, at + word.len()));
    begins
        .filter_map(|(from, after)| {
            let rest = text.get(after..)?;
            let letter = rest.strip_prefix([' ', '\u{a0}'])?;
            let capitals = letter.chars().take_while(char::is_ascii_uppercase).count();
            let ends = letter.get(capitals..)?;
            let whole = capitals > 0 && !ends.starts_with(char::is_alphanumeric);
            whole.then(|| from..text.len() - ends.len())
        })
        .collect()
}

/// `May` in `12 May 2026`, `Sun` in `Sun 8`: a date keeps its month, whoever is called so.
fn is_of_a_date(text: &str, range: &Range<usize>) -> bool {
    let word = text.get(range.clone()).unwrap_or_default().to_lowercase();
    let next = text.get(range.end..).unwrap_or_default();
    let next = next.split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|letter: char| !letter.is_alphanumeric());
    let number = next.parse::<u16>().unwrap_or_default();
    (MONTHS.contains(&word.as_str()) && (1900..2100).contains(&number))
        || (DAYS.contains(&word.as_str()) && (1..=31).contains(&number))
}

/// A group of a hash that spells a name: it stands among others of four letters and figures each.
fn is_of_a_hash(text: &str, range: &Range<usize>) -> bool {
    let is_group =
        |word: &str| word.len() == GROUP && word.bytes().all(|letter| letter.is_ascii_hexdigit());
    let has_figure = |word: &str| word.bytes().any(|letter| letter.is_ascii_digit());
    let word = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let around: Vec<&str> = before
        .split_whitespace()
        .rev()
        .take(2)
        .chain(after.split_whitespace().take(2))
        .filter(|word| is_group(word))
        .collect();
    is_group(word) && around.len() > 1 && (has_figure(word) || around.into_iter().any(has_figure))
}

#[cfg(test)]
mod tests {
    use super::{is_of_a_date, is_of_a_hash, letters_in};

    fn at(text: &str, word: &str) -> std::ops::Range<usize> {
        let from = text.find(word).unwrap();
        from..from + word.len()
    }

    #[test]
    fn a_date_keeps_its_month_and_a_child_of_its_name_is_a_letter() {
        let date = |text: &str, word: &str| is_of_a_date(text, &at(text, word));
        assert!(date("on 12 May 2026, 10:00", "May"));
        assert!(date("June\n2026", "June"));
        assert!(date("Sun 8 Nov 2026", "Sun"));
        assert!(!date("Room 12 May hit him", "May"));
        assert!(!date("April, 2 times", "April"));
        assert!(!date("Kai 2026", "Kai"));
    }

    #[test]
    fn a_hash_is_not_written_anew() {
        let hash = "7c1e ada9 90ab dada 0000";
        assert!(is_of_a_hash(hash, &at(hash, "ada9")) && is_of_a_hash(hash, &at(hash, "dada")));
        let said = "with dada that day";
        assert!(!is_of_a_hash(said, &at(said, "dada")));
    }

    #[test]
    fn a_letter_is_no_name() {
        assert_eq!(
            letters_in("a Child A, Child\u{a0}AB or Child Alan").len(),
            2
        );
    }
}
