//! Rooms of the vault.

mod add_member;
mod list;

use crate::answer::Outcome;
use crate::args::{RoomsCommand, Run};

/// Does what was asked.
pub fn perform(run: &Run, command: &RoomsCommand) -> Outcome {
    match command {
        RoomsCommand::List => list::list(run),
        RoomsCommand::AddMember { room, member } => add_member::add_member(run, room, member),
    }
}
