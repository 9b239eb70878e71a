//! Bundles of evidence.

mod verify;

use crate::answer::Outcome;
use crate::args::{BundleCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &BundleCommand) -> Outcome {
    match command {
        BundleCommand::Verify { bundle, hash } => verify::verify(run, bundle, hash.as_deref()),
    }
}
