//! Term dates as a school writes them: one span or one inset day on a line.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Span, Terms};

/// No term is longer, even one without a half term in it.
const LONGEST_TERM: i64 = 130;
/// Nobody knows dates further ahead, and nobody counts days so long ago.
const YEARS_AHEAD: i32 = 6;
const YEARS_BACK: i32 = 12;

const UNREAD: &str =
    "We could not read this line. Try: 5 Jan 2027 to 12 Feb 2027, or inset 4 Jan 2027";
const BACKWARDS: &str = "The last day is before the first";
const LONG: &str =
    "This is longer than any term. Put each half term on a line of its own, without the holidays";
const FAR: &str = "This year is too far away: is it right?";
const THERE: &str = "These days, or some of them, stand in an earlier line already";
const WEEKEND: &str = "This is a Saturday or a Sunday: is the date right?";
const TWICE: &str = "This inset day stands in an earlier line already";
const OTHER_WEEKDAY: &str = "The day of the week does not fit the date: which of them is right?";

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A term, or half of one.
    Term(Span),
    /// The staff are in, the pupils are not.
    Inset(NaiveDate),
}

/// A line that was read, or why it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// Which, counted from 1 with the blank ones.
    pub number: usize,
    /// What was understood, or what to say of it.
    pub what: Result<Line, &'static str>,
}

/// Reads every line that is not blank. What could not be read is not in the dates: they may be used only where every line
/// was understood.
pub fn read_terms(text: &str, today: NaiveDate) -> (Vec<ReadLine>, Terms) {
    let mut terms = Terms::default();
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let what = read_line(line).and_then(|line| fits(line, &terms, today));
        match what {
            Ok(Line::Term(span)) => terms.spans.push(span),
            Ok(Line::Inset(day)) => terms.insets.push(day),
            Err(_) => {}
        }
        lines.push(ReadLine {
            number: at + 1,
            what,
        });
    }
    terms.spans.sort_unstable();
    terms.insets.sort_unstable();
    (lines, terms)
}

fn fits(line: Line, terms: &Terms, today: NaiveDate) -> Result<Line, &'static str> {
    let years = today.year() - YEARS_BACK..=today.year() + YEARS_AHEAD;
    let near = |day: NaiveDate| years.contains(&day.year());
    match line {
        Line::Term(span) if !near(span.from) || !near(span.to) => Err(FAR),
        Line::Term(span) if span.to < span.from => Err(BACKWARDS),
        Line::Term(span) if (span.to - span.from).num_days() > LONGEST_TERM => Err(LONG),
        Line::Term(span) => {
            let meets = |other: &Span| span.from <= other.to && other.from <= span.to;
            if terms.spans.iter().any(meets) {
                return Err(THERE);
            }
            Ok(line)
        }
        Line::Inset(day) if !near(day) => Err(FAR),
        Line::Inset(day) if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => Err(WEEKEND),
        Line::Inset(day) if terms.insets.contains(&day) => Err(TWICE),
        Line::Inset(_) => Ok(line),
    }
}

fn read_line(line: &str) -> Result<Line, &'static str> {
    let lower = line.to_lowercase();
    // "Spring term, first half: 5 Jan 2027 to 12 Feb 2027".
    let dates = lower.rsplit(':').next().unwrap_or(&lower);
    if lower.contains("inset") {
        let plain = dates.replace(['(', ')'], " ");
        let words = plain
            .split_whitespace()
            .filter(|word| !["inset", "day", "on"].contains(word));
        let day = date(&words.collect::<Vec<_>>().join(" "), None)?;
        return Ok(Line::Inset(day));
    }
    let marks = [" to ", " until ", " - ", "\u{2013}", "\u{2014}"];
    let (first, last) = marks
        .iter()
        .find_map(|mark| dates.split_once(mark))
        .ok_or(UNREAD)?;
    let to = date(last, None)?;
    // "4 Nov to 19 Dec 2026": the year is said once.
    let from = date(first, Some(to.year()))?;
    Ok(Line::Term(Span { from, to }))
}

/// One date; where it has no year of its own, in the year that is given.
fn date(words: &str, year: Option<i32>) -> Result<NaiveDate, &'static str> {
    let plain = words.replace([',', '.'], " ");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let weekday = words.first().and_then(|word| word.parse::<Weekday>().ok());
    if weekday.is_some() {
        words.remove(0);
    }
    let day = match words.as_slice() {
        [one] => in_figures(one, year),
        [day, month] => year.and_then(|year| named(day, month, year)),
        [day, month, year] => year
            .parse()
            .ok()
            .and_then(|year| named(day, month, whole(year))),
        _ => None,
    };
    match (day.ok_or(UNREAD)?, weekday) {
        (day, Some(weekday)) if day.weekday() != weekday => Err(OTHER_WEEKDAY),
        (day, _) => Ok(day),
    }
}

/// `2027-01-05`, `5/1/2027`, `05/01/27`.
fn in_figures(word: &str, year: Option<i32>) -> Option<NaiveDate> {
    if let Ok(day) = word.parse() {
        return Some(day);
    }
    let mut numbers = word.split('/');
    let day = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    let year = match numbers.next() {
        Some(year) => whole(year.parse().ok()?),
        None => year?,
    };
    match numbers.next() {
        None => NaiveDate::from_ymd_opt(year, month, day),
        Some(_) => None,
    }
}

fn named(day: &str, month: &str, year: i32) -> Option<NaiveDate> {
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let month = match month {
        "sept" => chrono::Month::September,
        month => month.parse().ok()?,
    };
    NaiveDate::from_ymd_opt(year, month.number_from_month(), day.parse().ok()?)
}

fn whole(year: i32) -> i32 {
    if year < 100 { 2000 + year } else { year }
}
