//! What a bundle says of the request, of those before it, and of what its records speak of and do not hold.

use app::wire::{BundleAnswer, BundleRequest, BundleSpec, BundleVictim};
use kit::{Device, RUTH};

use crate::bundle_printed::{made, titled};
use crate::bundles::{PHOTO, about_amara, make, record};

#[test]
fn a_request_about_a_victim_says_its_day_and_form_and_starts_from_no_for_counselling() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[]);
    let mut spec = about_amara(&laptop);
    spec.request = BundleRequest {
        form: "victim".to_owned(),
        asked_on: Some("2026-11-09".to_owned()),
        deadline: Some("2026-11-20".to_owned()),
        reach: "01234 567890, l.hartigan@midmarch.example".to_owned(),
        victim: BundleVictim {
            asked: "yes".to_owned(),
            counselling: "yes".to_owned(),
            ..BundleVictim::default()
        },
        ..spec.request
    };
    // What is not said about a victim and about counselling records is asked for before anything is made.
    let refused = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    let fields: Vec<&str> = refused
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "request.victim.told",
            "request.victim.probative",
            "request.victim.approved"
        ]
    );
    spec.request.victim.told = "Yes, by DC Hartigan on 9 November".to_owned();
    spec.request.victim.probative = "The first account was given there".to_owned();
    spec.request.victim.approved = "DI Marsh".to_owned();
    let (_, pages) = made(&mut laptop, spec.clone(), "bundle");
    let said = titled(&pages, "The request");
    for words in [
        "9 Nov 2026",
        "20 Nov 2026",
        "l.hartigan@midmarch.example",
        "Victim Information Request",
        "by DC Hartigan on 9 November",
        "The first account was given there",
        "DI Marsh",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(
        pages
            .iter()
            .any(|page| page.contains("made before about the same None."))
    );
    spec.request.asked_on = Some("the ninth".to_owned());
    spec.request.form = "shouted".to_owned();
    let refused = make(&mut laptop, spec, "other").unwrap_err();
    assert_eq!(refused.problems.len(), 2);
}

#[test]
fn a_request_that_asks_nothing_about_a_victim_keeps_nothing_that_was_typed_there() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[]);
    let mut spec = about_amara(&laptop);
    spec.request.victim = BundleVictim {
        asked: "no".to_owned(),
        told: "quillwort".to_owned(),
        counselling: "yes".to_owned(),
        ..BundleVictim::default()
    };
    let (_, pages) = made(&mut laptop, spec, "bundle");
    let said = titled(&pages, "The request");
    assert!(
        said.contains("Not asked for") && said.contains("Date of the request. Not said"),
        "{said}"
    );
    assert!(!pages.iter().any(|page| page.contains("quillwort")));
}

#[test]
fn bundles_made_before_about_the_same_are_named_before_and_in_the_next() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[]);
    let spec = about_amara(&laptop);
    let before = app::preview_bundle(&mut laptop.office, spec.select.clone()).unwrap();
    assert!(before.earlier.is_empty());
    let (first, _) = made(&mut laptop, spec.clone(), "one");
    let line = format!("Bundle {}, 10 Nov 2026, to DC Hartigan", first.number);
    let now = app::preview_bundle(&mut laptop.office, spec.select.clone()).unwrap();
    let earlier: Vec<&str> = now.earlier.iter().map(|one| one.line.as_str()).collect();
    assert_eq!(earlier, [line.as_str()]);
    let (_, pages) = made(&mut laptop, spec.clone(), "two");
    assert!(pages.iter().any(|page| page.contains(&line)));
    // Of others nothing is said.
    let mut others = spec.select;
    others.pupils = vec![laptop.pupil("Jayden")];
    let none = app::preview_bundle(&mut laptop.office, others).unwrap_err();
    assert_eq!(none.problems[0].field, "select");
}

#[test]
fn what_a_record_speaks_of_and_does_not_hold_is_asked_about_and_never_left_out_in_silence() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(
        &mut laptop,
        "She showed me screenshots of the chat. Her mother wrote a letter to us, and she keeps a diary. Her form tutor in form 8T saw a drawing, and the CCTV of that day was asked for.",
        &[],
    );
    record(
        &mut laptop,
        "He had taken a photo of her.",
        &[("a.jpg", PHOTO)],
    );
    let spec = about_amara(&laptop);
    let seen = app::preview_bundle(&mut laptop.office, spec.select.clone()).unwrap();
    let sorts: Vec<&str> = seen.mentions.iter().map(|one| one.sort.as_str()).collect();
    assert_eq!(
        sorts,
        ["screenshot", "letter", "diary", "drawing", "CCTV recording"]
    );
    assert!(
        seen.mentions[0]
            .around
            .starts_with("She showed me screenshots of the chat.")
    );
    let answer = |at: usize, answer: &str, note: &str| BundleAnswer {
        concern: seen.mentions[at].record_no.clone(),
        sort: seen.mentions[at].sort.clone(),
        answer: answer.to_owned(),
        note: note.to_owned(),
    };
    let spec = BundleSpec {
        mentions: vec![
            answer(0, "gone", "Deleted by her on 9 November"),
            answer(1, "elsewhere", "Paper file in the head\u{2019}s office"),
            answer(2, "nothing", ""),
            answer(3, "exhibit", "RC/1"),
        ],
        not_held: "Medical form of 3 November\n\nThe bus pass".to_owned(),
        ..spec
    };
    let number = &seen.mentions[0].record_no;
    let (made, pages) = made(&mut laptop, spec.clone(), "bundle");
    let all = pages.join(" ");
    for words in [
        "Held elsewhere: Paper file in the head\u{2019}s office",
        "It does not exist any more: Deleted by her on 9 November",
        "Read, and no such thing is meant",
        "In exhibit RC/1",
        "Medical form of 3 November",
        "The bus pass",
        "The record has one file, which may be it",
    ] {
        assert!(all.contains(words), "{words}");
    }
    let unasked = format!("Mentioned in record {number}, not asked about");
    assert!(all.contains(&unasked));
    assert!(pages[0].contains("not asked about"), "{}", pages[0]);
    assert!(made.left_out.iter().any(|line| line.contains(&unasked)));
    // What is said of it outside the paper has no word of the account.
    assert!(
        !made
            .left_out
            .iter()
            .any(|line| line.contains("of the chat"))
    );
    let mut wrong = spec;
    wrong.mentions[0].answer = "perhaps".to_owned();
    let refused = make(&mut laptop, wrong, "other").unwrap_err();
    assert_eq!(refused.problems[0].field, "mentions");
    assert!(!laptop.disk().join("other").exists());
}
