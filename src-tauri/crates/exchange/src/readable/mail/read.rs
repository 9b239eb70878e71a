//! An e-mail as words.

use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{Encoding, Header, HeaderName, Message, MessageParser, MessagePart};

use super::flat::{flat, too_much};
use super::{attached::attached, bodies::bodies, facts::facts};
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, Unreadable};

const WHAT: &str = "an e-mail";
/// Lines by which an e-mail is known; two of them make one.
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

/// An e-mail with the places of its parts. Words are only ever taken from the bytes as they came.
pub(super) struct Mail<'a> {
    bytes: &'a [u8],
    pub(super) message: &'a Message<'a>,
}

impl Mail<'_> {
    fn slice(&self, from: u32, to: u32) -> &[u8] {
        let place = |at: u32| (at as usize).min(self.bytes.len());
        self.bytes.get(place(from)..place(to)).unwrap_or_default()
    }

    /// The head of a part as it came.
    pub(super) fn head(&self, part: &MessagePart<'_>) -> Vec<Header<'static>> {
        heads(self.slice(part.offset_header, part.offset_body))
    }

    /// The bytes of a part as they were before they were written in letters; false where not all of it is written as it says.
    pub(super) fn body(&self, part: &MessagePart<'_>) -> (Vec<u8>, bool) {
        let written = self.slice(part.offset_body, part.offset_end);
        let read = match part.encoding {
            Encoding::None => Some(written.to_vec()),
            Encoding::Base64 => base64_decode(written),
            Encoding::QuotedPrintable => quoted_printable_decode(written),
        };
        match read {
            Some(bytes) => (bytes, !part.is_encoding_problem),
            None => (written.to_vec(), false),
        }
    }
}

/// The lines of a head, encoded words read.
fn heads(bytes: &[u8]) -> Vec<Header<'static>> {
    let ended = [bytes, b"\r\n"].concat();
    let message = parser().parse_headers(&ended).map(Message::into_owned);
    let first = message.and_then(|message| message.parts.into_iter().next());
    first.map(|part| part.headers).unwrap_or_default()
}

fn parser() -> MessageParser {
    MessageParser::new()
        .with_mime_headers()
        .default_header_text()
}

pub(super) fn named(name: &HeaderName<'_>) -> String {
    name.as_str().trim().to_ascii_lowercase()
}

/// Reads an e-mail; nothing where it is none, and only called one.
pub(in crate::readable) fn read(
    bytes: &[u8],
    limits: &Limits,
) -> Option<Result<Readable, Unreadable>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // The first line of a mailbox file.
    let mailbox = bytes.starts_with(b"From ");
    let bytes = if mailbox {
        bytes.splitn(2, |byte| *byte == b'\n').nth(1)?
    } else {
        bytes
    };
    if too_much(bytes) {
        return Some(Err(Unreadable::TooLarge { what: WHAT }));
    }
    let flat = flat(bytes);
    let message = parser().parse(&flat)?;
    let mail = Mail {
        bytes,
        message: &message,
    };
    let root = message.parts.first()?;
    let head = mail.head(root);
    let known = head
        .iter()
        .filter(|line| KNOWN_BY.contains(&named(&line.name).as_str()))
        .count();
    if known < 2 {
        return None;
    }
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    facts(&mut read, &head, &mut left);
    strays(&mut read, mail.slice(root.offset_header, root.offset_body));
    bodies(&mut read, &mail, &mut left);
    attached(&mut read, &mail, limits);
    if message.parts.len() > 1 {
        read.note("Words before the first and after the last of its parts, which mail programs do not show, are not printed.");
    }
    if mailbox {
        read.note("It begins as a mailbox file does. Where more e-mails follow the first, they are not told apart.");
    }
    Some(Ok(read))
}

fn strays(read: &mut Readable, head: &[u8]) {
    let mut lines = head.split(|byte| *byte == b'\n');
    let stray = lines.any(|line| {
        let blank = line.trim_ascii().is_empty();
        !blank && !line.starts_with(b" ") && !line.starts_with(b"\t") && !line.contains(&b':')
    });
    if stray {
        read.note("Some lines of its head are written as no mail program writes them, and are not printed here.");
    }
}
