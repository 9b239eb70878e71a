//! An old copy put back in place of a newer one is said, and its writer is never used again.

use app::wire::{ConcernFilter, NoticeKind, Session};
use kit::{DEV, Device, Picture, RUTH, forms};

/// The notices that say the vault is older than it was.
fn rollbacks(session: &Session) -> Vec<&str> {
    session
        .notices
        .iter()
        .filter(|notice| notice.kind == NoticeKind::Rollback)
        .map(|notice| notice.say.as_str())
        .collect()
}

fn record(laptop: &mut Device, words: &str) -> String {
    app::record_concern(&mut laptop.office, forms::saying(words))
        .unwrap()
        .value
        .record_no
}

#[test]
fn an_old_vault_folder_put_back_is_said_at_opening_and_a_new_writer_goes_on() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let first = record(&mut laptop, "The first.");
    laptop.lock();
    laptop.restart();
    let old = laptop.picture();
    laptop.open(&RUTH);
    let second = record(&mut laptop, "The second, which will be gone.");
    laptop.lock();

    laptop.restart();
    old.put(&laptop.folder());
    let session = laptop.open(&RUTH);
    let left = app::concerns(&mut laptop.office, ConcernFilter::default())
        .unwrap()
        .total;
    let third = record(&mut laptop, "The third.");
    laptop.lock();
    let next_time = laptop.open(&RUTH);
    let whole = app::verify(&mut laptop.office).unwrap();

    let said = rollbacks(&session);
    assert_eq!(said.len(), 2, "the room and the list of people");
    assert!(
        said[0].starts_with("Pupils: these records are older than they were."),
        "{}",
        said[0]
    );
    assert!(
        session.notices[0]
            .next
            .as_deref()
            .unwrap()
            .contains("newest backup")
    );
    assert_eq!(left, 1);
    assert_eq!(
        second.replace("0002", "0001"),
        first,
        "one writer counts on"
    );
    assert_ne!(third, second, "the number that is gone is not given again");
    assert_eq!(
        rollbacks(&next_time),
        Vec::<&str>::new(),
        "said once, and kept as an entry"
    );
    assert_eq!(whole.faults.len(), 0);
}

#[test]
fn one_old_room_file_put_back_among_newer_files_is_said_too() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    record(&mut laptop, "The first.");
    laptop.lock();
    laptop.restart();
    let old: Picture = laptop.picture();
    laptop.open(&RUTH);
    record(&mut laptop, "The second.");
    laptop.lock();

    laptop.restart();
    old.put_only(&laptop.folder(), "room-");
    let session = laptop.open(&RUTH);

    assert_eq!(rollbacks(&session).len(), 1);
}

#[test]
fn a_vault_that_is_ahead_of_what_was_noted_is_no_reason_for_alarm() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    record(&mut laptop, "The first.");
    laptop.lock();
    laptop.open(&DEV);
    record(&mut laptop, "Dev's, while Ruth was away.");
    laptop.restart();

    let session = laptop.open(&RUTH);

    assert_eq!(rollbacks(&session), Vec::<&str>::new());
}

#[test]
fn a_backup_restored_over_a_newer_vault_is_said_as_what_it_is() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    record(&mut laptop, "In the backup.");
    let stick = tempfile::tempdir().unwrap();
    let backup = app::back_up_to(&mut laptop.office, stick.path())
        .unwrap()
        .value;
    record(&mut laptop, "Not in the backup.");
    laptop.lock();
    laptop.restart();

    std::fs::remove_dir_all(laptop.folder()).unwrap();
    let opener = app::Opener::Password {
        user: RUTH.user,
        password: RUTH.password,
    };
    let from = stick.path().join(&backup.name);
    app::restore_backup(&from, &laptop.folder(), laptop.keyring(), &opener).unwrap();
    laptop.minutes(10);
    let session = laptop.open(&RUTH);

    assert_eq!(
        rollbacks(&session).len(),
        2,
        "the room and the list of people"
    );
    assert!(rollbacks(&session)[0].contains("gone"));
}

#[test]
fn an_old_list_of_people_put_back_among_newer_records_is_said_until_a_lead_has_seen_it() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.lock();
    let lists = ["people.slots.a", "people.slots.b"].map(|name| laptop.folder().join(name));
    let old = lists.clone().map(|list| std::fs::read(list).unwrap());
    laptop.open(&RUTH);
    record(&mut laptop, "Written with the newer list.");
    laptop.lock();
    laptop.restart();

    for (list, bytes) in lists.iter().zip(&old) {
        std::fs::write(list, bytes).unwrap();
    }
    let session = laptop.open(&RUTH);
    laptop.lock();
    let next_time = laptop.open(&RUTH);

    assert_eq!(rollbacks(&session).len(), 1);
    assert!(rollbacks(&session)[0].starts_with("The list of people is older than it was."));
    assert_eq!(
        rollbacks(&next_time),
        Vec::<&str>::new(),
        "the lead has been told"
    );
}
