use super::super::{nudge, render, understand};
use super::now;
use chrono::{TimeZone, Utc};
use chrono_tz::Europe::London;
use proptest::prelude::*;

/// Pieces of times in any order, to reach further in than free text does.
fn near_times() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "sun",
        "last",
        "night",
        "8",
        "31",
        "20:30",
        "/",
        "-",
        ":",
        ".",
        "nov",
        "feb",
        "29",
        "2026",
        "1900",
        "am",
        "pm",
        "half",
        "past",
        "to",
        "quarter",
        "midnight",
        "noon",
        "ago",
        "hours",
        "minutes",
        "an",
        "a",
        "about",
        "~",
        "gmt",
        "+01:00",
        "t",
        "z",
        "th",
        "the",
        "yesterday",
        "this",
        "next",
        "4294967296",
        "99",
        "0",
        "twenty",
        "five",
        ",",
        "after school",
        "now",
        "just",
        "weeks",
        "5000",
        "'",
        "\u{2019}",
    ]);
    prop::collection::vec((pieces, prop::bool::ANY), 0..9).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, space)| {
                if space {
                    format!("{piece} ")
                } else {
                    piece.to_owned()
                }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), caret in 0_usize..300, up in any::<bool>()) {
        let understood = understand(&text, now());
        let nudged = nudge(&text, caret, up, now());

        prop_assert!(understood.at.is_some() || nudged.is_none());
    }

    #[test]
    fn no_heap_of_pieces_makes_it_panic(text in near_times(), caret in 0_usize..60, up in any::<bool>()) {
        let understood = understand(&text, now());
        nudge(&text, caret, up, now());

        // What was said of a moment is read as that moment.
        if let Some(at) = understood.at.filter(|_| !understood.whole_day) {
            let said = render(at, understood.about, now().date_naive());
            prop_assert_eq!(understand(&said, now()).at, Some(at), "{}", said);
        }
    }

    #[test]
    fn what_is_written_out_is_read_as_the_same_minute(
        minutes in 0_i64..105_189_120, // 1900 to the end of 2099
        about in any::<bool>(),
        looked_at in 52_594_560_i64..84_152_160, // 2000 to 2059
    ) {
        let start = Utc.with_ymd_and_hms(1900, 1, 1, 0, 0, 0).unwrap();
        let at = (start + chrono::Duration::minutes(minutes)).with_timezone(&London);
        let now = (start + chrono::Duration::minutes(looked_at)).with_timezone(&London);

        let said = render(at, about, now.date_naive());
        let understood = understand(&said, now);

        prop_assert_eq!(understood.at, Some(at), "{}", said);
        prop_assert_eq!(understood.about, about);
    }

    #[test]
    fn up_and_then_down_comes_back(hour in 0_u32..24, day in 1_u32..29, caret in 0_usize..20) {
        let text = render(super::at(2026, 6, day, hour, 30), false, now().date_naive());

        let (later, place) = nudge(&text, caret, true, now()).unwrap();
        let (back, _) = nudge(&later, place, false, now()).unwrap();

        prop_assert_ne!(&later, &text);
        prop_assert_eq!(back, text);
    }
}
