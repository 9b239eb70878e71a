//! A pupil's chronology for paper. Every entry about every concern in it is verified as it is read.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use papers::{ChronologyFacts, Happening, LaidOut, Paragraph, Sign, Style, Words};

use super::About;
use super::facts::{changed, labelled, printed, words};
use crate::chronology::{Letters, Milestone, day_of, everything, letters_of, milestones};
use crate::office::not_a_member;
use crate::wire::{ConcernView, Fault, Version};
use crate::{Office, say};

/// What of a chronology is wanted.
pub(super) struct Wanted {
    /// Happened on or after, `2026-11-10`.
    pub(super) from: Option<String>,
    /// Happened on or before.
    pub(super) to: Option<String>,
    /// Other children by letter.
    pub(super) mask_others: bool,
    /// What it is printed for.
    pub(super) purpose: String,
}

/// Lays it out, and notes that the pupil's file was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    pupil: &str,
    wanted: &Wanted,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let printed = printed(
        office,
        RoomKind::Pupils,
        &wanted.purpose,
        wanted.mask_others,
    )?;
    let from = day_of("from", wanted.from.as_deref())?;
    let to = day_of("to", wanted.to.as_deref())?;
    office.note_look(RoomKind::Pupils, "pupil", Some(id.to_string()), None);
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let known = room.pupil(id)?;
    let facts = &known.current().ok_or_else(Fault::stopped)?.facts;
    let all = everything(office, id)?;
    let letters = wanted
        .mask_others
        .then(|| letters_of(office, (id, facts), &all));

    let mut dated: Vec<(DateTime<FixedOffset>, Happening)> = Vec::new();
    for (kind, line) in &all {
        let view = crate::concern::view(office, *kind, line.line.id)?;
        let letters = letters
            .as_ref()
            .map(|letters| letters.beside(&line.people, &view.row.reporter));
        let (at, happening) = of_concern(office, &view, letters.as_ref());
        dated.push((at, happening));
    }
    for milestone in milestones(facts) {
        dated.push(of_milestone(office, &milestone));
    }
    let within = |at: &DateTime<FixedOffset>| {
        let day = at.with_timezone(&office.around.zone).date_naive();
        from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to)
    };
    dated.retain(|(at, _)| within(at));
    dated.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let today = office.around.local().date_naive();
    let oldest = dated
        .last()
        .map(|(at, _)| at.with_timezone(&office.around.zone).date_naive());
    let period = format!(
        "{} to {}",
        in_full(from.or(oldest).unwrap_or(today)),
        in_full(to.unwrap_or(today))
    );
    let row = crate::pupil::facts_row(office, &id.to_string(), facts, None);
    let laid_out = papers::chronology(&ChronologyFacts {
        printed,
        period,
        name: row.name.clone(),
        about: about(&row, facts),
        happenings: dated.into_iter().map(|(_, happening)| happening).collect(),
        left_out: None,
    })?;
    let about = About {
        room: RoomKind::Pupils,
        what: "pupil",
        id: id.to_string(),
        purpose: wanted.purpose.trim().to_owned(),
    };
    Ok((
        laid_out,
        "strongroom-chronology.pdf".to_owned(),
        Some(about),
    ))
}

/// `10 November 2026`.
fn in_full(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn about(row: &crate::wire::PupilRow, facts: &domain::pupil::Facts) -> Vec<Words> {
    let mut parts = Vec::new();
    let place: Vec<String> = [
        (!row.year.is_empty()).then(|| format!("Year {}", row.year)),
        (!row.class.is_empty()).then(|| row.class.clone()),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !place.is_empty() {
        parts.push(Words::Plain(format!("{}. ", place.join(", "))));
    }
    if let Some(born) = facts.date_of_birth {
        parts.push(Words::Plain(format!("Born {}. ", in_full(born))));
    }
    if let Some(upn) = &row.upn {
        parts.push(Words::Plain("UPN ".to_owned()));
        parts.push(Words::Spelt(upn.clone()));
        parts.push(Words::Plain(". ".to_owned()));
    }
    for flag in &row.flags {
        parts.push(Words::Plain(format!("{flag}. ")));
    }
    parts
}

/// The month, the day and the time of something, as the column of days says them.
fn stamped(office: &Office, at: DateTime<FixedOffset>) -> (String, String, String) {
    let at = at.with_timezone(&office.around.zone);
    (
        at.format("%B %Y").to_string(),
        at.format("%a %-d").to_string(),
        at.format("%H:%M").to_string(),
    )
}

fn of_milestone(office: &Office, milestone: &Milestone) -> (DateTime<FixedOffset>, Happening) {
    let noon = milestone.day.and_hms_opt(0, 0, 0).unwrap_or_default();
    let at = noon
        .and_local_timezone(office.around.zone)
        .earliest()
        .map_or_else(|| noon.and_utc().fixed_offset(), |at| at.fixed_offset());
    let (month, day, _) = stamped(office, at);
    let happening = Happening {
        month,
        day,
        time: String::new(),
        sign: Sign::Milestone,
        title: vec![Words::Strong(format!("{}.", milestone.title))],
        tail: String::new(),
        paragraphs: milestone
            .detail
            .iter()
            .map(|detail| labelled(Style::Small, "", detail, None))
            .collect(),
    };
    (at, happening)
}

fn of_concern(
    office: &Office,
    view: &ConcernView,
    letters: Option<&Letters>,
) -> (DateTime<FixedOffset>, Happening) {
    let current = view.versions.get(view.current as usize);
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let form = current.map(|version| &version.form);
    let happened = form.and_then(|form| read(&form.occurred));
    let at = happened
        .or_else(|| form.and_then(|form| read(&form.noticed)))
        .or_else(|| say::at(view.written, office.around.zone).map(|at| at.fixed_offset()))
        .unwrap_or_default();
    let (month, day, time) = stamped(office, at);
    let about = form.is_some_and(|form| form.occurred_about);
    let time = match (happened.is_some(), about) {
        (true, true) => format!("about {time}"),
        (true, false) => time,
        (false, _) => "learnt then".to_owned(),
    };
    // Where no category says what it was, its own first words would only be said twice.
    let what = match view.row.category.as_str() {
        "" => "Concern",
        category => category,
    };
    let mut title = words(what, letters);
    title.push(Words::Plain(".".to_owned()));
    let happening = Happening {
        month,
        day,
        time,
        sign: Sign::Concern,
        title,
        tail: format!("{}. {}", view.row.record_no, view.row.status_title),
        paragraphs: paragraphs(view, current, letters),
    };
    (at, happening)
}

fn paragraphs(
    view: &ConcernView,
    current: Option<&Version>,
    letters: Option<&Letters>,
) -> Vec<Paragraph> {
    let mut all = Vec::new();
    if let Some(room) = &view.room {
        all.push(labelled(Style::Small, "Room", &room.name, None));
    }
    // What the child said stands first, and largest.
    let shown = current
        .map(|version| version.shown.as_slice())
        .unwrap_or_default();
    let (said, rest): (Vec<_>, Vec<_>) = shown.iter().partition(|shown| shown.style == "said");
    for shown in said {
        all.push(labelled(Style::Said, "", &shown.text, letters));
    }
    for shown in rest {
        let text = shown
            .text
            .replace('\n', if shown.style == "list" { "; " } else { "\n" });
        let label = if shown.style == "account" {
            ""
        } else {
            shown.label.as_str()
        };
        all.push(labelled(Style::Account, label, &text, letters));
    }
    all.extend(people(view, letters));
    all.push(clock(view));
    if let Some(late) = &view.row.late {
        all.push(labelled(
            Style::Small,
            "Late entry",
            &format!("Written {late} after."),
            None,
        ));
    }
    for version in view.versions.iter().skip(1) {
        all.push(correction(version, letters));
    }
    if !view.files.is_empty() {
        let names: Vec<String> = view
            .files
            .iter()
            .map(|file| format!("{} ({})", file.name, file.size_text))
            .collect();
        all.push(labelled(Style::Small, "Files", &names.join("; "), letters));
    }
    all
}

fn people(view: &ConcernView, letters: Option<&Letters>) -> Option<Paragraph> {
    let named: Vec<String> = view
        .people
        .iter()
        .map(|person| {
            let part = [person.detail.as_str(), person.role.as_str()];
            let part: Vec<&str> = part.into_iter().filter(|part| !part.is_empty()).collect();
            if part.is_empty() {
                person.name.clone()
            } else {
                format!("{} ({})", person.name, part.join(", "))
            }
        })
        .collect();
    (!named.is_empty()).then(|| labelled(Style::Small, "About", &named.join("; "), letters))
}

/// `Happened about Sun 8 Nov, 20:30. Osei told Tue 10 Nov, 09:45. Written Tue 10 Nov, 10:41 by P. Osei.`
fn clock(view: &ConcernView) -> Paragraph {
    let said: Vec<String> = view
        .clock
        .iter()
        .map(|step| {
            let about = if step.about { "about " } else { "" };
            format!("{} {about}{}", step.label, step.at)
        })
        .collect();
    let by = format!("{} by {}.", said.join(". "), view.row.reporter);
    labelled(Style::Small, "", &by, None)
}

pub(super) fn correction(version: &Version, letters: Option<&Letters>) -> Paragraph {
    let mut all = vec![Words::Strong(format!("Corrected {}", version.at))];
    all.push(Words::Plain(format!(" by {}: \u{201c}", version.author)));
    all.extend(words(version.reason.as_deref().unwrap_or(""), letters));
    all.push(Words::Plain("\u{201d}. ".to_owned()));
    for change in &version.changes {
        all.extend(changed(change, letters));
        all.push(Words::Plain(" ".to_owned()));
    }
    Paragraph {
        style: Style::Small,
        words: all,
    }
}
