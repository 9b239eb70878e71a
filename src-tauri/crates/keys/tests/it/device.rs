//! The computer's own secret, without a keyring of the system.

use std::fs;

use keys::device::LONGEST_NOTE;
use keys::{Keyring, KeysError, PersonId, Slots};
use rand_core::OsRng;
use tempfile::TempDir;

use crate::kit::{ASHA, BEN, School, VAULT};

#[test]
fn a_secret_in_a_file_is_made_once_and_comes_back() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("secret");
    let keyring = Keyring::File(path.clone());

    assert!(matches!(keyring.load(VAULT), Err(KeysError::SecretMissing)));
    let made = keyring.make(VAULT, &mut OsRng).unwrap();
    let kept = fs::read(&path).unwrap();
    assert_eq!(kept.len(), 32);
    assert!(matches!(
        keyring.make(VAULT, &mut OsRng),
        Err(KeysError::SecretThere)
    ));
    assert_eq!(fs::read(&path).unwrap(), kept);

    let school = School::new();
    let mut slots = Slots::create(VAULT);
    slots.set_face(b"Hartwell", &made, &mut OsRng);
    let loaded = keyring.load(VAULT).unwrap();
    assert_eq!(
        slots.face(&loaded).unwrap().unwrap().as_slice(),
        b"Hartwell"
    );
    assert!(slots.face(&school.device).is_err());

    keyring.forget(VAULT).unwrap();
    keyring.forget(VAULT).unwrap();
    assert!(matches!(keyring.load(VAULT), Err(KeysError::SecretMissing)));
}

#[cfg(unix)]
#[test]
fn only_this_user_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("secret");
    let keyring = Keyring::File(path.clone());

    keyring.make(VAULT, &mut OsRng).unwrap();
    keyring.note_put(VAULT, ASHA, b"note").unwrap();

    for entry in fs::read_dir(folder.path()).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_file_of_another_length_is_not_a_secret() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("secret");

    for length in [0, 31, 33, 5000] {
        fs::write(&path, vec![1; length]).unwrap();
        let refused = Keyring::File(path.clone()).load(VAULT);
        assert!(matches!(refused, Err(KeysError::KeyringBroken)), "{length}");
    }
}

#[test]
fn a_note_is_kept_for_each_person_beside_the_secret() {
    let folder = TempDir::new().unwrap();
    let keyring = Keyring::File(folder.path().join("secret"));
    let longest = vec![7; LONGEST_NOTE];

    assert!(keyring.note_get(VAULT, ASHA).unwrap().is_none());
    keyring.note_put(VAULT, ASHA, b"first").unwrap();
    keyring.note_put(VAULT, ASHA, &longest).unwrap();
    keyring.note_put(VAULT, BEN, b"").unwrap();

    assert_eq!(*keyring.note_get(VAULT, ASHA).unwrap().unwrap(), longest);
    assert!(keyring.note_get(VAULT, BEN).unwrap().unwrap().is_empty());
    assert!(
        keyring
            .note_get(VAULT, PersonId([1; 16]))
            .unwrap()
            .is_none()
    );
    let too_long = keyring.note_put(VAULT, ASHA, &[0; LONGEST_NOTE + 1]);
    assert!(matches!(too_long, Err(KeysError::NoteTooLong)));
}

#[test]
fn without_a_keyring_the_secret_is_the_same_everywhere_and_no_note_is_kept() {
    let keyring = Keyring::Absent;
    let mut slots = Slots::create(VAULT);

    let made = keyring.make(VAULT, &mut OsRng).unwrap();
    slots.set_face(b"Hartwell", &made, &mut OsRng);

    let loaded = keyring.load(VAULT).unwrap();
    assert_eq!(
        slots.face(&loaded).unwrap().unwrap().as_slice(),
        b"Hartwell"
    );
    keyring.note_put(VAULT, ASHA, b"note").unwrap();
    assert!(keyring.note_get(VAULT, ASHA).unwrap().is_none());
    assert!(keyring.forget(VAULT).is_ok());
}
