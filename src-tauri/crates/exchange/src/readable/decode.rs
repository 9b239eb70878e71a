//! From the letters of an e-mail to its bytes, and from bytes to words.

use encoding_rs::{Encoding, REPLACEMENT};

use crate::roll::decode_text;

/// Bytes that were written in letters.
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// Something stood in it that the way of writing does not have.
    pub(super) odd: bool,
}

/// Base64 as mail programs write it: line ends anywhere, and whatever is no letter of it passed over.
pub(super) fn base64(from: &[u8]) -> Unpacked {
    let mut bytes = Vec::with_capacity(from.len() / 4 * 3);
    let (mut held, mut bits, mut odd, mut ended) = (0_u32, 0_u32, false, false);
    for byte in from {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                (held, bits, ended) = (0, 0, true);
                continue;
            }
            _ => {
                odd |= !byte.is_ascii_whitespace();
                continue;
            }
        };
        odd |= ended;
        held = (held << 6) | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from((held >> bits) & 0xff));
            held &= (1 << bits) - 1;
        }
    }
    Unpacked { bytes, odd }
}

/// Quoted-printable. What is no code stays as it is written.
pub(super) fn quoted(from: &[u8], space_as_underscore: bool) -> Unpacked {
    let mut bytes = Vec::with_capacity(from.len());
    let mut odd = false;
    let mut rest = from;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'=' => {
                if let Some(code) = after.first_chunk::<2>().and_then(hex) {
                    bytes.push(code);
                    rest = after.get(2..).unwrap_or_default();
                } else if let Some(next_line) = after_line_end(after) {
                    rest = next_line;
                } else {
                    odd = true;
                    bytes.push(b'=');
                }
            }
            b'_' if space_as_underscore => bytes.push(b' '),
            _ => bytes.push(*byte),
        }
    }
    Unpacked { bytes, odd }
}

/// A byte from two figures of base 16.
pub(super) fn hex(pair: &[u8; 2]) -> Option<u8> {
    let [high, low] = pair.map(|figure| char::from(figure).to_digit(16));
    u8::try_from(high? * 16 + low?).ok()
}

/// What follows a line end that only blanks precede.
fn after_line_end(text: &[u8]) -> Option<&[u8]> {
    let blanks = text
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
        .count();
    match text.get(blanks) {
        None => Some(&[]),
        Some(b'\n') => text.get(blanks + 1..),
        Some(_) => None,
    }
}

/// Words, and what has to be said about how they were read.
pub(super) struct Words {
    pub(super) text: String,
    pub(super) note: Option<String>,
}

/// Words in the encoding that a part says it is in, or, where it says none or lies, in the one it looks like.
pub(super) fn words(bytes: Vec<u8>, label: Option<&str>) -> Words {
    let label = label.map(str::trim).filter(|label| !label.is_empty());
    let plain = bytes.is_ascii();
    let said = label.and_then(|label| {
        let ascii = ["us-ascii", "ascii"]
            .iter()
            .any(|name| label.eq_ignore_ascii_case(name));
        Encoding::for_label(label.as_bytes())
            .filter(|encoding| *encoding != REPLACEMENT && (plain || !ascii))
    });
    let Some(encoding) = said else {
        let read = decode_text(bytes);
        let note = match label {
            _ if plain && read.encoding == "UTF-8" => label
                .filter(|label| Encoding::for_label(label.as_bytes()).is_none_or(|known| known == REPLACEMENT))
                .map(|_| "Words are in an encoding that is not known here; letters beyond the plain ones may be wrong.".to_owned()),
            _ => Some(format!(
                "The encoding of some words is not said, or not known here; they were read as {}.",
                read.encoding
            )),
        };
        return Words {
            text: read.text,
            note,
        };
    };
    let (text, used, broken) = encoding.decode(&bytes);
    let note = broken.then(|| {
        format!(
            "Some letters could not be read as {}; a \u{fffd} stands for each.",
            used.name()
        )
    });
    Words {
        text: text.into_owned(),
        note,
    }
}
