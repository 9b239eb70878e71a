//! The whole program killed at its desk: while it makes the vault, signs, takes files in, changes a password.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rand_chacha::ChaCha20Rng;
use rand_core::RngCore;
use tempfile::TempDir;

use crate::both::acks::Acks;
use crate::both::deeds::Deeds;
use crate::judge_desk::judge_desk;
use crate::luck::{below, chance, dice, seed};
use crate::rig::{folder, worker};

/// Kills a vault lives through; then a new one is made.
const LIFE: u64 = 6;

#[test]
fn a_program_killed_at_its_desk_keeps_every_account_file_draft_and_password() {
    run(24);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_program_killed_five_hundred_times_at_its_desk_keeps_everything() {
    run(500);
}

fn run(kills: u64) {
    let seed = seed("kill at the desk");
    let mut dice = dice(seed);
    let began = Instant::now();
    let (mut acknowledged, mut early) = (0, 0);
    let mut vault = Vault::new(dice.next_u64());
    for kill in 0..kills {
        if kill % LIFE == LIFE - 1 {
            vault = Vault::new(dice.next_u64());
        }
        let done = vault.kill_once(&mut dice);
        acknowledged += done;
        early += u64::from(done == 0);
        if let Err(lost) = vault.look() {
            panic!("kill {kill} with STRONGROOM_SEED={seed}: {lost}");
        }
    }
    println!(
        "{kills} kills at the desk ({early} before the first acknowledgement), {acknowledged} deeds acknowledged, 0 lost, {:.0} s",
        began.elapsed().as_secs_f64()
    );
    assert!(acknowledged > kills / 2);
}

struct Vault {
    dir: TempDir,
    plan: Deeds,
    seed: u64,
    made: bool,
    there: u64,
    changes: u64,
    days: u64,
}

impl Vault {
    fn new(seed: u64) -> Self {
        Self {
            dir: folder(),
            plan: Deeds::of(seed),
            seed,
            made: false,
            there: 0,
            changes: 0,
            days: 0,
        }
    }

    /// Gives how many deeds were acknowledged.
    fn kill_once(&mut self, dice: &mut ChaCha20Rng) -> u64 {
        let acks = self.dir.path().join("acks");
        let _ = std::fs::remove_file(&acks);
        self.days += 3;
        let mut child = worker([
            "office".as_ref(),
            self.dir.path().as_os_str(),
            self.seed.to_string().as_ref(),
            self.there.to_string().as_ref(),
            "100000".as_ref(),
            self.changes.to_string().as_ref(),
            self.days.to_string().as_ref(),
            acks.as_os_str(),
        ])
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
        let (deeds, moment) = if chance(dice, if self.made { 0.15 } else { 0.6 }) {
            (0, below(dice, 900_000))
        } else {
            (1 + below(dice, 8), below(dice, 60_000))
        };
        let limit = Instant::now() + Duration::from_secs(120);
        while Acks::count(&acks) < deeds {
            assert!(
                child.try_wait().unwrap().is_none(),
                "the worker ended by itself"
            );
            assert!(Instant::now() < limit, "the worker does not come forward");
            std::thread::sleep(Duration::from_micros(300));
        }
        std::thread::sleep(Duration::from_micros(moment));
        child.kill().unwrap();
        let ended = child.wait().unwrap();
        assert_eq!(ended.signal(), Some(9), "the worker ended by itself");
        self.acknowledged(&acks)
    }

    fn acknowledged(&mut self, acks: &Path) -> u64 {
        let Some(deeds) = Acks::last(&std::fs::read(acks).unwrap_or_default()) else {
            return 0;
        };
        self.made = true;
        let new = deeds.saturating_sub(self.there);
        self.there = self.there.max(deeds);
        new
    }

    /// What is left opens and has everything. A vault nobody was told of may be there or not: then the next program
    /// makes one in the same place, or opens this one.
    fn look(&mut self) -> Result<(), String> {
        if !self.made {
            return Ok(());
        }
        self.days += 3;
        let found = judge_desk(self.dir.path(), &self.plan, self.there, self.days)?;
        (self.there, self.changes) = (found.there, found.changes);
        Ok(())
    }
}
