//! A file that should never have come in: out of sight for everybody, and said why.

use domain::concern::{FILE_HIDDEN, Hidden, PART_HIDDEN};
use vault::NewEntry;
use zeroize::Zeroizing;

use super::take_out::find;
use crate::Office;
use crate::wire::{Done, Fault, HideForm, Problem, Topic};

/// Keeps a file out of everybody's sight: from here on nobody looks at it and nobody takes it out. Its bytes stay,
/// encrypted, because only the police say what becomes of them.
pub fn hide_file(office: &mut Office, form: HideForm) -> Result<Done<()>, Fault> {
    let found = find(office, &form.file)?;
    let words = |text: &str| text.trim().to_owned();
    let hidden = Hidden {
        reason: words(&form.reason),
        told: words(&form.told),
        seen_by: words(&form.seen_by),
    };
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    if hidden.reason.is_empty() {
        say("reason", "Say in a sentence why nobody is to see it");
    }
    if hidden.told.is_empty() {
        say(
            "told",
            "Say whom you have told, such as the head, or the police on 101 with their number",
        );
    }
    crate::office::create_refuse(problems)?;
    let entry = NewEntry {
        kind: FILE_HIDDEN,
        subjects: vec![found.concern.0],
        supersedes: vec![found.added.entry],
        happened: None,
        parts: vec![(
            PART_HIDDEN,
            Zeroizing::new(serde_json::to_vec(&hidden).map_err(|_| Fault::stopped())?),
        )],
        blobs: Vec::new(),
    };
    office.write(found.room, vec![entry])?;
    office.looking.retain(|looking| looking.file != form.file);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}
