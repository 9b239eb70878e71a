//! Guidance: what there is, one of them, and a school's own pages checked. None of it opens a vault.

mod check;
mod list;
mod show;

use crate::answer::Outcome;
use crate::args::GuidanceCommand;

/// Does what was asked.
pub fn perform(command: &GuidanceCommand) -> Outcome {
    match command {
        GuidanceCommand::List => list::list(),
        GuidanceCommand::Show { id, svg, force } => show::show(id, svg.as_deref(), *force),
        GuidanceCommand::Check { dir } => check::check(dir),
    }
}
