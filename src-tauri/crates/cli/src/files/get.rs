//! `files get`: a plain copy, made with open eyes.

use std::path::Path;

use app::wire::FaultKind;
use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::Stop;
use crate::voice::Voice;
use crate::{desk, out};

/// Writes a copy of a file, whole or not at all. That it was taken out is recorded.
pub fn get(run: &Run, id: &str, to: &Path, force: bool) -> Outcome {
    let to = out::may_write(to, "--out", force)?;
    desk::sit(run, |office| {
        let file = app::take_out_file(office, id).map_err(|fault| {
            if fault.kind == FaultKind::Missing {
                desk::not_here("That file")
            } else {
                Stop::from(fault)
            }
        })?;
        app::take_out_file_to(office, id, &to)?;
        let path = to.display().to_string();
        Voice::new(run.json).note(&format!(
            "{path} is a plain copy outside the vault: anybody who has it can read it. That you took it out is recorded. Delete it when it is not needed any more."
        ));
        Answer::new(
            json!({ "id": id, "name": file.name, "size": file.size, "file": path }),
            format!("{path}\n{}, {} bytes.", file.name, file.size),
        )
    })
}
