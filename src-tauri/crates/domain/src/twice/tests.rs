use chrono::DateTime;

use super::*;
use crate::id::{AdultId, PersonId, PupilId};
use crate::person;
use crate::pupil::PART_REASON;
use crate::step::{Author, Step};

fn step(entry: u8, kind: &str, takes_back: &[u8], parts: &[(&str, &str)]) -> Step {
    Step {
        entry: [entry; 32],
        supersedes: takes_back.iter().map(|entry| [*entry; 32]).collect(),
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
        written: DateTime::parse_from_rfc3339("2026-11-10T10:41:00+00:00").unwrap(),
        clock_note: None,
        parts: parts
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Some(text.as_bytes().to_vec())))
            .collect(),
        blobs: Vec::new(),
    }
}

/// As it stands in records that were written: these bytes are read for good.
const ADULT: &str = r#"{"adult":"abababababababababababababababab"}"#;
const PUPIL: &str = r#"{"pupil":"abababababababababababababababab"}"#;

#[test]
fn the_bytes_that_name_another_record_stay_the_same() {
    let (part, of_adult) = Other(AdultId([0xab; 16])).to_part();
    let (_, of_pupil) = Other(PupilId([0xab; 16])).to_part();

    assert_eq!(part, "other");
    assert_eq!(*of_adult, ADULT.as_bytes());
    assert_eq!(*of_pupil, PUPIL.as_bytes());
    assert_eq!(
        serde_json::from_str::<Other<AdultId>>(ADULT).unwrap(),
        Other(AdultId([0xab; 16]))
    );
    assert!(serde_json::from_str::<Other<AdultId>>(PUPIL).is_err());
}

#[test]
fn what_was_put_together_holds_until_it_is_taken_back_with_a_reason() {
    let known = |last: Option<Step>| {
        let steps = [
            step(
                1,
                person::RECORDED,
                &[],
                &[(person::PART_PERSON, r#"{"name":"Folake"}"#)],
            ),
            step(
                2,
                "person.joined",
                &[],
                &[(PART_OTHER, ADULT), (PART_REASON, "One number")],
            ),
        ];
        let steps: Vec<Step> = steps.into_iter().chain(last).collect();
        person::fold(AdultId([9; 16]), &steps).unwrap()
    };
    let reason = [(PART_OTHER, ADULT), (PART_REASON, "Two sisters")];

    let joined = known(None);
    let parted = known(Some(step(3, "person.parted", &[2], &reason)));
    let no_reason = known(Some(step(3, "person.parted", &[2], &reason[..1])));

    assert_eq!(joined.records.joined().count(), 1);
    assert!(!joined.needs_newer);
    assert_eq!(parted.records.joined().count(), 0);
    assert_eq!(parted.versions.len(), 1, "what is known of them stays");
    assert_eq!(no_reason.records.joined().count(), 1);
    assert!(no_reason.needs_newer);
}

#[test]
fn a_join_of_a_later_version_is_not_passed_over_in_silence() {
    let newer = Step {
        kind_version: 2,
        ..step(2, "person.joined", &[], &[(PART_OTHER, ADULT)])
    };
    let steps = [
        step(
            1,
            person::RECORDED,
            &[],
            &[(person::PART_PERSON, r#"{"name":"Folake"}"#)],
        ),
        newer,
    ];

    assert!(person::fold(AdultId([9; 16]), &steps).unwrap().needs_newer);
}
