//! That a checklist went, or is done with; that it is put away.

use domain::checklist::{
    DROPPED, Dropped, Filled, PART_DROPPED, PART_SENT, SENT, Sent, SentAnswer,
};
use domain::room::Room as RoomKind;
use guidance::Checklist;
use vault::{NewEntry, VaultError};

use super::answer::entry;
use super::stand::stands;
use super::{goes_on, note};
use crate::casework::{entry_of_form, past};
use crate::reason::SHORTEST_REASON;
use crate::wire::{CaseForm, Done, Fault, FaultKind, Problem, SentForm, Topic};
use crate::{Office, words};

/// The longest that is said of how it went, in characters.
const MOST_WORDS: usize = 20_000;

/// Ways by which it can go.
const HOW: [(&str, &str); 5] = [
    ("portal", "Online form"),
    ("phone", "By telephone"),
    ("email", "By secure e-mail"),
    ("post", "By post"),
    ("in_person", "In person"),
];

/// In words.
pub(super) fn how_said(how: &str) -> &'static str {
    let known = HOW.iter().find(|(id, _)| *id == how);
    known.map_or("", |(_, said)| said)
}

/// Says that it was sent, or is done with. Every answer is kept as it went; where it goes to another body and is about a concern,
/// the referral stands on the concern with the clock of its answer, in the same moment. When this returns it is on the disk.
pub fn sent_checklist(office: &mut Office, form: SentForm) -> Result<Done<()>, Fault> {
    let (kind, filled, page) = goes_on(office, &form.checklist)?;
    still_open(&filled)?;
    let goes = page.goes_to.is_some();
    let mut problems = Vec::new();
    if goes && how_said(&form.how).is_empty() {
        problems.push(Problem {
            field: "how".to_owned(),
            say: "Choose how it was sent".to_owned(),
        });
    }
    let at = past(office, &form.at).unwrap_or_else(|say| {
        problems.push(Problem {
            field: "at".to_owned(),
            say,
        });
        None
    });
    let said = [
        ("person", &form.person),
        ("reference", &form.reference),
        ("words", &form.words),
    ];
    for (field, words) in said {
        if words.chars().count() > MOST_WORDS {
            problems.push(Problem {
                field: field.to_owned(),
                say: "This is too long. Put the rest in the concern".to_owned(),
            });
        }
    }
    crate::office::create_refuse(problems)?;
    let standing = stands(office, kind, &filled, &page)?;
    let answers = standing.all.iter().map(|stands| SentAnswer {
        item: stands.item.id.to_string(),
        lines: stands.lines.clone(),
        unknown: stands.unknown,
        from: stands.from.clone(),
    });
    let sent = Sent {
        at,
        how: form.how.clone(),
        person: form.person.trim().to_owned(),
        reference: form.reference.trim().to_owned(),
        words: form.words.trim().to_owned(),
        answers: answers.collect(),
    };
    let mut entries = vec![entry(&filled, SENT, PART_SENT, &sent, Vec::new())?];
    entries.extend(referral(office, kind, &filled, &page, &form)?);
    let concern = filled.begun.what.concern;
    let before = concern.and_then(|id| office.room(kind)?.concern(id).ok());
    office.write(kind, entries)?;
    forget(office, &form.checklist);
    if let Some(before) = before {
        office.say_in_hand(kind, &before);
    }
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// Puts it away unsent, with a reason: it was the wrong one, or the police report it.
pub fn drop_checklist(office: &mut Office, id: &str, reason: &str) -> Result<Done<()>, Fault> {
    let (kind, filled, _) = goes_on(office, id)?;
    still_open(&filled)?;
    let dropped = Dropped {
        reason: self::reason(reason, "Say why it is put away")?,
    };
    let entry = entry(&filled, DROPPED, PART_DROPPED, &dropped, Vec::new())?;
    office.write(kind, vec![entry])?;
    forget(office, id);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// What was typed about how it ends is not wanted any more, whichever way it ended.
fn forget(office: &mut Office, id: &str) {
    note::forget(office, id, note::SENT);
    note::forget(office, id, note::DROP);
}

/// A reason that says something.
pub(super) fn reason(reason: &str, say: &str) -> Result<String, Fault> {
    let reason = reason.trim();
    match reason.chars().count() {
        0..SHORTEST_REASON => Err(Fault::field("reason", say)),
        SHORTEST_REASON..=MOST_WORDS => Ok(reason.to_owned()),
        _ => Err(Fault::field(
            "reason",
            "This is too long. Put the rest in the concern",
        )),
    }
}

fn still_open(filled: &Filled) -> Result<(), Fault> {
    match filled.is_open() {
        true => Ok(()),
        false => Err(Fault::changed_since()),
    }
}

/// The referral that stands on the concern with it.
pub(super) fn referral(
    office: &Office,
    kind: RoomKind,
    filled: &Filled,
    page: &Checklist,
    form: &SentForm,
) -> Result<Option<NewEntry>, Fault> {
    let (Some(body), Some(concern)) = (&page.goes_to, filled.begun.what.concern) else {
        return Ok(None);
    };
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let known = match room.concern(concern) {
        Ok(known) => known,
        // There is no page for it to stand on any more.
        Err(VaultError::NotFound) => return Ok(None),
        Err(other) => return Err(other.into()),
    };
    let how = how_said(&form.how);
    let words = match form.words.trim() {
        "" => format!("{how}: {}.", page.title),
        words => format!("{how}: {}. {words}", page.title),
    };
    let form = CaseForm::Referral {
        body: body.to_string(),
        to: words::term("external_body", body),
        person: form.person.clone(),
        reference: form.reference.clone(),
        words,
        at: form.at.clone(),
        reply: form.reply.clone(),
    };
    let entry = entry_of_form(office, kind, &known, form)?;
    entry.map(Some).ok_or_else(|| {
        Fault::new(
            FaultKind::Refused,
            "The referral could not be written down.",
        )
        .kept("Nothing was changed.")
    })
}
