//! Until when a lead acknowledges what was passed on: the same school day (rule `dsl_ack_same_day` of
//! `guidance/deadlines.toml`). Counted in working days also where the school's own days are known: what is written in a
//! holiday waits for nobody's return.

use chrono::NaiveDate;

use domain::calendar::is_working;

/// The day by whose end something written on a day is acknowledged: that day, or the first working day after a weekend
/// or a holiday.
pub(crate) fn due(written: NaiveDate) -> NaiveDate {
    written
        .iter_days()
        .find(|day| is_working(*day))
        .unwrap_or(written)
}

/// The first day whose concerns are not late today: what was written before it should have been acknowledged.
pub(super) fn first_in_time(today: NaiveDate) -> NaiveDate {
    let mut first = today;
    for day in std::iter::successors(Some(today), chrono::NaiveDate::pred_opt) {
        if due(day) < today {
            break;
        }
        first = day;
    }
    first
}

/// By how much something is late: `1 working day`; at a weekend, before the next working day has begun, `since Friday`.
pub(crate) fn said_late(due: NaiveDate, today: NaiveDate) -> String {
    let passed = due
        .iter_days()
        .skip(1)
        .take_while(|day| *day <= today)
        .filter(|day| is_working(*day))
        .count();
    match passed {
        0 => format!("since {}", due.format("%A")),
        1 => "1 working day".to_owned(),
        days => format!("{days} working days"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    /// November 2026 begins on a Sunday.
    fn november(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    #[test]
    fn a_weekend_belongs_to_the_monday_after_it() {
        let due: Vec<u32> = (5..=10).map(|day| due(november(day)).day()).collect();

        assert_eq!(due, [5, 6, 9, 9, 9, 10]);
    }

    #[test]
    fn what_is_late_today_is_what_was_due_before_today() {
        for today in (1..=28).map(november) {
            for written in (1..=28).map(november).filter(|day| *day <= today) {
                let late = written < first_in_time(today);
                assert_eq!(late, due(written) < today, "{written} on {today}");
            }
        }
    }

    #[test]
    fn lateness_is_said_in_working_days() {
        let said: Vec<String> = [(5, 6), (6, 9), (6, 7), (6, 8), (4, 9)]
            .map(|(due, today)| said_late(november(due), november(today)))
            .into();

        assert_eq!(
            said,
            [
                "1 working day",
                "1 working day",
                "since Friday",
                "since Friday",
                "3 working days"
            ]
        );
    }
}
