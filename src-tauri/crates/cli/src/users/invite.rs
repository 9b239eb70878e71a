//! `users invite`: an account that waits for its person.

use app::wire::InviteForm;
use serde_json::json;

use super::{Newcomer, option};
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::stop::Stop;

/// Prepares the account and gives the code.
pub fn invite(run: &Run, newcomer: &Newcomer<'_>) -> Outcome {
    desk::sit(run, |office| {
        let form = InviteForm {
            user: newcomer.user.to_owned(),
            name: newcomer.name.to_owned(),
            role: newcomer.role.to_owned(),
            password: None,
        };
        let invited = app::invite_person(office, form)
            .map_err(|fault| Stop::from(fault).named(option))?
            .value;
        let person = invited.person;
        let code = invited.code.unwrap_or_default();
        Answer::new(
            json!({
                "id": person.id,
                "user": person.user,
                "name": person.name,
                "role": person.role,
                "code": code,
            }),
            format!(
                "{code}\nGive this code to {}. It works once, on this computer: `users accept`.",
                person.name
            ),
        )
    })
}
