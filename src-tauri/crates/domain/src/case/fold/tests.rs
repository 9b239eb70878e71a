use chrono::DateTime;

use super::*;
use crate::id::PersonId;
use crate::step::Author;

fn step(entry: u8, kind: &str, part: &str, content: &str, supersedes: &[u8]) -> Step {
    Step {
        entry: [entry; 32],
        supersedes: supersedes.iter().map(|entry| [*entry; 32]).collect(),
        kind: kind.to_owned(),
        kind_version: 1,
        critical: false,
        author: Author {
            person: PersonId([1; 16]),
            name: "R. Calloway".to_owned(),
            user: "ruth.calloway".to_owned(),
            role: "dsl".to_owned(),
        },
        number: u64::from(entry),
        written: DateTime::parse_from_rfc3339("2026-11-10T10:41:00+00:00").unwrap(),
        clock_note: None,
        parts: vec![(part.to_owned(), Some(content.as_bytes().to_vec()))],
        blobs: Vec::new(),
    }
}

fn mark(entry: u8, significant: bool, supersedes: &[u8]) -> Step {
    let content = format!(r#"{{"of":"aa","significant":{significant}}}"#);
    step(
        entry,
        SIGNIFICANCE_SET,
        PART_SIGNIFICANCE,
        &content,
        supersedes,
    )
}

fn over(entry: u8, closed: bool, supersedes: &[u8]) -> Step {
    let pupil = PupilId([7; 16]);
    let content = format!(r#"{{"pupil":"{pupil}","closed":{closed}}}"#);
    step(entry, FOR_PUPIL_SET, PART_FOR_PUPIL, &content, supersedes)
}

#[test]
fn a_mark_stands_until_it_is_taken_off_and_two_laptops_that_disagree_leave_it() {
    assert!(fold(&[mark(1, true, &[])]).significant("aa").is_some());
    assert!(fold(&[mark(1, true, &[])]).significant("bb").is_none());
    let off = fold(&[mark(1, true, &[]), mark(2, false, &[1])]);
    assert!(off.significant("aa").is_none() && !off.any_significant());
    let both = fold(&[
        mark(1, true, &[]),
        mark(2, false, &[1]),
        mark(3, true, &[1]),
    ]);
    assert!(both.significant("aa").is_some());
}

#[test]
fn a_concern_is_over_for_a_pupil_only_while_nobody_says_otherwise() {
    let pupil = PupilId([7; 16]);
    assert!(fold(&[]).closed_for(pupil).is_none());
    assert!(fold(&[over(1, true, &[])]).closed_for(pupil).is_some());
    let twice = [
        over(1, true, &[]),
        over(2, false, &[1]),
        over(3, true, &[1]),
    ];
    assert!(fold(&twice).closed_for(pupil).is_none());
    assert!(twice.iter().all(is_step));
}
