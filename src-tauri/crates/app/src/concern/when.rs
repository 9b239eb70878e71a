//! Small help while writing: times as people write them, and the writing check.

use domain::concern::hints;
use domain::when::{
    Understood, understand, understand_day_ahead as day_ahead,
    understand_moment_ahead as moment_ahead,
};

use super::form::from_form;
use crate::Office;
use crate::wire::{ConcernForm, Fault, When, WritingHint};

/// Understands "sun about 8:30pm" and says what it understood.
pub fn understand_when(office: &Office, text: &str) -> Result<When, Fault> {
    Ok(as_shown(text, understand(text, office.around.local())))
}

/// Understands a day that is still to come: "fri" is the next Friday.
pub fn understand_day_ahead(office: &Office, text: &str) -> Result<When, Fault> {
    Ok(as_shown(text, day_ahead(text, office.around.local())))
}

/// The same with its time: "fri 15:00" is on the next Friday.
pub fn understand_moment_ahead(office: &Office, text: &str) -> Result<When, Fault> {
    Ok(as_shown(text, moment_ahead(text, office.around.local())))
}

fn as_shown(text: &str, understood: Understood) -> When {
    When {
        text: text.to_owned(),
        at: understood.at.map(|at| at.fixed_offset().to_rfc3339()),
        about: understood.about,
        understood: understood.said,
    }
}

/// What a careful colleague would ask before it is signed.
pub fn writing_hints(office: &Office, form: &ConcernForm) -> Result<Vec<WritingHint>, Fault> {
    let (content, _) = from_form(office, form)?;
    Ok(hints(&content)
        .into_iter()
        .map(|hint| WritingHint {
            field: hint.field.to_owned(),
            say: hint.say,
        })
        .collect())
}
