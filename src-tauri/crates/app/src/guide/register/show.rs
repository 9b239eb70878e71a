//! A register: what goes into it, when, who keeps it, and its lines.

use guidance::{FieldKind, Register, RegisterField};
use vault::ask::RegisterLine;

use super::super::flow::cited;
use super::answers::{control, moment, options, said};
use super::{kept, known, room_of};
use crate::Office;
use crate::wire::{Fault, LineAnswer, LineConcern, LineRow, RegisterFieldView, RegisterView};
use crate::words;

/// Most lines that are shown at once.
const MOST: u32 = 500;

/// One of the registers a school keeps, with at most so many of its lines. Whoever may not keep it sees what goes into it, and no line.
pub fn register(office: &Office, id: &str, most: u32) -> Result<RegisterView, Fault> {
    let register = known(id)?;
    let mut view = page(register);
    view.may = room_of(office, register)?.is_some();
    if !view.may {
        return Ok(view);
    }
    let most = most.clamp(1, MOST);
    let mut lines: Vec<RegisterLine> = Vec::new();
    let mut places = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        // One more than is shown says that there are more.
        for line in room.register_lines(id, most.saturating_add(1))? {
            places.push((line.id, *kind));
            lines.push(line);
        }
    }
    lines.sort_by_key(|line| (std::cmp::Reverse(line.at), line.id));
    view.more = lines.len() > most as usize;
    lines.truncate(most as usize);
    view.lines = lines
        .into_iter()
        .map(|line| row(office, register, line))
        .collect();
    view.begun = kept::kept(office, id, None, None).map(|(at, _)| moment(office, at));
    Ok(view)
}

/// What goes into it; nothing of a vault is in it.
fn page(register: &Register) -> RegisterView {
    RegisterView {
        id: register.id.to_string(),
        title: register.title.clone(),
        purpose: register.purpose.clone(),
        owner: register
            .owner
            .iter()
            .map(|role| words::role(role))
            .collect(),
        entry_when: register.entry_when.clone(),
        review: register.review.clone(),
        fields: fields(register),
        note: register.note.clone(),
        sources: cited(&register.sources),
        may: false,
        lines: Vec::new(),
        more: false,
        begun: None,
    }
}

pub(super) fn fields(register: &Register) -> Vec<RegisterFieldView> {
    register.fields.iter().map(field).collect()
}

fn field(field: &RegisterField) -> RegisterFieldView {
    let answer = match &field.kind {
        FieldKind::Moment => "a date and a time",
        FieldKind::Day => "a date",
        FieldKind::Words => "words",
        FieldKind::Person => "a person",
        FieldKind::People => "people",
        FieldKind::YesOrNo => "yes or no",
        FieldKind::Number => "a number",
        FieldKind::Email => "an e-mail address",
        FieldKind::Phone => "a telephone number",
        FieldKind::File => "a paper that is kept with it",
        FieldKind::Record => "the number of the concern",
        FieldKind::Signature => "a signature",
        FieldKind::Table => "a line for each",
        FieldKind::Several => "one or several",
        FieldKind::OneOf(_) => "one of these",
        FieldKind::Listed(_) if options(&field.kind).is_empty() => "words",
        FieldKind::Listed(_) => "one of these",
    };
    RegisterFieldView {
        name: field.name.clone(),
        label: field.label.clone(),
        answer: answer.to_owned(),
        control: control(&field.kind),
        options: options(&field.kind),
    }
}

/// A line as its register shows it.
fn row(office: &Office, register: &Register, line: RegisterLine) -> LineRow {
    LineRow {
        id: line.id.to_string(),
        at: moment(office, line.at),
        who: line.who,
        answers: answers(office, register, &line.line),
        concern: line.line.concern.and_then(|id| concern(office, id)),
        struck: line.line.struck.then_some(line.reason),
        corrected: line.versions > 1,
    }
}

/// What was entered, in words.
pub(super) fn answers(
    office: &Office,
    register: &Register,
    line: &domain::register::Line,
) -> Vec<LineAnswer> {
    line.answers
        .iter()
        .map(|answer| {
            let field = register.fields.iter().find(|one| one.name == answer.field);
            LineAnswer {
                field: answer.field.clone(),
                label: answer.label.clone(),
                lines: answer.lines.clone(),
                said: said(office, field, answer),
            }
        })
        .collect()
}

/// The concern a line is about, for whoever may open it.
pub(super) fn concern(office: &Office, id: domain::id::ConcernId) -> Option<LineConcern> {
    let kind = office.room_of_concern(id).ok()?;
    let line = office.room(kind)?.concern_line(id).ok()?;
    Some(LineConcern {
        id: id.to_string(),
        about: line.about,
        record_no: line.record_no,
    })
}
