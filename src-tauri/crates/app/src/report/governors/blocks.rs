//! The tables of a section, for the page and the window alike: what is a single number stands with its neighbours, what is all nought is a
//! line, and everything else is a table of its own.

use domain::governance::{Row, StaffSheet};
use guidance::{Measure, ReportSection};

use super::settled::Settled;
use super::told::Told;
use super::view::STAFF;

/// A table.
pub(super) struct Block {
    /// What it is of; empty where its lines say so themselves.
    pub(super) title: String,
    /// On which days or in which, a column each; empty for those of the report.
    pub(super) whens: Vec<String>,
    /// Its lines.
    pub(super) lines: Vec<Line>,
}

/// A line of a table.
pub(super) struct Line {
    /// What is counted.
    pub(super) label: String,
    /// The name of the measure.
    pub(super) measure: String,
    /// A number for each column that it has one for.
    pub(super) values: Vec<(String, String, bool)>,
    /// What stands there in place of a number.
    pub(super) note: String,
    /// Its place among all rows.
    pub(super) row: Option<usize>,
}

/// The tables of a section.
pub(super) fn blocks(
    section: &ReportSection,
    told: &Told,
    settled: &Settled,
    sheet: Option<&StaffSheet>,
) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for measure in section.measure.iter().filter(|one| one.counts.is_some()) {
        let lines = lines(measure, told, sheet);
        let (title, lines) = match lines.as_slice() {
            [] => (
                String::new(),
                vec![noted(measure, note(section, measure, told, settled))],
            ),
            [one] if one.label == measure.label => (String::new(), lines),
            several if several.iter().all(nought) => {
                let first = lines.into_iter().next();
                let line = first.map(|line| Line {
                    label: measure.label.clone(),
                    ..line
                });
                (String::new(), line.into_iter().collect())
            }
            _ => (measure.label.clone(), lines),
        };
        let mut whens: Vec<String> = Vec::new();
        for (when, _, _) in lines.iter().flat_map(|line| &line.values) {
            if !whens.contains(when) {
                whens.push(when.clone());
            }
        }
        match all.last_mut() {
            Some(last)
                if title.is_empty()
                    && last.title.is_empty()
                    && (last.whens.is_empty()
                        || whens.iter().all(|when| last.whens.contains(when))) =>
            {
                if last.whens.is_empty() {
                    last.whens = whens;
                }
                last.lines.extend(lines);
            }
            _ => all.push(Block {
                title,
                whens,
                lines,
            }),
        }
    }
    all
}

fn lines(measure: &Measure, told: &Told, sheet: Option<&StaffSheet>) -> Vec<Line> {
    let line = |row: &Row, at| Line {
        label: row.label.clone(),
        measure: row.measure.clone(),
        values: row
            .values
            .iter()
            .map(|said| {
                (
                    said.when.clone(),
                    said.value.clone(),
                    said.counts == "percent",
                )
            })
            .collect(),
        note: String::new(),
        row: at,
    };
    let counted = told.rows.iter().zip(&told.behind).enumerate();
    let counted = counted
        .filter(|(_, (row, _))| row.measure == *measure.id)
        .map(|(at, (row, behind))| line(row, behind.as_ref().map(|_| at)));
    let adults = sheet.map_or(&[][..], |sheet| &sheet.rows).iter();
    let adults = adults
        .filter(|row| row.measure == *measure.id)
        .map(|row| line(row, None));
    counted.chain(adults).collect()
}

fn nought(line: &Line) -> bool {
    line.values.iter().all(|(_, value, _)| value == "0")
}

fn noted(measure: &Measure, note: &str) -> Line {
    Line {
        label: measure.label.clone(),
        measure: measure.id.to_string(),
        values: Vec::new(),
        note: note.to_owned(),
        row: None,
    }
}

/// Why there is no number.
fn note(
    section: &ReportSection,
    measure: &Measure,
    told: &Told,
    settled: &Settled,
) -> &'static str {
    if section.id == *STAFF {
        return "reported separately";
    }
    match told.whole_school.iter().any(|one| *one == *measure.id) && settled.site.is_some() {
        true => "known for all of the school alone",
        false => "none",
    }
}
