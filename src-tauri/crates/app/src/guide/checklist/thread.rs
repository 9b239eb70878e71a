//! What was done with the checklists about a concern, for its page and its papers: begun, sent, put away. Each answer stands in the
//! checklist itself.

use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use domain::step::Step;

use super::send::how_said;
use super::stand::referral_struck;
use crate::Office;
use crate::casework::CaseStep;
use crate::wire::Fault;

/// Everything that was done with them as steps of the concern.
pub(crate) fn steps_of_checklists(
    office: &Office,
    kind: RoomKind,
    concern: ConcernId,
) -> Result<Vec<CaseStep>, Fault> {
    let Some(room) = office.room(kind) else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for line in room.checklists_of(concern)? {
        let filled = room.filled_checklist(line.id)?;
        let title = &filled.begun.what.title;
        all.push(step(
            &filled.begun.step,
            format!("Checklist \u{201c}{title}\u{201d} begun"),
            String::new(),
        ));
        let here = filled.begun.what.concern;
        let puts = filled.puts.all.iter();
        for put in puts.filter(|put| Some(put.what.concern) == here) {
            all.push(step(
                &put.step,
                format!("Checklist \u{201c}{title}\u{201d} put to this concern"),
                put.what.reason.clone(),
            ));
        }
        for kept in filled.sent_before.iter().chain(&filled.sent) {
            let sent = &kept.what;
            let (done, how) = match (how_said(&sent.how), filled.never_went(kept)) {
                ("", false) => ("done", String::new()),
                ("", true) => ("said to be done, and opened again", String::new()),
                (how, false) => ("sent", format!("{how}.")),
                (how, true) => ("said to be sent, and it was not", format!("{how}.")),
            };
            let reference = match sent.reference.as_str() {
                "" => String::new(),
                reference => format!("Ref {reference}."),
            };
            let answered = sent.answers.iter().filter(|one| !one.lines.is_empty());
            let count = format!("{} answers went.", answered.count());
            let struck = room.concern(concern).ok();
            let struck = struck.and_then(|concern| referral_struck(&concern, &filled, kept));
            let struck =
                struck.map(|why| format!("Its referral is struck as written by mistake: {why}"));
            let detail = [
                how,
                sent.person.clone(),
                reference,
                sent.words.clone(),
                count,
                struck.unwrap_or_default(),
            ];
            let detail: Vec<String> = detail.into_iter().filter(|part| !part.is_empty()).collect();
            let step = step(
                &kept.step,
                format!("Checklist \u{201c}{title}\u{201d} {done}"),
                detail.join(" "),
            );
            all.push(CaseStep {
                at: sent.at.unwrap_or(step.at),
                ..step
            });
        }
        for kept in filled.dropped_before.iter().chain(&filled.dropped) {
            all.push(step(
                &kept.step,
                format!("Checklist \u{201c}{title}\u{201d} put away unsent"),
                kept.what.reason.clone(),
            ));
        }
        all.extend(filled.reopened.iter().map(|kept| {
            step(
                &kept.step,
                format!("Checklist \u{201c}{title}\u{201d} opened again"),
                kept.what.reason.clone(),
            )
        }));
    }
    Ok(all)
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
