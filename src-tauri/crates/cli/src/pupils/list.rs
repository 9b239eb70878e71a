//! `pupils list`: in the order of a register.

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::table::table;

/// Lists pupils on the roll, and those who have left when asked for.
pub fn list(run: &Run, left: bool) -> Outcome {
    desk::sit(run, |office| {
        let pupils = app::pupil_facts(office, left)?;
        let text = table(
            [
                "surname", "forename", "known as", "born", "year", "class", "upn", "id",
            ],
            pupils.iter().map(|pupil| {
                let some = |text: &Option<String>| text.clone().unwrap_or_default();
                [
                    pupil.legal_surname.clone(),
                    pupil.legal_forename.clone(),
                    some(&pupil.preferred_forename),
                    some(&pupil.date_of_birth),
                    some(&pupil.year),
                    some(&pupil.class),
                    some(&pupil.upn),
                    pupil.id.clone(),
                ]
            }),
        );
        Answer::new(pupils, text)
    })
}
