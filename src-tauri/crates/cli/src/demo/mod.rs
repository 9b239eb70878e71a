//! An invented school.

mod create;

use crate::answer::Outcome;
use crate::args::{DemoCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &DemoCommand) -> Outcome {
    match command {
        DemoCommand::Create(wanted) => create::create(run, wanted),
    }
}
