//! Bundles of evidence.

mod create;
mod key;
mod verify;

use crate::answer::Outcome;
use crate::args::{BundleCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &BundleCommand) -> Outcome {
    match command {
        BundleCommand::Create { spec, out } => create::create(run, spec, out),
        BundleCommand::Key { number } => key::key(run, number),
        BundleCommand::Verify { bundle, hash } => verify::verify(run, bundle, hash.as_deref()),
    }
}

/// A hash in groups of four, as it stands on paper.
fn in_groups(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
