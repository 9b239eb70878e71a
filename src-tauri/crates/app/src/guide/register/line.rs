//! A line to be written or corrected, with all that was written of it.

use domain::case::Kept;
use domain::register::{Entered, Line};
use guidance::Register;

use super::show::{answers, concern, fields};
use super::write::lies_in;
use super::{kept, known, need, opened};
use crate::wire::{Fault, LineConcern, LineVersion, LineView};
use crate::{Office, say};

/// A line of a register, or the empty one that a new line begins with, about a concern where one is named.
pub fn register_line(
    office: &Office,
    register: &str,
    line: Option<&str>,
    about: Option<&str>,
) -> Result<LineView, Fault> {
    let register = &*known(office, register)?;
    let room = need(office, register)?;
    let entered = match line {
        Some(id) => opened(office, id)?.2,
        None => Entered::default(),
    };
    let last = entered.last();
    if last.is_some_and(|last| last.what.register != register.id.as_str()) {
        return Err(vault::VaultError::NotFound.into());
    }
    let about = match last {
        Some(last) => last.what.concern,
        None => about
            .map(|id| {
                id.parse()
                    .map_err(|_| Fault::from(vault::VaultError::NotFound))
            })
            .transpose()?,
    };
    if let (None, Some(about)) = (last, about) {
        // Said before anything is typed, not after.
        lies_in(office, register, Some(about), None, room)?;
    }
    let draft = kept::kept(
        office,
        &register.id,
        line,
        about.map(|id| id.to_string()).as_deref(),
    );
    let base: Vec<String> = entered
        .head_entries()
        .iter()
        .map(|entry| history::to_hex(entry))
        .collect();
    Ok(LineView {
        register: register.id.to_string(),
        title: register.title.clone(),
        fields: fields(register),
        answers: last.map_or_else(Vec::new, |last| answers(office, Some(register), &last.what)),
        concern: about.and_then(|id| concern(office, id)),
        struck: last.is_some_and(|last| last.what.struck),
        needs_newer: entered.needs_newer,
        beside: entered.heads.len() > 1,
        versions: versions(office, register, &entered),
        draft_kept: draft.as_ref().map(|(at, _)| since(office, *at)),
        overtaken: draft.as_ref().is_some_and(|(_, form)| form.base != base),
        draft: draft.map(|(_, form)| form),
        base,
    })
}

fn since(office: &Office, at: i64) -> String {
    let today = office.around.local().date_naive();
    say::since(at, office.around.zone, today)
}

/// Whom a concern is about that somebody names by its number; nothing where no concern, or more than one, has it.
pub fn concern_numbered(office: &Office, number: &str) -> Result<Option<LineConcern>, Fault> {
    Ok(match office.concerns_numbered(number)?.as_slice() {
        [one] => concern(office, *one),
        _ => None,
    })
}

/// Everything that was written of it, the newest first.
fn versions(office: &Office, register: &Register, entered: &Entered) -> Vec<LineVersion> {
    let one = |(place, kept): (usize, &Kept<Line>)| LineVersion {
        at: office.dated(kept.step.written.timestamp_millis()),
        who: kept.step.author.name.clone(),
        reason: kept.reason.clone(),
        struck: kept.what.struck,
        holds: entered.heads.contains(&place),
        answers: answers(office, Some(register), &kept.what),
    };
    entered.versions.iter().enumerate().rev().map(one).collect()
}
