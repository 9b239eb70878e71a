//! What lines of a head say: encoded words (RFC 2047), parameters (RFC 2231), dates (RFC 5322).

use domain::when::DateTime;

use crate::readable::decode::{base64, hex, quoted, words};

/// No encoded word is longer; a longer one stays as it is written.
const LONGEST: usize = 4_096;
/// So many parameters of one line are read.
const MOST: usize = 60;

/// A line with its encoded words read. Neighbours in one encoding are read as one, for letters are cut in two between them.
pub(super) fn decoded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut open: Option<(&str, Vec<u8>)> = None;
    let mut rest = raw;
    let mut from = 0;
    while let Some(at) = rest
        .get(from..)
        .and_then(|text| text.find("=?"))
        .map(|at| at + from)
    {
        let Some((label, bytes, length)) = rest.get(at..).and_then(encoded) else {
            from = at + 2;
            continue;
        };
        let between = rest.get(..at).unwrap_or_default();
        if open.is_none() || !between.trim().is_empty() {
            close(&mut out, open.take());
            out.push_str(between);
        }
        match &mut open {
            Some((known, held)) if known.eq_ignore_ascii_case(label) => held.extend(bytes),
            _ => {
                close(&mut out, open.take());
                open = Some((label, bytes));
            }
        }
        rest = rest.get(at + length..).unwrap_or_default();
        from = 0;
    }
    close(&mut out, open);
    out.push_str(rest);
    out
}

fn close(out: &mut String, open: Option<(&str, Vec<u8>)>) {
    if let Some((label, bytes)) = open {
        out.push_str(&words(bytes, Some(label)).text);
    }
}

/// `=?label?b?letters?=`: its label, its bytes and its length.
fn encoded(text: &str) -> Option<(&str, Vec<u8>, usize)> {
    let window = text.get(..text.floor_char_boundary(LONGEST))?;
    let inside = window.strip_prefix("=?")?;
    let (label, rest) = inside.split_once('?')?;
    // A language may follow the label.
    let label = label.split('*').next()?;
    if label.is_empty() || label.contains(char::is_whitespace) {
        return None;
    }
    let (way, rest) = rest.split_once('?')?;
    let (letters, after) = rest.split_once("?=")?;
    let bytes = match way {
        "b" | "B" => base64(letters.as_bytes()).bytes,
        "q" | "Q" => quoted(letters.as_bytes(), true).bytes,
        _ => return None,
    };
    Some((label, bytes, window.len() - after.len()))
}

/// A value with parameters, as Content-Type and Content-Disposition have.
#[derive(Default)]
pub(super) struct Value {
    /// The value itself, in small letters.
    pub(super) main: String,
    parameters: Vec<(String, String)>,
}

impl Value {
    pub(super) fn read(raw: &str) -> Self {
        let mut pieces = pieces(raw).into_iter();
        let main = pieces.next().unwrap_or_default();
        let main = main
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let parameters = pieces
            .take(MOST)
            .filter_map(|piece| {
                let (name, value) = piece.split_once('=')?;
                Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
            })
            .collect();
        Self { main, parameters }
    }

    /// A parameter: plain, in encoded words though none are allowed there, or in numbered pieces.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let exact = |wanted: &str| {
            self.parameters
                .iter()
                .find(|(known, _)| known == wanted)
                .map(|(_, value)| value.as_str())
        };
        if let Some(value) = exact(&format!("{name}*")) {
            return Some(extended(value));
        }
        let mut pieces = String::new();
        let mut coded = false;
        for number in 0..MOST {
            if let Some(piece) = exact(&format!("{name}*{number}*")) {
                coded = true;
                pieces.push_str(piece);
            } else if let Some(piece) = exact(&format!("{name}*{number}")) {
                pieces.push_str(piece);
            } else {
                break;
            }
        }
        if !pieces.is_empty() {
            return Some(if coded { extended(&pieces) } else { pieces });
        }
        exact(name).map(decoded)
    }
}

/// `label'language'letters%20`.
fn extended(value: &str) -> String {
    let mut parts = value.splitn(3, '\'');
    let (label, letters) = match (parts.next(), parts.next(), parts.next()) {
        (Some(label), Some(_), Some(letters)) => (Some(label), letters),
        _ => (None, value),
    };
    let mut bytes = Vec::with_capacity(letters.len());
    let mut rest = letters.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match after.first_chunk::<2>().and_then(hex) {
            Some(code) if *byte == b'%' => {
                bytes.push(code);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => bytes.push(*byte),
        }
    }
    words(bytes, label).text
}

/// A value cut at its semicolons, outside quotation marks; marks and what is in brackets gone.
fn pieces(raw: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let (mut quoted, mut brackets, mut escaped) = (false, 0_usize, false);
    for letter in raw.chars() {
        if escaped {
            escaped = false;
        } else if letter == '\\' && (quoted || brackets > 0) {
            escaped = true;
            continue;
        } else if letter == '"' && brackets == 0 {
            quoted = !quoted;
            continue;
        } else if !quoted && letter == '(' {
            brackets += 1;
            continue;
        } else if !quoted && letter == ')' && brackets > 0 {
            brackets -= 1;
            continue;
        } else if !quoted && letter == ';' && brackets == 0 {
            if pieces.len() > MOST {
                break;
            }
            pieces.push(String::new());
            continue;
        }
        if let (0, Some(last)) = (brackets, pieces.last_mut()) {
            last.push(letter);
        }
    }
    pieces
}

/// A date as a moment of UTC in words; nothing where it cannot be read without guessing.
pub(super) fn utc(raw: &str) -> Option<String> {
    let moment = DateTime::parse_from_rfc2822(raw.trim()).ok()?;
    Some(
        moment
            .to_utc()
            .format("%-d %B %Y, %H:%M:%S UTC")
            .to_string(),
    )
}
