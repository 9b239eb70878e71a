//! Strongroom never calls anybody.

use std::process::{Command, Stdio};

use crate::laptop::Laptop;
use crate::luck::seed;
use crate::rig::{network_shim, worker};

/// The signal by which the kernel ends a program that makes a forbidden call.
const FORBIDDEN_CALL: i32 = 31;

#[test]
fn a_whole_journey_asks_for_no_socket_to_another_computer() {
    let laptop = Laptop::new();
    let done = laptop
        .journey(seed("network"), false)
        .env("LD_PRELOAD", network_shim())
        .output()
        .unwrap();

    assert!(
        done.status.success(),
        "{:?}: {}",
        done.status,
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(
        done.stdout.ends_with(b"locked\n"),
        "it did not come to its end"
    );
}

#[test]
fn a_program_that_does_is_ended_so_the_proof_can_fail() {
    use std::os::unix::process::ExitStatusExt;
    let free = worker(["reach-out"]).output().unwrap();
    let watched = worker(["reach-out"])
        .env("LD_PRELOAD", network_shim())
        .output()
        .unwrap();

    assert_eq!(free.stdout, b"reached out\n");
    assert_eq!(watched.status.signal(), Some(FORBIDDEN_CALL));
}

#[test]
fn a_whole_journey_works_on_a_computer_without_a_network_and_writes_only_where_it_should() {
    let laptop = Laptop::new();
    let journey = laptop.journey(seed("trace"), false);
    if !apart(Command::new("true"))
        .status()
        .is_ok_and(|done| done.success())
    {
        println!(
            "no space without a network can be had here, or there is no strace; the test above has to do"
        );
        return;
    }
    let trace = laptop.disk().with_extension("trace");
    let mut traced = Command::new("strace");
    traced
        .args([
            "-f",
            "-qq",
            "-y",
            "-e",
            "trace=network,open,openat,openat2,creat",
            "-o",
        ])
        .arg(&trace)
        .arg(journey.get_program())
        .args(journey.get_args());
    let done = laptop
        .at_home(apart(traced))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let calls = std::fs::read_to_string(&trace).unwrap();
    std::fs::remove_file(&trace).unwrap();

    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(calls.lines().count() > 100, "hardly anything was traced");
    let inet = calls
        .lines()
        .filter(|call| call.contains("AF_INET"))
        .count();
    assert_eq!(inet, 0, "sockets to other computers");
    let here = format!("\"{}/", laptop.disk().display());
    let strays: Vec<&str> = calls
        .lines()
        .filter(|call| {
            ["O_WRONLY", "O_RDWR", "O_CREAT", "creat("]
                .iter()
                .any(|how| call.contains(how))
        })
        .filter(|call| !call.contains(" = -1 "))
        .filter(|call| {
            !call.contains(&here)
                && !call.contains("\"/dev/stdout\"")
                && !call.contains("\"/dev/null\"")
        })
        .collect();
    assert!(strays.is_empty(), "written elsewhere: {strays:#?}");
    println!(
        "{} calls traced, 0 sockets to other computers, 0 files outside",
        calls.lines().count()
    );
}

/// A program in a space of its own, in which there is no network at all.
fn apart(program: Command) -> Command {
    let mut apart = Command::new("unshare");
    apart.args(["--user", "--map-root-user", "--net"]);
    apart.arg(program.get_program()).args(program.get_args());
    apart
}
