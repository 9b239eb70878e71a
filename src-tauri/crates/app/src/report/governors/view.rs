//! The report as the window shows it, before it goes.

use domain::disclosure::Days;
use domain::governance::{REPORT_RELEASED, Released, STAFF_SHEET, StaffSheet};
use vault::ask::AllTold;

use super::before::cannot_be_read;
use super::blocks::{Block, blocks};
use super::names::{all_names, found};
use super::periods::{term_of, year_of};
use super::plan::days_said;
use super::settled::settle;
use super::streams::pupils_room;
use super::told::tell;
use crate::Office;
use crate::wire::{
    Fault, ReleasedView, ReportAsked, ReportBlock, ReportCell, ReportChoice, ReportRow,
    ReportSection, ReportView, ReportWords,
};

/// The measures that stand on the head's own sheet.
pub(super) const STAFF: &str = "staff";

/// What the report would say. Without days it is that of the term at hand.
pub fn governor_report(office: &mut Office, asked: ReportAsked) -> Result<ReportView, Fault> {
    office.watch().begin();
    office.with_years = true;
    let view = shown(office, asked);
    office.with_years = false;
    view
}

fn shown(office: &Office, asked: ReportAsked) -> Result<ReportView, Fault> {
    let today = office.around.local().date_naive();
    let terms = &office.sitting()?.settings.terms;
    let choices = choices(office);
    let term = term_of(today, terms);
    let asked = match (&asked.from, &asked.to, term) {
        (None, None, Some(term)) => ReportAsked {
            from: Some(term.from.to_string()),
            to: Some(term.to.to_string()),
            ..asked
        },
        _ => asked,
    };
    let settled = settle(office, &asked)?;
    let asked = match asked.words.is_empty() {
        true => super::kept::kept(office, &asked).unwrap_or(asked),
        false => asked,
    };
    let before = pupils_room(office)?.all_told::<Released>(REPORT_RELEASED)?;
    let held = (!before.unreadable.is_empty()).then(|| cannot_be_read(REPORT_RELEASED));
    let told = match held {
        None => Some(tell(office, &settled)?),
        Some(_) => None,
    };
    let days = settled.periods.now;
    let sheet = staff_sheet_of(office, days)?.filter(|_| settled.site.is_none());
    let names = all_names(office)?;
    let report = guidance::governor_report()
        .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let sections = report.section.iter().map(|section| {
        let blocks = told.as_ref().map_or_else(Vec::new, |told| {
            blocks(section, told, &settled, sheet.as_ref())
        });
        let written = section.measure.iter().filter_map(|measure| {
            let words = asked.words.get(measure.id.as_str());
            let words = words.cloned().unwrap_or_default();
            Some(ReportWords {
                id: measure.id.to_string(),
                label: measure.label.clone(),
                hint: measure.hint.clone()?,
                names: found(&words, &names),
                words,
            })
        });
        ReportSection {
            id: section.id.to_string(),
            title: section.title.clone(),
            blocks: blocks.into_iter().map(block).collect(),
            words: written.collect(),
        }
    });
    let settings = &office.sitting()?.settings;
    Ok(ReportView {
        title: title(office, days),
        from: days.from.to_string(),
        to: days.to.to_string(),
        days: days_said(days),
        ahead: days.to > today,
        site: settled.site.clone(),
        sites: settings.sites.clone(),
        below: settings.smallest_told,
        choices,
        sections: sections.collect(),
        to_whom: asked.to_whom.clone(),
        released: released(office, before),
        held,
        staff_open: office.room(domain::room::Room::Staff).is_some(),
    })
}

/// What the report is called.
pub(super) fn title(office: &Office, days: Days) -> String {
    let terms = office.sitting().map(|sitting| &sitting.settings.terms);
    let annual = terms.is_ok_and(|terms| year_of(days.from, terms) == Some(days));
    match annual {
        true => "Annual safeguarding report to governors".to_owned(),
        false => "Safeguarding report to governors".to_owned(),
    }
}

/// The terms and school years that are commonly reported.
pub(in crate::report) fn choices(office: &Office) -> Vec<ReportChoice> {
    let Ok(sitting) = office.sitting() else {
        return Vec::new();
    };
    let terms = &sitting.settings.terms;
    let today = office.around.local().date_naive();
    let term = term_of(today, terms);
    let year = year_of(today, terms);
    let before = |days: Option<Days>| days.and_then(|days| days.from.pred_opt());
    [
        ("This term", term),
        (
            "Last term",
            before(term).and_then(|day| term_of(day, terms)),
        ),
        ("This school year", year),
        (
            "Last school year",
            before(year).and_then(|day| year_of(day, terms)),
        ),
    ]
    .into_iter()
    .filter_map(|(label, days)| {
        let days = days?;
        Some(ReportChoice {
            label: label.to_owned(),
            detail: days_said(days),
            from: days.from.to_string(),
            to: days.to.to_string(),
        })
    })
    .collect()
}

fn block(block: Block) -> ReportBlock {
    let lines = block.lines.into_iter().map(|line| ReportRow {
        label: line.label,
        measure: line.measure,
        cells: line
            .values
            .into_iter()
            .map(|(when, value, share)| ReportCell { when, value, share })
            .collect(),
        note: line.note,
        behind: line.row.and_then(|at| u32::try_from(at).ok()),
    });
    ReportBlock {
        title: block.title,
        whens: block.whens,
        rows: lines.collect(),
    }
}

/// What the head let stand about adults, of the same days.
pub(super) fn staff_sheet_of(office: &Office, days: Days) -> Result<Option<StaffSheet>, Fault> {
    let all = pupils_room(office)?.told::<StaffSheet>(STAFF_SHEET)?;
    Ok(all
        .into_iter()
        .map(|told| told.said)
        .find(|sheet| sheet.days == days))
}

/// Every report that went, the latest first, those that cannot be read among them.
fn released(office: &Office, before: AllTold<Released>) -> Vec<ReleasedView> {
    let read = before.read.into_iter().map(|told| {
        let view = ReleasedView {
            id: history::to_hex(&told.id),
            title: told.said.title,
            days: days_said(told.said.days),
            site: told.said.site,
            to: told.said.to,
            at: office.dated(told.at),
            who: told.who,
            readable: true,
        };
        (told.at, view)
    });
    let unreadable = before.unreadable.into_iter().map(|told| {
        let view = ReleasedView {
            id: history::to_hex(&told.id),
            title: String::new(),
            days: String::new(),
            site: None,
            to: String::new(),
            at: office.dated(told.at),
            who: told.who,
            readable: false,
        };
        (told.at, view)
    });
    let mut all: Vec<(i64, ReleasedView)> = read.chain(unreadable).collect();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().map(|(_, view)| view).collect()
}
