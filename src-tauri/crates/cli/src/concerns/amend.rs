//! `concerns amend`: a correction beside what it corrects.

use std::path::Path;

use super::json_file::JsonFile;
use super::record::{Filling, Object, Record};
use crate::answer::Outcome;
use crate::args::Run;
use crate::desk;
use crate::stop::{Spot, Stop};

/// Fields in the file replace those of the version that holds; the others stay.
pub fn amend(run: &Run, id: &str, from: &Path, reason: &str) -> Outcome {
    let file = JsonFile::open(from)?;
    let Object(record) = file.parse::<Object<Record>>()?;
    if reason.trim().is_empty() {
        return Err(Stop::at(vec![Spot::option(
            "--reason",
            "Say why, in a few words. The first version stays as it is.",
        )]));
    }
    desk::sit(run, |office| {
        let id = app::concern_id(office, id)?.ok_or_else(|| desk::not_here("That concern"))?;
        let view = app::concern_in_full(office, &id)?;
        let mut form = view
            .versions
            .get(view.current)
            .map(|version| version.form.clone())
            .ok_or_else(|| {
                Stop::unexpected("This concern has no version that can be corrected.")
            })?;
        form.reason = Some(reason.to_owned());
        form.amends = Some(id);
        let form = Filling::new(office, &file)?.fill(record, form)?;
        let recorded = app::amend_concern(office, form)
            .map_err(|fault| super::record::named(fault, &file))?
            .value;
        super::add::answer(&recorded, "Corrected:")
    })
}
