//! Who belongs to a pupil: written, changed with a reason, ended with a reason.

use domain::id::{AdultId, PupilId};
use domain::person::RECORDED;
use domain::pupil::{PART_REASON, Pupil, Stated, TIED, Tie, UNTIED};
use domain::room::Room as RoomKind;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::office::{create_refuse as refuse, not_a_member};
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, Problem, TieForm, Topic};
use crate::{Office, words};

/// Writes who belongs to a pupil, with the adult where they are not on record yet: both or neither.
pub fn save_tie(office: &mut Office, form: TieForm) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let record = record(office, &form.pupil, form.entry.as_deref())?;
    let changed = form
        .entry
        .as_deref()
        .map(|entry| standing(&record, entry))
        .transpose()?;
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    let child = child(office, &form, &mut say)?;
    let adult = adult(office, &form)?;
    if child.is_none() && adult.is_none() && form.new_adult.is_none() {
        say("whom", "Say who it is");
    }
    let family = words::is_term("family_relation", &form.relation);
    if !family && !words::is_term("agency_relation", &form.relation) {
        say("relation", "Say what they are to the pupil");
    }
    if child.is_some() && form.responsibility == "yes" {
        say(
            "responsibility",
            "A child does not have parental responsibility for another",
        );
    }
    let from = crate::chronology::day_of("from", form.from.as_deref())?;
    let reason = form.reason.as_deref().map_or("", str::trim);
    if changed.is_some() && reason.is_empty() {
        say("reason", "Say why you change it");
    }
    refuse(problems)?;
    let known = |text: &str, terms: &[&str]| {
        let known = terms.contains(&text);
        if known {
            text.to_owned()
        } else {
            String::new()
        }
    };
    let mut entries = Vec::new();
    let adult = match (&form.new_adult, adult, child) {
        (Some(new), None, None) => {
            let facts = crate::person::read(office, new)?;
            let id = crate::person::new_id(office);
            entries.push(crate::person::entry(RECORDED, id, Vec::new(), &facts, ""));
            Some(id)
        }
        (_, adult, _) => adult,
    };
    let tie = Tie {
        adult,
        pupil: child,
        relation: form.relation.clone(),
        responsibility: known(&form.responsibility, &["yes", "no"]),
        lives_with: known(&form.lives_with, &["yes", "part", "no"]),
        rank: form.rank.filter(|rank| (1..=9).contains(rank)),
        ring: known(&form.ring, &["yes", "ask", "no"]),
        note: form.note.trim().to_owned(),
        from,
    };
    if changed.is_some_and(|changed| changed.what == tie) {
        return Err(Fault::field("whom", "Nothing is changed"));
    }
    let mut parts = vec![tie.to_part()];
    if changed.is_some() {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    entries.push(NewEntry {
        kind: TIED,
        subjects: std::iter::once(record.id.0).chain(tie.whom()).collect(),
        supersedes: changed.iter().map(|changed| changed.step.entry).collect(),
        happened: None,
        parts,
        blobs: Vec::new(),
    });
    write(office, entries)
}

/// Says that somebody does not belong to a pupil any more. It stays in the history with the reason.
pub fn end_tie(
    office: &mut Office,
    pupil: &str,
    entry: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let record = record(office, pupil, Some(entry))?;
    let ended = standing(&record, entry)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Fault::field("reason", "Say why it no longer holds"));
    }
    let end = NewEntry {
        kind: UNTIED,
        subjects: std::iter::once(record.id.0)
            .chain(ended.what.whom())
            .collect(),
        supersedes: vec![ended.step.entry],
        happened: None,
        parts: vec![(PART_REASON, Zeroizing::new(reason.as_bytes().to_vec()))],
        blobs: Vec::new(),
    };
    write(office, vec![end])
}

fn write(office: &mut Office, entries: Vec<NewEntry>) -> Result<Done<()>, Fault> {
    office.write(RoomKind::Pupils, entries)?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Pupils],
    })
}

/// The record in which an entry stands: one child may have several. Something new goes to the one that stands for all.
fn record(office: &Office, pupil: &str, entry: Option<&str>) -> Result<Pupil, Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let has = |record: &Pupil| {
        record
            .ties
            .iter()
            .any(|tie| Some(history::to_hex(&tie.step.entry).as_str()) == entry)
    };
    Ok(whole.others.into_iter().find(has).unwrap_or(whole.pupil))
}

fn standing<'a>(record: &'a Pupil, entry: &str) -> Result<&'a Stated<Tie>, Fault> {
    record
        .tied()
        .find(|tie| history::to_hex(&tie.step.entry) == entry)
        .ok_or_else(Fault::changed_since)
}

fn child(
    office: &Office,
    form: &TieForm,
    say: &mut impl FnMut(&str, &str),
) -> Result<Option<PupilId>, Fault> {
    let Some(child) = form.child.as_deref().filter(|id| !id.is_empty()) else {
        return Ok(None);
    };
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let id: PupilId = child
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let child = room.stands_for(room.pupil_line(id)?.id)?;
    let own = form.pupil.parse().ok().map(|id| room.stands_for(id));
    if own.transpose()? == Some(child) {
        say("whom", "This is the same child");
    }
    Ok(Some(child))
}

fn adult(office: &Office, form: &TieForm) -> Result<Option<AdultId>, Fault> {
    let Some(adult) = form.adult.as_deref().filter(|id| !id.is_empty()) else {
        return Ok(None);
    };
    let id: AdultId = adult
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    Ok(Some(room.adult_line(id)?.id))
}
