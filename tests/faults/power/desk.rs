//! The power goes while somebody is at the desk: accounts, files, drafts, the list of people, the keyring's notes.

use std::path::Path;
use std::time::Instant;

use rand_core::RngCore;

use super::cut::Taken;
use crate::both::deeds::Deeds;
use crate::both::desk::Desk;
use crate::judge_desk::judge_desk;
use crate::luck::{dice, seed};

#[test]
fn power_cuts_at_the_desk_lose_no_account_file_draft_or_password_and_raise_no_false_alarm() {
    cut_power(50);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn two_thousand_power_cuts_at_the_desk_lose_nothing() {
    for _ in 0..10 {
        cut_power(200);
    }
}

fn cut_power(images: u64) {
    let seed = seed("power at the desk");
    let mut dice = dice(seed);
    let began = Instant::now();
    let plan_seed = dice.next_u64();
    let plan = Deeds::of(plan_seed);
    let mut secret = [0; 32];
    dice.fill_bytes(&mut secret);
    let words = [plan_seed, 0, 40, 0, 0].map(|number| number.to_string());
    let mut work = vec!["office", "FOLDER"];
    work.extend(words.iter().map(String::as_str));
    work.push("ACKS");
    // The keyring is the system's own affair and is there before.
    let taken = Taken::of(&work, |disk| {
        std::fs::create_dir(disk.join("keyring")).unwrap();
        std::fs::write(disk.join("keyring/device.secret"), secret).unwrap();
    });

    let tally = taken.cut(
        images,
        false,
        &mut dice,
        |disk, acknowledged, _| match acknowledged {
            Some(deeds) => judge_desk(disk, &plan, deeds, 3).map(drop),
            None => first_run_is_over_or_begins_again(disk, &plan),
        },
    );

    println!(
        "{images} power cuts at the desk over {} events, {} with something acknowledged, {} lost, {:.0} s",
        taken.record.events.len(),
        tally.promised,
        tally.failures.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(tally.promised > images / 2);
    assert!(
        tally.failures.is_empty(),
        "STRONGROOM_SEED={seed}: {}",
        tally.failures.join("\n")
    );
}

/// Cut off before anybody was told: either the vault is whole, or the next first run makes one.
fn first_run_is_over_or_begins_again(disk: &Path, plan: &Deeds) -> Result<(), String> {
    let mut desk = Desk::at(disk, 3);
    let password = plan.password(0);
    if desk.office.has_vault() {
        desk.open(&password)
            .map_err(|fault| format!("neither made nor to be made: {fault:?}"))?;
    } else {
        desk.create(&password)
            .map_err(|fault| format!("no second first run: {fault:?}"))?;
    }
    let verified = app::verify(&mut desk.office).map_err(|fault| fault.say)?;
    verified.faults.is_empty().then_some(()).ok_or(verified.say)
}
