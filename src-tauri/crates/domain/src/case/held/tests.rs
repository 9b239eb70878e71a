use chrono::DateTime;

use super::*;
use crate::case::{PART_STRUCK, STRUCK, Struck, fold};
use crate::id::PersonId;
use crate::step::Author;

fn at(clock: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-11-10T{clock}:00+00:00")).unwrap()
}

fn step(entry: u8, about: &[u8], kind: &str, part: (&str, Vec<u8>)) -> Step {
    Step {
        entry: [entry; 32],
        supersedes: about.iter().map(|entry| [*entry; 32]).collect(),
        kind: kind.to_owned(),
        kind_version: 1,
        critical: false,
        author: Author {
            person: PersonId([1; 16]),
            name: "R. Calloway".to_owned(),
            user: "ruth".to_owned(),
            role: "dsl".to_owned(),
        },
        number: u64::from(entry),
        written: at("18:00"),
        clock_note: None,
        parts: vec![(part.0.to_owned(), Some(part.1))],
        blobs: Vec::new(),
    }
}

fn telephone(entry: u8, about: &[u8], found: Option<&str>) -> Step {
    let held = Held {
        what: "her telephone".to_owned(),
        found: found.map(at),
        ..Held::default()
    };
    step(
        entry,
        about,
        HELD,
        (PART_HELD, serde_json::to_vec(&held).unwrap()),
    )
}

fn passed(entry: u8, about: u8, clock: &str, event: &str, place: &str) -> Step {
    let passed = Passed {
        event: event.to_owned(),
        at: Some(at(clock)),
        place: place.to_owned(),
        ..Passed::default()
    };
    step(
        entry,
        &[about],
        PASSED,
        (PART_PASSED, serde_json::to_vec(&passed).unwrap()),
    )
}

fn gaps(steps: &[Step]) -> Vec<Option<Gap>> {
    let case = fold(steps);
    let thing = case.things().next().unwrap();
    let way = case.way(&thing.step, Some(&thing.what));
    std::iter::once(way.before)
        .chain(way.events.iter().map(|(_, gap)| *gap))
        .collect()
}

#[test]
fn a_thing_whose_whole_way_is_known_has_no_gap() {
    let steps = [
        telephone(1, &[], Some("09:00")),
        passed(2, 1, "09:00", "taken", ""),
        passed(3, 1, "09:20", "stored", "the safe"),
        passed(4, 1, "15:00", "police", ""),
    ];

    assert_eq!(gaps(&steps), [None; 4]);
}

#[test]
fn what_nobody_says_is_a_gap() {
    let steps = [
        telephone(1, &[], Some("08:00")),
        passed(2, 1, "09:00", "taken", ""),
        passed(3, 1, "12:00", "missing", ""),
        passed(4, 1, "13:00", "stored", "the safe"),
        passed(5, 1, "14:00", "returned", ""),
        passed(6, 1, "15:00", "sealed", ""),
    ];

    assert_eq!(
        gaps(&steps),
        [
            Some(Gap::SinceFound(at("08:00"), at("09:00"))),
            Some(Gap::NoPlace(at("09:00"), Some(at("12:00")))),
            Some(Gap::Missing(at("12:00"), Some(at("13:00")))),
            None,
            Some(Gap::Away(at("14:00"), at("15:00"))),
            Some(Gap::NoPlace(at("15:00"), None)),
        ]
    );
    assert_eq!(gaps(&[telephone(1, &[], None)]), [Some(Gap::FoundNotSaid)]);
    assert_eq!(
        gaps(&[telephone(1, &[], Some("08:00"))]),
        [Some(Gap::Nothing(at("08:00")))]
    );
    let early = [
        telephone(1, &[], Some("08:00")),
        passed(2, 1, "07:00", "taken", "the safe"),
    ];
    assert_eq!(
        gaps(&early)[0],
        Some(Gap::BeforeFound(at("07:00"), at("08:00")))
    );
    // A blank that no screen shows is no place.
    let blank = [
        telephone(1, &[], Some("08:00")),
        passed(2, 1, "08:00", "stored", "\u{200b} "),
    ];
    assert_eq!(gaps(&blank)[1], Some(Gap::NoPlace(at("08:00"), None)));
}

#[test]
fn what_was_written_of_a_thing_stays_with_it_when_it_is_described_anew() {
    let steps = [
        telephone(1, &[], Some("09:00")),
        passed(2, 1, "09:00", "taken", "the safe"),
        telephone(3, &[1], Some("09:00")),
        passed(4, 3, "10:00", "police", ""),
    ];
    let case = fold(&steps);
    let things: Vec<_> = case.things().collect();

    assert_eq!(things.len(), 1);
    assert_eq!(case.way(&things[0].step, None).events.len(), 2);
}

#[test]
fn what_was_written_by_mistake_closes_no_gap_and_stays_in_sight() {
    let struck = serde_json::to_vec(&Struck { struck: true }).unwrap();
    let steps = [
        telephone(1, &[], Some("09:00")),
        passed(2, 1, "09:00", "taken", ""),
        passed(3, 1, "09:10", "stored", "the safe"),
        step(4, &[3], STRUCK, (PART_STRUCK, struck)),
    ];
    let case = fold(&steps);
    let thing = case.things().next().unwrap();
    let way = case.way(&thing.step, Some(&thing.what));

    assert_eq!(way.events.len(), 2);
    assert_eq!(way.events[0].1, Some(Gap::NoPlace(at("09:00"), None)));
    assert_eq!(way.last.unwrap().step.entry, [2; 32]);
}

#[test]
fn what_changed_hands_or_was_lost_is_not_where_it_was_kept_before() {
    for moves in ["handed", "returned", "missing"] {
        let steps = [
            telephone(1, &[], Some("09:00")),
            passed(2, 1, "09:00", "taken", "the safe"),
            passed(3, 1, "10:00", moves, ""),
            passed(4, 1, "12:00", "sealed", ""),
        ];
        let case = fold(&steps);
        let thing = case.things().next().unwrap();
        let way = case.way(&thing.step, Some(&thing.what));

        assert_eq!(way.place, "", "{moves}");
        assert_eq!(
            way.events[2].1,
            Some(Gap::NoPlace(at("12:00"), None)),
            "{moves}"
        );
    }
}

#[test]
fn a_thing_described_anew_on_two_laptops_has_one_way_whichever_is_looked_at() {
    let steps = [
        telephone(1, &[], Some("09:00")),
        telephone(2, &[1], Some("09:00")),
        telephone(3, &[1], Some("09:00")),
        passed(4, 2, "09:00", "taken", "the safe"),
        passed(5, 3, "10:00", "police", ""),
    ];
    let case = fold(&steps);
    let things: Vec<_> = case.things().collect();

    assert_eq!(things.len(), 2);
    for thing in things {
        let way = case.way(&thing.step, Some(&thing.what));
        assert_eq!(way.events.len(), 2);
        assert_eq!(way.last.unwrap().what.event, "police");
    }
    // Put right, it takes the place of both.
    let joined = fold(&[&steps[..], &[telephone(6, &[2, 3], Some("09:00"))]].concat());
    assert_eq!(joined.things().count(), 1);
}

#[test]
fn one_description_never_takes_another_thing_out_of_sight() {
    let steps = [
        telephone(1, &[], Some("09:00")),
        telephone(2, &[], Some("09:00")),
        telephone(3, &[1, 2], Some("09:00")),
    ];
    let case = fold(&steps);
    let shown: Vec<u8> = case.things().map(|kept| kept.step.entry[0]).collect();

    assert_eq!(shown, [2, 3]);
}
