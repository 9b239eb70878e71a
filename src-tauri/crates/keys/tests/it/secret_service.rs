//! The system's keyring on Linux, in real sessions of its own: a Secret Service that is unlocked, locked,
//! not set up, or not there. Each session is a child process with its own bus, folders and keyring daemon.

use std::path::Path;
use std::process::Command;

use keys::device::LONGEST_NOTE;
use keys::{Keyring, KeysError, VaultId};
use rand_core::OsRng;
use tempfile::TempDir;

use crate::kit::ASHA;

const VAULT: VaultId = VaultId([0x5e; 16]);

/// Where a child writes what it saw; without it this binary is not a child.
const REPORT: &str = "STRONGROOM_KEYRING_REPORT";

fn name<T>(result: &Result<T, KeysError>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(KeysError::NoService) => "no service",
        Err(KeysError::Locked) => "locked",
        Err(KeysError::SecretMissing) => "missing",
        Err(KeysError::SecretThere) => "there",
        Err(_) => "broken",
    }
}

/// Tells the child to forget what an earlier one has kept.
const FORGET: &str = "STRONGROOM_KEYRING_FORGET";

/// The child: does everything once and says how it went.
#[test]
#[ignore = "a child of the tests below"]
fn child() {
    let Some(report) = std::env::var_os(REPORT) else {
        return;
    };
    let keyring = Keyring::Os;
    if std::env::var_os(FORGET).is_some() {
        let seen = [
            name(&keyring.load(VAULT)),
            name(&keyring.forget(VAULT)),
            name(&keyring.load(VAULT)),
            name(&keyring.forget(VAULT)),
        ];
        std::fs::write(report, seen.join(", ")).unwrap();
        return;
    }

    let mut seen = vec![
        name(&keyring.load(VAULT)),
        name(&keyring.make(VAULT, &mut OsRng)),
        name(&keyring.load(VAULT)),
        name(&keyring.make(VAULT, &mut OsRng)),
    ];
    let note = vec![9; LONGEST_NOTE];
    seen.push(name(&keyring.note_put(VAULT, ASHA, &note)));
    seen.push(match keyring.note_get(VAULT, ASHA) {
        Ok(Some(kept)) if *kept == note => "kept",
        Ok(Some(_)) => "another",
        Ok(None) => "none",
        Err(_) => "refused",
    });
    std::fs::write(report, seen.join(", ")).unwrap();
}

/// Runs the child with these words before it, in folders of its own.
fn session(home: &Path, before: &[&str]) -> String {
    let report = home.join("report");
    let run = home.join("run");
    std::fs::create_dir_all(&run).unwrap();
    restrict(&run);

    let mut words: Vec<&str> = before.to_vec();
    let this = std::env::current_exe().unwrap();
    words.extend([
        this.to_str().unwrap(),
        "--exact",
        "secret_service::child",
        "--ignored",
    ]);
    let log = std::fs::File::create(home.join("log")).unwrap();
    let status = Command::new(words[0])
        .args(&words[1..])
        .env(REPORT, &report)
        .env("XDG_RUNTIME_DIR", &run)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env_remove("DISPLAY")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .status()
        .unwrap();
    assert!(status.success(), "{before:?}");
    std::fs::read_to_string(report).unwrap()
}

fn restrict(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).unwrap();
}

/// A bus with a keyring daemon that is given this password.
fn with_daemon(home: &Path, password: &str) -> String {
    with_daemon_and(home, password, "")
}

/// The same, and the child forgets.
fn forgetting(home: &Path, password: &str) -> String {
    with_daemon_and(home, password, &format!("export {FORGET}=1; "))
}

fn with_daemon_and(home: &Path, password: &str, first: &str) -> String {
    let script = format!(
        "{first}printf '{password}' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; \"$@\""
    );
    session(
        home,
        &["dbus-run-session", "--", "bash", "-c", &script, "session"],
    )
}

#[test]
fn without_a_session_bus_there_is_no_service() {
    let home = TempDir::new().unwrap();

    let seen = session(home.path(), &["env"]);

    assert_eq!(
        seen,
        "no service, no service, no service, no service, no service, refused"
    );
}

#[test]
#[ignore = "needs a Secret Service; run by cargo xtask test"]
fn an_unlocked_keyring_keeps_the_secret_into_the_next_session_and_a_locked_one_says_so() {
    let home = TempDir::new().unwrap();

    let first = with_daemon(home.path(), "right");
    let next = with_daemon(home.path(), "right");
    let locked = with_daemon(home.path(), "wrong");
    let forgotten = forgetting(home.path(), "right");

    assert_eq!(first, "missing, ok, ok, there, ok, kept");
    assert_eq!(next, "ok, there, ok, there, ok, kept");
    assert_eq!(locked, "locked, locked, locked, locked, locked, refused");
    assert_eq!(forgotten, "ok, ok, missing, ok");
}

#[test]
#[ignore = "needs a Secret Service; run by cargo xtask test"]
fn a_keyring_that_was_reset_or_never_set_up_is_not_taken_for_a_wrong_password() {
    let home = TempDir::new().unwrap();
    with_daemon(home.path(), "right");
    std::fs::remove_dir_all(home.path().join("data/keyrings")).unwrap();

    let reset = with_daemon(home.path(), "right");
    let script = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; \"$@\"";
    let bare = TempDir::new().unwrap();
    let never = session(
        bare.path(),
        &["dbus-run-session", "--", "bash", "-c", script, "session"],
    );

    assert_eq!(reset, "missing, ok, ok, there, ok, kept");
    assert_eq!(never, "missing, locked, missing, locked, locked, none");
}
