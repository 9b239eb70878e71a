//! `log`: what was recorded in a period, for governors or the head.

mod export;

use crate::answer::Outcome;
use crate::args::{LogCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &LogCommand) -> Outcome {
    match command {
        LogCommand::Export(wanted) => export::export(run, wanted),
    }
}
