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

#[test]
fn what_was_struck_counts_no_more_and_two_laptops_that_disagree_leave_it_standing() {
    let action = step(1, ACTION_SET, PART_ACTION, r#"{"what":"Ring Mum"}"#, &[]);
    let ended = step(2, ACTION_ENDED, PART_END, r#"{"done":true}"#, &[1]);
    let sent = step(3, REFERRED, PART_REFERRAL, r#"{"to":"MASH"}"#, &[]);
    let reply = step(4, REPLIED, PART_REPLY, r#"{"words":"No"}"#, &[3]);
    let decided = step(
        5,
        DECIDED,
        PART_DECISION,
        r#"{"decision":"early-help"}"#,
        &[],
    );
    let all = [action, ended, sent, reply, decided];
    let strike = |entry: u8, struck: bool, of: &[u8]| {
        let content = format!(r#"{{"struck":{struck}}}"#);
        step(entry, STRUCK, PART_STRUCK, &content, of)
    };
    let with = |strikes: &[Step]| fold(&[&all[..], strikes].concat());

    let before = with(&[]);
    assert_eq!(
        (before.to_do().count(), before.unanswered().count()),
        (0, 0)
    );
    let ends = with(&[strike(6, true, &[2]), strike(7, true, &[4])]);
    assert_eq!((ends.to_do().count(), ends.unanswered().count()), (1, 1));
    let whole = with(&[
        strike(6, true, &[1]),
        strike(7, true, &[3]),
        strike(8, true, &[5]),
    ]);
    assert_eq!(whole.to_do().count(), 0);
    assert_eq!((whole.referred().count(), whole.decided().count()), (0, 0));
    assert_eq!((whole.actions.len(), whole.decisions.len()), (1, 1));

    let again = with(&[strike(6, true, &[5]), strike(7, false, &[5, 6])]);
    assert_eq!(again.decided().count(), 1);
    let twice = [
        strike(6, true, &[5]),
        strike(7, false, &[5, 6]),
        strike(8, true, &[5, 6]),
    ];
    assert_eq!(with(&twice).decided().count(), 1);
}

fn decided(entry: u8) -> Step {
    step(
        entry,
        DECIDED,
        PART_DECISION,
        r#"{"decision":"early-help"}"#,
        &[],
    )
}

fn strike(entry: u8, struck: bool, of: &[u8]) -> Step {
    let content = format!(r#"{{"struck":{struck}}}"#);
    step(entry, STRUCK, PART_STRUCK, &content, of)
}

#[test]
fn a_strike_is_about_one_step_and_takes_the_place_of_strikes_of_that_one_only() {
    let (a, b) = (decided(1), decided(2));
    // One that names two steps strikes neither.
    let many = fold(&[a.clone(), b.clone(), strike(3, true, &[1, 2])]);
    assert_eq!(many.decided().count(), 2);
    // One of A that names the strike of B leaves B struck.
    let crossed = fold(&[
        a.clone(),
        b.clone(),
        strike(3, true, &[2]),
        strike(4, true, &[1, 3]),
    ]);
    assert_eq!(crossed.decided().count(), 0);
    // One that names nothing but a strike is about no step, and takes nothing back.
    let alone = fold(&[a, b, strike(3, true, &[2]), strike(4, false, &[3])]);
    assert_eq!(alone.decided().count(), 1);
}

#[test]
fn a_mark_on_another_step_stays_whatever_else_is_named() {
    let other = r#"{"of":"bb","significant":false}"#;
    let other = step(2, SIGNIFICANCE_SET, PART_SIGNIFICANCE, other, &[1]);
    assert!(
        fold(&[mark(1, true, &[]), other])
            .significant("aa")
            .is_some()
    );
}

#[test]
fn a_mark_on_a_step_that_was_struck_makes_the_concern_no_longer_significant() {
    let of = hex(&[1; 32]);
    let content = format!(r#"{{"of":"{of}","significant":true}}"#);
    let marked = step(2, SIGNIFICANCE_SET, PART_SIGNIFICANCE, &content, &[]);
    let mut all = vec![decided(1), marked, strike(3, true, &[1])];
    assert!(!fold(&all).any_significant());
    all.push(strike(4, false, &[1, 3]));
    assert!(fold(&all).any_significant());
}
