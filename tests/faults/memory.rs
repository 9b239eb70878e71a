//! After locking nothing of a record, a password or a key is left in the program's memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use keys::{Keyring, Writer, own_key};
use vault::folder::VaultFolder;

use crate::both::canary::Canaries;
use crate::both::desk::vault_of;
use crate::judge_desk::inside;
use crate::laptop::{Laptop, Running};
use crate::luck::seed;
use crate::search::Wanted;

#[test]
fn after_locking_no_word_password_or_key_is_left_in_memory() {
    let seed = seed("memory");
    let canaries = Canaries::of(seed);
    let laptop = Laptop::new();
    let mut wanted = Wanted::nothing();
    for (name, text) in canaries.all() {
        wanted.text(name, text);
    }
    wanted.text("a sealing key", "AGE-SECRET-KEY-1");

    let mut running = Running::start(laptop.journey(seed, true));
    running.until("open");
    keys_of(&laptop, &canaries.new_password, &mut wanted);
    wanted.key("the device's secret", &device_secret(&laptop));
    let open = look(running.process(), &wanted);
    running.go_on();
    wanted.kit(&running.until("locked"));
    let locked = look(running.process(), &wanted);
    running.go_on();
    running.ends_well();

    println!("open: {open:?}\nlocked: {locked:?}");
    for seen in [
        "the account",
        "the child's words",
        "a pupil's surname",
        "the key of a room's file",
    ] {
        assert!(
            open.contains_key(seen),
            "{seen} was not in memory while on the screen: the search finds nothing"
        );
    }
    assert!(
        locked.is_empty(),
        "STRONGROOM_SEED={seed}: left in memory: {locked:#?}"
    );
}

/// The keys somebody with the password and the laptop can get at.
pub fn keys_of(laptop: &Laptop, password: &str, wanted: &mut Wanted) {
    let folder = VaultFolder::open(vault_of(laptop.disk())).unwrap();
    let (slots, opened) = inside(&folder, laptop.disk(), password).unwrap();
    wanted.key("the person's identity", &opened.keys.identity().to_bytes());
    wanted.key("the locker's key", &own_key(&opened.keys, "locker"));
    for (_, keys) in slots.grants(&opened).open {
        wanted.key("the key of a room's file", &keys.file_key);
    }
    let device = Keyring::File(secret_of(laptop))
        .load(slots.vault())
        .unwrap();
    let writer = Writer::load_or_make(
        folder.root(),
        slots.vault(),
        &opened.keys,
        &device,
        &mut rand_core::OsRng,
    )
    .unwrap();
    assert!(!writer.fresh);
    wanted.key("the writer's key", &writer.key.to_bytes());
}

fn secret_of(laptop: &Laptop) -> PathBuf {
    laptop.disk().join("keyring/device.secret")
}

fn device_secret(laptop: &Laptop) -> [u8; 32] {
    std::fs::read(secret_of(laptop))
        .unwrap()
        .try_into()
        .unwrap()
}

/// What is where in a process's memory: every map that can be read and written, by name.
fn look(process: u32, wanted: &Wanted) -> BTreeMap<String, Vec<String>> {
    let place = Path::new("/proc").join(process.to_string());
    let memory = File::open(place.join("mem")).unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in std::fs::read_to_string(place.join("maps")).unwrap().lines() {
        let mut words = line.split_whitespace();
        let (range, may) = (words.next().unwrap(), words.next().unwrap());
        let map = words.nth(3).unwrap_or("anonymous");
        if !may.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').unwrap();
        let number = |text: &str| u64::from_str_radix(text, 16).unwrap();
        let (from, to) = (number(from), number(to));
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        if memory.read_exact_at(&mut bytes, from).is_err() {
            continue;
        }
        for (name, at) in wanted.found_in(&bytes) {
            found
                .entry(name.to_owned())
                .or_default()
                .push(format!("{map}+{at:x}"));
        }
    }
    for places in found.values_mut() {
        places.truncate(6);
    }
    found
}
