//! The other program of the fault tests: it writes until it is killed, cut off or refused. It says what it has done in
//! a file of acknowledgements, one number after each write that returned, past every buffer of its own.
#![cfg_attr(not(target_os = "linux"), allow(dead_code, unused_imports))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a worker that cannot go on stops, and its test sees that"
)]

#[path = "../both/mod.rs"]
mod both;
mod desk_refused;
mod journey;
#[path = "../judge.rs"]
mod judge;
mod office;
mod refused;
mod room;
mod rows;

use both::control::Control;
use desk_refused::Disk;

/// As in the program itself: freed memory is wiped.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["room", folder, seed, from, until, sitting, acks] => room::write(
            folder.as_ref(),
            seed.parse().unwrap(),
            from.parse().unwrap()..until.parse().unwrap(),
            sitting.parse().unwrap(),
            acks.as_ref(),
        ),
        ["bare", folder, seed, until, synchronous, acks] => rows::write(
            folder.as_ref(),
            seed.parse().unwrap(),
            until.parse().unwrap(),
            synchronous,
            acks.as_ref(),
        ),
        ["office", place, seed, from, until, changes, days, acks] => office::work(
            place.as_ref(),
            seed.parse().unwrap(),
            from.parse().unwrap()..until.parse().unwrap(),
            changes.parse().unwrap(),
            days.parse().unwrap(),
            acks.as_ref(),
        ),
        ["journey", place, seed, waits] => {
            journey::run(place.as_ref(), seed.parse().unwrap(), *waits == "waits");
        }
        ["reach-out"] => journey::reach_out(),
        ["refused", place, seed, control, how, points] => refused::run(
            place.as_ref(),
            seed.parse().unwrap(),
            control.as_ref(),
            how,
            points.parse().unwrap(),
        ),
        ["desk", place, seed, disk, how, points] => {
            let (seed, points) = (seed.parse().unwrap(), points.parse().unwrap());
            let given = |disk: &str| match disk.strip_prefix("filler:") {
                Some(filler) => Disk::Small(filler.into()),
                None => Disk::Shim(Control::at(disk.as_ref())),
            };
            match *how {
                "full" => desk_refused::full(place.as_ref(), seed, &given(disk), points),
                "create" => desk_refused::create(place.as_ref(), seed, &given(disk), points),
                "input-output" => {
                    let control = Control::at(disk.as_ref());
                    desk_refused::input_output(place.as_ref(), seed, &control, points);
                }
                other => panic!("there is no disk that is {other}"),
            }
        }
        other => panic!("there is no work called {:?}", other.first()),
    }
}
