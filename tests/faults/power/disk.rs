//! A disk: what certainly survives a power cut, and what may.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::path::Path;

use rand_chacha::ChaCha20Rng;

use super::cut::names_in;
use super::mood::Mood;
use super::record::{Event, Record};

/// What a disk can lose part of at a time.
const SECTOR: u64 = 512;

/// The disk of a recorded program at some moment.
#[derive(Default)]
pub struct Disk {
    files: Vec<File>,
    /// Which file an inode is now; numbers are used again.
    inodes: HashMap<u64, usize>,
    /// Names as the program sees them.
    seen: BTreeMap<String, usize>,
    /// Names that survive.
    names: BTreeMap<String, usize>,
    folders: BTreeSet<String>,
    /// Changes of names not synced yet, in order, each with the folder whose sync makes it last.
    changes: Vec<(String, Change)>,
    /// The last acknowledgement.
    pub acknowledged: Option<u64>,
    lies: bool,
}

#[derive(Default)]
struct File {
    kept: Vec<u8>,
    pending: Vec<Pending>,
}

#[derive(Clone)]
enum Pending {
    Write(u64, Range<usize>),
    Cut(u64),
}

#[derive(Clone)]
enum Change {
    Put(String, usize),
    Take(String),
    /// One step, both or neither.
    Move(String, String, usize),
    Folder(String),
}

impl Disk {
    /// A disk with what lies in a folder, safely. One that `lies` says it has synced and has not.
    pub fn holding(folder: &Path, lies: bool) -> Self {
        let mut disk = Self {
            lies,
            ..Self::default()
        };
        for name in names_in(folder) {
            let path = folder.join(&name);
            if path.is_dir() {
                disk.folders.insert(name);
            } else {
                disk.files.push(File {
                    kept: std::fs::read(path).unwrap(),
                    pending: Vec::new(),
                });
                disk.seen.insert(name.clone(), disk.files.len() - 1);
                disk.names.insert(name, disk.files.len() - 1);
            }
        }
        disk
    }

    /// Something happens.
    pub fn go_on(&mut self, event: &Event, record: &Record) {
        match event {
            Event::Open { file, name, made } => {
                let place = if *made {
                    self.files.push(File::default());
                    self.changes.push((
                        folder_of(name),
                        Change::Put(name.clone(), self.files.len() - 1),
                    ));
                    self.files.len() - 1
                } else {
                    *self
                        .seen
                        .get(name)
                        .unwrap_or_else(|| panic!("{name} appeared past the shim"))
                };
                self.seen.insert(name.clone(), place);
                self.inodes.insert(*file, place);
            }
            Event::Write { file, at, bytes } => {
                let place = self.inodes[file];
                self.files[place]
                    .pending
                    .push(Pending::Write(*at, bytes.clone()));
            }
            Event::Cut { file, len } => {
                let place = self.inodes[file];
                self.files[place].pending.push(Pending::Cut(*len));
            }
            Event::Sync { file } => {
                let place = self.inodes[file];
                if !self.lies {
                    let file = &mut self.files[place];
                    for change in std::mem::take(&mut file.pending) {
                        apply(&mut file.kept, &change, record, |_| true);
                    }
                }
            }
            Event::Rename { from, to } => {
                let file = self.seen.remove(from).unwrap();
                self.seen.insert(to.clone(), file);
                let (here, there) = (folder_of(from), folder_of(to));
                if here == there {
                    self.changes
                        .push((here, Change::Move(from.clone(), to.clone(), file)));
                } else {
                    self.changes.push((there, Change::Put(to.clone(), file)));
                    self.changes.push((here, Change::Take(from.clone())));
                }
            }
            Event::Unlink { name } => {
                self.seen.remove(name);
                self.changes
                    .push((folder_of(name), Change::Take(name.clone())));
            }
            Event::MakeFolder { name } => {
                self.changes
                    .push((folder_of(name), Change::Folder(name.clone())));
            }
            Event::SyncFolder { name } => {
                if !self.lies {
                    let changes = std::mem::take(&mut self.changes);
                    for (folder, change) in changes {
                        if folder == *name {
                            change_name(&mut self.names, &mut self.folders, &change);
                        } else {
                            self.changes.push((folder, change));
                        }
                    }
                }
            }
            Event::Ack { number } => self.acknowledged = Some(*number),
        }
    }

    /// Writes the disk into a folder as a power cut at this moment could leave it.
    pub fn image(&self, to: &Path, record: &Record, mood: &Mood, dice: &mut ChaCha20Rng) {
        let (mut names, mut folders) = (self.names.clone(), self.folders.clone());
        let last = mood.last_name(self.changes.len(), dice);
        for (place, (_, change)) in self.changes.iter().enumerate() {
            if mood.keeps_name(place, last, dice) {
                change_name(&mut names, &mut folders, change);
            }
        }
        let _ = std::fs::remove_dir_all(to);
        std::fs::create_dir(to).unwrap();
        for folder in &folders {
            if parents(folder).all(|parent| folders.contains(parent)) {
                std::fs::create_dir_all(to.join(folder)).unwrap();
            }
        }
        for (name, place) in &names {
            if parents(name).all(|parent| folders.contains(parent)) {
                let bytes = self.files[*place].after(record, mood, dice);
                std::fs::write(to.join(name), bytes).unwrap();
            }
        }
    }
}

impl File {
    fn after(&self, record: &Record, mood: &Mood, dice: &mut ChaCha20Rng) -> Vec<u8> {
        let mut bytes = self.kept.clone();
        let mut pending = self.pending.clone();
        mood.reorder(&mut pending, dice);
        for change in &pending {
            match mood.fate(dice) {
                super::mood::Fate::Kept => apply(&mut bytes, change, record, |_| true),
                super::mood::Fate::Lost => {}
                super::mood::Fate::Torn => {
                    apply(&mut bytes, change, record, |_| {
                        crate::luck::chance(dice, 0.5)
                    });
                }
            }
        }
        bytes
    }
}

/// Makes a change, of a write only the sectors that are wanted.
fn apply(
    bytes: &mut Vec<u8>,
    change: &Pending,
    record: &Record,
    mut wanted: impl FnMut(u64) -> bool,
) {
    match change {
        Pending::Cut(len) => {
            if wanted(0) {
                bytes.resize(usize::try_from(*len).unwrap(), 0);
            }
        }
        Pending::Write(at, range) => {
            let (new, end) = (record.bytes(range), at + range.len() as u64);
            let mut from = *at;
            while from < end {
                let to = ((from / SECTOR + 1) * SECTOR).min(end);
                if wanted(from / SECTOR) {
                    let (first, past) = (from as usize, to as usize);
                    if bytes.len() < past {
                        bytes.resize(past, 0);
                    }
                    bytes[first..past]
                        .copy_from_slice(&new[first - *at as usize..past - *at as usize]);
                }
                from = to;
            }
        }
    }
}

fn change_name(
    names: &mut BTreeMap<String, usize>,
    folders: &mut BTreeSet<String>,
    change: &Change,
) {
    match change {
        Change::Put(name, file) => {
            names.insert(name.clone(), *file);
        }
        Change::Take(name) => {
            names.remove(name);
            folders.remove(name);
        }
        Change::Move(from, to, file) => {
            names.remove(from);
            names.insert(to.clone(), *file);
        }
        Change::Folder(name) => {
            folders.insert(name.clone());
        }
    }
}

fn folder_of(name: &str) -> String {
    name.rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned()
}

/// The folders a name stands in, within the one that was watched.
fn parents(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').map(|(at, _)| &name[..at])
}
