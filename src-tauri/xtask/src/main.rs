//! The repository's own commands. Standard library only, so that they compile in seconds on a bare machine;
//! everything else (cargo, npm, apt-get, git) is called as a process.

mod bindings;
mod check;
mod desktop;
mod fixtures;
mod headless;
mod heavy;
mod house;
mod icons;
mod json;
mod notices;
mod run;
mod say;
mod setup;
mod shipped;
mod steps;
mod stop;
mod test;
mod tool;

use std::process::ExitCode;

use house::House;
use stop::{Outcome, Stop};

/// One command: its name, what it does in a line, and the function that does it.
struct Command {
    name: &'static str,
    does: &'static str,
    run: fn(&House, &[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        does: "[--demo] [--release]  install what is missing, build, open the window; --demo opens an invented school",
        run: run::run,
    },
    Command {
        name: "test",
        does: "[STAGE ...]  everything CI runs, or of it: check, rust, ui, keyring, desktop",
        run: test::run,
    },
    Command {
        name: "check",
        does: "[NAME ...]  format, lints, crate edges, words in their places, brand, notices, bindings",
        run: check::run,
    },
    Command {
        name: "bench",
        does: "[ARG ...]  the figures, in release, as ratios",
        run: heavy::bench,
    },
    Command {
        name: "prove",
        does: "the long runs: thousands of kills and power cuts, in release",
        run: heavy::prove,
    },
    Command {
        name: "bindings",
        does: "[--check]  write the TypeScript of the window's contract, or compare it",
        run: bindings::run,
    },
    Command {
        name: "notices",
        does: "write assets/notices/THIRD-PARTY.md from the lock files",
        run: notices::run,
    },
    Command {
        name: "icons",
        does: "draw icons/*.png, icon.ico and icon.icns from the SVGs",
        run: icons::run,
    },
    Command {
        name: "fixtures",
        does: "add new files in tests/fixtures to SHA256SUMS; nothing listed may change or go",
        run: fixtures::run,
    },
    Command {
        name: "headless",
        does: "-- COMMAND ...  run something with an invisible display, a session bus and an unlocked keyring",
        run: headless::run,
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    match perform(&name, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            say::sentence(&stop.to_string());
            ExitCode::from(stop.code())
        }
    }
}

fn perform(name: &str, rest: &[String]) -> Outcome {
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(Stop::new(usage(name)));
    };
    let house = House::find()?;
    (command.run)(&house, rest)
}

fn usage(name: &str) -> String {
    let first = if name.is_empty() || name == "help" || name == "--help" {
        String::from("cargo xtask COMMAND, where COMMAND is one of:")
    } else {
        format!("There is no command {name}. These are:")
    };
    let lines = COMMANDS
        .iter()
        .map(|command| format!("  {:<9} {}", command.name, command.does));
    std::iter::once(first)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::usage;

    #[test]
    fn an_unknown_command_is_answered_with_one_line_for_each_command() {
        let text = usage("rnu");
        assert!(text.starts_with("There is no command rnu."));
        assert_eq!(text.lines().count(), 1 + super::COMMANDS.len());
        assert!(
            text.lines()
                .any(|line| line.trim_start().starts_with("run "))
        );
    }
}
