//! A packed folder: a chat with its pictures, or files of any kind.

use super::table::{add, is_chat};
use crate::readable::harmless;
use crate::readable::limits::{Left, Limits};
use crate::readable::packed::{Packed, odd_name};
use crate::readable::shape::{Readable, ReadableBody, Unreadable};

const WHAT: &str = "a folder of files packed into one";
/// So many texts are looked into for a chat.
const TEXTS: usize = 20;

/// Reads a packed folder. Chats in it are printed; every other file is named, and not opened.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = Packed::open(bytes, WHAT, limits)?;
    let doubled = packed.doubled();
    let parts = packed.parts()?;
    let files: Vec<_> = parts.iter().filter(|part| !part.folder).collect();
    if !files.is_empty() && files.iter().all(|part| part.locked) {
        return Err(Unreadable::Locked { what: WHAT });
    }
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    let texts = files
        .iter()
        .filter(|part| {
            !part.locked && !part.link && part.name.to_ascii_lowercase().ends_with(".txt")
        })
        .take(TEXTS);
    let mut chats = 0_usize;
    for part in texts {
        // A text that cannot be unpacked is listed below, and said there.
        let Ok(text) = packed.text_at(part.at) else {
            continue;
        };
        if is_chat(&text) {
            chats += 1;
            let heading = format!("The chat in {}", harmless::name(&part.name));
            add(&mut read, &heading, &text, &mut left, limits.cells);
        }
    }
    if chats > 0 {
        read.what = "an exported chat, packed with its files";
    }
    let listed: Vec<_> = files
        .iter()
        .take(limits.files)
        .map(|part| packed.file(part))
        .collect();
    if listed.iter().any(|file| file.sha256.is_none()) {
        read.note("Files without a SHA-256 were not unpacked: damaged, sealed, a link, or larger once unpacked than is opened here. The size is the one that is claimed.");
    }
    if parts.iter().any(|part| odd_name(&part.name)) {
        read.note("A name in it leads out of the folder, or holds signs that hide or turn round what is read. Such signs are written out, as in [U+202E], and nothing was written to any place.");
    }
    if doubled {
        read.note("Two files in it have one name. Programs differ in which of them they show; one of them is listed here.");
    }
    if files.len() > listed.len() {
        read.note(format!(
            "It has {} more files, which are not listed here.",
            files.len() - listed.len()
        ));
    }
    read.fact("Files in it", files.len().to_string());
    read.note("Files in it are named and not opened, apart from exported chats. Their sizes and SHA-256 are those of the files once unpacked.");
    read.part("Files in it", ReadableBody::Files(listed));
    Ok(read)
}
