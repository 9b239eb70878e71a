//! Writing the same line for several people: all of them or none.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::id::{LineId, PupilId};
use domain::register::{Answered, LINE, Line, PART_LINE};
use domain::room::Room as RoomKind;
use guidance::{AgreedBy, Agreement, Register};
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::super::agreement::{class_of, key};
use super::super::need;
use super::{POLICY, kept, kinds, register_of};
use crate::Office;
use crate::wire::{Done, Fault, FaultKind, Problem, SeveralForm, SeveralWritten, Topic};

/// The most that are written at once: a whole school in one go is a slip.
const MOST: usize = 400;
/// The longest name or word of a field, in characters.
const LONGEST: usize = 200;
/// What a signature on paper is written as.
const ON_PAPER: &str = "Signed on paper";

/// Somebody a line is written for.
struct Person {
    name: String,
    class: String,
}

/// Signs one line of the register for each of them, in one step: all of them, or none. When this returns they are on the disk.
pub fn write_several(
    office: &mut Office,
    form: SeveralForm,
) -> Result<Done<SeveralWritten>, Fault> {
    let (register, agreement) = register_of(office, form.agreement.as_deref())?;
    let register = &*register;
    let room = need(office, register)?;
    let people = people(office, &form, agreement)?;
    let problems = problems(office, &form, (register, agreement), people.len());
    if !problems.is_empty() {
        let mut fault = Fault::new(FaultKind::Refused, "Something is still to be put right.")
            .kept("Nothing was signed, and what you typed is still here.");
        fault.problems = problems;
        return Err(fault);
    }
    let total = people.len();
    let mut entries = Vec::with_capacity(total);
    for person in &people {
        let line = match agreement {
            Some(agreement) => signed(register, agreement, &form, person),
            None => read(register, &form, person),
        };
        let part = serde_json::to_vec(&line).map_err(|_| Fault::stopped())?;
        let mut id = [0; 16];
        office.around.rng.fill_bytes(&mut id);
        entries.push(NewEntry {
            kind: LINE,
            subjects: vec![LineId(id).0],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![(PART_LINE, Zeroizing::new(part))],
            blobs: Vec::new(),
        });
    }
    office.write(room, entries)?;
    kept::forget(office, form.agreement.as_deref());
    Ok(Done {
        value: SeveralWritten {
            lines: u32::try_from(total).unwrap_or(u32::MAX),
        },
        touched: vec![Topic::Concerns],
    })
}

/// Who is ticked and who is typed. Of names that are typed each counts once; pupils are told apart by which record is ticked.
fn people(
    office: &Office,
    form: &SeveralForm,
    agreement: Option<&Agreement>,
) -> Result<Vec<Person>, Fault> {
    let mut people = Vec::new();
    if agreement.is_some_and(|one| one.of == AgreedBy::Pupils) {
        let room = office
            .room(RoomKind::Pupils)
            .ok_or_else(crate::office::not_a_member)?;
        let ticked: BTreeSet<&String> = form.pupils.iter().collect();
        for id in ticked {
            let id: PupilId = id
                .parse()
                .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
            let facts = room.pupil_line(id)?.facts;
            people.push(Person {
                name: facts.name(),
                class: class_of(&facts).to_owned(),
            });
        }
        people.sort_by_key(|person| (key(&person.class), key(&person.name)));
        return Ok(people);
    }
    let mut seen = BTreeSet::new();
    for name in form.names.lines() {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && seen.insert(key(&name)) {
            people.push(Person {
                name,
                class: String::new(),
            });
        }
    }
    Ok(people)
}

fn problems(
    office: &Office,
    form: &SeveralForm,
    (register, agreement): (&Register, Option<&Agreement>),
    people: usize,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut refuse = |field: &str, say: &str| {
        found.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    let of_pupils = agreement.is_some_and(|one| one.of == AgreedBy::Pupils);
    let who = if of_pupils { "pupils" } else { "names" };
    match people {
        0 if of_pupils => refuse(who, "Tick everybody who signed"),
        0 => refuse(who, "Write at least one name, each on a line of its own"),
        many if many > MOST => refuse(who, "These are too many at once. Write 400 or fewer"),
        _ => {}
    }
    if form
        .names
        .lines()
        .any(|name| name.chars().count() > LONGEST)
    {
        refuse(who, "One of these names is too long");
    }
    if !kinds(register, agreement).contains(&form.kind) {
        refuse("kind", "Choose one of the list");
    }
    if form.document.trim().is_empty() {
        match (agreement, form.kind.as_str()) {
            (Some(_), _) => refuse("document", "Say which version was signed"),
            (None, POLICY) => refuse("document", "Say which policy was read"),
            (None, _) => {}
        }
    }
    let today = office.around.local().date_naive();
    let day = |text: &str| text.trim().parse::<NaiveDate>().ok();
    let on = day(&form.on);
    match on {
        None if form.on.trim().is_empty() => refuse("on", "Say on which day"),
        None => refuse("on", "We could not read this day. Try: 20 Nov"),
        Some(on) if on > today => refuse("on", "This day has not come yet"),
        Some(_) => {}
    }
    match (form.until.trim(), day(&form.until), on) {
        ("", _, _) => {}
        (_, None, _) => refuse("until", "We could not read this day. Try: 31 Aug"),
        (_, Some(until), Some(on)) if until < on => {
            refuse("until", "This day is before the one on which it was signed");
        }
        _ => {}
    }
    if of_pupils && !form.child_signed && !form.parent_signed {
        refuse(
            "child_signed",
            "Say who signed: the child, a parent or carer, or both",
        );
    }
    let texts = [
        ("document", &form.document),
        ("explained_by", &form.explained_by),
        ("organisation", &form.organisation),
        ("accompanied_by", &form.accompanied_by),
        ("agreed_by", &form.agreed_by),
    ];
    for (field, text) in texts {
        if text.chars().count() > LONGEST {
            refuse(field, "Write it in 200 characters or fewer");
        }
    }
    if form.exceptions.chars().count() > 2_000 {
        refuse("exceptions", "Write it in 2,000 characters or fewer");
    }
    if !form.exceptions.trim().is_empty() && form.agreed_by.trim().is_empty() {
        refuse("agreed_by", "Say who agreed to the exception");
    }
    found
}

/// The line of somebody who signed an agreement.
fn signed(register: &Register, agreement: &Agreement, form: &SeveralForm, person: &Person) -> Line {
    let on_paper = |signed: bool| if signed { ON_PAPER } else { "" };
    let signs = |who| agreement.signs.contains(&who);
    let version = format!("{}, version {}", agreement.title, form.document.trim());
    line(
        register,
        &[
            ("person", &person.name),
            ("kind", &form.kind),
            ("agreement_version", &version),
            ("explained_by", &form.explained_by),
            (
                "child_signed",
                on_paper(form.child_signed && signs(guidance::Signer::Child)),
            ),
            (
                "parent_signed",
                on_paper(form.parent_signed && signs(guidance::Signer::Parent)),
            ),
            ("job_or_class", &person.class),
            ("organisation", &form.organisation),
            ("visiting_accompanied_by", &form.accompanied_by),
            ("signed_on", &form.on),
            ("valid_to", &form.until),
            ("exceptions", &form.exceptions),
            ("exception_agreed_by", &form.agreed_by),
        ],
    )
}

/// The line of somebody who read a document or was trained.
fn read(register: &Register, form: &SeveralForm, person: &Person) -> Line {
    line(
        register,
        &[
            ("person", &person.name),
            ("course", &form.document),
            ("kind", &form.kind),
            ("provider", &form.organisation),
            ("date", &form.on),
            ("expires", &form.until),
        ],
    )
}

fn line(register: &Register, said: &[(&str, &str)]) -> Line {
    let answers = register.fields.iter().filter_map(|field| {
        let (_, said) = said.iter().find(|(name, _)| *name == field.name)?;
        let said = said.trim();
        (!said.is_empty()).then(|| Answered {
            field: field.name.clone(),
            label: field.label.clone(),
            lines: vec![said.to_owned()],
            about: false,
        })
    });
    Line {
        register: register.id.to_string(),
        title: register.title.clone(),
        answers: answers.collect(),
        concern: None,
        struck: false,
    }
}
