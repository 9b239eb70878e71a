//! From an empty laptop to a concern recorded and found.

use app::wire::{ConcernFilter, DoorState, FindFilter, Place};
use kit::{DEV, Device, RUTH, SCHOOL, forms, text_of};

/// Letters, line ends and bytes that are no letters: what a file of any kind may hold.
fn screenshot() -> Vec<u8> {
    (0..200_000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect()
}

#[test]
fn a_lead_sets_up_a_vault_records_a_concern_with_a_file_and_finds_both_again() {
    let mut laptop = Device::new();
    let empty = app::front_door(&mut laptop.office).unwrap();
    let session = laptop.set_up();
    let amara = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    let bytes = screenshot();
    let file = laptop.take_in("messages.png", "image/png", &bytes);

    let mut form = forms::about_amara();
    form.people = vec![forms::chosen(&amara, "victim")];
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    let recorded = app::record_concern(&mut laptop.office, form).unwrap().value;
    laptop.lock();
    laptop.restart();
    let door = app::front_door(&mut laptop.office).unwrap();
    laptop.open(&RUTH);
    let found = app::find(&mut laptop.office, "library desk", FindFilter::default()).unwrap();
    let view = app::concern(&mut laptop.office, &recorded.id).unwrap();
    let by_name = app::find(&mut laptop.office, "messages.png", FindFilter::default()).unwrap();
    let taken_out = laptop.take_out(&view.files[0].id).unwrap();

    assert_eq!(empty.state, DoorState::New);
    assert_eq!(session.school, SCHOOL);
    assert_eq!(
        session.places,
        [
            Place::Today,
            Place::Record,
            Place::Concerns,
            Place::Pupils,
            Place::People,
            Place::Guidance,
            Place::Registers,
            Place::Reports,
            Place::Vault
        ]
    );
    assert_eq!(door.state, DoorState::Closed);
    assert_eq!(door.school.as_deref(), Some(SCHOOL));
    assert_eq!(door.danger.leads, [RUTH.name]);
    assert_eq!(found.items[0].id, recorded.id);
    assert_eq!(
        found.items[0].title,
        "Amara Oyelaran, 8T: Before lesson 2 Jayden came to the library desk …"
    );
    assert!(found.items[0].snippet.contains("library desk"));
    assert!(recorded.record_no.starts_with("MV-26-"));
    assert_eq!(view.people[0].name, "Amara Oyelaran");
    assert_eq!(view.people[0].detail, "8T, 12 years");
    assert_eq!(
        text_of(&view, "childs_words"),
        "He said he knows which school I go to."
    );
    assert!(view.seal.whole);
    assert_eq!(
        (by_name.items[0].kind, &by_name.items[0].id),
        ("file", &recorded.id)
    );
    assert_eq!(view.files[0].size, 200_000);
    assert_eq!(view.files[0].added_by, RUTH.name);
    assert!(taken_out == bytes, "the file came out as it went in");
}

#[test]
fn a_concern_can_be_recorded_before_the_kit_was_tried_or_a_pupil_is_on_the_list() {
    let mut laptop = Device::new();
    let session = laptop.set_up();

    let recorded = app::record_concern(&mut laptop.office, forms::about_amara());
    let listed = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();

    assert!(session.rehearsal_due);
    assert_eq!(recorded.unwrap().value.id, listed.concerns[0].id);
    assert_eq!(listed.concerns[0].about, "Amara Oyelaran");
    assert_eq!((listed.total, listed.unread), (1, 0));
}

#[test]
fn a_file_added_later_is_part_of_the_concern_and_says_who_added_it() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&DEV);
    let file = laptop.take_in("note from class teacher.txt", "text/plain", b"Seen at 9.");

    app::attach_files(&mut laptop.office, &concern, &[file.token], "no").unwrap();
    let view = app::concern(&mut laptop.office, &concern).unwrap();

    assert_eq!(view.files[0].added_by, DEV.name);
    assert_eq!(
        view.files[0].source.as_deref(),
        Some("Amara\u{2019}s phone, shown at the library desk")
    );
    assert_eq!(view.thread[0].title, "Added note from class teacher.txt");
    assert_eq!(view.row.files, 1);
    assert_eq!(laptop.take_out(&view.files[0].id).unwrap(), b"Seen at 9.");
}

#[test]
fn nothing_a_person_wrote_lies_readable_on_the_disk() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.take_in("palimpsest.txt", "text/plain", b"a palimpsest in the file");
    let mut form = forms::saying("A palimpsest in the account.");
    form.childs_words = "palimpsest".to_owned();
    app::keep_draft(&mut laptop.office, form.clone()).unwrap();
    app::record_concern(&mut laptop.office, form).unwrap();

    let open = kit::Picture::of(laptop.disk());
    laptop.lock();
    let locked = kit::Picture::of(laptop.disk());

    for disk in [&open, &locked] {
        assert!(disk.paths().count() > 8);
        let words = ["palimpsest", "Oyelaran", RUTH.password, SCHOOL];
        assert_eq!(disk.holding(&words), Vec::<&str>::new());
    }
}
