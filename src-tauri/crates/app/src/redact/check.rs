//! What must be right about passages before a bundle is made.

use super::phrase::Phrase;
use super::reasons::{REASONS, reason_of};
use crate::wire::{BundleRedact, Problem};

/// The most passages of one bundle, and the longest of them in characters: each is kept in its entry.
const MOST: usize = 200;
const LONGEST: usize = 4_000;

/// What is still to be put right.
pub(crate) fn unsettled(asked: &BundleRedact) -> Vec<Problem> {
    let problem = |field: String, say: String| Problem { field, say };
    let mut problems = Vec::new();
    if !asked.letters && asked.passages.is_empty() {
        problems.push(problem(
            "redact.passages".to_owned(),
            "Say what is to be removed, or leave other people\u{2019}s details as they are"
                .to_owned(),
        ));
    }
    if !asked.passages.is_empty() && asked.originals {
        problems.push(problem(
            "redact.originals".to_owned(),
            "An edition from which passages are removed holds no originals: they would say them"
                .to_owned(),
        ));
    }
    if asked.passages.len() > MOST {
        problems.push(problem(
            "redact.passages".to_owned(),
            format!("One bundle can have {MOST} passages removed, and no more"),
        ));
    }
    for (at, passage) in asked.passages.iter().enumerate() {
        let field = |name: &str| format!("redact.passages[{at}].{name}");
        if Phrase::of(&passage.words).is_none() {
            problems.push(problem(
                field("words"),
                "Give the words to remove: two letters or figures at least".to_owned(),
            ));
        }
        if passage.words.chars().count() > LONGEST || passage.note.chars().count() > LONGEST {
            problems.push(problem(
                field("words"),
                format!("A passage has {LONGEST} characters at most. Give a longer one in parts"),
            ));
        }
        if reason_of(&passage.code).is_none() {
            let codes: Vec<&str> = REASONS.iter().map(|reason| reason.code).collect();
            problems.push(problem(
                field("code"),
                format!("Say why it is removed: one of {}", codes.join(", ")),
            ));
        }
    }
    problems
}
