//! Opening with a password, and changing it.

use keys::slots::Enrolment;
use keys::{Cost, KeysError, PersonKeys, Slots};
use rand_core::OsRng;

use crate::kit::{
    ASHA, BEN, BENS_PASSWORD, PASSWORD, School, VAULT, another_computer, card, words,
};

#[test]
fn the_right_password_gives_the_same_keys_every_time() {
    let school = School::new();
    let read = school.read();

    let once = read
        .open_with_password("asha", PASSWORD, &school.device)
        .unwrap();
    let again = read
        .open_with_password(" Asha ", PASSWORD, &school.device)
        .unwrap();

    assert_eq!(once.keys.id(), ASHA);
    assert_eq!(once.keys.public(), again.keys.public());
    assert_eq!(once.keys.public(), read.people()[0].public);
    assert_eq!(once.vault_key, school.vault_key);
    assert!(once.card == card("asha", "Asha Patel"));
    assert_eq!(once.cost, Cost::FLOOR);
}

#[test]
fn whatever_is_wrong_the_answer_is_one() {
    let school = School::new();
    let open = |user, password, device| school.slots.open_with_password(user, password, device);

    for refused in [
        open("asha", BENS_PASSWORD, &school.device),
        open("asha", "", &school.device),
        open("nobody", PASSWORD, &school.device),
        open("asha", PASSWORD, &another_computer()),
    ] {
        assert!(matches!(refused, Err(KeysError::DidNotOpen)));
    }
}

#[test]
fn a_changed_password_closes_the_old_one_in_both_copies() {
    let mut school = School::new();
    let (slots, device) = (&mut school.slots, &school.device);

    slots
        .change_password(
            "asha",
            PASSWORD,
            "new one entirely here",
            device,
            Cost::FLOOR,
            &mut OsRng,
        )
        .unwrap();
    school.write();

    for copy in [0, 1] {
        let bytes = std::fs::read(school.copy(copy)).unwrap();
        let slots = Slots::parse(&bytes).unwrap();
        assert!(
            slots
                .open_with_password("asha", PASSWORD, &school.device)
                .is_err()
        );
        assert!(
            slots
                .open_with_password("asha", "new one entirely here", &school.device)
                .is_ok()
        );
    }
    assert!(school.read().prove_words(ASHA, &words()).unwrap());
}

#[test]
fn a_password_is_not_changed_without_the_old_one() {
    let mut school = School::new();
    let (slots, device) = (&mut school.slots, &school.device);

    let refused = slots.change_password("asha", "wrong", "new", device, Cost::FLOOR, &mut OsRng);

    assert!(matches!(refused, Err(KeysError::DidNotOpen)));
    assert!(slots.open_with_password("asha", PASSWORD, device).is_ok());
}

#[test]
fn a_closed_person_opens_nothing_and_their_public_keys_stay() {
    let mut school = School::new();
    let before = school.slots.people()[1].public.clone();

    school.slots.close(BEN, 1_790_000_000).unwrap();
    school.write();

    let read = school.read();
    let refused = read.open_with_password("ben", BENS_PASSWORD, &school.device);
    assert!(matches!(refused, Err(KeysError::DidNotOpen)));
    assert!(matches!(
        read.open_with_words(&crate::kit::bens_words()),
        Err(KeysError::DidNotOpen)
    ));
    assert_eq!(read.people()[1].public, before);
    assert_eq!(read.people()[1].closed, Some(1_790_000_000));
    assert!(matches!(
        school.slots.close(BEN, 0),
        Err(KeysError::NoSuchPerson)
    ));
}

#[test]
fn a_user_name_belongs_to_one_open_account() {
    let mut school = School::new();
    let keys = PersonKeys::generate(keys::PersonId([1; 16]), &mut OsRng);
    let newcomer = Enrolment {
        keys: &keys,
        card: &card("BEN", "Another Ben"),
        vault_key: &school.vault_key,
        password: "meadow clock tiger violet",
        cost: Cost::FLOOR,
    };

    let taken = school.slots.enrol(&newcomer, &school.device, &mut OsRng);
    school.slots.close(BEN, 0).unwrap();
    let free = school.slots.enrol(&newcomer, &school.device, &mut OsRng);

    assert!(matches!(taken, Err(KeysError::UserTaken)));
    assert!(free.is_ok());
    let opened = school
        .slots
        .open_with_password("ben", newcomer.password, &school.device)
        .unwrap();
    assert_eq!(opened.keys.id(), keys.id());
}

#[test]
fn a_new_slot_is_never_cheaper_than_the_floor() {
    let mut slots = Slots::create(VAULT);
    let school = School::new();
    let newcomer = Enrolment {
        keys: &PersonKeys::generate(ASHA, &mut OsRng),
        card: &card("asha", "Asha Patel"),
        vault_key: &school.vault_key,
        password: PASSWORD,
        cost: Cost { mib: 8, passes: 1 },
    };

    let refused = slots.enrol(&newcomer, &school.device, &mut OsRng);

    assert!(matches!(refused, Err(KeysError::CostRefused)));
    assert!(slots.people().is_empty());
}

#[test]
fn nothing_secret_shows_in_debug() {
    let school = School::new();

    let opened = school
        .slots
        .open_with_password("asha", PASSWORD, &school.device)
        .unwrap();
    let shown = format!(
        "{opened:?} {:?} {:?} {:?}",
        opened.card, opened.vault_key, school.device
    );

    assert_eq!(
        shown,
        format!("Opened({ASHA}, ..) Card(..) VaultKey(..) DeviceSecret(..)")
    );
}
