//! The same office without a window: for scheduled backups, restore drills, verification and tests.
//!
//! It calls the verbs of `app` and nothing else, so that it may do nothing a person at the window could not do. What it
//! prints, takes and exits with is a contract (`docs/cli.md`): scripts stand on it.

mod answer;
mod args;
mod backup;
mod bundle;
mod concerns;
mod demo;
mod desk;
mod files;
mod guidance;
mod intake;
mod log;
mod out;
mod papers;
mod pupils;
mod registers;
mod report;
mod rooms;
mod search;
mod secret;
mod stop;
mod table;
mod users;
mod vault;
mod voice;

use std::process::ExitCode;

use args::{Command, Run};
use voice::Voice;

/// Freed memory is wiped, passwords and accounts with it.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    app::harden_this_process();
    voice::quiet_panics();
    let run = match args::read() {
        Ok(run) => run,
        Err(code) => return code,
    };
    let voice = Voice::new(run.json);
    // A fault nobody foresaw still ends with the number that says so, and with the vault's rooms closed by the unwinding.
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| perform(&run)));
    match done {
        Ok(Ok(answer)) => voice.give(answer),
        Ok(Err(stop)) => voice.complain(&stop),
        Err(_) => ExitCode::from(1),
    }
}

fn perform(run: &Run) -> answer::Outcome {
    match &run.command {
        Command::Vault(command) => vault::perform(run, command),
        Command::Backup(command) => backup::perform(run, command),
        Command::Users(command) => users::perform(run, command),
        Command::Rooms(command) => rooms::perform(run, command),
        Command::Pupils(command) => pupils::perform(run, command),
        Command::Concerns(command) => concerns::perform(run, command),
        Command::Files(command) => files::perform(run, command),
        Command::Chronology(wanted) => papers::chronology(run, wanted),
        Command::Search(wanted) => search::perform(run, wanted),
        Command::Guidance(command) => guidance::perform(command),
        Command::Bundle(command) => bundle::perform(run, command),
        Command::Registers(command) => registers::perform(run, command),
        Command::Log(command) => log::perform(run, command),
        Command::Report(command) => report::perform(run, command),
        Command::Demo(command) => demo::perform(run, command),
    }
}
