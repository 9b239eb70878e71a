//! `users add`: an account for somebody who is here now.

use std::path::Path;

use app::wire::InviteForm;
use serde_json::json;

use super::{Newcomer, option};
use crate::answer::{Answer, Outcome};
use crate::args::{Kit, Run};
use crate::stop::Stop;
use crate::vault::kit::Places;
use crate::vault::password_at;
use crate::{desk, secret};

/// Adds the account, makes its keys and its kit.
pub fn add(run: &Run, newcomer: &Newcomer<'_>, password: Option<&Path>, kit: &Kit) -> Outcome {
    let places = Places::take(kit)?;
    let file = password
        .map(|file| secret::first_line(file, "password"))
        .transpose()?;
    desk::sit(run, |office| {
        let chosen = match file {
            Some(password) => password,
            None => secret::new_password(None, "--new-password-file")?,
        };
        let form = InviteForm {
            user: newcomer.user.to_owned(),
            name: newcomer.name.to_owned(),
            role: newcomer.role.to_owned(),
            password: Some(chosen),
        };
        let invited = app::invite_person(office, form)
            .map_err(|fault| {
                Stop::from(fault)
                    .named(|field| option(field).or_else(|| password_at(password, field)))
            })?
            .value;
        let person = invited.person;
        let words = invited.kit.ok_or_else(|| {
            Stop::unexpected("The account was made, but no recovery kit came with it.")
        })?;
        let again = format!(
            "The account was made, but its kit is lost with this. Close it (`users close {}`) and add it again.",
            person.user
        );
        let written = places.write(office, &words, &person.user, &again)?;
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
                "{} ({}) has an account as {}.\n{}",
                person.name,
                person.user,
                person.role,
                written.text()
            ),
        )
    })
}
