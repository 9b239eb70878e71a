//! What is missing before it goes, and whether it can go as it is.

use guidance::{Checklist, Item, Needed};

use super::stand::Stands;
use crate::wire::ChecklistGap;

/// Small numbers at the beginning of a sentence.
const COUNTS: [&str; 11] = [
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
];

/// What is not answered before it goes, what the other body does not take it without first; what nobody knows after what nobody
/// has asked.
pub(super) fn gaps(page: &Checklist, all: &[Stands<'_>]) -> Vec<ChecklistGap> {
    let mut left = all.iter();
    let mut found = Vec::new();
    for (place, section) in page.sections.iter().enumerate() {
        let here = left.by_ref().take(section.items.len());
        let open = here.filter(|stands| {
            let asked = !stands.answered()
                && (stands.item.required != Needed::IfApplicable || needed_now(stands.item, all));
            !section.after && (asked || !stands.lacks.is_empty() || !stands.beside.is_empty())
        });
        found.extend(open.map(|stands| ChecklistGap {
            item: stands.item.id.to_string(),
            section: u32::try_from(place).unwrap_or(u32::MAX),
            prompt: match (stands.beside.is_empty(), stands.lacks.as_str()) {
                (true, "") => stands.item.prompt.clone(),
                (true, lacks) => format!("{}: {lacks}", stands.item.prompt),
                // Only one of them goes: whoever sends it chooses which.
                (false, _) => format!("{}: two answers stand", stands.item.prompt),
            },
            needed: needed_now(stands.item, all) && !stands.answered(),
            unknown: stands.unknown,
        }));
    }
    let first = |gap: &ChecklistGap| page.item(&gap.item).is_some_and(|item| item.first);
    found.sort_by_key(|gap| (gap.unknown, !gap.needed, !first(gap)));
    found
}

/// Whether an item is needed, by itself or by what another one is answered.
pub(crate) fn needed<'a>(item: &Item, answer_to: impl Fn(&str) -> Option<&'a [String]>) -> bool {
    let by_other = item.needed_if.as_ref().is_some_and(|needed| {
        let answer = answer_to(&needed.item);
        answer.is_some_and(|lines| lines == [needed.answer.clone()])
    });
    item.required == Needed::Required || by_other
}

/// The same of an item as all of them stand.
pub(crate) fn needed_now(item: &Item, all: &[Stands<'_>]) -> bool {
    needed(item, |other| {
        let mut others = all.iter();
        let other = others.find(|stands| stands.item.id == *other)?;
        Some(other.lines.as_slice())
    })
}

/// Whether it can go as it is, in a sentence.
pub(super) fn ready(to: &str, gaps: &[ChecklistGap]) -> String {
    let missing = gaps.iter().filter(|gap| gap.needed).count();
    let missing = match missing {
        0 => "Everything that is needed is here.".to_owned(),
        1 => "One needed answer is missing.".to_owned(),
        n => match COUNTS.get(n) {
            Some(count) => format!("{count} needed answers are missing."),
            None => format!("{n} needed answers are missing."),
        },
    };
    match (to, missing.starts_with("Everything")) {
        ("", _) => missing,
        (_, true) => format!("You can send it now. {missing}"),
        (_, false) => format!(
            "You can send it now. {missing} Say so on the form. Waiting is worse than a gap."
        ),
    }
}
