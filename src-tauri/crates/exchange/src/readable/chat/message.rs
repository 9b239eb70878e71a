//! One line of an exported chat.
//!
//! Two shapes are known: `12/03/2024, 14:05 - Name: words` and `[12/03/2024, 14:05:33] Name: words`, with any of the marks
//! and orders that phones use for days. What stands there is never turned into a date: which of two figures is the month,
//! the file does not say.

/// The longest that a day with its time can be, in letters.
const LONGEST: usize = 40;

/// Where a message begins.
pub(super) struct Begin<'a> {
    /// Day and time, as written.
    pub(super) when: &'a str,
    /// Who wrote it; nothing where the program itself speaks.
    pub(super) who: Option<&'a str>,
    /// What is left of the line.
    pub(super) words: &'a str,
}

/// Reads the line on which a message begins; nothing where it goes on from the one before.
pub(super) fn begin(line: &str) -> Option<Begin<'_>> {
    let line = bare(line);
    let (when, rest) = match line.strip_prefix('[') {
        Some(inside) => {
            let end = inside
                .char_indices()
                .take(LONGEST)
                .find(|(_, letter)| *letter == ']')?
                .0;
            (inside.get(..end)?, inside.get(end + 1..)?.trim_start())
        }
        None => {
            let window = line.get(..line.floor_char_boundary(LONGEST * 2))?;
            let end = window.find(" - ").or_else(|| window.find(" \u{2013} "))?;
            let rest = line
                .get(end..)?
                .trim_start()
                .trim_start_matches(['-', '\u{2013}']);
            (line.get(..end)?, rest.trim_start())
        }
    };
    if !is_moment(when) {
        return None;
    }
    let rest = bare(rest);
    let spoken = rest
        .split_once(": ")
        .or_else(|| rest.strip_suffix(':').map(|who| (who, "")));
    Some(match spoken {
        Some((who, words)) if !who.trim().is_empty() => Begin {
            when,
            who: Some(bare(who)),
            words: bare(words),
        },
        Some(_) | None => Begin {
            when,
            who: None,
            words: rest,
        },
    })
}

/// Without the signs of direction that phones put before and after; they are no words.
fn bare(text: &str) -> &str {
    text.trim_matches(['\u{200e}', '\u{200f}', '\u{feff}'])
}

/// A day in three figures, then a time.
fn is_moment(text: &str) -> bool {
    let text = bare(text).trim();
    if text.chars().count() > LONGEST {
        return false;
    }
    let figures = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let mut rest = text;
    for part in 0..3 {
        let count = figures(rest);
        if !(1..=4).contains(&count) {
            return false;
        }
        rest = rest.get(count..).unwrap_or_default();
        if part < 2 {
            let Some(after) = rest.strip_prefix(['/', '.', '-']) else {
                return false;
            };
            rest = after.trim_start();
        }
    }
    let Some(after) = rest.strip_prefix([',', ' ', '.', '\u{60c}']) else {
        return false;
    };
    let rest = after.trim_start_matches([',', ' ']);
    let hour = figures(rest);
    let after_hour = rest.get(hour..).unwrap_or_default();
    let Some(minutes) = after_hour.strip_prefix([':', '.']) else {
        return false;
    };
    (1..=2).contains(&hour) && figures(minutes) == 2
}
