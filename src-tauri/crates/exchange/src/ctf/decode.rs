//! From bytes to text, by the mark at their start or by what the file says of itself.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::ExchangeError;
use crate::roll::{LIMIT, unmarked_utf_16, utf_16};

/// How much of a file is looked at for what it says of itself.
const START: usize = 256;

/// A transfer file as text. A byte that could not be read stands in it as U+FFFD, to be named by pupil and element.
pub(super) struct Text {
    pub text: String,
    pub encoding: &'static str,
}

/// Whether a file is XML, in whatever encoding, so that it is read as a transfer file and not as a table.
pub fn is_xml(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes
        .iter()
        .take(START)
        .copied()
        .filter(|byte| !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFF | 0xFE))
        .skip_while(u8::is_ascii_whitespace)
        .take(8)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let starts: [&[u8]; 4] = [b"<?xml", b"<ctf", b"<atf", b"<!--"];
    starts.iter().any(|known| start.starts_with(known))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Text, ExchangeError> {
    if bytes.len() > LIMIT << 20 {
        return Err(ExchangeError::TooLarge { limit: LIMIT });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok(in_encoding(rest, UTF_8));
    }
    let marked = if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        Some((rest, UTF_16LE))
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        Some((rest, UTF_16BE))
    } else {
        unmarked_utf_16(bytes).map(|encoding| (bytes, encoding))
    };
    if let Some((rest, encoding)) = marked {
        let decoded = utf_16(rest, encoding);
        return Ok(Text {
            text: decoded.text,
            encoding: decoded.encoding,
        });
    }
    // What says it is in UTF-16 and came this far is in bytes, whatever it says.
    let says = declared(bytes).filter(|says| *says != UTF_16LE && *says != UTF_16BE);
    Ok(in_encoding(bytes, says.unwrap_or(UTF_8)))
}

fn in_encoding(bytes: &[u8], encoding: &'static Encoding) -> Text {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Text {
        text: text.into_owned(),
        encoding: if encoding == UTF_8 {
            "UTF-8"
        } else {
            encoding.name()
        },
    }
}

/// `<?xml version="1.0" encoding="windows-1252"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..START).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start);
    let declaration = start
        .trim_start()
        .strip_prefix("<?xml")?
        .split('>')
        .next()?;
    let after = declaration.split_once("encoding")?.1.trim_start();
    let quoted = after.strip_prefix('=')?.trim_start();
    let mark = quoted
        .chars()
        .next()
        .filter(|mark| matches!(mark, '"' | '\''))?;
    Encoding::for_label(quoted.get(1..)?.split(mark).next()?.as_bytes())
}
