//! A spreadsheet as a file: always plain, with a warning.

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::out::Place;
use crate::voice::Voice;

/// Writes it, whole or not at all.
pub fn write_sheet(run: &Run, sheet: &[u8], to: Place) -> Outcome {
    let path = to.write(sheet)?.display().to_string();
    Voice::new(run.json).note(&format!(
        "{path} is a plain copy outside the vault: anybody who has it can read it. That you made it is recorded. Delete it when it is not needed any more."
    ));
    Answer::new(json!({ "file": path }), path)
}
