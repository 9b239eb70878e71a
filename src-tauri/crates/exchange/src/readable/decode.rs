//! From bytes to words, in the encoding that a part says it is in.

use encoding_rs::{Encoding, REPLACEMENT};

use super::shape::Readable;
use crate::roll::decode_text;

/// Words in the encoding of a label, or, where there is none or it lies, in the one they look like, which is said.
pub(super) fn words(bytes: Vec<u8>, label: Option<&str>, read: &mut Readable) -> String {
    let label = label.map(str::trim).filter(|label| !label.is_empty());
    let plain = bytes.is_ascii();
    let said = label.and_then(|label| {
        let ascii = ["us-ascii", "ascii"]
            .iter()
            .any(|name| label.eq_ignore_ascii_case(name));
        Encoding::for_label(label.as_bytes())
            .filter(|encoding| *encoding != REPLACEMENT && (plain || !ascii))
    });
    if let Some(encoding) = said {
        let (text, used, broken) = encoding.decode(&bytes);
        if broken {
            read.note(format!(
                "Some letters could not be read as {}; a \u{fffd} stands for each.",
                used.name()
            ));
        }
        return text.into_owned();
    }
    let decoded = decode_text(bytes);
    let known = |label: &str| {
        Encoding::for_label(label.as_bytes()).is_some_and(|encoding| encoding != REPLACEMENT)
    };
    if !plain || decoded.encoding != "UTF-8" || label.is_some_and(|label| !known(label)) {
        read.note(format!(
            "The encoding of some words is not said, or not known here; they were read as {}.",
            decoded.encoding
        ));
    }
    decoded.text
}
