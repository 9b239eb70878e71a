//! Days and times that a sheet keeps as numbers.

use domain::when::{Days, NaiveDate};

/// How a number is meant to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    Number,
    /// A day, a time, or both.
    Moment,
    /// Hours that may be more than a day has.
    Elapsed,
}

/// What a format of numbers means, by its number where the program knows it without words ([MS-XLS] 2.4.126).
pub(super) fn built_in(number: u16) -> Meant {
    match number {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Meant::Moment,
        46 => Meant::Elapsed,
        _ => Meant::Number,
    }
}

/// The same by its code: `dd/mm/yyyy`, `[h]:mm`, `0.00 "days"`.
pub(super) fn of_code(code: &str) -> Meant {
    let mut letters = code.chars();
    let mut moment = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|letter| *letter == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters
                    .by_ref()
                    .take_while(|letter| *letter != ']')
                    .collect();
                let inside = inside.to_ascii_lowercase();
                if !inside.is_empty()
                    && ["h", "m", "s"].iter().any(|unit| {
                        inside
                            .trim_matches(unit.chars().next().unwrap_or('h'))
                            .is_empty()
                    })
                {
                    return Meant::Elapsed;
                }
            }
            // The rest is for numbers below nought and for words.
            ';' => break,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => moment = true,
            _ => {}
        }
    }
    if moment { Meant::Moment } else { Meant::Number }
}

/// A number as it is meant, or nothing where it cannot mean that.
pub(super) fn words(value: f64, meant: Meant, from_1904: bool) -> Option<String> {
    if meant == Meant::Number || !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    // Within the bounds above, whole seconds are exact.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded above"
    )]
    let seconds = (value * 86_400.0).round() as u64;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (hours, minutes, seconds) = (rest / 3_600, rest / 60 % 60, rest % 60);
    let time = format!("{hours:02}:{minutes:02}:{seconds:02}");
    if meant == Meant::Elapsed {
        return Some(format!("{}:{minutes:02}:{seconds:02}", days * 24 + hours));
    }
    if days == 0 && !from_1904 {
        return Some(time);
    }
    let day = match (from_1904, days) {
        (true, _) => from(1904, 1, 1, days)?,
        // The day that Lotus 1-2-3 invented and Excel kept.
        (false, 60) => "1900-02-29".to_owned(),
        (false, ..60) => from(1899, 12, 31, days)?,
        (false, _) => from(1899, 12, 30, days)?,
    };
    Some(if rest == 0 {
        day
    } else {
        format!("{day} {time}")
    })
}

fn from(year: i32, month: u32, day: u32, days: u64) -> Option<String> {
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(
        first
            .checked_add_days(Days::new(days))?
            .format("%Y-%m-%d")
            .to_string(),
    )
}
