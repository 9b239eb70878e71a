//! Staff who report and do not read.

use app::wire::{CaseForm, ConcernFilter, FindFilter, Place};
use kit::{DEV, Device, PATIENCE, RUTH, TECH, forms, text_of};

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
fn whoever_passed_something_on_sees_that_it_was_read_and_that_it_is_in_hand() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&PATIENCE);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let mine = |laptop: &mut Device| {
        laptop.lock();
        laptop.open(&PATIENCE);
        let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
        let row = page.concerns.into_iter().next().unwrap();
        let thread = app::concern(&mut laptop.office, &row.id).unwrap().thread;
        let said = thread
            .into_iter()
            .map(|item| (item.title, item.who))
            .collect::<Vec<_>>();
        laptop.lock();
        (row.status_title, said)
    };
    let of = |title: &str, who: &kit::Somebody| (title.to_owned(), who.name.to_owned());
    let sizes = |laptop: &Device| -> Vec<u64> {
        let folder = vault::folder::VaultFolder::open(laptop.folder()).unwrap();
        let posts = vault::letterbox::list(&folder).unwrap().into_iter();
        posts
            .map(|id| {
                std::fs::metadata(vault::letterbox::file(&folder, id))
                    .unwrap()
                    .len()
            })
            .collect()
    };
    let report = sizes(&laptop);
    assert!(mine(&mut laptop).0.starts_with("Passed on, receipt "));

    laptop.open(&DEV);
    let waiting = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let id = waiting.concerns[0].id.clone();
    assert!(
        mine(&mut laptop).0.starts_with("Passed on"),
        "seen in a list is not read"
    );
    laptop.open(&DEV);
    app::concern(&mut laptop.office, &id).unwrap();
    assert_eq!(
        sizes(&laptop),
        report,
        "a word is as large as a short report"
    );
    let (status, said) = mine(&mut laptop);
    assert!(status.starts_with("It has been read, "), "{status}");
    assert!(status.contains("Receipt "), "{status}");
    assert_eq!(said, [of("It has been read", &DEV)]);

    laptop.open(&RUTH);
    app::concern(&mut laptop.office, &id).unwrap();
    let step = CaseForm::Taken {
        title: "Saw Amara with Mr Osei.".to_owned(),
        words: "She wants her nan rung.".to_owned(),
        at: String::new(),
        about: false,
        late_reason: String::new(),
    };
    app::add_to_case(&mut laptop.office, &id, step.clone()).unwrap();
    app::add_to_case(&mut laptop.office, &id, step).unwrap();
    let (status, said) = mine(&mut laptop);
    assert!(status.starts_with("In hand, "), "{status}");
    assert_eq!(
        said,
        [of("In hand", &RUTH), of("It has been read", &DEV)],
        "each is said once"
    );
    let folder = vault::folder::VaultFolder::open(laptop.folder()).unwrap();
    let left = vault::letterbox::list(&folder).unwrap();
    assert!(left.is_empty(), "what was taken in lies about no more");
}

#[test]
fn a_word_back_counts_only_if_somebody_who_may_read_it_signed_it() {
    let mut laptop = Device::of_school(&[&PATIENCE, &TECH]);
    let ruth = laptop.open(&RUTH).person.id;
    laptop.lock();
    let patience = laptop.open(&PATIENCE).person.id;
    let passed_on = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value;
    laptop.lock();
    let slots = keys::Slots::read(&laptop.folder()).unwrap();
    let public = |id: &str| {
        let mut people = slots.people().into_iter();
        let found = people.find(|one| one.public.id.to_string() == id);
        found.unwrap().public
    };
    let mut dice = kit::Dice::new(9);
    let said = format!(
        r#"{{"record_no":"{}","come":"in-hand","at":0,"by":"{}"}}"#,
        passed_on.record_no,
        public(&ruth).id
    );
    let post = |signed: &[u8; 64], said: &str, dice: &mut kit::Dice| {
        let post = serde_json::json!({ "said": said, "signature": history::to_hex(signed) });
        let bytes = format!("strongroom-word/v1\n{post}");
        let sealed = keys::seal::seal_to(&public(&patience).sealing, bytes.as_bytes()).unwrap();
        let folder = vault::folder::VaultFolder::open(laptop.folder()).unwrap();
        vault::letterbox::post(&folder, &sealed, dice).unwrap();
    };
    // Whoever has the folder can seal to her, and signs with a key of their own.
    let stranger = keys::PersonKeys::generate(public(&ruth).id, &mut dice);
    post(
        &keys::person::vouch(&stranger, "word-back", said.as_bytes()),
        &said,
        &mut dice,
    );
    // Somebody with an account who reads no records signs with their own, and says that it is they.
    let device = laptop.keyring().load(slots.vault()).unwrap();
    let opened = slots
        .open_with_password(TECH.user, TECH.password, &device)
        .unwrap();
    let theirs = said.replace(&public(&ruth).id.to_string(), &opened.keys.id().to_string());
    assert_ne!(theirs, said);
    post(
        &keys::person::vouch(&opened.keys, "word-back", theirs.as_bytes()),
        &theirs,
        &mut dice,
    );

    laptop.open(&PATIENCE);
    let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();

    let status = &page.concerns[0].status_title;
    assert!(status.starts_with("Passed on"), "{status}");
    let folder = vault::folder::VaultFolder::open(laptop.folder()).unwrap();
    assert_eq!(
        vault::letterbox::list(&folder).unwrap().len(),
        1,
        "the report alone waits"
    );
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
