use super::super::nudge;
use super::{at, now};

/// Presses a key with the caret at the bar, and shows the caret again.
fn press(typed: &str, up: bool) -> String {
    press_at(typed, up, now())
}

fn press_at(typed: &str, up: bool, now: super::DateTime<super::Tz>) -> String {
    let caret = typed
        .find('|')
        .map(|byte| typed[..byte].encode_utf16().count())
        .unwrap();
    match nudge(&typed.replace('|', ""), caret, up, now) {
        Some((mut said, caret)) => {
            said.insert(caret, '|');
            said
        }
        None => "nothing".to_owned(),
    }
}

#[test]
fn the_part_under_the_caret_moves() {
    let cases = [
        ("Sun 8| Nov, about 20:30", true, "Mon 9| Nov, about 20:30"),
        ("Su|n 8 Nov, about 20:30", false, "Sat 7| Nov, about 20:30"),
        ("Sun 8 No|v, about 20:30", false, "Sat 7| Nov, about 20:30"),
        ("Sun 8 Nov, about 2|0:30", true, "Sun 8 Nov, about 21|:30"),
        ("Sun 8 Nov, about 20:3|0", true, "Sun 8 Nov, about 20:35|"),
        ("Sun 8 Nov, about 20:30|", false, "Sun 8 Nov, about 20:25|"),
        ("Sun 8 Nov, 20:|33", true, "Sun 8 Nov, 20:35|"),
        ("Sun 8 Nov, 20:|33", false, "Sun 8 Nov, 20:30|"),
        ("Sun 8 Nov, 20:55|", true, "Sun 8 Nov, 21:00|"),
        ("Sun 8 Nov, 23|:30", true, "Mon 9 Nov, 00|:30"),
        ("|Sun 8 Nov 2025, 20:30", true, "nothing"),
        ("|Sat 8 Nov 2025, 20:30", true, "Sun 9| Nov 2025, 20:30"),
        ("Wed 31| Dec 2025, 20:30", true, "Thu 1| Jan, 20:30"),
    ];
    for (typed, up, shown) in cases {
        assert_eq!(press(typed, up), shown, "{typed}");
    }
}

#[test]
fn loose_words_are_written_out_as_they_move() {
    let cases = [
        ("su|n about 8:30pm", true, "Mon 9| Nov, about 20:30"),
        ("sun about 8:30p|m", true, "Sun 8 Nov, about 20:35|"),
        ("sun 8|30pm", true, "Sun 8 Nov, 21|:30"),
        ("sun 830|pm", true, "Sun 8 Nov, 20:35|"),
        ("yester|day", false, "Sun 8| Nov"),
        ("half| past 3 yesterday", true, "Mon 9 Nov, 15:35|"),
        ("10 minutes| ago", false, "Tue 10 Nov, 10:20|"),
        ("last night|", true, "Mon 9 Nov, about 23|:00"),
        ("noon| sunday", true, "Sun 8 Nov, 13|:00"),
    ];
    for (typed, up, shown) in cases {
        assert_eq!(press(typed, up), shown, "{typed}");
    }
}

#[test]
fn what_is_not_understood_does_not_move() {
    assert_eq!(press("less|on 2", true), "nothing");
    assert_eq!(press("|", true), "nothing");
}

#[test]
fn hours_are_real_hours_on_the_night_the_clocks_go_back() {
    let noon = at(2026, 10, 25, 12, 0);

    assert_eq!(
        press_at("Sun 25 Oct, 00|:30", true, noon),
        "Sun 25 Oct, 01|:30 BST"
    );
    assert_eq!(
        press_at("Sun 25 Oct, 01|:30 BST", true, noon),
        "Sun 25 Oct, 01|:30 GMT"
    );
    assert_eq!(
        press_at("Sun 25 Oct, 01|:30 GMT", true, noon),
        "Sun 25 Oct, 02|:30"
    );
}

#[test]
fn the_caret_counts_as_a_window_counts() {
    // Two UTF-16 units before the day would be two characters or more in bytes.
    assert_eq!(
        nudge("\u{2248}9:30", 5, true, now()),
        Some(("Tue 10 Nov, about 09:35".to_owned(), 23))
    );
}
