use serde::Deserialize;
use serde::de::Deserializer;

use crate::read::Id;
use crate::{Citation, Error, Grant, Page, Shelf};

/// A register a school keeps.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Its name in records.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// Whose it is, by role.
    pub owner: Vec<Id>,
    /// When something is entered.
    pub entry_when: String,
    /// How often somebody looks through it.
    pub review: String,
    /// What is entered, in the order of the register.
    pub fields: Vec<RegisterField>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

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

impl Register {
    /// What somebody must be granted to read and keep it, by `permissions.toml`. One about adults who work with children rests on the
    /// grant that they do (KCSIE part four).
    pub fn grant(&self) -> Grant {
        match self.id.as_str() {
            "filter-unblock-log"
            | "filtering-change-log"
            | "filter-alert-log"
            | "filtering-review-log" => Grant::RegisterFiltering,
            "aup-signatures" => Grant::RegisterAup,
            "data-breach-log" => Grant::RegisterBreach,
            "staff-concern-record" | "low-level-concern-register" => Grant::RestrictedStaff,
            _ => Grant::PupilRecordAll,
        }
    }
}

/// What stands after the kind of a day or a moment that lies ahead.
const AHEAD: &str = "_ahead";
/// The name of what is asked besides, when a line is corrected.
const WHY: &str = "why_corrected";

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

impl<'de> Deserialize<'de> for RegisterField {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::read(&text).map_err(serde::de::Error::custom)
    }
}

/// Reads the registers.
pub(crate) fn registers_on(shelf: &Shelf) -> Result<Vec<Register>, Error> {
    let page: RegistersPage = shelf.read(Page::Registers)?;
    Ok(page.register)
}

#[derive(Deserialize)]
struct RegistersPage {
    register: Vec<Register>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_called_something_a_person_would_say() {
        for register in crate::registers().unwrap() {
            for RegisterField { label, kind, .. } in &register.fields {
                let options = if let FieldKind::OneOf(all) = kind {
                    all.as_slice()
                } else {
                    &[]
                };
                for said in options.iter().chain([label]) {
                    assert!(
                        said.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                            && !said.contains(['_', '|']),
                        "{}: {said}",
                        register.id
                    );
                }
            }
        }
    }

    #[test]
    fn a_register_that_somebody_is_granted_by_name_is_there() {
        let all = crate::registers().unwrap();
        for grant in [
            Grant::RegisterFiltering,
            Grant::RegisterAup,
            Grant::RegisterBreach,
            Grant::RestrictedStaff,
        ] {
            assert!(all.iter().any(|one| one.grant() == grant), "{grant:?}");
        }
    }

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
