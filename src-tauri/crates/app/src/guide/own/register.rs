//! Between a register and what the editor fills. Names are made here, and none is ever used again for something else.

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::own_guidance::Sort;
use domain::room::Room as RoomKind;
use guidance::{
    Every, FieldKind, Grant, LateRule, OWN_REGISTER, Register, RegisterField, RegisterGroup,
};

use super::super::register::{answered_by, shipped};
use super::form::{id, kind, lines, name_of, one_line, own, words};
use super::load::register_now;
use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Fault, FaultKind, FieldEdit, Problem, RegisterForm};

/// What the names of fields that a school adds begin with, so that none of ours ever has the same.
const OWN_FIELD: &str = "own_";
/// What a field that a school adds may be answered by.
const KINDS: [&str; 14] = [
    "text",
    "date",
    "datetime",
    "person",
    "people",
    "yes_no",
    "one_of",
    "number",
    "email",
    "phone",
    "record",
    "file",
    "table",
    "signature",
];
/// So many words of a title stand in a name.
const WORDS: usize = 4;

/// The register as it ships; none where it is one of the school's own.
pub(super) fn ours(id: &str) -> Result<Option<&'static Register>, Fault> {
    shipped(id)
}

/// Whether whoever is in may say what a register asks: the leads, of those they keep.
pub(crate) fn may_change(office: &Office, register: &Register) -> Result<bool, Fault> {
    let role = office.sitting()?.role();
    Ok(guidance::may(role, Grant::PupilRecordAll) && guidance::may(role, register.grant()))
}

/// Refuses in one sentence where they may not. An empty name is a new one.
pub(super) fn need_change(office: &Office, id: &str) -> Result<(), Fault> {
    need(office, Right::Guidance)?;
    match ours(id)? {
        Some(ours) if !may_change(office, ours)? => Err(Fault::new(
            FaultKind::NotAllowed,
            "Whoever keeps this register says what it asks.",
        )
        .kept("Nothing was changed.")),
        Some(_) | None => Ok(()),
    }
}

/// A register as it is edited; the empty one that a new one begins with where no name is given.
pub(super) fn form(office: &Office, id: &str) -> Result<RegisterForm, Fault> {
    if id.is_empty() {
        return Ok(RegisterForm {
            owner: vec!["dsl".to_owned()],
            ..RegisterForm::default()
        });
    }
    let ours = ours(id)?;
    let now = match (register_now(office, id), ours) {
        (Ok(now), _) => now.page,
        // To keep it as edited is refused: what was not read would be written over.
        (Err(_), Some(ours)) => Cow::Borrowed(ours),
        (Err(fault), None) => return Err(fault),
    };
    Ok(of_register(&now, ours))
}

fn of_register(register: &Register, ours: Option<&Register>) -> RegisterForm {
    let is_ours =
        |name: &str| ours.is_some_and(|ours| ours.fields.iter().any(|field| field.name == name));
    let rule = register.late.iter().find(|rule| rule.own);
    let first = |all: Option<&Vec<String>>| all.and_then(|all| all.first()).cloned();
    RegisterForm {
        id: register.id.to_string(),
        base: Vec::new(),
        compared: false,
        ours: ours.is_some(),
        title: register.title.clone(),
        purpose: register.purpose.clone(),
        owner: register.owner.iter().map(ToString::to_string).collect(),
        entry_when: register.entry_when.clone(),
        every: register.every.as_ref().map(name_of).unwrap_or_default(),
        note: register.note.clone(),
        fields: register
            .fields
            .iter()
            .map(|field| FieldEdit {
                id: field.name.clone(),
                label: field.label.clone(),
                kind: field.kind.name().to_owned(),
                answer: answered_by(&field.kind).to_owned(),
                options: field.kind.options().to_vec(),
                ours: is_ours(&field.name),
            })
            .collect(),
        by: first(rule.map(|rule| &rule.by)).unwrap_or_default(),
        done: first(rule.map(|rule| &rule.unless)).unwrap_or_default(),
    }
}

/// The register that a form makes, with everything that is wrong with it.
pub(super) fn made(
    office: &Office,
    form: &RegisterForm,
    version: u32,
) -> Result<(Register, Vec<Problem>), Fault> {
    need_change(office, &form.id)?;
    let ours = ours(&form.id)?;
    let from = match form.id.as_str() {
        "" => None,
        id => Some(register_now(office, id)?.page),
    };
    let mut problems = Vec::new();
    let mut refuse = |field: &str, say: String| {
        problems.push(Problem {
            field: field.to_owned(),
            say,
        });
    };
    let stood = from.as_deref().map_or(&[][..], |from| &from.fields);
    let mut taken = ever_named(office, &form.id)?;
    taken.extend(stood.iter().map(|field| field.name.clone()));
    let mut fields: Vec<RegisterField> = Vec::new();
    // Under which name each is kept that the form calls something else.
    let mut named: Vec<(&str, String)> = Vec::new();
    for (at, edit) in form.fields.iter().enumerate() {
        let label = one_line(&edit.label);
        let place = format!("field-{at}");
        let before = stood.iter().find(|field| field.name == edit.id);
        let options = lines(&edit.options);
        let kind = match before {
            Some(before) if before.kind.name() != edit.kind => {
                refuse(
                    &place,
                    "How this is answered stays as it is, so that what was entered can be read. Take it out and add another".to_owned(),
                );
                before.kind.clone()
            }
            Some(before) if edit.ours || edit.kind != "one_of" => before.kind.clone(),
            Some(_) => FieldKind::OneOf(options),
            None if !KINDS.contains(&edit.kind.as_str()) => {
                refuse(&place, "Choose how it is answered".to_owned());
                FieldKind::Words
            }
            None => FieldKind::named(&edit.kind, options).unwrap_or(FieldKind::Words),
        };
        let name = match before {
            Some(before) => before.name.clone(),
            None => {
                let name = fresh(&label, &taken);
                taken.insert(name.clone());
                name
            }
        };
        named.push((&edit.id, name.clone()));
        let ahead = match before {
            Some(before) if edit.ours => before.ahead,
            Some(_) | None => !form.by.is_empty() && form.by == edit.id,
        };
        fields.push(RegisterField {
            name,
            label,
            ahead: ahead && matches!(kind, FieldKind::Day | FieldKind::Moment),
            kind,
        });
    }
    for field in ours.map_or(&[][..], |ours| &ours.fields) {
        if !fields.iter().any(|one| one.name == field.name) {
            refuse(
                "fields",
                format!(
                    "\u{201c}{}\u{201d} stays: alerts, late marks and reports read it. It can be called something else",
                    field.label
                ),
            );
        }
    }
    let every: Option<Every> = match form.every.as_str() {
        "" => None,
        every => Some(kind(every, "rhythm")?),
    };
    let name_in = |edit: &str| {
        let found = named.iter().find(|(id, _)| *id == edit);
        found.map_or_else(|| edit.to_owned(), |(_, name)| name.clone())
    };
    let mut late: Vec<LateRule> = ours.map_or_else(Vec::new, |ours| ours.late.clone());
    late.extend(rule(form, &fields, name_in));
    let title = one_line(&form.title);
    if same_title(office, &form.id, &title)? {
        refuse(
            "page",
            format!("There is a register called \u{201c}{title}\u{201d} already"),
        );
    }
    let review = match ours {
        Some(ours) if ours.every == every => ours.review.clone(),
        Some(_) | None => every.map_or_else(String::new, |every| upper(every.said())),
    };
    let register = Register {
        id: id(&form.id),
        version,
        group: ours.map_or(RegisterGroup::Own, |ours| ours.group),
        title,
        purpose: words(&form.purpose),
        owner: form.owner.iter().map(|owner| id(owner)).collect(),
        entry_when: words(&form.entry_when),
        review,
        every,
        put_away: from.as_deref().is_some_and(|from| from.put_away),
        kinds: ours.map_or_else(Vec::new, |ours| ours.kinds.clone()),
        late,
        fill: ours.map_or_else(Vec::new, |ours| ours.fill.clone()),
        needs: ours.map_or_else(Vec::new, |ours| ours.needs.clone()),
        certificate: ours.and_then(|ours| ours.certificate.clone()),
        fields,
        note: words(&form.note),
        sources: ours.map_or_else(Vec::new, |ours| ours.sources.clone()),
    };
    problems.extend(faults(&register)?);
    Ok((register, problems))
}

/// Refuses a register that is not sound, by place.
pub(super) fn sound(register: &Register) -> Result<(), Fault> {
    crate::office::create_refuse(faults(register)?)
}

fn faults(register: &Register) -> Result<Vec<Problem>, Fault> {
    let found = guidance::check_own_register(register)
        .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let found = found.into_iter().map(|fault| Problem {
        field: match fault.field.as_str() {
            "title" => "page".to_owned(),
            _ => fault.field,
        },
        say: fault.say,
    });
    Ok(found.collect())
}

/// The rule of the school's own by which a line is late, where it has one.
fn rule(
    form: &RegisterForm,
    fields: &[RegisterField],
    name_in: impl Fn(&str) -> String,
) -> Option<LateRule> {
    if form.by.is_empty() {
        return None;
    }
    let done = name_in(&form.done);
    let label = fields.iter().find(|field| field.name == done);
    Some(LateRule {
        own: true,
        by: vec![name_in(&form.by)],
        unless: Some(done)
            .filter(|done| !done.is_empty())
            .into_iter()
            .collect(),
        say: label.map_or_else(String::new, |field| {
            format!("\u{201c}{}\u{201d} is not filled in", field.label)
        }),
        ..LateRule::default()
    })
}

/// What a register says of whose it is: by whom it was last changed.
pub(super) fn signed(register: &mut Register, by: &str) {
    register.sources.extend(own(by));
}

/// A name for a new register: of its first words, with something that no other laptop makes.
pub(super) fn new_id(title: &str, random: [u8; 4]) -> String {
    let words = slug(title, "-");
    let words = match words.as_str() {
        "" => "register",
        words => words,
    };
    format!("{OWN_REGISTER}{words}-{}", history::to_hex(&random))
}

/// A name for a new field that nothing in the register ever had.
fn fresh(label: &str, taken: &BTreeSet<String>) -> String {
    let words = slug(label, "_");
    let wanted = match words.as_str() {
        "" => format!("{OWN_FIELD}field"),
        words => format!("{OWN_FIELD}{words}"),
    };
    let mut name = wanted.clone();
    let mut n = 2_usize;
    while taken.contains(&name) {
        name = format!("{wanted}_{n}");
        n += 1;
    }
    name
}

fn slug(words: &str, between: &str) -> String {
    let plain = vault::ask::plain(words);
    let words = plain.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(WORDS).collect();
    words.join(between)
}

/// Every name a field of the register had in any of its versions.
fn ever_named(office: &Office, id: &str) -> Result<BTreeSet<String>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let versions = room.versions_of_page(Sort::Register, id)?;
    let pages = versions.versions.iter().map(|kept| kept.page());
    Ok(pages
        .filter_map(|page| guidance::register_from(&page).ok())
        .flat_map(|page| page.fields)
        .map(|field| field.name)
        .collect())
}

fn same_title(office: &Office, id: &str, title: &str) -> Result<bool, Fault> {
    let title = title.to_lowercase();
    Ok(super::super::register::registers_named(office)?
        .iter()
        .any(|other| other.id != *id && other.title.to_lowercase() == title))
}

fn upper(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
