//! What was done in the walks about a concern, for its page and its papers.

use domain::case::Kept;
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use domain::step::Step;
use domain::walk::{Stepped, Walk};

use super::second;
use crate::Office;
use crate::casework::CaseStep;
use crate::wire::Fault;

/// Everything that was done in them as steps of the concern, each walk oldest first.
pub(crate) fn steps_of_walks(
    office: &Office,
    kind: RoomKind,
    concern: ConcernId,
) -> Result<Vec<CaseStep>, Fault> {
    let Some(room) = office.room(kind) else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for line in room.walks_of(concern)? {
        of_walk(office, &room.walk_through(line.id)?, &mut all);
    }
    Ok(all)
}

fn of_walk(office: &Office, walk: &Walk, all: &mut Vec<CaseStep>) {
    let begun = &walk.begun.what;
    let which = format!("{} {}", begun.number, begun.title);
    let title = format!("Flowchart {which} begun");
    all.push(step(&walk.begun.step, title, String::new()));
    let here = walk.begun.what.concern;
    let puts = walk.puts.all.iter();
    for put in puts.filter(|put| Some(put.what.concern) == here) {
        let title = format!("Flowchart {which} put to this concern");
        let detail = put.what.reason.clone();
        all.push(step(&put.step, title, detail));
    }
    let id = walk.id.to_string();
    let one = |kept: &Kept<Stepped>, after: &str| {
        let title = format!("{}: {}{after}", begun.number, what_was_done(&kept.what));
        let second = second::said(office, &id, kept);
        let second = second.map(|second| format!(" Signed with {second}."));
        let detail = format!("{}{}", kept.what.note, second.unwrap_or_default());
        step(&kept.step, title, detail)
    };
    all.extend(walk.taken.iter().map(|kept| one(kept, "")));
    let aside = " (at the same time on another laptop, not followed)";
    all.extend(walk.beside.iter().map(|kept| one(kept, aside)));
    let last = walk.taken.last();
    if let Some(ended) = &walk.ended {
        let title = format!("Flowchart {which} ended early");
        all.push(step(&ended.step, title, ended.what.reason.clone()));
    } else if let (None, Some(last)) = (&walk.at, last) {
        let title = format!("Flowchart {which} gone through to its end");
        all.push(step(&last.step, title, String::new()));
    }
    if walk.needs_newer {
        let title = format!("Flowchart {which} has steps that need a newer Strongroom");
        let last = last.map_or(&walk.begun.step, |kept| &kept.step);
        all.push(step(last, title, String::new()));
    }
}

/// What was done, in words that stand by themselves.
fn what_was_done(said: &Stepped) -> String {
    match (said.back, said.skipped, said.answer.as_str()) {
        (true, ..) => format!("Back from: {}", said.title),
        (_, true, _) => format!("Not done: {}", said.title),
        (_, _, "") => said.title.clone(),
        (_, _, answer) => format!("{} {answer}", said.title),
    }
}

fn step(of: &Step, title: String, detail: String) -> CaseStep {
    CaseStep {
        entry: None,
        at: of.written,
        about: false,
        kind: "walk",
        title,
        detail,
        who: of.author.name.clone(),
        late: None,
        struck: None,
        whose: None,
    }
}
