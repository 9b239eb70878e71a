//! Who belongs to the child, from their page.

use super::{PUPIL, Record, Said, listed, said, together};
use crate::wire::TieView;

/// What a referral must know before anybody is rung about it.
fn ring(tie: &TieView) -> &'static str {
    match tie.ring.as_str() {
        "no" => "do not ring",
        "ask" => "ask us before ringing",
        _ => "",
    }
}

fn responsibility(tie: &TieView) -> &'static str {
    match tie.responsibility.as_str() {
        "yes" => "parental responsibility",
        "no" => "no parental responsibility",
        _ => "",
    }
}

/// Name, what they are, how to reach them.
fn line(tie: &TieView) -> String {
    let reach: Vec<String> = tie
        .reach
        .iter()
        .map(|reach| match reach.note.as_str() {
            "" => reach.value.replace('\n', ", "),
            note => format!("{} ({note})", reach.value.replace('\n', ", ")),
        })
        .collect();
    let facts = [
        tie.name.as_str(),
        &tie.relation_title.to_lowercase(),
        &tie.detail,
        responsibility(tie),
        ring(tie),
    ];
    together(facts.into_iter().chain(reach.iter().map(String::as_str)))
}

fn at_home(tie: &TieView) -> bool {
    matches!(tie.lives_with.as_str(), "yes" | "part")
}

/// Where the child lives, and with whom.
pub(super) fn household(record: &Record<'_>) -> Option<Said> {
    let around = record.around.as_ref()?;
    let here: Vec<&TieView> = around
        .family
        .iter()
        .chain(&around.children)
        .filter(|tie| at_home(tie))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    for tie in &here {
        for reach in tie.reach.iter().filter(|reach| reach.way == "address") {
            let address = reach.value.replace('\n', ", ");
            if !lines.contains(&address) {
                lines.push(address);
            }
        }
    }
    lines.extend(here.iter().map(|tie| {
        let part = match tie.lives_with.as_str() {
            "part" => "part of the week",
            _ => "",
        };
        together([tie.name.as_str(), &tie.relation_title.to_lowercase(), part])
    }));
    said(PUPIL, lines.join("\n"))
}

/// Parents and carers, and whoever else is rung about the child.
pub(super) fn carers(record: &Record<'_>) -> Option<Said> {
    let family = record.around.as_ref()?.family.iter();
    let carers = family.filter(|tie| tie.responsibility == "yes" || tie.rank.is_some());
    listed(PUPIL, carers.map(line).collect())
}

/// Brothers, sisters and other children.
pub(super) fn siblings(record: &Record<'_>) -> Option<Said> {
    let around = record.around.as_ref()?;
    listed(PUPIL, around.children.iter().map(line).collect())
}

/// Relatives who are not carers.
pub(super) fn relatives(record: &Record<'_>) -> Option<Said> {
    let family = record.around.as_ref()?.family.iter();
    let others = family.filter(|tie| tie.responsibility != "yes" && tie.rank.is_none());
    listed(PUPIL, others.map(line).collect())
}

/// Professionals of other agencies; the social worker alone where one is asked for.
pub(super) fn agencies(record: &Record<'_>, social_worker: bool) -> Option<Said> {
    let all = record.around.as_ref()?.agencies.iter();
    let wanted = all.filter(|tie| !social_worker || tie.relation == "social-worker");
    listed(PUPIL, wanted.map(line).collect())
}
