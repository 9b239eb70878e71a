//! Writing a line, correcting it, striking it.

use domain::concern::PART_REASON;
use domain::id::{ConcernId, LineId};
use domain::register::{Answered, Entered, LINE, Line, PART_LINE};
use domain::room::Room as RoomKind;
use guidance::{Register, RegisterField};
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::answers::{control, tidy};
use super::{about_adults, fill, kept, known, need, opened};
use crate::Office;
use crate::reason::SHORTEST_REASON;
use crate::wire::{Done, Fault, FaultKind, FieldAnswer, FieldControl, LineForm, Problem, Topic};

/// What the page calls why a line is corrected; no field of a register has this name.
const WHY: &str = "why_corrected";

/// Signs a line, in the place of what was written of it before. When this returns it is on the disk. Gives the line's id.
pub fn write_line(office: &mut Office, form: LineForm) -> Result<Done<String>, Fault> {
    let register = &*known(office, &form.register)?;
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
    if register.put_away && last.is_none() {
        return Err(Fault::new(
            FaultKind::Refused,
            "This register is put away, and takes no new lines.",
        )
        .kept("Nothing was signed, and what you typed is still here.")
        .next("A lead can take it up again on the register\u{2019}s page."));
    }
    if form.strike && last.is_none() {
        return Err(vault::VaultError::NotFound.into());
    }
    let there = match last {
        Some(last) => last.concern,
        None => concern(&form)?,
    };
    let (mut answers, named) = read(office, register, &form, (last, there))?;
    if !form.strike {
        let first = before.first().map(|kept| kept.step.written);
        let zone = office.around.zone;
        let written = first.map_or_else(
            || office.around.local().date_naive(),
            |at| at.with_timezone(&zone).date_naive(),
        );
        fill::fill(register, &mut answers, written, zone).ok_or_else(Fault::stopped)?;
    }
    let about = there.or(named);
    let room = lies_in(office, register, about, room, own_room)?;
    let line = Line {
        register: register.id.to_string(),
        title: register.title.clone(),
        answers,
        concern: about,
        struck: form.strike,
    };
    // Where two hold, saying which of them is meant is a correction too.
    let same = before.heads.len() < 2 && last == Some(&line);
    let reason = reason_of(&form, last.is_some(), same)?;
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
    (last, there): (Option<&Line>, Option<ConcernId>),
) -> Result<(Vec<Answered>, Option<ConcernId>), Fault> {
    let before = last.map_or(&[][..], |last| &last.answers);
    if form.strike {
        return Ok((before.to_vec(), None));
    }
    let mut problems = Vec::new();
    let mut refuse = |field: &RegisterField, say: &str| {
        problems.push(Problem {
            field: field.name.clone(),
            say: say.to_owned(),
        });
    };
    let mut named = None;
    let mut answers = Vec::new();
    for field in &register.fields {
        let typed = form.answers.iter().find(|one| one.field == field.name);
        let typed = typed.map_or(&[][..], |typed| &typed.lines);
        let stood = before.iter().find(|one| one.field == field.name);
        let stood = stood.map_or(&[][..], |stood| &stood.lines);
        let mut lines = match tidy(field, typed, stood) {
            Ok(lines) => lines,
            Err(say) => {
                refuse(field, say);
                continue;
            }
        };
        if control(&field.kind) == FieldControl::Record {
            match numbered(office, &lines, there)? {
                Ok(found) => named = named.or(found),
                Err(say) => refuse(field, say),
            }
            if let Some(number) = number_of(office, there.or(named)) {
                lines = vec![number];
            }
        }
        if lines.is_empty() {
            continue;
        }
        let about = |one: &&FieldAnswer| one.field == field.name && one.about;
        answers.push(Answered {
            field: field.name.clone(),
            label: field.label.clone(),
            lines,
            about: form.answers.iter().find(about).is_some(),
        });
    }
    problems.extend(fill::missing(register, &answers));
    let only_the_number = answers.iter().all(|one| {
        let mut fields = register.fields.iter();
        fields.any(|field| field.name == one.field && control(&field.kind) == FieldControl::Record)
    });
    if problems.is_empty() && only_the_number {
        return Err(
            Fault::new(FaultKind::Refused, "Nothing is written in this line yet.")
                .kept("Nothing was signed.")
                .next("Fill in at least one thing."),
        );
    }
    if !problems.is_empty() {
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Something in this line cannot be kept yet.",
        );
        fault.problems = problems;
        return Err(fault);
    }
    let gone = before.iter();
    let gone = gone.filter(|old| !register.fields.iter().any(|field| field.name == old.field));
    answers.extend(gone.cloned());
    Ok((answers, named))
}

/// The concern of a number. Where two have it, the line is written from the page of the one that is meant.
fn numbered(
    office: &Office,
    lines: &[String],
    there: Option<ConcernId>,
) -> Result<Result<Option<ConcernId>, &'static str>, Fault> {
    let Some(number) = lines.first() else {
        return Ok(Ok(None));
    };
    let found = office.concerns_numbered(number)?;
    Ok(match (found.as_slice(), there) {
        (found, Some(there)) if found.contains(&there) => Ok(None),
        (_, Some(_)) => Err(
            "This line is about another concern. Strike it, and write it anew from that concern\u{2019}s page",
        ),
        ([], None) => Err("No concern that you may open has this number"),
        ([one], None) => Ok(Some(*one)),
        (_, None) => {
            Err("Two concerns have this number. Write the line from the page of the one you mean")
        }
    })
}

fn number_of(office: &Office, concern: Option<ConcernId>) -> Option<String> {
    let concern = concern?;
    let kind = office.room_of_concern(concern).ok()?;
    let line = office.room(kind)?.concern_line(concern).ok()?;
    Some(line.record_no)
}

fn concern(form: &LineForm) -> Result<Option<ConcernId>, Fault> {
    let id = form.concern.as_deref().map(str::parse).transpose();
    id.map_err(|_| vault::VaultError::NotFound.into())
}

/// A line lies where its concern does, so that nobody reads the one who may not read the other; it never moves.
pub(super) fn lies_in(
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
        return Err(Fault::new(
            FaultKind::Refused,
            "Nothing is different from what stands there.",
        )
        .kept("Nothing was signed."));
    }
    let reason = form.reason.trim();
    if reason.chars().count() < SHORTEST_REASON {
        return Err(Fault::field(WHY, "Say why, in a sentence"));
    }
    Ok(reason.to_owned())
}
