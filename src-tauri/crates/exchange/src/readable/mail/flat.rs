//! What keeps an e-mail within what its reader bears.

/// So many lines of heads, parts, and parts that have parts are read; each takes the reader memory or another look at the whole.
const COLONS: usize = 1_000_000;
const PARTS: usize = 100_000;
const BOUNDARIES: usize = 2_000;
/// Kinds of parts whose words are read as a message within the message.
const NESTING: [&[u8; 6]; 3] = [b"rfc822", b"global", b"digest"];

/// Whether it holds more than is read.
pub(super) fn too_much(bytes: &[u8]) -> bool {
    let colons = bytes.iter().filter(|byte| **byte == b':').count();
    let parts = bytes.windows(3).filter(|three| *three == b"\n--").count();
    let boundaries = bytes
        .windows(8)
        .filter(|eight| eight.eq_ignore_ascii_case(b"boundary"))
        .count();
    colons > COLONS || parts > PARTS || boundaries > BOUNDARIES
}

/// A copy of equal length in which no part says that it is a message: the library would read messages within messages as deep
/// as they go, and no stack is deep enough for a file that is nothing else. Only places are taken from it, never words.
pub(super) fn flat(bytes: &[u8]) -> Vec<u8> {
    let mut flat = bytes.to_vec();
    let before = |at: usize| {
        at.checked_sub(1)
            .and_then(|before| bytes.get(before))
            .is_some_and(|byte| b"/ \t\r)\"\\".contains(byte))
    };
    let after = |at: usize| {
        bytes
            .get(at + 6)
            .is_none_or(|byte| byte.is_ascii_whitespace() || b";(\"\\".contains(byte))
    };
    for (at, word) in bytes.windows(6).enumerate() {
        if NESTING.iter().any(|kind| word.eq_ignore_ascii_case(*kind))
            && before(at)
            && after(at)
            && let Some(letter) = flat.get_mut(at)
        {
            *letter = b'x';
        }
    }
    // The library leaves out a last line without its end.
    flat.extend(b"\r\n");
    flat
}
