//! The rising delay.

use std::fs;

use keys::throttle::{FILE, Throttle};
use tempfile::TempDir;

use crate::kit::{VAULT, another_computer};

const NOON: u64 = 1_790_000_000;

#[test]
fn failures_survive_a_restart_and_success_forgets_them() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let restart = |now| Throttle::read(folder.path(), VAULT, &device, now);
    let mut throttle = Throttle::begin(folder.path(), VAULT, &device).unwrap();

    assert_eq!(throttle.failed(NOON).unwrap(), 0);
    assert_eq!(throttle.failed(NOON).unwrap(), 2);
    assert_eq!(restart(NOON).failed(NOON).unwrap(), 4);

    let mut throttle = restart(NOON + 1);
    assert_eq!((throttle.failures(), throttle.wait(NOON + 1)), (3, 3));
    assert_eq!(throttle.wait(NOON + 4), 0);
    throttle.succeeded().unwrap();
    assert_eq!(restart(NOON + 5).failures(), 0);
}

#[test]
fn a_clock_set_back_does_not_shorten_the_wait() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let mut throttle = Throttle::begin(folder.path(), VAULT, &device).unwrap();
    for _ in 0..6 {
        throttle.failed(NOON).unwrap();
    }

    let yesterday = NOON - 86_400;
    assert_eq!(throttle.wait(yesterday), 32);
    let restarted = Throttle::read(folder.path(), VAULT, &device, yesterday);
    assert_eq!(restarted.wait(yesterday), 32);
    // And it is a wait, not a lock-out: it passes by the clock there is.
    assert_eq!(restarted.wait(yesterday + 32), 0);
    let again = Throttle::read(folder.path(), VAULT, &device, yesterday + 10);
    assert_eq!(again.wait(yesterday + 10), 22);
}

#[test]
fn a_file_taken_away_or_altered_counts_as_five_failures() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let path = folder.path().join(FILE);
    let read = || Throttle::read(folder.path(), VAULT, &device, NOON);

    let missing = read();
    assert_eq!((missing.failures(), missing.wait(NOON)), (5, 16));

    Throttle::begin(folder.path(), VAULT, &device).unwrap();
    let mut throttle = read();
    for _ in 0..9 {
        throttle.failed(NOON).unwrap();
    }
    let text = fs::read_to_string(&path).unwrap();
    for altered in [
        text.replace("\"failures\":9", "\"failures\":0"),
        String::new(),
    ] {
        fs::write(&path, altered).unwrap();
        assert_eq!(read().failures(), 5);
    }
    fs::write(&path, text).unwrap();
    let elsewhere = Throttle::read(folder.path(), VAULT, &another_computer(), NOON);
    assert_eq!(elsewhere.failures(), 5);
}

#[test]
fn what_cannot_be_kept_is_still_counted() {
    let (folder, device) = (TempDir::new().unwrap(), another_computer());
    let mut throttle = Throttle::begin(folder.path(), VAULT, &device).unwrap();
    drop(folder);

    assert!(throttle.failed(NOON).is_err());
    assert!(throttle.failed(NOON).is_err());

    assert_eq!((throttle.failures(), throttle.wait(NOON)), (2, 2));
}
