//! Rooms that people hold.

use keys::slots::Opened;
use keys::{KeysError, PersonId, RoomId, RoomKeys};
use rand_core::OsRng;

use crate::kit::{ASHA, BEN, BENS_PASSWORD, PASSWORD, School, edit};

const PUPILS: RoomId = RoomId([1; 16]);
const STAFF: RoomId = RoomId([2; 16]);

fn open(school: &School, user: &str, password: &str) -> Opened {
    school
        .slots
        .open_with_password(user, password, &school.device)
        .unwrap()
}

#[test]
fn a_person_holds_the_rooms_they_were_granted_until_revoked() {
    let mut school = School::new();
    let (asha, ben) = (
        open(&school, "asha", PASSWORD),
        open(&school, "ben", BENS_PASSWORD),
    );
    let (pupils, staff) = (
        RoomKeys::generate(&mut OsRng),
        RoomKeys::generate(&mut OsRng),
    );

    school.slots.grant(ASHA, PUPILS, &pupils).unwrap();
    school.slots.grant(ASHA, STAFF, &staff).unwrap();
    school.slots.grant(BEN, PUPILS, &pupils).unwrap();
    school.write();

    let rooms_of = |school: &School, who| {
        let grants = school.read().grants(who);
        assert!(grants.refused.is_empty());
        grants
            .open
            .iter()
            .map(|(room, _)| *room)
            .collect::<Vec<_>>()
    };
    assert_eq!(rooms_of(&school, &asha), [PUPILS, STAFF]);
    assert_eq!(rooms_of(&school, &ben), [PUPILS]);
    school.slots.revoke(BEN, PUPILS).unwrap();
    school.write();
    assert!(rooms_of(&school, &ben).is_empty());
}

#[test]
fn a_room_granted_again_has_its_new_keys() {
    let mut school = School::new();
    let asha = open(&school, "asha", PASSWORD);
    let (old, new) = (
        RoomKeys::generate(&mut OsRng),
        RoomKeys::generate(&mut OsRng),
    );

    school.slots.grant(ASHA, PUPILS, &old).unwrap();
    school.slots.grant(ASHA, PUPILS, &new).unwrap();

    let grants = school.slots.grants(&asha).open;
    assert_eq!(grants.len(), 1);
    assert_eq!(grants[0].1.file_key, new.file_key);
}

#[test]
fn a_grant_moved_to_another_room_is_refused_by_name() {
    let mut school = School::new();
    let asha = open(&school, "asha", PASSWORD);
    school
        .slots
        .grant(ASHA, PUPILS, &RoomKeys::generate(&mut OsRng))
        .unwrap();
    school.write();

    edit(&school.copy(0), |text| {
        text.replace(&PUPILS.to_string(), &STAFF.to_string())
    });
    std::fs::remove_file(school.copy(1)).unwrap();

    let grants = school.read().grants(&asha);
    assert!(grants.open.is_empty());
    assert_eq!(grants.refused, [STAFF]);
}

#[test]
fn nobody_unknown_or_closed_is_granted_a_room() {
    let mut school = School::new();
    let keys = RoomKeys::generate(&mut OsRng);
    school.slots.close(BEN, 0).unwrap();

    for who in [BEN, PersonId([0; 16])] {
        let refused = school.slots.grant(who, PUPILS, &keys);
        assert!(matches!(refused, Err(KeysError::NoSuchPerson)));
    }
}
