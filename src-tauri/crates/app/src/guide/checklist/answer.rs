//! Answering an item.

use domain::checklist::{ANSWERED, Answer, Filled, PART_ANSWER};
use domain::id::ChecklistId;
use guidance::{Checklist, Item, ItemKind};
use serde::Serialize;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::{goes_on, kinds, note};
use crate::Office;
use crate::wire::{AnswerForm, Done, Fault, FaultKind, Topic};

/// Keeps an answer to one item, in the place of the one before. When this returns it is on the disk. An empty one takes back
/// what was typed, and what the record says stands again.
pub fn answer(office: &mut Office, form: AnswerForm) -> Result<Done<()>, Fault> {
    let (kind, filled, page) = goes_on(office, &form.checklist)?;
    let item = item_of(&page, &form.item)?;
    may_answer(&filled, &page, item)?;
    let lines = kinds::tidy(item, &form.answer).map_err(|say| Fault::field(&form.item, say))?;
    if form.unknown && !lines.is_empty() {
        return Err(Fault::field(
            &form.item,
            "It is either answered or not known. Take one of the two away",
        ));
    }
    let before: Vec<_> = filled.answers_to(&form.item).collect();
    let same = match before.as_slice() {
        [one] => one.what.lines == lines && one.what.unknown == form.unknown,
        [] => lines.is_empty() && !form.unknown,
        _ => false,
    };
    // What was meant for another question is noticed where it can be.
    if item.kind == ItemKind::Email && lines.iter().any(|line| !line.contains('@')) {
        return Err(Fault::field(
            "answer",
            "Write an email address, with an @ in it",
        ));
    }
    if !same {
        let answer = Answer {
            item: form.item.clone(),
            lines,
            unknown: form.unknown,
        };
        let supersedes = before.iter().map(|kept| kept.step.entry).collect();
        let entry = entry(&filled, ANSWERED, PART_ANSWER, &answer, supersedes)?;
        office.write(kind, vec![entry])?;
    }
    note::forget(office, &form.checklist, &form.item);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// Keeps what is typed in an item as it stands, for whoever types alone; nothing of it is in the record yet. What is typed of how it
/// went stands under `@sent`, why it is put away under `@drop`, why it is opened again under `@reopen`.
pub fn keep_answer(
    office: &mut Office,
    checklist: &str,
    item: &str,
    answer: Vec<String>,
) -> Result<(), Fault> {
    let (_, _, page) = goes_on(office, checklist)?;
    if ![note::SENT, note::DROP, note::REOPEN].contains(&item) {
        item_of(&page, item)?;
    }
    note::keep(office, checklist, item, answer)
}

fn item_of<'p>(page: &'p Checklist, id: &str) -> Result<&'p Item, Fault> {
    page.item(id)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))
}

/// What went is never altered; what came back is written down after it.
fn may_answer(filled: &Filled, page: &Checklist, item: &Item) -> Result<(), Fault> {
    let after = page
        .sections
        .iter()
        .any(|section| section.after && section.items.iter().any(|one| one.id == item.id));
    if filled.dropped.is_some() || (filled.sent.is_some() && !after) {
        return Err(Fault::new(
            FaultKind::Refused,
            "This checklist has gone and stays as it went.",
        )
        .kept("What you typed is still here.")
        .next("Open it again, or write what is new under \u{201c}After sending\u{201d}."));
    }
    Ok(())
}

/// An entry about a checklist, which names its concern too.
pub(super) fn entry<T: Serialize>(
    filled: &Filled,
    kind: &'static str,
    part: &'static str,
    content: &T,
    supersedes: Vec<[u8; 32]>,
) -> Result<NewEntry, Fault> {
    let ChecklistId(id) = filled.id;
    let content = serde_json::to_vec(content).map_err(|_| Fault::stopped())?;
    Ok(NewEntry {
        kind,
        subjects: std::iter::once(id)
            .chain(filled.begun.what.concern.map(|concern| concern.0))
            .collect(),
        supersedes,
        happened: None,
        parts: vec![(part, Zeroizing::new(content))],
        blobs: Vec::new(),
    })
}
