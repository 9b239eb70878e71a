//! The words of an e-mail.

use std::collections::BTreeSet;

use mail_parser::{GetHeader, HeaderName, MessagePart, MimeHeaders, PartType};

use super::read::Mail;
use crate::readable::harmless::bare;
use crate::readable::limits::Left;
use crate::readable::shape::{Readable, ReadableBody};
use crate::readable::{decode, html};

/// The words: plain where there are plain ones, and formatted ones beside them only where they say something else.
pub(super) fn bodies(read: &mut Readable, mail: &Mail<'_>, left: &mut Left) {
    let mut said = BTreeSet::new();
    for at in printed(mail) {
        let Some(part) = mail.message.part(at) else {
            continue;
        };
        let formatted = part.is_content_type("text", "html");
        let head = mail.head(part);
        let kind = head
            .header_value(&HeaderName::ContentType)
            .and_then(|value| value.as_content_type());
        let (bytes, good) = mail.body(part);
        if !good {
            damaged(read);
        }
        let label = kind
            .and_then(|kind| kind.attribute("charset"))
            .map(str::to_owned);
        let label = label.or_else(|| formatted.then(|| charset_of(&bytes)).flatten());
        let mut text = decode::words(bytes, label.as_deref(), read);
        if formatted {
            text = html::to_text(&text, read);
        }
        if text.trim().is_empty() {
            continue;
        }
        if !said.insert(bare(&text)) && formatted {
            read.note(
                "It also has a formatted form with the same words, which is not printed again.",
            );
            continue;
        }
        let (lines, whole) = left.text(&text);
        let heading = if formatted {
            "Words of the e-mail, from its formatted form"
        } else {
            "Words of the e-mail"
        };
        read.part(heading, ReadableBody::Words(lines));
        if !whole {
            read.cut();
            return;
        }
    }
    if said.is_empty() {
        read.note("It has no words of its own that can be printed.");
    }
}

/// The parts that are printed, in their order.
pub(super) fn printed(mail: &Mail<'_>) -> BTreeSet<u32> {
    let message = mail.message;
    let mut all: BTreeSet<u32> = message.text_body.iter().copied().collect();
    all.extend(&message.html_body);
    // The library takes for a file what it could not tell apart, and what was cut off. Words without a name are words.
    let attached = message.attachments.iter().copied();
    all.extend(attached.filter(|at| message.part(*at).is_some_and(is_words)));
    all
}

fn is_words(part: &MessagePart<'_>) -> bool {
    let attached = part
        .content_disposition()
        .is_some_and(|said| said.is_attachment());
    let kind = part.content_type();
    let words = kind.is_none_or(|kind| match kind.ctype() {
        "multipart" => true,
        "text" => kind
            .subtype()
            .is_none_or(|sub| matches!(sub, "plain" | "html")),
        _ => false,
    });
    let text = matches!(part.body, PartType::Text(_) | PartType::Html(_));
    text && words && !attached && part.attachment_name().is_none()
}

pub(super) fn damaged(read: &mut Readable) {
    read.note("Something in it is not written as its head says. It was read as far as it goes, and may be damaged or cut off.");
}

/// `<meta charset="utf-8">`, where the head says nothing.
fn charset_of(page: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(page.get(..2048).unwrap_or(page)).to_ascii_lowercase();
    let after = start
        .split_once("charset=")?
        .1
        .trim_start_matches(['"', '\'', ' ']);
    let end = after
        .find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_' | ':'));
    let label = after.get(..end.unwrap_or(after.len()))?;
    (!label.is_empty()).then(|| label.to_owned())
}
