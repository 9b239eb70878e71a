//! The vault itself: made, looked at, checked, its password and its kit.

mod create;
mod info;
pub mod kit;
mod password;
mod recover;
mod rehearse;
mod verify;

pub use create::{not_made, option, there_is_one};
pub use password::at as password_at;
pub use rehearse::at as words_at;

use crate::answer::Outcome;
use crate::args::{Run, VaultCommand};

/// Does what was asked.
pub fn perform(run: &Run, command: &VaultCommand) -> Outcome {
    match command {
        VaultCommand::Create(wanted) => create::create(run, wanted),
        VaultCommand::Info => info::info(run),
        VaultCommand::Verify => verify::verify(run),
        VaultCommand::Password { new_password_file } => {
            password::change(run, new_password_file.as_deref())
        }
        VaultCommand::Rehearse { code_file } => rehearse::rehearse(run, code_file),
        VaultCommand::Recover {
            code_file,
            new_password_file,
        } => recover::recover(run, code_file, new_password_file.as_deref()),
    }
}
