//! How much memory this program takes (proc(5)).

use std::fs::File;
use std::io::Write;

/// A figure of this process in KiB, as the system counts it.
pub fn memory(what: &str) -> u64 {
    let said = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = said.lines().find(|line| line.starts_with(what)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// From here on the most is counted anew (proc(5), clear_refs).
pub fn forget_peak() {
    let mut file = File::options()
        .write(true)
        .open("/proc/self/clear_refs")
        .unwrap();
    file.write_all(b"5").unwrap();
}
