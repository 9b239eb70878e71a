//! Children on roll, and those the school supports: on the last day of the report and on the day before its first.

use std::collections::BTreeSet;

use domain::disclosure::{Days, Leaf};
use domain::id::PupilId;

use super::{CellPlan, Counting, Desk, Plan, RowPlan};
use crate::report::governors::streams::{Source, Stream, caseload, part, pupils_room, some};
use crate::report::roll::{Roll, on_roll};
use crate::say;
use crate::wire::Fault;

/// Statuses of a concern about a child whom the school keeps an eye on.
const MONITORING: &str = "monitoring";

pub(super) fn plan(desk: &mut Desk<'_>, measure: &str) -> Result<Option<Plan>, Fault> {
    let flag = match measure {
        "context.roll" => None,
        "caseload.cp" => Some("cp"),
        "caseload.cin" => Some("cin"),
        "caseload.eh" => Some("early-help"),
        "caseload.lac" => Some("looked-after"),
        "caseload.pf" => Some("privately-fostered"),
        "caseload.yc" => Some("young-carer"),
        "caseload.sw" => Some("has-sw"),
        "caseload.mon" => return monitored(desk).map(Some),
        _ => return Ok(None),
    };
    let of = flag.map_or(Leaf::All, some);
    let label = "";
    let last = desk.periods.now.to;
    let mut cells = Vec::new();
    for day in std::iter::once(last).chain(desk.periods.now.from.pred_opt()) {
        let stream = desk.made(format!("children {day}"), |office| {
            caseload(pupils_room(office)?, day)
        })?;
        cells.push(CellPlan::Counted(Counting {
            stream,
            of: vec![of.clone()],
            days: Days::on(day),
            when: say::date_and_year(day),
        }));
    }
    Ok(Some(Plan {
        rows: vec![RowPlan {
            label: label.to_owned(),
            cells,
        }],
        ..Plan::default()
    }))
}

/// Children on roll of whom a concern is being monitored today: how concerns stood on another day is not counted.
fn monitored(desk: &mut Desk<'_>) -> Result<Plan, Fault> {
    let today = desk.office.around.local().date_naive();
    let stream = desk.made(format!("monitored {today}"), |office| {
        let room = pupils_room(office)?;
        let mut stream = Stream::default();
        let roll = Roll::read(room)?;
        let watched = room.pupils_with(MONITORING)?.into_iter();
        let watched: BTreeSet<PupilId> = watched.map(|id| roll.whole(id)).collect();
        for (id, child) in roll.children() {
            if !on_roll(&child.facts, today) {
                continue;
            }
            let cell = match watched.contains(&id) {
                true => "monitored",
                false => "others",
            };
            let site = child.facts.site.as_deref().unwrap_or_default();
            let leaves = vec![Leaf::All, part("monitored", cell)];
            stream.put(Source::Pupil(id), today, site, leaves);
        }
        Ok(stream)
    })?;
    Ok(Plan {
        rows: vec![RowPlan {
            label: String::new(),
            cells: vec![CellPlan::Counted(Counting {
                stream,
                of: vec![part("monitored", "monitored")],
                days: Days::on(today),
                when: say::date_and_year(today),
            })],
        }],
        ..Plan::default()
    })
}
