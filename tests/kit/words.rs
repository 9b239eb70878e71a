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

/// What somebody else’s reader finds in a file, on one line.
pub fn pdf_words(pdf: &[u8]) -> String {
    let place = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(place.path(), pdf).unwrap();
    let said = std::process::Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(place.path())
        .arg("-")
        .output()
        .expect("pdftotext is needed");
    let text = String::from_utf8(said.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
