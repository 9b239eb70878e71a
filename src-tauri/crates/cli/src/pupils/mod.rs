//! Pupils of the school.

mod import;
mod list;
mod map;

use crate::answer::Outcome;
use crate::args::{PupilsCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &PupilsCommand) -> Outcome {
    match command {
        PupilsCommand::Import { file, map, dry_run } => {
            import::import(run, file, map.as_deref(), *dry_run)
        }
        PupilsCommand::List { left } => list::list(run, *left),
    }
}
