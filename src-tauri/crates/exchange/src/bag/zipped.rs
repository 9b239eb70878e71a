//! A bag as one zip file: its parts are read in their order and never unpacked to a disk.

use std::io::{self, Read, Seek};

use zip::ZipArchive;

use super::{DATA, LARGEST_TAG, plain};

/// More parts than any bundle has.
const MOST: usize = 200_000;

/// Why a zip cannot be gone through.
#[derive(Debug, thiserror::Error)]
pub enum ZipFault {
    /// It is no zip, or broken.
    #[error("this is not a zip file, or it is broken")]
    Broken,
    /// It asks for a password.
    #[error("this zip asks for a password")]
    Locked,
    /// Two parts have one name.
    #[error("two files of this zip have one name")]
    Twice,
    /// It holds more than any bundle.
    #[error("this zip holds more files than any bundle")]
    TooMany,
    /// Reading stopped.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A zip with a bag in it.
pub struct ZippedBag<R> {
    zip: ZipArchive<R>,
    /// The one folder that all of it lies in, with its `/`; empty where there is none.
    top: String,
}

/// One part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZipPart {
    /// Its place.
    pub at: usize,
    /// Its name in the bag.
    pub path: String,
    /// How large it says it is.
    pub size: u64,
    /// It is a link, or another thing than a file.
    pub odd: bool,
}

impl<R: Read + Seek> ZippedBag<R> {
    /// Opens one; only its list of parts is read.
    pub fn open(from: R) -> Result<Self, ZipFault> {
        let zip = ZipArchive::new(from).map_err(said)?;
        if zip.len() > MOST {
            return Err(ZipFault::TooMany);
        }
        // Two of one name: another program could take the other out.
        if zip.has_duplicate_names() {
            return Err(ZipFault::Twice);
        }
        let names: Vec<String> = zip
            .file_names()
            .map(|name| name.map(Into::into))
            .collect::<Result<_, _>>()
            .map_err(said)?;
        let first = names.first().and_then(|name| name.split_once('/'));
        let top = first
            .map(|(top, _)| format!("{top}/"))
            .filter(|top| plain(top.trim_end_matches('/')).is_ok())
            .filter(|top| top != DATA && names.iter().all(|name| name.starts_with(top)))
            .unwrap_or_default();
        Ok(Self { zip, top })
    }

    /// Its parts, folders left out.
    pub fn parts(&mut self) -> Result<Vec<ZipPart>, ZipFault> {
        let mut parts = Vec::new();
        for at in 0..self.zip.len() {
            let part = self.zip.by_index_raw(at).map_err(said)?;
            if part.encrypted() {
                return Err(ZipFault::Locked);
            }
            let name = part.name().map_err(said)?;
            let folder = name
                .strip_suffix('/')
                .is_some_and(|name| plain(name).is_ok());
            if folder && part.size() == 0 {
                continue;
            }
            parts.push(ZipPart {
                at,
                path: name.strip_prefix(&self.top).unwrap_or(&name).to_owned(),
                size: part.size(),
                odd: !part.is_file() || part.is_symlink(),
            });
        }
        Ok(parts)
    }

    /// The bytes of one part, as they are read. One byte more than it says is enough to know that it lies.
    pub fn read(&mut self, part: &ZipPart) -> Result<impl Read, ZipFault> {
        let opened = self.zip.by_index(part.at).map_err(said)?;
        Ok(opened.take(part.size.saturating_add(1)))
    }

    /// A part whole, where it is no larger than a list may be.
    pub fn whole(&mut self, part: &ZipPart) -> Result<Option<Vec<u8>>, ZipFault> {
        if part.size > LARGEST_TAG {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        self.read(part)?.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else there may be, it cannot be read"
)]
fn said(error: zip::result::ZipError) -> ZipFault {
    match error {
        zip::result::ZipError::Io(error) => ZipFault::Io(error),
        zip::result::ZipError::UnsupportedArchive(text) if text.contains("assword") => {
            ZipFault::Locked
        }
        _ => ZipFault::Broken,
    }
}
