//! Text from a file, whatever encoding it came in.

use crate::roll::decode_text;

/// Text of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Reading {
    /// The words.
    pub text: String,
    /// The name of the encoding they were in.
    pub encoding: &'static str,
}

// It may be a child's own words.
impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reading({}, {} bytes)", self.encoding, self.text.len())
    }
}

/// Reads the beginning of a text, or all of it. A part that was cut ends with its last whole line, so that no letter is
/// torn and the encoding is not mistaken for another.
pub fn read_text(mut bytes: Vec<u8>, whole: bool) -> Reading {
    if !whole {
        let wide = is_wide(&bytes);
        match bytes.iter().rposition(|byte| *byte == b'\n') {
            Some(last) if !wide => bytes.truncate(last + 1),
            _ => bytes.truncate(bytes.len() & !1),
        }
    }
    let read = decode_text(bytes);
    // A bell or a null shows as nothing, and a line that seems empty is read as one.
    let text = read
        .text
        .chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => c,
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect();
    Reading {
        text,
        encoding: read.encoding,
    }
}

/// Whether bytes may be shown as text.
pub(super) fn is_text(head: &[u8]) -> bool {
    if is_wide(head) {
        return true;
    }
    let control = |byte: &&u8| {
        byte.is_ascii_control() && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
    };
    head.iter().filter(control).count() == 0
}

/// UTF-16, with its mark or by the nulls of plain letters.
fn is_wide(head: &[u8]) -> bool {
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return true;
    }
    let sample = head.get(..head.len().min(4096)).unwrap_or_default();
    let nulls = |odd: usize| {
        let bytes = sample.iter().skip(odd).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (nulls(0), nulls(1));
    let most = sample.len() / 2;
    most > 8 && ((even == 0 && odd * 4 > most * 3) || (odd == 0 && even * 4 > most * 3))
}
