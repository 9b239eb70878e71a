//! Backups: read back when made, and refused when they are not whole.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use app::Opener;
use app::wire::{Fault, FaultKind};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, PATIENCE, RUTH, forms, inside, their_words};

/// A school whose lead is in, with one concern on which a file hangs. Gives where the file lies, encrypted.
fn with_a_file() -> (Device, PathBuf) {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let file = laptop.take_in("messages.png", "image/png", &[9; 200_000]);
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    app::record_concern(&mut laptop.office, form).unwrap();
    let blob = laptop
        .picture()
        .paths()
        .find(|path| path.starts_with("blobs"))
        .map(|path| laptop.folder().join(path))
        .unwrap();
    (laptop, blob)
}

fn flip(path: &Path, place: usize) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[place] ^= 1;
    std::fs::write(path, bytes).unwrap();
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// Makes a backup that is refused, and looks that nothing of it stays and that it is not among the backups.
fn refused(laptop: &mut Device) -> Fault {
    let stick = tempfile::tempdir().unwrap();
    let before = app::vault_facts(&laptop.office).unwrap().backups.len();
    let fault = app::back_up_to(&mut laptop.office, stick.path()).unwrap_err();
    assert_eq!(names_in(stick.path()), Vec::<String>::new());
    assert_eq!(
        names_in(&laptop.folder().join("backups")),
        Vec::<String>::new()
    );
    let after = app::vault_facts(&laptop.office).unwrap().backups.len();
    assert_eq!(before, after);
    fault
}

/// Restores a backup on another laptop with somebody's twelve words, and opens it there as them.
fn restored(path: &Path, words: &[String]) -> Device {
    let mut other = Device::new();
    app::restore_backup(
        path,
        &other.folder(),
        other.keyring(),
        &Opener::Words(words),
    )
    .unwrap();
    app::recover_vault(&mut other.office, RUTH.user, words, RUTH.password).unwrap();
    other
}

#[test]
fn a_damaged_first_copy_of_the_list_of_people_still_gives_a_backup_that_restores() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let first = laptop.folder().join(keys::slots::FILES[0]);
    let older = std::fs::read(&first).unwrap();
    laptop.add(&PATIENCE);
    let mut torn = std::fs::read(&first).unwrap();
    torn[400] ^= 1;
    let words = laptop.kit_of(&RUTH);
    let stick = tempfile::tempdir().unwrap();

    for (what, copy) in [("damaged", torn), ("older", older)] {
        std::fs::write(&first, copy).unwrap();
        let made = app::back_up_to(&mut laptop.office, stick.path())
            .unwrap()
            .value;

        let path = stick.path().join(&made.name);
        app::verify_backup(&mut laptop.office, &path).unwrap();
        let other = restored(&path, &words);
        let people = app::vault_facts(&other.office).unwrap().people;
        assert!(
            people.iter().any(|person| person.name == PATIENCE.name),
            "{what}"
        );
    }
}

#[test]
fn a_list_of_people_that_was_altered_goes_into_no_backup() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    for name in keys::slots::FILES {
        inside::rewrite_people(&laptop.folder().join(name), |text| {
            text.replacen("\"counter\":", "\"counter\":9", 1)
        });
    }

    let fault = refused(&mut laptop);

    assert_eq!(fault.kind, FaultKind::Damaged);
    assert!(fault.say.contains("list of people"), "{}", fault.say);
}

#[test]
fn a_flipped_byte_in_a_file_makes_a_new_backup_refused() {
    let (mut laptop, blob) = with_a_file();
    flip(&blob, 150_000);

    let fault = refused(&mut laptop);
    flip(&blob, 150_000);
    let stick = tempfile::tempdir().unwrap();
    let mended = app::back_up_to(&mut laptop.office, stick.path());

    assert_eq!(fault.kind, FaultKind::Damaged);
    assert_eq!(
        fault.say,
        "The records are damaged, so no backup was made of them."
    );
    assert!(!their_words(&fault).contains("messages"));
    assert!(mended.unwrap().value.checked);
}

#[test]
fn a_missing_file_makes_a_new_backup_refused() {
    let (mut laptop, blob) = with_a_file();
    std::fs::remove_file(blob).unwrap();

    let fault = refused(&mut laptop);

    assert_eq!(fault.kind, FaultKind::Missing);
    assert_eq!(
        fault.say,
        "A file that the records name is not here, so the backup is not whole."
    );
    assert!(!their_words(&fault).contains("messages"));
}

#[test]
fn a_damaged_page_of_a_room_that_the_lead_holds_makes_a_new_backup_refused() {
    let mut laptop = Device::of_school(&[]);
    let room = inside::rooms_of(&laptop, &RUTH)[&RoomKind::Pupils]
        .path
        .clone();
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let stick = tempfile::tempdir().unwrap();
    // What is new is in the file itself from here on, and not only in the log beside it.
    app::back_up_to(&mut laptop.office, stick.path()).unwrap();
    let pages = std::fs::metadata(&room).unwrap().len() / 4096;

    for page in [2, pages / 2, pages - 1] {
        let place = usize::try_from(page * 4096 + 100).unwrap();
        // Nothing of the room is in memory that would stand in for the page.
        laptop.lock();
        laptop.restart();
        laptop.open(&RUTH);
        flip(&room, place);
        let empty = tempfile::tempdir().unwrap();
        let fault = app::back_up_to(&mut laptop.office, empty.path()).unwrap_err();
        flip(&room, place);

        assert_eq!(names_in(empty.path()), Vec::<String>::new(), "page {page}");
        assert_eq!(fault.kind, FaultKind::Damaged, "page {page}");
        assert_eq!(
            fault.say, "The records are damaged, so no backup was made of them.",
            "page {page}"
        );
    }
    laptop.restart();
    laptop.open(&RUTH);
    app::back_up_to(&mut laptop.office, stick.path()).unwrap();
}

#[test]
fn a_backup_has_its_name_only_once_it_has_been_read_back() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let stick = tempfile::tempdir().unwrap();
    let watch = laptop.office.watch();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (heard, place) = (seen.clone(), stick.path().to_owned());
    watch.tell_to(move |say, _, _| {
        if say == "Reading it back, MB" {
            heard.lock().unwrap().push(names_in(&place));
        }
    });

    let made = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;

    let seen = seen.lock().unwrap();
    assert!(!seen.is_empty());
    assert!(
        seen.iter()
            .flatten()
            .all(|name| name.starts_with(".part-") && name.ends_with(".tmp")),
        "{seen:?}"
    );
    assert_eq!(names_in(stick.path()), [made.name]);
}

#[test]
fn a_backup_that_is_spoilt_on_its_way_to_the_stick_is_not_kept() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let stick = tempfile::tempdir().unwrap();
    let (watch, place) = (laptop.office.watch(), stick.path().to_owned());
    let spoilt = Mutex::new(false);
    watch.tell_to(move |say, _, _| {
        let mut spoilt = spoilt.lock().unwrap();
        if say == "Reading it back, MB" && !*spoilt {
            let half = place.join(&names_in(&place)[0]);
            let last = usize::try_from(std::fs::metadata(&half).unwrap().len()).unwrap() - 1;
            flip(&half, last);
            *spoilt = true;
        }
    });

    let fault = app::back_up_to(&mut laptop.office, stick.path()).unwrap_err();

    assert_eq!(
        fault.say,
        "The backup could not be read back, so it was not kept."
    );
    assert_eq!(names_in(stick.path()), Vec::<String>::new());
}

#[test]
fn a_wish_to_stop_that_came_while_a_backup_waited_for_its_turn_is_not_lost() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let stick = tempfile::tempdir().unwrap();
    let watch = laptop.office.watch();

    watch.stop();
    let asked = watch.asked();
    watch.turn_of(asked);
    let earlier_wish = app::back_up_to(&mut laptop.office, stick.path());
    let asked = watch.asked();
    watch.stop();
    watch.turn_of(asked);
    let fault = refused(&mut laptop);
    let next = app::back_up_to(&mut laptop.office, stick.path());

    assert!(earlier_wish.is_ok(), "it was not meant for this one");
    assert_eq!(fault.kind, FaultKind::Cancelled);
    assert!(next.is_ok(), "stopping once stops nothing later");
}

#[test]
fn what_a_backup_that_was_cut_off_left_behind_is_removed_and_nothing_of_anybody_else() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let stick = tempfile::tempdir().unwrap();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_794_307_260);
    let put = |name: &str, bytes: &[u8], hours: u64| {
        let path = stick.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(now - Duration::from_secs(3_600 * hours))
            .unwrap();
        path
    };
    let begun = b"strongroom-backup/v1\nand some of it";
    let gone = put(".part-a1b2c3.tmp", begun, 25);
    let stay = [
        put(".part-d4e5f6.tmp", begun, 23),
        put(".part-g7h8i9.tmp", b"somebody else's download", 25),
        put("minutes.tmp", begun, 25),
    ];
    let left = laptop
        .folder()
        .join("backups/room-0123456789abcdef.db.copy-wal");
    let rights = Arc::new(Mutex::new(Vec::new()));

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let (heard, place) = (rights.clone(), laptop.folder().join("backups"));
        laptop.office.watch().tell_to(move |_, _, _| {
            for entry in std::fs::read_dir(&place).unwrap().flatten() {
                let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
                heard.lock().unwrap().push(mode);
            }
        });
    }
    app::back_up_to(&mut laptop.office, stick.path()).unwrap();
    std::fs::write(&left, b"a room").unwrap();
    laptop.lock();
    laptop.restart();
    laptop.open(&RUTH);

    assert!(!gone.exists());
    assert!(stay.iter().all(|path| path.exists()));
    assert!(!left.exists());
    let rights = rights.lock().unwrap();
    assert!(cfg!(not(unix)) || !rights.is_empty());
    assert!(rights.iter().all(|mode| *mode == 0o600), "{rights:?}");
}

#[test]
fn a_backup_is_checked_as_it_is_made_and_on_view_ever_after() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let stick = tempfile::tempdir().unwrap();

    let made = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    let path = stick.path().join(&made.name);
    let checked = app::verify_backup(&mut laptop.office, &path).unwrap();
    let facts = app::vault_facts(&laptop.office).unwrap();
    let session = app::session(&laptop.office).unwrap();
    laptop.lock();
    let door = app::front_door(&mut laptop.office).unwrap();

    assert!(made.checked);
    assert!(made.name.starts_with("strongroom-2026-11-10-1041-"));
    assert!(checked.files > 4);
    assert_eq!(checked.bytes, std::fs::metadata(&path).unwrap().len());
    assert_eq!(facts.last_backup.unwrap().at, "today at 10:41");
    assert_eq!(session.last_backup.as_deref(), Some("today at 10:41"));
    assert_eq!(door.last_backup.as_deref(), Some("today at 10:41"));
    let disk = kit::Picture::of(stick.path());
    let words = ["library desk", "Oyelaran", kit::SCHOOL];
    assert_eq!(disk.holding(&words), Vec::<&str>::new());
}

#[test]
fn a_backup_says_how_far_it_is_and_when_it_is_stopped_nothing_of_it_stays() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let stick = tempfile::tempdir().unwrap();
    let watch = laptop.office.watch();
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let tell = heard.clone();
    watch.tell_to(move |say, done, of| {
        assert!(done <= of);
        tell.lock().unwrap().push(say.to_owned());
    });
    app::back_up_to(&mut laptop.office, stick.path()).unwrap();
    let mut steps = std::mem::take(&mut *heard.lock().unwrap());
    steps.dedup();

    let said = [
        "Checking the records",
        "Copying the records",
        "Writing the backup, MB",
        "Reading it back, MB",
    ];
    for (step, say) in said.iter().enumerate() {
        assert!(
            steps.iter().any(|one| one == say),
            "{say} is not among {steps:?}"
        );
        let empty = tempfile::tempdir().unwrap();
        let (stop, when) = (watch.clone(), (*say).to_owned());
        watch.tell_to(move |say, _, _| {
            if say == when {
                stop.stop();
            }
        });
        let stopped = app::back_up_to(&mut laptop.office, empty.path()).unwrap_err();
        assert_eq!(stopped.kind, FaultKind::Cancelled, "step {step}");
        assert_eq!(names_in(empty.path()), Vec::<String>::new(), "step {step}");
        assert_eq!(
            names_in(&laptop.folder().join("backups")),
            Vec::<String>::new(),
            "step {step}"
        );
    }
    watch.tell_to(|_, _, _| {});
    let kept = app::vault_facts(&laptop.office).unwrap().backups.len();
    assert_eq!(kept, 1, "a stopped backup is not among the backups");
    app::back_up_to(&mut laptop.office, stick.path()).unwrap();
}

#[test]
fn a_backup_with_one_changed_byte_or_a_missing_end_is_refused_and_nothing_is_written() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let stick = tempfile::tempdir().unwrap();
    let made = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    let whole = std::fs::read(stick.path().join(&made.name)).unwrap();
    let words = laptop.kit_of(&RUTH);
    let changed = |place: usize| {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        bytes
    };
    let bad = [
        ("the first letters", changed(3)),
        ("the list of people", changed(400)),
        ("the head of the sealed part", changed(20_000)),
        ("the middle", changed(whole.len() / 2)),
        ("the last byte", changed(whole.len() - 1)),
        ("a missing end", whole[..whole.len() - 70_000].to_vec()),
        ("a tail", [whole.clone(), vec![0; 16]].concat()),
        ("nothing", Vec::new()),
    ];

    for (what, bytes) in bad {
        let path = stick.path().join("bad.backup");
        std::fs::write(&path, bytes).unwrap();
        let other = Device::new();
        let to = other.disk().join("restored");
        let checked = app::verify_backup(&mut laptop.office, &path);
        let restored = app::restore_backup(&path, &to, other.keyring(), &Opener::Words(&words));

        assert!(checked.is_err(), "{what}");
        assert!(restored.is_err(), "{what}");
        assert!(!to.exists(), "{what}");
    }
}

#[test]
fn a_backup_is_restored_only_into_an_empty_folder_and_only_by_somebody_who_can_open_it() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let stick = tempfile::tempdir().unwrap();
    let made = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    let path = stick.path().join(&made.name);
    let words = laptop.kit_of(&RUTH);
    let strangers = {
        let mut other = Device::new();
        other.set_up();
        other.kit_of(&RUTH)
    };
    let before = laptop.picture();

    let into_the_vault = app::restore_backup(
        &path,
        &laptop.folder(),
        laptop.keyring(),
        &Opener::Words(&words),
    )
    .unwrap_err();
    let to = stick.path().join("restored");
    let by_a_stranger =
        app::restore_backup(&path, &to, laptop.keyring(), &Opener::Words(&strangers)).unwrap_err();
    let wrong_password = Opener::Password {
        user: RUTH.user,
        password: DEV.password,
    };
    let by_password =
        app::restore_backup(&path, &to, laptop.keyring(), &wrong_password).unwrap_err();

    assert_eq!(into_the_vault.kind, FaultKind::Refused);
    assert!(before == laptop.picture());
    assert_eq!(by_a_stranger.kind, FaultKind::WrongPassword);
    assert_eq!(by_password.kind, FaultKind::WrongPassword);
    assert!(!to.exists());
}

#[test]
fn what_waits_in_the_letterbox_is_in_the_backup_too() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&PATIENCE);
    let posted = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value;
    let stick = tempfile::tempdir().unwrap();
    let made = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    let words = laptop.kit_of(&RUTH);

    let mut other = Device::new();
    let path = stick.path().join(&made.name);
    app::restore_backup(
        &path,
        &other.folder(),
        other.keyring(),
        &Opener::Words(&words),
    )
    .unwrap();
    app::recover_vault(&mut other.office, RUTH.user, &words, RUTH.password).unwrap();
    let view = app::concern(&mut other.office, &posted.id).unwrap();

    assert_eq!(view.row.reporter, PATIENCE.name);
}
