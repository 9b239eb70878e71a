//! Keeping things in a locker and giving them back.

use std::fmt;
use std::path::PathBuf;

use history::{Hash, Id, to_hex};
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::seal::{self, MAX_FILE};
use super::{LockerError, LockerId};
use crate::folder::{
    VaultFolder, hex_name, hex_names, make_folder, read_whole, remove_file, write_whole,
};

/// One person's locker, open for as long as they are.
pub struct Locker {
    shelf: PathBuf,
    person: Id,
    key: Zeroizing<[u8; 32]>,
}

/// One thing in a locker, as a list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub id: LockerId,
    /// It is there but does not open: changed, or written under another key.
    pub damaged: bool,
    /// It was written by a later version of the program.
    pub newer: bool,
}

impl fmt::Debug for Locker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Locker(..)")
    }
}

impl Locker {
    /// Opens a person's locker with its key; nothing is read or written yet.
    pub fn open(folder: &VaultFolder, person: Id, key: &[u8; 32]) -> Self {
        let hash = Hash::of(&[b"strongroom-locker/person/v1\n", &person.0]);
        let name = to_hex(hash.0.get(..8).unwrap_or_default());
        Self {
            shelf: folder.lockers().join(name),
            person,
            key: Zeroizing::new(*key),
        }
    }

    /// Keeps something under an id, in place of what was kept there; interrupted at any moment, the old one is kept.
    pub fn put(
        &self,
        id: LockerId,
        content: &[u8],
        rng: &mut dyn CryptoRngCore,
    ) -> Result<(), LockerError> {
        let file = seal::seal(&self.key, self.person, id, content, rng)?;
        make_folder(&self.shelf)?;
        Ok(write_whole(&self.file(id), &file)?)
    }

    /// Gives back what is kept under an id.
    pub fn get(&self, id: LockerId) -> Result<Zeroizing<Vec<u8>>, LockerError> {
        let file = read_whole(&self.file(id), MAX_FILE)?.ok_or(LockerError::Damaged)?;
        seal::open(&self.key, self.person, id, &file)
    }

    /// Lists everything that is kept, sorted by id; each is opened once, so that a damaged one is known as such.
    pub fn list(&self) -> Result<Vec<Kept>, LockerError> {
        let mut kept = Vec::new();
        for id in hex_names(&self.shelf, "", ".locker")?
            .into_iter()
            .map(LockerId)
        {
            let (damaged, newer) = match self.get(id) {
                Ok(_) => (false, false),
                Err(LockerError::Damaged) => (true, false),
                Err(LockerError::Newer { .. }) => (false, true),
                // Taken away between the two looks.
                Err(LockerError::Missing) => continue,
                Err(error @ (LockerError::TooBig | LockerError::Folder(_))) => return Err(error),
            };
            kept.push(Kept { id, damaged, newer });
        }
        Ok(kept)
    }

    /// Takes something out for good; `false` when nothing was kept there.
    pub fn remove(&self, id: LockerId) -> Result<bool, LockerError> {
        Ok(remove_file(&self.file(id))?)
    }

    fn file(&self, id: LockerId) -> PathBuf {
        hex_name(&self.shelf, "", &id.0, ".locker")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::folder::testkit::{Dice, Place, names_in};

    const WHO: Id = Id([3; 16]);
    const KEY: [u8; 32] = [7; 32];
    const DRAFT: LockerId = LockerId([1; 8]);

    #[test]
    fn a_draft_is_kept_replaced_and_taken_out() {
        let place = Place::new();
        let locker = Locker::open(&place.folder(), WHO, &KEY);
        let mut dice = Dice::new(1);

        locker.put(DRAFT, b"first", &mut dice).unwrap();
        locker.put(DRAFT, b"second", &mut dice).unwrap();

        assert_eq!(locker.get(DRAFT).unwrap().as_slice(), b"second");
        assert_eq!(names_in(&locker.shelf), ["0101010101010101.locker"]);
        assert_eq!(locker.remove(DRAFT), Ok(true));
        assert_eq!(locker.remove(DRAFT), Ok(false));
        assert_eq!(locker.get(DRAFT).map(drop), Err(LockerError::Missing));
        assert_eq!(locker.list(), Ok(Vec::new()));
    }

    #[test]
    fn an_interrupted_put_leaves_the_old_draft() {
        let place = Place::new();
        let locker = Locker::open(&place.folder(), WHO, &KEY);
        locker.put(DRAFT, b"old", &mut Dice::new(1)).unwrap();

        // What a power cut leaves: the new file half written, under its own name.
        fs::write(locker.shelf.join(".part-q8w7e6.tmp"), b"SR-LOCK\n").unwrap();

        assert_eq!(locker.get(DRAFT).unwrap().as_slice(), b"old");
        assert_eq!(locker.list().unwrap().len(), 1);
    }

    #[test]
    fn damaged_and_newer_drafts_are_listed_as_such_and_harm_no_other() {
        let place = Place::new();
        let locker = Locker::open(&place.folder(), WHO, &KEY);
        for id in 1..=5 {
            locker
                .put(LockerId([id; 8]), b"words", &mut Dice::new(id.into()))
                .unwrap();
        }
        let change = |id: u8, how: fn(&mut Vec<u8>)| {
            let path = locker.file(LockerId([id; 8]));
            let mut bytes = fs::read(&path).unwrap();
            how(&mut bytes);
            fs::write(path, bytes).unwrap();
        };
        change(1, |bytes| bytes[40] ^= 1);
        change(2, |bytes| bytes.clear());
        change(3, |bytes| bytes[11] = 9);
        fs::File::options()
            .write(true)
            .open(locker.file(LockerId([4; 8])))
            .unwrap()
            .set_len(MAX_FILE + 1)
            .unwrap();

        let listed: Vec<_> = locker
            .list()
            .unwrap()
            .iter()
            .map(|kept| (kept.id.0[0], kept.damaged, kept.newer))
            .collect();

        assert_eq!(
            listed,
            [
                (1, true, false),
                (2, true, false),
                (3, false, true),
                (4, true, false),
                (5, false, false)
            ]
        );
        assert_eq!(locker.get(LockerId([5; 8])).unwrap().as_slice(), b"words");
    }

    #[test]
    fn one_persons_locker_is_not_in_anothers_list_and_names_nobody() {
        let place = Place::new();
        let folder = place.folder();
        Locker::open(&folder, WHO, &KEY)
            .put(DRAFT, b"mine", &mut Dice::new(1))
            .unwrap();

        let other = Locker::open(&folder, Id([4; 16]), &KEY);

        assert_eq!(other.list(), Ok(Vec::new()));
        let [shelf] = names_in(&folder.lockers()).try_into().unwrap();
        assert_eq!(shelf.len(), 16);
        assert!(!shelf.contains("0303"));
    }

    #[test]
    fn an_id_is_read_as_it_is_shown() {
        let id = LockerId::draw(&mut Dice::new(4));

        assert_eq!(LockerId::read(&id.to_string()), Some(id));
        for wrong in [
            "",
            "01",
            "../../people",
            "0101010101010101 ",
            "010101010101010A",
        ] {
            assert_eq!(LockerId::read(wrong), None);
        }
    }

    #[test]
    fn the_frozen_draft_of_version_1_opens_and_is_still_written_the_same() {
        let frozen = include_bytes!("../../fixtures/locker-v1/0101010101010101.locker");
        let place = Place::new();
        let locker = Locker::open(&place.folder(), WHO, &KEY);
        make_folder(&locker.shelf).unwrap();
        fs::write(locker.file(DRAFT), frozen).unwrap();

        let opened = locker.get(DRAFT).unwrap();
        locker.put(DRAFT, &opened, &mut Dice::new(2026)).unwrap();

        assert_eq!(opened.as_slice(), b"A draft that opens for ever.");
        assert!(
            fs::read(locker.file(DRAFT)).unwrap() == frozen,
            "today's locker no longer writes version 1"
        );
    }
}
