//! What the papers of the record have in common: who prints, when, what for, and the state of the record.

use chrono::Datelike;
use domain::room::Room as RoomKind;
use papers::{Day, Paragraph, Printed, Style, Words};

use crate::chronology::{Letters, mask};
use crate::office::not_a_member;
use crate::wire::{Fault, Piece};
use crate::{Office, say};

/// Today, as papers print it.
pub(super) fn today(office: &Office) -> Result<Day, Fault> {
    let today = office.around.local().date_naive();
    let (year, month, day) = (today.year(), today.month(), today.day());
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    Ok(Day::new(
        u16::try_from(year).unwrap_or(2000),
        part(month),
        part(day),
    )?)
}

/// The foot of a record's paper. Without a purpose nothing is printed: whoever finds the paper must see what it was for.
pub(super) fn printed(
    office: &Office,
    room: RoomKind,
    purpose: &str,
    lettered: bool,
) -> Result<Printed, Fault> {
    if purpose.trim().is_empty() {
        return Err(Fault::field("purpose", "Say what it is printed for"));
    }
    let sitting = office.sitting()?;
    let now = office.around.local();
    let checkpoint = office
        .room(room)
        .ok_or_else(not_a_member)?
        .checkpoint()?
        .root()
        .to_string();
    let groups: Vec<&str> = [(0, 4), (4, 8), (8, 12), (12, 16)]
        .into_iter()
        .filter_map(|(from, to)| checkpoint.get(from..to))
        .collect();
    Ok(Printed {
        school: sitting.settings.school.clone(),
        marking: sitting.settings.marking.clone(),
        by: sitting.opened.card.name.clone(),
        at: format!(
            "{}, {}",
            say::date_and_year(now.date_naive()),
            now.format("%H:%M")
        ),
        on: today(office)?,
        purpose: purpose.to_owned(),
        checkpoint: groups.join(" "),
        lettered,
    })
}

/// Text as a paper takes it, with other children by letter where there are letters.
pub(super) fn words(text: &str, letters: Option<&Letters>) -> Vec<Words> {
    let Some(letters) = letters else {
        return vec![Words::Plain(text.to_owned())];
    };
    mask(text, letters, false)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words { text } => Words::Plain(text),
            Piece::Child { letter, .. } => Words::Child(letter),
        })
        .collect()
}

/// A paragraph of one style, with a label before it.
pub(super) fn labelled(
    style: Style,
    label: &str,
    text: &str,
    letters: Option<&Letters>,
) -> Paragraph {
    let mut all = Vec::new();
    if !label.is_empty() {
        all.push(Words::Strong(format!("{label}. ")));
    }
    all.extend(words(text, letters));
    Paragraph { style, words: all }
}

/// What a correction changed: both wordings in one reading, with a few words around each change.
pub(super) fn changed(change: &crate::wire::FieldChange, letters: Option<&Letters>) -> Vec<Words> {
    let mut all = vec![Words::Strong(format!("{}: ", change.label))];
    let last = change.runs.len().saturating_sub(1);
    for (place, run) in change.runs.iter().enumerate() {
        match run.kind {
            "gone" => all.extend(turned(&run.text, letters, Words::Gone)),
            "new" => {
                // What was said in the place of something stands a space behind it.
                all.push(Words::Plain(" ".to_owned()));
                all.extend(turned(&run.text, letters, Words::New));
            }
            _ => all.extend(words(&around(&run.text, place > 0, place < last), letters)),
        }
    }
    all
}

/// Words that were taken out or put in; another child stays a letter among them.
fn turned(
    text: &str,
    letters: Option<&Letters>,
    into: fn(String) -> Words,
) -> impl Iterator<Item = Words> {
    words(text, letters).into_iter().map(move |one| {
        if let Words::Plain(text) = one {
            into(text)
        } else {
            one
        }
    })
}

/// A few words of what stayed: the last ones before a change, the first ones after it.
fn around(text: &str, after: bool, before: bool) -> String {
    /// Words on each side of a change.
    const FEW: usize = 6;
    let starts: Vec<usize> = text
        .split_whitespace()
        .filter_map(|word| word.as_ptr().addr().checked_sub(text.as_ptr().addr()))
        .collect();
    if starts.len() <= 2 * FEW + 1 {
        return text.to_owned();
    }
    let head = starts.get(FEW).and_then(|at| text.get(..*at));
    let tail = starts
        .get(starts.len() - FEW)
        .and_then(|at| text.get(*at..));
    match (after, before) {
        (true, true) => format!(
            "{} \u{2026} {}",
            head.unwrap_or_default().trim_end(),
            tail.unwrap_or_default()
        ),
        (true, false) => format!("{} \u{2026}", head.unwrap_or_default().trim_end()),
        (false, true) => format!("\u{2026} {}", tail.unwrap_or_default()),
        (false, false) => text.to_owned(),
    }
}
