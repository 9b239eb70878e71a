//! `concerns add`: one concern from a file, signed and passed on.

use std::path::Path;

use app::wire::{ConcernForm, Recorded};
use serde_json::json;

use super::json_file::JsonFile;
use super::record::{Filling, Object, Record};
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;

/// Records the concern a file describes.
pub fn add(run: &Run, from: &Path) -> Outcome {
    let file = JsonFile::open(from)?;
    let Object(record) = file.parse::<Object<Record>>()?;
    desk::sit(run, |office| {
        let form = Filling::new(office, &file)?.fill(record, ConcernForm::default())?;
        let recorded = app::record_concern(office, form)
            .map_err(|fault| super::record::named(fault, &file))?
            .value;
        answer(&recorded, "Recorded as")
    })
}

/// What both recording and correcting answer.
pub fn answer(recorded: &Recorded, done: &str) -> Outcome {
    let mut text = format!("{done} {} ({}).\n", recorded.record_no, recorded.id);
    if !recorded.passed_to.is_empty() {
        text.push_str(&format!("Passed to {}.\n", recorded.passed_to.join(", ")));
    }
    if let Some(receipt) = &recorded.receipt {
        text.push_str(&format!(
            "Receipt {receipt}. You cannot open it again yourself.\n"
        ));
    }
    Answer::new(
        json!({
            "id": recorded.id,
            "record_no": recorded.record_no,
            "passed_to": recorded.passed_to,
            "posted": recorded.posted,
            "receipt": recorded.receipt,
        }),
        text,
    )
}
