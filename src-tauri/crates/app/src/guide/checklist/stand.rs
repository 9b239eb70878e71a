//! How each item stands: what was typed, otherwise what the record says.

use domain::case::Kept;
use domain::checklist::{Answer, Filled};
use domain::room::Room as RoomKind;
use guidance::{Checklist, Item};

use super::record::Record;
use crate::Office;
use crate::wire::Fault;

/// An item with its answer.
pub(crate) struct Stands<'p> {
    pub(crate) item: &'p Item,
    pub(crate) lines: Vec<String>,
    pub(crate) unknown: bool,
    /// Where the answer is from.
    pub(crate) from: String,
    /// Nobody typed it.
    pub(crate) by_record: bool,
    /// Other answers that were given at the same time, each with who gave it.
    pub(crate) beside: Vec<String>,
}

impl Stands<'_> {
    /// There is an answer to it.
    pub(crate) fn answered(&self) -> bool {
        !self.lines.is_empty()
    }
}

/// Every item in the order of the form. Once it has gone, what went stands for good; what came back is as it was typed since.
pub(crate) fn stands<'p>(
    office: &Office,
    kind: RoomKind,
    filled: &Filled,
    page: &'p Checklist,
) -> Result<(Vec<Stands<'p>>, Option<domain::id::PupilId>), Fault> {
    let concern = filled.begun.what.concern;
    let concern = concern
        .map(|id| {
            office
                .room(kind)
                .ok_or_else(Fault::stopped)?
                .concern(id)
                .map_err(Fault::from)
        })
        .transpose()?;
    let sent = filled.sent.as_ref();
    let record = Record::read(office, concern, sent.map(|kept| kept.what.clone()))?;
    let went = |item: &Item| {
        let answers = sent.map(|kept| kept.what.answers.iter());
        answers?.find(|answer| answer.item == *item.id)
    };
    let after = |item: &Item| {
        let mut sections = page.sections.iter().filter(|section| section.after);
        sections.any(|section| section.items.iter().any(|one| one.id == item.id))
    };
    let all = page.items().map(|item| {
        if let (Some(answer), false) = (went(item), after(item)) {
            return Stands {
                item,
                lines: answer.lines.clone(),
                unknown: answer.unknown,
                from: answer.from.clone(),
                by_record: false,
                beside: Vec::new(),
            };
        }
        let typed: Vec<&Kept<Answer>> = filled.answers_to(&item.id).collect();
        let holds = typed.last().filter(|kept| {
            // One that was taken back lets the record speak again.
            !kept.what.lines.is_empty() || kept.what.unknown
        });
        match (holds, record.says(item)) {
            (Some(kept), _) => Stands {
                item,
                lines: kept.what.lines.clone(),
                unknown: kept.what.unknown,
                from: said_by(office, kept),
                by_record: false,
                beside: beside(office, &typed, kept),
            },
            (None, Some(said)) => Stands {
                item,
                lines: said.lines,
                unknown: false,
                from: said.from.to_owned(),
                by_record: true,
                beside: Vec::new(),
            },
            (None, None) => Stands {
                item,
                lines: Vec::new(),
                unknown: false,
                from: String::new(),
                by_record: false,
                beside: Vec::new(),
            },
        }
    });
    Ok((all.collect(), record.pupil()))
}

/// `Ruth Calloway, 11:12`.
fn said_by(office: &Office, kept: &Kept<Answer>) -> String {
    let at = office.moment(kept.step.written.timestamp_millis());
    format!("{}, {at}", kept.step.author.name)
}

fn beside(office: &Office, typed: &[&Kept<Answer>], holds: &Kept<Answer>) -> Vec<String> {
    typed
        .iter()
        .filter(|kept| kept.step.entry != holds.step.entry)
        .map(|kept| {
            let said = match (kept.what.unknown, kept.what.lines.is_empty()) {
                (true, _) => "Not known".to_owned(),
                (false, true) => "Taken back".to_owned(),
                (false, false) => kept.what.lines.join(", "),
            };
            format!("{said} ({})", said_by(office, kept))
        })
        .collect()
}
