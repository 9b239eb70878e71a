//! A piece of a file, for looking at it: opened in memory, never on the disk.

use zeroize::Zeroizing;

use super::seal::CHUNK;
use super::{BlobError, BlobReader};

impl BlobReader {
    /// The content from byte `from` on, `most` bytes of it or as many as there are. Every chunk it touches is checked
    /// before any byte of it is given; what lies outside is not read.
    pub fn piece(self, from: u64, most: usize) -> Result<Zeroizing<Vec<u8>>, BlobError> {
        let chunk = CHUNK as u64;
        let mut skip = usize::try_from(from % chunk).unwrap_or(0);
        // Room for all of it at once: a buffer that grows would leave copies behind.
        let mut out = Zeroizing::new(Vec::with_capacity(most));
        let mut opener = self.opener.past(from / chunk)?;
        while out.len() < most
            && let Some(content) = opener.next()?
        {
            let wanted = content.get(skip..).unwrap_or_default();
            skip = 0;
            let room = most - out.len();
            out.extend_from_slice(wanted.get(..room).unwrap_or(wanted));
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::blob::BlobWriter;
    use crate::folder::testkit::{Dice, Place};

    fn content(len: usize) -> Vec<u8> {
        (0..len).map(|place| (place % 251) as u8).collect()
    }

    #[test]
    fn any_piece_of_a_file_is_what_stood_there() {
        let place = Place::new();
        let folder = place.folder();
        for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 77] {
            let whole = content(len);
            let mut writer = BlobWriter::begin(&folder, &mut Dice::new(3)).unwrap();
            writer.write(&whole).unwrap();
            let made = writer.finish().unwrap();
            for from in [
                0,
                1,
                CHUNK - 1,
                CHUNK,
                CHUNK + 5,
                3 * CHUNK,
                4 * CHUNK,
                1 << 40,
            ] {
                for most in [0, 1, 100, CHUNK, 2 * CHUNK + 9, 5 * CHUNK] {
                    let reader =
                        BlobReader::open(&folder, &made.hash, made.len, &made.key).unwrap();

                    let piece = reader.piece(from as u64, most).unwrap();

                    let start = from.min(len);
                    let end = from.saturating_add(most).min(len);
                    assert_eq!(*piece, whole[start..end], "{len} bytes, {most} from {from}");
                }
            }
        }
    }

    #[test]
    fn a_changed_byte_stops_the_pieces_that_hold_it_and_no_other() {
        let place = Place::new();
        let folder = place.folder();
        let mut writer = BlobWriter::begin(&folder, &mut Dice::new(3)).unwrap();
        writer.write(&content(3 * CHUNK)).unwrap();
        let made = writer.finish().unwrap();
        let path = folder.blob_file(&made.hash);
        let mut bytes = fs::read(&path).unwrap();
        bytes[CHUNK + 2000] ^= 1;
        fs::write(&path, bytes).unwrap();
        let piece = |from: usize| {
            BlobReader::open(&folder, &made.hash, made.len, &made.key)
                .unwrap()
                .piece(from as u64, 10)
        };

        assert!(piece(0).is_ok());
        assert_eq!(piece(CHUNK + 5), Err(BlobError::Damaged { chunk: 1 }));
        assert!(piece(2 * CHUNK).is_ok());
    }
}
