//! The bytes of a blob, apart from files: chunks in, chunks out.

use std::io::{Read, Seek, SeekFrom, Write};

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{BlobError, MAX_BLOB_BYTES};

/// Content bytes in a chunk of version 1. Only tests use another size, to reach every byte of a blob of many chunks.
pub(super) const CHUNK: usize = 64 * 1024;
pub(super) const TAG: usize = 16;
pub(super) const PREFIX: usize = 16;
pub(super) const HEADER: usize = MAGIC.len() + 4 + PREFIX;

const MAGIC: &[u8; 8] = b"SR-BLOB\n";
const VERSION: u32 = 1;
const DOMAIN: &[u8; 19] = b"strongroom-blob/v1\n";

/// Encrypted length of a content of that length.
pub(super) fn sealed_len(plain: u64, chunk: usize) -> u64 {
    let chunks = plain.div_ceil(chunk as u64).max(1);
    HEADER as u64 + plain + chunks * TAG as u64
}

/// One file's cipher: its key and its nonce prefix.
struct Chunks {
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX],
}

impl Chunks {
    fn new(key: &[u8; 32], prefix: [u8; PREFIX]) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.into()),
            prefix,
        }
    }

    fn nonce(&self, index: u64) -> [u8; 24] {
        let mut nonce = [0; 24];
        let (prefix, counter) = nonce.split_at_mut(PREFIX);
        prefix.copy_from_slice(&self.prefix);
        counter.copy_from_slice(&index.to_be_bytes());
        nonce
    }

    fn seal(&self, index: u64, last: bool, content: &mut [u8]) -> Result<[u8; TAG], BlobError> {
        self.cipher
            .encrypt_in_place_detached(&self.nonce(index).into(), &about(index, last), content)
            .map(Into::into)
            .map_err(|_| BlobError::TooBig)
    }

    fn open(
        &self,
        index: u64,
        last: bool,
        sealed: &mut [u8],
        tag: &[u8; TAG],
    ) -> Result<(), BlobError> {
        self.cipher
            .decrypt_in_place_detached(
                &self.nonce(index).into(),
                &about(index, last),
                sealed,
                tag.into(),
            )
            .map_err(|_| BlobError::Damaged { chunk: index })
    }
}

fn about(index: u64, last: bool) -> [u8; DOMAIN.len() + 9] {
    let mut about = [0; DOMAIN.len() + 9];
    let (domain, rest) = about.split_at_mut(DOMAIN.len());
    let (counter, flag) = rest.split_at_mut(8);
    domain.copy_from_slice(DOMAIN);
    counter.copy_from_slice(&index.to_be_bytes());
    flag.fill(u8::from(last));
    about
}

/// What is known of a blob once it is sealed.
pub(super) struct Sealed {
    pub(super) hash: [u8; 32],
    pub(super) len: u64,
    pub(super) plain_sha256: [u8; 32],
    pub(super) plain_len: u64,
}

/// Seals content as it comes, holding at most one chunk.
pub(super) struct Sealer<W> {
    out: W,
    chunks: Chunks,
    size: usize,
    waiting: Zeroizing<Vec<u8>>,
    index: u64,
    hash: Sha256,
    plain_hash: Sha256,
    plain_len: u64,
}

impl<W: Write> Sealer<W> {
    pub(super) fn begin(
        mut out: W,
        key: &[u8; 32],
        prefix: [u8; PREFIX],
        size: usize,
    ) -> Result<Self, BlobError> {
        let mut hash = Sha256::new();
        for piece in [MAGIC.as_slice(), &VERSION.to_be_bytes(), &prefix] {
            hash.update(piece);
            out.write_all(piece)?;
        }
        Ok(Self {
            out,
            chunks: Chunks::new(key, prefix),
            size,
            waiting: Zeroizing::new(Vec::with_capacity(size)),
            index: 0,
            hash,
            plain_hash: Sha256::new(),
            plain_len: 0,
        })
    }

    pub(super) fn write(&mut self, mut bytes: &[u8]) -> Result<(), BlobError> {
        if self.plain_len + bytes.len() as u64 > MAX_BLOB_BYTES {
            return Err(BlobError::TooBig);
        }
        self.plain_len += bytes.len() as u64;
        self.plain_hash.update(bytes);
        while !bytes.is_empty() {
            // A full chunk waits for one more byte before it is sealed: only then is it known not to be the last.
            if self.waiting.len() == self.size {
                self.seal_waiting(false)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(self.size - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(W, Sealed), BlobError> {
        self.seal_waiting(true)?;
        let sealed = Sealed {
            hash: self.hash.finalize().into(),
            len: sealed_len(self.plain_len, self.size),
            plain_sha256: self.plain_hash.finalize().into(),
            plain_len: self.plain_len,
        };
        Ok((self.out, sealed))
    }

    fn seal_waiting(&mut self, last: bool) -> Result<(), BlobError> {
        let tag = self.chunks.seal(self.index, last, &mut self.waiting)?;
        for piece in [self.waiting.as_slice(), &tag] {
            self.hash.update(piece);
            self.out.write_all(piece)?;
        }
        self.index += 1;
        self.waiting.clear();
        Ok(())
    }
}

/// Opens a blob chunk by chunk, handing each on only after its tag has passed.
pub(super) struct Opener<R> {
    input: R,
    chunks: Chunks,
    size: usize,
    left: u64,
    index: u64,
    content: Zeroizing<Vec<u8>>,
}

impl<R: Read> Opener<R> {
    /// Begins on an input of exactly `len` bytes, header included.
    pub(super) fn begin(
        mut input: R,
        len: u64,
        key: &[u8; 32],
        size: usize,
    ) -> Result<Self, BlobError> {
        let (mut magic, mut version, mut prefix) = ([0; MAGIC.len()], [0; 4], [0; PREFIX]);
        if len < (HEADER + TAG) as u64 {
            return Err(BlobError::NotABlob);
        }
        for piece in [magic.as_mut_slice(), &mut version, &mut prefix] {
            input.read_exact(piece)?;
        }
        match u32::from_be_bytes(version) {
            _ if magic != *MAGIC => return Err(BlobError::NotABlob),
            0 => return Err(BlobError::NotABlob),
            VERSION => {}
            version => return Err(BlobError::Newer { version }),
        }
        Ok(Self {
            input,
            chunks: Chunks::new(key, prefix),
            size,
            left: len - HEADER as u64,
            index: 0,
            content: Zeroizing::new(vec![0; size]),
        })
    }

    /// The next chunk's content, or `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<&[u8]>, BlobError> {
        if self.left == 0 {
            return Ok(None);
        }
        let damaged = BlobError::Damaged { chunk: self.index };
        let whole = (self.size + TAG) as u64;
        let last = self.left <= whole;
        let length = usize::try_from(self.left.min(whole))
            .ok()
            .and_then(|all| all.checked_sub(TAG));
        // An empty chunk is right only as the one chunk of an empty file.
        let length = length
            .filter(|length| *length > 0 || self.index == 0)
            .ok_or(damaged.clone())?;
        let content = self.content.get_mut(..length).ok_or(damaged)?;

        let mut tag = [0; TAG];
        self.input.read_exact(content)?;
        self.input.read_exact(&mut tag)?;
        self.chunks.open(self.index, last, content, &tag)?;
        self.left -= (length + TAG) as u64;
        self.index += 1;
        Ok(Some(content))
    }
}

impl<R: Read + Seek> Opener<R> {
    /// Passes over so many chunks without opening them. Only right after it was begun.
    pub(super) fn past(mut self, chunks: u64) -> Result<Self, BlobError> {
        let passed = chunks.saturating_mul((self.size + TAG) as u64);
        self.left = self.left.saturating_sub(passed);
        self.index = chunks;
        if self.left > 0 {
            self.input
                .seek(SeekFrom::Start((HEADER as u64).saturating_add(passed)))?;
        }
        Ok(self)
    }
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
