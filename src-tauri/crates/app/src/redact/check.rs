//! What must be right about passages before a bundle is made.

use exchange::picture::WHOLE;

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
    if !asked.letters && asked.passages.is_empty() && asked.pictures.is_empty() {
        problems.push(problem(
            "redact.passages".to_owned(),
            "Say what is to be removed, or leave other people\u{2019}s details as they are"
                .to_owned(),
        ));
    }
    if (!asked.passages.is_empty() || !asked.pictures.is_empty()) && asked.originals {
        problems.push(problem(
            "redact.originals".to_owned(),
            "An edition from which something is removed holds no originals: they would show it"
                .to_owned(),
        ));
    }
    if asked.passages.len() > MOST {
        problems.push(problem(
            "redact.passages".to_owned(),
            format!("{MOST} passages can be removed at once, and no more"),
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
    problems.extend(pictures(asked));
    problems
}

/// The same of pictures.
fn pictures(asked: &BundleRedact) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, picture) in asked.pictures.iter().enumerate() {
        let mut problem = |name: String, say: String| {
            problems.push(Problem {
                field: format!("redact.pictures[{at}].{name}"),
                say,
            });
        };
        if asked
            .pictures
            .iter()
            .take(at)
            .any(|one| one.file == picture.file)
        {
            problem(
                "file".to_owned(),
                "This picture is on the list twice. Put all its areas together".to_owned(),
            );
        }
        if !picture.looked {
            problem(
                "looked".to_owned(),
                "Look at all of the picture and tick that nothing else in it is to be removed, or leave the picture out".to_owned(),
            );
        }
        if picture.areas.len() > MOST {
            problem(
                "areas".to_owned(),
                format!("One picture can have {MOST} areas cut out, and no more"),
            );
        }
        for (place, area) in picture.areas.iter().enumerate() {
            let within = |from: u32, long: u32| {
                long > 0 && from.checked_add(long).is_some_and(|to| to <= WHOLE)
            };
            if !within(area.left, area.width) || !within(area.top, area.height) {
                problem(
                    format!("areas[{place}].left"),
                    format!(
                        "This area is not within the picture. Its edges are given in ten-thousandths of the picture, from 0 to {WHOLE}"
                    ),
                );
            }
            if area.note.chars().count() > LONGEST {
                problem(
                    format!("areas[{place}].note"),
                    format!("A note has {LONGEST} characters at most"),
                );
            }
            if reason_of(&area.code).is_none() {
                let codes: Vec<&str> = REASONS.iter().map(|reason| reason.code).collect();
                problem(
                    format!("areas[{place}].code"),
                    format!("Say why it is cut out: one of {}", codes.join(", ")),
                );
            }
        }
    }
    problems
}
