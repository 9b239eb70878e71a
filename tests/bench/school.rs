//! The invented school that figures are taken on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use app::Practice;
use domain::room::Room as RoomKind;
use kit::inside::{self, Held};
use kit::{Device, RUTH};
use vault::{FileKey, Room};

use crate::table::thousands;
use crate::times::took;

/// Pupils of every school: what a school of this kind has, however much is recorded about them.
const PUPILS: usize = 1_200;

/// A school on a laptop of its own, with nobody in.
pub struct School {
    /// How many concerns it was made with.
    pub concerns: usize,
    /// The laptop.
    pub laptop: Device,
    made_in: Option<Duration>,
}

impl School {
    /// The school of this size, made now if it is not there from an earlier run, or is of another schema.
    pub fn ready(concerns: usize, fresh: bool) -> Self {
        let disk = shelf().join(format!("{concerns}-{}", env!("CARGO_PKG_VERSION")));
        if fresh || !is_current(&disk) {
            let _ = std::fs::remove_dir_all(&disk);
        }
        let there = disk.join("made").exists();
        std::fs::create_dir_all(&disk).unwrap();
        let mut laptop = Device::on(&disk);
        let made_in = (!there).then(|| {
            println!(
                "Inventing a school with {} concerns \u{2026}",
                thousands(concerns)
            );
            let (time, ()) = took(|| make(&mut laptop, concerns));
            std::fs::write(disk.join("made"), "").unwrap();
            time
        });
        Self {
            concerns,
            laptop,
            made_in,
        }
    }

    /// What it is, in a line.
    pub fn describe(&self) -> String {
        let held = self.held();
        let bytes = std::fs::metadata(&held.path).unwrap().len();
        let entries = held.open().entry_counts().unwrap().0;
        let made = match self.made_in {
            Some(time) => format!("made in {} s", time.as_secs()),
            None => "made in an earlier run".to_owned(),
        };
        format!(
            "{} concerns, {} entries, a room of {} MiB: {made}.",
            thousands(self.concerns),
            thousands(usize::try_from(entries).unwrap()),
            bytes / (1 << 20)
        )
    }

    /// The pupils' room, for opening behind the program. Nobody may have it open there.
    pub fn held(&self) -> Held {
        rooms(&self.laptop).remove(&RoomKind::Pupils).unwrap()
    }

    /// The vault's folder: floors write there, so that they have the same disk under them.
    pub fn folder(&self) -> PathBuf {
        self.laptop.folder()
    }
}

fn rooms(laptop: &Device) -> BTreeMap<RoomKind, Held> {
    inside::rooms_of(laptop, &RUTH)
}

fn make(laptop: &mut Device, concerns: usize) {
    let practice = Practice {
        pupils: PUPILS,
        concerns,
        seed: 1,
        attachments_mib: 0,
    };
    app::make_practice_school(&mut laptop.office, Device::first_run(), practice).unwrap();
    laptop.lock();
    laptop.restart();
}

/// Where schools are kept between runs: beside what cargo builds.
pub fn shelf() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    program.ancestors().nth(2).unwrap().join("bench")
}

/// Whether a school from an earlier run has the tables that this program makes.
fn is_current(disk: &Path) -> bool {
    if !disk.join("made").exists() {
        return false;
    }
    let held = rooms(&Device::on(disk)).remove(&RoomKind::Pupils).unwrap();
    let there = schema(&held.path, &held.file_key());
    let place = tempfile::tempdir().unwrap();
    let (path, key) = (place.path().join("new.db"), FileKey::new([1; 32]));
    Room::create(&path, history::Id([1; 16]), &key)
        .unwrap()
        .close()
        .unwrap();
    there == schema(&path, &key)
}

fn schema(path: &Path, key: &FileKey) -> Vec<String> {
    let conn = vault::open_room(path, key, false).unwrap();
    let mut statement = conn
        .prepare("SELECT ifnull(sql, '') FROM sqlite_schema ORDER BY name")
        .unwrap();
    let lines = statement.query_map([], |row| row.get(0)).unwrap();
    lines.map(Result::unwrap).collect()
}
