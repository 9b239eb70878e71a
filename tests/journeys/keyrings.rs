//! The laptop's keyring: not there, locked, reset. Each is its own sentence with a way forward.

use app::Keyring;
use app::wire::{DoorState, Fault, FaultKind};
use kit::{Device, RUTH, apart, their_words};

#[test]
fn a_laptop_without_a_keyring_says_so_and_a_first_run_on_it_makes_nothing() {
    if let Some(folder) = apart::disk() {
        let mut laptop = Device::on(&folder);
        laptop.use_keyring(Keyring::Os);
        let created = app::create_vault(&mut laptop.office, Device::first_run());
        let fault = created.err().unwrap();
        apart::answer(&format!("{:?}: {}", fault.kind, their_words(&fault)));
        return;
    }
    let laptop = Device::new();

    let answer = apart::without_a_keyring(
        &laptop,
        "keyrings::a_laptop_without_a_keyring_says_so_and_a_first_run_on_it_makes_nothing",
    );

    assert!(
        answer.starts_with("Keyring: This laptop has no keyring running"),
        "{answer}"
    );
    assert!(!laptop.office.has_vault());
}

#[test]
fn a_keyring_that_was_reset_leads_to_the_kit() {
    let mut laptop = Device::of_school(&[]);
    laptop.use_keyring(Keyring::File(laptop.disk().join("a new profile")));

    let door = app::front_door(&mut laptop.office).unwrap();
    let fault = laptop.try_open(&RUTH).unwrap_err();

    assert_eq!(door.state, DoorState::Unavailable);
    assert_eq!(door.fault.as_ref(), Some(&fault));
    assert_eq!(fault.kind, FaultKind::Keyring);
    assert!(fault.say.contains("was reset"));
    assert!(their_words(&fault).contains("the twelve words of your recovery kit"));
    assert!(their_words(&fault).contains("The records are whole and were not touched."));
}

#[test]
fn missing_locked_and_reset_are_three_sentences_each_with_a_way_forward() {
    let faults = [
        keys::KeysError::NoService,
        keys::KeysError::Locked,
        keys::KeysError::SecretMissing,
        keys::KeysError::KeyringBroken,
    ]
    .map(Fault::from);

    let mut sentences: Vec<&str> = faults.iter().map(|fault| fault.say.as_str()).collect();
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), 4);
    for fault in &faults {
        assert_eq!(fault.kind, FaultKind::Keyring);
        assert!(
            fault.next.is_some() && fault.kept.is_some(),
            "{}",
            fault.say
        );
    }
}
