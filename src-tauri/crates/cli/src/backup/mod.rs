//! Backups: made, checked, brought back.

mod create;
mod restore;
mod verify;

use std::path::Path;

use crate::answer::Outcome;
use crate::args::{BackupCommand, Run};
use crate::stop::{Spot, Stop};

/// Does what was asked.
pub fn perform(run: &Run, command: &BackupCommand) -> Outcome {
    match command {
        BackupCommand::Create { to } => create::create(run, to),
        BackupCommand::Verify { file } => verify::verify(run, file),
        BackupCommand::Restore {
            file,
            to,
            code_file,
        } => restore::restore(run, file, to, code_file.as_deref()),
    }
}

/// Something that was named is not there.
fn not_there(path: &Path, field: &str, say: &str) -> Stop {
    Stop::at(vec![Spot::file(path, field, say)])
}

fn must_be_a_file(path: &Path) -> Result<(), Stop> {
    if path.is_file() {
        return Ok(());
    }
    Err(not_there(path, "", "There is no such file."))
}
