//! Hands on a keyboard that no driver knows of: the window as it ships, with keys from the X server.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::Duration;

use super::laptop::driven_program;
use super::{LONGEST, Laptop, Process, until};

/// Between two keys, in milliseconds.
const PACE: &str = "8";
/// A screen that has not changed for so long has been drawn.
const STILL: Duration = Duration::from_millis(400);

/// The window as it ships, and somebody who only has a keyboard.
pub struct Typist {
    display: String,
    out: PathBuf,
    program: Child,
}

impl Typist {
    /// Starts the window and takes the keyboard.
    pub fn start(laptop: &Laptop) -> Self {
        let program = laptop.start("as-it-ships.log", &as_it_ships(laptop), &[]);
        let mut typist = Self {
            display: laptop.display().to_owned(),
            out: laptop.out.clone(),
            program,
        };
        typist.take_keyboard();
        typist
    }

    /// Waits for the window and gives it the keyboard, which nobody else does without a window manager.
    pub fn take_keyboard(&mut self) {
        let came = until(LONGEST, || {
            self.tool(&["search", "--onlyvisible", "--name", "^Strongroom"])
                .and_then(|ids| ids.lines().last().map(str::to_owned))
                .is_some_and(|id| {
                    self.tool(&["windowfocus", "--sync", &id]).is_some()
                        && self.tool(&["mousemove", "1390", "890"]).is_some()
                })
        });
        assert!(
            came,
            "no window came; the program: {:?}",
            self.program.try_wait()
        );
        self.sees_the_door();
    }

    /// Presses a key, or several together, such as `ctrl+l`.
    pub fn key(&self, chord: &str) {
        self.tool(&["key", "--clearmodifiers", chord]).unwrap();
    }

    /// Types.
    pub fn types(&self, text: &str) {
        self.tool(&["type", "--delay", PACE, text]).unwrap();
    }

    /// Does something and waits until it has been drawn.
    pub fn draws(&self, act: impl FnOnce()) {
        let before = self.screen();
        act();
        assert!(
            until(LONGEST, || self.screen() != before),
            "nothing was drawn"
        );
        self.settles();
    }

    /// Waits until the screen stands still.
    pub fn settles(&self) {
        let still = until(LONGEST, || {
            let before = self.screen();
            std::thread::sleep(STILL);
            self.screen() == before
        });
        assert!(still, "the screen never stood still");
    }

    /// The program.
    pub fn process(&self) -> Process {
        Process(self.program.id())
    }

    /// A picture of the whole screen, for whoever looks after a run.
    pub fn picture(&self, name: &str) {
        let to = self.out.join(format!("{name}.png"));
        let _ = self.import().arg(to).status();
    }

    /// Ends the program as the end of a session does.
    pub fn ends_the_program(&mut self) {
        let id = self.program.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        let ended = until(LONGEST, || {
            self.program.try_wait().is_ok_and(|end| end.is_some())
        });
        assert!(ended, "the program does not end when it is asked to");
    }

    /// Waits for the door.
    pub fn sees_the_door(&self) {
        assert!(
            until(LONGEST, || self.is_at_the_door()),
            "the door is not shown"
        );
        self.settles();
    }

    /// Waits for a page inside.
    pub fn is_let_in(&self) {
        assert!(
            until(2 * LONGEST, || !self.is_at_the_door()),
            "the door stays shut"
        );
        self.settles();
    }

    /// The door has a large keyhole in the colour of the lamp; the pages inside have a small one.
    fn is_at_the_door(&self) -> bool {
        const LAMP: [u8; 3] = [0xF2, 0xB5, 0x45];
        let lit = self
            .screen()
            .chunks_exact(3)
            .filter(|dot| *dot == LAMP)
            .count();
        lit > 5000
    }

    fn screen(&self) -> Vec<u8> {
        self.import()
            .arg("rgb:-")
            .output()
            .map(|done| done.stdout)
            .unwrap_or_default()
    }

    fn import(&self) -> Command {
        let mut import = Command::new("import");
        import
            .args(["-window", "root", "-depth", "8"])
            .env("DISPLAY", &self.display);
        import
    }

    fn tool(&self, words: &[&str]) -> Option<String> {
        let done = Command::new("xdotool")
            .args(words)
            .env("DISPLAY", &self.display)
            .output()
            .expect("xdotool could not be started");
        done.status
            .success()
            .then(|| String::from_utf8_lossy(&done.stdout).into_owned())
    }
}

impl Drop for Typist {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.picture("stopped-here");
        }
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The window exactly as it ships, incognito. The driven one is another program, so this one is built here.
fn as_it_ships(laptop: &Laptop) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let log = laptop.out.join("built.log");
    let out = std::fs::File::create(&log).unwrap();
    let built = Command::new(cargo)
        .args(["build", "--locked", "-p", "strongroom"])
        .env_remove("TAURI_CONFIG")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .stdout(out.try_clone().unwrap())
        .stderr(out)
        .status()
        .expect("cargo could not be started");
    assert!(
        built.success(),
        "the window could not be built:\n{}",
        std::fs::read_to_string(&log).unwrap_or_default()
    );
    let target = driven_program();
    let target = target
        .ancestors()
        .nth(2)
        .expect("the driven window lies in the target folder");
    // A copy of its own, which no other build takes away.
    let own = laptop.out.join("as-it-ships");
    std::fs::copy(target.join("debug/strongroom"), &own).unwrap();
    own
}
