//! Killed without warning, again and again.

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rand_chacha::ChaCha20Rng;
use rand_core::RngCore;
use tempfile::TempDir;
use vault::Room;

use crate::both::acks::Acks;
use crate::both::plan::{Plan, ROOM};
use crate::judge::{Care, judge};
use crate::luck::{below, chance, dice, seed};
use crate::rig::{folder, worker};

/// Cycles a room lives for; then a new one, so that reading it again stays quick.
const LIFE: u64 = 10;

#[test]
fn a_program_killed_a_thousand_times_loses_nothing_it_acknowledged() {
    run(1_000);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_program_killed_ten_thousand_times_loses_nothing_it_acknowledged() {
    run(10_000);
}

/// What came of it.
#[derive(Default)]
struct Tally {
    acknowledged: u64,
    /// Written whole and not yet acknowledged when the kill came.
    unspoken: u64,
    /// Killed before the first acknowledgement: while starting, recovering or making the room.
    early: u64,
}

fn run(cycles: u64) {
    let seed = seed("kill");
    let mut dice = dice(seed);
    let began = Instant::now();
    let mut tally = Tally::default();
    let mut place = Place::new(dice.next_u64());
    for cycle in 0..cycles {
        if cycle % LIFE == LIFE - 1 {
            place = Place::new(dice.next_u64());
        }
        place.kill_once(&mut dice, &mut tally);
        if let Err(lost) = place.look(&mut dice, &mut tally) {
            panic!("cycle {cycle} with STRONGROOM_SEED={seed}: {lost}");
        }
    }
    println!(
        "{cycles} kills ({} before the first acknowledgement), {} steps acknowledged, 0 lost, {} found though unspoken, {:.0} s",
        tally.early,
        tally.acknowledged,
        tally.unspoken,
        began.elapsed().as_secs_f64()
    );
    assert!(
        tally.acknowledged > cycles,
        "the kills came too early to prove anything"
    );
}

/// A room and how far it has come.
struct Place {
    dir: TempDir,
    plan: Plan,
    seed: u64,
    /// The room was made and this was acknowledged.
    made: bool,
    acknowledged: u64,
    /// Steps that are there.
    there: u64,
}

impl Place {
    fn new(seed: u64) -> Self {
        Self {
            dir: folder(),
            plan: Plan::new(seed),
            seed,
            made: false,
            acknowledged: 0,
            there: 0,
        }
    }

    fn kill_once(&mut self, dice: &mut ChaCha20Rng, tally: &mut Tally) {
        let acks = self.dir.path().join("acks");
        let _ = std::fs::remove_file(&acks);
        let rooms = self.dir.path().join("vault");
        std::fs::create_dir_all(&rooms).unwrap();
        let (seed, from) = (self.seed.to_string(), self.there.to_string());
        let mut child = worker([
            "room".as_ref(),
            rooms.as_os_str(),
            seed.as_ref(),
            from.as_ref(),
            "100000".as_ref(),
            "7".as_ref(),
            acks.as_os_str(),
        ])
        .stdin(Stdio::null())
        .spawn()
        .unwrap();

        wait(&mut child, &acks, dice);
        child.kill().unwrap();
        let ended = child.wait().unwrap();
        assert_eq!(ended.signal(), Some(9), "the worker ended by itself");

        match Acks::last(&std::fs::read(&acks).unwrap_or_default()) {
            Some(steps) => {
                tally.acknowledged += steps.saturating_sub(self.there);
                self.made = true;
                self.acknowledged = self.acknowledged.max(steps);
            }
            None => tally.early += 1,
        }
    }

    /// Opens what is left: where it lies, or a copy, so that the next program has to recover it as well.
    fn look(&mut self, dice: &mut ChaCha20Rng, tally: &mut Tally) -> Result<(), String> {
        let rooms = self.dir.path().join("vault");
        if !self.made {
            // Nobody was told of this room. It may be half made, and a new one gets another name.
            std::fs::remove_dir_all(&rooms).map_err(|error| error.to_string())?;
            return Ok(());
        }
        let copy = chance(dice, 0.5);
        let at = if copy { copied(&rooms) } else { rooms };
        let mut room = Room::open(&at.join("room.db"), ROOM, &Plan::file_key())
            .map_err(|error| format!("does not open: {error}"))?;
        let care = if chance(dice, 0.5) {
            Care::Everything
        } else {
            Care::Chain
        };
        self.there = judge(
            &mut room,
            &self.plan,
            self.acknowledged.max(self.there),
            care,
        )?;
        tally.unspoken += self.there.saturating_sub(self.acknowledged);
        self.acknowledged = self.there;
        if chance(dice, 0.5) {
            room.close().map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// Until a number of steps were acknowledged and a moment more; or, one time in five, from the very start.
fn wait(child: &mut Child, acks: &Path, dice: &mut ChaCha20Rng) {
    let (steps, moment) = if chance(dice, 0.2) {
        (0, below(dice, 40_000))
    } else {
        (1 + below(dice, 5), below(dice, 8_000))
    };
    let limit = Instant::now() + Duration::from_secs(60);
    while Acks::count(acks) < steps {
        assert!(
            child.try_wait().unwrap().is_none(),
            "the worker ended by itself"
        );
        assert!(Instant::now() < limit, "the worker does not come forward");
        std::thread::sleep(Duration::from_micros(200));
    }
    std::thread::sleep(Duration::from_micros(moment));
}

fn copied(rooms: &Path) -> PathBuf {
    let to = rooms.with_file_name("copy");
    let _ = std::fs::remove_dir_all(&to);
    std::fs::create_dir(&to).unwrap();
    for file in std::fs::read_dir(rooms).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
    to
}
