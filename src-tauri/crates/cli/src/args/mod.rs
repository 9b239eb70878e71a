//! The command line: what can be asked, and how it is read.

mod bundle;
mod day;
mod guidance;
mod log;
mod papers;
mod records;
mod registers;
mod report;
mod school;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use app::Keyring;
use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};

use crate::stop::Stop;
use crate::voice::Voice;

pub use bundle::BundleCommand;
pub use day::Day;
pub use guidance::GuidanceCommand;
pub use log::{ExportLog, LogCommand};
pub use papers::{Chronology, Leaving};
pub use records::{ConcernsCommand, FilesCommand, ListConcerns, PupilsCommand, Search};
pub use registers::{ExportFormat, ExportRegister, RegistersCommand};
pub use report::{GovernorsReport, ReportCommand};
pub use school::{
    BackupCommand, CreateVault, DemoCommand, Kit, Practice, RoomsCommand, UsersCommand,
    VaultCommand,
};

/// Where the options stand that every command takes.
const EVERY: &str = "Options of every command";

const EXITS: &str = "\
Exit codes: 0 done; 1 unexpected; 2 wrong use; 3 wrong password, no right, or not a member;
4 integrity failure; 5 input refused, nothing changed; 6 vault in use elsewhere;
7 vault made by a newer version, untouched.

The result goes to stdout, everything else to stderr. With --json stdout is one JSON document
and an error is one line of JSON on stderr.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt vault info";

/// The same office without a window.
#[derive(Parser)]
#[command(name = "strongroom-cli", version, about, after_help = EXITS)]
struct Line {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Args)]
struct Global {
    /// Folder of the vault; also from STRONGROOM_VAULT
    #[arg(long, global = true, help_heading = EVERY, value_name = "DIR")]
    vault: Option<PathBuf>,
    /// User name of whoever does this
    #[arg(long, global = true, help_heading = EVERY, value_name = "NAME")]
    user: Option<String>,
    /// File whose first line is the password; without it, a terminal is asked
    #[arg(long, global = true, help_heading = EVERY, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Where this computer's half of the key is kept: os, file:FILE or none
    #[arg(long, global = true, help_heading = EVERY, value_name = "WHERE", default_value = "os", value_parser = keyring)]
    keyring: Keyring,
    /// One JSON document on stdout
    #[arg(long, global = true, help_heading = EVERY)]
    json: bool,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make, check and open a vault
    #[command(subcommand)]
    Vault(VaultCommand),
    /// Make, check and bring back backups
    #[command(subcommand)]
    Backup(BackupCommand),
    /// People with an account
    #[command(subcommand)]
    Users(UsersCommand),
    /// Rooms of the vault
    #[command(subcommand)]
    Rooms(RoomsCommand),
    /// Pupils of the school
    #[command(subcommand)]
    Pupils(PupilsCommand),
    /// Concerns: write, list, read, correct
    #[command(subcommand)]
    Concerns(ConcernsCommand),
    /// Files of a concern
    #[command(subcommand)]
    Files(FilesCommand),
    /// Write a pupil's chronology as a paper
    Chronology(Chronology),
    /// Find anything this user may open
    Search(Search),
    /// Flowcharts, checklists and tables; a school’s own pages checked
    #[command(subcommand)]
    Guidance(GuidanceCommand),
    /// Bundles of evidence: make one, check one that was handed over
    #[command(subcommand)]
    Bundle(BundleCommand),
    /// Registers of the school, as spreadsheets and papers
    #[command(subcommand)]
    Registers(RegistersCommand),
    /// What was recorded in a period, for governors or the head
    #[command(subcommand)]
    Log(LogCommand),
    /// What governors are told
    #[command(subcommand)]
    Report(ReportCommand),
    /// An invented school, for practice, benchmarks and tests
    #[command(subcommand)]
    Demo(DemoCommand),
}

/// One run of the program.
pub struct Run {
    /// Folder of the vault.
    pub vault: Option<PathBuf>,
    /// Who.
    pub user: Option<String>,
    /// Their password.
    pub password_file: Option<PathBuf>,
    /// Where the device secret is.
    pub keyring: Keyring,
    /// One document on stdout.
    pub json: bool,
    /// What to do.
    pub command: Command,
}

/// Reads the command line; help and wrong use end here with their exit code.
pub fn read() -> Result<Run, ExitCode> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let line = Line::try_parse_from(&words).map_err(|error| wrong(&error, &words))?;
    let Line { global, command } = line;
    Ok(Run {
        vault: global.vault.or_else(|| {
            std::env::var_os("STRONGROOM_VAULT")
                .filter(|folder| !folder.is_empty())
                .map(PathBuf::from)
        }),
        user: global.user,
        password_file: global.password_file,
        keyring: global.keyring,
        json: global.json,
        command,
    })
}

fn wrong(error: &clap::Error, words: &[OsString]) -> ExitCode {
    let help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    );
    if !help && words.iter().any(|word| word == "--json") {
        let text = error.render().to_string();
        let say = text.trim_start_matches("error: ").trim();
        return Voice::new(true).complain(&Stop::wrong_use(say));
    }
    let _ = error.print();
    ExitCode::from(if help { 0 } else { 2 })
}

fn keyring(text: &str) -> Result<Keyring, String> {
    match text.split_once(':') {
        None if text == "os" => Ok(Keyring::Os),
        None if text == "none" => Ok(Keyring::Absent),
        Some(("file", file)) if !file.is_empty() => Ok(Keyring::File(PathBuf::from(file))),
        _ => Err("write os, file:FILE or none".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;

        Line::command().debug_assert();
    }

    #[test]
    fn global_options_stand_before_or_after_the_command() {
        for words in [
            "cli --vault v --json --keyring none vault info",
            "cli vault info --vault v --json --keyring none",
            "cli vault --json info --keyring none --vault v",
        ] {
            let line = Line::try_parse_from(words.split(' ')).unwrap();

            assert_eq!(line.global.vault, Some("v".into()), "{words}");
            assert!(line.global.json, "{words}");
            assert!(matches!(line.global.keyring, Keyring::Absent), "{words}");
        }
    }

    #[test]
    fn commands_of_later_steps_are_wrong_use() {
        for words in [
            "cli pack export --to ann",
            "cli chronology 1",
            "cli",
            "cli vault",
        ] {
            assert!(Line::try_parse_from(words.split(' ')).is_err(), "{words}");
        }
    }
}
