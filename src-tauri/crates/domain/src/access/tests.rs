use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::id::{ConcernId, PersonId, PupilId};
use crate::step::{Author, Step};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn step(n: u8, kind: &str, supersedes: Vec<u8>, part: (&str, serde_json::Value)) -> Step {
    Step {
        entry: [n; 32],
        supersedes: supersedes.into_iter().map(|n| [n; 32]).collect(),
        kind: kind.to_owned(),
        kind_version: 1,
        critical: false,
        author: Author {
            person: PersonId([1; 16]),
            name: "Ruth Calloway".to_owned(),
            user: "ruth.calloway".to_owned(),
            role: "dsl".to_owned(),
        },
        number: n.into(),
        written: DateTime::parse_from_rfc3339("2026-11-10T10:41:00+00:00").unwrap(),
        clock_note: None,
        parts: vec![(part.0.to_owned(), Some(part.1.to_string().into_bytes()))],
        blobs: Vec::new(),
    }
}

fn asked(received: &str) -> Step {
    let pupil = PupilId([7; 16]);
    let part = serde_json::json!({"number": "MV-26-ABC-S1", "pupil": pupil, "received": received});
    step(1, ASKED, vec![], (PART_REQUEST, part))
}

fn pause(n: u8, from: &str, until: Option<&str>) -> Step {
    let part = serde_json::json!({"from": from, "until": until, "why": "Which years?"});
    step(n, PAUSED, vec![], (PART_PAUSE, part))
}

fn extension(n: u8, months: u32, told: Option<&str>) -> Step {
    let part = serde_json::json!({"months": months, "why": "Nine years", "told_on": told});
    step(n, EXTENDED, vec![], (PART_EXTENSION, part))
}

fn decision(n: u8, supersedes: Vec<u8>, outcome: &str) -> Step {
    let item = Item::Concern(ConcernId([3; 16]));
    let part = serde_json::json!({"item": item, "outcome": outcome, "state": "s"});
    step(n, DECIDED, supersedes, (PART_DECISION, part))
}

fn due(steps: &[Step], today: &str) -> Option<String> {
    fold(steps).clock(day(today)).due.map(|due| due.to_string())
}

#[test]
fn a_month_ends_on_the_same_day_of_the_next_or_on_its_last_and_then_on_a_working_day() {
    let ends = |received: &str| due(&[asked(received)], received).unwrap();
    assert_eq!(ends("2026-11-10"), "2026-12-10");
    // 31 January: there is no 31 February, and 28 February 2027 is a Sunday.
    assert_eq!(ends("2027-01-31"), "2027-03-01");
    assert_eq!(ends("2028-01-31"), "2028-02-29");
    // Christmas Day is a Friday, Boxing Day is kept on the Monday.
    assert_eq!(ends("2026-11-25"), "2026-12-29");
    // Good Friday to Easter Monday 2027.
    assert_eq!(ends("2027-02-26"), "2027-03-30");
    assert_eq!(ends("2026-12-31"), "2027-02-01");
}

#[test]
fn the_clock_begins_when_it_is_known_who_asks_where_that_had_to_be_asked() {
    let mut request = asked("2026-11-10");
    let with = |on: Option<&str>| {
        serde_json::json!({
            "number": "1", "pupil": PupilId([7; 16]), "received": "2026-11-10",
            "identity_asked": true, "identity_on": on,
        })
    };
    let mut put = |on| {
        request.parts = vec![(
            PART_REQUEST.to_owned(),
            Some(with(on).to_string().into_bytes()),
        )];
        due(std::slice::from_ref(&request), "2026-11-20")
    };
    assert_eq!(put(None), None);
    assert_eq!(put(Some("2026-11-16")).as_deref(), Some("2026-12-16"));
    // Made sure before it came.
    assert_eq!(put(Some("2026-10-01")).as_deref(), Some("2026-12-10"));
}

#[test]
fn days_on_which_the_school_waits_do_not_count_and_none_counts_twice() {
    let ask = asked("2026-11-10");
    let waits = [ask.clone(), pause(2, "2026-11-12", Some("2026-11-17"))];
    assert_eq!(due(&waits, "2026-11-20").unwrap(), "2026-12-15");
    let twice = [
        ask.clone(),
        pause(2, "2026-11-12", Some("2026-11-17")),
        pause(3, "2026-11-14", Some("2026-11-18")),
    ];
    assert_eq!(due(&twice, "2026-11-20").unwrap(), "2026-12-16");
    let still = [ask.clone(), pause(2, "2026-11-12", None)];
    let clock = fold(&still).clock(day("2026-11-20"));
    assert_eq!(clock.paused_since, Some(day("2026-11-12")));
    assert_eq!((clock.due, clock.paused), (Some(day("2026-12-18")), 8));
    // Asking once the time is up gives no more of it.
    let late = [ask.clone(), pause(2, "2026-12-20", None)];
    let clock = fold(&late).clock(day("2026-12-30"));
    assert_eq!(
        (clock.due, clock.paused_since),
        (Some(day("2026-12-10")), None)
    );
    // What was before the request is nobody's wait.
    let before = [ask, pause(2, "2026-11-01", Some("2026-11-09"))];
    assert_eq!(due(&before, "2026-11-20").unwrap(), "2026-12-10");
}

#[test]
fn more_time_counts_only_if_the_person_was_told_within_the_first_month() {
    let ask = asked("2026-11-10");
    let of = |told| fold(&[ask.clone(), extension(2, 2, told)]).clock(day("2026-11-20"));
    assert_eq!(of(Some("2026-12-10")).due, Some(day("2027-02-10")));
    for told in [None, Some("2026-12-11")] {
        let clock = of(told);
        assert_eq!(
            (clock.due, clock.told_late),
            (Some(day("2026-12-10")), true)
        );
    }
    let much = fold(&[ask.clone(), extension(2, 40, Some("2026-12-01"))]).clock(day("2026-11-20"));
    assert_eq!(much.due, Some(day("2027-02-10")), "two months are the most");
}

#[test]
fn what_two_laptops_decide_differently_is_not_decided() {
    let item = Item::Concern(ConcernId([3; 16]));
    let ask = asked("2026-11-10");
    let first = decision(2, vec![], "give");
    let outcome = |steps: &[Step]| match fold(steps).decided(&item) {
        Decided::Open => "open",
        Decided::Differs => "differs",
        Decided::As(kept) => kept.what.outcome.id(),
    };
    assert_eq!(outcome(std::slice::from_ref(&ask)), "open");
    assert_eq!(outcome(&[ask.clone(), first.clone()]), "give");
    let (one, other) = (
        decision(3, vec![2], "part"),
        decision(4, vec![2], "withhold"),
    );
    assert_eq!(
        outcome(&[ask.clone(), first.clone(), one.clone(), other.clone()]),
        "differs"
    );
    let same = decision(5, vec![2], "part");
    assert_eq!(
        outcome(&[ask.clone(), first.clone(), one.clone(), same]),
        "part"
    );
    let settled = decision(6, vec![3, 4], "withhold");
    assert_eq!(outcome(&[ask, first, one, other, settled]), "withhold");
}

#[test]
fn what_a_newer_program_wrote_is_said_and_every_exemption_is_found_by_its_code() {
    let new = step(
        9,
        "access.appealed",
        vec![],
        ("appeal", serde_json::json!({})),
    );
    assert!(fold(&[asked("2026-11-10"), new]).needs_newer);
    assert!(!fold(&[asked("2026-11-10")]).needs_newer);
    for one in EXEMPTIONS {
        assert_eq!(exemption(one.code), Some(one), "{}: two have it", one.code);
    }
}

#[test]
fn the_text_that_a_released_set_is_hashed_over_stays_the_same() {
    let one = |item: &str, outcome: &str, rest: serde_json::Value| {
        let mut whole = serde_json::json!({"item": item, "outcome": outcome, "state": "aa"});
        let fields = whole.as_object_mut().unwrap();
        fields.extend(rest.as_object().unwrap().clone());
        whole
    };
    let reasons =
        serde_json::json!({"reasons": [{"code": "TP"}, {"code": "HARM"}], "unsaid": true});
    let release: Release = serde_json::from_value(serde_json::json!({
        "number": 1, "pupil": "Amara Oyelaran", "on": "2026-11-20",
        "request": {"number": "1", "pupil": PupilId([7; 16]), "received": "2026-11-10"},
        "set": [
            one("details", "give", serde_json::json!({})),
            one(&format!("concern:{}", "ab".repeat(16)), "withhold", reasons),
            one(&format!("file:{}", "cd".repeat(16)), "part", serde_json::json!({"sha256": "ee"})),
        ],
    }))
    .unwrap();
    let expected = "strongroom-access-set/v1\n\
        give details aa said - -\n\
        part file:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd aa said ee -\n\
        withhold concern:abababababababababababababababab aa unsaid - TP,HARM\n";
    assert_eq!(release.as_text(), expected);
}

proptest! {
    /// Waiting never makes the last day earlier, and it does not matter which laptop's wait comes first.
    #[test]
    fn the_last_day_is_the_same_in_whatever_order_two_laptops_wrote(
        spans in prop::collection::vec((0_u64..40, 0_u64..20, any::<bool>()), 0..6),
    ) {
        let ask = asked("2026-11-10");
        let first = day("2026-11-10");
        let write = |(n, (from, long, open)): (usize, &(u64, u64, bool))| {
            let from = first + chrono::Days::new(*from);
            let until = (from + chrono::Days::new(*long)).to_string();
            let until = (!open).then_some(until);
            pause(u8::try_from(n).unwrap() + 2, &from.to_string(), until.as_deref())
        };
        let pauses: Vec<Step> = spans.iter().enumerate().map(write).collect();
        let one: Vec<Step> = std::iter::once(ask.clone()).chain(pauses.iter().cloned()).collect();
        let other: Vec<Step> = pauses.iter().rev().cloned().chain(std::iter::once(ask.clone())).collect();
        let today = day("2027-01-04");
        let clock = fold(&one).clock(today);
        prop_assert_eq!(&clock, &fold(&other).clock(today));
        let plain = fold(&[ask]).clock(today).due;
        prop_assert!(clock.due >= plain);
        prop_assert!(clock.due.is_some_and(crate::calendar::is_working));
    }

    /// Whichever of two heads of one pause arrived last, the shorter one counts.
    #[test]
    fn where_two_laptops_end_one_wait_on_different_days_the_earlier_end_counts(one in 1_u64..12, other in 1_u64..12) {
        let first = day("2026-11-12");
        let end = |n: u8, days: u64| {
            let until = first + chrono::Days::new(days);
            let part = serde_json::json!({
                "from": "2026-11-12", "until": until, "why": "Which years?", "of": "02".repeat(32),
            });
            step(n, PAUSED, vec![2], (PART_PAUSE, part))
        };
        let base = [asked("2026-11-10"), pause(2, "2026-11-12", None)];
        let both = |a: Step, b: Step| {
            let steps: Vec<Step> = base.iter().cloned().chain([a, b]).collect();
            fold(&steps).clock(day("2026-12-01"))
        };
        let here = both(end(3, one), end(4, other));
        prop_assert_eq!(&here, &both(end(4, other), end(3, one)));
        prop_assert_eq!(here.paused, one.min(other));
    }
}
