//! `backup restore`: brought back into a new folder.

use std::path::Path;

use app::Opener;
use serde_json::json;

use super::must_be_a_file;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::Stop;
use crate::vault::words_at;
use crate::{desk, secret};

/// Restores with the twelve words, or on the computer of the backup with the password.
pub fn restore(run: &Run, file: &Path, to: &Path, code_file: Option<&Path>) -> Outcome {
    must_be_a_file(file)?;
    let to = std::path::absolute(to)
        .map_err(|_| Stop::wrong_use("--to: this is not the name of a folder."))?;
    desk::say_keyring(run);
    let restored = match code_file {
        Some(code_file) => {
            let words = secret::words(code_file)?;
            app::restore_backup(file, &to, &run.keyring, &Opener::Words(&words))
                .map_err(|fault| Stop::from(fault).named(|field| words_at(code_file, field)))
        }
        None => {
            let user = desk::user(run)?;
            let password = secret::password(run.password_file.as_deref())?;
            let opener = Opener::Password {
                user,
                password: &password,
            };
            app::restore_backup(file, &to, &run.keyring, &opener).map_err(Stop::from)
        }
    };
    let restored = restored.map_err(|stop| stop.about(&to))?;
    let next = match code_file {
        Some(_) => "On a computer that has not had this vault before, go on with `vault recover`.",
        None => "Check it with `vault verify`.",
    };
    Answer::new(
        json!({
            "folder": to.display().to_string(),
            "files": restored.files,
            "bytes": restored.bytes,
        }),
        format!(
            "Restored into {}: {} files. {next}",
            to.display(),
            restored.files
        ),
    )
}
