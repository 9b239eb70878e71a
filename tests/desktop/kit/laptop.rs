//! A laptop: folders, a screen, and programs that believe nothing else exists.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::Window;
use super::display::Display;

/// A laptop with nothing on it yet. It goes with its journey; what it wrote about itself stays in `out`.
pub struct Laptop {
    /// Where the logs and pictures of this journey are.
    pub out: PathBuf,
    display: Display,
    disk: TempDir,
    printer: TempDir,
}

impl Laptop {
    /// Named after the journey that uses it.
    pub fn new() -> Self {
        let journey = std::thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
        let out = driven_program()
            .parent()
            .expect("the driven window lies in a folder")
            .join(journey);
        let _ = fs::remove_dir_all(&out);
        fs::create_dir_all(&out).unwrap();
        let disk = tempfile::tempdir().unwrap();
        for folder in ["home", "data", "config", "cache", "state", "tmp"] {
            fs::create_dir(disk.path().join(folder)).unwrap();
        }
        // A caret that blinks would make every two pictures of a page differ.
        let gtk = disk.path().join("config/gtk-3.0");
        fs::create_dir(&gtk).unwrap();
        fs::write(
            gtk.join("settings.ini"),
            "[Settings]\ngtk-cursor-blink=false\n",
        )
        .unwrap();
        Self {
            out,
            display: Display::new(),
            disk,
            printer: tempfile::tempdir().unwrap(),
        }
    }

    /// Everything a program on it may write to.
    pub fn disk(&self) -> &Path {
        self.disk.path()
    }

    /// Where the system's print server would be; what lies there is not the laptop's disk.
    pub fn printer(&self) -> &Path {
        self.printer.path()
    }

    /// Where the window keeps the vault.
    pub fn vault(&self) -> PathBuf {
        self.disk.path().join("data/org.strongroom.desk/vault")
    }

    /// Where the window keeps the school one practises in.
    pub fn practice(&self) -> PathBuf {
        self.disk.path().join("data/org.strongroom.desk/practice")
    }

    /// The screen's name.
    pub fn display(&self) -> &str {
        self.display.name()
    }

    /// Opens Strongroom's window, driven. The door or the first page is not waited for.
    pub fn open_window(&self) -> Window {
        Window::open(self)
    }

    /// Starts a program on this laptop; what it says goes to a file of this name in `out`. It ends with the journey
    /// at the latest.
    pub fn start(&self, log: &str, program: &Path, words: &[&str]) -> Child {
        let path = self.out.join(log);
        let out = File::create(&path).unwrap();
        let errors = out.try_clone().unwrap();
        Command::new("setpriv")
            .args(["--pdeathsig", "KILL"])
            .arg(program)
            .args(words)
            .envs(self.surroundings())
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("STRONGROOM_VAULT")
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(errors)
            .spawn()
            .unwrap_or_else(|error| panic!("{} could not be started: {error}", program.display()))
    }

    fn surroundings(&self) -> Vec<(&'static str, OsString)> {
        let at = |folder: &str| self.disk.path().join(folder).into_os_string();
        vec![
            ("DISPLAY", self.display.name().into()),
            ("GDK_BACKEND", "x11".into()),
            ("HOME", at("home")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_STATE_HOME", at("state")),
            ("TMPDIR", at("tmp")),
            ("CUPS_SERVER", self.printer.path().join("sock").into()),
            ("LC_ALL", "C.UTF-8".into()),
            ("TZ", "Europe/London".into()),
        ]
    }
}

/// The window that a driver may enter, as `cargo xtask test desktop` builds it.
pub fn driven_program() -> PathBuf {
    let named = std::env::var_os("STRONGROOM_BIN")
        .expect("STRONGROOM_BIN names no window; run cargo xtask test desktop");
    let path = PathBuf::from(named);
    assert!(
        path.is_absolute() && path.is_file(),
        "STRONGROOM_BIN is not a program with its whole path"
    );
    path
}
