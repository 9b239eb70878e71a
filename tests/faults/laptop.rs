//! A laptop of its own for one journey: every folder a program might write to stands below one.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use tempfile::TempDir;

use crate::rig::{folder, worker};

/// Its disk.
pub struct Laptop {
    dir: TempDir,
}

impl Laptop {
    /// With nothing on it.
    pub fn new() -> Self {
        let laptop = Self { dir: folder() };
        for name in ["home", "tmp", "data", "config", "cache", "state", "runtime"] {
            std::fs::create_dir(laptop.disk().join(name)).unwrap();
        }
        laptop
    }

    /// Everything on it.
    pub fn disk(&self) -> &Path {
        self.dir.path()
    }

    /// The journey, ready to be started on it.
    pub fn journey(&self, seed: u64, waits: bool) -> Command {
        let seed = seed.to_string();
        let waits = if waits { "waits" } else { "goes on" };
        self.at_home(worker([
            "journey".as_ref(),
            self.disk().as_os_str(),
            seed.as_ref(),
            waits.as_ref(),
        ]))
    }

    /// A program with all its folders here.
    pub fn at_home(&self, mut program: Command) -> Command {
        let at = |name: &str| self.disk().join(name);
        program
            .current_dir(at("home"))
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", at("home"))
            .env("TMPDIR", at("tmp"))
            .env("XDG_DATA_HOME", at("data"))
            .env("XDG_CONFIG_HOME", at("config"))
            .env("XDG_CACHE_HOME", at("cache"))
            .env("XDG_STATE_HOME", at("state"))
            .env("XDG_RUNTIME_DIR", at("runtime"));
        program
    }

    /// Every file on it.
    pub fn files(&self) -> Vec<PathBuf> {
        let (mut files, mut folders) = (Vec::new(), vec![self.disk().to_owned()]);
        while let Some(next) = folders.pop() {
            for entry in std::fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files
    }
}

/// A program that says lines and goes on when told to.
pub struct Running {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Running {
    /// Starts it.
    pub fn start(mut program: Command) -> Self {
        let mut child = program
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            to: child.stdin.take().unwrap(),
            from: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// Its number.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// What it says up to and with a line, that line left out.
    pub fn until(&mut self, line: &str) -> Vec<String> {
        let mut said = Vec::new();
        loop {
            let mut next = String::new();
            assert!(
                self.from.read_line(&mut next).unwrap() > 0,
                "it ended before saying {line}"
            );
            if next.trim_end() == line {
                return said;
            }
            said.push(next.trim_end().to_owned());
        }
    }

    /// Lets it go on.
    pub fn go_on(&mut self) {
        self.to.write_all(b".").unwrap();
    }

    /// It ends by itself, and well.
    pub fn ends_well(mut self) {
        assert!(self.child.wait().unwrap().success());
    }

    /// It is killed.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
