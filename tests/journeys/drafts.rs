//! Half-written words: through a lock, a crash and a flat battery.

use app::wire::ConcernFilter;
use kit::{DEV, Device, Picture, RUTH, forms};

#[test]
fn a_draft_comes_back_after_the_lock_with_its_words_and_its_file() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let file = laptop.take_in("screenshot.png", "image/png", b"what she was sent");
    let mut form = forms::saying("She began to say");
    form.occurred_text = "sun about 8.30 in the eve".to_owned();
    form.occurred = String::new();
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    app::keep_draft(&mut laptop.office, form).unwrap();

    laptop.minutes(10);
    assert!(laptop.office.is_idle());
    laptop.lock();
    laptop.open(&RUTH);
    let mut draft = app::drafts(&laptop.office).unwrap().remove(0);
    let as_it_stood = draft.form.clone();
    draft.form.description.push_str(" and then he wrote again.");
    draft.form.occurred = "2026-11-08T20:30:00+00:00".to_owned();
    let recorded = app::record_concern(&mut laptop.office, draft.form)
        .unwrap()
        .value;
    let view = app::concern(&mut laptop.office, &recorded.id).unwrap();
    let left = app::drafts(&laptop.office).unwrap();

    assert_eq!(draft.title, "Amara Oyelaran");
    assert_eq!(as_it_stood.description, "She began to say");
    assert_eq!(as_it_stood.occurred_text, "sun about 8.30 in the eve");
    assert_eq!(
        laptop.take_out(&view.files[0].id).unwrap(),
        b"what she was sent"
    );
    assert!(left.is_empty(), "what was signed is no draft any more");
}

#[test]
fn a_draft_survives_the_program_being_killed() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let kept = app::keep_draft(&mut laptop.office, forms::saying("Half a sen")).unwrap();
    let again = app::wire::ConcernForm {
        draft: Some(kept.id.clone()),
        ..forms::saying("Half a sentence")
    };
    app::keep_draft(&mut laptop.office, again).unwrap();

    laptop.restart();
    laptop.open(&RUTH);
    let drafts = app::drafts(&laptop.office).unwrap();

    assert_eq!(drafts.len(), 1, "kept again in its own place");
    assert_eq!(drafts[0].form.description, "Half a sentence");
}

#[test]
fn a_draft_is_for_its_writer_alone_and_goes_with_its_files_when_dropped() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let file = laptop.take_in("unwanted.txt", "text/plain", b"unwanted");
    let mut form = forms::about_amara();
    form.files = vec![file.token.clone()];
    let kept = app::keep_draft(&mut laptop.office, form.clone()).unwrap();
    laptop.lock();

    laptop.open(&DEV);
    let devs = app::drafts(&laptop.office).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    app::drop_draft(&mut laptop.office, &kept.id).unwrap();
    let left = app::drafts(&laptop.office).unwrap();
    form.indecent_image = "no".to_owned();
    let with_the_file = app::record_concern(&mut laptop.office, form).unwrap_err();
    laptop.lock();

    assert!(devs.is_empty());
    assert!(left.is_empty());
    assert!(with_the_file.say.contains("no longer here"));
    assert_eq!(blobs(&laptop), 0);
}

/// How many encrypted files the vault's folder holds.
fn blobs(laptop: &Device) -> usize {
    laptop
        .picture()
        .paths()
        .filter(|path| path.starts_with("blobs"))
        .count()
}

#[test]
fn a_draft_that_a_crash_left_behind_after_signing_is_not_offered_and_not_signed_twice() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let mut form = forms::saying("Signed the moment the battery went.");
    form.draft = Some(
        app::keep_draft(&mut laptop.office, form.clone())
            .unwrap()
            .id,
    );
    let lockers = laptop.folder().join("lockers");
    let with_the_draft = Picture::of(&lockers);
    app::record_concern(&mut laptop.office, form.clone()).unwrap();
    laptop.lock();
    with_the_draft.put(&lockers);
    laptop.restart();

    laptop.open(&RUTH);
    let offered = app::drafts(&laptop.office).unwrap();
    // What was written on in it all the same is a record of its own, and not lost.
    form.description.push_str(" And she said more.");
    let more = app::record_concern(&mut laptop.office, form).unwrap().value;
    let all = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();

    assert!(offered.is_empty());
    assert_eq!(all.total, 2);
    assert!(app::concern(&mut laptop.office, &more.id).is_ok());
}
