use chrono::{NaiveDate, Weekday};

use super::*;
use crate::buildup::{low, often, on_one_day};
use crate::id::PupilId;

fn seen(day: u32, severity: &str, title: &str) -> Seen {
    Seen {
        written: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + chrono::Days::new(day.into()),
        happened: None,
        severity: severity.to_owned(),
        title: title.to_owned(),
        children: vec![PupilId([1; 16])],
    }
}

fn said_low(seen: &[Seen]) -> Option<String> {
    low(seen).map(|found| say_low(&found, seen, "Amara", "Low"))
}

#[test]
fn three_low_entries_are_said_with_their_days_and_what_they_are_about_oldest_first() {
    let three = [
        seen(19, "1", "Late"),
        seen(10, "1", "Tired"),
        seen(1, "1", "Hunger"),
    ];

    assert_eq!(
        said_low(&three).unwrap(),
        "Third entry about Amara in 19 days, none above Low: hunger, tired, late."
    );
}

#[test]
fn what_nobody_has_judged_is_never_called_low() {
    let none = [
        seen(3, "", "Hunger"),
        seen(2, "", "Hunger"),
        seen(1, "", "Referral to MASH"),
    ];
    let some = [seen(1, "", ""), seen(1, "1", ""), seen(1, "1", "")];

    assert_eq!(
        said_low(&none).unwrap(),
        "Third entry about Amara in 3 days, none judged yet: Referral to MASH, hunger."
    );
    assert_eq!(
        said_low(&some).unwrap(),
        "Third entry about Amara on one day, none judged above Low."
    );
}

#[test]
fn a_serious_one_among_them_is_counted_and_not_called_low() {
    let four = [
        seen(9, "1", ""),
        seen(8, "4", "Injury"),
        seen(7, "1", ""),
        seen(1, "1", ""),
    ];

    assert_eq!(
        said_low(&four).unwrap(),
        "Three of four entries about Amara in 9 days are not above Low."
    );
    assert_eq!(low(&four).unwrap().rests_on, [0, 2, 3]);
}

#[test]
fn six_weeks_are_forty_two_days_and_two_entries_are_no_build_up() {
    let at_the_end = [seen(42, "", ""), seen(20, "", ""), seen(1, "", "")];
    let too_long = [seen(43, "", ""), seen(20, "", ""), seen(1, "", "")];

    assert_eq!(low(&at_the_end).unwrap().days, 42);
    assert_eq!(low(&too_long), None);
    assert_eq!(low(&at_the_end[..2]), None);
    assert_eq!(low(&[]), None);
}

#[test]
fn an_adult_a_room_and_a_device_are_said_without_a_word_of_what_it_means() {
    let mut three = vec![seen(90, "4", ""), seen(50, "", ""), seen(1, "1", "")];
    let found = often(&three).unwrap();
    assert_eq!(
        say_adult(&found, "Daniel Frost"),
        "Daniel Frost is named in three entries in 90 days, about one child."
    );
    assert_eq!(
        say_room(&found, "ICT suite"),
        "Three entries in 90 days name the room \u{201c}ICT suite\u{201d}."
    );
    assert_eq!(
        say_device(&found, "LT-014"),
        "Three entries in 90 days name the device \u{201c}LT-014\u{201d}."
    );

    three[1].children.push(PupilId([2; 16]));
    let two = often(&three).unwrap();
    assert!(say_adult(&two, "Daniel Frost").ends_with("about two children."));
    three[0].written = three[0].written.succ_opt().unwrap();
    assert_eq!(often(&three), None);
}

fn on(day: u32, weekday: Weekday, hour: Option<u32>) -> Seen {
    Seen {
        happened: Some((weekday, hour.map(PartOfDay::of_hour))),
        ..seen(day, "3", "")
    }
}

#[test]
fn the_same_weekday_is_said_with_the_part_of_the_day_where_that_is_the_same() {
    let mondays = [
        on(20, Weekday::Mon, Some(9)),
        on(10, Weekday::Mon, Some(11)),
        on(1, Weekday::Mon, Some(8)),
    ];
    let mixed = [
        on(20, Weekday::Mon, Some(9)),
        on(10, Weekday::Mon, None),
        on(1, Weekday::Mon, Some(14)),
    ];
    let say = |seen: &[Seen]| say_on_one_day(&on_one_day(seen).unwrap(), "Amara");

    assert_eq!(
        say(&mondays),
        "All three entries about Amara happened on a Monday morning."
    );
    assert_eq!(
        say(&mixed),
        "All three entries about Amara happened on a Monday."
    );
}

#[test]
fn three_of_five_need_the_same_part_of_the_day_and_a_sixth_is_not_asked() {
    let mut five = vec![
        on(20, Weekday::Mon, Some(9)),
        on(18, Weekday::Tue, Some(9)),
        on(10, Weekday::Mon, Some(11)),
        on(5, Weekday::Fri, Some(20)),
        on(4, Weekday::Mon, Some(8)),
    ];
    assert_eq!(
        say_on_one_day(&on_one_day(&five).unwrap(), "Amara"),
        "Three of the last five entries about Amara happened on a Monday morning."
    );

    five.insert(0, on(21, Weekday::Wed, None));
    assert_eq!(on_one_day(&five), None);
    five.remove(0);
    five[4] = on(4, Weekday::Mon, Some(18));
    assert_eq!(
        on_one_day(&five),
        None,
        "three of five on any Monday are soon chance"
    );
}
