//! Names as they stand in a list.

/// The longest that one name may be; longer is several cells run together.
pub(super) const LONGEST: usize = 120;

/// Takes a cell's text without what a spreadsheet or a copy left around it: space at the ends, doubled space,
/// invisible marks, and the `="…"` that keeps a spreadsheet from reading a number.
pub(crate) fn tidy(cell: &str) -> String {
    let cell = cell.trim();
    let cell = cell
        .strip_prefix("=\"")
        .and_then(|inner| inner.strip_suffix('"'))
        .unwrap_or(cell);
    let plain = cell.is_ascii()
        && !cell.contains("  ")
        && !cell.contains(|letter: char| letter.is_ascii_control());
    if plain {
        return cell.trim().to_owned();
    }

    let mut text = String::with_capacity(cell.len());
    for word in cell.split_whitespace() {
        let start = text.len();
        text.extend(word.chars().filter(|letter| !is_invisible(*letter)));
        if start > 0 && text.len() > start {
            text.insert(start, ' ');
        }
    }
    text
}

/// Whether a name holds what cannot be a letter of it: an unreadable byte or a control character.
pub(super) fn is_unreadable(name: &str) -> bool {
    name.contains(|letter: char| letter == '\u{FFFD}' || letter.is_control())
}

/// Whether letters stand together as names do not: a sign inside a word, or a capital with an accent after small
/// letters. It is how text looks that was decoded as something it is not.
pub(super) fn odd_letters(text: &str) -> bool {
    let (mut before_last, mut last) = (' ', ' ');
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_ascii() {
            let inside =
                last.is_alphabetic() && letters.peek().is_some_and(|next| next.is_alphabetic());
            let sign_inside = inside && !letter.is_alphabetic() && !joins_names(letter);
            let sign_after = last.is_alphabetic() && "‚„†‡ˆ‰¡¿¤¦¬".contains(letter);
            let capital_after =
                letter.is_uppercase() && last.is_lowercase() && before_last.is_lowercase();
            if sign_inside || sign_after || capital_after {
                return true;
            }
        }
        (before_last, last) = (last, letter);
    }
    false
}

/// A name given in one cell: surname, forename, middle names.
pub(crate) struct Split {
    pub surname: String,
    pub forename: String,
    pub middle: Option<String>,
    /// More than two words and nothing to tell which belong together.
    pub doubtful: bool,
}

/// Splits "Oyelaran, Amara", "Oyelaran Amara" or "Amara Oyelaran". A comma always comes after the surname; without
/// one the order is the column's.
pub(crate) fn split_name(name: &str, surname_first: bool) -> Split {
    if let Some((surname, forenames)) = name.split_once(',') {
        return Split {
            surname: surname.trim().to_owned(),
            forename: forenames.trim().to_owned(),
            middle: None,
            doubtful: false,
        };
    }

    let words: Vec<&str> = name.split_whitespace().collect();
    let doubtful = words.len() > 2;
    let (surname, forename, middle): (&[&str], &[&str], &[&str]) = match words.as_slice() {
        [all @ .., last] if surname_first && !all.is_empty() => {
            (all, std::slice::from_ref(last), &[])
        }
        [first, rest @ ..] if !rest.is_empty() => {
            // "van", "de", "bin" and their like begin a surname.
            let small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
            let begins = rest.iter().position(small).unwrap_or(rest.len() - 1);
            let (middle, surname) = rest.split_at(begins);
            (surname, std::slice::from_ref(first), middle)
        }
        words => (words, &[], &[]),
    };
    let middle = (!middle.is_empty()).then(|| middle.join(" "));

    Split {
        surname: surname.join(" "),
        forename: forename.join(" "),
        middle,
        doubtful,
    }
}

fn joins_names(letter: char) -> bool {
    matches!(letter, '\u{2018}' | '\u{2019}' | '\u{2010}'..='\u{2014}' | '\u{B4}' | '\u{AD}' | '\u{B7}' | '\u{2BC}' | '\u{2BB}')
        // Marks of other scripts, which `is_alphabetic` does not all count, and joiners.
        || ('\u{300}'..='\u{36F}').contains(&letter)
        || letter >= '\u{590}' && !('\u{2000}'..='\u{2BFF}').contains(&letter)
}

/// Marks that take no room: they would make two equal names differ. Joiners stay, some scripts need them.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{AD}')
}
