//! `demo create`: a new vault with an invented school in it.

use app::wire;
use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::{Practice, Run};
use crate::out::Place;
use crate::vault::kit::words;
use crate::vault::{not_made, there_is_one};
use crate::{desk, secret};

/// Makes the vault and fills it.
pub fn create(run: &Run, wanted: &Practice) -> Outcome {
    let user = desk::user(run)?;
    let mut office = desk::office(run)?;
    if office.has_vault() {
        return Err(there_is_one());
    }
    let place = wanted
        .recovery_code_file
        .as_deref()
        .map(|path| Place::take(path, "--recovery-code-file", wanted.force))
        .transpose()?;
    let password = secret::new_password(run.password_file.as_deref(), "--password-file")?;
    let form = wire::CreateVault {
        school: String::new(),
        prefix: String::new(),
        address: String::new(),
        phone: String::new(),
        sites: Vec::new(),
        name: String::new(),
        user: user.to_owned(),
        password,
    };
    let practice = app::Practice {
        pupils: wanted.pupils,
        concerns: wanted.concerns,
        seed: wanted.seed,
        attachments_mib: wanted.attachments,
    };
    let made = app::make_practice_school(&mut office, form, practice);
    desk::finish(&mut office, |_| {
        let kit = made.map_err(|fault| not_made(run, fault))?;
        let code = place.map(|place| words(place, &kit)).transpose()?;
        Answer::new(
            json!({
                "vault": kit.vault_short,
                "school": kit.school,
                "user": user,
                "name": kit.person,
                "pupils": wanted.pupils,
                "concerns": wanted.concerns,
                "seed": wanted.seed,
                "recovery_code_file": code.map(|code| code.display().to_string()),
            }),
            format!(
                "{} is made: {} pupils, {} concerns, all invented. Its user is {user}.",
                kit.school, wanted.pupils, wanted.concerns
            ),
        )
    })
}
