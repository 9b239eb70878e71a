//! The system's own boxes, which no driver of pages knows of: keys from the X server.

use std::process::Command;

use super::{LONGEST, Laptop, until};

impl Laptop {
    /// Writes a place into the box that asks where something should go, and says yes.
    pub fn name_in_the_systems_box(&self, place: &str) {
        let mut asking = String::new();
        let came = until(LONGEST, || {
            // The box is the newest window that is not ours.
            let all = self.tool(&["search", "--onlyvisible", "--name", "Save"]);
            asking = all
                .unwrap_or_default()
                .lines()
                .last()
                .unwrap_or_default()
                .to_owned();
            !asking.is_empty()
        });
        assert!(came, "no box asks where it should go");
        self.tool(&["windowfocus", "--sync", &asking]).unwrap();
        self.tool(&["key", "--clearmodifiers", "ctrl+a"]).unwrap();
        self.tool(&["type", "--delay", "8", place]).unwrap();
        self.tool(&["key", "--clearmodifiers", "Return"]).unwrap();
    }

    fn tool(&self, words: &[&str]) -> Option<String> {
        let done = Command::new("xdotool")
            .args(words)
            .env("DISPLAY", self.display())
            .output()
            .expect("xdotool is needed: apt-get install xdotool");
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        done.status.success().then_some(said)
    }
}
