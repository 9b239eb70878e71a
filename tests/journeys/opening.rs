//! At the door: passwords, waiting, locking, and one program at a time.

use app::wire::{DoorState, FaultKind};
use kit::{DEV, Device, RUTH, forms, their_words};

#[test]
fn a_wrong_password_is_one_calm_sentence_whatever_was_wrong() {
    let mut laptop = Device::of_school(&[&DEV]);

    let wrong = app::open_vault(&mut laptop.office, RUTH.user, "not this one at all").unwrap_err();
    laptop.minutes(1);
    laptop.open(&RUTH);
    laptop.lock();
    let nobody = app::open_vault(&mut laptop.office, "ruth.caloway", RUTH.password).unwrap_err();

    assert_eq!(wrong.kind, FaultKind::WrongPassword);
    assert_eq!(wrong.say, "That did not open it. Try again.");
    assert_eq!(
        wrong, nobody,
        "nothing tells a wrong name from a wrong password"
    );
}

#[test]
fn each_further_wrong_password_makes_one_wait_longer_and_starting_again_does_not_help() {
    let mut laptop = Device::of_school(&[]);
    let wrong = |laptop: &mut Device| {
        app::open_vault(&mut laptop.office, RUTH.user, "not this one at all").unwrap_err()
    };
    let first = wrong(&mut laptop);
    let second = wrong(&mut laptop);

    laptop.restart();
    let door = app::front_door(&mut laptop.office).unwrap();
    let right_too_soon = laptop.try_open(&RUTH).unwrap_err();
    laptop.clock.pass(std::time::Duration::from_secs(2));
    let third = wrong(&mut laptop);
    laptop.clock.pass(std::time::Duration::from_secs(4));
    let session = laptop.open(&RUTH);
    laptop.lock();
    let after = wrong(&mut laptop);

    assert_eq!(first.wait_seconds, Some(0));
    assert_eq!(second.wait_seconds, Some(2));
    assert_eq!(second.say, "That did not open it. Try again in 2 seconds.");
    assert_eq!(door.wait_seconds, Some(2));
    assert_eq!(right_too_soon.kind, FaultKind::Wait);
    assert_eq!(third.wait_seconds, Some(4));
    assert_eq!(session.person.name, RUTH.name);
    assert_eq!(
        after.wait_seconds,
        Some(0),
        "it begins again after the right one"
    );
}

#[test]
fn setting_the_clock_back_or_forward_does_not_shorten_the_wait_by_more_than_it_should() {
    let mut laptop = Device::of_school(&[]);
    for _ in 0..2 {
        let _ = app::open_vault(&mut laptop.office, RUTH.user, "not this one at all");
    }

    laptop.clock.set_wall("2026-11-10T09:00:00Z");
    laptop.restart();
    let set_back = laptop.try_open(&RUTH).unwrap_err();

    assert_eq!(
        (set_back.kind, set_back.wait_seconds),
        (FaultKind::Wait, Some(2))
    );
}

#[test]
fn a_new_password_takes_the_place_of_the_old_one() {
    let new = "nine slow barges and a lamp";
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let short = app::change_password(&mut laptop.office, RUTH.password, "too short").unwrap_err();
    let wrong = app::change_password(&mut laptop.office, "not the old one", new).unwrap_err();

    app::change_password(&mut laptop.office, RUTH.password, new).unwrap();
    laptop.lock();
    let old = laptop.try_open(&RUTH);
    laptop.minutes(1);
    let opened = app::open_vault(&mut laptop.office, RUTH.user, new);

    assert_eq!(short.problems[0].field, "new");
    assert_eq!(
        (wrong.kind, wrong.problems[0].field.as_str()),
        (FaultKind::WrongPassword, "old")
    );
    assert_eq!(old.unwrap_err().kind, FaultKind::WrongPassword);
    assert!(opened.is_ok());
}

#[test]
fn a_vault_left_alone_for_ten_minutes_is_ready_to_lock_and_input_puts_it_off() {
    let mut laptop = Device::of_school(&[]);
    let session = laptop.open(&RUTH);

    laptop.minutes(9);
    let nearly = laptop.office.is_idle();
    app::still_here(&mut laptop.office).unwrap();
    laptop.minutes(9);
    let put_off = laptop.office.is_idle();
    laptop.minutes(1);
    let left_alone = laptop.office.is_idle();
    laptop.lock();
    let locked = laptop.office.is_idle();

    assert_eq!(session.lock_after_minutes, 10);
    assert_eq!(
        [nearly, put_off, left_alone, locked],
        [false, false, true, false]
    );
}

#[test]
fn once_locked_nothing_can_be_read_or_written() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;

    laptop.lock();

    let office = &mut laptop.office;
    let refused = [
        app::session(office).err(),
        app::concern(office, &concern).err(),
        app::concerns(office, Default::default()).err(),
        app::find(office, "library", Default::default()).err(),
        app::pupils(office, "", false, 0).err(),
        app::record_concern(office, forms::about_amara()).err(),
        app::keep_draft(office, forms::about_amara()).err(),
        app::drafts(office).err(),
        app::vault_facts(office).err(),
        app::verify(office).err(),
        app::still_here(office).err(),
        app::lists(office).err(),
    ];
    for fault in refused {
        assert_eq!(fault.unwrap().kind, FaultKind::Locked);
    }
}

#[test]
fn a_second_program_is_told_that_the_vault_is_open_in_the_first() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let mut second = laptop.second_program();

    let door = app::front_door(&mut second).unwrap();
    let refused = app::open_vault(&mut second, DEV.user, DEV.password).unwrap_err();
    let recorded = app::record_concern(&mut laptop.office, forms::about_amara());
    laptop.restart();
    let after = app::open_vault(&mut second, DEV.user, DEV.password);

    assert_eq!(door.state, DoorState::Unavailable);
    assert_eq!(refused.kind, FaultKind::InUse);
    assert!(their_words(&refused).contains("open in another window"));
    assert!(recorded.is_ok(), "the first goes on");
    assert!(after.is_ok(), "when the first has ended the second may");
}

#[test]
fn a_call_to_999_rung_before_anybody_opened_is_signed_by_whoever_opens_next() {
    let mut laptop = Device::of_school(&[]);
    app::front_door(&mut laptop.office).unwrap();
    let call = app::Call {
        at: "2026-11-10T10:39:00+00:00".to_owned(),
        log_number: "CAD 0412".to_owned(),
        spoke_to: String::new(),
        child: "a girl in the canteen queue".to_owned(),
        withdrawn: false,
        noted: 0,
    };

    let noted = app::danger_rung(&mut laptop.office, call.clone()).unwrap();
    laptop.open(&RUTH);
    let second = app::danger_rung(&mut laptop.office, call.clone()).unwrap();
    let everything = Default::default();
    let listed = app::concerns(&mut laptop.office, everything).unwrap().calls;
    let mistaken = app::Call {
        withdrawn: true,
        ..call
    };
    app::danger_rung(&mut laptop.office, mistaken).unwrap();
    let everything = Default::default();
    let after = app::concerns(&mut laptop.office, everything).unwrap().calls;
    laptop.lock();

    let room = kit::inside::rooms_of(&laptop, &RUTH)[&domain::room::Room::Pupils].open();
    let calls = room.notes(domain::look::DANGER_RUNG, 10).unwrap();
    assert!(noted.is_none(), "nobody could sign it then");
    assert!(second.is_some());
    assert_eq!(listed.len(), 1, "noted twice, rung once");
    assert_eq!(listed[0].log_number.as_deref(), Some("CAD 0412"));
    assert_eq!(listed[0].noted_by, RUTH.name);
    assert!(after.is_empty(), "pressed by mistake");
    assert_eq!(calls.len(), 3, "every note stays");
    assert!(
        calls
            .iter()
            .all(|call| call.who == RUTH.name && call.value.contains("CAD 0412"))
    );
}
