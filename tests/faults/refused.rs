//! The disk is full, or refuses.

use std::path::Path;
use std::process::{Command, Output};

use crate::both::control::Control;
use crate::luck::seed;
use crate::rig::{disk_shim, folder, worker};

#[test]
fn a_room_on_a_full_disk_loses_nothing_opens_and_goes_on_once_there_is_space() {
    room("full", 150);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_room_on_a_disk_full_at_five_thousand_places_loses_nothing() {
    room("full", 5_000);
}

#[test]
fn a_room_on_a_disk_that_refuses_a_call_loses_nothing_and_goes_on() {
    room("input-output", 150);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_room_on_a_disk_that_refuses_five_thousand_calls_loses_nothing() {
    room("input-output", 5_000);
}

#[test]
fn a_full_disk_is_called_by_its_name_keeps_drafts_and_lets_people_read() {
    desk("full", 30);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_disk_full_at_a_thousand_places_is_called_by_its_name_and_keeps_drafts() {
    desk("full", 1_000);
}

#[test]
fn a_disk_that_refuses_a_call_loses_nothing_at_the_desk() {
    desk("input-output", 30);
}

#[test]
#[ignore = "takes long: cargo xtask prove"]
fn a_disk_that_refuses_a_thousand_calls_loses_nothing_at_the_desk() {
    desk("input-output", 1_000);
}

#[test]
fn a_disk_that_fills_up_while_a_vault_is_made_takes_the_next_try() {
    desk("create", 12);
}

#[test]
fn a_real_small_disk_that_fills_up_loses_nothing_at_the_desk() {
    let seed = seed("small disk");
    let place = folder();
    let Some(done) = on_a_small_disk(place.path(), seed, 12) else {
        println!("a small disk cannot be mounted here; the shim's full disk has to do");
        return;
    };
    tell(&done, seed);
}

/// Lets the other program write to a room on a disk under the shim.
fn room(how: &str, points: u64) {
    let seed = seed(how);
    let place = folder();
    let control = place.path().join("control");
    Control::make(&control);
    let done = under_shim(
        worker([
            "refused".as_ref(),
            place.path().as_os_str(),
            seed.to_string().as_ref(),
            control.as_os_str(),
            how.as_ref(),
            points.to_string().as_ref(),
        ]),
        &place.path().join("vault"),
        &control,
    );
    tell(&done, seed);
}

/// The same with the whole program; the keyring's own files are on that disk as well.
fn desk(how: &str, points: u64) {
    let seed = seed(how);
    let place = folder();
    let (disk, control) = (place.path().join("disk"), place.path().join("control"));
    std::fs::create_dir(&disk).unwrap();
    Control::make(&control);
    let done = under_shim(
        worker([
            "desk".as_ref(),
            disk.as_os_str(),
            seed.to_string().as_ref(),
            control.as_os_str(),
            how.as_ref(),
            points.to_string().as_ref(),
        ]),
        &disk,
        &control,
    );
    tell(&done, seed);
}

fn under_shim(mut worker: Command, watched: &Path, control: &Path) -> Output {
    worker
        .env("LD_PRELOAD", disk_shim())
        .env("STRONGROOM_SHIM_FOLDER", watched)
        .env("STRONGROOM_SHIM_CONTROL", control)
        .output()
        .unwrap()
}

/// A disk of 64 MiB that only the other program sees, in a space of its own where it may mount one.
fn on_a_small_disk(place: &Path, seed: u64, points: u64) -> Option<Output> {
    let small = |script: &str| {
        let mut command = Command::new("unshare");
        command
            .args(["--user", "--map-root-user", "--mount", "sh", "-ec"])
            .arg(format!(
                "mount -t tmpfs -o size=64m,mode=700 small \"$1\"; {script}"
            ))
            .arg("sh")
            .arg(place);
        command
    };
    if !small("true")
        .output()
        .is_ok_and(|done| done.status.success())
    {
        return None;
    }
    let done = small("shift; exec \"$@\"")
        .arg(env!("CARGO_BIN_EXE_fault-worker"))
        .arg("desk")
        .arg(place)
        .arg(seed.to_string())
        .arg(format!("filler:{}", place.join("filler").display()))
        .arg("full")
        .arg(points.to_string())
        .output();
    Some(done.unwrap())
}

fn tell(done: &Output, seed: u64) {
    let said = String::from_utf8_lossy(&done.stdout);
    println!("{}", said.trim());
    assert!(
        done.status.success(),
        "STRONGROOM_SEED={seed}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(!said.contains(" 0 refusals"), "nothing was refused");
}
