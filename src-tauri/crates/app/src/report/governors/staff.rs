//! Numbers about adults who work at the school: counted in the head's own room, and released from there by whoever keeps it.

use std::collections::{BTreeMap, BTreeSet};

use domain::disclosure::{Days, Figure, Leaf, Published, protect};
use domain::governance::{PART_SHEET, Row, STAFF_SHEET, Said, StaffSheet};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use vault::Room;
use zeroize::Zeroizing;

use super::before::all_before;
use super::plan::days_said;
use super::settled::days as days_of;
use super::streams::{Source, Stream, day_of, lines_of, part, registers_day, said, some};
use super::view::{STAFF, staff_sheet_of};
use crate::Office;
use crate::rights::{self, Right};
use crate::wire::{Done, Fault, FaultKind, ReportCell, ReportRow, StaffSheetView, Topic};

const ALLEGATIONS: &str = "staff-concern-record";
const LOW_LEVEL: &str = "low-level-concern-register";

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
    let below = u64::from(office.sitting()?.settings.smallest_told);
    let matters = [
        ("allegations", allegations(office, room)?),
        ("low-level", low_level(office, room)?),
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
        let shown = protect(&asked, &said_before, &events.events, below);
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

/// Allegations: concerns recorded as such, and lines of their register that are about none.
fn allegations(office: &Office, room: &Room) -> Result<Stream, Fault> {
    let lines = lines_of(room, ALLEGATIONS)?;
    let mut stream = Stream::default();
    let mut done = BTreeSet::new();
    let leaves = |line: Option<&domain::register::Line>| {
        let is = |field: &str| line.is_some_and(|line| !said(line, field).is_empty());
        let threshold = match is("threshold_limbs") {
            true => "met",
            false => "not-met",
        };
        let mut leaves = vec![Leaf::All, part("threshold", threshold)];
        leaves.extend(is("lado_contact_at").then(|| some("lado")));
        leaves.extend(is("dbs_tra").then(|| some("barring")));
        leaves
    };
    for concern in room.concern_facets(i64::MIN, i64::MAX)? {
        let Some(day) = day_of(office, concern.at).filter(|_| concern.kind == "staff-concern")
        else {
            continue;
        };
        let line = lines
            .iter()
            .find(|kept| kept.line.concern == Some(concern.id));
        done.insert(concern.id);
        stream.put(
            Source::Concern(concern.id),
            day,
            "",
            leaves(line.map(|kept| &kept.line)),
        );
    }
    for kept in &lines {
        if kept
            .line
            .concern
            .is_some_and(|concern| done.contains(&concern))
        {
            continue;
        }
        let day = registers_day(&kept.line, "received_at").or_else(|| day_of(office, kept.at));
        if let Some(day) = day {
            stream.put(
                Source::Register(ALLEGATIONS),
                day,
                "",
                leaves(Some(&kept.line)),
            );
        }
    }
    Ok(stream)
}

/// Low-level concerns, in the same way.
fn low_level(office: &Office, room: &Room) -> Result<Stream, Fault> {
    let lines = lines_of(room, LOW_LEVEL)?;
    let mut stream = Stream::default();
    let mut done = BTreeSet::new();
    let leaves = |line: Option<&domain::register::Line>| {
        let looked = line.is_some_and(|line| said(line, "pattern_checked") == "Yes");
        let mut leaves = vec![Leaf::All];
        leaves.extend(looked.then(|| some("pattern")));
        leaves
    };
    for concern in room.concern_facets(i64::MIN, i64::MAX)? {
        let kind = concern.kind == "low-level-concern";
        let Some(day) = day_of(office, concern.at).filter(|_| kind) else {
            continue;
        };
        let line = lines
            .iter()
            .find(|kept| kept.line.concern == Some(concern.id));
        done.insert(concern.id);
        stream.put(
            Source::Concern(concern.id),
            day,
            "",
            leaves(line.map(|kept| &kept.line)),
        );
    }
    for kept in &lines {
        if kept
            .line
            .concern
            .is_some_and(|concern| done.contains(&concern))
        {
            continue;
        }
        let day = registers_day(&kept.line, "at").or_else(|| day_of(office, kept.at));
        if let Some(day) = day {
            stream.put(
                Source::Register(LOW_LEVEL),
                day,
                "",
                leaves(Some(&kept.line)),
            );
        }
    }
    Ok(stream)
}
