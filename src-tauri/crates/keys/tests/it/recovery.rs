//! The printed words.

use keys::{Cost, KeysError, RecoveryWords, Slots};
use rand_core::OsRng;

use crate::kit::{ASHA, BEN, BENS_PASSWORD, PASSWORD, School, another_computer, bens_words, words};

#[test]
fn the_words_open_the_vault_on_a_new_computer_without_keyring_or_password() {
    let school = School::new();
    let carried = std::fs::read(school.copy(0)).unwrap();

    let slots = Slots::parse(&carried).unwrap();
    let opened = slots.open_with_words(&words()).unwrap();

    assert_eq!(opened.keys.public(), slots.people()[0].public);
    assert_eq!(opened.vault_key, school.vault_key);
    assert!(slots.vouch_holds(&opened.vault_key));
    assert!(!slots.seal_holds(&another_computer()));
}

#[test]
fn other_words_open_nothing() {
    let school = School::new();
    let others = RecoveryWords::generate(&mut OsRng);

    assert!(matches!(
        school.slots.open_with_words(&others),
        Err(KeysError::DidNotOpen)
    ));
    assert!(!school.slots.prove_words(ASHA, &others).unwrap());
}

#[test]
fn a_rehearsal_takes_a_persons_own_words_only() {
    let school = School::new();

    assert!(school.slots.prove_words(BEN, &bens_words()).unwrap());
    assert!(!school.slots.prove_words(ASHA, &bens_words()).unwrap());
}

#[test]
fn replaced_words_open_nothing_and_the_new_ones_do() {
    let mut school = School::new();
    let opened = school.slots.open_with_words(&words()).unwrap();

    let new = school.slots.replace_recovery(&opened, &mut OsRng).unwrap();

    assert!(!school.slots.prove_words(ASHA, &words()).unwrap());
    assert!(school.slots.prove_words(ASHA, &new).unwrap());
    assert!(
        school
            .slots
            .open_with_password("asha", PASSWORD, &school.device)
            .is_ok()
    );
}

#[test]
fn after_recovery_a_new_password_opens_here_and_each_comes_in_with_their_own_words() {
    let mut school = School::new();
    let here = another_computer();
    let new = "meadow clock tiger violet";

    let opened = school.slots.open_with_words(&words()).unwrap();
    school
        .slots
        .re_seal_after_recovery(&here, &opened, new, Cost::FLOOR, &mut OsRng)
        .unwrap();
    school
        .slots
        .set_face(b"Hartwell Primary", &here, &mut OsRng);
    school
        .slots
        .write(school.folder.path(), &here, &school.vault_key)
        .unwrap();

    let read = school.read();
    assert!(read.seal_holds(&here));
    assert!(!read.seal_holds(&school.device));
    assert!(read.open_with_password("asha", new, &here).is_ok());
    assert!(
        read.open_with_password("asha", PASSWORD, &school.device)
            .is_err()
    );
    assert!(
        read.open_with_password("ben", BENS_PASSWORD, &here)
            .is_err()
    );

    let ben = read.open_with_words(&bens_words()).unwrap();
    let mut read = read;
    read.re_seal_after_recovery(&here, &ben, BENS_PASSWORD, Cost::FLOOR, &mut OsRng)
        .unwrap();
    assert!(read.open_with_password("ben", BENS_PASSWORD, &here).is_ok());
}
