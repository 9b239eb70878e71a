//! Numbers about adults who work at the school: counted in the head's own room, and released from there by whoever keeps it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::disclosure::{Days, Figure, Leaf, Published};
use domain::governance::{PART_SHEET, Row, STAFF_SHEET, Said, StaffSheet};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::before::all_before;
use super::plan::days_said;
use super::settled::days as days_of;
use super::staff_matters::{ALLEGATIONS, LOW_LEVEL, matters};
use super::streams::{part, some};
use super::told::held_against;
use super::view::{STAFF, staff_sheet_of};
use crate::rights::{self, Right};
use crate::wire::{Done, Fault, FaultKind, ReportCell, ReportRow, StaffSheetView, Topic};
use crate::{Office, say};

/// What the governors would read about adults in some days, before it is released, and whether it was.
pub fn staff_sheet(
    office: &Office,
    from: Option<String>,
    to: Option<String>,
) -> Result<StaffSheetView, Fault> {
    let days = days_of(&from, &to)?;
    let (rows, _) = counted(office, days)?;
    let measures = measures()?;
    let released = staff_sheet_of(office, days)?;
    let rows = released.as_ref().map_or(rows, |sheet| sheet.rows.clone());
    Ok(StaffSheetView {
        days: days_said(days),
        rows: rows
            .into_iter()
            .map(|row| ReportRow {
                measure: row.measure.clone(),
                note: String::new(),
                label: match measures.get(&row.measure) {
                    Some(measure) => format!("{measure}: {}", row.label),
                    None => row.label,
                },
                cells: row
                    .values
                    .into_iter()
                    .map(|said| ReportCell {
                        when: said.when,
                        value: said.value,
                        share: false,
                    })
                    .collect(),
                behind: None,
            })
            .collect(),
        released: released.is_some(),
        not_before: not_before(office, days).map(say::date_and_year),
    })
}

/// Lets the numbers about adults stand in the report of these days. They are written where the leads read them, and nothing else is.
pub fn release_staff_sheet(
    office: &mut Office,
    from: Option<String>,
    to: Option<String>,
) -> Result<Done<()>, Fault> {
    let days = days_of(&from, &to)?;
    if staff_sheet_of(office, days)?.is_some() {
        return Err(Fault::new(
            FaultKind::Refused,
            "The numbers about adults of these days were released before.",
        )
        .kept("What was released stays as it is."));
    }
    let (rows, figures) = counted(office, days)?;
    if let Some(first) = not_before(office, days) {
        return Err(Fault::new(
            FaultKind::Refused,
            "These days are not over yet, and numbers about adults are released once: what comes after would never stand in the report.",
        )
        .kept("Nothing was released.")
        .next(format!(
            "Let them stand from {} on, or look at days that are over.",
            say::date_and_year(first)
        )));
    }
    let sheet = StaffSheet {
        days,
        rows,
        figures,
    };
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let part = serde_json::to_vec(&sheet).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind: STAFF_SHEET,
        subjects: vec![id],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_SHEET, Zeroizing::new(part))],
        blobs: Vec::new(),
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// The first day on which they can be released, where that is still to come.
fn not_before(office: &Office, days: Days) -> Option<NaiveDate> {
    let today = office.around.local().date_naive();
    days.to.succ_opt().filter(|first| today < *first)
}

fn measures() -> Result<BTreeMap<String, String>, Fault> {
    let report = guidance::governor_report()
        .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let section = report.section.iter().filter(|one| one.id == *STAFF);
    Ok(section
        .flat_map(|section| &section.measure)
        .map(|measure| (measure.id.to_string(), measure.label.clone()))
        .collect())
}

type Counted = (Vec<Row>, BTreeMap<String, Vec<Published>>);

/// The rows of the sheet, held against every sheet before it.
fn counted(office: &Office, days: Days) -> Result<Counted, Fault> {
    rights::need(office, Right::Reports)?;
    let room = office.room(RoomKind::Staff).ok_or_else(|| {
        Fault::new(
            FaultKind::NotAllowed,
            "Whoever keeps what is recorded about adults releases their numbers.",
        )
        .kept("Nothing was changed.")
    })?;
    let before: Vec<StaffSheet> = all_before(office, STAFF_SHEET)?;
    let matters = [
        ("allegations", matters(office, room, &ALLEGATIONS)?),
        ("low-level", matters(office, room, &LOW_LEVEL)?),
    ];
    let plan: [(&str, &str, &str, Leaf); 6] = [
        ("staff.lado", "Allegations", "allegations", Leaf::All),
        (
            "staff.lado",
            "The harm threshold was met",
            "allegations",
            part("threshold", "met"),
        ),
        (
            "staff.lado",
            "The LADO was spoken to",
            "allegations",
            some("lado"),
        ),
        ("staff.llc", "Low-level concerns", "low-level", Leaf::All),
        (
            "staff.llc",
            "A pattern was looked for",
            "low-level",
            some("pattern"),
        ),
        ("staff.dbs", "Referrals", "allegations", some("barring")),
    ];
    let mut rows = Vec::new();
    let mut figures: BTreeMap<String, Vec<Published>> = BTreeMap::new();
    for (stream, events) in &matters {
        let own: Vec<_> = plan.iter().filter(|(_, _, of, _)| of == stream).collect();
        let asked: Vec<Figure> = own
            .iter()
            .map(|(_, _, _, leaf)| Figure {
                of: vec![leaf.clone()],
                days,
                site: None,
            })
            .collect();
        let said_before: Vec<Published> = before
            .iter()
            .filter_map(|sheet| sheet.figures.get(*stream))
            .flatten()
            .cloned()
            .collect();
        let shown = held_against(office, &asked, &said_before, &events.events)?;
        for (((measure, label, _, _), figure), shown) in own.into_iter().zip(asked).zip(shown) {
            rows.push(Row {
                section: STAFF.to_owned(),
                measure: (*measure).to_owned(),
                label: (*label).to_owned(),
                values: vec![Said {
                    when: String::new(),
                    value: shown.to_string(),
                    counts: "events".to_owned(),
                }],
            });
            figures
                .entry((*stream).to_owned())
                .or_default()
                .push(Published {
                    of: figure.of,
                    days,
                    site: None,
                    shown,
                });
        }
    }
    rows.sort_by_key(|row| {
        plan.iter()
            .position(|(measure, label, _, _)| *measure == row.measure && *label == row.label)
    });
    Ok((rows, figures))
}
