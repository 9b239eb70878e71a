//! Backups: read back when made, and refused when they are not whole.

use app::Opener;
use app::wire::FaultKind;
use kit::{DEV, Device, PATIENCE, RUTH, forms};

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

    let copying = "Copying the records";
    for (step, say) in [copying, "Writing the backup, MB", "Reading it back, MB"]
        .iter()
        .enumerate()
    {
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
        assert_eq!(
            std::fs::read_dir(empty.path()).unwrap().count(),
            0,
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

        // What only a restore opens is the list of people; a check by somebody who is in does not need it.
        assert!(checked.is_err() || what == "the list of people", "{what}");
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
