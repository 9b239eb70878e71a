//! Staff who report and do not read.

use app::wire::{ConcernFilter, FindFilter, Place};
use kit::{DEV, Device, PATIENCE, RUTH, forms, text_of};

#[test]
fn a_teacher_reports_and_the_lead_finds_it_unread_while_the_teacher_keeps_a_copy() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    let session = laptop.open(&PATIENCE);
    let routing = app::routing(&laptop.office, Default::default(), &[]).unwrap();
    let photo = laptop.take_in("page of a diary.jpg", "image/jpeg", &[7; 5_000]);
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![photo.token];

    let passed_on = app::record_concern(&mut laptop.office, form).unwrap().value;
    let mine = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let copy = app::concern(&mut laptop.office, &mine.concerns[0].id).unwrap();
    laptop.lock();
    laptop.minutes(21);
    laptop.open(&RUTH);
    let waiting = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let view = app::concern(&mut laptop.office, &waiting.concerns[0].id).unwrap();
    let photo = laptop.take_out(&view.files[0].id).unwrap();
    let after = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();

    assert_eq!(
        session.places,
        [Place::Today, Place::Record, Place::MyConcerns, Place::Vault]
    );
    assert_eq!(routing.readers, [RUTH.name, DEV.name]);
    assert!(passed_on.posted && passed_on.receipt.is_some());
    assert_eq!(passed_on.passed_to, [RUTH.name, DEV.name]);
    assert_eq!(mine.concerns[0].record_no, passed_on.record_no);
    assert!(text_of(&copy, "account").contains("library desk"));
    assert!(copy.seal.say.contains(&passed_on.receipt.unwrap()));
    assert!(!copy.may.amend);
    assert_eq!((waiting.total, waiting.unread), (1, 1));
    assert!(waiting.concerns[0].unread);
    assert_eq!(waiting.concerns[0].waiting, "21 min");
    assert_eq!(waiting.concerns[0].reporter, PATIENCE.name);
    assert_eq!(waiting.concerns[0].record_no, passed_on.record_no);
    assert!(view.seal.whole);
    assert_eq!(photo, [7; 5_000]);
    assert_eq!(after.unread, 0);
}

#[test]
fn a_teachers_own_copies_are_theirs_alone_and_nothing_else_of_the_record_is_theirs() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    let leads = app::record_concern(&mut laptop.office, forms::saying("The lead alone knows."))
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&PATIENCE);
    app::record_concern(&mut laptop.office, forms::saying("The teacher wrote this.")).unwrap();

    let listed = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let opened = app::concern(&mut laptop.office, &leads);
    let found = app::find(&mut laptop.office, "alone knows", FindFilter::default()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let copies = app::concern(&mut laptop.office, &listed.concerns[0].id);

    assert_eq!(listed.total, 1);
    assert!(opened.is_err());
    assert!(found.items.is_empty());
    assert!(
        copies.is_err(),
        "the teacher's own copy is not in the lead's hands"
    );
}

#[test]
fn two_teachers_posts_wait_side_by_side_and_the_deputy_takes_both_in() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    for words in ["First of the morning.", "Second of the morning."] {
        laptop.open(&PATIENCE);
        app::record_concern(&mut laptop.office, forms::saying(words)).unwrap();
        laptop.lock();
        laptop.minutes(5);
    }

    laptop.open(&DEV);
    let waiting = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let also = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let whole = app::verify(&mut laptop.office).unwrap();

    let titles: Vec<&str> = waiting
        .concerns
        .iter()
        .map(|row| row.title.as_str())
        .collect();
    assert_eq!(titles, ["Second of the morning.", "First of the morning."]);
    assert_ne!(waiting.concerns[0].record_no, waiting.concerns[1].record_no);
    assert_eq!(also.total, 2);
    assert_eq!(whole.faults.len(), 0);
}
