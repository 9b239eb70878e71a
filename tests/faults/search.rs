//! Looking for words in bytes, in every way a computer may have written them.

use std::collections::BTreeSet;

/// What to look for.
pub struct Wanted {
    /// What it is, never what it says.
    names: Vec<String>,
    /// Each way of writing, with the name it belongs to.
    forms: Vec<(Vec<u8>, usize)>,
    /// By first two bytes: the forms that begin so.
    starts: Vec<Vec<usize>>,
}

impl Wanted {
    /// Nothing yet.
    pub fn nothing() -> Self {
        Self {
            names: Vec::new(),
            forms: Vec::new(),
            starts: vec![Vec::new(); 1 << 16],
        }
    }

    /// Text: as it is, in lower and upper case, each in UTF-8 and in both orders of UTF-16.
    pub fn text(&mut self, name: &str, text: &str) {
        for text in [text.to_owned(), text.to_lowercase(), text.to_uppercase()] {
            let units: Vec<u16> = text.encode_utf16().collect();
            self.form(name, text.into_bytes());
            self.form(
                name,
                units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
            );
            self.form(
                name,
                units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
            );
        }
    }

    /// A key: either half of its bytes, and the whole in hexadecimal.
    pub fn key(&mut self, name: &str, key: &[u8; 32]) {
        self.form(name, key[..16].to_vec());
        self.form(name, key[16..].to_vec());
        self.text(name, &history::to_hex(key));
    }

    /// Words of a kit, by pairs: one alone is a word that stands elsewhere too, in a label or a name.
    pub fn kit(&mut self, words: &[String]) {
        for pair in words.windows(2) {
            for between in [" ", "\n", "-", ",", ", ", "\",\"", "\0", "\u{b7}"] {
                self.text(
                    "words of the kit",
                    &format!("{}{between}{}", pair[0], pair[1]),
                );
            }
        }
    }

    fn form(&mut self, name: &str, bytes: Vec<u8>) {
        if self.forms.iter().any(|(known, _)| *known == bytes) {
            return;
        }
        let place = self.names.iter().position(|known| known == name);
        let place = place.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        self.starts[usize::from(bytes[0]) << 8 | usize::from(bytes[1])].push(self.forms.len());
        self.forms.push((bytes, place));
    }

    /// What is in some bytes, by name, and where.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<(&str, usize)> {
        let mut found = Vec::new();
        for (at, pair) in bytes.windows(2).enumerate() {
            for form in &self.starts[usize::from(pair[0]) << 8 | usize::from(pair[1])] {
                let (form, name) = &self.forms[*form];
                if bytes[at..].starts_with(form) {
                    found.push((self.names[*name].as_str(), at));
                }
            }
        }
        found
    }

    /// The same without places or repetitions.
    pub fn names_in(&self, bytes: &[u8]) -> BTreeSet<&str> {
        self.found_in(bytes)
            .into_iter()
            .map(|(name, _)| name)
            .collect()
    }
}

#[test]
fn a_word_is_found_in_every_way_of_writing_it_and_a_part_of_it_is_not() {
    let mut wanted = Wanted::nothing();
    wanted.text("word", "Quarrymill");
    let utf16: Vec<u8> = "xQUARRYMILL"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();

    assert_eq!(wanted.found_in(b"__quarrymill__"), [("word", 2)]);
    assert_eq!(wanted.found_in(&utf16), [("word", 2)]);
    assert!(wanted.found_in(b"Quarrymil Quarry mill").is_empty());
}
