//! Files inside a protected paper: as large as a film, so they are encrypted as they stream by and never held.
//!
//! The paper itself is written as any other, with a place for each file; the files follow as an update of it (ISO 32000-2, 7.5.6), which
//! every reader takes for one document.

use std::io::{self, Write};

use aes::cipher::{Block, BlockModeEncrypt, KeyIvInit};
use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

use super::{pass, protect};
use crate::PapersError;
use crate::page::Paper;

/// The size of a block of AES, in bytes.
const BLOCK: usize = 16;

type Cipher = cbc::Encryptor<aes::Aes256>;

/// A file that is to lie in a paper. Its `Debug` shows no name.
#[derive(Clone)]
pub struct Original {
    /// Its name there. No two have one name.
    pub name: String,
    /// What a reader says of it.
    pub said: String,
    /// Its media type.
    pub media: String,
    /// How many bytes it has.
    pub size: u64,
    /// Sixteen random bytes, fresh for each.
    pub start: [u8; BLOCK],
}

impl std::fmt::Debug for Original {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Original({} bytes)", self.size)
    }
}

/// A protected paper, to be written where its files follow.
pub struct Sealed {
    head: Vec<u8>,
    key: [u8; 32],
    files: Vec<(ObjectId, Original)>,
    /// What the update says of the whole (ISO 32000-2, 7.5.5).
    trailer: String,
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed({} files)", self.files.len())
    }
}

impl Sealed {
    pub(crate) fn of(
        paper: Paper,
        (password, key): (&str, &[u8; 32]),
        originals: Vec<Original>,
    ) -> Result<Self, PapersError> {
        let wrong = |_| PapersError::Writing;
        let mut document = pass::assemble(paper)?;
        let files = places(&mut document, originals)?;
        protect::protect(&mut document, password, key)?;
        let mut head = Vec::new();
        document
            .save_to(&mut head)
            .map_err(|_| PapersError::Writing)?;
        head.push(b'\n');
        let reference = |name: &[u8]| {
            let (id, generation) = document
                .trailer
                .get(name)
                .and_then(Object::as_reference)
                .map_err(wrong)?;
            Ok::<_, PapersError>(format!("{id} {generation} R"))
        };
        let id = document.trailer.get(b"ID").and_then(Object::as_array);
        let id: String = id
            .map_err(wrong)?
            .iter()
            .filter_map(|half| half.as_str().ok())
            .map(|half| format!("<{}>", hex(half)))
            .collect();
        let trailer = format!(
            "/Size {}/Root {}/Info {}/Encrypt {}/ID[{id}]/Prev {}",
            document.max_id + 1,
            reference(b"Root")?,
            reference(b"Info")?,
            reference(b"Encrypt")?,
            table_of(&head)?
        );
        Ok(Self {
            head,
            key: *key,
            files,
            trailer,
        })
    }

    /// Begins to write it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_to<W: Write>(mut self, mut to: W) -> io::Result<SealedOut<W>> {
        to.write_all(&self.head)?;
        let at = std::mem::take(&mut self.head).len() as u64;
        Ok(SealedOut {
            at,
            to,
            sealed: self,
            begun: Vec::new(),
        })
    }
}

impl Drop for Sealed {
    fn drop(&mut self) {
        self.key.fill(0);
    }
}

/// A protected paper that is being written.
pub struct SealedOut<W: Write> {
    to: W,
    /// How far it is written.
    at: u64,
    sealed: Sealed,
    /// Where each file begins.
    begun: Vec<u64>,
}

impl<W: Write> SealedOut<W> {
    /// Begins the next file, in the order in which they were named.
    ///
    /// # Errors
    /// What the disk says; [`io::ErrorKind::InvalidInput`] after the last one.
    pub fn next_file(&mut self) -> io::Result<SealedFile<'_, W>> {
        let (id, original) = self
            .sealed
            .files
            .get(self.begun.len())
            .ok_or(io::ErrorKind::InvalidInput)?;
        self.begun.push(self.at);
        let (size, start) = (original.size, original.start);
        // The start, then whole blocks: a full one more where the size is one of whole blocks.
        let length = BLOCK as u64 + (size / BLOCK as u64 + 1) * BLOCK as u64;
        let head = format!(
            "{} {} obj\n<</Type/EmbeddedFile/Subtype/{}/Length {length}/Params<</Size {size}>>>>\nstream\n",
            id.0,
            id.1,
            name_of(&original.media)
        );
        let cipher = Cipher::new(&self.sealed.key.into(), &start.into());
        self.put(head.as_bytes())?;
        self.put(&start)?;
        Ok(SealedFile {
            out: self,
            cipher,
            waiting: Vec::with_capacity(BLOCK),
            left: size,
        })
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Writes where everything is, and gives back what it was written to.
    ///
    /// # Errors
    /// What the disk says; [`io::ErrorKind::InvalidInput`] while a file is missing.
    pub fn finish(mut self) -> io::Result<W> {
        if self.begun.len() != self.sealed.files.len() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let table = self.at;
        let mut lines = String::from("xref\n");
        for ((id, _), at) in self.sealed.files.iter().zip(&self.begun) {
            lines.push_str(&format!("{} 1\n{at:010} {:05} n \n", id.0, id.1));
        }
        if self.begun.is_empty() {
            lines.push_str("0 0\n");
        }
        let trailer = &self.sealed.trailer;
        lines.push_str(&format!(
            "trailer\n<<{trailer}>>\nstartxref\n{table}\n%%EOF\n"
        ));
        self.put(lines.as_bytes())?;
        self.to.flush()?;
        Ok(self.to)
    }
}

/// One file of a paper, while it is written.
pub struct SealedFile<'a, W: Write> {
    out: &'a mut SealedOut<W>,
    cipher: Cipher,
    /// Fewer bytes than a block.
    waiting: Vec<u8>,
    /// How many bytes are still to come.
    left: u64,
}

impl<W: Write> Write for SealedFile<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(io::ErrorKind::InvalidInput)?;
        self.waiting.extend_from_slice(bytes);
        let whole = self.waiting.len() / BLOCK * BLOCK;
        let rest = self.waiting.split_off(whole);
        let mut blocks = std::mem::replace(&mut self.waiting, rest);
        self.encrypt(&mut blocks)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write> SealedFile<'_, W> {
    fn encrypt(&mut self, blocks: &mut [u8]) -> io::Result<()> {
        for block in blocks.chunks_exact_mut(BLOCK) {
            let block: &mut Block<Cipher> =
                block.try_into().map_err(|_| io::ErrorKind::InvalidData)?;
            self.cipher.encrypt_block(block);
        }
        self.out.put(blocks)
    }

    /// It is whole.
    ///
    /// # Errors
    /// What the disk says; [`io::ErrorKind::UnexpectedEof`] where it has fewer bytes than was said.
    pub fn finish(mut self) -> io::Result<()> {
        if self.left > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let short = BLOCK - self.waiting.len();
        let mut last = std::mem::take(&mut self.waiting);
        last.resize(BLOCK, u8::try_from(short).unwrap_or(BLOCK as u8));
        self.encrypt(&mut last)?;
        self.out.put(b"\nendstream\nendobj\n")
    }
}

/// Says which files there will be, and gives each the number of its object.
fn places(
    document: &mut Document,
    originals: Vec<Original>,
) -> Result<Vec<(ObjectId, Original)>, PapersError> {
    let mut sorted: Vec<usize> = (0..originals.len()).collect();
    sorted.sort_by_key(|at| originals.get(*at).map(|one| one.name.clone()));
    let ids: Vec<ObjectId> = originals.iter().map(|_| document.new_object_id()).collect();
    let mut names = Vec::new();
    let mut associated = Vec::new();
    for at in sorted {
        let (Some(one), Some(id)) = (originals.get(at), ids.get(at)) else {
            continue;
        };
        let mut file = Dictionary::new();
        file.set("F", *id);
        file.set("UF", *id);
        let mut said = Dictionary::new();
        said.set("Type", Object::Name(b"Filespec".to_vec()));
        said.set("F", text_string(&one.name));
        said.set("UF", text_string(&one.name));
        said.set("Desc", text_string(&one.said));
        said.set("EF", file);
        said.set("AFRelationship", Object::Name(b"Source".to_vec()));
        let said = document.add_object(said);
        names.push(text_string(&one.name));
        names.push(Object::Reference(said));
        associated.push(Object::Reference(said));
    }
    if !names.is_empty() {
        let mut tree = Dictionary::new();
        tree.set("Names", names);
        let mut all = Dictionary::new();
        all.set("EmbeddedFiles", tree);
        let catalog = document.catalog_mut().map_err(|_| PapersError::Writing)?;
        catalog.set("Names", all);
        catalog.set("AF", associated);
    }
    Ok(ids.into_iter().zip(originals).collect())
}

/// Where the table of what was written last begins.
fn table_of(written: &[u8]) -> Result<u64, PapersError> {
    let tail = written.len().saturating_sub(64);
    let tail = String::from_utf8_lossy(written.get(tail..).unwrap_or_default());
    tail.rsplit_once("startxref")
        .and_then(|(_, after)| after.split_whitespace().next()?.parse().ok())
        .ok_or(PapersError::Writing)
}

/// A media type as a name.
fn name_of(media: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-');
    match media.split_once('/') {
        Some((kind, rest)) if kind.chars().chain(rest.chars()).all(plain) && !rest.is_empty() => {
            format!("{kind}#2F{rest}")
        }
        _ => "application#2Foctet-stream".to_owned(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
