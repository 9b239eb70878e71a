//! Other processes, as /proc tells of them.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

/// A process by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Process(pub u32);

impl Process {
    /// Whether it still runs; one that has ended and waits to be buried does not. While one of its threads is
    /// ending it still holds its files and their locks, though its first thread is buried already.
    pub fn is_alive(self) -> bool {
        let Ok(stat) = fs::read_to_string(format!("/proc/{}/stat", self.0)) else {
            return false;
        };
        let threads = fs::read_dir(format!("/proc/{}/task", self.0)).map_or(0, Iterator::count);
        let buried = stat
            .rsplit_once(") ")
            .is_none_or(|(_, rest)| rest.starts_with('Z'));
        !buried || threads > 1
    }

    /// Everything it started, and what that started.
    pub fn descendants(self) -> Vec<Process> {
        let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
            .unwrap()
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter_map(|id| Some((id, parent_of(id)?)))
            .collect();
        let mut family = vec![self.0];
        let mut at = 0;
        while let Some(one) = family.get(at).copied() {
            family.extend(
                parents
                    .iter()
                    .filter(|(_, parent)| *parent == one)
                    .map(|(id, _)| *id),
            );
            at += 1;
        }
        family.into_iter().skip(1).map(Process).collect()
    }

    /// Those among them that draw a page.
    pub fn pages(self) -> Vec<Process> {
        self.descendants()
            .into_iter()
            .filter(|process| {
                // The kernel keeps fifteen letters of a name.
                fs::read_to_string(format!("/proc/{}/comm", process.0))
                    .is_ok_and(|name| name.trim() == "WebKitWebProces")
            })
            .collect()
    }

    /// Ends it at once.
    pub fn kill(self) {
        let _ = Command::new("kill")
            .args(["-KILL", &self.0.to_string()])
            .status();
    }
}

fn parent_of(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
}

/// Looks until it is so; false when it was not so in time.
pub fn until(longest: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + longest;
    loop {
        if is_so() {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
