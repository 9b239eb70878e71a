//! The number on a blank concern form: `MV-F-4A07C2-K`. By it a page that was written by hand finds its record again.

use std::fmt;

/// Letters that check a number. Twenty-three, so that every digit mistyped and every two exchanged are noticed; none of
/// them can be read as a digit.
const CHECKS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// Digits of a number.
const DIGITS: usize = 6;

/// The number of one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperNumber {
    prefix: String,
    digits: String,
}

/// What was typed is no number of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// It does not look like one.
    #[error("not like MV-F-4A07C2-K")]
    Shape,
    /// It looks like one, and one of its signs is not what was printed.
    #[error("its last letter does not fit the rest")]
    Check,
}

impl PaperNumber {
    /// A number for a new form, from random bytes.
    pub fn new(prefix: &str, bytes: [u8; 3]) -> Self {
        let digits = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        Self {
            prefix: prefix.to_owned(),
            digits,
        }
    }

    /// Reads what somebody typed from a page: any case, with blanks or without, the letter O for a nought and I or L for
    /// a one. Forms printed before there was a check letter have none.
    pub fn read(typed: &str) -> Result<Self, NotANumber> {
        let signs: String = typed
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '/' => '-',
                c => c.to_ascii_uppercase(),
            })
            .collect();
        let (prefix, rest) = signs.split_once("-F-").ok_or(NotANumber::Shape)?;
        let (digits, check) = match rest.split_once('-') {
            Some((digits, check)) => (digits, Some(check)),
            None if rest.len() > DIGITS => rest
                .split_at_checked(DIGITS)
                .map(|(digits, check)| (digits, Some(check)))
                .ok_or(NotANumber::Shape)?,
            None => (rest, None),
        };
        let digits: String = digits
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .collect();
        let hexadecimal = digits.chars().all(|c| c.is_ascii_hexdigit());
        let named = !prefix.is_empty() && prefix.chars().all(|c| c.is_ascii_alphanumeric());
        if digits.len() != DIGITS || !hexadecimal || !named {
            return Err(NotANumber::Shape);
        }
        let number = Self {
            prefix: prefix.to_owned(),
            digits,
        };
        match check {
            Some(check) if check != number.check().to_string() => Err(NotANumber::Check),
            _ => Ok(number),
        }
    }

    /// The letter that checks the digits.
    fn check(&self) -> char {
        let sum: usize = self
            .digits
            .chars()
            .zip(1..)
            .map(|(digit, weight)| weight * digit.to_digit(16).unwrap_or(0) as usize)
            .sum();
        CHECKS
            .get(sum % CHECKS.len())
            .map_or('A', |letter| char::from(*letter))
    }

    /// The digits alone: what two spellings of one number have in common.
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl fmt::Display for PaperNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-F-{}-{}", self.prefix, self.digits, self.check())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number() -> PaperNumber {
        PaperNumber::new("MV", [0x4a, 0x07, 0xc2])
    }

    #[test]
    fn a_number_is_read_however_it_was_typed() {
        let printed = number().to_string();
        let check = printed.chars().last().unwrap();

        for typed in [
            printed.clone(),
            printed.to_lowercase(),
            format!(" mv-f-4a07c2 {check} "),
            format!("MV \u{2013} F \u{2013} 4AO7C2 \u{2013} {check}"),
            "MV-F-4A07C2".to_owned(),
        ] {
            assert_eq!(PaperNumber::read(&typed), Ok(number()), "{typed}");
        }
        for typed in [
            "",
            "MV-26-B7K-0143",
            "MV-F-4A07",
            "-F-4A07C2",
            "MV-F-4A07G2",
        ] {
            assert_eq!(PaperNumber::read(typed), Err(NotANumber::Shape), "{typed}");
        }
    }

    #[test]
    fn one_sign_mistyped_or_two_exchanged_are_noticed() {
        let printed = number().to_string();
        let signs: Vec<char> = printed.chars().collect();
        for place in 5..11 {
            for other in "0123456789ABCDEF".chars().filter(|c| *c != signs[place]) {
                let mut wrong = signs.clone();
                wrong[place] = other;
                let typed: String = wrong.iter().collect();
                assert_eq!(PaperNumber::read(&typed), Err(NotANumber::Check), "{typed}");
            }
            let mut wrong = signs.clone();
            wrong.swap(place, place + 1);
            let typed: String = wrong.iter().collect();
            if place < 10 && wrong != signs {
                assert_eq!(PaperNumber::read(&typed), Err(NotANumber::Check), "{typed}");
            }
        }
    }
}
