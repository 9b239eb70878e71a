//! Sealing and opening as the bytes pass, in bounded memory.

use std::io::{self, Read, Write};
use std::iter;

use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, EncryptError, Encryptor};

use super::{SealingKey, recipient};
use crate::KeysError;

/// Bytes being sealed. Whoever writes must call [`Sealing::finish`], or the file is refused as cut short.
pub struct Sealing<W: Write>(StreamWriter<W>);

/// Bytes being opened. They are given chunk by chunk (64 KiB), each checked; a file cut short or altered
/// ends in an error, never in a quiet end. Act on nothing until the end was reached.
pub struct Opening<R: Read>(StreamReader<R>);

/// Begins an `age` file to several public keys ("age1..."), at least one.
pub fn seal_stream<W: Write>(recipients: &[&str], out: W) -> Result<Sealing<W>, KeysError> {
    let recipients = recipients
        .iter()
        .map(|public| recipient(public))
        .collect::<Result<Vec<_>, _>>()?;
    Encryptor::with_recipients(recipients.iter().map(|to| to as &dyn age::Recipient))
        .map_err(|refused| {
            if let EncryptError::Io(source) = refused {
                KeysError::writing(source)
            } else {
                KeysError::KeyRefused
            }
        })?
        .wrap_output(out)
        .map(Sealing)
        .map_err(KeysError::writing)
}

/// Begins to open an `age` file that was sealed to this key among others.
pub fn open_stream<R: Read>(key: &SealingKey, sealed: R) -> Result<Opening<R>, KeysError> {
    let refused = |refused| {
        // Bytes that end early or make no sense are the file's fault, not the disk's.
        use io::ErrorKind::{InvalidData, UnexpectedEof};
        if let DecryptError::Io(source) = refused
            && !matches!(source.kind(), InvalidData | UnexpectedEof)
        {
            KeysError::reading(source)
        } else {
            KeysError::SealBroken
        }
    };
    Decryptor::new(sealed)
        .and_then(|file| file.decrypt(iter::once(key.identity() as &dyn age::Identity)))
        .map(Opening)
        .map_err(refused)
}

impl<W: Write> Sealing<W> {
    /// Writes the last chunk and gives back what was written to.
    pub fn finish(self) -> Result<W, KeysError> {
        self.0.finish().map_err(KeysError::writing)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into)
    }
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    fn sealed_to(keys: &[&SealingKey], bytes: &[u8]) -> Vec<u8> {
        let public: Vec<String> = keys.iter().map(|key| key.public()).collect();
        let public: Vec<&str> = public.iter().map(String::as_str).collect();
        let mut sealing = seal_stream(&public, Vec::new()).unwrap();
        sealing.write_all(bytes).unwrap();
        sealing.finish().unwrap()
    }

    fn read(key: &SealingKey, sealed: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut opening = open_stream(key, sealed).ok()?;
        opening.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    #[test]
    fn each_of_several_people_opens_the_same_file() {
        let [one, other, outsider] = [(); 3].map(|()| SealingKey::generate(&mut OsRng));
        let bytes = vec![9; 200_000];

        let sealed = sealed_to(&[&one, &other], &bytes);

        assert_eq!(read(&one, &sealed).unwrap(), bytes);
        assert_eq!(read(&other, &sealed).unwrap(), bytes);
        assert!(read(&outsider, &sealed).is_none());
    }

    #[test]
    fn a_file_cut_at_a_chunk_is_refused_at_its_end() {
        let key = SealingKey::generate(&mut OsRng);
        let sealed = sealed_to(&[&key], &vec![9; 200_000]);
        let chunk = 65_536 + 16;

        for chunks in 0..3 {
            let payload = sealed.len() - (200_000 + 4 * 16);
            assert!(read(&key, &sealed[..payload + chunks * chunk]).is_none());
        }
    }

    #[test]
    fn a_file_to_nobody_is_not_made() {
        assert!(matches!(
            seal_stream(&[], Vec::new()),
            Err(KeysError::KeyRefused)
        ));
    }
}
