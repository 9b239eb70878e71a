//! What somebody with the files and an editor can do, and how it is noticed.

use keys::{KeysError, PersonKeys, Slots};
use rand_core::OsRng;

use crate::kit::{BEN, PASSWORD, School, edit};

fn alter(school: &School, change: impl Fn(String) -> String) -> Slots {
    for nth in [0, 1] {
        edit(&school.copy(nth), &change);
    }
    school.read()
}

#[test]
fn an_untouched_list_holds() {
    let school = School::new();

    assert!(school.read().seal_holds(&school.device));
    assert!(school.read().vouch_holds(&school.vault_key));
}

#[test]
fn a_swapped_public_key_is_noticed_and_not_made_good() {
    let school = School::new();
    let theirs = PersonKeys::generate(BEN, &mut OsRng).public().sealing;
    let bens = school.slots.people()[1].public.sealing.clone();

    let mut altered = alter(&school, |text| text.replace(&bens, &theirs));

    assert_eq!(altered.people()[1].public.sealing, theirs);
    assert!(!altered.seal_holds(&school.device));
    assert!(!altered.vouch_holds(&school.vault_key));
    let write =
        |slots: &mut Slots| slots.write(school.folder.path(), &school.device, &school.vault_key);
    assert!(matches!(write(&mut altered), Err(KeysError::SlotsAltered)));

    // Everybody's own keys are whole.
    assert!(
        altered
            .open_with_password("asha", PASSWORD, &school.device)
            .is_ok()
    );
}

#[test]
fn a_deleted_person_is_noticed() {
    let school = School::new();

    let altered = alter(&school, |text| {
        let begin = text.find(&format!("{{\"id\":\"{BEN}\"")).unwrap();
        let end = begin + text[begin..].find("\"rooms\":[]}").unwrap() + "\"rooms\":[]}".len();
        format!("{}{}", &text[..begin - 1], &text[end..])
    });

    assert_eq!(altered.people().len(), 1);
    assert!(!altered.seal_holds(&school.device));
}

#[test]
fn a_slot_opens_nowhere_but_in_its_place() {
    let school = School::new();
    let asha = school.slots.people()[0].public.id.to_string();

    // The whole record under another person's id.
    let altered = alter(&school, |text| text.replace(&asha, &"1".repeat(32)));

    let refused = altered.open_with_password("asha", PASSWORD, &school.device);
    assert!(matches!(refused, Err(KeysError::DidNotOpen)));
}

#[test]
fn flipped_bytes_of_a_slot_do_not_open() {
    let school = School::new();
    let text = std::fs::read_to_string(school.copy(0)).unwrap();
    let sealed = text.find("\"sealed\":\"").unwrap() + "\"sealed\":\"".len();
    let end = sealed + text[sealed..].find('"').unwrap();

    // A sample; every byte of an envelope is flipped in the envelope's own test.
    for at in [sealed, (sealed + end) / 2, end - 1] {
        let altered = alter(&school, |text| {
            let other = if &text[at..=at] == "0" { "1" } else { "0" };
            format!("{}{other}{}", &text[..at], &text[at + 1..])
        });
        let refused = altered.open_with_password("asha", PASSWORD, &school.device);
        assert!(matches!(refused, Err(KeysError::DidNotOpen)), "at {at}");
        assert!(!altered.seal_holds(&school.device));
    }
}

#[test]
fn weak_public_keys_and_people_on_the_list_twice_are_not_read() {
    let school = School::new();
    let text = std::fs::read_to_string(school.copy(0)).unwrap();
    let identity = text.split("\"identity\":\"").nth(1).unwrap()[..64].to_owned();
    let asha = school.slots.people()[0].public.id.to_string();

    let changes: [(&str, &str); 2] = [(&identity, &"0".repeat(64)), (&asha, &BEN.to_string())];
    for (what, with) in changes {
        let school = School::new();
        for nth in [0, 1] {
            edit(&school.copy(nth), |text| text.replace(what, with));
        }
        let refused = Slots::read(school.folder.path());
        assert!(matches!(refused, Err(KeysError::SlotsDamaged)));
    }
}

#[test]
fn the_face_is_read_on_its_computer_and_the_directory_with_the_vault_key() {
    let school = School::new();
    let read = school.read();

    let face = read.face(&school.device).unwrap().unwrap();
    let directory = read.directory(&school.vault_key).unwrap().unwrap();

    assert_eq!(face.as_slice(), b"Hartwell Primary");
    assert_eq!(directory.as_slice(), b"who is who");
    let elsewhere = crate::kit::another_computer();
    assert!(matches!(read.face(&elsewhere), Err(KeysError::DidNotOpen)));
    let text = std::fs::read_to_string(school.copy(0)).unwrap();
    assert!(!text.contains("Hartwell") && !text.contains("asha") && !text.contains("Patel"));
}
