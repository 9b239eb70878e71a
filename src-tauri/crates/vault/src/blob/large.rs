//! A file of the largest size goes in and out, and memory does not grow with it.

use std::io;

use super::{BlobReader, BlobWriter, MAX_BLOB_BYTES};
use crate::folder::testkit::{Dice, Place};

/// How many bytes the run in a process of its own takes; the largest file where nothing is said.
const HOW_MANY: &str = "STRONGROOM_BLOB_BYTES";
/// What going in and out may add to the process at its largest: buffers, the program's own pages, nothing of the file.
const MOST_GROWTH: u64 = 16 << 20;
const PIECE: usize = 1 << 20;

/// The most memory this process ever held.
#[cfg(target_os = "linux")]
fn largest() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
    kilobytes.parse::<u64>().unwrap() * 1024
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "eight gibibytes in and out: minutes, and as much room on the disk"]
fn a_file_of_the_largest_size_goes_in_and_out_in_bounded_memory() {
    let bytes = std::env::var(HOW_MANY).map_or(MAX_BLOB_BYTES, |said| said.parse().unwrap());
    let place = Place::new();
    let folder = place.folder();
    let piece: Vec<u8> = (0..PIECE).map(|place| (place % 241) as u8).collect();
    let before = largest();

    let mut writer = BlobWriter::begin(&folder, &mut Dice::new(5)).unwrap();
    for _ in 0..bytes / PIECE as u64 {
        writer.write(&piece).unwrap();
    }
    let made = writer.finish().unwrap();
    let open = || BlobReader::open(&folder, &made.hash, made.len, &made.key).unwrap();
    let copied = open().copy_to(&mut io::sink(), &made.plain_sha256, &mut |_| true);
    let last = open().piece(bytes - PIECE as u64, PIECE).unwrap();
    let grown = largest() - before;

    assert_eq!(copied, Ok(bytes));
    assert_eq!(made.plain_len, bytes);
    assert_eq!(*last, piece);
    assert!(grown < MOST_GROWTH, "memory grew by {grown} bytes");
}

/// In a process of its own, because what other tests hold would be counted too.
#[cfg(target_os = "linux")]
#[test]
fn a_file_of_many_chunks_goes_in_and_out_in_bounded_memory() {
    let this = std::env::current_exe().unwrap();
    let alone = "blob::large::a_file_of_the_largest_size_goes_in_and_out_in_bounded_memory";

    let run = std::process::Command::new(this)
        .args(["--exact", alone, "--ignored"])
        .env(HOW_MANY, (64 << 20).to_string())
        .output()
        .unwrap();

    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}
