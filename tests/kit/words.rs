//! Reading what a screen would show.

use app::wire::{ConcernView, Fault};

/// What a field of the version shown first says, or nothing.
pub fn text_of<'a>(view: &'a ConcernView, field: &str) -> &'a str {
    let version = &view.versions[view.current as usize];
    version
        .shown
        .iter()
        .find(|shown| shown.field == field)
        .map_or("", |shown| shown.text.as_str())
}

/// Everything a fault says to a person, in one line.
pub fn their_words(fault: &Fault) -> String {
    [Some(&fault.say), fault.kept.as_ref(), fault.next.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}
