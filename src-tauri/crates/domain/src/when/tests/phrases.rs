use super::super::{render, render_day, understand};
use super::now;

/// What was typed, and what is understood of it: written out, with `day` for a day without a time.
const PHRASES: &[(&str, &str)] = &[
    // Weekdays look back.
    ("sun about 8:30pm", "Sun 8 Nov, about 20:30"),
    ("Sunday 8.30pm", "Sun 8 Nov, 20:30"),
    ("sun", "day Sun 8 Nov"),
    ("tue", "day Tue 10 Nov"),
    ("tue 9.15", "Tue 10 Nov, 09:15"),
    ("tue 3pm", "Tue 3 Nov, 15:00"),
    ("wed 14:00", "Wed 4 Nov, 14:00"),
    ("last tuesday 9am", "Tue 3 Nov, 09:00"),
    ("last sunday", "day Sun 8 Nov"),
    ("this monday 9am", "Mon 9 Nov, 09:00"),
    ("Thurs @ 1pm", "Thu 5 Nov, 13:00"),
    ("on friday at half past 2", "Fri 6 Nov, 14:30"),
    // Named days.
    ("yesterday 3pm", "Mon 9 Nov, 15:00"),
    ("yesterday 3", "Mon 9 Nov, 15:00"),
    ("yesterday, 3.20", "Mon 9 Nov, 15:20"),
    ("yesterday", "day Mon 9 Nov"),
    ("today 10.20", "Tue 10 Nov, 10:20"),
    ("yesterday 2025", "Mon 9 Nov, 20:25"),
    ("2015", "Mon 9 Nov, 20:15"),
    ("today at 1015", "Tue 10 Nov, 10:15"),
    ("10.20 today", "Tue 10 Nov, 10:20"),
    ("the day before yesterday 9am", "Sun 8 Nov, 09:00"),
    ("yesterday monday 9am", "Mon 9 Nov, 09:00"),
    // Parts of a day.
    ("this morning", "Tue 10 Nov, about 09:00"),
    ("this morning at 8", "Tue 10 Nov, 08:00"),
    ("8 this morning", "Tue 10 Nov, 08:00"),
    ("8:05 in the morning", "Tue 10 Nov, 08:05"),
    ("last night", "Mon 9 Nov, about 22:00"),
    ("last night about 8", "Mon 9 Nov, about 20:00"),
    ("last night at 1", "Tue 10 Nov, 01:00"),
    ("last night 11.30pm", "Mon 9 Nov, 23:30"),
    ("last night 00:15", "Tue 10 Nov, 00:15"),
    ("sunday evening", "Sun 8 Nov, about 19:00"),
    ("sun evening around 8", "Sun 8 Nov, about 20:00"),
    ("yesterday afternoon", "Mon 9 Nov, about 14:00"),
    ("yesterday lunchtime", "Mon 9 Nov, about 12:30"),
    ("lunch time yesterday, 12.45", "Mon 9 Nov, 12:45"),
    ("friday after school", "Fri 6 Nov, about 15:30"),
    ("before school", "Tue 10 Nov, about 08:30"),
    ("mon pm", "Mon 9 Nov, about 14:00"),
    // Dates, day first.
    ("8 nov 20:30", "Sun 8 Nov, 20:30"),
    ("8th November at 8.30pm", "Sun 8 Nov, 20:30"),
    ("8th of nov", "day Sun 8 Nov"),
    ("the 8th, about 4", "Sun 8 Nov, about 16:00"),
    ("the 12th 9am", "Mon 12 Oct, 09:00"),
    ("nov 8 8.30pm", "Sun 8 Nov, 20:30"),
    ("November 8, 2026 20:30", "Sun 8 Nov, 20:30"),
    ("8/11 at 830pm", "Sun 8 Nov, 20:30"),
    ("08/11/2026 20:30", "Sun 8 Nov, 20:30"),
    ("8/11/26 20.30", "Sun 8 Nov, 20:30"),
    ("8.11.26 8.30pm", "Sun 8 Nov, 20:30"),
    ("8-11-2026 20:30", "Sun 8 Nov, 20:30"),
    ("8-Nov-26 2030hrs", "Sun 8 Nov, 20:30"),
    ("2026-11-08T20:30", "Sun 8 Nov, 20:30"),
    ("2026-11-08T20:30:15.250Z", "Sun 8 Nov, 20:30"),
    ("2026-08-08T20:30:00+01:00", "Sat 8 Aug, 20:30"),
    ("2026-11-08 20:30", "Sun 8 Nov, 20:30"),
    // As the window writes it after Up and Down.
    ("2026-11-08 about 20:30", "Sun 8 Nov, about 20:30"),
    ("8 Nov 2026 about 20:30", "Sun 8 Nov, about 20:30"),
    ("2026/11/08", "day Sun 8 Nov"),
    ("Sun 8 Nov, about 20:30", "Sun 8 Nov, about 20:30"),
    ("sun 8/11 - 8:30 p.m.", "Sun 8 Nov, 20:30"),
    ("sunday the 8th 4pm", "Sun 8 Nov, 16:00"),
    ("12 dec 9am", "Fri 12 Dec 2025, 09:00"),
    ("8 nov 2025", "day Sat 8 Nov 2025"),
    ("8 nov 2030", "Sun 8 Nov, 20:30"),
    ("8/11/98", "day Sun 8 Nov 1998"),
    ("29 feb", "day Thu 29 Feb 2024"),
    // Times alone: today, or yesterday if still to come.
    ("20:30", "Mon 9 Nov, 20:30"),
    ("10:20", "Tue 10 Nov, 10:20"),
    ("9am", "Tue 10 Nov, 09:00"),
    ("0830", "Tue 10 Nov, 08:30"),
    ("at 9", "Tue 10 Nov, 09:00"),
    ("3:10", "Mon 9 Nov, 15:10"),
    ("03:10", "Tue 10 Nov, 03:10"),
    ("half past 3", "Mon 9 Nov, 15:30"),
    ("half nine", "Tue 10 Nov, 09:30"),
    ("quarter to nine", "Tue 10 Nov, 08:45"),
    ("a quarter past 9", "Tue 10 Nov, 09:15"),
    ("ten to four", "Mon 9 Nov, 15:50"),
    ("twenty-five past two", "Mon 9 Nov, 14:25"),
    ("5 minutes to 10", "Tue 10 Nov, 09:55"),
    ("nine o'clock", "Tue 10 Nov, 09:00"),
    ("noon", "Mon 9 Nov, 12:00"),
    ("12 noon on sunday", "Sun 8 Nov, 12:00"),
    ("midnight", "Tue 10 Nov, 00:00"),
    ("sunday midnight", "Mon 9 Nov, 00:00"),
    // Before now.
    ("just now", "Tue 10 Nov, 10:33"),
    ("now", "Tue 10 Nov, 10:33"),
    ("10 minutes ago", "Tue 10 Nov, 10:23"),
    ("ten mins ago", "Tue 10 Nov, 10:23"),
    ("half an hour ago", "Tue 10 Nov, 10:03"),
    ("an hour ago", "Tue 10 Nov, about 09:33"),
    ("an hour and a half ago", "Tue 10 Nov, about 09:03"),
    ("1 h 15 min ago", "Tue 10 Nov, about 09:18"),
    ("a couple of hours ago", "Tue 10 Nov, about 08:33"),
    ("a few minutes ago", "Tue 10 Nov, about 10:30"),
    ("2 days ago at 3pm", "Sun 8 Nov, 15:00"),
    ("a week ago", "day Tue 3 Nov"),
    // About, in all its words.
    ("circa 9", "Tue 10 Nov, about 09:00"),
    ("~9.30", "Tue 10 Nov, about 09:30"),
    ("approx. 9.30 today", "Tue 10 Nov, about 09:30"),
    ("9ish", "Tue 10 Nov, about 09:00"),
    ("yesterday 9 or so", "Mon 9 Nov, about 09:00"),
    // Still to come, and said so.
    ("tomorrow 9am", "Wed 11 Nov, 09:00"),
    ("today 3pm", "Tue 10 Nov, 15:00"),
    ("next friday", "day Fri 13 Nov"),
    ("Sun 15 Nov, 10:00", "Sun 15 Nov, 10:00"),
    ("tonight", "Tue 10 Nov, about 22:00"),
];

#[test]
fn every_phrase_is_understood_as_a_person_at_a_school_means_it() {
    let today = now().date_naive();

    for (typed, meant) in PHRASES {
        let understood = understand(typed, now());

        let found = match understood.at {
            Some(at) if understood.whole_day => {
                format!("day {}", render_day(at.date_naive(), today))
            }
            Some(at) => render(at, understood.about, today),
            None => understood.said,
        };
        assert_eq!(&found, meant, "{typed}");
    }
    assert!(PHRASES.len() >= 80);
}

#[test]
fn capitals_spaces_and_accents_of_the_keyboard_make_no_difference() {
    for typed in [
        "SUN ABOUT 8:30PM",
        "  sun   about 8:30 pm ",
        "sun, about 8:30pm.",
        "sun about 8:30\u{a0}p.m.",
    ] {
        assert_eq!(
            understand(typed, now()).said,
            "Sun 8 Nov, about 20:30",
            "{typed}"
        );
    }
}

#[test]
fn words_that_are_not_a_time_are_not_guessed_at() {
    let not_times = [
        "lesson 2",
        "period 3",
        "break",
        "8",
        "soon",
        "about",
        "the",
        "gmt",
        "8 to 9",
        "between 3 and 4",
        "3pm-4pm",
        "8-11",
        "25:00",
        "8:75",
        "13am",
        "0pm",
        "nov",
        "2026",
        "8/11 9/11",
        "3pm 4pm",
        "yesterday today",
        "in 10 minutes",
        "99999999999 minutes ago",
        "sun mon",
        "10 minutes ago at 3pm",
        "3 months ago",
    ];
    for typed in not_times {
        let understood = understand(typed, now());

        assert_eq!(understood.at, None, "{typed}");
        assert_eq!(
            understood.said, "We could not read that as a time. Try: Sun 8 Nov, about 20:30.",
            "{typed}"
        );
    }
}

#[test]
fn a_time_that_cannot_be_is_answered_with_the_reason() {
    let cases = [
        (
            "mon 8 nov",
            "8 Nov is a Sunday, not a Monday. Which is right?",
        ),
        (
            "mon 8 nov 2025",
            "8 Nov 2025 is a Saturday, not a Monday. Which is right?",
        ),
        (
            "yesterday, sunday",
            "9 Nov is a Monday, not a Sunday. Which is right?",
        ),
        ("31/11", "There is no 31 Nov."),
        ("29/02/2025 9am", "There is no 29 Feb 2025."),
        (
            "11/25 9am",
            "There is no month 25. The day comes first: 8/11 is 8 Nov.",
        ),
        ("the 32nd", "No month has a day 32."),
        (
            "this morning 20:30",
            "20:30 is not in the morning. Which is right?",
        ),
    ];
    for (typed, said) in cases {
        let understood = understand(typed, now());

        assert_eq!(understood.at, None, "{typed}");
        assert_eq!(understood.said, said, "{typed}");
    }
}

#[test]
fn a_blank_field_says_nothing() {
    assert_eq!(understand("  ", now()).said, "");
    assert_eq!(understand("", now()).at, None);
}
