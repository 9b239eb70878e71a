//! A vault that is damaged, incomplete, newer or may not be written: each its own sentence, and nothing touched.

use std::path::PathBuf;

use app::wire::{DoorState, Fault, FaultKind, NoticeKind};
use domain::room::Room as RoomKind;
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, apart, forms, inside, their_words};

/// The school with one concern in it, and nobody in.
fn school() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    laptop.lock();
    laptop.restart();
    laptop
}

fn pupils_room(laptop: &Device) -> PathBuf {
    inside::rooms_of(laptop, &RUTH)[&RoomKind::Pupils]
        .path
        .clone()
}

/// Opens, expects a fault, and looks that no file of the vault changed but the count of tries and the lock.
fn untouched(laptop: &mut Device) -> Fault {
    let record = |laptop: &Device| -> Vec<(PathBuf, Vec<u8>)> {
        laptop
            .picture()
            .files()
            .filter(|(path, _)| {
                let name = path.to_string_lossy();
                name.starts_with("room-") || name.starts_with("people") || name.starts_with("blobs")
            })
            .map(|(path, bytes)| (path.to_owned(), bytes.to_owned()))
            .collect()
    };
    let before = record(laptop);
    let fault = laptop.try_open(&RUTH).unwrap_err();
    laptop.restart();
    assert!(
        before == record(laptop),
        "nothing of the record was changed"
    );
    fault
}

#[test]
fn a_damaged_room_file_is_said_and_left_as_it_is() {
    let mut laptop = school();
    let room = pupils_room(&laptop);
    let mut bytes = std::fs::read(&room).unwrap();
    for byte in &mut bytes[..4096] {
        *byte ^= 0x55;
    }
    std::fs::write(&room, bytes).unwrap();

    let fault = untouched(&mut laptop);

    assert_eq!(fault.kind, FaultKind::Damaged);
    assert_eq!(
        fault.say,
        "A file of the records is damaged and could not be read."
    );
    assert!(their_words(&fault).contains("last good backup"));
}

#[test]
fn a_room_file_cut_short_is_said_and_left_as_it_is() {
    let mut laptop = school();
    let room = pupils_room(&laptop);
    let bytes = std::fs::read(&room).unwrap();
    std::fs::write(&room, &bytes[..5000]).unwrap();

    let fault = untouched(&mut laptop);

    assert_eq!(fault.kind, FaultKind::Damaged);
}

#[test]
fn a_missing_room_file_is_said_and_no_empty_one_takes_its_place() {
    let mut laptop = school();
    let room = pupils_room(&laptop);
    std::fs::remove_file(&room).unwrap();

    let fault = untouched(&mut laptop);

    assert_eq!(fault.kind, FaultKind::Missing);
    assert_eq!(
        fault.say,
        "A file of the records is missing from this laptop."
    );
    assert!(!room.exists());
}

#[test]
fn another_damaged_room_is_said_and_the_pupils_room_opens_all_the_same() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    let staff = inside::rooms_of(&laptop, &HEAD)[&RoomKind::Staff]
        .path
        .clone();
    let mut bytes = std::fs::read(&staff).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&staff, bytes).unwrap();

    let session = laptop.open(&HEAD);
    let recorded = app::record_concern(&mut laptop.office, forms::about_amara());

    let notice = session
        .notices
        .iter()
        .find(|notice| notice.kind == NoticeKind::Check)
        .unwrap();
    assert!(
        notice
            .say
            .starts_with("Staff concerns: A file of the records is damaged"),
        "{}",
        notice.say
    );
    assert!(recorded.is_ok());
}

#[test]
fn a_check_of_everything_says_that_a_room_one_may_open_is_damaged_or_gone() {
    let mut laptop = Device::of_school(&[&HEAD]);
    laptop.open(&HEAD);
    laptop.lock();
    laptop.restart();
    let staff = inside::rooms_of(&laptop, &HEAD)[&RoomKind::Staff]
        .path
        .clone();
    let whole = std::fs::read(&staff).unwrap();

    laptop.open(&HEAD);
    assert_eq!(app::verify(&mut laptop.office).unwrap().faults.len(), 0);
    laptop.lock();
    laptop.restart();
    for damage in [None, Some(vec![0; whole.len()])] {
        match damage {
            None => std::fs::remove_file(&staff).unwrap(),
            Some(bytes) => std::fs::write(&staff, bytes).unwrap(),
        }
        laptop.open(&HEAD);
        let verified = app::verify(&mut laptop.office).unwrap();
        laptop.lock();
        laptop.restart();

        let faults: Vec<_> = verified
            .faults
            .iter()
            .map(|fault| fault.room.as_str())
            .collect();
        assert_eq!(faults, [RoomKind::Staff.title()]);
        assert!(
            !verified.say.contains("Everything holds"),
            "{}",
            verified.say
        );
    }
}

#[test]
fn a_missing_list_of_people_is_said_and_never_taken_for_a_first_run() {
    let mut laptop = school();
    for name in ["people.slots.a", "people.slots.b"] {
        std::fs::remove_file(laptop.folder().join(name)).unwrap();
    }

    let door = app::front_door(&mut laptop.office).unwrap();
    let created = app::create_vault(&mut laptop.office, Device::first_run());
    let fault = untouched(&mut laptop);

    assert_eq!(door.state, DoorState::Unavailable);
    assert_eq!(
        door.fault.unwrap().say,
        "The list of people of these records is missing."
    );
    assert_eq!(fault.kind, FaultKind::Missing);
    assert_eq!(fault.say, "The list of people of these records is missing.");
    assert_eq!(created.err().unwrap().kind, FaultKind::Refused);
}

#[test]
fn one_damaged_copy_of_the_list_of_people_does_no_harm_and_two_are_said() {
    let mut laptop = school();
    let damage = |laptop: &Device, name: &str| {
        let path = laptop.folder().join(name);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[500] ^= 1;
        std::fs::write(&path, bytes).unwrap();
    };

    damage(&laptop, "people.slots.a");
    let one = laptop.try_open(&RUTH);
    laptop.restart();
    damage(&laptop, "people.slots.b");
    damage(&laptop, "people.slots.a");
    let two = untouched(&mut laptop);

    assert!(one.is_ok());
    assert_eq!(two.kind, FaultKind::Damaged);
    assert_eq!(two.say, "The list of people of these records is damaged.");
}

#[test]
fn a_list_of_people_that_something_else_wrote_lets_nobody_in() {
    let mut laptop = school();
    for name in ["people.slots.a", "people.slots.b"] {
        inside::rewrite_people(&laptop.folder().join(name), |text| {
            let (before, seal) = text.split_once(",\"seal\":\"").unwrap();
            let other = if seal.starts_with('0') { "1" } else { "0" };
            format!("{before},\"seal\":\"{other}{}", &seal[1..])
        });
    }

    let fault = laptop.try_open(&RUTH).unwrap_err();

    assert_eq!(fault.kind, FaultKind::Damaged);
}

#[test]
fn a_vault_from_a_newer_program_is_left_untouched() {
    let mut rooms = school();
    inside::rooms_of(&rooms, &RUTH)[&RoomKind::Pupils].make_newer();
    let mut people = school();
    for name in ["people.slots.a", "people.slots.b"] {
        inside::rewrite_people(&people.folder().join(name), |text| {
            text.replacen("\"strongroom_slots\":1", "\"strongroom_slots\":2", 1)
        });
    }

    for laptop in [&mut rooms, &mut people] {
        let fault = untouched(laptop);

        assert_eq!(fault.kind, FaultKind::Newer);
        assert!(fault.say.contains("newer Strongroom"));
        assert!(their_words(&fault).contains("left exactly as they are"));
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_in_it_changes() {
    if let Some(folder) = apart::disk() {
        let mut laptop = Device::on(&folder);
        let fault = laptop.try_open(&RUTH).unwrap_err();
        apart::answer(&format!("{:?}: {}", fault.kind, their_words(&fault)));
        return;
    }
    let laptop = school();
    let before = kit::Picture::of(laptop.disk());

    let answer = apart::without_the_right_to_write(
        &laptop,
        "broken_vaults::a_folder_that_cannot_be_written_is_said_and_nothing_in_it_changes",
    );

    assert!(
        answer.starts_with("ReadOnly: The folder where the records are kept cannot be written to."),
        "{answer}"
    );
    assert!(answer.contains("Ask whoever looks after this laptop"));
    assert!(before == kit::Picture::of(laptop.disk()));
}

#[test]
fn checking_everything_finds_a_flipped_byte_in_a_file_and_says_which_room_it_hangs_in() {
    let mut laptop = school();
    laptop.open(&RUTH);
    let file = laptop.take_in("messages.png", "image/png", &[9; 200_000]);
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let whole = app::verify(&mut laptop.office).unwrap();
    let blob = laptop
        .picture()
        .paths()
        .find(|path| path.starts_with("blobs"))
        .map(|path| laptop.folder().join(path))
        .unwrap();
    let mut bytes = std::fs::read(&blob).unwrap();
    bytes[150_000] ^= 1;
    std::fs::write(&blob, bytes).unwrap();

    let found = app::verify(&mut laptop.office).unwrap();
    let view = app::concern(&mut laptop.office, &concern).unwrap();
    let taken_out = laptop.take_out(&view.files[0].id).unwrap_err();

    assert_eq!((whole.faults.len(), whole.files), (0, 1));
    assert!(whole.say.starts_with("Everything holds"));
    assert_eq!(found.faults.len(), 1);
    assert_eq!(found.faults[0].room, "Pupils");
    assert!(found.faults[0].what.starts_with("file "));
    assert!(found.say.starts_with("One thing does not hold."));
    assert_eq!(taken_out.kind, FaultKind::Damaged);
}

#[test]
fn a_file_that_is_gone_is_said_on_its_concern_and_by_the_check() {
    let mut laptop = school();
    laptop.open(&RUTH);
    let file = laptop.take_in("messages.png", "image/png", &[9; 2_000]);
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    std::fs::remove_dir_all(laptop.folder().join("blobs")).unwrap();

    let view = app::concern(&mut laptop.office, &concern).unwrap();
    let found = app::verify(&mut laptop.office).unwrap();
    let taken_out = laptop.take_out(&view.files[0].id).unwrap_err();

    assert!(!view.files[0].here);
    assert_eq!(found.faults.len(), 1);
    assert_eq!(taken_out.kind, FaultKind::Missing);
    assert!(their_words(&taken_out).contains("backup"));
}

#[test]
fn the_check_can_be_stopped_and_says_how_far_it_is() {
    let mut laptop = school();
    laptop.open(&RUTH);
    let watch = laptop.office.watch();
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let (tell, stop) = (heard.clone(), watch.clone());
    watch.tell_to(move |say, done, of| {
        tell.lock().unwrap().push((say.to_owned(), done, of));
        stop.stop();
    });

    let stopped = app::verify(&mut laptop.office).unwrap_err();
    watch.tell_to(|_, _, _| {});
    let again = app::verify(&mut laptop.office);

    assert_eq!(stopped.kind, FaultKind::Cancelled);
    assert_eq!(heard.lock().unwrap().len(), 1);
    assert!(again.is_ok(), "stopping once stops nothing later");
}
