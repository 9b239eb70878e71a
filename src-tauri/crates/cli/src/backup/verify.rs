//! `backup verify`: a backup read from end to end.

use std::path::Path;

use serde_json::json;

use super::must_be_a_file;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;

/// Checks a backup of this vault; 4 when it is not whole.
pub fn verify(run: &Run, file: &Path) -> Outcome {
    must_be_a_file(file)?;
    desk::sit(run, |office| {
        let checked = app::verify_backup(office, file)?;
        Answer::new(
            json!({
                "file": file.display().to_string(),
                "whole": true,
                "files": checked.files,
                "bytes": checked.bytes,
            }),
            format!(
                "{} is whole: {} files, {} bytes.",
                file.display(),
                checked.files,
                checked.bytes
            ),
        )
    })
}
