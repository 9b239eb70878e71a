//! The power goes. What was synced is there; what was not is there, gone, torn or out of order, each write by itself.

mod cut;
mod desk;
mod disk;
mod mood;
mod record;

use std::path::Path;
use std::time::Instant;

use rand_chacha::ChaCha20Rng;
use rand_core::RngCore;
use vault::Room;

use crate::both::bare;
use crate::both::plan::{Plan, ROOM};
use crate::judge::{Care, judge, shown};
use crate::luck::{chance, dice, seed};
use cut::Taken;

/// Steps written while everything is recorded.
const STEPS: u64 = 90;

#[test]
fn a_thousand_power_cuts_lose_nothing_that_was_acknowledged() {
    cut_power(1_000);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_hundred_thousand_power_cuts_lose_nothing_that_was_acknowledged() {
    for _ in 0..100 {
        cut_power(1_000);
    }
}

fn cut_power(images: u64) {
    let seed = seed("power");
    let mut dice = dice(seed);
    let began = Instant::now();
    let plan = Plan::new(dice.next_u64());
    let taken = in_a_room(&plan, STEPS, 30);
    let tally = taken.cut(images, false, &mut dice, |place, acknowledged, dice| {
        look_at_room(place, &plan, acknowledged, dice)
    });
    println!(
        "{images} power cuts over {} events, {} with something acknowledged, {} lost, {:.0} s",
        taken.record.events.len(),
        tally.promised,
        tally.failures.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(
        tally.promised > images / 2,
        "most cuts come before anything was acknowledged"
    );
    assert!(
        tally.failures.is_empty(),
        "STRONGROOM_SEED={seed}: {}",
        tally.failures.join("\n")
    );
}

#[test]
fn a_disk_that_lies_about_syncing_is_noticed_so_the_proof_can_fail() {
    let seed = seed("lying disk");
    let mut dice = dice(seed);
    let plan = Plan::new(dice.next_u64());
    let taken = in_a_room(&plan, 30, 0);

    let tally = taken.cut(60, true, &mut dice, |place, acknowledged, dice| {
        look_at_room(place, &plan, acknowledged, dice)
    });

    let failed = tally.failures.len();
    println!("{failed} of 60 images failed on a disk that lies");
    assert!(failed > 20, "STRONGROOM_SEED={seed}");
}

#[test]
fn syncing_less_than_a_room_does_loses_acknowledged_words_and_syncing_as_it_does_loses_none() {
    let seed = seed("NORMAL");
    let mut dice = dice(seed);
    let plan = Plan::new(dice.next_u64());
    let seed_of_plan = plan.seed().to_string();
    let mut lost = |synchronous: &str| {
        let work = ["bare", "FOLDER", &seed_of_plan, "300", synchronous, "ACKS"];
        Taken::of(&work, |_| {})
            .cut(1_000, false, &mut dice, |place, acknowledged, _| {
                look_at_bare(place, &plan, acknowledged)
            })
            .failures
    };

    let (full, normal) = (lost("FULL"), lost("NORMAL"));

    println!(
        "of 1000 power cuts each: FULL lost in {}, NORMAL lost in {}",
        full.len(),
        normal.len()
    );
    assert!(
        full.is_empty(),
        "STRONGROOM_SEED={seed}: {}",
        full.join("\n")
    );
    assert!(
        normal.len() > 100,
        "STRONGROOM_SEED={seed}: the test does not bite"
    );
}

/// A room made and written while everything is recorded.
fn in_a_room(plan: &Plan, steps: u64, sitting: u64) -> Taken {
    let words = [plan.seed(), 0, steps, sitting].map(|number| number.to_string());
    let mut work = vec!["room", "FOLDER"];
    work.extend(words.iter().map(String::as_str));
    work.push("ACKS");
    Taken::of(&work, |_| {})
}

fn look_at_room(
    image: &Path,
    plan: &Plan,
    acknowledged: Option<u64>,
    dice: &mut ChaCha20Rng,
) -> Result<(), String> {
    let room = Room::open(&image.join("room.db"), ROOM, &Plan::file_key());
    let Some(acknowledged) = acknowledged else {
        // A room nobody was told of may be half made; it is enough that looking at it does no harm.
        return Ok(());
    };
    let mut room = room.map_err(|error| format!("does not open: {error}"))?;
    let care = if chance(dice, 0.25) {
        Care::Everything
    } else {
        Care::Chain
    };
    let there = judge(&mut room, plan, acknowledged, care)?;
    // Work goes on from there.
    plan.write(&mut room, there)
        .map_err(|error| format!("cannot be written: {error}"))?;
    shown(&room, plan, there..there + 1)
}

fn look_at_bare(image: &Path, plan: &Plan, acknowledged: Option<u64>) -> Result<(), String> {
    let Some(acknowledged) = acknowledged else {
        return Ok(());
    };
    let conn = bare::open(&image.join("room.db"), "FULL");
    match bare::lost(&conn, plan, acknowledged) {
        Ok(None) => Ok(()),
        Ok(Some(step)) => Err(format!("step {step} of {acknowledged} is lost")),
        Err(error) => Err(error.to_string()),
    }
}
