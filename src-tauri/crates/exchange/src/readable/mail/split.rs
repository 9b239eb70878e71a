//! A body cut at its boundary.

/// So many parts of one body are told apart; what follows them stays in the last.
const MOST: usize = 100_000;

/// What a boundary cuts a body into.
pub(super) struct Split<'a> {
    /// Before the first part.
    pub(super) before: &'a [u8],
    pub(super) parts: Vec<&'a [u8]>,
    /// After the closing boundary.
    pub(super) after: &'a [u8],
    /// The closing boundary is there.
    pub(super) closed: bool,
}

/// Cuts a body; nothing where the boundary never stands in it.
pub(super) fn split<'a>(body: &'a [u8], boundary: &str) -> Option<Split<'a>> {
    let mut found = Split {
        before: body,
        parts: Vec::new(),
        after: &[],
        closed: false,
    };
    let mut from = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let next = at + line.len();
        if let Some(last) = boundary_of(line, boundary) {
            let ended = before_line(body, at);
            match from {
                None => found.before = body.get(..ended).unwrap_or_default(),
                Some(from) => found
                    .parts
                    .push(body.get(from..ended.max(from)).unwrap_or_default()),
            }
            from = Some(next);
            if last {
                found.closed = true;
                found.after = body.get(next..).unwrap_or_default();
                return Some(found);
            }
            if found.parts.len() >= MOST {
                break;
            }
        }
        at = next;
    }
    found.parts.push(body.get(from?..).unwrap_or_default());
    Some(found)
}

/// Whether a line is the boundary, and the closing one.
fn boundary_of(line: &[u8], boundary: &str) -> Option<bool> {
    let rest = line
        .strip_prefix(b"--")?
        .strip_prefix(boundary.as_bytes())?;
    match rest.trim_ascii() {
        b"" => Some(false),
        b"--" => Some(true),
        _ => None,
    }
}

/// Where the text before a line ends: its line end belongs to the boundary.
fn before_line(body: &[u8], at: usize) -> usize {
    let before = body.get(..at).unwrap_or_default();
    let before = before.strip_suffix(b"\n").unwrap_or(before);
    before.strip_suffix(b"\r").unwrap_or(before).len()
}
