//! By how much something is late, in the unit of its clock.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;
use domain::calendar::{Terms, is_working};

/// By how much something is late, in the unit of its clock: `2 working days`, `2 school days`, `3 h 10 min`; nothing while
/// it is in time.
pub(crate) fn late_by(
    due: DateTime<Tz>,
    whole_day: bool,
    now: DateTime<Tz>,
    (unit, terms): (&str, &Terms),
) -> Option<String> {
    if now <= due {
        return None;
    }
    if !whole_day && now - due < TimeDelta::hours(24) {
        return Some(domain::when::gap(&due, &now));
    }
    let (due_on, today) = (due.date_naive(), now.date_naive());
    let school = || terms.school_days_between(due_on, today);
    let (days, unit) = match unit {
        "calendar-days" => (usize::try_from((today - due_on).num_days()).ok(), "day"),
        "school-days" => match school() {
            Some(days) => (Some(days), "school day"),
            None => (None, "working day"),
        },
        _ => (None, "working day"),
    };
    let working = || {
        let passed = due_on.iter_days().skip(1);
        let passed = passed.take_while(|day| *day <= today);
        passed.filter(|day| is_working(*day)).count()
    };
    let said = match days.unwrap_or_else(working) {
        0 if (today - due_on).num_days() > 6 => format!("since {}", due.format("%-d %B")),
        0 => format!("since {}", due.format("%A")),
        1 => format!("1 {unit}"),
        days => format!("{days} {unit}s"),
    };
    Some(said)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    const WORKING: &str = "working-days";

    fn none() -> Terms {
        Terms::default()
    }

    fn at(month: u32, day: u32, hour: u32) -> DateTime<Tz> {
        Tz::Europe__London
            .with_ymd_and_hms(2026, month, day, hour, 0, 0)
            .unwrap()
    }

    #[test]
    fn lateness_is_said_in_the_unit_of_the_clock() {
        let due = at(11, 10, 10);
        let late_by = |due, whole_day, now| late_by(due, whole_day, now, (WORKING, &none()));
        assert_eq!(late_by(due, false, at(11, 10, 9)), None);
        assert_eq!(late_by(due, false, at(11, 10, 13)).unwrap(), "3 h");
        assert_eq!(
            late_by(due, false, at(11, 12, 13)).unwrap(),
            "2 working days"
        );
        assert_eq!(
            late_by(at(11, 13, 23), true, at(11, 14, 9)).unwrap(),
            "since Friday"
        );
        assert_eq!(
            late_by(at(11, 13, 23), true, at(11, 16, 9)).unwrap(),
            "1 working day"
        );
    }

    #[test]
    fn lateness_in_school_days_passes_over_a_half_term_and_is_counted_in_working_days_where_no_term_is_known()
     {
        let today = at(11, 10, 10).date_naive();
        let (_, terms) = domain::calendar::read_terms(
            "2 Sep 2026 to 23 Oct 2026\n2 Nov 2026 to 18 Dec 2026",
            today,
        );
        let due = at(10, 22, 23);

        let said = |now, terms| late_by(due, true, now, ("school-days", terms)).unwrap();
        assert_eq!(said(at(11, 2, 9), &terms), "2 school days");
        assert_eq!(said(at(11, 2, 9), &none()), "7 working days");
        assert_eq!(
            late_by(at(10, 23, 23), true, at(10, 31, 9), ("school-days", &terms)).unwrap(),
            "since 23 October"
        );
        assert_eq!(
            late_by(due, true, at(10, 25, 9), ("calendar-days", &terms)).unwrap(),
            "3 days"
        );
    }
}
