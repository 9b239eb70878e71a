//! Writing a line, correcting it, striking it.

use domain::concern::PART_REASON;
use domain::id::{ConcernId, LineId};
use domain::register::{Answered, Entered, LINE, Line, PART_LINE};
use domain::room::Room as RoomKind;
use guidance::Register;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::answers::{control, tidy};
use super::{about_adults, kept, known, need, opened};
use crate::Office;
use crate::wire::{Done, Fault, FaultKind, FieldControl, LineForm, Problem, Topic};

/// The shortest reason that says something.
const SHORTEST_REASON: usize = 10;

/// Signs a line, in the place of what was written of it before. When this returns it is on the disk. Gives the line's id.
pub fn write_line(office: &mut Office, form: LineForm) -> Result<Done<String>, Fault> {
    let register = known(&form.register)?;
    let own_room = need(office, register)?;
    let before = form
        .line
        .as_deref()
        .map(|id| opened(office, id))
        .transpose()?;
    let (room, id, before) = match before {
        Some((room, id, entered)) => {
            as_opened(&entered, register, &form.base)?;
            (Some(room), id, entered)
        }
        None => {
            let mut id = [0; 16];
            office.around.rng.fill_bytes(&mut id);
            (None, LineId(id), Entered::default())
        }
    };
    let last = before.last().map(|kept| &kept.what);
    let (answers, named) = read(office, register, &form, last)?;
    let about = match last {
        Some(last) => last.concern.or(named),
        None => concern(&form)?.or(named),
    };
    let room = lies_in(office, register, about, room, own_room)?;
    let line = Line {
        register: register.id.to_string(),
        title: register.title.clone(),
        answers,
        concern: about,
        struck: form.strike,
    };
    let reason = reason_of(&form, last.is_some(), last == Some(&line))?;
    let part = serde_json::to_vec(&line).map_err(|_| Fault::stopped())?;
    let mut parts = vec![(PART_LINE, Zeroizing::new(part))];
    if !reason.is_empty() {
        parts.push((PART_REASON, Zeroizing::new(reason.into_bytes())));
    }
    let entry = NewEntry {
        kind: LINE,
        subjects: std::iter::once(id.0)
            .chain(about.map(|concern| concern.0))
            .collect(),
        supersedes: before.head_entries(),
        happened: None,
        parts,
        blobs: Vec::new(),
    };
    office.write(room, vec![entry])?;
    kept::forget(
        office,
        &register.id,
        form.line.as_deref(),
        form.concern.as_deref(),
    );
    Ok(Done {
        value: id.to_string(),
        touched: vec![Topic::Concerns],
    })
}

/// What was entered, with the concern that a field names by its number. What this register has no field for any more stays.
fn read(
    office: &Office,
    register: &Register,
    form: &LineForm,
    last: Option<&Line>,
) -> Result<(Vec<Answered>, Option<ConcernId>), Fault> {
    if form.strike {
        return Ok((
            last.map(|last| last.answers.clone()).unwrap_or_default(),
            None,
        ));
    }
    let mut problems = Vec::new();
    let mut named = None;
    let mut answers = Vec::new();
    for field in &register.fields {
        let typed = form.answers.iter().find(|one| one.field == field.name);
        let Some(typed) = typed else { continue };
        match tidy(field, &typed.lines) {
            Ok(lines) if lines.is_empty() => {}
            Ok(lines) => {
                if control(&field.kind) == FieldControl::Record {
                    named = numbered(office, &lines)?;
                    if named.is_none() {
                        problems.push(Problem {
                            field: field.name.clone(),
                            say: "No concern that you may open has this number".to_owned(),
                        });
                    }
                }
                answers.push(Answered {
                    field: field.name.clone(),
                    label: field.label.clone(),
                    lines,
                });
            }
            Err(say) => problems.push(Problem {
                field: field.name.clone(),
                say: say.to_owned(),
            }),
        }
    }
    if problems.is_empty() && answers.is_empty() {
        let first = register
            .fields
            .first()
            .map_or("answers", |field| &field.name);
        return Err(Fault::field(first, "Nothing is written in this line yet"));
    }
    if !problems.is_empty() {
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Something in this line cannot be kept yet.",
        );
        fault.problems = problems;
        return Err(fault);
    }
    let gone = last.into_iter().flat_map(|last| &last.answers);
    let gone = gone.filter(|old| !register.fields.iter().any(|field| field.name == old.field));
    answers.extend(gone.cloned());
    Ok((answers, named))
}

fn numbered(office: &Office, lines: &[String]) -> Result<Option<ConcernId>, Fault> {
    let Some(number) = lines.first() else {
        return Ok(None);
    };
    for room in office.sitting()?.rooms.values() {
        if let Some(id) = room.concern_numbered(&number.to_uppercase())? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn concern(form: &LineForm) -> Result<Option<ConcernId>, Fault> {
    let id = form.concern.as_deref().map(str::parse).transpose();
    id.map_err(|_| vault::VaultError::NotFound.into())
}

/// A line lies where its concern does, so that nobody reads the one who may not read the other; it never moves.
fn lies_in(
    office: &Office,
    register: &Register,
    about: Option<ConcernId>,
    lies: Option<RoomKind>,
    own: RoomKind,
) -> Result<RoomKind, Fault> {
    let Some(about) = about else {
        return Ok(lies.unwrap_or(own));
    };
    let room = office.room_of_concern(about)?;
    if about_adults(register) && room == RoomKind::Pupils {
        return Err(Fault::new(
            FaultKind::Refused,
            "This register is about adults, and that concern lies where every lead reads it. Record it as about a member of staff first.",
        )
        .kept("Nothing was written, and what you typed is still here."));
    }
    if lies.is_some_and(|lies| lies != room) {
        return Err(Fault::new(
            FaultKind::Refused,
            "That concern lies in another room, and other people may read it.",
        )
        .kept("Nothing was written, and what you typed is still here.")
        .next("Strike this line, and write it anew from the concern\u{2019}s page."));
    }
    Ok(room)
}

/// Nobody wrote in its place since it was opened, and this version can read all of it.
fn as_opened(entered: &Entered, register: &Register, base: &[String]) -> Result<(), Fault> {
    let same_register = entered
        .last()
        .is_some_and(|last| last.what.register == register.id.as_str());
    if entered.needs_newer {
        return Err(Fault::new(
            FaultKind::Newer,
            "This line was written on in a newer Strongroom than this one.",
        )
        .kept("Nothing was changed.")
        .next("Update Strongroom on this laptop, then correct it."));
    }
    let heads = entered.head_entries();
    let same = heads.len() == base.len()
        && heads
            .iter()
            .all(|entry| base.contains(&history::to_hex(entry)));
    if same && same_register {
        return Ok(());
    }
    Err(Fault::changed_since())
}

fn reason_of(form: &LineForm, corrects: bool, same: bool) -> Result<String, Fault> {
    if !corrects && !form.strike {
        return Ok(String::new());
    }
    if same {
        let first = form
            .answers
            .first()
            .map_or("reason", |one| one.field.as_str());
        return Err(Fault::field(
            first,
            "Nothing is different from what stands there",
        ));
    }
    let reason = form.reason.trim();
    if reason.chars().count() < SHORTEST_REASON {
        return Err(Fault::field("reason", "Say why, in a sentence"));
    }
    Ok(reason.to_owned())
}
