//! People with an account.

mod accept;
mod add;
mod close;
mod invite;
mod list;

use crate::answer::Outcome;
use crate::args::{Run, UsersCommand};
use crate::stop::Spot;

/// Does what was asked.
pub fn perform(run: &Run, command: &UsersCommand) -> Outcome {
    match command {
        UsersCommand::Add {
            newcomer,
            name,
            role,
            new_password_file,
            kit,
        } => add::add(
            run,
            &Newcomer {
                user: newcomer,
                name,
                role,
            },
            new_password_file.as_deref(),
            kit,
        ),
        UsersCommand::List => list::list(run),
        UsersCommand::Close { who, reason } => close::close(run, who, reason),
        UsersCommand::Invite {
            newcomer,
            name,
            role,
        } => invite::invite(
            run,
            &Newcomer {
                user: newcomer,
                name,
                role,
            },
        ),
        UsersCommand::Accept { code_file, kit } => accept::accept(run, code_file, kit),
    }
}

/// Somebody who gets an account.
struct Newcomer<'a> {
    user: &'a str,
    name: &'a str,
    role: &'a str,
}

/// What the fields of the form are called on the command line.
fn option(field: &str) -> Option<Spot> {
    let option = match field {
        "user" => "USER",
        "name" => "--name",
        "role" => "--role",
        "reason" => "--reason",
        _ => return None,
    };
    Some(Spot::option(option, ""))
}
