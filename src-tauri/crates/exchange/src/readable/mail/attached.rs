//! What is attached to an e-mail.

use super::form::damaged;
use super::pieces::Pieces;
use crate::readable::shape::{Readable, ReadableBody, ReadableFile};
use crate::readable::{harmless, tally};

/// What is attached, by name.
pub(super) fn attached(read: &mut Readable, pieces: &Pieces<'_>) {
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
