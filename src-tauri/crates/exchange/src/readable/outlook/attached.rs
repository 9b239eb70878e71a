//! What is attached to a message.

use super::store::Store;
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, ReadableBody, ReadableFile};
use crate::readable::{harmless, tally};

pub(super) const NAME: u16 = 0x3001;
const FILE: u16 = 0x3701;
const LONG_NAME: u16 = 0x3707;
const SHORT_NAME: u16 = 0x3704;
const MEDIA: u16 = 0x370e;

/// What is attached, by name.
pub(super) fn attached(store: &mut Store<'_>, read: &mut Readable, limits: &Limits) {
    let all = store.folders("__attach_version1.0_#");
    let mut files = Vec::new();
    for folder in all.iter().take(limits.files) {
        let name = [LONG_NAME, SHORT_NAME, NAME]
            .iter()
            .find_map(|id| store.words(folder, *id));
        let name = name.unwrap_or_default();
        read.odd_name(&name);
        let media = store.words(folder, MEDIA).unwrap_or_default();
        let (size, sha256) = if store.has_bytes(folder, FILE) {
            let bytes = store.bytes(folder, FILE);
            if bytes.is_none() {
                read.note("The bytes of an attachment could not be read, so it has no size and SHA-256 here.");
            }
            let size = bytes.as_ref().map_or(0, Vec::len);
            (size as u64, bytes.as_deref().map(tally::of))
        } else if let Some(size) = store.size_within(folder, FILE) {
            read.note("An attachment is another Outlook item inside this one. It is named and not opened; it has no bytes of its own, so its SHA-256 is that of the whole message.");
            (size, None)
        } else {
            read.note("An attachment is only a link to a file that lies elsewhere.");
            (0, None)
        };
        files.push(ReadableFile {
            name: harmless::name(&name),
            media: harmless::line(&media),
            size,
            sha256,
        });
    }
    if all.len() > files.len() {
        read.note(format!(
            "It has {} more attachments, which are not listed here.",
            all.len() - files.len()
        ));
    }
    if !files.is_empty() {
        read.note("Attachments are named and not opened.");
        read.part("Attachments", ReadableBody::Files(files));
    }
}
