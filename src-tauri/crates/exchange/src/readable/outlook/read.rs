//! A message as words.

use super::attached::attached;
use super::store::{Store, page_of};
use crate::readable::harmless::{self, bare};
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody, Unreadable};
use crate::readable::{decode, html};

const WHAT: &str = "an Outlook message";
/// The message itself, and not a recipient or an attachment.
const ROOT: &str = "/";

const SUBJECT: u16 = 0x0037;
/// On whose behalf, and who sent it: name, address on the internet, address within the organisation.
const FOR_WHOM: [u16; 3] = [0x0042, 0x5d02, 0x0065];
const SENDER: [u16; 3] = [0x0c1a, 0x5d01, 0x0c1f];
const RECIPIENT: [u16; 3] = [super::attached::NAME, 0x39fe, 0x3003];
const RECIPIENT_KIND: u16 = 0x0c15;
const MOMENTS: [(u16, &str); 2] = [(0x0039, "Sent, in UTC"), (0x0e06, "Arrived, in UTC")];
const FLAGS: u16 = 0x0e07;
const UNSENT: u32 = 8;
const INTERNET_HEAD: u16 = 0x007d;
const MESSAGE_ID: u16 = 0x1035;
const PLAIN: u16 = 0x1000;
const RICH: u16 = 0x1009;
const FORMATTED: u16 = 0x1013;
const CODE_PAGE: u16 = 0x3ffd;
const INTERNET_PAGE: u16 = 0x3fde;

/// Reads a message.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let damaged = Unreadable::Damaged { what: WHAT };
    let mut store = Store::open(bytes, limits.unpacked).ok_or(damaged)?;
    let page = store.number(ROOT, CODE_PAGE);
    let internet = store.number(ROOT, INTERNET_PAGE);
    store.page = page_of(page.or(internet));
    let known = [SUBJECT, PLAIN, INTERNET_HEAD, SENDER[0]];
    if !known.iter().any(|id| store.words(ROOT, *id).is_some()) {
        return Err(damaged);
    }
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    for (label, words) in facts(&mut store, &mut read, limits) {
        let words = harmless::line(&words);
        if left.take(words.len()) {
            read.fact(&label, words);
        } else {
            read.cut();
        }
    }
    match store.words(ROOT, INTERNET_HEAD) {
        Some(head) => {
            let heading = "The head as it came over the internet, with the way it came";
            lines(&mut read, heading, &head, &mut left);
        }
        None => read.note("No head of the internet is kept in it, as in a draft, or in what was sent within one organisation. The way it came cannot be told from it."),
    }
    bodies(&mut store, &mut read, &mut left, internet);
    attached(&mut store, &mut read, limits);
    if store.tired() {
        read.note(
            "More lies in it than is looked at here. What is printed and listed is not all of it.",
        );
    }
    read.note("Outlook keeps more about a message than is printed here, such as categories, reminders and when it was last changed. It is in the file itself.");
    Ok(read)
}

/// Who, to whom, about what and when.
fn facts(store: &mut Store<'_>, read: &mut Readable, limits: &Limits) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut add = |label: &str, words: Option<String>| {
        facts.extend(words.map(|words| (label.to_owned(), words)));
    };
    let for_whom = person(store, ROOT, FOR_WHOM);
    let sender = person(store, ROOT, SENDER);
    if for_whom.is_some() && sender.is_some() && for_whom != sender {
        add("From", for_whom);
        add("Sent by", sender);
    } else {
        add("From", sender.or(for_whom));
    }
    let recipients = store.folders("__recip_version1.0_#");
    for folder in recipients.iter().take(limits.files) {
        let label = match store.number(folder, RECIPIENT_KIND).map(|kind| kind & 0xf) {
            Some(1) => "To",
            Some(2) => "Cc",
            Some(3) => "Bcc",
            _ => "Recipient",
        };
        add(label, person(store, folder, RECIPIENT));
    }
    if recipients.len() > limits.files {
        read.note(format!(
            "It has {} more recipients than are listed here.",
            recipients.len() - limits.files
        ));
    }
    add("Subject", store.words(ROOT, SUBJECT));
    for (id, label) in MOMENTS {
        add(label, store.moment(id));
    }
    add("Message-ID", store.words(ROOT, MESSAGE_ID));
    let flags = store.number(ROOT, FLAGS).unwrap_or_default();
    if flags & UNSENT != 0 {
        read.note("Outlook says of it that it was not sent: it is a draft.");
    }
    facts
}

fn person(store: &mut Store<'_>, folder: &str, ids: [u16; 3]) -> Option<String> {
    let [name, internet, within] = ids.map(|id| store.words(folder, id));
    match (name, internet.or(within)) {
        (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
        (name, address) => address.or(name),
    }
}

fn lines(read: &mut Readable, heading: &str, text: &str, left: &mut Left) {
    let (lines, whole) = left.text(text);
    if !whole {
        read.cut();
    }
    read.part(heading, ReadableBody::Words(lines));
}

/// The words: plain ones, and formatted ones beside them only where they say something else.
fn bodies(store: &mut Store<'_>, read: &mut Readable, left: &mut Left, internet: Option<u32>) {
    let plain = store.words(ROOT, PLAIN);
    if let Some(words) = &plain {
        lines(read, "Words of the message", words, left);
    }
    let page = match store.bytes(ROOT, FORMATTED) {
        Some(bytes) => Some(decode::words(bytes, Some(page_of(internet).name()), read)),
        None => store.words(ROOT, FORMATTED),
    };
    if let Some(page) = page {
        let text = html::to_text(&page, read);
        if plain.as_deref().map(bare) == Some(bare(&text)) {
            read.note(
                "It also has a formatted form with the same words, which is not printed again.",
            );
        } else {
            let heading = "Words of the message, from its formatted form";
            lines(read, heading, &text, left);
        }
    } else if store.has_bytes(ROOT, RICH) {
        read.note(if plain.is_some() {
            "It also has a form with fonts and colours, which is not printed. It may hold pictures, links or words that the plain form leaves out."
        } else {
            "Its words are kept only in Outlook\u{2019}s own form with fonts and colours, which is not printed here. They are in the file itself."
        });
    } else if plain.is_none() {
        read.note("It has no words of its own that can be printed.");
    }
}
