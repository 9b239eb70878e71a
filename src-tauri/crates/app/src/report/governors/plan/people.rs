//! Training, agreements and policies, as they stand at the end of the report.

use chrono::NaiveDate;
use domain::disclosure::{Days, Leaf};

use super::{CellPlan, Counting, Desk, Plan, RowPlan};
use crate::report::governors::streams::{
    TRAINING, lines_of, of_people, part, pupils_room, registers_day, some, trained,
};
use crate::wire::Fault;

pub(super) fn plan(desk: &mut Desk<'_>, measure: &str) -> Result<Option<Plan>, Fault> {
    let rows = match measure {
        "people.staff" => {
            let first = first(desk)?;
            let stream = people(desk, TRAINING)?;
            vec![
                desk.row("Trained", &first, vec![some("trained")], 0),
                desk.row(
                    "Read part one of KCSIE",
                    &first,
                    vec![some("part-one-read")],
                    0,
                ),
                desk.row("Read a policy", &first, vec![some("policy-read")], 0),
                on(desk, "Something is overdue", &stream, some("overdue")),
            ]
        }
        "people.gov" => {
            let first = first(desk)?;
            vec![desk.row("Trained", &first, vec![some("governors")], 0)]
        }
        "people.dsl" => {
            let stream = people(desk, TRAINING)?;
            let count = |leaf: &Leaf| {
                let events = desk.streams.get(&stream).map_or(&[][..], |one| &one.events);
                events
                    .iter()
                    .filter(|one| one.leaves.contains(leaf))
                    .count()
            };
            let (holds, overdue) = (count(&some("lead-in-date")), count(&some("lead-overdue")));
            let value = match (holds, overdue) {
                (0, 0) => "nothing entered",
                (_, 0) => "all in date",
                _ => "not all in date",
            };
            vec![RowPlan {
                label: String::new(),
                cells: vec![CellPlan::Known {
                    when: String::new(),
                    value: value.to_owned(),
                }],
            }]
        }
        "people.aup" => {
            let stream = people(desk, "aup-signatures")?;
            vec![
                on(
                    desk,
                    "Signed, and still holds",
                    &stream,
                    part("signed", "holds"),
                ),
                on(
                    desk,
                    "Outstanding or lapsed",
                    &stream,
                    part("signed", "outstanding"),
                ),
            ]
        }
        "assure.pol" => policies(desk)?,
        _ => return Ok(None),
    };
    Ok(Some(Plan {
        rows,
        whole_school: true,
        ..Plan::default()
    }))
}

/// Who was trained, each person once in a school year.
fn first(desk: &mut Desk<'_>) -> Result<String, Fault> {
    desk.made("trained".to_owned(), |office| trained(pupils_room(office)?))
}

/// The day as of which it is said what is overdue: the last of the report, or today while that is still to come.
fn as_of(desk: &Desk<'_>) -> NaiveDate {
    let today = desk.office.around.local().date_naive();
    desk.periods.now.to.min(today)
}

fn people(desk: &mut Desk<'_>, register: &'static str) -> Result<String, Fault> {
    let on = as_of(desk);
    desk.made(format!("{register} {on}"), |office| {
        of_people(pupils_room(office)?, register, on)
    })
}

fn on(desk: &Desk<'_>, label: &str, stream: &str, of: Leaf) -> RowPlan {
    RowPlan {
        label: label.to_owned(),
        cells: vec![CellPlan::Counted(Counting {
            stream: stream.to_owned(),
            of: vec![of],
            days: Days::on(as_of(desk)),
            when: String::new(),
        })],
    }
}

/// Policies of the settings and of the register, each by its last line.
fn policies(desk: &Desk<'_>) -> Result<Vec<RowPlan>, Fault> {
    let days = desk.periods.now;
    let lines = lines_of(pupils_room(desk.office)?, "policy-review")?;
    let reviewed = lines
        .iter()
        .filter(|kept| registers_day(&kept.line, "approved_on").is_some_and(|on| days.holds(on)));
    let today = as_of(desk);
    let policies = &desk.office.sitting()?.settings.policies;
    let overdue = policies
        .iter()
        .filter(|policy| policy.review.is_some_and(|day| day < today));
    Ok(vec![
        desk.known("Approved in these days", reviewed.count()),
        desk.known("Overdue for review", overdue.count()),
        desk.known(
            "Policies with a day for review",
            policies
                .iter()
                .filter(|policy| policy.review.is_some())
                .count(),
        ),
    ])
}
