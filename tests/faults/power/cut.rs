//! From a program's work to the images that power cuts could leave of it.

use std::path::{Path, PathBuf};

use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;

use super::disk::Disk;
use super::mood::Mood;
use super::record::{Event, Record};
use crate::luck::{below, chance, dice};
use crate::rig::{disk_shim, folder, worker};

/// What happened to a folder while a program worked in it.
pub struct Taken {
    /// Everything, in order.
    pub record: Record,
    /// A copy of the folder as it was before.
    before: PathBuf,
    _dir: TempDir,
}

impl Taken {
    /// Lets the other program work in a folder, under the shim. `FOLDER` and `ACKS` stand for what they say; what
    /// `prepare` puts into the folder is there safely before.
    pub fn of(work: &[&str], prepare: impl Fn(&Path)) -> Self {
        let dir = folder();
        let at = |name: &str| dir.path().join(name);
        let (disk, before, acks, to) = (at("disk"), at("before"), at("acks"), at("record"));
        for folder in [&disk, &before] {
            std::fs::create_dir(folder).unwrap();
            prepare(folder);
        }
        let words = work.iter().map(|word| match *word {
            "FOLDER" => disk.display().to_string(),
            "ACKS" => acks.display().to_string(),
            other => other.to_owned(),
        });
        let done = worker(words)
            .env("LD_PRELOAD", disk_shim())
            .env("STRONGROOM_SHIM_FOLDER", &disk)
            .env("STRONGROOM_SHIM_RECORD", &to)
            .env("STRONGROOM_SHIM_ACKS", &acks)
            .status()
            .unwrap();
        assert!(done.success(), "the worker did not finish");
        let taken = Self {
            record: Record::read(&to),
            before,
            _dir: dir,
        };
        taken.covers_everything(&disk);
        taken
    }

    /// The record alone gives the folder, byte by byte: nothing went past the shim.
    fn covers_everything(&self, ended: &Path) {
        let again = folder();
        let image = again.path().join("image");
        let mut disk = Disk::holding(&self.before, false);
        for event in &self.record.events {
            disk.go_on(event, &self.record);
        }
        disk.image(&image, &self.record, &Mood::perfect(), &mut dice(0));
        assert_eq!(names_in(ended), names_in(&image));
        for name in names_in(ended) {
            let read = |folder: &Path| std::fs::read(folder.join(&name));
            if ended.join(&name).is_file() {
                let same = read(ended).unwrap() == read(&image).unwrap();
                assert!(same, "something was written past the shim");
            }
        }
    }

    /// Cuts the power at many moments and looks at what each leaves. On a disk that `lies` syncs do nothing.
    pub fn cut(
        &self,
        images: u64,
        lies: bool,
        dice: &mut ChaCha20Rng,
        look: impl Fn(&Path, Option<u64>, &mut ChaCha20Rng) -> Result<(), String>,
    ) -> Tally {
        let events = &self.record.events;
        let mut moments: Vec<usize> = (0..images).map(|_| moment(events, dice)).collect();
        moments.sort_unstable();
        let place = folder();
        let image = place.path().join("image");
        let mut disk = Disk::holding(&self.before, lies);
        let (mut tally, mut gone) = (Tally::default(), 0);
        for moment in moments {
            for event in &events[gone..moment] {
                disk.go_on(event, &self.record);
            }
            gone = moment;
            disk.image(&image, &self.record, &Mood::drawn(dice), dice);
            tally.promised += u64::from(disk.acknowledged.is_some());
            if let Err(lost) = look(&image, disk.acknowledged, dice) {
                tally.failures.push(format!("after event {moment}: {lost}"));
            }
        }
        tally
    }
}

/// What the images held.
#[derive(Default)]
pub struct Tally {
    /// Images in which something had been acknowledged.
    pub promised: u64,
    /// What did not hold.
    pub failures: Vec<String>,
}

/// Any moment after the first acknowledgement, every third time just after another one; and one time in ten a moment
/// before anything was acknowledged.
fn moment(events: &[Event], dice: &mut ChaCha20Rng) -> usize {
    let ack = |event: &Event| matches!(event, Event::Ack { .. });
    let first = events.iter().position(ack).unwrap();
    if chance(dice, 0.1) {
        return below(dice, first as u64 + 1) as usize;
    }
    let at = first + 1 + below(dice, (events.len() - first) as u64) as usize;
    if chance(dice, 0.33) {
        let next = events[at..].iter().position(ack);
        return next.map_or(at, |further| at + further + 1);
    }
    at
}

/// Every file and folder below a folder, by its path in it, sorted.
pub fn names_in(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap();
            names.push(name.to_str().unwrap().to_owned());
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    names.sort();
    names
}
