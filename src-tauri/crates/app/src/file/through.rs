//! A file of the record as something that is read here and there: opened piece by piece in memory, never plain on the disk.

use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};

use vault::blob::BlobReader;
use zeroize::Zeroizing;

use super::take_out::{Source, source};
use crate::Office;
use crate::wire::Fault;

/// So much is opened at once, in bytes.
const PIECE: usize = 128 << 10;
/// So many pieces are opened before it is given up: a reader that goes on is a reader that is led around.
const MOST: usize = 256;

/// A file that is read here and there.
pub(crate) struct Through<'a> {
    office: &'a Office,
    source: Source,
    key: Zeroizing<[u8; 32]>,
    at: u64,
    piece: (u64, Zeroizing<Vec<u8>>),
    left: usize,
}

/// Opens one. That it is read is recorded by whoever asks for it.
pub(crate) fn through<'a>(office: &'a Office, id: &str) -> std::result::Result<Through<'a>, Fault> {
    let source = source(office, id)?;
    let key = history::from_hex(&source.key).and_then(|key| key.try_into().ok());
    Ok(Through {
        office,
        source,
        key: Zeroizing::new(key.ok_or_else(Fault::stopped)?),
        at: 0,
        piece: (0, Zeroizing::new(Vec::new())),
        left: MOST,
    })
}

impl Read for Through<'_> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if self.at >= self.source.size || out.is_empty() {
            return Ok(0);
        }
        let held = self.piece.0..self.piece.0 + self.piece.1.len() as u64;
        if !held.contains(&self.at) {
            self.left = self
                .left
                .checked_sub(1)
                .ok_or_else(|| Error::from(ErrorKind::TimedOut))?;
            let folder = self.office.folder().map_err(|_| broken())?;
            let (blob, len) = (&self.source.blob, self.source.len);
            let reader = BlobReader::open(folder, blob, len, &self.key).map_err(|_| broken())?;
            let from = self.at - self.at % PIECE as u64;
            self.piece = (from, reader.piece(from, PIECE).map_err(|_| broken())?);
        }
        let skip = usize::try_from(self.at - self.piece.0).map_err(|_| broken())?;
        let here = self.piece.1.get(skip..).unwrap_or_default();
        let many = here.len().min(out.len());
        for (to, from) in out.iter_mut().zip(here) {
            *to = *from;
        }
        self.at += many as u64;
        Ok(many)
    }
}

impl Seek for Through<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let to = match to {
            SeekFrom::Start(to) => Some(to),
            SeekFrom::End(by) => self.source.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = to.ok_or_else(|| Error::from(ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

fn broken() -> Error {
    Error::from(ErrorKind::InvalidData)
}
