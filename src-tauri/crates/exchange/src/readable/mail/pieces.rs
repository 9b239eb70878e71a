//! The parts of an e-mail, in their order, without one reader calling itself.

use super::head::Head;
use super::split::split;
use super::value::Value;
use crate::readable::limits::Limits;

/// Words that mail programs put where only programs without parts would show them.
const CUSTOMARY: &[&str] = &[
    "multi-part message in mime format",
    "mime-encapsulated",
    "multipart message",
];

/// A part that holds no parts.
pub(super) struct Piece<'a> {
    pub(super) head: Head,
    pub(super) kind: Value,
    pub(super) body: &'a [u8],
    /// Which choice it is one of: pieces of one number say the same in other forms.
    pub(super) choice: Option<usize>,
}

/// All pieces, and what was met on the way.
#[derive(Default)]
pub(super) struct Pieces<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    /// Pieces beyond those that are told apart.
    pub(super) more: usize,
    /// Words that stand before, between or after the parts.
    pub(super) outside: Vec<&'a [u8]>,
    /// A part ends where the file does.
    pub(super) cut: bool,
    /// Parts within parts, deeper than is opened.
    pub(super) too_deep: bool,
    /// A body says that it has parts and has none.
    pub(super) no_boundary: bool,
    /// A head was longer than is read.
    pub(super) long_head: bool,
}

struct Waiting<'a> {
    bytes: &'a [u8],
    depth: usize,
    choice: Option<usize>,
    digest: bool,
}

impl<'a> Pieces<'a> {
    /// Takes an e-mail apart whose head has been read.
    pub(super) fn of(head: Head, body: &'a [u8], limits: &Limits) -> Self {
        let mut all = Self::default();
        let mut waiting = Vec::new();
        let mut choices = 0;
        all.take(
            head,
            body,
            &Waiting {
                bytes: body,
                depth: 0,
                choice: None,
                digest: false,
            },
            &mut waiting,
            &mut choices,
            limits,
        );
        while let Some(next) = waiting.pop() {
            if all.pieces.len() >= limits.files {
                // What is left is counted and not opened.
                all.more += 1;
                continue;
            }
            let (head, body) = Head::read(next.bytes);
            all.take(head, body, &next, &mut waiting, &mut choices, limits);
        }
        all
    }

    fn take(
        &mut self,
        head: Head,
        body: &'a [u8],
        of: &Waiting<'a>,
        waiting: &mut Vec<Waiting<'a>>,
        choices: &mut usize,
        limits: &Limits,
    ) {
        self.long_head |= head.cut;
        let mut kind = head
            .first("content-type")
            .map(Value::read)
            .unwrap_or_default();
        if kind.main.is_empty() && of.digest {
            "message/rfc822".clone_into(&mut kind.main);
        }
        let boundary = kind
            .parameter("boundary")
            .filter(|boundary| kind.main.starts_with("multipart/") && !boundary.is_empty());
        if let Some(boundary) = boundary {
            if of.depth >= limits.deepest {
                self.too_deep = true;
            } else if let Some(cut) = split(body, &boundary) {
                self.cut |= !cut.closed;
                self.outside.extend(
                    [cut.before, cut.after]
                        .into_iter()
                        .filter(|words| is_said(words)),
                );
                let choice = if kind.main == "multipart/alternative" {
                    *choices += 1;
                    Some(*choices)
                } else {
                    of.choice
                };
                let digest = kind.main == "multipart/digest";
                waiting.extend(cut.parts.into_iter().rev().map(|bytes| Waiting {
                    bytes,
                    depth: of.depth + 1,
                    choice,
                    digest,
                }));
                return;
            } else {
                self.no_boundary = true;
            }
        } else {
            self.no_boundary |= kind.main.starts_with("multipart/");
        }
        self.pieces.push(Piece {
            head,
            kind,
            body,
            choice: of.choice,
        });
    }
}

/// Whether something stands there that somebody may have wanted read, or hidden.
fn is_said(words: &[u8]) -> bool {
    let text = words.trim_ascii();
    let start = String::from_utf8_lossy(text.get(..200).unwrap_or(text)).to_ascii_lowercase();
    !text.is_empty() && !CUSTOMARY.iter().any(|known| start.contains(known))
}
