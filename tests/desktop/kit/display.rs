//! An invisible screen for one journey, so that no other window takes the keyboard from it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A screen, gone with its journey.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// A screen that a window of 1366 by 768 fits on.
    pub fn new() -> Self {
        let mut server = Command::new("setpriv")
            .args(["--pdeathsig", "KILL", "Xvfb", "-displayfd", "1"])
            .args(["-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            // Without it the server starts over whenever its last guest leaves, and turns away whoever comes just then.
            .arg("-noreset")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb could not be started");
        let mut number = String::new();
        // It says its number when it is ready.
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        assert!(!number.trim().is_empty(), "Xvfb found no free display");
        let name = format!(":{}", number.trim());
        Self { server, name }
    }

    /// What DISPLAY is set to.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
