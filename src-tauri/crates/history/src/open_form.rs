//! The open form: entries as lines of JSON that a stranger's program can read and verify.
//!
//! One object per line: `header` (the exact header bytes, which are themselves JSON text, as a string),
//! `signature` (hexadecimal), `parts` (one value per part of the header: the stored bytes, salt included, in
//! hexadecimal, or `null` where the part was withheld or destroyed). It holds the words in clear: it is made
//! only where a person asked for it, and goes inside something encrypted.

use serde::{Deserialize, Serialize};

use crate::entry::{Entry, MAX_HEADER, MAX_PART, MAX_PARTS, Part};
use crate::{HistoryError, Signature, from_hex, to_hex};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    header: String,
    signature: Signature,
    parts: Vec<Option<String>>,
}

/// No line is longer: a header whose every byte is escaped, full parts in hexadecimal, signature and names.
const MAX_LINE: usize = 2 * MAX_HEADER + MAX_PARTS * (2 * MAX_PART as usize + 3) + 256;

/// Writes one entry as one line, without the line's end.
pub fn write(entry: &Entry) -> Result<String, HistoryError> {
    let line = Line {
        header: String::from_utf8(entry.header.clone())
            .map_err(|_| HistoryError::Malformed("header"))?,
        signature: entry.signature,
        parts: entry
            .parts
            .iter()
            .map(|part| part.as_ref().map(|part| to_hex(part.stored())))
            .collect(),
    };
    serde_json::to_string(&line).map_err(|_| HistoryError::Malformed("line"))
}

/// Reads one line. Nothing is verified here: that is [`crate::ledger`]'s work.
pub fn read(line: &str) -> Result<Entry, HistoryError> {
    if line.len() > MAX_LINE {
        return Err(HistoryError::TooLarge("line"));
    }
    // serde would take a list of the three as well.
    if !line.trim_ascii_start().starts_with('{') {
        return Err(HistoryError::Malformed("line"));
    }
    let line: Line = serde_json::from_str(line).map_err(|_| HistoryError::Malformed("line"))?;
    let parts = line
        .parts
        .into_iter()
        .map(|part| match part {
            None => Ok(None),
            Some(text) => {
                let bytes = from_hex(&text).ok_or(HistoryError::Malformed("part"))?;
                Ok(Some(Part::from_stored(bytes)))
            }
        })
        .collect::<Result<_, HistoryError>>()?;
    Ok(Entry {
        header: line.header.into_bytes(),
        signature: line.signature,
        parts,
    })
}
