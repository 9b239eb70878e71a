//! Days to come.

use super::{at, now};
use crate::when::{understand_day_ahead, understand_moment_ahead};

#[test]
fn a_day_to_come_is_the_next_one_and_a_day_that_passed_by_its_own_year_stays() {
    for (text, day) in [
        ("today", (2026, 11, 10)),
        ("tomorrow", (2026, 11, 11)),
        ("fri", (2026, 11, 13)),
        ("tue", (2026, 11, 10)),
        ("mon", (2026, 11, 16)),
        ("next monday", (2026, 11, 16)),
        ("12 January", (2027, 1, 12)),
        ("9 Nov", (2027, 11, 9)),
        ("12 January 2027", (2027, 1, 12)),
        ("12/01/2030", (2030, 1, 12)),
        ("12 January 2026", (2026, 1, 12)),
        ("Tue 12 January", (2027, 1, 12)),
        ("the 5th", (2026, 12, 5)),
        ("the 31st", (2026, 12, 31)),
        ("29 feb", (2028, 2, 29)),
        // What is said from today stays in the past, so that it is asked about.
        ("yesterday", (2026, 11, 9)),
        ("last fri", (2026, 11, 6)),
    ] {
        let understood = understand_day_ahead(text, now());
        let (year, month, date) = day;
        assert_eq!(understood.at, Some(at(year, month, date, 0, 0)), "{text}");
        assert!(understood.whole_day, "{text}");
    }
}

#[test]
fn a_time_and_what_is_no_day_are_not_taken_and_it_is_said_what_to_try() {
    for text in [
        "8 nov 2030",
        "15:20",
        "when it snows",
        "3 hours ago",
        "fri 9am",
    ] {
        let understood = understand_day_ahead(text, now());
        assert_eq!(understood.at, None, "{text}");
        assert!(
            understood
                .said
                .starts_with("We could not read that as a day to come."),
            "{text}: {}",
            understood.said
        );
    }
}

#[test]
fn a_moment_to_come_is_the_next_one_with_its_time() {
    // It is Tuesday 10 November, and what is said back never warns of what was meant.
    for (text, day, time, said) in [
        ("4 Dec 15:00", (2026, 12, 4), (15, 0), "Fri 4 Dec, 15:00"),
        ("fri 15:00", (2026, 11, 13), (15, 0), "Fri 13 Nov, 15:00"),
        ("9 Nov 9:00", (2027, 11, 9), (9, 0), "Tue 9 Nov 2027, 09:00"),
        ("2 Jan 9:00", (2027, 1, 2), (9, 0), "Sat 2 Jan 2027, 09:00"),
        (
            "tomorrow 08:30",
            (2026, 11, 11),
            (8, 30),
            "Wed 11 Nov, 08:30",
        ),
        (
            "4 Dec 2026 15:00",
            (2026, 12, 4),
            (15, 0),
            "Fri 4 Dec, 15:00",
        ),
        ("00:05", (2026, 11, 11), (0, 5), "Wed 11 Nov, 00:05"),
    ] {
        let understood = understand_moment_ahead(text, now());
        let (year, month, date) = day;
        assert_eq!(
            understood.at,
            Some(at(year, month, date, time.0, time.1)),
            "{text}"
        );
        assert_eq!(understood.said, said, "{text}");
    }
    let day = understand_moment_ahead("fri", now());
    assert!(day.whole_day && day.at == Some(at(2026, 11, 13, 0, 0)));
    assert!(understand_moment_ahead("when it snows", now()).at.is_none());
}
