//! The files of a concern, each with its hash, by which anybody can tell whether a copy is the same.

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{BODY_LEADING, MEASURE, Sheets, plain, small, strong};
use crate::typeset::span;

/// One file.
#[derive(Clone)]
pub struct FileFacts {
    /// Its name when it came.
    pub name: String,
    /// Size, who added it and when, where it came from: one line.
    pub about: String,
    /// SHA-256 at intake, in hexadecimal; empty where it stays in the school.
    pub sha256: String,
}

impl std::fmt::Debug for FileFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileFacts")
    }
}

/// Draws them one below the other, each whole on its page.
pub(super) fn draw(sheets: &mut Sheets<'_>, files: &[FileFacts]) -> Result<(), PapersError> {
    for file in files {
        let mut words = vec![
            strong(format!("{}. ", file.name)),
            plain(file.about.clone()),
        ];
        if !file.sha256.is_empty() {
            words.push(small("\nSHA-256 "));
            words.push(span(fours(&file.sha256), Face::Mono, 8.0));
        }
        let block = sheets.set(&words, MEASURE, BODY_LEADING)?;
        sheets.keep(block.height())?;
        sheets.flow(block)?;
        sheets.space(6.0);
    }
    Ok(())
}

/// In groups of four, so that it can be read aloud and compared.
fn fours(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    groups.join(" ")
}
