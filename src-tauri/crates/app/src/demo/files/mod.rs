//! Files for concerns: every one opens in an ordinary program, says that it is practice, and has the same bytes for
//! the same seed.

mod bytes;

use serde::Serialize;

pub use bytes::DemoBytes;

use super::DemoPlan;
use super::dice::Dice;

/// The smallest file, in bytes.
const SMALLEST: u64 = 1024;
/// Text larger than this would be nobody's note.
const LARGEST_TEXT: u64 = 256 * 1024;
/// A scan larger than this would be nobody's page.
const LARGEST_SCAN: u64 = 12 * 1024 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
enum Kind {
    Note,
    List,
    Letter,
    Scan,
    Sound,
}

/// A file attached to a concern. Its bytes are made as they are read.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoFile {
    /// A neutral name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where it came from, in words.
    pub source: String,
    kind: Kind,
    number: u64,
    seed: u64,
}

impl DemoFile {
    /// Reads the bytes, from the first, without ever holding them all.
    pub fn bytes(&self) -> DemoBytes {
        DemoBytes::of(self.kind, self.size, self.seed, self.number)
    }
}

// A file's name may name somebody; it does not reach a log through `{:?}`.
impl std::fmt::Debug for DemoFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DemoFile({} bytes)", self.size)
    }
}

/// Shares so many MiB out among the files of a plan, most of them small and some large.
pub(super) fn sizes(seed: u64, concerns: usize, mib: usize) -> Vec<u64> {
    let total = (mib as u64) << 20;
    let count = concerns.div_ceil(12).min(mib.saturating_mul(4)) as u64;
    let mut dice = Dice::thrown(seed, "sizes", 0);
    let weights: Vec<u64> = (0..count).map(|_| 1 << dice.below(9)).collect();
    let all: u64 = weights.iter().sum();
    let spread = total.saturating_sub(count * SMALLEST);
    let mut sizes: Vec<u64> = weights
        .iter()
        .map(|weight| {
            SMALLEST + (u128::from(spread) * u128::from(*weight) / u128::from(all)) as u64
        })
        .collect();
    let shared: u64 = sizes.iter().sum();
    if let Some(last) = sizes.last_mut() {
        *last += total - shared;
    }
    sizes
}

/// The files of one concern: they are spread evenly over all of them.
pub(super) fn of(plan: &DemoPlan, concern: usize) -> Vec<DemoFile> {
    let place = |concern: usize| {
        let before = concern as u128 * plan.sizes.len() as u128 / plan.total.max(1) as u128;
        before as usize
    };
    (place(concern)..place(concern + 1))
        .filter_map(|number| {
            let size = *plan.sizes.get(number)?;
            Some(file(plan.seed, number as u64, size))
        })
        .collect()
}

fn file(seed: u64, number: u64, size: u64) -> DemoFile {
    let mut dice = Dice::thrown(seed, "file", number);
    let kind = match dice.below(100) {
        0..=24 if size <= LARGEST_TEXT => Kind::Note,
        25..=44 if size <= LARGEST_TEXT => Kind::Letter,
        45..=59 if size <= LARGEST_TEXT => Kind::List,
        0..=84 if size <= LARGEST_SCAN => Kind::Scan,
        _ => Kind::Sound,
    };
    let (names, end, media, source): (&[&str], _, _, _) = match kind {
        Kind::Note => (
            &["note-of-conversation", "note-of-call", "notes-typed-up"],
            "txt",
            "text/plain",
            "Typed in the office",
        ),
        Kind::List => (
            &["attendance-extract", "alert-list", "late-marks"],
            "csv",
            "text/csv",
            "From the school’s own systems",
        ),
        Kind::Letter => (
            &["email-from-home", "email-from-agency", "reply"],
            "eml",
            "message/rfc822",
            "School e-mail",
        ),
        Kind::Scan => (
            &["handwritten-note", "scan-of-letter", "page-from-book"],
            "bmp",
            "image/bmp",
            "Scanner in the office",
        ),
        Kind::Sound => (
            &["message-left-with-office", "voicemail"],
            "wav",
            "audio/wav",
            "Office telephone",
        ),
    };
    let name = dice.pick(names).copied().unwrap_or("file");
    DemoFile {
        name: format!("{name}-{:05}.{end}", number + 1),
        media: media.to_owned(),
        size,
        source: source.to_owned(),
        kind,
        number,
        seed,
    }
}
