//! Other programs, called as processes.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::stop::{Outcome, Stop};

/// A program with its arguments, not yet started.
pub struct Tool {
    name: String,
    command: Command,
}

impl Tool {
    /// A program found on PATH.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        Self {
            name: program.to_string_lossy().into_owned(),
            command: Command::new(program),
        }
    }

    /// The cargo that runs us.
    pub fn cargo<I: AsRef<OsStr>>(words: impl IntoIterator<Item = I>) -> Self {
        let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut tool = Self::new(program).args(words);
        tool.name = String::from("cargo");
        tool
    }

    /// npm, in the window's folder.
    pub fn npm<I: AsRef<OsStr>>(ui: &Path, words: impl IntoIterator<Item = I>) -> Self {
        let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
        Self::new(program).args(words).folder(ui)
    }

    /// Adds arguments.
    pub fn args<I: AsRef<OsStr>>(mut self, words: impl IntoIterator<Item = I>) -> Self {
        self.command.args(words);
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts it in a folder.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Program and arguments, for wrapping in another.
    pub fn words(&self) -> Vec<OsString> {
        std::iter::once(self.command.get_program())
            .chain(self.command.get_args())
            .map(OsStr::to_owned)
            .collect()
    }

    /// Puts this program behind another, which gets it as its last arguments; environment and folder stay.
    pub fn behind(self, outer: Self) -> Self {
        let mut outer = outer.args(self.words());
        outer.name = self.name;
        for (name, value) in self.command.get_envs() {
            match value {
                Some(value) => outer.command.env(name, value),
                None => outer.command.env_remove(name),
            };
        }
        if let Some(folder) = self.command.get_current_dir() {
            outer.command.current_dir(folder);
        }
        outer
    }

    /// Runs it on our terminal and passes on whether it went well.
    pub fn show(mut self) -> Outcome {
        let status = self.command.status().map_err(|error| self.absent(&error))?;
        if status.success() {
            Ok(())
        } else {
            Err(Stop::status(&self.name, status))
        }
    }

    /// Runs it with everything it says written to a file; true when it went well.
    pub fn log(mut self, path: &Path) -> Outcome<bool> {
        let cannot = |error| Stop::disk(format_args!("write {}", path.display()), &error);
        let out = File::create(path).map_err(cannot)?;
        let errors = out.try_clone().map_err(cannot)?;
        self.command.env("NO_COLOR", "1");
        self.command.stdin(Stdio::null()).stdout(out).stderr(errors);
        let status = self.command.status().map_err(|error| self.absent(&error))?;
        Ok(status.success())
    }

    /// Runs it and takes what it prints; what it complains of becomes the reason to stop.
    pub fn text(mut self) -> Outcome<String> {
        self.command.stdin(Stdio::null());
        let output = self.command.output().map_err(|error| self.absent(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = [output.stdout, output.stderr].concat();
        let complaint = String::from_utf8_lossy(&said);
        Err(Stop::new(format!(
            "{} stopped with {}:\n{}",
            self.name,
            output.status,
            complaint.trim_end()
        )))
    }

    /// What it prints, or nothing when it is missing or fails.
    pub fn answer(self) -> Option<String> {
        self.text().ok()
    }

    /// What it prints, however it ends; nothing only when it cannot be started.
    pub fn any_answer(mut self) -> Option<String> {
        self.command.stdin(Stdio::null());
        let output = self.command.output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn absent(&self, error: &std::io::Error) -> Stop {
        if error.kind() == std::io::ErrorKind::NotFound {
            Stop::new(format!(
                "{} is needed and is not on this machine; install it and run this again.",
                self.name
            ))
        } else {
            Stop::new(format!("{} could not be started: {error}.", self.name))
        }
    }
}
