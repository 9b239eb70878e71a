//! An e-mail as words.

use super::head::Head;
use super::pieces::{Piece, Pieces};
use super::value::{Value, decoded, utc};
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody, ReadableFile, Unreadable};
use crate::readable::{decode, harmless, html, tally};

const WHAT: &str = "an e-mail";

/// Lines of a head that are shown, by their name and as a person knows them.
const SHOWN: &[(&str, &str)] = &[
    ("from", "From"),
    ("sender", "Sent by"),
    ("reply-to", "Reply to"),
    ("to", "To"),
    ("cc", "Cc"),
    ("bcc", "Bcc"),
    ("date", "Date, as written"),
    ("subject", "Subject"),
    ("message-id", "Message-ID"),
    ("in-reply-to", "In reply to"),
    ("return-path", "Return path"),
    ("delivered-to", "Delivered to"),
    (
        "x-originating-ip",
        "Sender\u{2019}s address on the internet, as a server wrote it",
    ),
    ("resent-from", "Sent on by"),
    ("resent-to", "Sent on to"),
    ("resent-date", "Sent on, as written"),
];
/// Lines that say how the rest is to be read.
const OF_THE_FORM: &[&str] = &[
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "content-language",
    "content-id",
    "received",
];
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
/// So many names of other lines are said.
const NAMED: usize = 60;

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

/// What the head says: to whom and when, the way it came, and the names of what else stands there.
fn facts(read: &mut Readable, head: &Head, left: &mut Left) {
    for (name, label) in SHOWN {
        let mut count = 0;
        for raw in head.all(name) {
            let words = harmless::line(&decoded(raw));
            count += 1;
            if !left.take(words.len()) {
                read.cut();
                break;
            }
            read.fact(label, words);
            if *name == "date" {
                match utc(raw) {
                    Some(moment) => read.fact("Date, in UTC", moment),
                    None => read.note("The date in its head cannot be read without guessing; it is shown as it is written."),
                }
            }
        }
        match (*name, count) {
            ("from" | "date" | "message-id", 0) => {
                read.note(format!("Its head has no line \u{201c}{label}\u{201d}."));
            }
            ("from" | "sender" | "to" | "cc" | "date" | "subject" | "message-id" | "reply-to", 2..) => read.note(format!(
                "Its head has {count} lines \u{201c}{label}\u{201d}, where one is usual. All are shown here; a mail program shows one of them."
            )),
            _ => {}
        }
    }
    way(read, head, left);
    let mut others: Vec<&str> = head
        .lines
        .iter()
        .map(|line| line.name.as_str())
        .filter(|name| !OF_THE_FORM.contains(name) && !SHOWN.iter().any(|(shown, _)| shown == name))
        .collect();
    others.sort_unstable();
    others.dedup();
    if !others.is_empty() {
        let mut names = others
            .iter()
            .take(NAMED)
            .copied()
            .collect::<Vec<_>>()
            .join(", ");
        if others.len() > NAMED {
            names.push_str(" and others");
        }
        read.note(format!(
            "Other lines of its head are not printed here: {}. They are in the file itself.",
            harmless::line(&names)
        ));
    }
    if head.strays > 0 {
        read.note("Some lines of its head are written as no mail program writes them, and are not printed here.");
    }
    if head.cut {
        read.note("Its head is longer than is read here. The rest of it is in the file itself.");
    }
}

/// The line of each server, which proves the way it came.
fn way(read: &mut Readable, head: &Head, left: &mut Left) {
    let lines: Vec<String> = head.all("received").map(harmless::line).collect();
    if lines.is_empty() {
        read.note("No server\u{2019}s line says the way it came: it is a draft, a copy of what was sent, or was changed.");
        return;
    }
    let (lines, whole) = left.lines(lines);
    if !whole {
        read.cut();
    }
    read.part(
        "The way it came, a line for each server, the last first",
        ReadableBody::Words(lines),
    );
}

/// What a piece is to be read as.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Plain,
    Formatted,
}

impl Piece<'_> {
    fn name(&self) -> Option<String> {
        let disposition = self.head.first("content-disposition").map(Value::read);
        disposition
            .and_then(|value| value.parameter("filename"))
            .or_else(|| self.kind.parameter("name"))
    }

    /// Where it is a body and not a file.
    fn form(&self) -> Option<Form> {
        let attached = self
            .head
            .first("content-disposition")
            .is_some_and(|raw| Value::read(raw).main == "attachment");
        if attached || self.name().is_some() {
            return None;
        }
        match self.kind.main.as_str() {
            "" | "text/plain" | "text" => Some(Form::Plain),
            "text/html" => Some(Form::Formatted),
            // It says that it has parts and has none, or lies too deep: its lines are all there is.
            main if main.starts_with("multipart/") => Some(Form::Plain),
            _ => None,
        }
    }

    /// Its bytes as they were before they were written in letters.
    fn bytes(&self) -> decode::Unpacked {
        let way = self
            .head
            .first("content-transfer-encoding")
            .unwrap_or_default();
        match way.trim().to_ascii_lowercase().as_str() {
            "base64" => decode::base64(self.body),
            "quoted-printable" => decode::quoted(self.body, false),
            _ => decode::Unpacked {
                bytes: self.body.to_vec(),
                odd: false,
            },
        }
    }

    fn words(&self, form: Form, read: &mut Readable) -> Vec<String> {
        let unpacked = self.bytes();
        if unpacked.odd {
            damaged(read);
        }
        let label = self.kind.parameter("charset").or_else(|| match form {
            Form::Formatted => charset_of(&unpacked.bytes),
            Form::Plain => None,
        });
        let words = decode::words(unpacked.bytes, label.as_deref());
        if let Some(note) = words.note {
            read.note(note);
        }
        match form {
            Form::Plain => harmless::lines(&words.text),
            Form::Formatted => harmless::lines(&html::to_text(&words.text)),
        }
    }
}

fn damaged(read: &mut Readable) {
    read.note("Something in it is not written as its head says. It was read as far as it goes, and may be damaged.");
}

/// `<meta charset="utf-8">`, where the head says nothing.
fn charset_of(page: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(page.get(..2048).unwrap_or(page)).to_ascii_lowercase();
    let after = start
        .split_once("charset=")?
        .1
        .trim_start_matches(['"', '\'', ' ']);
    let label: String = after
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':'))
        .collect();
    Some(label).filter(|label| !label.is_empty())
}

/// The words: plain where there are plain ones, and formatted ones beside them only where they say something else.
fn bodies(read: &mut Readable, pieces: &Pieces<'_>, left: &mut Left) {
    let mut plain_of: Vec<(usize, Vec<String>)> = Vec::new();
    let mut any = false;
    let mut repeated = 0_usize;
    for piece in &pieces.pieces {
        let Some(form) = piece.form() else { continue };
        let lines = piece.words(form, read);
        if lines.iter().all(String::is_empty) {
            continue;
        }
        any = true;
        if let (Form::Formatted, Some(choice)) = (form, piece.choice) {
            let same = plain_of
                .iter()
                .any(|(of, plain)| *of == choice && bare(plain) == bare(&lines));
            if same {
                repeated += 1;
                continue;
            }
        }
        let heading = match form {
            Form::Plain => "Words of the e-mail",
            Form::Formatted => "Words of the e-mail, from its formatted form",
        };
        if form == Form::Formatted {
            read.note("The formatted form is printed as plain lines: colours, sizes and pictures are not shown, addresses behind links are written out, and words that were hidden by their colour or size are shown like any other.");
        }
        if let (Form::Plain, Some(choice)) = (form, piece.choice) {
            plain_of.push((choice, lines.clone()));
        }
        let (lines, whole) = left.lines(lines);
        if !whole {
            read.cut();
        }
        read.part(heading, ReadableBody::Words(lines));
        if !whole {
            return;
        }
    }
    if repeated > 0 {
        read.note("It also has a formatted form with the same words, which is not printed again.");
    }
    if !any {
        read.note("It has no words of its own that can be printed.");
    }
}

/// Letters and figures alone, by which two forms of one text are compared.
fn bare(lines: &[String]) -> String {
    lines
        .iter()
        .flat_map(|line| line.chars())
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// What is attached, by name.
fn attached(read: &mut Readable, pieces: &Pieces<'_>) {
    let mut files = Vec::new();
    for piece in pieces.pieces.iter().filter(|piece| piece.form().is_none()) {
        let unpacked = piece.bytes();
        if unpacked.odd {
            damaged(read);
        }
        let media = piece.kind.main.as_str();
        let name = piece.name();
        match media {
            "application/ms-tnef" => read.note("An attachment is packed in Outlook\u{2019}s own way (winmail.dat). It may hold files and words that are not shown here."),
            "application/pkcs7-mime" | "application/x-pkcs7-mime" | "application/pgp-encrypted" => {
                read.note("It is sealed or signed in a way that is not opened here, and its words may be inside. The file itself holds them.");
            }
            _ => {}
        }
        if name
            .as_deref()
            .is_some_and(|name| name.chars().any(harmless::hides))
        {
            read.note("The name of an attachment holds signs that hide or turn round what is read. They are written out, as in [U+202E].");
        }
        files.push(ReadableFile {
            name: match name {
                Some(name) => harmless::name(&name),
                None if media == "message/rfc822" => "(an e-mail without a name)".to_owned(),
                None => "(no name)".to_owned(),
            },
            media: harmless::line(media),
            size: unpacked.bytes.len() as u64,
            sha256: Some(tally::of(&unpacked.bytes)),
        });
    }
    if !files.is_empty() {
        read.note("Attachments are named and not opened. Their sizes and SHA-256 are those of the files as a mail program would save them.");
        read.part("Attachments", ReadableBody::Files(files));
    }
}

fn outside(read: &mut Readable, pieces: &Pieces<'_>, left: &mut Left) {
    let mut lines = Vec::new();
    for words in &pieces.outside {
        lines.extend(harmless::lines(&decode::words(words.to_vec(), None).text));
    }
    if lines.is_empty() {
        return;
    }
    let (lines, whole) = left.lines(lines);
    if !whole {
        read.cut();
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
