//! The report on paper.

use domain::governance::{Row, StaffSheet};
use domain::room::Room as RoomKind;
use papers::{LaidOut, Paragraph, Printed, Style, TableFacts, TablesFacts, Words};

use super::plan::days_said;
use super::settled::{Settled, settle};
use super::told::{Told, tell};
use super::view::{note, staff_sheet_of, title};
use crate::Office;
use crate::paper::{About, labelled, printed};
use crate::wire::{Fault, ReportAsked};

/// What a draft is noted as: it is looked at and never handed out.
pub(crate) const DRAFT: &str = "report_draft";

/// Lays out what would go, to be looked at.
pub(crate) fn lay_out(
    office: &mut Office,
    asked: &ReportAsked,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let settled = settle(office, asked)?;
    let told = tell(office, &settled)?;
    let sheet = staff_sheet_of(office, settled.periods.now)?;
    let printed = printed(
        office,
        &[RoomKind::Pupils],
        "Draft, not for governors before it is released",
        None,
    )?;
    let laid_out = pages(office, (asked, &settled), &told, (sheet.as_ref(), printed))?;
    let about = About {
        room: RoomKind::Pupils,
        what: DRAFT,
        id: days_said(settled.periods.now),
        purpose: String::new(),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    Ok((laid_out, "strongroom-governors.pdf".to_owned(), Some(about)))
}

/// Its pages.
pub(super) fn pages(
    office: &Office,
    (asked, settled): (&ReportAsked, &Settled),
    told: &Told,
    (sheet, printed): (Option<&StaffSheet>, Printed),
) -> Result<LaidOut, Fault> {
    let below = office.sitting()?.settings.smallest_told;
    let account = |label: &str, text: &str| labelled(Style::Account, label, text, None);
    let mut about = vec![account("Days", &days_said(settled.periods.now))];
    if let Some(site) = &settled.site {
        about.push(account("Site", site));
    }
    about.push(account(
        "How to read it",
        &match below {
            0..=1 => "Every number is said.".to_owned(),
            below => format!(
                "Nobody is named. \u{201c}<{below}\u{201d} stands for a number from 1 to {}. \u{201c}Not shown\u{201d} stands where a small number could otherwise be worked out, from this report or from an earlier one.",
                below - 1
            ),
        },
    ));
    let report = guidance::governor_report()
        .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut tables = Vec::new();
    for section in &report.section {
        let mut rows = Vec::new();
        let mut words = Vec::new();
        for measure in &section.measure {
            let own = |row: &&Row| row.measure == *measure.id;
            let mut here: Vec<&Row> = told.rows.iter().filter(own).collect();
            here.extend(sheet.map_or(&[][..], |sheet| &sheet.rows).iter().filter(own));
            let said = asked.words.get(measure.id.as_str()).map_or("", |said| said.trim());
            let note = note(told, settled, (&section.id, measure), sheet);
            if measure.counts.is_none() {
                if !said.is_empty() {
                    words.push(account(&measure.label, said));
                }
                continue;
            }
            rows.push(head(&measure.label, &note));
            rows.extend(here.into_iter().map(row));
        }
        tables.push(TableFacts {
            heading: section.title.clone(),
            columns: match rows.is_empty() {
                true => Vec::new(),
                false => [("", 3.0), ("In these days", 1.0), ("Otherwise", 2.2)]
                    .map(|(name, share)| (name.to_owned(), share))
                    .to_vec(),
            },
            rows,
            words: Vec::new(),
            none: String::new(),
        });
        let more: Vec<Paragraph> = words;
        if !more.is_empty() {
            tables.push(TableFacts {
                words: more,
                ..TableFacts::default()
            });
        }
    }
    Ok(papers::tables(&TablesFacts {
        printed,
        title: title(office, settled.periods.now),
        about,
        tables,
        sign: vec![
            [("Reported by", 1.6), ("Signature", 1.6), ("Date", 0.8)],
            [("Received by", 1.6), ("Signature", 1.6), ("Date", 0.8)],
        ]
        .into_iter()
        .map(|row| row.map(|(name, share)| (name.to_owned(), share)).to_vec())
        .collect(),
    })?)
}

/// The row that a measure begins with.
fn head(label: &str, note: &str) -> Vec<Vec<Words>> {
    vec![
        vec![Words::Strong(label.to_owned())],
        vec![Words::Plain(note.to_owned())],
        Vec::new(),
    ]
}

fn row(row: &Row) -> Vec<Vec<Words>> {
    let of = |share: &str, value: &str| match share {
        "percent" => format!("{value} %"),
        _ => value.to_owned(),
    };
    let now = row.values.iter().find(|said| said.when.is_empty());
    let others = row.values.iter().filter(|said| !said.when.is_empty());
    let others: Vec<String> = others
        .map(|said| format!("{} ({})", of(&said.counts, &said.value), said.when))
        .collect();
    vec![
        vec![Words::Plain(row.label.clone())],
        vec![Words::Plain(
            now.map_or_else(String::new, |said| of(&said.counts, &said.value)),
        )],
        vec![Words::Plain(others.join("\n"))],
    ]
}
