//! What an account may not do is refused by the verbs, whatever a screen offers.

use app::wire::{Fault, FaultKind, FindFilter};
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, TECH, forms};

#[test]
fn a_teacher_neither_reads_pupils_nor_changes_anything_for_others() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&RUTH);
    let settings = app::vault_facts(&laptop.office).unwrap().settings;
    let dev = app::vault_facts(&laptop.office).unwrap().people[1]
        .id
        .clone();
    let pupil = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    laptop.lock();
    laptop.open(&PATIENCE);
    // Chosen all the same, by a screen that offered what it should not.
    let list = "0123456789abcdef".to_owned();

    let office = &mut laptop.office;
    let refused: [Option<Fault>; 8] = [
        app::preview_pupil_list(office, &list, None).err(),
        app::take_pupil_list(office, &list, None).err(),
        app::save_pupil(office, forms::amara()).err(),
        app::pupil(office, &pupil).err(),
        app::invite_person(office, CHAIR.invitation(false)).err(),
        app::close_person(office, &dev, "because").err(),
        app::save_settings(office, settings).err(),
        app::begin_file(
            office,
            app::BeginFile {
                name: "pupils.csv".to_owned(),
                size: 10,
                media: String::new(),
                source: None,
                indecent_image: "no".to_owned(),
                for_purpose: "pupil_list".to_owned(),
            },
        )
        .err(),
    ];
    let listed = app::pupils(&laptop.office, "", false, 0).unwrap();
    let found = app::find(&mut laptop.office, "Amara", FindFilter::default()).unwrap();
    let looked_up = app::find(&mut laptop.office, "Oyelaran", FindFilter::default()).unwrap();

    for (place, fault) in refused.into_iter().enumerate() {
        assert_eq!(
            fault.map(|fault| fault.kind),
            Some(FaultKind::NotAllowed),
            "{place}"
        );
    }
    assert_eq!(listed.total, 0);
    assert!(found.items.is_empty() && looked_up.items.is_empty());
    laptop.lock();
    laptop.open(&RUTH);
    assert_eq!(app::pupils(&laptop.office, "", false, 0).unwrap().total, 1);
}

#[test]
fn a_deputy_works_with_every_record_and_leaves_accounts_and_settings_to_the_lead() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    let settings = app::vault_facts(&laptop.office).unwrap().settings;

    let pupil = app::save_pupil(&mut laptop.office, forms::amara());
    let invited = app::invite_person(&mut laptop.office, PATIENCE.invitation(false));
    let set = app::save_settings(&mut laptop.office, settings);

    assert!(pupil.is_ok());
    assert_eq!(
        invited.err().map(|fault| fault.kind),
        Some(FaultKind::NotAllowed)
    );
    assert_eq!(
        set.err().map(|fault| fault.kind),
        Some(FaultKind::NotAllowed)
    );
}

#[test]
fn the_chair_reads_what_is_about_the_head_and_nothing_about_pupils() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&RUTH);
    let about_a_pupil = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    app::save_pupil(&mut laptop.office, forms::amara()).unwrap();
    laptop.lock();

    laptop.open(&CHAIR);
    let concern = app::concern(&mut laptop.office, &about_a_pupil);
    let pupils = app::pupils(&laptop.office, "", false, 0).unwrap();
    let facts = app::vault_facts(&laptop.office).unwrap();

    assert!(concern.is_err());
    assert_eq!(pupils.total, 0);
    let mine: Vec<&str> = facts
        .rooms
        .iter()
        .filter(|room| room.member)
        .map(|room| room.name.as_str())
        .collect();
    assert_eq!(mine, ["About the head"]);
    for room in facts.rooms.iter().filter(|room| !room.member) {
        assert_eq!(
            (room.entries, room.members.len()),
            (None, 0),
            "{}",
            room.name
        );
    }
}

#[test]
fn whom_the_technician_adds_reads_nothing_until_a_lead_lets_them_in_and_the_leads_can_see_who_added_them()
 {
    let mut laptop = Device::of_school(&[&TECH]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&TECH);
    app::invite_person(&mut laptop.office, DEV.invitation(true)).unwrap();
    app::invite_person(&mut laptop.office, PATIENCE.invitation(true)).unwrap();
    laptop.lock();
    laptop.open(&DEV);
    let before = app::concern(&mut laptop.office, &id).map(drop);
    laptop.lock();

    laptop.open(&RUTH);
    let facts = app::vault_facts(&laptop.office).unwrap();
    let room = facts
        .rooms
        .iter()
        .find(|room| room.name == "Pupils")
        .unwrap();
    let could_join: Vec<_> = room
        .could_join
        .iter()
        .map(|one| one.title.as_str())
        .collect();
    let person = |user: &str| {
        let person = facts.people.iter().find(|person| person.user == user);
        person.unwrap().id.clone()
    };
    let teacher = app::add_member(&mut laptop.office, &room.id, &person(PATIENCE.user));
    app::add_member(&mut laptop.office, &room.id, &person(DEV.user)).unwrap();
    laptop.lock();
    laptop.open(&DEV);
    let after = app::concern(&mut laptop.office, &id);
    laptop.lock();

    let pupils = kit::inside::rooms_of(&laptop, &RUTH)[&domain::room::Room::Pupils].open();
    let notes = pupils.notes(domain::look::ACCOUNT_NOTED, 50).unwrap();
    let by_the_technician: Vec<_> = notes.iter().filter(|note| note.who == TECH.name).collect();
    assert_eq!(before.unwrap_err().kind, FaultKind::Missing);
    assert_eq!(could_join, [DEV.name]);
    assert_eq!(
        teacher.err().map(|fault| fault.kind),
        Some(FaultKind::NotAllowed)
    );
    assert!(after.is_ok());
    assert!(
        by_the_technician
            .iter()
            .any(|note| note.value.contains(DEV.name))
    );
}
