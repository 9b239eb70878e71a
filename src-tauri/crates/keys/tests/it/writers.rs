//! The keys that sign entries.

use std::fs;

use keys::writer::FILE;
use keys::{PersonId, PersonKeys, Writer};
use rand_core::OsRng;
use tempfile::TempDir;

use crate::kit::{ASHA, BEN, VAULT, another_computer};

#[test]
fn a_person_keeps_their_writer_on_this_computer_only() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let away = another_computer();
    let [asha, ben] = [ASHA, BEN].map(|id| PersonKeys::generate(id, &mut OsRng));
    let load =
        |who, device| Writer::load_or_make(folder.path(), VAULT, who, device, &mut OsRng).unwrap();

    let first = load(&asha, &device);
    let bens = load(&ben, &device);
    let again = load(&asha, &device);

    assert!(first.fresh && bens.fresh && !again.fresh);
    assert_eq!(first.public(), again.public());
    assert_ne!(first.public(), bens.public());
    let elsewhere = load(&asha, &away);
    assert!(elsewhere.fresh);
    assert_ne!(elsewhere.public(), first.public());
    assert!(!load(&ben, &device).fresh);
}

#[test]
fn a_missing_damaged_or_newer_file_gives_a_fresh_writer() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let asha = PersonKeys::generate(ASHA, &mut OsRng);
    let path = folder.path().join(FILE);
    let load = || Writer::load_or_make(folder.path(), VAULT, &asha, &device, &mut OsRng).unwrap();
    load();
    let text = fs::read_to_string(&path).unwrap();

    let flip = |at: usize| {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        bytes
    };
    for spoilt in [
        Vec::new(),
        text.as_bytes()[..text.len() / 2].to_vec(),
        flip(text.find("sealed").unwrap() + 20),
        flip(text.find("installation").unwrap() + 20),
        text.replace("writers\":1", "writers\":2").into_bytes(),
    ] {
        fs::write(&path, spoilt).unwrap();
        assert!(load().fresh);
        assert!(!load().fresh);
    }
    fs::remove_file(&path).unwrap();
    assert!(load().fresh);
}

#[test]
fn a_retired_writer_does_not_come_back() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let [asha, ben] = [ASHA, BEN].map(|id| PersonKeys::generate(id, &mut OsRng));
    let load = |who| Writer::load_or_make(folder.path(), VAULT, who, &device, &mut OsRng).unwrap();
    let (old, _) = (load(&asha), load(&ben));

    Writer::retire(folder.path(), ASHA, &mut OsRng).unwrap();

    let new = load(&asha);
    assert!(new.fresh);
    assert_ne!(new.public(), old.public());
    assert!(!load(&ben).fresh);
    assert!(Writer::retire(folder.path(), PersonId([0; 16]), &mut OsRng).is_ok());
}

#[test]
fn two_letters_of_one_person_do_not_look_alike() {
    let (one, other) = (Writer::one_off(&mut OsRng), Writer::one_off(&mut OsRng));

    assert_ne!(one.public(), other.public());
}
