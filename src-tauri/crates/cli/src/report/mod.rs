//! `report`: what governors are told.

mod governors;

use crate::answer::Outcome;
use crate::args::{ReportCommand, Run};

/// Carries one out.
pub fn perform(run: &Run, command: &ReportCommand) -> Outcome {
    match command {
        ReportCommand::Governors(wanted) => governors::release(run, wanted),
    }
}
