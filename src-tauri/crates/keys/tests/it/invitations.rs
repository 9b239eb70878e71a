//! Somebody invited takes their account over.

use keys::{Cost, InvitationCode, KeysError, PersonId, PersonKeys, RoomId, RoomKeys};
use rand_core::OsRng;

use crate::kit::{School, another_computer, card};

#[test]
fn an_invitation_works_once_and_its_keys_do_not_stay() {
    let mut school = School::new();
    let room = (RoomId([4; 16]), RoomKeys::generate(&mut OsRng));
    let rooms = [room.clone()];
    let cleo = card("cleo", "Cleo Grant");

    let (id, code) = school
        .slots
        .invite(&cleo, &school.vault_key, &rooms, &school.device, &mut OsRng)
        .unwrap();
    school.write();
    let mut slots = school.read();
    let invited = slots.people()[2].clone();
    assert!(invited.invited);

    let typed = InvitationCode::read(&code.as_str().replace('-', " ")).unwrap();
    let accepted = slots.accept("cleo", &typed, &school.device).unwrap();
    assert_eq!(accepted.id, id);
    assert!(accepted.card == cleo);
    let own = PersonKeys::generate(accepted.id, &mut OsRng);
    let enrol = |slots: &mut keys::Slots, keys: &PersonKeys| {
        slots.enrol_accepted(
            &accepted,
            keys,
            "meadow clock tiger violet",
            Cost::FLOOR,
            &school.device,
            &mut OsRng,
        )
    };
    let somebody = PersonKeys::generate(PersonId([9; 16]), &mut OsRng);
    assert!(matches!(
        enrol(&mut slots, &somebody),
        Err(KeysError::NoSuchPerson)
    ));
    let words = enrol(&mut slots, &own).unwrap();

    let listed = slots.people()[2].clone();
    assert!(!listed.invited);
    assert_eq!(listed.public, own.public());
    assert_ne!(listed.public, invited.public);
    let opened = slots
        .open_with_password("cleo", "meadow clock tiger violet", &school.device)
        .unwrap();
    let grants = slots.grants(&opened);
    assert_eq!(grants.open[0].0, room.0);
    assert_eq!(grants.open[0].1.file_key, room.1.file_key);
    assert_eq!(
        grants.open[0].1.letterbox_public(),
        room.1.letterbox_public()
    );
    assert!(slots.prove_words(id, &words).unwrap());

    assert!(matches!(
        slots.accept("cleo", &code, &school.device),
        Err(KeysError::DidNotOpen)
    ));
    assert!(matches!(
        enrol(&mut slots, &own),
        Err(KeysError::NoSuchPerson)
    ));
}

#[test]
fn a_code_opens_for_its_user_on_its_computer_only() {
    let mut school = School::new();
    let (slots, device) = (&mut school.slots, &school.device);

    let (id, code) = slots
        .invite(
            &card("cleo", "Cleo Grant"),
            &school.vault_key,
            &[],
            device,
            &mut OsRng,
        )
        .unwrap();

    let wrong = InvitationCode::generate(&mut OsRng);
    for refused in [
        slots.accept("cleo", &wrong, device),
        slots.accept("asha", &code, device),
        slots.accept("nobody", &code, device),
        slots.accept("cleo", &code, &another_computer()),
    ] {
        assert!(matches!(refused, Err(KeysError::DidNotOpen)));
    }
    slots.close(id, 0).unwrap();
    assert!(slots.accept("cleo", &code, device).is_err());
}

#[test]
fn a_user_name_in_use_is_not_invited_again() {
    let mut school = School::new();

    let refused = school.slots.invite(
        &card("Ben", "Ben O'Neill"),
        &school.vault_key,
        &[],
        &school.device,
        &mut OsRng,
    );

    assert!(matches!(refused, Err(KeysError::UserTaken)));
    assert_eq!(school.slots.people().len(), 2);
}
