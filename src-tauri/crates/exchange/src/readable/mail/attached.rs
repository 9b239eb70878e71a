//! What is attached to an e-mail.

use mail_parser::{GetHeader, HeaderName};

use super::bodies::{damaged, printed};
use super::read::Mail;
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, ReadableBody, ReadableFile};
use crate::readable::{harmless, tally};

/// What is attached, by name.
pub(super) fn attached(read: &mut Readable, mail: &Mail<'_>, limits: &Limits) {
    let bodies = printed(mail);
    let all: Vec<u32> = mail
        .message
        .attachments
        .iter()
        .copied()
        .filter(|at| !bodies.contains(at))
        .collect();
    let mut files = Vec::new();
    for at in all.iter().take(limits.files) {
        let Some(part) = mail.message.part(*at) else {
            continue;
        };
        let head = mail.head(part);
        let of = |name| {
            let value = head.header_value(&name);
            value.and_then(|value| value.as_content_type())
        };
        let (kind, disposition) = (
            of(HeaderName::ContentType),
            of(HeaderName::ContentDisposition),
        );
        let name = disposition
            .and_then(|said| said.attribute("filename"))
            .or_else(|| kind.and_then(|said| said.attribute("name")));
        let media = kind.map_or_else(String::new, |kind| {
            let sub = kind.subtype().unwrap_or_default();
            format!("{}/{sub}", kind.ctype()).to_ascii_lowercase()
        });
        match media.as_str() {
            "application/ms-tnef" => read.note("An attachment is packed in Outlook\u{2019}s own way (winmail.dat). It may hold files and words that are not shown here."),
            "application/pkcs7-mime" | "application/x-pkcs7-mime" | "application/pgp-encrypted" => {
                read.note("It is sealed or signed in a way that is not opened here, and its words may be inside. The file itself holds them.");
            }
            "message/rfc822" => read.note("Another e-mail is attached to it, which is not opened."),
            _ => {}
        }
        read.odd_name(name.unwrap_or_default());
        let (bytes, good) = mail.body(part);
        if !good {
            damaged(read);
        }
        files.push(ReadableFile {
            name: harmless::name(name.unwrap_or_default()),
            media: harmless::line(&media),
            size: bytes.len() as u64,
            sha256: Some(tally::of(&bytes)),
        });
    }
    if all.len() > limits.files {
        read.note(format!(
            "It has {} more attachments, which are not listed here.",
            all.len() - limits.files
        ));
    }
    if !files.is_empty() {
        read.note("Attachments are named and not opened. Their sizes and SHA-256 are those of the files as a mail program would save them.");
        read.part("Attachments", ReadableBody::Files(files));
    }
}
