//! A bag written as one zip file, with its folder in it.

use std::io::{self, Read, Seek, Write};

use zeroize::Zeroizing;
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod, ZipWriter};

/// From here on a part needs the longer form of its sizes.
const LARGE: u64 = u32::MAX as u64 / 2;

/// A zip in the making.
pub struct ZipOut<W: Write + Seek> {
    zip: ZipWriter<W>,
    top: String,
    password: Option<Zeroizing<String>>,
}

impl<W: Write + Seek> ZipOut<W> {
    /// Begins one whose parts all lie in a folder of this name.
    pub fn begin(to: W, top: &str) -> Self {
        Self {
            zip: ZipWriter::new(to),
            top: format!("{top}/"),
            password: None,
        }
    }

    /// Begins one whose parts lie side by side behind a password: AES-256, as WinZip and 7-Zip write it (AE-2). Their names and sizes
    /// can be read without it.
    pub fn locked(to: W, password: &str) -> Self {
        Self {
            zip: ZipWriter::new(to),
            top: String::new(),
            password: Some(Zeroizing::new(password.to_owned())),
        }
    }

    /// Adds a file, by its name in the bag. `go_on` hears how many bytes were read since it was last asked, and says whether to go on.
    /// No time stands in it, so that the same bag is the same zip.
    pub fn put(
        &mut self,
        path: &str,
        size: u64,
        mut from: impl Read,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> io::Result<()> {
        let part = self.part(path, size)?;
        let mut piece = vec![0; 256 * 1024];
        loop {
            let read = from.read(&mut piece)?;
            if read == 0 {
                return Ok(());
            }
            part.write_all(piece.get(..read).unwrap_or_default())?;
            if !go_on(read as u64) {
                return Err(io::ErrorKind::Interrupted.into());
            }
        }
    }

    /// Begins a file, which is written by whoever has it.
    pub fn part(&mut self, path: &str, size: u64) -> io::Result<&mut impl Write> {
        let mut options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o600)
            .large_file(size >= LARGE);
        if let Some(password) = &self.password {
            options = options.with_aes_encryption(AesMode::Aes256, password);
        }
        self.zip
            .start_file(format!("{}{path}", self.top), options)
            .map_err(io::Error::other)?;
        Ok(&mut self.zip)
    }

    /// Writes the list of parts, and gives back what it was written to.
    pub fn finish(self) -> io::Result<W> {
        self.zip.finish().map_err(io::Error::other)
    }
}
