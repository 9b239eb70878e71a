//! The handover sheet for paper: what is live, unread, late and due, for a deputy who takes over for a while.

mod draft;
mod lines;

use chrono::{Days, NaiveDate};
use domain::room::Room as RoomKind;
use papers::{HandoverFacts, LaidOut, Part, Style};

use super::About;
use super::facts::{labelled, one_line, printed};
use crate::Office;
use crate::chronology::day_of;
use crate::office::not_a_member;
use crate::wire::Fault;

pub(super) use draft::forget;
pub use draft::{keep_handover, kept_handover};

/// What of it is wanted.
pub(super) struct Wanted {
    pub(super) to: String,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) must_know: String,
    pub(super) all_rooms: bool,
    pub(super) purpose: String,
}

/// What is due within so many days stands on the sheet, also where the period is shorter.
const AHEAD: u64 = 14;
/// The longest period; beyond it, it is another person's work.
const LONGEST_PERIOD: i64 = 120;
/// Longest that the added words may be: they stand in one frame and are read in a hurry.
const MOST_WORDS: usize = 2_000;
const MOST_LINES: usize = 12;

/// Lays it out. Only lines are in it: no concern counts as read by it.
pub(super) fn lay_out(
    office: &mut Office,
    wanted: &Wanted,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let today = office.around.local().date_naive();
    let from = day_of("from", wanted.from.as_deref())?.unwrap_or(today);
    let until = day_of("until", wanted.until.as_deref())?.unwrap_or(from + Days::new(AHEAD));
    if from > until {
        return Err(Fault::field(
            "until",
            "\u{201c}Until\u{201d} is before \u{201c}From\u{201d}",
        ));
    }
    if (until - today).num_days() > LONGEST_PERIOD {
        return Err(Fault::field("until", "Choose a nearer day"));
    }
    let must_know = must_know(&wanted.must_know)?;
    let rooms = rooms(office, wanted.all_rooms)?;
    let printed = printed(office, &rooms, &wanted.purpose, None)?;
    let until_due = until.max(today + Days::new(AHEAD));
    let sheet = lines::gather(office, &rooms, until_due)?;
    let me = office.sitting()?.opened.card.name.clone();
    let to = one_line(&wanted.to);
    let laid_out = papers::handover(&HandoverFacts {
        printed,
        period: format!("{} to {}", in_full(from), in_full(until)),
        title: match to.as_str() {
            "" => format!("From {me}"),
            to => format!("From {me} to {to}"),
        },
        about: vec![
            labelled(Style::Account, "Rooms", &said_rooms(office, &rooms)?, None),
            labelled(
                Style::Small,
                "",
                &format!(
                    "Made for {me}, from what {me} may read. Whoever takes it over must be somebody who may read the same. It has lines only: the accounts are in the record."
                ),
                None,
            ),
        ],
        must_know,
        parts: sheet.parts,
    })?;
    let about = About {
        room: rooms.first().copied().ok_or_else(not_a_member)?,
        what: "handover",
        id: today.to_string(),
        purpose: wanted.purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: sheet.listed,
    };
    Ok((laid_out, "strongroom-handover.pdf".to_owned(), Some(about)))
}

/// The rooms it is made from. Without a word, the pupils' alone: a deputy may not be a member of the others.
fn rooms(office: &Office, all: bool) -> Result<Vec<RoomKind>, Fault> {
    let held: Vec<RoomKind> = office.sitting()?.rooms.keys().copied().collect();
    if held.is_empty() {
        return Err(not_a_member());
    }
    Ok(match held.contains(&RoomKind::Pupils) && !all {
        true => vec![RoomKind::Pupils],
        false => held,
    })
}

/// What is in it and what is not, without naming a room that whoever prints it is not a member of.
fn said_rooms(office: &Office, rooms: &[RoomKind]) -> Result<String, Fault> {
    let names: Vec<&str> = rooms.iter().map(|kind| kind.title()).collect();
    let rest = match office.sitting()?.rooms.len() > rooms.len() {
        true => "Left out on purpose: other rooms that may hold something.",
        false => "Nothing of any other room is in it.",
    };
    Ok(format!("{}. {rest}", names.join(", ")))
}

fn must_know(words: &str) -> Result<Vec<String>, Fault> {
    let lines: Vec<String> = words.lines().map(one_line).collect();
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST_LINES
        || lines.iter().map(|line| line.chars().count()).sum::<usize>() > MOST_WORDS
    {
        return Err(Fault::field(
            "must_know",
            format!(
                "Say it in {MOST_LINES} lines and {MOST_WORDS} characters or fewer; the rest belongs on its concern"
            ),
        ));
    }
    Ok(lines)
}

/// `10 November 2026`.
fn in_full(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A heading with how many lines there are, or that there are none.
fn part(heading: &str, lines: Vec<papers::Paragraph>, none: &str) -> Part {
    match lines.len() {
        0 => Part {
            heading: heading.to_owned(),
            paragraphs: vec![labelled(Style::Account, "", none, None)],
        },
        count => Part {
            heading: format!("{heading} ({count})"),
            paragraphs: lines,
        },
    }
}
