//! A room on a disk that is full or refuses.

use std::path::{Path, PathBuf};

use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};
use vault::{Room, VaultError};

use crate::both::control::{Control, INPUT_OUTPUT};
use crate::both::plan::{Plan, ROOM};
use crate::judge::{Care, judge};

/// Steps in the room before anything is refused.
const BEFORE: u64 = 4;
/// Steps tried on each disk.
const TRIES: u64 = 12;

/// Fills the disk at so many different places, or refuses so many different calls, and says what came of it.
pub fn run(place: &Path, seed: u64, control: &Path, how: &str, points: u64) {
    let mut rig = Rig::new(place, seed, control);
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let (mut refusals, mut acknowledged) = (0, 0);
    for point in 0..points {
        let seen = match how {
            "full" => rig.full(point, points, &mut dice),
            "input-output" => rig.refused(&mut dice),
            other => panic!("there is no disk that is {other}"),
        };
        let (refused, done) = seen.unwrap_or_else(|lost| panic!("point {point}: {lost}"));
        refusals += u64::from(refused);
        acknowledged += done;
    }
    #[allow(clippy::print_stdout, reason = "its test reads this")]
    {
        println!("{points} points, {refusals} refusals, {acknowledged} steps acknowledged, 0 lost");
    }
}

struct Rig {
    plan: Plan,
    control: Control,
    rooms: PathBuf,
    first: PathBuf,
    /// How many calls `TRIES` steps make.
    calls: u64,
}

/// Whether something was refused, and how many steps were acknowledged.
type Seen = Result<(bool, u64), String>;

impl Rig {
    fn new(place: &Path, seed: u64, control: &Path) -> Self {
        let (rooms, first) = (place.join("vault"), place.join("first"));
        std::fs::create_dir_all(&rooms).unwrap();
        std::fs::create_dir_all(&first).unwrap();
        let mut rig = Self {
            plan: Plan::new(seed),
            control: Control::at(control),
            rooms,
            first,
            calls: 0,
        };
        let mut room = Room::create(&rig.path(), ROOM, &Plan::file_key()).unwrap();
        for step in 0..BEFORE {
            rig.plan.write(&mut room, step).unwrap();
        }
        room.close().unwrap();
        std::fs::copy(rig.path(), rig.first.join("room.db")).unwrap();
        let before = rig.control.calls();
        let (room, done) = rig.work();
        assert!(room.is_ok() && matches!(done, Ok(there) if there == BEFORE + TRIES));
        drop(room);
        rig.calls = rig.control.calls() - before;
        rig
    }

    fn path(&self) -> PathBuf {
        self.rooms.join("room.db")
    }

    /// The room as it was, on a disk where all is well.
    fn anew(&self) {
        self.control.all_well();
        std::fs::remove_dir_all(&self.rooms).unwrap();
        std::fs::create_dir(&self.rooms).unwrap();
        std::fs::copy(self.first.join("room.db"), self.path()).unwrap();
    }

    fn open(&self) -> Result<Room, VaultError> {
        Room::open(&self.path(), ROOM, &Plan::file_key())
    }

    /// Opens the room and writes until something is refused. Gives how many steps there are then.
    fn work(&self) -> (Result<Room, VaultError>, Result<u64, (u64, VaultError)>) {
        let mut room = match self.open() {
            Ok(room) => room,
            Err(error) => return (Err(error), Ok(BEFORE)),
        };
        for step in BEFORE..BEFORE + TRIES {
            if let Err(error) = self.plan.write(&mut room, step) {
                return (Ok(room), Err((step, error)));
            }
        }
        (Ok(room), Ok(BEFORE + TRIES))
    }

    fn full(&mut self, point: u64, points: u64, dice: &mut ChaCha20Rng) -> Seen {
        self.anew();
        // Up to what the log grows to in so many steps, and in between any byte.
        let most = 3_000_000;
        self.control
            .space(most * point / points + dice.next_u64() % (most / points + 1));
        let (room, done) = self.work();
        let mut room = room.map_err(|error| format!("a full disk kept it shut: {error}"))?;
        let (there, refused) = match done {
            Ok(there) => (there, false),
            Err((there, VaultError::DiskFull)) => (there, true),
            Err((_, error)) => return Err(format!("a full disk was called {error}")),
        };
        judge(&mut room, &self.plan, there, Care::Chain)
            .map_err(|lost| format!("while full: {lost}"))?;
        drop(room);
        let mut room = self
            .open()
            .map_err(|error| format!("does not open while full: {error}"))?;
        let there = judge(&mut room, &self.plan, there, Care::Chain)?;
        self.goes_on(room, there, dice)?;
        Ok((refused, there - BEFORE))
    }

    fn refused(&mut self, dice: &mut ChaCha20Rng) -> Seen {
        self.anew();
        let after = dice.next_u64() % self.calls;
        let lasting = dice.next_u32().is_multiple_of(2);
        self.control.refuse(after, INPUT_OUTPUT, lasting);
        let (room, done) = self.work();
        let (there, refused) = match done {
            Ok(there) => (there, self.control.has_refused()),
            Err((there, _)) => (there, true),
        };
        // Closing may be refused as well.
        if dice.next_u32().is_multiple_of(2) {
            drop(room);
            self.control.all_well();
        } else {
            self.control.all_well();
            if let Ok(mut room) = room {
                judge(&mut room, &self.plan, there, Care::Chain)
                    .map_err(|lost| format!("still open: {lost}"))?;
            }
        }
        let mut room = self
            .open()
            .map_err(|error| format!("does not open: {error}"))?;
        let there = judge(&mut room, &self.plan, there, Care::Chain)?;
        self.goes_on(room, there, dice)?;
        Ok((refused, there - BEFORE))
    }

    /// All is well again: the step that was refused is written, and everything holds.
    fn goes_on(&self, mut room: Room, there: u64, dice: &mut ChaCha20Rng) -> Result<(), String> {
        self.control.all_well();
        self.plan
            .write(&mut room, there)
            .map_err(|error| format!("cannot be written afterwards: {error}"))?;
        let care = if dice.next_u32().is_multiple_of(8) {
            Care::Everything
        } else {
            Care::Chain
        };
        judge(&mut room, &self.plan, there + 1, care)?;
        Ok(())
    }
}
