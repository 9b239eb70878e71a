//! `bundle key`: what a bundle did not show, for the school alone.

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;

/// Says who was which letter in a bundle, and what was removed from it.
pub fn key(run: &Run, number: &str) -> Outcome {
    desk::sit(run, |office| {
        let key = app::bundle_key(office, number)?;
        let mut text = format!("Bundle {}. This stays in the school.\n", key.number);
        for one in &key.letters {
            text.push_str(&format!("{}: {}\n", one.letter, one.name));
        }
        for one in &key.passages {
            let note = match one.note.as_str() {
                "" => String::new(),
                note => format!(" ({note})"),
            };
            text.push_str(&format!("{}: {}{note}\n", one.code, one.words));
        }
        if let Some(of) = &key.of {
            text.push_str(&format!("Nothing was removed from bundle {}.\n", of.number));
        }
        Answer::new(&key, text)
    })
}
