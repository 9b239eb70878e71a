//! `users accept`: an invitation becomes an account, at its person's own keyboard.

use std::path::Path;

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::{Kit, Run};
use crate::stop::Stop;
use crate::vault::kit::Places;
use crate::vault::{option, words_at};
use crate::{desk, secret};

/// Takes up the account with its code; `--user` and `--password-file` are the new account's.
pub fn accept(run: &Run, code_file: &Path, kit: &Kit) -> Outcome {
    let user = desk::user(run)?;
    let mut office = desk::office_with_vault(run)?;
    let places = Places::take(kit)?;
    let code = secret::first_line(code_file, "code")?;
    let password = secret::new_password(run.password_file.as_deref(), "--password-file")?;
    let place = |field: &str| words_at(code_file, field).or_else(|| option(run)(field));
    let created = app::accept_invitation(&mut office, user, &code, &password)
        .map_err(|fault| Stop::from(fault).named(place))?;
    desk::finish(&mut office, |office| {
        let person = &created.session.person;
        let again = "The account was made, but its kit is lost with this. Ask for the account to be closed, and for a new one.";
        let written = places.write(office, &created.kit, &person.user, again)?;
        let (page, code) = written.json();
        Answer::new(
            json!({
                "id": person.id,
                "user": person.user,
                "name": person.name,
                "role": person.role,
                "recovery_kit": page,
                "recovery_code_file": code,
            }),
            format!(
                "{} has an account as {}.\n{}",
                person.name,
                person.role,
                written.text()
            ),
        )
    })
}
