//! The writing check: suggests, never rewrites, and stays on this laptop.

use super::Content;

/// One suggestion, beside the field it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The field.
    pub field: &'static str,
    /// The suggestion.
    pub say: String,
}

/// Words that judge rather than describe.
const OPINION: [&str; 16] = [
    "obviously",
    "clearly",
    "definitely",
    "aggressive",
    "attention seeking",
    "attention-seeking",
    "manipulative",
    "naughty",
    "rude",
    "lying",
    "overreacting",
    "dramatic",
    "typical",
    "always",
    "never",
    "inappropriate",
];

/// What a careful colleague would ask before it is signed. At most three, the weightiest first.
pub fn hints(content: &Content) -> Vec<Hint> {
    let mut hints = Vec::new();
    let account = content.account.trim();
    let lower = account.to_lowercase();
    let quoted = account.contains(['"', '\u{201c}', '\u{201d}']);
    let mut say = |field, say: String| hints.push(Hint { field, say });

    if content.childs_words.trim().is_empty()
        && (quoted || has_word(&lower, "told") || has_word(&lower, "said"))
    {
        say(
            "childs_words",
            "If a child said something, write it in their own words, in the box for them.".into(),
        );
    }
    if let Some(initials) = initials(account) {
        say(
            "description",
            format!("\u{201c}{initials}\u{201d} may not be clear later. Write the name."),
        );
    }
    if let Some(word) = OPINION.iter().find(|word| has_word(&lower, word)) {
        say(
            "description",
            format!("\u{201c}{word}\u{201d} is a judgement. What did you see or hear?"),
        );
    }
    if !account.is_empty() && account.chars().count() < 20 {
        say(
            "description",
            "A little more will help whoever reads this: what did you see and hear?".into(),
        );
    }
    if content.details.questions_asked.trim().is_empty()
        && (has_word(&lower, "asked") || has_word(&lower, "question"))
    {
        say(
            "questions_asked",
            "If you asked anything, write the question as you asked it.".into(),
        );
    }
    if content
        .details
        .occurred_at
        .is_some_and(|at| at.time() == chrono::NaiveTime::MIN && !content.details.occurred_about)
    {
        say(
            "occurred",
            "Do you know about what time? \u{201c}About 3\u{201d} is fine.".into(),
        );
    }
    if content.details.immediate_action.trim().is_empty() && account.chars().count() > 200 {
        say("immediate_action", "What did you do at once?".into());
    }
    hints.truncate(3);
    hints
}

fn has_word(lower: &str, word: &str) -> bool {
    lower.match_indices(word).any(|(at, _)| {
        let before = lower.get(..at).and_then(|text| text.chars().next_back());
        let after = lower
            .get(at + word.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The first word that looks like somebody's initials ("AO", "J.F.") and is not a known short form.
fn initials(account: &str) -> Option<String> {
    const KNOWN: [&str; 24] = [
        "DSL", "PE", "RE", "IT", "ICT", "TA", "LSA", "SEN", "CP", "OK", "TV", "PC", "UK", "AM",
        "PM", "HT", "SLT", "SENCO", "EHCP", "GP", "A", "I", "DT", "CAMHS",
    ];
    account
        .split(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    ',' | ';' | ':' | '(' | ')' | '"' | '\u{201c}' | '\u{201d}'
                )
        })
        .map(|word| word.trim_end_matches(['.', '?', '!', '\u{2019}', '\'']))
        .find(|word| {
            let letters: String = word.chars().filter(|c| *c != '.').collect();
            (2..=3).contains(&letters.chars().count())
                && letters.chars().all(char::is_uppercase)
                && !KNOWN.contains(&letters.as_str())
        })
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(account: &str) -> Vec<Hint> {
        hints(&Content {
            account: account.to_owned(),
            ..Content::default()
        })
    }

    #[test]
    fn initials_judgements_and_missing_words_are_pointed_out_and_nothing_is_rewritten() {
        let hints = of("AO said \"leave me alone\" and was obviously upset.");

        let fields: Vec<_> = hints.iter().map(|hint| hint.field).collect();
        assert_eq!(fields, ["childs_words", "description", "description"]);
        assert!(hints[1].say.contains("AO") && hints[2].say.contains("obviously"));
    }

    #[test]
    fn plain_description_draws_no_remark() {
        assert_eq!(
            of("She sat alone by the PE block at break and would not eat her lunch."),
            []
        );
    }

    #[test]
    fn a_day_without_a_time_is_asked_about_and_about_three_is_enough() {
        let at = |text: &str, about: bool| {
            let mut content = Content::default();
            content.details.occurred_at = chrono::DateTime::parse_from_rfc3339(text).ok();
            content.details.occurred_about = about;
            let hints = hints(&content).into_iter();
            hints.filter(|hint| hint.field == "occurred").count()
        };

        assert_eq!(at("2026-11-10T00:00:00+00:00", false), 1);
        assert_eq!(at("2026-11-10T15:00:00+00:00", true), 0);
        assert_eq!(at("2026-11-10T15:10:00+00:00", false), 0);
    }
}
