//! What happened to a concern since its first account.

use domain::concern::Concern;
use domain::room::Room as RoomKind;
use vault::ask::LookLine;

use crate::casework::{CaseStep, may_strike, significant, steps};
use crate::wire::{Fault, ThreadItem};
use crate::{Office, say};

/// Everything since the first account, newest first.
pub(super) fn thread(
    office: &Office,
    kind: RoomKind,
    known: &Concern,
    looks: &[LookLine],
    listed: &[LookLine],
) -> Result<Vec<ThreadItem>, Fault> {
    let corrections = known.versions.iter().skip(1).map(|version| {
        let reason = version.reason.clone().unwrap_or_default();
        (
            version.step.written,
            "correction",
            "Corrected".to_owned(),
            reason,
            version.step.author.name.clone(),
        )
    });
    let files = known.files.iter().map(|(fact, author, step)| {
        (
            step.written,
            "file",
            format!("Added {}", fact.name),
            say::size(fact.size),
            author.name.clone(),
        )
    });
    let hidden = known.hidden.iter().map(|(hidden, step)| {
        (
            step.written,
            "hidden",
            "A file was put out of everybody\u{2019}s sight".to_owned(),
            format!("{} Told: {}.", hidden.reason, hidden.told),
            step.author.name.clone(),
        )
    });
    let whole = looks.iter().map(|look| ("On paper", look));
    let lines = listed.iter().map(|look| ("A line of it on paper", look));
    let papers = whole
        .chain(lines)
        .filter(|(_, look)| !look.detail.is_empty())
        .filter_map(|(title, look)| {
            let at = say::at(look.at, office.around.zone)?.fixed_offset();
            let (title, detail) = (title.to_owned(), look.detail.clone());
            Some((at, "paper", title, detail, look.name.clone()))
        });
    let plain = corrections.chain(files).chain(hidden).chain(papers);
    let plain = plain.map(|(at, kind, title, detail, who)| CaseStep {
        entry: None,
        at,
        about: false,
        kind,
        title,
        detail,
        who,
        late: None,
        struck: None,
        whose: None,
    });
    let walked = crate::guide::steps_of_guidance(office, kind, known.id)?;
    // Of two at one moment the later stands first, as everything here.
    let walked = walked.into_iter().rev();
    let mut items: Vec<CaseStep> = plain.chain(steps(office, known)).chain(walked).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.at));
    Ok(items
        .into_iter()
        .map(|item| ThreadItem {
            may_strike: may_strike(&item),
            at: office.moment(item.at.timestamp_millis()),
            about: item.about,
            kind: item.kind.to_owned(),
            title: item.title,
            detail: item.detail,
            who: item.who,
            late: item.late,
            struck: item.struck,
            significant: item
                .entry
                .and_then(|entry| significant(office, &known.case, &history::to_hex(&entry))),
            entry: item.entry.map(|entry| history::to_hex(&entry)),
        })
        .collect())
}
