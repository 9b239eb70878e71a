//! A pupil's chronology for paper. Every entry about every concern in it is verified as it is read.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use domain::id::PupilId;
use domain::pupil::Pupil;
use domain::room::Room as RoomKind;
use papers::{ChronologyFacts, Happening, LaidOut, Words};
use vault::ask::ChronologyLine;

use super::About;
use super::entry::{in_one_line, marked, of_concern, of_milestone, of_step};
use super::facts::{one_line, printed, words};
use crate::casework::{every_step, in_summary};
use crate::chronology::{
    Letters, about_another, day_of, everything_in, letters_of, milestones, unlinked,
};
use crate::office::not_a_member;
use crate::pupil::Whole;
use crate::wire::Fault;
use crate::{Office, say};

/// What of a chronology is wanted.
pub(super) struct Wanted {
    /// Happened on or after, `2026-11-10`.
    pub(super) from: Option<String>,
    /// Happened on or before.
    pub(super) to: Option<String>,
    /// Other children by letter.
    pub(super) mask_others: bool,
    /// From the beginning on, as a conference or a court reads it.
    pub(super) oldest_first: bool,
    /// One line each of what is significant, decided, referred, and where it stood.
    pub(super) summary: bool,
    /// What it is printed for.
    pub(super) purpose: String,
    /// Only what lies in this room.
    pub(super) only: Option<RoomKind>,
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
    let from = day_of("from", wanted.from.as_deref())?;
    let to = day_of("to", wanted.to.as_deref())?;
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(Fault::field(
            "to",
            "\u{201c}To\u{201d} is before \u{201c}From\u{201d}",
        ));
    }
    office.note_look(RoomKind::Pupils, "pupil", Some(id.to_string()), None);
    let whole = office.whole_pupil(id)?;
    let (id, known, facts) = (whole.id, &whole.pupil, &whole.facts);
    let (all, more) = everything_in(office, id, wanted.only)?;
    let letters = wanted
        .mask_others
        .then(|| letters_of(office, (id, facts), &all));

    let rooms: BTreeSet<RoomKind> = std::iter::once(RoomKind::Pupils)
        .chain(all.iter().map(|(kind, _)| *kind))
        .collect();
    let rooms: Vec<RoomKind> = rooms.into_iter().collect();
    let printed = printed(office, &rooms, &wanted.purpose, letters.as_ref())?;
    let own: Vec<PupilId> = whole.records().collect();
    let subject: Vec<String> = whole.records().map(|id| id.to_string()).collect();
    let within = |at: DateTime<Tz>| {
        let day = at.date_naive();
        from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to)
    };
    let zone = office.around.zone;
    let mut dated: Vec<(DateTime<Tz>, i64, Happening)> = Vec::new();
    let (mut concerns, mut listed) = (Vec::new(), Vec::new());
    let wanted_lines: Vec<_> = all
        .iter()
        .filter(|(_, line)| !office.leaving.without.contains(&line.line.id))
        .filter_map(|(kind, line)| {
            let at = say::at(line.line.occurred.unwrap_or(line.line.written), zone)?;
            within(at).then_some((at, *kind, line))
        })
        .collect();
    for (done, (at, kind, line)) in wanted_lines.iter().enumerate() {
        office.watch().step(
            "Reading the records",
            done as u64,
            wanted_lines.len() as u64,
        )?;
        // Of a summary only what is significant has more than a line: nobody has read the rest for it.
        match wanted.summary && !line.line.significant {
            true => listed.push((*kind, line.line.id.to_string())),
            false => concerns.push((*kind, line.line.id.to_string())),
        }
        let view = office.as_redacted(crate::concern::view(office, *kind, line.line.id)?);
        let redactor = office.redactor_beside(line.line.id);
        let letters = letters
            .as_ref()
            .map(|letters| letters.beside(&line.people, &view.row.reporter));
        let room = office.room(*kind).ok_or_else(Fault::stopped)?;
        let known = room.concern(line.line.id)?;
        let happening = of_concern(
            *at,
            &view,
            line,
            &subject,
            letters.as_ref(),
            redactor.clone(),
        );
        let why = known.case.significant("").map(|kept| kept.reason.as_str());
        let closed = whole
            .records()
            .find_map(|id| known.case.closed_for(id))
            .map(|kept| {
                format!(
                    "{}: {}",
                    in_full(kept.step.written.with_timezone(&zone).date_naive()),
                    kept.reason
                )
            });
        let happening = match wanted.summary {
            true => in_one_line(happening),
            false => happening,
        };
        let happening = marked(happening, why, closed.as_deref(), letters.as_ref());
        dated.push((*at, line.line.row, happening));
        let other = about_another(&line.people, |person| {
            person.pupil.is_some_and(|id| own.contains(&id))
        });
        let other = other.map(|person| office.as_named(line.line.id, person.name.clone()));
        let all_steps = match wanted.summary {
            true => in_summary(office, &known),
            false => every_step(office, *kind, &known)?,
        };
        for (step, why) in all_steps {
            let step = match wanted.mask_others {
                true => step.in_file_of(&own),
                false => step,
            };
            let at = step.at.with_timezone(&zone);
            if within(at) {
                let happening = of_step(
                    at,
                    &step,
                    (&view.row.record_no, other.as_deref()),
                    letters.as_ref(),
                );
                let happening = match wanted.summary {
                    true => in_one_line(happening),
                    false => happening,
                };
                let happening = marked(happening, why.as_deref(), None, letters.as_ref());
                let happening = Happening {
                    redactor: redactor.clone(),
                    ..happening
                };
                dated.push((at, line.line.row, happening));
            }
        }
    }
    for milestone in milestones(known, facts, zone) {
        let begins = crate::concern::start_of(milestone.day, zone).and_then(|at| say::at(at, zone));
        if let Some(at) = begins.filter(|at| within(*at)) {
            let order = i64::MIN + milestone.order;
            dated.push((at, order, of_milestone(at, &milestone, letters.as_ref())));
        }
    }
    dated.sort_by_key(|(at, row, _)| (*at, *row));
    let oldest = dated.first().map(|(at, ..)| at.date_naive());
    if !wanted.oldest_first {
        dated.reverse();
    }
    let today = office.around.local().date_naive();
    let period = format!(
        "{} to {}",
        in_full(from.or(oldest).unwrap_or(today)),
        in_full(to.unwrap_or(today))
    );
    let row = crate::pupil::facts_row(office, &id.to_string(), facts, None);
    let said = ChronologyFacts {
        printed,
        period,
        name: row.name.clone(),
        about: match office.bundling {
            Some(_) => about_now(about(&row, facts)),
            None => about(&row, facts),
        },
        read_first: read_first(known, zone, letters.as_ref()),
        happenings: dated
            .into_iter()
            .map(|(_, _, happening)| happening)
            .collect(),
        kind: match (wanted.summary, from.or(to)) {
            (true, _) => "summary",
            (false, Some(_)) => "extract",
            (false, None) => "full",
        },
        left_out: left_out(
            office,
            &whole,
            &all,
            wanted_lines.len(),
            more,
            wanted.summary,
            wanted.only,
        )?,
    };
    let watch = office.watch();
    let laid_out = papers::chronology(&said, &mut |done, of| {
        watch.step("Laying out", done as u64, of as u64).is_ok()
    })?;
    let about = About {
        room: RoomKind::Pupils,
        what: "pupil",
        id: id.to_string(),
        purpose: wanted.purpose.trim().to_owned(),
        concerns,
        listed,
    };
    Ok((
        laid_out,
        "strongroom-chronology.pdf".to_owned(),
        Some(about),
    ))
}

/// What is not in the paper, said on its first page; a silent gap would be a lie.
fn left_out(
    office: &Office,
    whole: &Whole,
    all: &[(RoomKind, ChronologyLine)],
    printed: usize,
    more: bool,
    summary: bool,
    only: Option<RoomKind>,
) -> Result<Option<String>, Fault> {
    let mut said = Vec::new();
    if summary {
        said.push(
            "Accounts, steps that are neither a decision, a referral nor marked as significant, and steps that were struck as written by mistake. The full chronology has them."
                .to_owned(),
        );
    }
    let outside = all.len().saturating_sub(printed);
    if outside > 0 {
        let concerns = if outside == 1 { "concern" } else { "concerns" };
        said.push(format!("{outside} {concerns} outside these days."));
    }
    if more {
        said.push("The oldest concerns: the newest 5,000 of each room are here.".to_owned());
    }
    let unlinked: Vec<String> = unlinked(office, whole, only)?
        .into_iter()
        .map(|line| line.record_no)
        .collect();
    if !unlinked.is_empty() {
        said.push(format!(
            "Concerns that name somebody of this name and are not linked to this pupil: {}.",
            unlinked.join(", ")
        ));
    }
    Ok((!said.is_empty()).then(|| format!("Not in this paper. {}", said.join(" "))))
}

/// What must be known before anything else, each with who wrote it, when, and when it is to be looked at again.
pub(super) fn read_first(known: &Pupil, zone: Tz, letters: Option<&Letters>) -> Vec<Vec<Words>> {
    known
        .key_facts()
        .map(|noted| {
            // Two lines of it are two sentences, also where nobody wrote a full stop.
            let say: Vec<&str> = noted.what.say.lines().map(str::trim).collect();
            let mut line = words(&one_line(&say.join("; ")), letters);
            let written = noted.step.written.with_timezone(&zone).date_naive();
            let mut by = format!(" ({}, {}", noted.step.author.name, in_full(written));
            if let Some(review) = noted.what.review {
                by.push_str(&format!("; to be looked at again on {}", in_full(review)));
            }
            by.push(')');
            line.push(Words::Plain(by));
            line
        })
        .collect()
}

/// `10 November 2026`.
fn in_full(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Police read it beside records of other years.
fn about_now(mut words: Vec<Words>) -> Vec<Words> {
    let today = "Year, class and flags are those of today; each record says those of its day. ";
    words.push(Words::Plain(today.to_owned()));
    words
}

pub(super) fn about(row: &crate::wire::PupilRow, facts: &domain::pupil::Facts) -> Vec<Words> {
    let mut parts = Vec::new();
    // Police and courts know a child by this one.
    if facts.legal_name() != facts.name() {
        parts.push(Words::Plain(format!("Legal name {}. ", facts.legal_name())));
    }
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
