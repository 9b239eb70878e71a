//! Two copies of the list: one is always whole.

use std::fs;
use std::sync::OnceLock;

use keys::{KeysError, Slots};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};

use crate::kit::{BEN, CHECK, School, VAULT, checked, edit};

#[test]
fn a_damaged_copy_is_passed_over_for_the_other() {
    for damaged in [0, 1] {
        let school = School::new();
        let whole = fs::read(school.copy(damaged)).unwrap();

        for spoilt in [&whole[..whole.len() / 2], b"", b"not ours at all\n"] {
            fs::write(school.copy(damaged), spoilt).unwrap();
            assert_eq!(school.read().people().len(), 2);
        }
    }
}

#[test]
fn an_interrupted_write_leaves_the_newer_list_readable() {
    let mut school = School::new();
    let before = [0, 1].map(|nth| fs::read(school.copy(nth)).unwrap());
    school.slots.close(BEN, 7).unwrap();
    school.write();

    for torn in [0, 1] {
        // The power went after one copy was written and before, or while, the other was.
        let after = fs::read(school.copy(torn)).unwrap();
        fs::write(school.copy(torn), &before[torn]).unwrap();
        assert_eq!(school.read().people()[1].closed, Some(7));
        fs::write(school.copy(torn), &after[..100]).unwrap();
        assert_eq!(school.read().people()[1].closed, Some(7));
        fs::write(school.copy(torn), &after).unwrap();
    }
}

#[test]
fn every_cut_and_a_flip_of_every_byte_is_seen() {
    let school = School::new();
    let whole = fs::read(school.copy(0)).unwrap();

    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        assert!(
            matches!(Slots::parse(&flipped), Err(KeysError::SlotsDamaged)),
            "byte {at}"
        );
        assert!(Slots::parse(&whole[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn missing_damaged_and_newer_are_three_things() {
    let school = School::new();
    let read = || Slots::read(school.folder.path());

    edit(&school.copy(0), |text| {
        text.replace("slots\":1", "slots\":2")
    });
    assert!(matches!(
        read(),
        Err(KeysError::SlotsNewer { found: 2, known: 1 })
    ));

    for nth in [0, 1] {
        fs::write(school.copy(nth), b"{}").unwrap();
    }
    assert!(matches!(read(), Err(KeysError::SlotsDamaged)));

    for nth in [0, 1] {
        fs::remove_file(school.copy(nth)).unwrap();
    }
    assert!(matches!(read(), Err(KeysError::SlotsMissing)));
}

#[test]
fn a_newer_list_is_never_written_over() {
    let mut school = School::new();
    edit(&school.copy(1), |text| {
        text.replace("slots\":1", "slots\":2")
    });
    let before = fs::read(school.copy(1)).unwrap();

    let refused = school
        .slots
        .write(school.folder.path(), &school.device, &school.vault_key);

    assert!(matches!(refused, Err(KeysError::SlotsNewer { .. })));
    assert_eq!(fs::read(school.copy(1)).unwrap(), before);
}

#[test]
fn a_list_that_moved_on_is_not_written_over() {
    let mut school = School::new();
    let mut stale = school.read();
    school.write();

    let write =
        |slots: &mut Slots| slots.write(school.folder.path(), &school.device, &school.vault_key);
    assert!(matches!(write(&mut stale), Err(KeysError::SlotsMoved)));
    assert!(matches!(
        write(&mut Slots::create(VAULT)),
        Err(KeysError::SlotsMoved)
    ));
}

#[test]
fn a_hostile_cost_is_refused_before_it_can_hang_the_program() {
    for cost in [
        "{\"mib\":1025,\"passes\":3}",
        "{\"mib\":64,\"passes\":21}",
        "{\"mib\":4294967295,\"passes\":4294967295}",
        "{\"mib\":8,\"passes\":1}",
    ] {
        let school = School::new();
        for nth in [0, 1] {
            edit(&school.copy(nth), |text| {
                text.replacen("{\"mib\":64,\"passes\":3}", cost, 1)
            });
        }

        let refused = Slots::read(school.folder.path());

        assert!(matches!(refused, Err(KeysError::SlotsDamaged)), "{cost}");
    }
}

#[test]
fn what_an_interrupted_write_left_behind_is_swept_away() {
    let mut school = School::new();
    let half = school.folder.path().join(".people.slots.a-x1y2z3.half");
    let other = school.folder.path().join(".other-x1y2z3.half");
    fs::write(&half, b"an old password's slot").unwrap();
    fs::write(&other, b"somebody else's").unwrap();

    school.write();

    assert!(!half.exists());
    assert!(other.exists());
    assert_eq!(fs::read_dir(school.folder.path()).unwrap().count(), 3);
}

#[test]
fn a_list_that_cannot_be_written_stays_as_it_is() {
    let mut school = School::new();
    let counter = school.slots.counter();
    let nowhere = school.folder.path().join("gone");

    let refused = school
        .slots
        .write(&nowhere, &school.device, &school.vault_key);

    assert!(matches!(refused, Err(KeysError::Disk { .. })));
    assert_eq!(school.slots.counter(), counter);
    school.write();
    assert_eq!(school.read().counter(), counter + 1);
}

proptest! {
    #[test]
    fn no_list_with_a_fitting_check_ends_the_program(
        edits in vec((0..6000usize, any::<u8>()), 1..5)
    ) {
        static WHOLE: OnceLock<Vec<u8>> = OnceLock::new();
        let whole = WHOLE.get_or_init(|| fs::read(School::new().copy(0)).unwrap());

        let mut body = whole[..whole.len() - CHECK].to_vec();
        for (at, byte) in edits {
            let at = at % body.len();
            body[at] = byte;
        }

        let _ = Slots::parse(&checked(&body));
    }
}

#[cfg(unix)]
#[test]
fn only_this_user_may_read_the_list() {
    use std::os::unix::fs::PermissionsExt;
    let school = School::new();

    let mode = fs::metadata(school.copy(0)).unwrap().permissions().mode();

    assert_eq!(mode & 0o777, 0o600);
}
