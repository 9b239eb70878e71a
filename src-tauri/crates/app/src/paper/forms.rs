//! Forms to fill in and sign by hand: an agreement, and a line of any register; blank, or one for each of a class.

use guidance::{AgreedBy, Agreement, FieldKind, Holds, Register, RegisterField, Signer};
use papers::{FormField, FormSheet, FormSpace, FormsFacts, LaidOut, Style};

use super::About;
use super::facts::{labelled, printed};
use crate::Office;
use crate::guide::{agreement_named, class_lines, field_options, register_kept};
use crate::wire::{Fault, FaultKind};

type Laid = (LaidOut, String, Option<About>);

/// The register that signatures are written in.
const SIGNATURES: &str = "aup-signatures";
/// What stands in the box at the top of a form: it goes home with children, and is no record yet.
const MARKING: &str = "Form to fill in";

/// For whom forms are printed.
pub(super) struct Whose {
    /// One for each of this class; one blank form where none is given.
    pub(super) class: Option<String>,
    /// Only for those who have none that holds.
    pub(super) only_without: bool,
    /// What they are printed for.
    pub(super) purpose: String,
}

/// An agreement as a form to sign.
pub(super) fn agreement(office: &mut Office, id: &str, whose: &Whose) -> Result<Laid, Fault> {
    let agreement = agreement_named(id)?;
    let names = names(office, SIGNATURES, whose)?;
    let sheet = |name: &str| agreement_sheet(agreement, name, whose.class.as_deref());
    let title = format!("Agreement: {}", agreement.title);
    let sheets = names.iter().map(|name| sheet(name)).collect();
    lay_out(office, SIGNATURES, (title, sheets), whose)
}

/// A line of a register as a form to fill in.
pub(super) fn line(office: &mut Office, id: &str, whose: &Whose) -> Result<Laid, Fault> {
    let (register, _) = register_kept(office, id)?;
    let names = match whose.class {
        Some(_) => names(office, id, whose)?,
        None => vec![String::new()],
    };
    let sheets = names.iter().map(|name| line_sheet(&register, name));
    let (title, sheets) = (register.title.clone(), sheets.collect());
    lay_out(office, id, (title, sheets), whose)
}

fn lay_out(
    office: &Office,
    id: &str,
    (title, sheets): (String, Vec<FormSheet>),
    whose: &Whose,
) -> Result<Laid, Fault> {
    let (_, room) = register_kept(office, id)?;
    let mut printed = printed(office, &[room], &whose.purpose, None)?;
    printed.marking = MARKING.to_owned();
    let laid_out = papers::forms(&FormsFacts {
        printed,
        title,
        sheets,
    })?;
    let about = About {
        room,
        what: "register",
        id: id.to_owned(),
        purpose: whose.purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    Ok((laid_out, format!("strongroom-form-{id}.pdf"), Some(about)))
}

/// Whose names are printed; one without a name where no class is chosen.
fn names(office: &Office, register: &str, whose: &Whose) -> Result<Vec<String>, Fault> {
    let Some(class) = &whose.class else {
        return Ok(vec![String::new()]);
    };
    let pupils = class_lines(office, register, class)?.pupils.into_iter();
    let names: Vec<String> = pupils
        .filter(|pupil| !whose.only_without || pupil.stands != "holds")
        .map(|pupil| pupil.name)
        .collect();
    if names.is_empty() {
        return Err(Fault::new(
            FaultKind::Refused,
            "Everybody of this class has one that holds, so there is no form to print.",
        )
        .kept("Nothing was printed.")
        .next("Print the forms of the whole class, or choose another."));
    }
    Ok(names)
}

fn field(label: &str, hint: &str, space: FormSpace) -> FormField {
    FormField {
        label: label.to_owned(),
        hint: hint.to_owned(),
        space,
    }
}

fn agreement_sheet(agreement: &Agreement, name: &str, class: Option<&str>) -> FormSheet {
    let mut words = vec![labelled(Style::Account, "For", &agreement.for_whom, None)];
    if !agreement.before.is_empty() {
        words.push(labelled(Style::Account, "", &agreement.before, None));
    }
    let of_pupils = agreement.of == AgreedBy::Pupils;
    let mut fields = Vec::new();
    if name.is_empty() && of_pupils {
        fields.push(field("Name and class", "", FormSpace::Lines(1)));
    }
    if of_pupils {
        fields.push(field("Adults I trust", "", FormSpace::Lines(1)));
    }
    if agreement.holds == Holds::Visit {
        fields.push(field("Organisation", "", FormSpace::Lines(1)));
        fields.push(field(
            "Accompanied by",
            "Who goes with you, and the time of the visit.",
            FormSpace::Lines(1),
        ));
    }
    fields.push(field(
        "What the school has agreed to that differs",
        "With the name of whoever agreed to it. May stay empty.",
        FormSpace::Lines(1),
    ));
    if agreement.signs.contains(&Signer::Parent) {
        let help = "I do not agree, or I would like the school\u{2019}s help with this.";
        fields.push(field(
            "For parents and carers",
            "Tick only if so.",
            FormSpace::Boxes(vec![help.to_owned()]),
        ));
    }
    FormSheet {
        whose: match (name, class) {
            (name, Some(class)) if !name.is_empty() && !class.is_empty() => {
                format!("{name}, {class}")
            }
            (name, _) => name.to_owned(),
        },
        words,
        statements: agreement.statements.clone(),
        fields,
        before_signing: format!(
            "I have read this, or it was read to me, and I keep to it. It holds {}. Version {}.",
            agreement.holds.said(),
            agreement.version.as_str()
        ),
        sign: agreement
            .signs
            .iter()
            .map(|signer| row(signs(*signer)))
            .collect(),
    }
}

fn signs(signer: Signer) -> &'static [(&'static str, f32)] {
    match signer {
        Signer::Child => &[("Child, name or signature", 5.0), ("Date", 2.0)],
        Signer::Parent => &[
            ("Parent or carer, signature", 3.0),
            ("Name in print", 3.0),
            ("Date", 1.4),
        ],
        Signer::Adult => &[
            ("Signature", 3.0),
            ("Name in print", 3.0),
            ("Job or organisation", 2.4),
            ("Date", 1.4),
        ],
    }
}

fn row(lines: &[(&str, f32)]) -> Vec<(String, f32)> {
    let lines = lines.iter();
    lines
        .map(|(name, share)| ((*name).to_owned(), *share))
        .collect()
}

fn line_sheet(register: &Register, name: &str) -> FormSheet {
    let person = register
        .fields
        .iter()
        .find(|field| field.kind == FieldKind::Person)
        .filter(|_| !name.is_empty())
        .map(|field| field.name.as_str());
    let asked = register
        .fields
        .iter()
        .filter(|one| one.kind != FieldKind::Signature && Some(one.name.as_str()) != person);
    let mut sign: Vec<Vec<(String, f32)>> = register
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Signature)
        .map(|field| {
            row(&[
                (field.label.as_str(), 3.0),
                ("Name in print", 3.0),
                ("Date", 1.4),
            ])
        })
        .collect();
    if sign.is_empty() {
        sign.push(row(&[
            ("Filled in by, signature", 3.0),
            ("Name in print", 3.0),
            ("Date", 1.4),
        ]));
    }
    sign.push(row(&[("Written into the register by", 4.4), ("On", 1.4)]));
    FormSheet {
        whose: name.to_owned(),
        words: vec![labelled(
            Style::Account,
            "What it is for",
            &register.purpose,
            None,
        )],
        statements: Vec::new(),
        fields: asked.map(asked_for).collect(),
        before_signing: String::new(),
        sign,
    }
}

fn asked_for(one: &RegisterField) -> FormField {
    let options = field_options(&one.kind);
    let (hint, space) = match &one.kind {
        _ if !options.is_empty() => ("", FormSpace::Boxes(options)),
        FieldKind::Words => ("", FormSpace::Lines(2)),
        FieldKind::Moment => ("Date and time.", FormSpace::Lines(1)),
        FieldKind::Day => ("Date.", FormSpace::Lines(1)),
        FieldKind::Record => (
            "Number of the concern, if there is one.",
            FormSpace::Lines(1),
        ),
        FieldKind::File => ("Keep it with this form.", FormSpace::Lines(1)),
        FieldKind::Table | FieldKind::People | FieldKind::Several => {
            ("One on each line.", FormSpace::Lines(3))
        }
        FieldKind::Person
        | FieldKind::YesOrNo
        | FieldKind::Number
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::Signature
        | FieldKind::OneOf(_)
        | FieldKind::Listed(_) => ("", FormSpace::Lines(1)),
    };
    field(&one.label, hint, space)
}
