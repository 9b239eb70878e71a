//! How long a recording is, as it says itself. Nothing of it is played.

use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use lofty::config::{GlobalOptions, ParseOptions, ParsingMode, apply_global_options};
use lofty::file::AudioFile;
use lofty::probe::Probe;

/// The most that is held of one piece of a recording while it is read, in bytes.
const MOST_HELD: usize = 16 << 20;

/// How long it is: of sound, and of a film with sound in MP4 or QuickTime. Nothing where it does not say, or cannot be read. It may lie:
/// nobody has listened to it.
pub fn length(recording: impl Read + Seek) -> Option<Duration> {
    // A reader of other people's formats that breaks is a recording that does not say.
    let read = || {
        apply_global_options(GlobalOptions::new().allocation_limit(MOST_HELD));
        let options = ParseOptions::new()
            .read_tags(false)
            .read_cover_art(false)
            .parsing_mode(ParsingMode::Relaxed);
        let recording = std::io::BufReader::new(recording);
        let probed = Probe::new(recording).options(options);
        let read = probed.guess_file_type().ok()?.read().ok()?;
        Some(read.properties().duration())
    };
    let length = catch_unwind(AssertUnwindSafe(read)).ok().flatten()?;
    (!length.is_zero()).then_some(length)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;

    /// Silence of one byte a sample, eight thousand a second (RIFF WAVE).
    fn silence(seconds: u32) -> Vec<u8> {
        let data = seconds * 8_000;
        let mut bytes = b"RIFF".to_vec();
        bytes.extend((36 + data).to_le_bytes());
        bytes.extend(b"WAVEfmt ");
        bytes.extend(16_u32.to_le_bytes());
        bytes.extend([1, 0, 1, 0]);
        bytes.extend(8_000_u32.to_le_bytes());
        bytes.extend(8_000_u32.to_le_bytes());
        bytes.extend([1, 0, 8, 0]);
        bytes.extend(b"data");
        bytes.extend(data.to_le_bytes());
        bytes.resize(bytes.len() + data as usize, 128);
        bytes
    }

    #[test]
    fn a_recording_says_how_long_it_is_and_what_is_none_says_nothing() {
        let said = length(Cursor::new(silence(192)));
        assert_eq!(said, Some(Duration::from_secs(192)));
        assert_eq!(length(Cursor::new(b"no recording".to_vec())), None);
        assert_eq!(length(Cursor::new(Vec::new())), None);
    }

    proptest! {
        #[test]
        fn no_bytes_stop_it(
            which in 0_usize..4,
            bytes in proptest::collection::vec(any::<u8>(), 0..600),
        ) {
            let heads: [&[u8]; 4] = [b"ID3\x04\0\0", b"\0\0\0\x18ftypmp42", b"OggS\0\x02", b"fLaC\0\0\0\x22"];
            let mut all = heads[which].to_vec();
            all.extend(bytes);
            let _ = length(Cursor::new(all));
        }
    }
}
