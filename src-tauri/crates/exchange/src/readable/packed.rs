//! A zip whose parts are read within bounds, whatever it says of their sizes.

use std::io::{self, Cursor, Read};

use cfb::CompoundFile;

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits::Limits;
use super::shape::{ReadableFile, Unreadable};
use super::xml::{Met, walk};
use super::{harmless, tally};
use crate::bag::plain;
use crate::roll::decode_text;

/// The mark at each line of a zip's list of parts.
const LISTED: &[u8] = b"PK\x01\x02";
/// No line of that list is shorter.
const SHORTEST: usize = 46;

/// An opened zip.
pub(super) struct Packed<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    what: &'static str,
    left: u64,
    part: u64,
}

/// One part of it, by its place.
pub(super) struct Part {
    pub(super) at: usize,
    pub(super) name: String,
    /// How large it says it is.
    pub(super) size: u64,
    pub(super) locked: bool,
    pub(super) folder: bool,
    /// It is a link to another place.
    pub(super) link: bool,
}

impl<'a> Packed<'a> {
    pub(super) fn open(
        bytes: &'a [u8],
        what: &'static str,
        limits: &Limits,
    ) -> Result<Self, Unreadable> {
        // Counted before they are read, so that a list of millions takes no memory.
        if bytes.len() / SHORTEST > limits.parts
            && bytes
                .windows(LISTED.len())
                .filter(|window| *window == LISTED)
                .count()
                > limits.parts
        {
            return Err(Unreadable::TooLarge { what });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| said(&error, what))?;
        if zip.len() > limits.parts {
            return Err(Unreadable::TooLarge { what });
        }
        Ok(Self {
            zip,
            what,
            left: limits.unpacked,
            part: limits.part,
        })
    }

    /// Opens a packed office file. What Office encrypts is no zip but a compound file with the zip sealed in it.
    pub(super) fn office(
        bytes: &'a [u8],
        what: &'static str,
        limits: &Limits,
    ) -> Result<Self, Unreadable> {
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            let file = CompoundFile::open(Cursor::new(bytes));
            let sealed = file.is_ok_and(|file| file.is_stream("/EncryptedPackage"));
            return Err(if sealed {
                Unreadable::Locked { what }
            } else {
                Unreadable::Damaged { what }
            });
        }
        Self::open(bytes, what, limits)
    }

    /// Unpacks every part once, so that a library meets none that is larger than may be, breaks off, or stands twice; and shows what
    /// is met in those of XML until `visit` says of one that it is enough.
    pub(super) fn measured(
        &mut self,
        mut visit: impl FnMut(&str, Met<'_>) -> bool,
    ) -> Result<(), Unreadable> {
        let what = self.what;
        if self.doubled() {
            return Err(Unreadable::Damaged { what });
        }
        let whole = self.left;
        for part in self.parts()? {
            let name = part.name.to_ascii_lowercase();
            if name.ends_with(".xml") || name.ends_with(".rels") {
                let text = self.text_at(part.at)?;
                if !text.is_empty() {
                    walk(&text, |met| visit(&part.name, met))
                        .map_err(|_| Unreadable::Damaged { what })?;
                }
                continue;
            }
            let opened = self.zip.by_index(part.at);
            let opened = opened.map_err(|error| said(&error, what))?;
            let mut within = opened.take(self.left.saturating_add(1));
            let size = io::copy(&mut within, &mut io::sink());
            let size = size.map_err(|_| Unreadable::Damaged { what })?;
            if size > self.left {
                return Err(Unreadable::TooLarge { what });
            }
            self.left -= size;
        }
        self.left = whole;
        Ok(())
    }

    /// Whether two parts have one name: then only one of them is seen.
    pub(super) fn doubled(&self) -> bool {
        self.zip.has_duplicate_names()
    }

    /// Its parts, in its order.
    pub(super) fn parts(&mut self) -> Result<Vec<Part>, Unreadable> {
        let mut parts = Vec::new();
        for at in 0..self.zip.len() {
            let part = self
                .zip
                .by_index_raw(at)
                .map_err(|error| said(&error, self.what))?;
            let name = part.name().map_or_else(
                |_| String::from_utf8_lossy(part.name_raw()).into_owned(),
                std::borrow::Cow::into_owned,
            );
            parts.push(Part {
                at,
                name,
                size: part.size(),
                locked: part.encrypted(),
                folder: part.is_dir() && part.size() == 0,
                link: part.is_symlink(),
            });
        }
        Ok(parts)
    }

    /// A part's text by its name; nothing where there is none.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        match self.zip.index_for_name(name) {
            None => Ok(None),
            Some(at) => self.text_at(at).map(Some),
        }
    }

    /// A part's text by its place.
    pub(super) fn text_at(&mut self, at: usize) -> Result<String, Unreadable> {
        let what = self.what;
        let most = self.part.min(self.left);
        let opened = self.zip.by_index(at).map_err(|error| said(&error, what))?;
        let mut bytes = Vec::new();
        let read = opened
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| Unreadable::Damaged { what })?;
        if read as u64 > most {
            return Err(Unreadable::TooLarge { what });
        }
        self.left = self.left.saturating_sub(read as u64);
        Ok(decode_text(bytes).text)
    }

    /// A part as a file that is named and not opened. Its hash is missing where it cannot be unpacked, or only to more than may be.
    pub(super) fn file(&mut self, part: &Part) -> ReadableFile {
        let most = self.left;
        let opened = if part.locked || part.link {
            None
        } else {
            self.zip.by_index(part.at).ok()
        };
        let read = opened.and_then(|opened| tally::of_read(opened, most).ok());
        let (sha256, size) = match read {
            Some((Some(sha256), size)) => {
                self.left = self.left.saturating_sub(size);
                (Some(sha256), size)
            }
            Some((None, _)) => {
                self.left = 0;
                (None, part.size)
            }
            None => (None, part.size),
        };
        ReadableFile {
            name: harmless::name(&part.name),
            media: String::new(),
            size,
            sha256,
        }
    }
}

/// Whether a name leads elsewhere or hides something, so that it is said.
pub(super) fn odd_name(name: &str) -> bool {
    plain(name.strip_suffix('/').unwrap_or(name)).is_err() || name.chars().any(harmless::hides)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else there may be, it cannot be read"
)]
fn said(error: &ZipError, what: &'static str) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(text) if text.contains("assword") => {
            Unreadable::Locked { what }
        }
        _ => Unreadable::Damaged { what },
    }
}
