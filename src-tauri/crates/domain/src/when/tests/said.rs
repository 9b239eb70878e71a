use super::super::{gap, understand};
use super::{at, now};

#[test]
fn a_time_is_said_back_with_its_year_only_when_it_is_another() {
    assert_eq!(
        understand("sun about 8:30pm", now()).said,
        "Sun 8 Nov, about 20:30"
    );
    assert_eq!(
        understand("8/11/25 20:30", now()).said,
        "Sat 8 Nov 2025, 20:30"
    );
}

#[test]
fn a_day_without_a_time_is_said_to_have_none_and_kept_as_its_start() {
    let understood = understand("sun", now());

    assert!(understood.whole_day && !understood.about && !understood.future);
    assert_eq!(understood.said, "Sun 8 Nov, no time given");
    assert_eq!(understood.at, Some(at(2026, 11, 8, 0, 0)));
    assert_eq!(understand(&understood.said, now()), understood);
}

#[test]
fn about_a_day_is_said_to_be_about_it() {
    let understood = understand("around sunday", now());

    assert!(understood.whole_day && understood.about);
    assert_eq!(understood.said, "About Sun 8 Nov, no time given");
}

#[test]
fn a_time_still_to_come_is_given_and_said_to_be() {
    let understood = understand("today 3pm", now());

    assert_eq!(understood.at, Some(at(2026, 11, 10, 15, 0)));
    assert!(understood.future);
    assert_eq!(understood.said, "Tue 10 Nov, 15:00. That is still to come.");
}

#[test]
fn this_very_minute_is_not_still_to_come() {
    let in_the_middle = now() + chrono::Duration::milliseconds(42_500);

    let understood = understand("just now", in_the_middle);

    assert!(!understood.future);
    assert_eq!(understood.at, Some(now()));
    assert!(!understand("10:33", in_the_middle).future);
}

#[test]
fn this_morning_before_nine_is_now_and_not_still_to_come() {
    let early = at(2026, 11, 10, 8, 10);

    let understood = understand("this morning", early);

    assert_eq!(understood.at, Some(early));
    assert!(understood.about && !understood.future);
}

#[test]
fn early_in_the_year_a_november_is_the_last_one() {
    let january = at(2027, 1, 5, 9, 0);

    assert_eq!(
        understand("8 nov 20:30", january).said,
        "Sun 8 Nov 2026, 20:30"
    );
}

#[test]
fn the_time_between_is_said_as_people_count_it() {
    let told = at(2026, 11, 10, 9, 45);
    let cases = [
        (at(2026, 11, 8, 20, 30), "37 h 15 min"),
        (at(2026, 11, 10, 9, 38), "7 min"),
        (at(2026, 11, 7, 9, 45), "3 days"),
        (at(2026, 11, 7, 4, 45), "3 days 5 h"),
        (at(2026, 11, 10, 7, 45), "2 h"),
        (at(2026, 11, 8, 9, 46), "47 h 59 min"),
        (at(2026, 10, 27, 20, 30), "13 days"),
        (told, "under a minute"),
        (at(2026, 11, 10, 9, 52), "7 min earlier"),
    ];
    for (from, said) in cases {
        assert_eq!(gap(&from, &told), said);
    }
}

#[test]
fn a_gap_over_the_night_the_clocks_go_back_counts_the_hour_twice() {
    let saturday = at(2026, 10, 24, 23, 0);
    let sunday = at(2026, 10, 25, 3, 0);

    assert_eq!(gap(&saturday, &sunday), "5 h");
}
