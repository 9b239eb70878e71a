//! How good a chosen password is.

use zxcvbn::feedback::Warning;
use zxcvbn::zxcvbn;

/// What is said about a password while it is typed. Holds nothing of the password itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Has at least as many characters as the school asks for.
    pub long_enough: bool,
    /// How long it would last against somebody who copied the laptop's files and makes 10,000 guesses a
    /// second (a generous guess at what [`crate::Cost::FLOOR`] allows): 0 minutes, 1 about a day,
    /// 2 up to a year, 3 up to a lifetime, 4 longer.
    pub score: u8,
    /// Power of ten of the guesses needed, as zxcvbn estimates them.
    pub guesses_log10: f64,
    /// One sentence for the person typing.
    pub say: String,
}

/// Judges a password. `own_words` are what a guesser would try first: the school, the person, the town.
pub fn judge(password: &str, minimum_chars: usize, own_words: &[&str]) -> Judgement {
    let own: Vec<&str> = own_words
        .iter()
        .flat_map(|words| words.split(|c: char| !c.is_alphanumeric()).chain([*words]))
        .filter(|word| word.chars().count() >= 3)
        .collect();
    let estimate = zxcvbn(password, &own);
    let guesses_log10 = estimate.guesses_log10().max(0.0);
    let score = score(guesses_log10);

    let length = password.chars().count();
    let long_enough = length >= minimum_chars;
    let say = if password.is_empty() {
        "Choose a password, or take the one suggested.".to_owned()
    } else if !long_enough {
        format!("Make it longer: it has {length} of the {minimum_chars} characters needed.")
    } else if score >= 3 {
        lasting(score).to_owned()
    } else if has_own_word(password, &own) {
        "Leave out the name of the school and your own: they are tried first.".to_owned()
    } else {
        let warning = estimate.feedback().and_then(|f| f.warning());
        warning.map_or(lasting(score), advice).to_owned()
    };
    Judgement {
        long_enough,
        score,
        guesses_log10,
        say,
    }
}

/// 10,000 guesses a second find it within: 100 seconds, a day, a year, a hundred years, longer.
fn score(guesses_log10: f64) -> u8 {
    match guesses_log10 {
        few if few < 6.0 => 0,
        few if few < 9.0 => 1,
        some if some < 11.5 => 2,
        many if many < 13.5 => 3,
        _ => 4,
    }
}

fn lasting(score: u8) -> &'static str {
    match score {
        0 | 1 => {
            "Somebody who copied this laptop could find it within a day: use a few unrelated words."
        }
        2 => {
            "Somebody who copied this laptop could find it within a year: add another unrelated word."
        }
        3 => "Good: it would take somebody who copied this laptop years to find.",
        _ => {
            "Strong: it would take somebody who copied this laptop longer than a lifetime to find."
        }
    }
}

fn has_own_word(password: &str, own: &[&str]) -> bool {
    let password = zeroize::Zeroizing::new(password.to_lowercase());
    own.iter()
        .any(|word| password.contains(&word.to_lowercase()))
}

fn advice(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "Keys that lie side by side are tried early: use a few unrelated words."
        }
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "Repeating letters or words adds little: use a few unrelated words."
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => {
            "This is on the lists of common passwords that are tried first: choose another."
        }
        Warning::SequencesLikeAbcAreEasyToGuess => {
            "Sequences like abc or 6543 are tried early: use a few unrelated words."
        }
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => {
            "Years and dates are tried early: use a few unrelated words."
        }
        Warning::AWordByItselfIsEasyToGuess => "One word is not enough: add a few unrelated ones.",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => {
            "Names are tried early: use a few unrelated words."
        }
    }
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;
    use crate::password::generate;

    #[test]
    fn a_generated_password_is_strong_and_long_enough() {
        let judgement = judge(
            &generate(&mut OsRng),
            16,
            &["Hartwell Primary", "Asha Patel"],
        );

        assert!(judgement.long_enough);
        assert_eq!(judgement.score, 4);
        assert!(judgement.say.starts_with("Strong"));
    }

    #[test]
    fn a_short_password_is_told_how_many_characters_are_missing() {
        let judgement = judge("été", 16, &[]);

        assert!(!judgement.long_enough);
        assert!(judgement.say.contains("3 of the 16"));
    }

    #[test]
    fn the_schools_name_makes_a_password_weak() {
        let said_of = |own: &[&str]| judge("HartwellPrimary1", 16, own);

        let unknown = said_of(&[]);
        let known = said_of(&["Hartwell Primary School"]);

        assert!(known.guesses_log10 < unknown.guesses_log10);
        assert!(known.score <= 1);
        assert!(known.say.contains("name of the school"));
    }

    #[test]
    fn a_common_long_password_is_weak() {
        let judgement = judge("qwertyuiopasdfghjkl", 16, &[]);

        assert!(judgement.long_enough);
        assert!(judgement.score <= 1, "{}", judgement.guesses_log10);
    }

    #[test]
    fn an_empty_password_has_no_strength_and_a_sentence() {
        let judgement = judge("", 16, &[]);

        assert_eq!((judgement.score, judgement.guesses_log10), (0, 0.0));
        assert!(!judgement.say.is_empty());
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn anything_typed_is_judged(password in "\\PC{0,60}", own in "\\PC{0,12}") {
            let judgement = judge(&password, 16, &[&own]);
            proptest::prop_assert!(judgement.score <= 4);
        }
    }
}
