//! A field of a register, and what answers it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One thing that is entered, on the page `name : kind of answer` with what it is called after that where the name does not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterField {
    /// Its name in records.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What answers it.
    pub kind: FieldKind,
    /// It lies ahead: until when, by when. Everything else looks back.
    pub ahead: bool,
}

/// What answers a field of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A day and a time.
    Moment,
    /// A day.
    Day,
    /// Words.
    Words,
    /// A person.
    Person,
    /// Several people.
    People,
    /// Yes or no.
    YesOrNo,
    /// A number.
    Number,
    /// An address for e-mail.
    Email,
    /// A telephone number.
    Phone,
    /// A paper that is kept with it.
    File,
    /// A concern in the record.
    Record,
    /// A signature.
    Signature,
    /// Lines of a small table.
    Table,
    /// One of these.
    OneOf(Vec<String>),
    /// One or several of a list of the school's own.
    Several,
    /// One of a list that has this name among the vocabularies, or that the school has itself.
    Listed(String),
}

/// The kind of a field that has a list of its own to choose from.
const ONE_OF: &str = "one_of";
/// What stands after the kind of a day or a moment that lies ahead.
const AHEAD: &str = "_ahead";
/// The name of what is asked besides, when a line is corrected.
pub(crate) const WHY: &str = "why_corrected";

impl RegisterField {
    /// Reads one as it stands on the page.
    fn read(text: &str) -> Result<Self, String> {
        let mut parts = text.splitn(3, " : ").map(str::trim);
        let (Some(name), Some(kind)) = (parts.next(), parts.next()) else {
            return Err(format!(
                "`{text}` is not a field: write `name : kind of answer`"
            ));
        };
        let plain = |text: &str| {
            !text.is_empty()
                && text
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        if name == WHY {
            return Err(format!("`{name}` is kept for why a line is corrected"));
        }
        if !plain(name) || kind.is_empty() {
            return Err(format!(
                "`{text}` is not a field: its name is small letters, digits and _, and a kind of answer follows"
            ));
        }
        let ahead = kind.strip_suffix(AHEAD);
        let answer = FieldKind::read(ahead.unwrap_or(kind))
            .filter(|kind| ahead.is_none() || matches!(kind, FieldKind::Moment | FieldKind::Day))
            .ok_or_else(|| format!("`{kind}` is not a kind of answer: see the other fields"))?;
        let label = parts.next().filter(|label| !label.is_empty());
        Ok(Self {
            name: name.to_owned(),
            label: label.map_or_else(|| in_words(name, '_'), str::to_owned),
            ahead: ahead.is_some(),
            kind: answer,
        })
    }
}

impl FieldKind {
    /// What a page calls it.
    pub fn name(&self) -> &str {
        match self {
            Self::Moment => "datetime",
            Self::Day => "date",
            Self::Words => "text",
            Self::Person => "person",
            Self::People => "people",
            Self::YesOrNo => "yes_no",
            Self::Number => "number",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::File => "file",
            Self::Record => "record",
            Self::Signature => "signature",
            Self::Table => "table",
            Self::OneOf(_) => ONE_OF,
            Self::Several => "multichoice",
            Self::Listed(list) => list,
        }
    }

    /// What there is to choose, where it is said on the page.
    pub fn options(&self) -> &[String] {
        match self {
            Self::OneOf(all) => all,
            Self::Moment
            | Self::Day
            | Self::Words
            | Self::Person
            | Self::People
            | Self::YesOrNo
            | Self::Number
            | Self::Email
            | Self::Phone
            | Self::File
            | Self::Record
            | Self::Signature
            | Self::Table
            | Self::Several
            | Self::Listed(_) => &[],
        }
    }

    /// The kind of a name, with what there is to choose.
    pub fn named(name: &str, options: Vec<String>) -> Option<Self> {
        match name {
            ONE_OF => Some(Self::OneOf(options)),
            name => Self::read(name).filter(|kind| !matches!(kind, Self::OneOf(_))),
        }
    }

    fn read(kind: &str) -> Option<Self> {
        Some(match kind {
            "datetime" => Self::Moment,
            "date" => Self::Day,
            "text" => Self::Words,
            "person" => Self::Person,
            "people" => Self::People,
            "yes_no" => Self::YesOrNo,
            "number" => Self::Number,
            "email" => Self::Email,
            "phone" => Self::Phone,
            "file" => Self::File,
            "record" => Self::Record,
            "signature" => Self::Signature,
            "table" => Self::Table,
            "choice" | "allegation_outcome" | "external_body" => Self::Listed(kind.to_owned()),
            "multichoice" => Self::Several,
            several if several.contains('|') => {
                let all: Vec<String> = several.split('|').map(|one| in_words(one, '-')).collect();
                if all.iter().any(String::is_empty) {
                    return None;
                }
                Self::OneOf(all)
            }
            _ => return None,
        })
    }
}

/// `reblocked_at` as `Reblocked at`.
fn in_words(name: &str, between: char) -> String {
    let mut words = name.trim().replace(between, " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A field on a page: one of ours is a line, one of a school's own says each part by itself, as people typed it.
#[derive(Deserialize)]
#[serde(untagged)]
enum OnPage {
    Line(String),
    Parts(Parts),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    name: String,
    label: String,
    answer: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    options: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    ahead: bool,
}

impl<'de> Deserialize<'de> for RegisterField {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match OnPage::deserialize(from)? {
            OnPage::Line(text) => Self::read(&text).map_err(serde::de::Error::custom),
            OnPage::Parts(parts) => {
                let kind = FieldKind::named(&parts.answer, parts.options).ok_or_else(|| {
                    serde::de::Error::custom(format!("`{}` is not a kind of answer", parts.answer))
                })?;
                Ok(Self {
                    name: parts.name,
                    label: parts.label,
                    kind,
                    ahead: parts.ahead,
                })
            }
        }
    }
}

impl Serialize for RegisterField {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Parts {
            name: self.name.clone(),
            label: self.label.clone(),
            answer: self.kind.name().to_owned(),
            options: self.kind.options().to_vec(),
            ahead: self.ahead,
        }
        .serialize(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_field_is_refused_in_words() {
        for text in [
            "",
            "reason",
            "Reason : text",
            "reason : ",
            "reason : poem",
            "kind : a||b",
            "why_corrected : text",
            "by : person_ahead",
        ] {
            assert!(RegisterField::read(text).is_err(), "{text}");
        }
        let field = RegisterField::read("by : person : By whom").unwrap();
        assert_eq!(
            (field.label.as_str(), field.kind),
            ("By whom", FieldKind::Person)
        );
        let field = RegisterField::read("answer : removed|no-reply").unwrap();
        assert_eq!(
            field.kind,
            FieldKind::OneOf(vec!["Removed".to_owned(), "No reply".to_owned()])
        );
    }
}
