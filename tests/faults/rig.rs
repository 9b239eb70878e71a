//! The other program, the libraries that stand between it and the system, and folders to work in.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

/// A folder that goes with its test; in memory where the system offers that, because thousands of images pass
/// through it. Everything in it is invented.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() {
        memory
    } else {
        Path::new(env!("CARGO_TARGET_TMPDIR"))
    };
    tempfile::Builder::new()
        .prefix("strongroom-faults-")
        .tempdir_in(place)
        .unwrap()
}

/// The other program with its work.
pub fn worker<W: AsRef<OsStr>>(words: impl IntoIterator<Item = W>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fault-worker"));
    command.args(words);
    command
}

/// The library that watches one folder's files.
pub fn disk_shim() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| built("disk"))
}

/// The library that ends a program which asks for the network.
pub fn network_shim() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| built("network"))
}

/// Compiled with the system's own compiler, under a name of this process so that two runs do not meet.
fn built(name: &str) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("faults/shim")
        .join(format!("{name}.c"));
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let half = place.join(format!("{name}-{}.so", std::process::id()));
    let done = Command::new("cc")
        .args([
            "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o",
        ])
        .arg(&half)
        .arg(&source)
        .args(["-ldl", "-lpthread"])
        .output()
        .expect("a C compiler");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let library = place.join(format!("strongroom-{name}.so"));
    std::fs::rename(&half, &library).unwrap();
    library
}
