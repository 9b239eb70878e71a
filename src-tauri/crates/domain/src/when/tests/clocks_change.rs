use super::super::{render, understand};
use super::at;
use chrono::{Duration, LocalResult, TimeZone, Utc};
use chrono_tz::Europe::London;

#[test]
fn a_time_that_came_twice_is_the_first_and_says_how_to_mean_the_second() {
    let now = at(2026, 10, 25, 12, 0);

    let understood = understand("25/10 01:30", now);

    let first = Utc.with_ymd_and_hms(2026, 10, 25, 0, 30, 0).unwrap();
    assert_eq!(understood.at.unwrap(), first);
    assert_eq!(
        understood.said,
        "Sun 25 Oct, 01:30 BST. 01:30 came twice that night, because the clocks went back. This is the first, BST. For the second write 01:30 GMT."
    );
}

#[test]
fn the_second_of_two_is_reached_by_writing_gmt() {
    let now = at(2026, 10, 25, 12, 0);

    let understood = understand("25/10 01:30 GMT", now);

    let second = Utc.with_ymd_and_hms(2026, 10, 25, 1, 30, 0).unwrap();
    assert_eq!(understood.at.unwrap(), second);
    assert_eq!(understood.said, "Sun 25 Oct, 01:30 GMT");
}

#[test]
fn a_time_that_the_clocks_skipped_is_moved_on_and_said() {
    let now = at(2026, 3, 29, 12, 0);

    let understood = understand("last night 01:30", now);

    assert_eq!(understood.at.unwrap(), at(2026, 3, 29, 2, 30));
    assert_eq!(
        understood.said,
        "Sun 29 Mar, 02:30. There was no 01:30 that night, because the clocks went forward. It is kept as 02:30."
    );
}

#[test]
fn an_hour_ago_on_that_night_is_an_hour_that_passed() {
    let now = London.from_utc_datetime(
        &Utc.with_ymd_and_hms(2026, 10, 25, 1, 30, 0)
            .unwrap()
            .naive_utc(),
    );

    let understood = understand("60 minutes ago", now);

    assert_eq!(understood.said, "Sun 25 Oct, 01:30 BST");
}

#[test]
fn a_summer_time_written_in_gmt_is_shown_on_the_school_clock() {
    let now = at(2026, 7, 1, 18, 0);

    assert_eq!(understand("3pm GMT", now).said, "Wed 1 Jul, 16:00");
    assert_eq!(understand("3pm BST", now).said, "Wed 1 Jul, 15:00");
}

#[test]
fn only_the_hour_that_came_twice_carries_its_zone() {
    let today = at(2026, 10, 25, 12, 0).date_naive();
    let minute = |hour, minute| {
        London.from_utc_datetime(
            &Utc.with_ymd_and_hms(2026, 10, 25, hour, minute, 0)
                .unwrap()
                .naive_utc(),
        )
    };

    assert_eq!(render(minute(0, 30), false, today), "Sun 25 Oct, 01:30 BST");
    assert_eq!(
        render(minute(1, 30), true, today),
        "Sun 25 Oct, about 01:30 GMT"
    );
    assert_eq!(render(minute(2, 0), false, today), "Sun 25 Oct, 02:00");
}

#[test]
fn both_of_every_doubled_hour_since_1916_are_written_and_read_apart() {
    let first_sunday = Utc.with_ymd_and_hms(1916, 1, 2, 0, 15, 0).unwrap();
    let now = at(2040, 1, 1, 12, 0);
    let mut doubled = 0;

    for half_hour in (0..124 * 53).flat_map(|week| (0..8).map(move |half| week * 7 * 48 + half)) {
        let moment = (first_sunday + Duration::minutes(half_hour * 30)).with_timezone(&London);
        if let LocalResult::Ambiguous(..) = London.from_local_datetime(&moment.naive_local()) {
            doubled += 1;
            let said = render(moment, false, now.date_naive());
            assert_eq!(understand(&said, now).at, Some(moment), "{said}");
        }
    }

    assert!(doubled > 400, "{doubled}");
}
