//! A message from its properties ([MS-OXPROPS] gives their numbers).

use encoding_rs::Encoding;

use super::store::{OF_MESSAGE, OF_OTHERS, Store, page_of};
use crate::readable::compound::Compound;
use crate::readable::harmless::{self, bare};
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody, ReadableFile, Unreadable};
use crate::readable::{decode, html, tally};

const WHAT: &str = "an Outlook message";

const SUBJECT: u16 = 0x0037;
const KIND: u16 = 0x001a;
const FOR_NAME: u16 = 0x0042;
const FOR_ADDRESS: u16 = 0x0065;
const FOR_INTERNET: u16 = 0x5d02;
const SENDER_NAME: u16 = 0x0c1a;
const SENDER_ADDRESS: u16 = 0x0c1f;
const SENDER_INTERNET: u16 = 0x5d01;
const SENT: u16 = 0x0039;
const ARRIVED: u16 = 0x0e06;
const CHANGED: u16 = 0x3008;
const FLAGS: u16 = 0x0e07;
const UNSENT: u32 = 8;
const INTERNET_HEAD: u16 = 0x007d;
const MESSAGE_ID: u16 = 0x1035;
const PLAIN: u16 = 0x1000;
const RICH: u16 = 0x1009;
const FORMATTED: u16 = 0x1013;
const CODE_PAGE: u16 = 0x3ffd;
const INTERNET_PAGE: u16 = 0x3fde;
const RECIPIENT_KIND: u16 = 0x0c15;
const NAME: u16 = 0x3001;
const ADDRESS: u16 = 0x3003;
const INTERNET_ADDRESS: u16 = 0x39fe;
const FILE: u16 = 0x3701;
const LONG_NAME: u16 = 0x3707;
const SHORT_NAME: u16 = 0x3704;
const MEDIA: u16 = 0x370e;

/// Reads a message.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let damaged = Unreadable::Damaged { what: WHAT };
    let mut file = Compound::open(bytes, limits.unpacked).map_err(|_| damaged)?;
    let store = Store::read(&mut file, Compound::ROOT, OF_MESSAGE);
    let page = page_of(
        store
            .number(CODE_PAGE)
            .or_else(|| store.number(INTERNET_PAGE)),
    );
    let known = [SUBJECT, KIND, PLAIN, SENDER_NAME, INTERNET_HEAD]
        .iter()
        .any(|id| store.words(&mut file, *id, page).is_some());
    if !known {
        return Err(damaged);
    }
    let mut message = Message {
        read: Readable::new(WHAT),
        left: Left::of(limits),
        page,
        file,
        store,
    };
    message.people(limits);
    message.moments();
    message.head();
    message.bodies();
    message.attached(limits);
    if message.file.tired() {
        message.read.note(
            "More lies in it than is looked at here. What is printed and listed is not all of it.",
        );
    }
    message.read.note("Outlook keeps more about a message than is printed here, such as categories and reminders. It is in the file itself.");
    Ok(message.read)
}

struct Message<'a> {
    read: Readable,
    left: Left,
    page: &'static Encoding,
    file: Compound<'a>,
    store: Store,
}

impl Message<'_> {
    fn words(&mut self, id: u16) -> Option<String> {
        self.store
            .words(&mut self.file, id, self.page)
            .filter(|words| !words.trim().is_empty())
    }

    fn fact(&mut self, label: &str, words: Option<String>) {
        let Some(words) = words else { return };
        let words = harmless::line(&words);
        if self.left.take(words.len()) {
            self.read.fact(label, words);
        } else {
            self.read.cut();
        }
    }

    fn people(&mut self, limits: &Limits) {
        let from = [
            (FOR_NAME, FOR_INTERNET, FOR_ADDRESS),
            (SENDER_NAME, SENDER_INTERNET, SENDER_ADDRESS),
        ]
        .map(|(name, internet, other)| {
            let name = self.words(name);
            let address = self.words(internet).or_else(|| self.words(other));
            person(name, address)
        });
        let [for_whom, sender] = from;
        if for_whom.is_some() && sender.is_some() && for_whom != sender {
            self.fact("From", for_whom);
            self.fact("Sent by", sender);
        } else {
            self.fact("From", sender.or(for_whom));
        }
        let recipients = self.store.storages("__RECIP_VERSION1.0_#");
        for at in recipients.iter().take(limits.files) {
            let one = Store::read(&mut self.file, *at, OF_OTHERS);
            let name = one.words(&mut self.file, NAME, self.page);
            let address = one
                .words(&mut self.file, INTERNET_ADDRESS, self.page)
                .or_else(|| one.words(&mut self.file, ADDRESS, self.page));
            let label = match one.number(RECIPIENT_KIND).map(|kind| kind & 0xf) {
                Some(1) => "To",
                Some(2) => "Cc",
                Some(3) => "Bcc",
                _ => "Recipient",
            };
            self.fact(label, person(name, address));
        }
        if recipients.len() > limits.files {
            self.read.note(format!(
                "It has {} more recipients than are listed here.",
                recipients.len() - limits.files
            ));
        }
        let subject = self.words(SUBJECT);
        self.fact("Subject", subject);
    }

    fn moments(&mut self) {
        let sent = self.store.moment(SENT);
        self.fact("Sent, in UTC", sent);
        let arrived = self.store.moment(ARRIVED);
        self.fact("Arrived, in UTC", arrived);
        let changed = self.store.moment(CHANGED);
        self.fact("Last changed in Outlook, in UTC", changed);
        let id = self.words(MESSAGE_ID);
        self.fact("Message-ID", id);
        if let Some(kind) = self.words(KIND).filter(|kind| kind != "IPM.Note") {
            self.fact("Outlook\u{2019}s kind of message", Some(kind));
        }
        if self
            .store
            .number(FLAGS)
            .is_some_and(|flags| flags & UNSENT != 0)
        {
            self.read
                .note("Outlook says of it that it was not sent: it is a draft.");
        }
    }

    /// The head as it came, which proves the way.
    fn head(&mut self) {
        let Some(head) = self.words(INTERNET_HEAD) else {
            self.read.note("No head of the internet is kept in it, as in a draft, or in what was sent within one organisation. The way it came cannot be told from it.");
            return;
        };
        self.lines(
            "The head as it came over the internet, with the way it came",
            &head,
        );
    }

    fn lines(&mut self, heading: &str, text: &str) {
        let (lines, whole) = self.left.text(text);
        if !whole {
            self.read.cut();
        }
        self.read.part(heading, ReadableBody::Words(lines));
    }

    fn bodies(&mut self) {
        let plain = self.words(PLAIN);
        if let Some(words) = &plain {
            self.lines("Words of the message", words);
        }
        if let Some(formatted) = self.formatted() {
            if plain.as_deref().map(bare) == Some(bare(&formatted)) {
                self.read.note(
                    "It also has a formatted form with the same words, which is not printed again.",
                );
            } else {
                self.lines("Words of the message, from its formatted form", &formatted);
                self.read.note(html::NOTE);
            }
        } else if self.store.bytes_at(RICH).is_some() {
            self.read.note(if plain.is_some() {
                "It also has a form with fonts and colours, which is not printed. It may hold pictures, links or words that the plain form leaves out."
            } else {
                "Its words are kept only in Outlook\u{2019}s own form with fonts and colours, which is not printed here. They are in the file itself."
            });
        } else if plain.is_none() {
            self.read
                .note("It has no words of its own that can be printed.");
        }
    }

    fn formatted(&mut self) -> Option<String> {
        let page = match self.store.bytes_at(FORMATTED) {
            Some(at) => {
                let label = page_of(self.store.number(INTERNET_PAGE)).name();
                decode::words(self.file.stream(at)?, Some(label)).text
            }
            None => self.words(FORMATTED)?,
        };
        Some(html::to_text(&page)).filter(|text| !text.trim().is_empty())
    }

    fn attached(&mut self, limits: &Limits) {
        let all = self.store.storages("__ATTACH_VERSION1.0_#");
        let mut files = Vec::new();
        for at in all.iter().take(limits.files) {
            let one = Store::read(&mut self.file, *at, OF_OTHERS);
            let mut words = |id| {
                one.words(&mut self.file, id, self.page)
                    .filter(|words| !words.trim().is_empty())
            };
            let name = words(LONG_NAME)
                .or_else(|| words(SHORT_NAME))
                .or_else(|| words(NAME));
            let media = words(MEDIA).unwrap_or_default();
            if name
                .as_deref()
                .is_some_and(|name| name.chars().any(harmless::hides))
            {
                self.read.note("The name of an attachment holds signs that hide or turn round what is read. They are written out, as in [U+202E].");
            }
            let (size, sha256) = match (one.bytes_at(FILE), one.storage_at(FILE)) {
                (Some(stream), _) => {
                    let read = self.file.stream(stream);
                    if read.is_none() {
                        self.read.note("The bytes of an attachment could not be read, so it has no SHA-256 here. The file is damaged there, or says more than it holds.");
                    }
                    (self.file.size(stream), read.map(|bytes| tally::of(&bytes)))
                }
                (None, Some(storage)) => {
                    self.read.note("An attachment is another Outlook item inside this one. It is named and not opened; it has no bytes of its own, so its SHA-256 is that of the whole message.");
                    (self.size_of(storage), None)
                }
                (None, None) => {
                    self.read
                        .note("An attachment is only a link to a file that lies elsewhere.");
                    (0, None)
                }
            };
            files.push(ReadableFile {
                name: harmless::name(name.as_deref().unwrap_or_default()),
                media: harmless::line(&media),
                size,
                sha256,
            });
        }
        if all.len() > files.len() {
            self.read.note(format!(
                "It has {} more attachments, which are not listed here.",
                all.len() - files.len()
            ));
        }
        if !files.is_empty() {
            self.read.note("Attachments are named and not opened.");
            self.read.part("Attachments", ReadableBody::Files(files));
        }
    }

    /// The bytes of all streams in a storage, and in those within it.
    fn size_of(&mut self, storage: usize) -> u64 {
        let mut seen = std::collections::BTreeSet::new();
        let mut waiting = vec![storage];
        let mut size = 0_u64;
        while let Some(at) = waiting.pop() {
            if !seen.insert(at) {
                continue;
            }
            let inside: Vec<(usize, bool)> = self
                .file
                .inside(at)
                .into_iter()
                .map(|(_, at, is_storage)| (at, is_storage))
                .collect();
            for (at, is_storage) in inside {
                if is_storage {
                    waiting.push(at);
                } else {
                    size = size.saturating_add(self.file.size(at));
                }
            }
        }
        size
    }
}

fn person(name: Option<String>, address: Option<String>) -> Option<String> {
    let given = |words: Option<String>| words.filter(|words| !words.trim().is_empty());
    match (given(name), given(address)) {
        (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
        (name, address) => address.or(name),
    }
}
