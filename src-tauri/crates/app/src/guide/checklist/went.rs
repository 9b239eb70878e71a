//! How it went: what was said of it, what others said besides, and that it was opened again.

use domain::case::Kept;
use domain::checklist::{Filled, Sent};
use domain::step::Step;
use guidance::Checklist;

use super::gaps::needed;
use crate::Office;
use crate::wire::{Answered, ChecklistSent};

/// What other laptops said of how it went, after the first.
pub(super) fn again(office: &Office, filled: &Filled) -> Vec<String> {
    let by = |step: &Step| {
        let at = office.moment(step.written.timestamp_millis());
        format!("{}, {at}", step.author.name)
    };
    let sent = filled.sent_again.iter().map(|kept| {
        let facts = [&kept.what.person, &kept.what.reference, &kept.what.words];
        let facts: Vec<&str> = facts
            .into_iter()
            .map(String::as_str)
            .filter(|fact| !fact.is_empty())
            .collect();
        format!(
            "It was also said to have gone by {}. {}",
            by(&kept.step),
            facts.join(", ")
        )
    });
    let dropped = filled.dropped_again.iter().map(|kept| {
        format!(
            "It was also put away by {}: {}",
            by(&kept.step),
            kept.what.reason
        )
    });
    let before = filled.sent_before.iter().map(|kept| {
        let reference = match kept.what.reference.as_str() {
            "" => String::new(),
            reference => format!(", reference {reference}"),
        };
        let at = kept.what.at.unwrap_or(kept.step.written);
        format!(
            "It was said to have gone {}{reference}, by {}.",
            office.full(at),
            kept.step.author.name
        )
    });
    let put_away = filled.dropped_before.iter().map(|kept| {
        format!(
            "It was put away by {}: {}",
            by(&kept.step),
            kept.what.reason
        )
    });
    let before = before.chain(put_away);
    let reopened = filled
        .reopened
        .iter()
        .map(|kept| format!("Opened again by {}: {}", by(&kept.step), kept.what.reason));
    let before = before.chain(reopened);
    before
        .chain(sent)
        .chain(dropped)
        .map(|line| line.trim().to_owned())
        .collect()
}

/// How it went. `before` is a sending that does not hold any more: its answers are shown with it, because others may stand now.
pub(super) fn how_it_went(
    office: &Office,
    page: &Checklist,
    kept: &Kept<Sent>,
    before: bool,
) -> ChecklistSent {
    let sent = &kept.what;
    let at = sent.at.unwrap_or(kept.step.written);
    let after: Vec<&str> = page
        .sections
        .iter()
        .filter(|section| section.after)
        .flat_map(|section| section.items.iter().map(|item| item.id.as_str()))
        .collect();
    let missing = sent.answers.iter().filter(|answer| {
        let needed = page
            .item(&answer.item)
            .is_some_and(|item| needed(item, |other| answered(sent, other)));
        needed && answer.lines.is_empty() && !after.contains(&answer.item.as_str())
    });
    ChecklistSent {
        at: format!(
            "{}, {}",
            office.moment(at.timestamp_millis()),
            kept.step.author.name
        ),
        how: super::send::how_said(&sent.how).to_owned(),
        person: sent.person.clone(),
        reference: sent.reference.clone(),
        words: sent.words.clone(),
        missing: missing
            .filter_map(|answer| {
                let prompt = &page.item(&answer.item)?.prompt;
                Some(match answer.unknown {
                    true => format!("{prompt} Nobody knew."),
                    false => prompt.clone(),
                })
            })
            .collect(),
        answers: sent
            .answers
            .iter()
            .filter(|_| before)
            .filter_map(|answer| {
                Some(Answered {
                    prompt: page.item(&answer.item)?.prompt.clone(),
                    answer: match (answer.unknown, answer.lines.is_empty()) {
                        (true, _) => "Nobody knew.".to_owned(),
                        (false, true) => "Not answered.".to_owned(),
                        (false, false) => answer.lines.join("\n"),
                    },
                })
            })
            .collect(),
    }
}

/// What was answered to an item as it went.
fn answered<'s>(sent: &'s Sent, item: &str) -> Option<&'s [String]> {
    let mut answers = sent.answers.iter();
    let answer = answers.find(|answer| answer.item == item)?;
    Some(answer.lines.as_slice())
}
