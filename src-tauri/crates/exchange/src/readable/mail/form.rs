//! What one piece of an e-mail is: words, formatted words, or a file.

use super::pieces::Piece;
use super::value::Value;
use crate::readable::shape::Readable;
use crate::readable::{decode, html};

/// What a piece is to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    Formatted,
}

impl Piece<'_> {
    pub(super) fn name(&self) -> Option<String> {
        let disposition = self.head.first("content-disposition").map(Value::read);
        disposition
            .and_then(|value| value.parameter("filename"))
            .or_else(|| self.kind.parameter("name"))
    }

    /// Where it is a body and not a file.
    pub(super) fn form(&self) -> Option<Form> {
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
    pub(super) fn bytes(&self) -> decode::Unpacked {
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

    pub(super) fn words(&self, form: Form, read: &mut Readable) -> String {
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
            Form::Plain => words.text,
            Form::Formatted => html::to_text(&words.text),
        }
    }
}

pub(super) fn damaged(read: &mut Readable) {
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
