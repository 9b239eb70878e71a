//! When pupils are in school: the term dates, as lines that somebody writes or pastes.

use chrono::{Datelike, NaiveDate};
use domain::calendar::{Line, Span, Terms, read_terms as read};

use super::settings::set;
use crate::Office;
use crate::office::create_refuse as refuse;
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, Problem, TermLine, TermsView};

/// Longest list, in characters: ten years of terms are a tenth of it.
const LONGEST: usize = 20_000;

/// The term dates that are set.
pub fn terms(office: &Office) -> Result<TermsView, Fault> {
    need(office, Right::Settings)?;
    let text = written_out(&office.sitting()?.settings.terms);
    Ok(view(office, text))
}

/// What would be understood of lines, before anything is signed.
pub fn read_terms(office: &Office, text: String) -> Result<TermsView, Fault> {
    need(office, Right::Settings)?;
    short(&text)?;
    Ok(view(office, text))
}

/// Sets the term dates in place of those that were set. A line that cannot be read is refused, and nothing is set.
pub fn save_terms(office: &mut Office, text: String) -> Result<Done<()>, Fault> {
    need(office, Right::Settings)?;
    short(&text)?;
    let (lines, terms) = read(&text, office.around.local().date_naive());
    let wrong = lines.iter().filter_map(|line| {
        let say = line.what.err()?;
        Some(Problem {
            field: "terms".to_owned(),
            say: format!("Line {}: {say}", line.number),
        })
    });
    refuse(wrong.collect())?;
    let mut settings = office.sitting()?.settings.clone();
    settings.terms = terms;
    set(office, settings)
}

fn short(text: &str) -> Result<(), Fault> {
    let long = text.chars().count() > LONGEST;
    let say = "These are too many lines. Keep the school years that matter now";
    refuse(Vec::from_iter(long.then(|| Problem {
        field: "terms".to_owned(),
        say: say.to_owned(),
    })))
}

fn view(office: &Office, text: String) -> TermsView {
    let (lines, terms) = read(&text, office.around.local().date_naive());
    TermsView {
        lines: lines
            .iter()
            .map(|line| TermLine {
                number: u32::try_from(line.number).unwrap_or(u32::MAX),
                say: match line.what {
                    Ok(line) => in_words(line, &terms),
                    Err(say) => say.to_owned(),
                },
                understood: line.what.is_ok(),
            })
            .collect(),
        covered: covered(&terms),
        text,
    }
}

fn in_words(line: Line, terms: &Terms) -> String {
    match line {
        Line::Inset(day) => format!("{}: inset day, pupils are not in", said(day)),
        Line::Term(span) => {
            let days = span.from.iter_days().take_while(|day| *day <= span.to);
            let days = days.filter(|day| terms.is_school_day(*day)).count();
            let days = match days {
                1 => "1 school day".to_owned(),
                days => format!("{days} school days"),
            };
            format!("{} to {}: {days}", said(span.from), said(span.to))
        }
    }
}

/// `School year 2026–27`, and without which holes days are known.
fn covered(terms: &Terms) -> Vec<String> {
    let mut years: Vec<i32> = terms.spans.iter().map(|span| school_year(*span)).collect();
    years.sort_unstable();
    years.dedup();
    let years: Vec<String> = years
        .iter()
        .map(|year| format!("{year}\u{2013}{:02}", (year + 1) % 100))
        .collect();
    if years.is_empty() {
        return Vec::new();
    }
    let title = match years.len() {
        1 => "School year",
        _ => "School years",
    };
    let known = terms.stretches().into_iter().map(|known| {
        let (from, to) = (said(known.from), said(known.to));
        format!("School days are known from {from} to {to}.")
    });
    std::iter::once(format!("{title} {}.", years.join(", ")))
        .chain(known)
        .collect()
}

/// A school year begins in September; it is named by that year.
fn school_year(span: Span) -> i32 {
    match span.from.month() {
        9.. => span.from.year(),
        _ => span.from.year() - 1,
    }
}

/// The lines that are read as these dates again.
fn written_out(terms: &Terms) -> String {
    let date = |day: NaiveDate| day.format("%-d %b %Y").to_string();
    let spans = terms.spans.iter();
    let spans = spans.map(|span| format!("{} to {}\n", date(span.from), date(span.to)));
    let insets = terms.insets.iter();
    spans
        .chain(insets.map(|day| format!("inset {}\n", date(*day))))
        .collect()
}

fn said(day: NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}
