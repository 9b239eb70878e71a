//! An e-mail as words.

use super::attached::attached;
use super::bodies::bodies;
use super::facts::facts;
use super::head::Head;
use super::pieces::Pieces;
use crate::readable::decode;
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody, Unreadable};

const WHAT: &str = "an e-mail";

/// Lines by which an e-mail is known.
const KNOWN_BY: &[&str] = &[
    "from",
    "to",
    "date",
    "subject",
    "received",
    "message-id",
    "mime-version",
    "return-path",
];
/// Reads an e-mail; nothing where it is none, and only called one.
pub(in crate::readable) fn read(
    bytes: &[u8],
    limits: &Limits,
) -> Option<Result<Readable, Unreadable>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (head, body) = Head::read(bytes);
    let known = head
        .lines
        .iter()
        .filter(|line| KNOWN_BY.contains(&line.name.as_str()))
        .count();
    if known < 2 {
        return None;
    }
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    facts(&mut read, &head, &mut left);
    let pieces = Pieces::of(head, body, limits);
    bodies(&mut read, &pieces, &mut left);
    attached(&mut read, &pieces);
    outside(&mut read, &pieces, &mut left);
    said(&mut read, &pieces);
    Some(Ok(read))
}

fn outside(read: &mut Readable, pieces: &Pieces<'_>, left: &mut Left) {
    let mut lines = Vec::new();
    for words in &pieces.outside {
        let (more, whole) = left.text(&decode::words(words.to_vec(), None).text);
        lines.extend(more);
        if !whole {
            read.cut();
            break;
        }
    }
    if lines.is_empty() {
        return;
    }
    read.part(
        "Words outside its parts, which mail programs do not show",
        ReadableBody::Words(lines),
    );
}

fn said(read: &mut Readable, pieces: &Pieces<'_>) {
    if pieces.more > 0 {
        read.note(format!(
            "It has at least {} more parts, which are neither printed nor listed here.",
            pieces.more
        ));
    }
    if pieces.cut {
        read.note("It ends before its last part does. It may have been cut off.");
    }
    if pieces.too_deep {
        read.note("Parts lie in each other deeper than is opened here. What is deeper is printed as it is written.");
    }
    if pieces.no_boundary {
        read.note("Where it says that it has parts, none could be told apart. Those lines are printed as they are written.");
    }
    if pieces.long_head {
        read.note("The head of a part is longer than is read here.");
    }
}
