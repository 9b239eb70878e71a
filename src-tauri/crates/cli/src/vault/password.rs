//! `vault password`: a new one in the place of the old.

use std::path::Path;

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::{Spot, Stop};
use crate::{desk, secret};

/// Changes the user's password.
pub fn change(run: &Run, new: Option<&Path>) -> Outcome {
    // Before the vault is opened: a file that is not there is no reason to wait for a key.
    let file = new
        .map(|new| secret::first_line(new, "password"))
        .transpose()?;
    desk::sit_with(run, |office, old| {
        let chosen = match file {
            Some(password) => password,
            None => secret::new_password(None, "--new-password-file")?,
        };
        app::change_password(office, old, &chosen)
            .map_err(|fault| Stop::from(fault).named(|field| at(new, field)))?;
        Answer::new(
            json!({ "user": run.user, "changed": true }),
            "The password is changed. The old one opens nothing any more, except in older backups.",
        )
    })
}

/// Where a password that was refused stands.
pub fn at(file: Option<&Path>, field: &str) -> Option<Spot> {
    matches!(field, "new" | "password").then(|| match file {
        Some(file) => secret::at(file, "password", ""),
        None => Spot::option("password", ""),
    })
}
