//! A JSON file that a person wrote: what is wrong with it is said by file, line and field.

use std::io::Read;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::places::Places;
use crate::stop::{Spot, Stop, of_disk};

/// The most such a file may have, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// A file as it was read, with the line of each of its fields.
pub struct JsonFile {
    name: String,
    text: String,
    places: Places,
}

impl JsonFile {
    /// Reads it as UTF-8 text.
    pub fn open(path: &Path) -> Result<Self, Stop> {
        let name = path.display().to_string();
        let refuse = |say: &str| Stop::at(vec![Spot::file(path, "", say)]);
        let mut bytes = Vec::new();
        std::fs::File::open(path)
            .and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
            .map_err(|error| refuse(of_disk(&error, "This file could not be read.")))?;
        if bytes.len() as u64 > LONGEST {
            return Err(refuse("This file is larger than 16 MiB."));
        }
        let text = String::from_utf8(bytes).map_err(|_| refuse("This file is not UTF-8 text."))?;
        let text = text
            .strip_prefix('\u{feff}')
            .map(str::to_owned)
            .unwrap_or(text);
        Ok(Self {
            name,
            places: Places::of(&text),
            text,
        })
    }

    /// Reads it as something. What a field holds is never repeated: it may be a child's words.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Stop> {
        serde_json::from_str(&self.text).map_err(|error| {
            let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
            let field = shown(self.places.field_at(error.line(), error.column()));
            let say = match error.classify() {
                Category::Data => said(&error.to_string()),
                Category::Syntax | Category::Eof | Category::Io => {
                    format!(
                        "This is not JSON here: {}.",
                        without_place(&error.to_string())
                    )
                }
            };
            Stop::at(vec![Spot {
                file: Some(self.name.clone()),
                line: Some(line.max(1)),
                field,
                say,
            }])
        })
    }

    /// A problem with a field, at its line, or at the line of what it belongs to.
    pub fn spot(&self, field: &str, say: &str) -> Spot {
        Spot {
            file: Some(self.name.clone()),
            line: Some(self.places.line(field)),
            field: field.to_owned(),
            say: say.to_owned(),
        }
    }
}

/// The longest name of a field that is repeated.
const LONGEST_NAME: usize = 40;

/// The name of a field, where it looks like one: words that stand where a name belongs may be a child's.
fn shown(field: String) -> String {
    let of_a_name = |c: char| c.is_ascii_alphanumeric() || "_-.[]".contains(c);
    if field.len() <= LONGEST_NAME && field.chars().all(of_a_name) {
        field
    } else {
        "a field".to_owned()
    }
}

fn without_place(message: &str) -> &str {
    message
        .rsplit_once(" at line ")
        .map_or(message, |(before, _)| before)
}

/// What a reader of JSON says, in a sentence and without the value.
fn said(message: &str) -> String {
    let message = without_place(message);
    if let Some(rest) = message.strip_prefix("unknown field `") {
        // From the end: the name is whatever the file says, and may hold such a mark itself.
        let (name, known) = rest.rsplit_once("`, expected ").unwrap_or((rest, ""));
        if let Some(say) = super::record::not_written_here(name) {
            return say.to_owned();
        }
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        return format!("There is no such field. Fields: {}.", known.join(", "));
    }
    if message.starts_with("duplicate field") {
        return "This field is there twice.".to_owned();
    }
    let expected = message
        .rsplit_once("expected ")
        .map(|(_, expected)| expected)
        .unwrap_or("something else");
    let expected = match expected {
        "a string" => "text in quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list in [ ]",
        "a map" => "an object in { }",
        other => other,
    };
    format!("Write {expected} here.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_type_is_said_without_repeating_the_value() {
        let say = said(
            "invalid type: string \"she said expected nothing\", expected a boolean at line 3 column 9",
        );

        assert_eq!(say, "Write true or false here.");
    }

    #[test]
    fn an_unknown_field_is_told_which_there_are() {
        let say =
            said("unknown field `upm`, expected one of `id`, `upn`, `name` at line 1 column 5");

        assert_eq!(say, "There is no such field. Fields: id, upn, name.");
    }

    #[test]
    fn words_in_the_place_of_a_name_are_not_repeated() {
        for name in ["linked_people[1].role", "x-y", ""] {
            assert_eq!(shown(name.to_owned()), name);
        }
        for words in ["She said", "Zoë", "a\nb", "x".repeat(41).as_str()] {
            assert_eq!(shown(words.to_owned()), "a field");
        }

        let say = said("unknown field `a`b`secret`, expected `id` or `upn` at line 1 column 5");
        assert_eq!(say, "There is no such field. Fields: id, upn.");
    }
}
