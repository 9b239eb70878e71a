//! The same journey once more, in a program of its own: as somebody who may not write, or without a keyring.
//!
//! The second program runs one journey by its name. There [`disk`] gives the laptop's disk, and what it
//! [`answer`]s comes back to the first.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Device;

const DISK: &str = "STRONGROOM_APART_DISK";
const ANSWER: &str = "STRONGROOM_APART_ANSWER";

/// In the second program: the disk of the laptop it is to use.
pub fn disk() -> Option<PathBuf> {
    std::env::var_os(DISK).map(PathBuf::from)
}

/// In the second program: says what came of it.
pub fn answer(words: &str) {
    fs::write(std::env::var_os(ANSWER).unwrap(), words).unwrap();
}

/// Runs a journey where no session bus, and so no keyring, can be reached.
pub fn without_a_keyring(laptop: &Device, journey: &str) -> String {
    run(laptop, journey, |program| {
        program
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
            .env_remove("XDG_RUNTIME_DIR");
    })
}

/// Runs a journey as somebody who may read the laptop's disk and not write to it. Whoever may write anywhere (root)
/// lets the second program be nobody.
#[cfg(unix)]
pub fn without_the_right_to_write(laptop: &Device, journey: &str) -> String {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    const NOBODY: u32 = 65_534;
    let place = tempfile::tempdir().unwrap();
    let i_am = place.path().metadata().unwrap().uid();
    let set = |folders: u32, files: u32| {
        for path in everything_in(laptop.disk()) {
            let mode = if path.is_dir() { folders } else { files };
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };

    set(0o555, 0o444);
    let answer = run(laptop, journey, |program| {
        if i_am == 0 {
            program.uid(NOBODY).gid(NOBODY);
        }
    });
    set(0o755, 0o644);
    answer
}

#[cfg(unix)]
fn everything_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(everything_in(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

fn run(laptop: &Device, journey: &str, prepare: impl FnOnce(&mut Command)) -> String {
    let place = tempfile::tempdir().unwrap();
    // A copy, because nobody may not enter every folder that the tests are built in.
    let copy = place.path().join("journeys");
    fs::copy(std::env::current_exe().unwrap(), &copy).unwrap();
    let heard = place.path().join("answer");
    fs::write(&heard, "").unwrap();
    open_to_all(place.path(), 0o755);
    open_to_all(&copy, 0o755);
    open_to_all(&heard, 0o666);

    let mut program = Command::new(&copy);
    program
        .args(["--exact", journey])
        .env(DISK, laptop.disk())
        .env(ANSWER, &heard)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    prepare(&mut program);
    let done = program.output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{said}");
    assert!(said.contains("1 passed"), "no journey is called {journey}");

    fs::read_to_string(heard).unwrap()
}

#[cfg(unix)]
fn open_to_all(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn open_to_all(_path: &Path, _mode: u32) {}
