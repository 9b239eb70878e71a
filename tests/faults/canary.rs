//! Nothing of a record, a password, a kit or a key stands readable in any file, whatever happened on the laptop.

use std::collections::BTreeSet;

use crate::both::canary::Canaries;
use crate::laptop::{Laptop, Running};
use crate::luck::seed;
use crate::memory::keys_of;
use crate::search::Wanted;

#[test]
fn no_file_holds_a_readable_word_or_key_while_open_after_a_crash_or_after_locking() {
    let seed = seed("canaries");
    let canaries = Canaries::of(seed);
    let laptop = Laptop::new();
    let mut wanted = Wanted::nothing();
    for (name, text) in canaries.all() {
        wanted.text(name, text);
    }

    let mut running = Running::start(laptop.journey(seed, true));
    running.until("open");
    keys_of(&laptop, &canaries.new_password, &mut wanted);
    let while_open = scan(&laptop, &wanted);
    running.go_on();
    wanted.kit(&running.until("locked"));
    let after_locking = scan(&laptop, &wanted);
    running.go_on();
    running.ends_well();

    // The same on a laptop that is cut off while everything is on the screen.
    let crashed = Laptop::new();
    let mut running = Running::start(crashed.journey(seed, true));
    running.until("open");
    running.kill();
    let after_a_crash = scan(&crashed, &wanted);

    for (when, found) in [
        ("while open", while_open),
        ("after locking", after_locking),
        ("after a crash", after_a_crash),
        ("at the end", scan(&laptop, &wanted)),
    ] {
        println!(
            "{when}: {} files, {} bytes, {} finds",
            found.files,
            found.bytes,
            found.finds.len()
        );
        assert!(
            found.finds.is_empty(),
            "STRONGROOM_SEED={seed}: {when}: {:?}",
            found.finds
        );
        assert!(
            found.bytes > 8_000_000,
            "there was hardly anything to look at"
        );
    }
}

#[test]
fn a_word_that_is_planted_is_found_so_the_search_can_fail() {
    let laptop = Laptop::new();
    let canaries = Canaries::of(7);
    let mut wanted = Wanted::nothing();
    for (name, text) in canaries.all() {
        wanted.text(name, text);
    }
    let utf16: Vec<u8> = canaries
        .surname
        .to_lowercase()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    std::fs::write(
        laptop.disk().join("cache/odd"),
        [b"x".as_slice(), &utf16].concat(),
    )
    .unwrap();
    std::fs::create_dir(laptop.disk().join("home").join(&canaries.draft)).unwrap();
    std::fs::write(
        laptop.disk().join("home").join(&canaries.draft).join("a"),
        "",
    )
    .unwrap();

    let found = scan(&laptop, &wanted);

    assert_eq!(found.finds.len(), 2, "{:?}", found.finds);
}

struct Found {
    files: usize,
    bytes: usize,
    /// What was found, and in which file.
    finds: BTreeSet<(String, String)>,
}

/// Every byte of every file on a laptop, and every name.
fn scan(laptop: &Laptop, wanted: &Wanted) -> Found {
    let mut found = Found {
        files: 0,
        bytes: 0,
        finds: BTreeSet::new(),
    };
    for path in laptop.files() {
        // A file that goes while it is looked for holds nothing any more.
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        found.files += 1;
        found.bytes += bytes.len();
        let name = path
            .strip_prefix(laptop.disk())
            .unwrap()
            .display()
            .to_string();
        for what in wanted
            .names_in(&bytes)
            .into_iter()
            .chain(wanted.names_in(name.as_bytes()))
        {
            found.finds.insert((what.to_owned(), name.clone()));
        }
    }
    found
}
