//! The report on paper.

use domain::governance::StaffSheet;
use domain::room::Room as RoomKind;
use papers::{Bar, BarsFacts, LaidOut, Paragraph, Printed, Style, TableFacts, TablesFacts, Words};

use super::blocks::{Block, blocks};
use super::plan::days_said;
use super::settled::{Settled, settle};
use super::told::{Told, tell};
use super::view::{staff_sheet_of, title};
use crate::Office;
use crate::paper::{About, labelled, printed};
use crate::wire::{Fault, ReportAsked};

/// The measure whose table is drawn as bars as well, here and in the window.
const CATEGORIES: &str = "concerns.cat";
/// What a draft is noted as: it is looked at and never handed out.
pub(crate) const DRAFT: &str = "report_draft";

/// Lays out what would go, to be looked at.
pub(crate) fn lay_out(
    office: &mut Office,
    asked: &ReportAsked,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let settled = settle(office, asked)?;
    let told = tell(office, &settled)?;
    let sheet = staff_sheet_of(office, settled.periods.now)?.filter(|_| settled.site.is_none());
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
        &format!(
            "Nobody is named. \u{201c}Not shown\u{201d} stands for a number from 1 to {}, and for others by which such a one could be worked out, from this report or from an earlier one. Which of them it is, is not said.",
            below.saturating_sub(1)
        ),
    ));
    let report = guidance::governor_report()
        .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut tables = Vec::new();
    for section in &report.section {
        let written = section.measure.iter().filter_map(|measure| {
            measure.hint.as_ref()?;
            let said = asked.words.get(measure.id.as_str())?.trim();
            (!said.is_empty()).then(|| account(&measure.label, said))
        });
        let written: Vec<Paragraph> = written.collect();
        let mut heading = section.title.clone();
        for block in blocks(section, told, settled, sheet) {
            tables.push(table(std::mem::take(&mut heading), block));
        }
        if !written.is_empty() {
            tables.push(TableFacts {
                heading,
                words: written,
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

/// The most bars of the chart; the table beneath has every category.
const MOST: usize = 10;

/// The categories as bars, the largest first; what is not said has a bar of one length.
fn bars(block: &Block) -> BarsFacts {
    let mut bars: Vec<Bar> = block
        .lines
        .iter()
        .filter_map(|line| {
            let (_, value, _) = line.values.first()?;
            let count = value.parse().ok();
            Some(Bar {
                label: line.label.clone(),
                value: count.unwrap_or(0),
                said: count.is_none().then(|| value.clone()),
                before: None,
            })
        })
        .filter(|bar| bar.value > 0 || bar.said.is_some())
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
    bars.truncate(MOST);
    BarsFacts {
        upright: false,
        bars,
    }
}

/// A table of the page: a column for each time, the report's own first.
fn table(heading: String, block: Block) -> TableFacts {
    let drawn = block.lines.len() > 1 && block.lines.iter().any(|line| line.measure == CATEGORIES);
    let chart = drawn.then(|| bars(&block));
    let whens = match block.whens.is_empty() {
        true => vec![String::new()],
        false => block.whens,
    };
    let named = whens.iter().map(|when| match when.as_str() {
        "" => ("In these days".to_owned(), 1.1),
        when => (when.to_owned(), 1.1),
    });
    let rows = block.lines.into_iter().map(|line| {
        let cells = whens.iter().enumerate().map(|(place, when)| {
            let value = line.values.iter().find(|(own, _, _)| own == when);
            match (value, place) {
                (Some((_, value, true)), _) => format!("{value} %"),
                (Some((_, value, false)), _) => value.clone(),
                (None, 0) => line.note.clone(),
                (None, _) => String::new(),
            }
        });
        let cells = cells.map(|cell| vec![Words::Plain(cell)]);
        std::iter::once(vec![Words::Plain(line.label.clone())])
            .chain(cells)
            .collect()
    });
    let rows: Vec<Vec<Vec<Words>>> = rows.collect();
    TableFacts {
        heading,
        bars: chart,
        columns: std::iter::once((block.title, 3.0)).chain(named).collect(),
        rows,
        ..TableFacts::default()
    }
}
