//! What a field takes, and how an answer is said.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::register::Answered;
use domain::step::parse_time;
use guidance::{FieldKind, RegisterField};

use crate::wire::FieldControl;
use crate::{Office, say, words};

/// Longest that an answer may be, in characters.
const LONGEST: usize = 20_000;

/// What the window draws for it.
pub(super) fn control(kind: &FieldKind) -> FieldControl {
    match kind {
        FieldKind::Moment => FieldControl::Moment,
        FieldKind::Day => FieldControl::Day,
        FieldKind::Words => FieldControl::Words,
        FieldKind::Table | FieldKind::People | FieldKind::Several => FieldControl::List,
        FieldKind::Record => FieldControl::Record,
        FieldKind::YesOrNo | FieldKind::OneOf(_) => FieldControl::One,
        FieldKind::Listed(list) if !offered(list).is_empty() => FieldControl::One,
        FieldKind::Person
        | FieldKind::Number
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::File
        | FieldKind::Signature
        | FieldKind::Listed(_) => FieldControl::Line,
    }
}

/// What may be chosen, where only some answers are.
pub(crate) fn options(kind: &FieldKind) -> Vec<String> {
    match kind {
        FieldKind::YesOrNo => vec!["Yes".to_owned(), "No".to_owned()],
        FieldKind::OneOf(all) => all.clone(),
        FieldKind::Listed(list) => offered(list),
        FieldKind::Moment
        | FieldKind::Day
        | FieldKind::Words
        | FieldKind::Person
        | FieldKind::People
        | FieldKind::Number
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::File
        | FieldKind::Record
        | FieldKind::Signature
        | FieldKind::Table
        | FieldKind::Several => Vec::new(),
    }
}

/// The words of a list by its name; none where the list is the school's own.
fn offered(list: &str) -> Vec<String> {
    words::choices(list)
        .into_iter()
        .map(|one| one.title)
        .collect()
}

/// An answer as it is kept: without blanks around it, blank lines left out. A sentence where it cannot be kept.
///
/// What stood there before may stay, whatever is offered now.
pub(super) fn tidy(
    field: &RegisterField,
    typed: &[String],
    before: &[String],
) -> Result<Vec<String>, &'static str> {
    let lines: Vec<String> = typed
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let Some(first) = lines.first() else {
        return Ok(lines);
    };
    if lines.iter().map(|line| line.chars().count()).sum::<usize>() > LONGEST {
        return Err("This is too long for one answer of a register");
    }
    if lines == before {
        return Ok(lines);
    }
    let control = control(&field.kind);
    let fits = match (&field.kind, control) {
        (_, FieldControl::Moment) => parse_time(first).is_some(),
        (_, FieldControl::Day) => NaiveDate::parse_from_str(first, DAY).is_ok(),
        (kind, FieldControl::One) => lines.len() == 1 && options(kind).contains(first),
        (FieldKind::Number, _) => first.parse::<f64>().is_ok_and(f64::is_finite),
        (FieldKind::Email, _) => first.contains('@'),
        _ => true,
    };
    match (fits, control) {
        (true, FieldControl::List) => Ok(lines),
        (true, _) => Ok(vec![lines.join("\n")]),
        (false, FieldControl::Moment) => {
            Err("We could not read this day and time. Try: 20 Nov 10:35")
        }
        (false, FieldControl::Day) => Err("We could not read this day. Try: 20 Nov"),
        (false, FieldControl::One) => Err("Choose one of the list"),
        (false, _) if field.kind == FieldKind::Email => {
            Err("Write an e-mail address, with an @ in it")
        }
        (false, _) => Err("Write a number, such as 12"),
    }
}

const DAY: &str = "%Y-%m-%d";

/// An answer as it is read: a day and a moment in words, several things one after the other.
pub(super) fn said(office: &Office, field: Option<&RegisterField>, answer: &Answered) -> String {
    // What the register asks no more is read by its form.
    let kind = match (field, answer.lines.as_slice()) {
        (Some(field), _) => Some(control(&field.kind)),
        (None, [one]) if NaiveDate::parse_from_str(one, DAY).is_ok() => Some(FieldControl::Day),
        (None, [one]) if parse_time(one).is_some() => Some(FieldControl::Moment),
        (None, _) => None,
    };
    match (kind, answer.lines.as_slice()) {
        (Some(FieldControl::Moment), [at]) => {
            let about = if answer.about { "about " } else { "" };
            let said = |at: DateTime<FixedOffset>| {
                // A day without its time is kept as the beginning of the day.
                say::known(at.timestamp_millis(), office.around.zone, NaiveDate::MIN)
            };
            parse_time(at).map_or_else(|| at.clone(), |at| format!("{about}{}", said(at)))
        }
        (Some(FieldControl::Day), [day]) => NaiveDate::parse_from_str(day, DAY)
            .map_or_else(|_| day.clone(), |day| day.format("%-d %B %Y").to_string()),
        (Some(FieldControl::Words), _) => answer.lines.join("\n"),
        _ => answer.lines.join("; "),
    }
}
