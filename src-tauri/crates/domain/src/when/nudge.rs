//! Up and Down in a field for a time.

use std::ops::Range;

use chrono::{DateTime, Days, Duration, Timelike};
use chrono_tz::Tz;

use super::draft::{Mark, Part};
use super::render::{render, render_day};
use super::settle::Settled;
use super::understand::read_and_settle;
use super::zone::place;

/// Moves the part of a written time that the caret is on: the day by one, the hour by one, the minute to the next
/// multiple of five. `up` is later.
///
/// `caret` counts UTF-16 units, as a window's text field does. Gives the time written out in full and the caret at the
/// end of the same part, so that the key can be pressed again; None when the text is not understood.
pub fn nudge(text: &str, caret: usize, up: bool, now: DateTime<Tz>) -> Option<(String, usize)> {
    let (draft, settled) = read_and_settle(text, now).ok()?;
    let part = part_at(&draft.marks, byte_of(text, caret))?;

    let today = now.date_naive();
    let Settled {
        at,
        about,
        whole_day,
        ..
    } = settled;
    let moved = move_part(at, part, up)?;
    let said = if whole_day {
        render_day(moved.date_naive(), today)
    } else {
        render(moved, about, today)
    };
    let caret = end_of(&said, part, now)?;

    Some((said, caret))
}

/// The part under the caret; between parts, the one before it.
fn part_at(marks: &[Mark], caret: usize) -> Option<Part> {
    let under = marks
        .iter()
        .find(|mark| mark.start <= caret && caret <= mark.end && mark.start < mark.end);
    let before = marks
        .iter()
        .filter(|mark| mark.end <= caret)
        .max_by_key(|mark| mark.end);
    let first = marks.iter().min_by_key(|mark| mark.start);

    under.or(before).or(first).map(|mark| mark.part)
}

fn move_part(at: DateTime<Tz>, part: Part, up: bool) -> Option<DateTime<Tz>> {
    match part {
        Part::Day => {
            let local = at.naive_local();
            let one = Days::new(1);
            let local = if up {
                local.checked_add_days(one)
            } else {
                local.checked_sub_days(one)
            };
            Some(place(at.timezone(), local?, None)?.at)
        }
        Part::Hour => at.checked_add_signed(Duration::hours(if up { 1 } else { -1 })),
        Part::Minute => {
            let over = i64::from(at.minute() % 5);
            let step = match (up, over) {
                (true, over) => 5 - over,
                (false, 0) => -5,
                (false, over) => -over,
            };
            at.checked_add_signed(Duration::minutes(step))
        }
    }
}

/// Where the part ends in a time written out: for a day, after its number.
fn end_of(said: &str, part: Part, now: DateTime<Tz>) -> Option<usize> {
    let (draft, _) = read_and_settle(said, now).ok()?;
    let is_number = |range: Range<usize>| {
        said.get(range)
            .is_some_and(|text| text.starts_with(|first: char| first.is_ascii_digit()))
    };
    let mark = draft
        .marks
        .iter()
        .filter(|mark| mark.part == part)
        .max_by_key(|mark| is_number(mark.start..mark.end))?;
    let end = match part {
        // The mark covers "8 Nov 2025".
        Part::Day => {
            let digits = said
                .get(mark.start..mark.end)?
                .bytes()
                .take_while(u8::is_ascii_digit)
                .count();
            if digits == 0 {
                mark.end
            } else {
                mark.start + digits
            }
        }
        Part::Hour | Part::Minute => mark.end,
    };

    Some(said.get(..end)?.encode_utf16().count())
}

fn byte_of(text: &str, caret: usize) -> usize {
    let mut units = 0;
    for (byte, letter) in text.char_indices() {
        if units >= caret {
            return byte;
        }
        units += letter.len_utf16();
    }

    text.len()
}
