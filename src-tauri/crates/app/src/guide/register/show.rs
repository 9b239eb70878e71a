//! A register: what goes into it, when, who keeps it, and its lines.

use domain::own_guidance::Sort;
use guidance::{FieldKind, OWN_REGISTER, Register, RegisterField};
use vault::ask::RegisterLine;

use super::super::flow::{cited, own_said};
use super::super::own::{changing, may_change, register_now};
use super::answers::{control, options, said};
use super::rhythm::{every_line, rhythm};
use super::{kept, known, opened, room_of};
use crate::Office;
use crate::wire::{
    Fault, LineAnswer, LineBegun, LineConcern, LineRow, RegisterFieldView, RegisterView,
};
use crate::words;

/// So many lines are shown at once.
const SOME: usize = 50;

/// One of the registers a school keeps, with its latest lines, or those after one of them. Whoever may not keep it sees what goes into
/// it, and no line.
pub fn register(office: &Office, id: &str, after: Option<&str>) -> Result<RegisterView, Fault> {
    let register = &*known(office, id)?;
    let mut view = page(register);
    view.may = room_of(office, register)?.is_some();
    view.may_change = may_change(office, register)?;
    view.changing = view.may_change && changing(office, Sort::Register, id);
    view.said = match register_now(office, id) {
        Ok(now) => own_said(office, &now),
        // Ours is shown in its place, and the page says why.
        Err(fault) => Some(fault.say),
    };
    if !view.may {
        return Ok(view);
    }
    let after = after.map(|line| opened(office, line)).transpose()?;
    let after = after.and_then(|(_, id, entered)| {
        let first = entered.first()?;
        Some((first.step.written.timestamp_millis(), id))
    });
    let mut lines: Vec<RegisterLine> = Vec::new();
    for room in office.sitting()?.rooms.values() {
        // One more than is shown says that there are more.
        lines.extend(room.register_lines(id, after, SOME as u32 + 1)?);
    }
    lines.sort_by_key(|line| (std::cmp::Reverse(line.at), line.id));
    view.more = lines.len() > SOME;
    lines.truncate(SOME);
    view.lines = lines
        .into_iter()
        .map(|line| row(office, register, line))
        .collect();
    let counted = every_line(office, register)?;
    let rhythm = rhythm(office, register, &counted)?;
    for line in &mut view.lines {
        let late = rhythm.late.iter().find(|late| late.line == line.id);
        line.late = late.map(|late| late.say.clone());
        let coming = rhythm.coming.iter().find(|one| one.line == line.id);
        line.coming = coming.map(|one| one.say.clone());
    }
    view.rhythm = Some(rhythm);
    view.begun = kept::begun(office, id)?
        .into_iter()
        .map(|(at, form)| LineBegun {
            line: form.line,
            concern: form
                .concern
                .and_then(|id| concern(office, id.parse().ok()?)),
            at: office.dated(at),
        })
        .collect();
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
        own: register.id.starts_with(OWN_REGISTER),
        put_away: register.put_away,
        said: None,
        may_change: false,
        changing: false,
        sources: cited(&register.sources),
        may: false,
        lines: Vec::new(),
        more: false,
        begun: Vec::new(),
        rhythm: None,
        certificate: register
            .certificate
            .as_ref()
            .map(|paper| paper.title.clone()),
    }
}

pub(super) fn fields(register: &Register) -> Vec<RegisterFieldView> {
    let one = |of: &RegisterField| RegisterFieldView {
        unless_said: super::fill::unless_said(register, &of.name),
        ..field(of)
    };
    register.fields.iter().map(one).collect()
}

/// What answers a field, in words.
pub(in crate::guide) fn answered_by(kind: &FieldKind) -> &'static str {
    match kind {
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
        FieldKind::Listed(_) if options(kind).is_empty() => "words",
        FieldKind::Listed(_) => "one of these",
    }
}

fn field(field: &RegisterField) -> RegisterFieldView {
    RegisterFieldView {
        name: field.name.clone(),
        label: field.label.clone(),
        answer: answered_by(&field.kind).to_owned(),
        control: control(&field.kind),
        ahead: field.ahead,
        options: options(&field.kind),
        unless_said: None,
    }
}

/// A line as its register shows it.
pub(super) fn row(office: &Office, register: &Register, line: RegisterLine) -> LineRow {
    LineRow {
        id: line.id.to_string(),
        at: office.dated(line.at),
        who: line.who,
        answers: answers(office, Some(register), &line.line),
        concern: line.line.concern.and_then(|id| concern(office, id)),
        struck: line.line.struck.then_some(line.reason),
        late: None,
        coming: None,
        corrected: line.versions > 1,
        beside: line.heads > 1,
    }
}

/// What was entered, in words.
pub(super) fn answers(
    office: &Office,
    register: Option<&Register>,
    line: &domain::register::Line,
) -> Vec<LineAnswer> {
    line.answers
        .iter()
        .map(|answer| {
            let fields = register.map_or(&[][..], |register| &register.fields);
            let field = fields.iter().find(|one| one.name == answer.field);
            LineAnswer {
                field: answer.field.clone(),
                label: answer.label.clone(),
                lines: answer.lines.clone(),
                about: answer.about,
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
