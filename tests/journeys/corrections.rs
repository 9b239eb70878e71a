//! Nothing is overwritten.

use app::wire::{ConcernFilter, ConcernForm, FindFilter};
use kit::{DEV, Device, RUTH, forms, inside, text_of};

/// The form with which a concern is corrected: the version shown, other words, a reason.
fn correction(laptop: &mut Device, concern: &str, words: &str) -> ConcernForm {
    let view = app::concern(&mut laptop.office, concern).unwrap();
    ConcernForm {
        description: words.to_owned(),
        reason: Some("I had the day wrong".to_owned()),
        ..view.versions[view.current as usize].form.clone()
    }
}

#[test]
fn a_correction_is_a_new_version_with_a_reason_and_reads_as_both_wordings_at_once() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let first = app::record_concern(
        &mut laptop.office,
        forms::saying("He wrote to her on Monday."),
    )
    .unwrap()
    .value;
    laptop.minutes(120);

    let form = correction(&mut laptop, &first.id, "He wrote to her on Sunday evening.");
    let corrected = app::amend_concern(&mut laptop.office, form).unwrap().value;
    let view = app::concern(&mut laptop.office, &first.id).unwrap();
    let old_words = app::find(&mut laptop.office, "Monday", FindFilter::default()).unwrap();

    assert_eq!(corrected.record_no, first.record_no);
    assert_eq!(view.versions.len(), 2);
    assert_eq!(view.current, 1);
    assert!(!view.values_differ);
    assert_eq!(
        text_of(&view, "account"),
        "He wrote to her on Sunday evening."
    );
    assert_eq!(view.versions[0].shown[0].text, "He wrote to her on Monday.");
    assert_eq!(
        view.versions[1].reason.as_deref(),
        Some("I had the day wrong")
    );
    assert_eq!(view.versions[1].author, RUTH.name);
    assert!(
        view.versions[1].seal.whole && view.versions[1].seal.entry > view.versions[0].seal.entry
    );
    let change = &view.versions[1].changes[0];
    let runs: Vec<(&str, &str)> = change
        .runs
        .iter()
        .map(|run| (run.kind, run.text.as_str()))
        .collect();
    assert_eq!(
        runs,
        [
            ("same", "He wrote to her on "),
            ("gone", "Monday"),
            ("new", "Sunday evening"),
            ("same", "."),
        ]
    );
    assert_eq!(change.label, "What was seen, heard or said");
    assert_eq!(view.thread[0].detail, "I had the day wrong");
    assert_eq!(
        old_words.items[0].id, first.id,
        "the first words are still found"
    );
}

#[test]
fn a_correction_says_why_and_changes_something() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let mut without_reason = correction(&mut laptop, &id, "Other words.");
    without_reason.reason = Some("  ".to_owned());
    let words = forms::about_amara().description;
    let the_same = correction(&mut laptop, &id, &words);

    let no_reason = app::amend_concern(&mut laptop.office, without_reason).unwrap_err();
    let no_change = app::amend_concern(&mut laptop.office, the_same).unwrap_err();

    assert_eq!(no_reason.problems[0].field, "reason");
    assert_eq!(no_change.problems[0].field, "description");
}

#[test]
fn two_corrections_of_one_version_are_both_kept_until_somebody_joins_them() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::saying("He wrote on Monday."))
        .unwrap()
        .value
        .id;
    laptop.lock();
    let mut devs = laptop.twin();

    devs.open(&DEV);
    let form = correction(&mut devs, &id, "He wrote on Sunday.");
    app::amend_concern(&mut devs.office, form).unwrap();
    devs.lock();
    laptop.minutes(3);
    laptop.open(&RUTH);
    let form = correction(&mut laptop, &id, "He wrote on Saturday.");
    app::amend_concern(&mut laptop.office, form).unwrap();
    laptop.lock();
    inside::carry_pupils(&devs, &laptop, &RUTH);
    laptop.open(&RUTH);
    let both = app::concern(&mut laptop.office, &id).unwrap();
    let form = correction(&mut laptop, &id, "He wrote on Sunday and on Saturday.");
    app::amend_concern(&mut laptop.office, form).unwrap();
    let joined = app::concern(&mut laptop.office, &id).unwrap();

    assert!(both.values_differ);
    let accounts: Vec<&str> = both
        .versions
        .iter()
        .map(|version| version.shown[0].text.as_str())
        .collect();
    assert_eq!(accounts.len(), 3);
    for words in ["He wrote on Sunday.", "He wrote on Saturday."] {
        assert!(accounts.contains(&words), "{words}");
    }
    for version in &both.versions[1..] {
        let gone: Vec<&str> = version.changes[0]
            .runs
            .iter()
            .filter(|run| run.kind == "gone")
            .map(|run| run.text.as_str())
            .collect();
        assert_eq!(
            gone,
            ["Monday"],
            "each is compared with what it took the place of"
        );
    }
    assert!(!joined.values_differ);
    assert_eq!(joined.versions.len(), 4);
}

#[test]
fn what_comes_from_another_laptop_takes_its_place_in_the_list_whenever_it_comes() {
    let mut laptop = Device::of_school(&[&DEV]);
    let mut devs = laptop.twin();
    devs.open(&DEV);
    app::record_concern(&mut devs.office, forms::saying("Early, on Dev's laptop.")).unwrap();
    devs.lock();
    laptop.minutes(60);
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::saying("Later, on Ruth's.")).unwrap();
    laptop.lock();

    inside::carry_pupils(&devs, &laptop, &RUTH);
    inside::carry_pupils(&laptop, &devs, &DEV);
    laptop.open(&RUTH);
    devs.open(&DEV);
    let titles = |laptop: &mut Device| -> Vec<String> {
        let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
        page.concerns.into_iter().map(|row| row.title).collect()
    };

    assert_eq!(
        titles(&mut laptop),
        ["Later, on Ruth's.", "Early, on Dev's laptop."]
    );
    assert_eq!(titles(&mut laptop), titles(&mut devs));
    assert_eq!(app::verify(&mut laptop.office).unwrap().faults.len(), 0);
    assert_eq!(app::verify(&mut devs.office).unwrap().faults.len(), 0);
}
