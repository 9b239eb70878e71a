//! `vault rehearse`: the kit is tried.

use std::path::Path;

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::{Spot, Stop};
use crate::{desk, secret};

/// Proves that the words are this user's and complete.
pub fn rehearse(run: &Run, code_file: &Path) -> Outcome {
    let words = secret::words(code_file)?;
    desk::sit(run, |office| {
        app::rehearse(office, &words)
            .map_err(|fault| Stop::from(fault).named(|field| at(code_file, field)))?;
        Answer::new(
            json!({ "user": run.user, "rehearsed": true }),
            "The recovery kit works.",
        )
    })
}

/// Where words that were refused stand.
pub fn at(file: &Path, field: &str) -> Option<Spot> {
    matches!(field, "words" | "code").then(|| secret::at(file, field, ""))
}
