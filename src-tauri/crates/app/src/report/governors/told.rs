//! A report as it may be said: counted, and held against every report before it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::disclosure::{Days, Event, Figure, Published, Shown, protect, reach};
use domain::governance::{REPORT_RELEASED, Released, Row, Said};
use guidance::Measure;

use super::before::all_before;
use super::plan::{CellPlan, Counting, Desk, Plan, counts_said, plan};
use super::settled::Settled;
use super::streams::{Streams, gather};
use crate::Office;
use crate::wire::Fault;

/// No share of fewer than so many (`governor_report.toml`, `percent`).
const FEWEST_FOR_A_SHARE: u64 = 20;

/// So many sums are held against earlier reports before somebody is told how far it is.
const AT_A_TIME: usize = 64;

/// A report that can be said.
pub(super) struct Told {
    /// Row by row.
    pub(super) rows: Vec<Row>,
    /// What is counted behind the first number of each row.
    pub(super) behind: Vec<Option<Counting>>,
    /// What is said in numbers, by stream: what later reports must not undo.
    pub(super) figures: BTreeMap<String, Vec<Published>>,
    /// Measures that are not known at a single site.
    pub(super) whole_school: Vec<String>,
    /// What was counted.
    pub(super) streams: Streams,
}

/// What is said of a measure before it is known what may be said of each number.
struct Draft<'a> {
    section: &'a str,
    measure: &'a Measure,
    plan: Plan,
}

/// Counts everything, and settles what may be said of it. Nothing is, while a report that went before cannot be read.
pub(super) fn tell(office: &Office, settled: &Settled) -> Result<Told, Fault> {
    let before: Vec<Released> = all_before(office, REPORT_RELEASED)?;
    let mut streams = gather(office, reached(settled, &before))?;
    let report = guidance::governor_report()
        .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut drafts = Vec::new();
    let mut desk = Desk {
        office,
        periods: &settled.periods,
        streams: &mut streams,
    };
    let mut whole_school = Vec::new();
    for (section, measure) in report
        .section
        .iter()
        .flat_map(|section| section.measure.iter().map(move |one| (section, one)))
    {
        let Some(plan) = plan(&mut desk, &measure.id)? else {
            continue;
        };
        if plan.whole_school && settled.site.is_some() {
            whole_school.push(measure.id.to_string());
            continue;
        }
        drafts.push(Draft {
            section: &section.id,
            measure,
            plan,
        });
    }
    let shown = shown(office, &drafts, settled, &before, &streams)?;
    let figures = shown.iter().fold(BTreeMap::new(), |mut all, one| {
        let of: &mut Vec<Published> = all.entry(one.0.clone()).or_default();
        if !of.contains(&one.1) {
            of.push(one.1.clone());
        }
        all
    });
    let mut shown = shown.into_iter().map(|(_, published)| published.shown);
    let (mut rows, mut behind) = (Vec::new(), Vec::new());
    for draft in drafts {
        let counts = draft.measure.counts.map_or("things", counts_said);
        let mut here = Vec::new();
        for row in draft.plan.rows {
            let counting = row.cells.first().and_then(|cell| match cell {
                CellPlan::Counted(counting) => Some(counting.clone()),
                CellPlan::Known { .. } => None,
            });
            let mut all_zero = true;
            let values = row.cells.into_iter().map(|cell| match cell {
                CellPlan::Counted(counting) => {
                    let shown = shown.next().unwrap_or(Shown::Hidden);
                    all_zero &= shown == Shown::Count(0);
                    (counting.when, shown.to_string(), Some(shown))
                }
                CellPlan::Known { when, value } => {
                    all_zero = false;
                    (when, value, None)
                }
            });
            let values: Vec<_> = values.collect();
            let kept = !(draft.plan.only_what_is_there && all_zero);
            let label = match row.label.as_str() {
                "" => draft.measure.label.clone(),
                label => label.to_owned(),
            };
            here.push((label, values, counting, kept));
        }
        let shares = match draft.measure.id.as_str() {
            "concerns.timely" => shares(&here, total(&figures)),
            _ => Vec::new(),
        };
        for (label, values, counting, kept) in here {
            if !kept {
                continue;
            }
            let said = |(when, value, _): (String, String, Option<Shown>)| Said {
                when,
                value,
                counts: counts.to_owned(),
            };
            rows.push(Row {
                section: draft.section.to_owned(),
                measure: draft.measure.id.to_string(),
                label,
                values: values.into_iter().map(said).collect(),
            });
            behind.push(counting);
        }
        for (label, value) in shares {
            rows.push(Row {
                section: draft.section.to_owned(),
                measure: draft.measure.id.to_string(),
                label,
                values: vec![Said {
                    when: String::new(),
                    value,
                    counts: "percent".to_owned(),
                }],
            });
            behind.push(None);
        }
    }
    Ok(Told {
        rows,
        behind,
        figures,
        whole_school,
        streams,
    })
}

/// From the first day that is looked back on, and that an earlier report reaches to, up to the last.
fn reached(settled: &Settled, before: &[Released]) -> Days {
    let mut days: Vec<Days> = vec![settled.periods.now];
    days.extend(settled.periods.before);
    let published: Vec<Published> = before
        .iter()
        .flat_map(|one| one.figures.values().flatten().cloned())
        .collect();
    let all = reach(&days, &published);
    let from = all.iter().map(|one| one.from).min();
    let to = all.iter().map(|one| one.to).max();
    Days {
        from: from.unwrap_or(settled.periods.now.from),
        to: to.unwrap_or(settled.periods.now.to),
    }
}

/// What may be said of every counted number, in the order in which they stand, with its stream.
fn shown(
    office: &Office,
    drafts: &[Draft<'_>],
    settled: &Settled,
    before: &[Released],
    streams: &Streams,
) -> Result<Vec<(String, Published)>, Fault> {
    let rows = drafts.iter().flat_map(|draft| &draft.plan.rows);
    let cells = rows.flat_map(|row| &row.cells);
    let counted: Vec<&Counting> = cells
        .filter_map(|cell| match cell {
            CellPlan::Counted(counting) => Some(counting),
            CellPlan::Known { .. } => None,
        })
        .collect();
    let mut by_stream: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, one) in counted.iter().enumerate() {
        by_stream.entry(&one.stream).or_default().push(at);
    }
    let mut shown = vec![Shown::Hidden; counted.len()];
    for (stream, places) in by_stream {
        let figures: Vec<Figure> = places
            .iter()
            .filter_map(|at| counted.get(*at))
            .map(|one| Figure {
                of: one.of.clone(),
                days: one.days,
                site: settled.site.clone(),
            })
            .collect();
        let said: Vec<Published> = before
            .iter()
            .flat_map(|one| said_of(stream, &one.figures))
            .collect();
        let events = streams.get(stream).map_or(&[][..], |one| &one.events);
        let held = held_against(office, &figures, &said, events)?;
        for (at, one) in places.iter().zip(held) {
            if let Some(place) = shown.get_mut(*at) {
                *place = one;
            }
        }
    }
    let said = counted.into_iter().zip(shown);
    Ok(said
        .map(|(one, shown)| {
            let published = Published {
                of: one.of.clone(),
                days: one.days,
                site: settled.site.clone(),
                shown,
            };
            (one.stream.clone(), published)
        })
        .collect())
}

/// What may be said of figures beside what was said before. Somebody may stop it: reports of days that overlap take long to be held
/// against one another.
pub(super) fn held_against(
    office: &Office,
    figures: &[Figure],
    before: &[Published],
    events: &[Event],
) -> Result<Vec<Shown>, Fault> {
    let below = u64::from(office.sitting()?.settings.smallest_told);
    let watch = office.watch();
    let stopped = RefCell::new(None);
    let go_on = |done: usize, of: usize| {
        if !done.is_multiple_of(AT_A_TIME) {
            return true;
        }
        let said = "Holding the numbers against earlier reports";
        match watch.step(said, done as u64, of as u64) {
            Ok(()) => true,
            Err(fault) => {
                *stopped.borrow_mut() = Some(fault);
                false
            }
        }
    };
    let shown = protect(figures, before, events, below, &go_on);
    shown.ok_or_else(|| stopped.into_inner().unwrap_or_else(Fault::stopped))
}

/// Within so many days what holds of people on one day is taken to hold on another.
const HARDLY_CHANGED: u64 = 62;

/// What a report said of a stream. One that is named for a day counts what holds on it: what was said of a day near it is taken for
/// said of this one, since whoever has both would take one off the other.
fn said_of(stream: &str, figures: &BTreeMap<String, Vec<Published>>) -> Vec<Published> {
    let Some((what, day)) = on_a_day(stream) else {
        return figures.get(stream).cloned().unwrap_or_default();
    };
    let near = figures.iter().filter(|(name, _)| {
        on_a_day(name).is_some_and(|(other, then)| {
            other == what && (then - day).num_days().unsigned_abs() <= HARDLY_CHANGED
        })
    });
    near.flat_map(|(_, said)| said)
        .map(|one| Published {
            days: Days::on(day),
            ..one.clone()
        })
        .collect()
}

/// `children 2026-12-18`: what is counted, and the day on which it holds.
fn on_a_day(stream: &str) -> Option<(&str, NaiveDate)> {
    let (what, day) = stream.rsplit_once(' ')?;
    Some((what, day.parse().ok()?))
}

/// How many concerns there were, where that is said.
fn total(figures: &BTreeMap<String, Vec<Published>>) -> Option<u64> {
    let concerns = figures.get("concerns")?.first()?;
    match concerns.shown {
        Shown::Count(count) => Some(count),
        Shown::Below(_) | Shown::Hidden => None,
    }
}

type Drawn = (
    String,
    Vec<(String, String, Option<Shown>)>,
    Option<Counting>,
    bool,
);

/// Shares of what was done on the same day, where every number beside it is said: then they say nothing more.
fn shares(rows: &[Drawn], total: Option<u64>) -> Vec<(String, String)> {
    let Some(total) = total.filter(|total| *total >= FEWEST_FOR_A_SHARE) else {
        return Vec::new();
    };
    let counts: Vec<Option<u64>> = rows
        .iter()
        .map(|(_, values, _, _)| match values.first() {
            Some((_, _, Some(Shown::Count(count)))) => Some(*count),
            _ => None,
        })
        .collect();
    let mut shares = Vec::new();
    for (first, title) in [
        (0, "Share written on the same day"),
        (3, "Share read on the same day"),
    ] {
        let of = counts.get(first..first + 3).unwrap_or_default();
        if let (Some(Some(same)), true) = (of.first(), of.iter().all(Option::is_some)) {
            let share = (same * 100 + total / 2) / total;
            shares.push((title.to_owned(), share.to_string()));
        }
    }
    shares
}
