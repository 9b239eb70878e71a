//! The lines above a body.

use crate::roll::decode_text;

/// So many bytes of a head are read, and so many of its lines.
const LONGEST: usize = 1 << 20;
const MOST: usize = 4_000;

/// One line of a head, folded lines joined.
pub(super) struct Line {
    /// Its name in small letters.
    pub(super) name: String,
    /// What it says, as it is written.
    pub(super) raw: String,
}

/// The head of an e-mail, or of one of its parts.
#[derive(Default)]
pub(super) struct Head {
    pub(super) lines: Vec<Line>,
    /// More stands in it than was read.
    pub(super) cut: bool,
    /// Lines in it that are no lines of a head.
    pub(super) strays: usize,
}

impl Head {
    /// Reads a head, and gives what follows its blank line.
    pub(super) fn read(bytes: &[u8]) -> (Self, &[u8]) {
        let mut head = Self::default();
        let mut open: Option<(String, Vec<u8>)> = None;
        let mut at = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            let text = line.trim_ascii_end();
            if text.is_empty() {
                break;
            }
            if at > LONGEST || head.lines.len() >= MOST {
                head.cut = true;
                continue;
            }
            if let (true, Some((_, value))) =
                (text.first().is_some_and(u8::is_ascii_whitespace), &mut open)
            {
                value.push(b' ');
                value.extend_from_slice(text.trim_ascii());
                continue;
            }
            head.close(open.take());
            match named(text) {
                Some((name, value)) => open = Some((name, value.to_vec())),
                // The first line of a mailbox file.
                None if at == line.len() && text.starts_with(b"From ") => {}
                None => head.strays += 1,
            }
        }
        head.close(open);
        (head, bytes.get(at..).unwrap_or_default())
    }

    fn close(&mut self, line: Option<(String, Vec<u8>)>) {
        if let Some((name, value)) = line {
            let raw = String::from_utf8(value)
                .unwrap_or_else(|error| decode_text(error.into_bytes()).text);
            self.lines.push(Line { name, raw });
        }
    }

    /// What the lines of a name say, as written.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines
            .iter()
            .filter(move |line| line.name == name)
            .map(|line| line.raw.as_str())
    }

    /// What the first line of a name says, as written.
    pub(super) fn first(&self, name: &str) -> Option<&str> {
        self.lines
            .iter()
            .find(|line| line.name == name)
            .map(|line| line.raw.as_str())
    }
}

/// `Name: value`, where the name is one.
fn named(line: &[u8]) -> Option<(String, &[u8])> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = line.split_at_checked(colon)?;
    let name = name.trim_ascii_end();
    let fits = !name.is_empty() && name.len() <= 76 && name.iter().all(u8::is_ascii_graphic);
    fits.then(|| {
        (
            String::from_utf8_lossy(name).to_ascii_lowercase(),
            value.get(1..).unwrap_or_default().trim_ascii(),
        )
    })
}
