//! Several people on one laptop, each with their own password.

use app::wire::{ConcernFilter, FaultKind, FindFilter};
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, forms, text_of};

#[test]
fn a_deputy_takes_up_an_invitation_with_a_password_of_their_own_and_reads_what_the_lead_wrote() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value;
    let invited = app::invite_person(&mut laptop.office, DEV.invitation(false))
        .unwrap()
        .value;
    laptop.lock();
    let code = invited.code.unwrap();
    let before = laptop.try_open(&DEV);

    let joined = app::accept_invitation(&mut laptop.office, DEV.user, &code, DEV.password).unwrap();
    let read = app::concern(&mut laptop.office, &concern.id).unwrap();
    laptop.lock();
    let again = app::accept_invitation(&mut laptop.office, DEV.user, &code, DEV.password);
    laptop.open(&DEV);
    laptop.lock();
    laptop.open(&RUTH);

    assert_eq!(before.unwrap_err().kind, FaultKind::WrongPassword);
    assert!(invited.person.invited && invited.kit.is_none());
    assert_eq!(joined.session.person.name, DEV.name);
    assert_eq!(joined.kit.words.len(), 12);
    assert!(joined.session.rehearsal_due);
    assert_eq!(read.row.reporter, RUTH.name);
    assert!(text_of(&read, "account").contains("library desk"));
    assert_eq!(again.err().unwrap().kind, FaultKind::WrongPassword);
}

#[test]
fn a_deputy_added_at_the_keyboard_has_a_password_and_a_kit_of_their_own_and_the_lead_stays_in() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);

    let invited = app::invite_person(&mut laptop.office, DEV.invitation(true))
        .unwrap()
        .value;
    let still_in = app::session(&laptop.office).unwrap();
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value;
    laptop.lock();
    let swapped = app::open_vault(&mut laptop.office, DEV.user, RUTH.password);
    laptop.minutes(1);
    let session = laptop.open(&DEV);
    let read = app::concern(&mut laptop.office, &concern.id);

    assert!(invited.code.is_none());
    assert_eq!(invited.kit.unwrap().person, DEV.name);
    assert_eq!(still_in.person.name, RUTH.name);
    assert_eq!(concern.passed_to, [DEV.name]);
    assert_eq!(swapped.unwrap_err().kind, FaultKind::WrongPassword);
    assert_eq!(session.person.role_title, "Deputy safeguarding lead");
    assert!(read.is_ok());
}

#[test]
fn a_closed_account_does_not_open_and_is_still_named_as_the_writer_of_what_it_wrote() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    let his = app::record_concern(&mut laptop.office, forms::saying("Written by Dev."))
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&RUTH);
    let dev = app::vault_facts(&laptop.office)
        .unwrap()
        .people
        .into_iter()
        .find(|person| person.user == DEV.user)
        .unwrap();

    let without_reason = app::close_person(&mut laptop.office, &dev.id, " ");
    app::close_person(&mut laptop.office, &dev.id, "left on 31 August").unwrap();
    let facts = app::vault_facts(&laptop.office).unwrap();
    let recorded = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value;
    let read = app::concern(&mut laptop.office, &his).unwrap();
    laptop.lock();
    let closed = laptop.try_open(&DEV);
    let recovered = app::recover_vault(
        &mut laptop.office,
        DEV.user,
        &laptop.papers[DEV.user].words.clone(),
        "another password, just as long",
    );

    assert_eq!(without_reason.unwrap_err().problems[0].field, "reason");
    assert!(
        facts
            .people
            .iter()
            .any(|person| person.user == DEV.user && person.closed)
    );
    assert_eq!(facts.rooms[0].members, [RUTH.name]);
    assert_eq!(recorded.passed_to, Vec::<String>::new());
    assert_eq!(read.row.reporter, DEV.name);
    assert_eq!(closed.unwrap_err().kind, FaultKind::WrongPassword);
    assert_eq!(recovered.unwrap_err().kind, FaultKind::WrongPassword);
}

#[test]
fn what_a_closed_account_writes_afterwards_with_an_old_list_of_people_counts_for_nothing() {
    let mut laptop = Device::of_school(&[&DEV]);
    let before = laptop.picture();
    laptop.open(&RUTH);
    let dev = app::vault_facts(&laptop.office).unwrap().people[1]
        .id
        .clone();
    app::close_person(&mut laptop.office, &dev, "left on 31 August").unwrap();
    laptop.lock();

    // Dev puts the list of people back from when he had an account; the rooms stay as they are now.
    before.put_only(&laptop.folder(), "people.slots");
    laptop.restart();
    let written = laptop
        .try_open(&DEV)
        .and_then(|_| app::record_concern(&mut laptop.office, forms::saying("After the end.")));
    laptop.restart();
    laptop.open(&RUTH);
    let listed = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let found = app::find(&mut laptop.office, "After the end", FindFilter::default()).unwrap();

    assert!(
        written
            .unwrap_err()
            .say
            .starts_with("This account was closed")
    );
    assert_eq!(listed.total, 0);
    assert!(found.items.is_empty());
}

#[test]
fn nobody_closes_the_account_they_are_in() {
    let mut laptop = Device::of_school(&[]);
    let ruth = laptop.open(&RUTH).person.id;

    let refused = app::close_person(&mut laptop.office, &ruth, "by mistake").unwrap_err();

    assert_eq!(refused.kind, FaultKind::NotAllowed);
    assert!(app::session(&laptop.office).is_ok());
}

#[test]
fn a_user_name_is_given_once_and_found_in_capitals_too() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let mut twin = DEV.invitation(false);
    twin.user = "DEV.Marwaha".to_owned();

    let refused = app::invite_person(&mut laptop.office, twin).unwrap_err();
    laptop.lock();
    let in_capitals = app::open_vault(&mut laptop.office, "Dev.MARWAHA", DEV.password);

    assert_eq!(refused.problems[0].field, "user");
    assert_eq!(in_capitals.unwrap().person.name, DEV.name);
}

#[test]
fn an_account_nobody_has_used_for_a_term_is_pointed_out() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.minutes(100 * 24 * 60);
    laptop.open(&RUTH);

    let people = app::vault_facts(&laptop.office).unwrap().people;

    let dormant: Vec<&str> = people
        .iter()
        .filter(|person| person.dormant)
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(dormant, [DEV.name, HEAD.name, PATIENCE.name, CHAIR.name]);
}
