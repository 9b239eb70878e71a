//! Goes through the elements of a file, within bounds, and hands out each value with the names above it.

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::Event;

use crate::ExchangeError;

/// How deep elements may stand in each other. A transfer file needs nine.
const DEEPEST: usize = 32;

/// How long one value may be, in bytes; what is longer is cut, and no name is.
const LONGEST: usize = 4096;

/// What is met on the way. Names come in small letters and without a prefix.
pub(super) enum Met<'a> {
    /// An element opens; its name is the last.
    Opens(&'a [&'a str]),
    /// An element closes, with the text that stood in it.
    Closes(&'a [&'a str], &'a str),
}

/// Walks a whole file. `visit` may refuse it.
pub(super) fn walk(
    text: &str,
    mut visit: impl FnMut(Met<'_>) -> Result<(), ExchangeError>,
) -> Result<(), ExchangeError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut names: Vec<String> = Vec::new();
    let mut value = String::new();
    let mut opened = false;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(Error::Syntax(never_closed)) if never_closed != SyntaxError::InvalidBangMarkup => {
                return Err(cut_off(text));
            }
            Err(_) => return Err(broken(text, at)),
        };
        match event {
            Event::Start(start) => {
                opened = true;
                names.push(plain(start.local_name().as_ref()));
                within(&names)?;
                value.clear();
                visit(Met::Opens(&refs(&names)))?;
            }
            Event::Empty(start) => {
                opened = true;
                names.push(plain(start.local_name().as_ref()));
                within(&names)?;
                visit(Met::Opens(&refs(&names)))?;
                visit(Met::Closes(&refs(&names), ""))?;
                names.pop();
            }
            Event::End(_) => {
                visit(Met::Closes(&refs(&names), &value))?;
                names.pop();
                value.clear();
            }
            Event::Text(words) => push(&mut value, &words.xml10_content()),
            Event::CData(words) => push(&mut value, &words.xml10_content()),
            Event::GeneralRef(named) => {
                let letter = match named.resolve_char_ref() {
                    Ok(Some(letter)) => letter,
                    Ok(None) | Err(_) => own(&named).ok_or_else(entity)?,
                };
                push(&mut value, letter.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(entity()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    if !opened || !names.is_empty() {
        return Err(cut_off(text));
    }
    Ok(())
}

fn cut_off(text: &str) -> ExchangeError {
    ExchangeError::BrokenTransfer {
        how: format!("ends in the middle, at line {}", line(text, text.len())),
    }
}

fn plain(name: &str) -> String {
    name.to_ascii_lowercase()
}

fn refs(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

fn within(names: &[String]) -> Result<(), ExchangeError> {
    if names.len() > DEEPEST {
        return Err(ExchangeError::BrokenTransfer {
            how: "holds elements deeper in each other than any transfer file has".to_owned(),
        });
    }
    Ok(())
}

fn push(value: &mut String, more: &str) {
    for letter in more.chars() {
        if value.len() >= LONGEST {
            return;
        }
        value.push(letter);
    }
}

/// XML's own five.
fn own(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn entity() -> ExchangeError {
    ExchangeError::BrokenTransfer {
        how: "defines or uses names of its own for text (a document type or entities), which a transfer file never does"
            .to_owned(),
    }
}

fn broken(text: &str, at: usize) -> ExchangeError {
    ExchangeError::BrokenTransfer {
        how: format!("cannot be read at line {}", line(text, at)),
    }
}

fn line(text: &str, at: usize) -> usize {
    let before = text
        .as_bytes()
        .get(..at.min(text.len()))
        .unwrap_or_default();
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}
