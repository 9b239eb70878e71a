//! A run of named, timed steps whose output goes to files: a calm screen while all is well, the end of the file when not.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::house::{self, House};
use crate::say;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// How much of a failed step's file is shown.
const TAIL: usize = 80;

/// The steps done so far.
pub struct Steps<'a> {
    house: &'a House,
    started: Instant,
    done: Vec<(String, Duration)>,
}

impl<'a> Steps<'a> {
    /// No step done yet.
    pub fn new(house: &'a House) -> Self {
        Self {
            house,
            started: Instant::now(),
            done: Vec::new(),
        }
    }

    /// One program as one step. Returns the file with all it said.
    pub fn tool(&mut self, name: &str, tool: Tool) -> Outcome<PathBuf> {
        let path = self.log_path(name)?;
        let began = self.begin(name);
        let went_well = tool.log(&path);
        self.end(name, began, matches!(went_well, Ok(true)));
        if went_well? {
            Ok(path)
        } else {
            Err(self.failed(name, &path))
        }
    }

    /// Work of our own as one step; an empty list of findings is a pass.
    pub fn look(&mut self, name: &str, look: impl FnOnce() -> Outcome<Vec<String>>) -> Outcome {
        let began = self.begin(name);
        let findings = look();
        self.end(name, began, findings.as_ref().is_ok_and(Vec::is_empty));
        let findings = findings?;
        if findings.is_empty() {
            return Ok(());
        }
        let list = findings
            .iter()
            .map(|finding| format!("  {finding}"))
            .collect::<Vec<_>>()
            .join("\n");
        Err(Stop::new(format!(
            "{name} found {}:\n{list}",
            counted(findings.len(), "thing")
        )))
    }

    /// Names every step with its time, once, at the end.
    pub fn summary(&self, closing: &str) {
        say::line("");
        for (name, time) in &self.done {
            say::line(&format!("  {:>8}  {name}", spoken(*time)));
        }
        say::line(&format!(
            "{closing} {}, {}.",
            counted(self.done.len(), "step"),
            spoken(self.started.elapsed())
        ));
    }

    fn log_path(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.house.target.join("steps");
        house::make_folder(&folder)?;
        let plain = name.chars().map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        });
        Ok(folder.join(format!("{}.log", plain.collect::<String>())))
    }

    fn begin(&self, name: &str) -> Instant {
        say::begin(&format!("{name} ... "));
        Instant::now()
    }

    fn end(&mut self, name: &str, began: Instant, went_well: bool) {
        let time = began.elapsed();
        say::line(&if went_well {
            spoken(time)
        } else {
            format!("failed after {}", spoken(time))
        });
        self.done.push((name.to_owned(), time));
    }

    fn failed(&self, name: &str, path: &std::path::Path) -> Stop {
        let text = std::fs::read(path).unwrap_or_default();
        let text = plain(&String::from_utf8_lossy(&text));
        let lines: Vec<&str> = text.lines().collect();
        let tail = lines
            .iter()
            .skip(lines.len().saturating_sub(TAIL))
            .copied()
            .collect::<Vec<_>>()
            .join("\n");
        Stop::new(format!(
            "{tail}\n\n{name} failed. All it said is in {}.",
            self.house.name_of(path)
        ))
    }
}

/// Text without the colours some programs send even to a file.
fn plain(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |done, piece| {
        let end = piece
            .find(|c: char| c.is_ascii_alphabetic())
            .map_or(piece.len(), |at| at + 1);
        done + piece.get(end..).unwrap_or_default()
    })
}

/// A span of time as people say it.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else if seconds >= 10 {
        format!("{seconds} s")
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

fn counted(number: usize, what: &str) -> String {
    if number == 1 {
        format!("one {what}")
    } else {
        format!("{number} {what}s")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{plain, spoken};

    #[test]
    fn colours_are_taken_out_and_words_stay() {
        assert_eq!(
            plain("a \u{1b}[38;5;249mred\u{1b}[0m\u{1b}(B word\u{1b}["),
            "a red word"
        );
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        assert_eq!(spoken(Duration::from_millis(340)), "0.3 s");
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }
}
