use std::fs;

use proptest::prelude::*;

use super::*;
use crate::folder::testkit::{Dice, Place, names_in};

#[test]
fn a_post_waits_until_it_is_taken_away() {
    let place = Place::new();
    let folder = place.folder();
    let mut dice = Dice::new(1);

    let first = post(&folder, b"sealed", &mut dice).unwrap();
    let second = post(&folder, b"sealed too", &mut dice).unwrap();

    let mut both = vec![first, second];
    both.sort_unstable();
    assert_eq!(list(&folder), Ok(both));
    assert_eq!(read(&folder, first).unwrap(), b"sealed");
    assert_eq!(
        read(&folder, first).unwrap(),
        b"sealed",
        "reading leaves it where it is"
    );
    assert_eq!(take_away(&folder, first), Ok(true));
    assert_eq!(take_away(&folder, first), Ok(false));
    assert_eq!(read(&folder, first), Err(LetterboxError::Missing));
    assert_eq!(list(&folder), Ok(vec![second]));
}

#[test]
fn neither_name_nor_size_tells_what_was_posted() {
    let place = Place::new();
    let folder = place.folder();
    let mut dice = Dice::new(1);

    let ids = [0, 1, 700, 4048].map(|length| post(&folder, &vec![9; length], &mut dice).unwrap());

    for id in ids {
        assert_eq!(fs::metadata(file(&folder, id)).unwrap().len(), 4096);
    }
    let names = names_in(&folder.letterbox());
    assert!(names.iter().all(|name| name.len() == 32 + ".post".len()));
    let same_again = post(&folder, &vec![9; 700], &mut dice).unwrap();
    assert!(!ids.contains(&same_again));
}

#[test]
fn no_day_tells_when_somebody_posted() {
    let place = Place::new();
    let folder = place.folder();
    let mut dice = Dice::new(1);
    let never = std::time::SystemTime::UNIX_EPOCH;
    let day = |path: &std::path::Path| fs::metadata(path).unwrap().modified().unwrap();

    let first = post(&folder, b"sealed", &mut dice).unwrap();
    let second = post(&folder, b"sealed", &mut dice).unwrap();
    assert_eq!(day(&file(&folder, first)), never);
    assert_eq!(day(&folder.letterbox()), never);
    take_away(&folder, second).unwrap();
    assert_eq!(day(&folder.letterbox()), never);
}

#[test]
fn sizes_go_in_steps_of_two_up_to_the_most() {
    for (length, size) in [
        (4048, 4096),
        (4049, 8192),
        (65_536, 131_072),
        (MAX_POST_BYTES, 4 * 1024 * 1024),
    ] {
        assert_eq!(
            wrap(&vec![1; length]).unwrap().len(),
            size,
            "{length} bytes"
        );
    }
    assert_eq!(
        wrap(&vec![1; MAX_POST_BYTES + 1]),
        Err(LetterboxError::TooBig)
    );
}

#[test]
fn every_changed_byte_and_every_cut_is_refused() {
    let whole = wrap(&[7; 100]).unwrap();

    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert!(unwrap(&changed).is_err(), "byte {at} was accepted");
        assert_eq!(
            unwrap(&whole[..at]),
            Err(LetterboxError::Damaged),
            "cut at {at} was accepted"
        );
    }
    assert_eq!(
        unwrap(&[whole.clone(), vec![0; 4096]].concat()),
        Err(LetterboxError::Damaged)
    );
}

#[test]
fn a_damaged_post_is_listed_and_harms_no_other() {
    let place = Place::new();
    let folder = place.folder();
    let mut dice = Dice::new(1);
    let [damaged, grown, whole] = [(); 3].map(|()| post(&folder, b"sealed", &mut dice).unwrap());

    fs::write(file(&folder, damaged), b"").unwrap();
    fs::File::options()
        .write(true)
        .open(file(&folder, grown))
        .unwrap()
        .set_len(MAX_FILE * 2)
        .unwrap();

    assert_eq!(list(&folder).unwrap().len(), 3);
    assert_eq!(read(&folder, damaged), Err(LetterboxError::Damaged));
    assert_eq!(read(&folder, grown), Err(LetterboxError::Damaged));
    assert_eq!(read(&folder, whole).unwrap(), b"sealed");
}

#[test]
fn a_later_version_is_not_taken_for_damage() {
    let mut whole = wrap(b"sealed").unwrap();
    whole[11] = 2;

    assert_eq!(unwrap(&whole), Err(LetterboxError::Newer { version: 2 }));
}

#[test]
fn an_empty_letterbox_and_an_absent_one_hold_nothing() {
    let place = Place::new();
    let folder = place.folder();
    assert_eq!(list(&folder), Ok(Vec::new()));

    fs::remove_dir(folder.letterbox()).unwrap();

    assert_eq!(list(&folder), Ok(Vec::new()));
    post(&folder, b"sealed", &mut Dice::new(1)).unwrap();
    assert_eq!(list(&folder).unwrap().len(), 1);
}

#[test]
fn the_frozen_post_of_version_1_is_read_and_still_written_the_same() {
    let frozen = include_bytes!("../../fixtures/letterbox-v1/waiting.post");

    let sealed = unwrap(frozen).unwrap();

    assert_eq!(sealed, b"Sealed bytes, as another crate made them.");
    assert!(
        wrap(sealed).unwrap() == frozen,
        "today's letterbox no longer writes version 1"
    );
}

proptest! {
    #[test]
    fn anything_comes_back(sealed in proptest::collection::vec(any::<u8>(), 0..20_000)) {
        let whole = wrap(&sealed).unwrap();

        prop_assert_eq!(unwrap(&whole), Ok(sealed.as_slice()));
        prop_assert!(whole.len().is_power_of_two());
    }

    #[test]
    fn noise_is_refused_and_never_panics(noise in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(unwrap(&noise).is_err());
        let after_version = [MAGIC.as_slice(), &VERSION.to_be_bytes(), &noise].concat();
        prop_assert!(unwrap(&after_version).is_err());
    }
}
