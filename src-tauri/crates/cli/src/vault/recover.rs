//! `vault recover`: in again with the twelve words.

use std::path::Path;

use serde_json::json;

use super::{password, rehearse};
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::{Spot, Stop};
use crate::{desk, secret};

/// Opens the vault with the words and sets a new password.
pub fn recover(run: &Run, code_file: &Path, new: Option<&Path>) -> Outcome {
    let user = desk::user(run)?;
    let mut office = desk::office_with_vault(run)?;
    let words = secret::words(code_file)?;
    let chosen = secret::new_password(new, "--new-password-file")?;
    let place = |field: &str| match field {
        "user" => Some(Spot::option("--user", "")),
        _ => password::at(new, field).or_else(|| rehearse::at(code_file, field)),
    };
    let session = app::recover_vault(&mut office, user, &words, &chosen)
        .map_err(|fault| Stop::from(fault).named(place))?;
    desk::greet(run, &session);
    desk::finish(&mut office, |_| {
        Answer::new(
            json!({ "user": session.person.user, "recovered": true }),
            format!(
                "{} is in again, with the new password. The twelve words stay as they were.",
                session.person.name
            ),
        )
    })
}
