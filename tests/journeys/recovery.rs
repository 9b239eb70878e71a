//! Twelve words on paper: tried once, and good for the day on which everything else is gone.

use app::wire::{ConcernFilter, FaultKind, PaperAsked, Route};
use app::{Keyring, Opener, Practice};
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, forms, text_of, their_words};

const NEW: &str = "a brass compass in the herb bed";

#[test]
fn the_kit_is_asked_for_at_every_opening_until_its_words_were_tried() {
    let mut laptop = Device::new();
    let made = laptop.set_up();
    laptop.lock();
    let second = laptop.open(&RUTH);
    let words = laptop.kit_of(&RUTH);
    let mut swapped = words.clone();
    swapped.swap(0, 1);
    let mut misspelt = words.clone();
    misspelt[4] = "zzzzz".to_owned();

    let wrong_order = app::rehearse(&mut laptop.office, &swapped).unwrap_err();
    let wrong_word = app::rehearse(&mut laptop.office, &misspelt).unwrap_err();
    let too_few = app::rehearse(&mut laptop.office, &words[..11]).unwrap_err();
    let page = laptop.printed(PaperAsked::Kit {
        words: words.clone(),
    });
    app::rehearse(&mut laptop.office, &words).unwrap();
    laptop.lock();
    let third = laptop.open(&RUTH);

    assert!(made.rehearsal_due && second.rehearsal_due);
    for fault in [wrong_order, wrong_word, too_few] {
        assert_eq!(fault.problems[0].field, "words");
        for word in &words {
            assert!(
                !their_words(&fault).contains(word),
                "the kit's own words are not repeated"
            );
        }
    }
    assert!(page.starts_with(b"%PDF-"));
    assert!(!third.rehearsal_due);
}

#[test]
fn a_forgotten_password_is_replaced_with_the_kit_on_the_same_laptop() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    let words = laptop.kit_of(&RUTH);

    let devs_name = app::recover_vault(&mut laptop.office, DEV.user, &words, NEW)
        .err()
        .unwrap();
    let short = app::recover_vault(&mut laptop.office, RUTH.user, &words, "too short")
        .err()
        .unwrap();
    let session = app::recover_vault(&mut laptop.office, RUTH.user, &words, NEW).unwrap();
    let read = app::concern(&mut laptop.office, &concern);
    laptop.lock();
    let old = laptop.try_open(&RUTH).unwrap_err();
    laptop.minutes(1);
    let new = app::open_vault(&mut laptop.office, RUTH.user, NEW);
    laptop.lock();
    let devs = laptop.try_open(&DEV);

    assert_eq!(devs_name.problems[0].field, "user");
    assert_eq!(short.problems[0].field, "password");
    assert_eq!(session.person.name, RUTH.name);
    assert!(read.is_ok());
    assert_eq!(old.kind, FaultKind::WrongPassword);
    assert!(new.is_ok());
    assert!(devs.is_ok(), "nobody else's password changed");
}

#[test]
fn with_the_keyring_lost_the_kit_opens_the_vault_and_each_person_comes_back_with_their_own() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.use_keyring(Keyring::File(
        laptop.disk().join("a keyring that was reset"),
    ));

    let lost = laptop.try_open(&RUTH).unwrap_err();
    let words = laptop.kit_of(&RUTH);
    app::recover_vault(&mut laptop.office, RUTH.user, &words, NEW).unwrap();
    let read = app::concern(&mut laptop.office, &concern);
    laptop.lock();
    let again = app::open_vault(&mut laptop.office, RUTH.user, NEW);
    laptop.lock();
    let dev_by_password = laptop.try_open(&DEV).unwrap_err();
    laptop.minutes(1);
    let words = laptop.kit_of(&DEV);
    let dev_by_kit = app::recover_vault(&mut laptop.office, DEV.user, &words, DEV.password);

    assert_eq!(lost.kind, FaultKind::Keyring);
    assert!(their_words(&lost).contains("twelve words of your recovery kit"));
    assert!(read.is_ok() && again.is_ok());
    assert_eq!(dev_by_password.kind, FaultKind::WrongPassword);
    assert!(dev_by_kit.is_ok());
}

#[test]
fn a_backup_and_the_paper_bring_everything_back_on_another_laptop() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let list = laptop.choose_list(kit::lists::PUPILS.as_bytes());
    app::take_pupil_list(&mut laptop.office, &list, None).unwrap();
    let file = laptop.take_in("messages.png", "image/png", &[3; 150_000]);
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    let before = app::record_concern(&mut laptop.office, form).unwrap().value;
    app::keep_draft(&mut laptop.office, forms::saying("Not finished")).unwrap();
    let stick = tempfile::tempdir().unwrap();
    let backup = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    let words = laptop.kit_of(&RUTH);
    drop(laptop);

    let mut other = Device::new();
    let from = stick.path().join(&backup.name);
    let opener = Opener::Words(&words);
    app::restore_backup(&from, &other.folder(), other.keyring(), &opener).unwrap();
    let session = app::recover_vault(&mut other.office, RUTH.user, &words, NEW).unwrap();
    let view = app::concern(&mut other.office, &before.id).unwrap();
    let file = other.take_out(&view.files[0].id).unwrap();
    let pupils = app::pupils(&other.office, "", false, 0).unwrap().total;
    let drafts = app::drafts(&other.office).unwrap();
    let after = app::record_concern(&mut other.office, forms::saying("On the new laptop."))
        .unwrap()
        .value;
    let new = app::concern(&mut other.office, &after.id).unwrap();
    let verified = app::verify(&mut other.office).unwrap();

    assert!(backup.checked);
    assert_eq!(session.person.name, RUTH.name);
    assert!(text_of(&view, "account").contains("library desk"));
    assert_eq!(file, [3; 150_000]);
    assert_eq!(pupils, 6);
    assert_eq!(drafts[0].form.description, "Not finished");
    assert_ne!(
        code_of(&before.record_no),
        code_of(&after.record_no),
        "a restored vault is a new writer"
    );
    assert!(new.seal.entry < 10, "its log begins anew: {}", new.seal.say);
    assert_eq!(verified.faults.len(), 0);
}

/// The writer's letters in a record number: `MV-26-B7K-0143` has `B7K`.
fn code_of(record_no: &str) -> &str {
    record_no.split('-').nth(2).unwrap()
}

#[test]
fn the_leads_kit_and_a_backup_do_not_open_what_the_lead_was_never_a_member_of() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&PATIENCE);
    let form = forms::about_adult(Route::LeadTeam, RUTH.as_subject(), "About Ruth, marjoram.");
    let about_ruth = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&RUTH);
    let stick = tempfile::tempdir().unwrap();
    let backup = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    let from = stick.path().join(&backup.name);
    let restored = |who: &kit::Somebody| {
        let mut other = Device::new();
        let words = laptop.kit_of(who);
        app::restore_backup(
            &from,
            &other.folder(),
            other.keyring(),
            &Opener::Words(&words),
        )
        .unwrap();
        app::recover_vault(&mut other.office, who.user, &words, NEW).unwrap();
        let opened = app::concern(&mut other.office, &about_ruth).is_ok();
        let found = app::find(&mut other.office, "marjoram", Default::default()).unwrap();
        (opened, found.items.len())
    };

    assert_eq!(restored(&RUTH), (false, 0));
    assert_eq!(restored(&HEAD), (true, 1));
}

#[test]
fn a_practice_school_is_recovered_with_its_kit_like_any_other() {
    let mut laptop = Device::new();
    let lead = app::wire::CreateVault {
        school: String::new(),
        prefix: "MV".to_owned(),
        address: String::new(),
        phone: String::new(),
        sites: Vec::new(),
        name: String::new(),
        user: "practice".to_owned(),
        password: "practice makes a calm lead".to_owned(),
    };
    let size = Practice {
        pupils: 12,
        concerns: 5,
        seed: 3,
        attachments_mib: 0,
    };
    let kit = app::make_practice_school(&mut laptop.office, lead, size).unwrap();
    laptop.lock();

    app::recover_vault(&mut laptop.office, "practice", &kit.words, NEW).unwrap();
    let listed = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();

    assert_eq!(listed.total, 5);
}

#[test]
fn whoever_lost_the_words_makes_new_ones_with_their_password_and_the_old_ones_open_nothing_here() {
    let mut laptop = Device::of_school(&[]);
    let old = laptop.kit_of(&RUTH);
    laptop.open(&RUTH);
    let wrong = app::new_kit(&mut laptop.office, "not my password at all");
    let kit = app::new_kit(&mut laptop.office, RUTH.password).unwrap();
    let asked_again = app::session(&laptop.office).unwrap().rehearsal_due;
    let tried = app::rehearse(&mut laptop.office, &kit.words);
    laptop.lock();

    let by_old = app::recover_vault(
        &mut laptop.office,
        RUTH.user,
        &old,
        "a new password by the weir",
    );
    let by_new = app::recover_vault(
        &mut laptop.office,
        RUTH.user,
        &kit.words,
        "a new password by the weir",
    );

    assert_eq!(wrong.err().unwrap().problems[0].field, "password");
    assert_eq!(kit.person, RUTH.name);
    assert!(asked_again && tried.is_ok());
    assert_eq!(by_old.err().unwrap().problems[0].field, "words");
    assert!(by_new.is_ok());
}
