//! Space kept back, so that a full disk does not stop somebody in the middle of a record.

use std::io::Write;
use std::path::PathBuf;

use rand_core::CryptoRngCore;

use super::{FolderError, VaultFolder, WholeFile, remove_file};

/// How much is kept back: 8 MiB, room for a long day's writing.
pub const BALLAST_BYTES: u64 = 8 * 1024 * 1024;

impl VaultFolder {
    /// Puts the ballast aside, if it is not there already.
    ///
    /// It is filled with noise, because a disk that compresses would keep nothing back for zeros.
    pub fn make_ballast(&self, rng: &mut dyn CryptoRngCore) -> Result<(), FolderError> {
        if std::fs::metadata(self.ballast()).is_ok_and(|there| there.len() == BALLAST_BYTES) {
            return Ok(());
        }

        let mut file = WholeFile::begin(self.root())?;
        let mut noise = vec![0; 64 * 1024];
        for _ in 0..BALLAST_BYTES / noise.len() as u64 {
            rng.fill_bytes(&mut noise);
            file.write_all(&noise)?;
        }
        file.finish(&self.ballast())
    }

    /// Gives the ballast back to the disk, so that what is being written can be finished; `false` when it was already given.
    pub fn release_ballast(&self) -> Result<bool, FolderError> {
        remove_file(&self.ballast())
    }

    fn ballast(&self) -> PathBuf {
        self.root().join("ballast")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::testkit::{Dice, Place};
    use crate::folder::write_whole;

    #[test]
    fn ballast_is_put_aside_once_and_given_back_once() {
        let place = Place::new();
        let folder = place.folder();

        folder.make_ballast(&mut Dice::new(1)).unwrap();
        let first = std::fs::read(folder.ballast()).unwrap();
        folder.make_ballast(&mut Dice::new(2)).unwrap();

        assert_eq!(first.len() as u64, BALLAST_BYTES);
        assert!(
            std::fs::read(folder.ballast()).unwrap() == first,
            "made again although it was there"
        );
        assert_eq!(folder.release_ballast(), Ok(true));
        assert_eq!(folder.release_ballast(), Ok(false));
    }

    #[test]
    #[ignore = "needs STRONGROOM_SMALL_DISK to name an empty file system of about 16 MiB"]
    fn a_full_disk_takes_the_record_once_the_ballast_is_released() {
        let Some(disk) = std::env::var_os("STRONGROOM_SMALL_DISK") else {
            panic!("STRONGROOM_SMALL_DISK is not set");
        };
        let folder = VaultFolder::create(PathBuf::from(disk).join("vault")).unwrap();
        folder.make_ballast(&mut Dice::new(1)).unwrap();
        let record = folder.root().join("record");
        write_whole(&record, b"before").unwrap();
        let mut filler = std::fs::File::create(folder.root().join("filler")).unwrap();
        while filler.write_all(&[1; 4096]).is_ok() {}
        while filler.write_all(&[1]).is_ok() {}

        let refused = write_whole(&record, &[2; 300_000]);
        let kept = std::fs::read(&record).unwrap();
        let released = folder.release_ballast();
        let taken = write_whole(&record, &[2; 300_000]);

        assert_eq!(refused, Err(FolderError::DiskFull));
        assert_eq!(kept, b"before");
        assert_eq!(released, Ok(true));
        assert_eq!(taken, Ok(()));
        assert_eq!(std::fs::read(&record).unwrap(), vec![2; 300_000]);
        let lock = crate::folder::Lock::take(&folder, "2026-03-04T08:00:00Z").unwrap();
        assert_eq!(
            folder.sweep_temps(&lock),
            Ok(0),
            "the refused write left nothing"
        );
    }
}
