//! From bytes to text, whatever program wrote them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::names::odd_letters;
use crate::ExchangeError;

/// The largest file that is read, in MiB. A million pupils need about 150.
pub(crate) const LIMIT: usize = 512;

/// How much of a file is looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// A list as text. A byte that could not be read stands in it as U+FFFD, for [`read_rows`](super::read_rows) to name
/// by row and column; it is never passed over.
#[derive(Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The name of the encoding it was in, as a person may see it.
    pub encoding: &'static str,
    /// Whether letters stand in it as names rarely hold them: it may have been written in yet another encoding.
    pub doubtful: bool,
}

// The text is children's names.
impl std::fmt::Debug for Decoded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decoded({}, {} bytes)", self.encoding, self.text.len())
    }
}

/// Decodes a list: UTF-8 and UTF-16 with or without a byte order mark, Windows-1252, and as a last resort whatever
/// the bytes look most like.
///
/// Refuses what is not text at all, by the name of what it is.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, ExchangeError> {
    if bytes.len() > LIMIT << 20 {
        return Err(ExchangeError::TooLarge { limit: LIMIT });
    }
    if let Some(kind) = other_kind(&bytes) {
        return Err(ExchangeError::NotAList { kind });
    }
    Ok(decode_text(bytes))
}

/// Decodes whatever text it is, also what is no list.
pub(crate) fn decode_text(mut bytes: Vec<u8>) -> Decoded {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
        return utf_8(bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf_16(rest, UTF_16LE);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf_16(rest, UTF_16BE);
    }
    if let Some(encoding) = unmarked_utf_16(&bytes) {
        return utf_16(&bytes, encoding);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded {
            text,
            encoding: "UTF-8",
            doubtful: false,
        },
        Err(error) => not_utf_8(error.into_bytes()),
    }
}

fn utf_8(bytes: Vec<u8>) -> Decoded {
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Decoded {
        text,
        encoding: "UTF-8",
        doubtful: false,
    }
}

pub(crate) fn utf_16(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let name = if encoding == UTF_16LE {
        "UTF-16 LE"
    } else {
        "UTF-16 BE"
    };
    Decoded {
        text: text.into_owned(),
        encoding: name,
        doubtful: false,
    }
}

/// Tells UTF-16 by the zeros beside its commas, figures and line ends, whatever script the names are in.
pub(crate) fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |odd: usize| {
        sample
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let enough = sample.len() / 20;
    if odd > enough && odd > even * 8 {
        Some(UTF_16LE)
    } else if even > enough && even > odd * 8 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text in one byte a letter, or UTF-8 with a damaged byte: then it stays UTF-8, and the byte is named.
fn not_utf_8(bytes: Vec<u8>) -> Decoded {
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if letters >= broken {
        return utf_8(bytes);
    }

    let western = in_one_byte(&bytes, WINDOWS_1252, "Windows-1252");
    if !western.doubtful {
        return western;
    }
    // Excel for Mac writes this for plain "CSV".
    let mac = in_one_byte(&bytes, MACINTOSH, "Macintosh");
    if !mac.doubtful {
        return mac;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let likeliest = detector.guess(None, Utf8Detection::Deny);
    let guessed = in_one_byte(&bytes, likeliest, likeliest.name());
    if guessed.doubtful { western } else { guessed }
}

fn in_one_byte(bytes: &[u8], encoding: &'static Encoding, name: &'static str) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    // Bytes without a letter decode to control characters; they are as unreadable as any other.
    let unassigned = |letter: char| ('\u{80}'..='\u{9F}').contains(&letter);
    let text = if text.contains(unassigned) {
        text.replace(unassigned, "\u{FFFD}")
    } else {
        text.into_owned()
    };
    let doubtful = text.contains('\u{FFFD}') || odd_letters(&text);
    Decoded {
        text,
        encoding: name,
        doubtful,
    }
}

fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &'static str); 8] = [
        (b"PK\x03\x04", "an Excel workbook or another packed file"),
        (b"\xD0\xCF\x11\xE0", "an old Excel workbook"),
        (b"%PDF", "a PDF"),
        (b"{\\rtf", "a word processor document"),
        (b"\xFF\xFE\0\0", "text in UTF-32"),
        (b"\0\0\xFE\xFF", "text in UTF-32"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
    ];
    if let Some((_, kind)) = kinds.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(kind);
    }

    let start: Vec<u8> = bytes
        .iter()
        .take(SAMPLE)
        .filter(|byte| !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFF | 0xFE))
        .skip_while(|byte| byte.is_ascii_whitespace())
        .take(9)
        .map(u8::to_ascii_lowercase)
        .collect();
    let pages: [&[u8]; 3] = [b"<html", b"<!doctype", b"<table"];
    if pages.iter().any(|page| start.starts_with(page)) {
        Some("a web page")
    } else if start.starts_with(b"<?xml") {
        Some("an XML file")
    } else {
        None
    }
}
