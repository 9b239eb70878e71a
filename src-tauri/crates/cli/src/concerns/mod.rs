//! Concerns: written, listed, read, corrected.

mod add;
mod amend;
pub mod json_file;
mod list;
mod places;
mod record;
mod show;

use crate::answer::Outcome;
use crate::args::{ConcernsCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &ConcernsCommand) -> Outcome {
    match command {
        ConcernsCommand::Add { from } => add::add(run, from),
        ConcernsCommand::List(wanted) => list::list(run, wanted),
        ConcernsCommand::Show { id } => show::show(run, id),
        ConcernsCommand::Print { id, leaving } => crate::papers::concern(run, id, leaving),
        ConcernsCommand::Amend { id, from, reason } => amend::amend(run, id, from, reason),
    }
}
