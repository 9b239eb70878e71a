//! Files of a concern.

mod add;
mod get;
mod media;

use crate::answer::Outcome;
use crate::args::{FilesCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &FilesCommand) -> Outcome {
    match command {
        FilesCommand::Add {
            concern,
            files,
            no_indecent_image,
            source,
        } => add::add(run, concern, files, *no_indecent_image, source.as_deref()),
        FilesCommand::Get { id, out, force } => get::get(run, id, out, *force),
    }
}
