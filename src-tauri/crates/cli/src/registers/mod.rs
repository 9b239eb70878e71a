//! `registers`: what a school keeps lists of, and those lists as spreadsheets and papers.

mod export;
mod list;

use crate::answer::Outcome;
use crate::args::{RegistersCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &RegistersCommand) -> Outcome {
    match command {
        RegistersCommand::List => list::list(run),
        RegistersCommand::Export(wanted) => export::export(run, wanted),
    }
}
