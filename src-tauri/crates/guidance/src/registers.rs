use serde::Deserialize;
use serde::de::Deserializer;

use crate::read::Id;
use crate::{Certificate, Citation, Error, FillRule, Grant, NeedRule, Page, Shelf};

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
    /// How often somebody looks through it, where it has a rhythm of its own.
    #[serde(default)]
    pub every: Option<Every>,
    /// How often a line of each kind is due.
    #[serde(default)]
    pub kinds: Vec<KindEvery>,
    /// When a line is late.
    #[serde(default)]
    pub late: Vec<LateRule>,
    /// What is filled in by itself as a line is signed.
    #[serde(default)]
    pub fill: Vec<FillRule>,
    /// What must not be missing as a line is signed.
    #[serde(default)]
    pub needs: Vec<NeedRule>,
    /// What a paper of one line is called, where there is one to be signed.
    #[serde(default)]
    pub certificate: Option<Certificate>,
    /// What is entered, in the order of the register.
    pub fields: Vec<RegisterField>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Every week.
    Week,
    /// Every two weeks.
    Fortnight,
    /// Every half-term.
    HalfTerm,
    /// Every term.
    Term,
    /// Every school year.
    Year,
}

impl Every {
    /// How many days may pass: holidays lie between two half-terms, and between two terms.
    pub fn days(self) -> u64 {
        match self {
            Self::Week => 7,
            Self::Fortnight => 14,
            Self::HalfTerm => 56,
            Self::Term => 126,
            Self::Year => 366,
        }
    }

    /// In words: `once a week`.
    pub fn said(self) -> &'static str {
        match self {
            Self::Week => "once a week",
            Self::Fortnight => "every two weeks",
            Self::HalfTerm => "once each half-term",
            Self::Term => "once a term",
            Self::Year => "once a year",
        }
    }
}

/// How often a line of one kind is due.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindEvery {
    /// The kind, as the field `kind` says it.
    pub of: String,
    /// How often.
    pub every: Every,
}

/// When a line is late: after a day that it names, or so long after one.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateRule {
    /// Fields that say by when; the first that is filled in holds.
    #[serde(default)]
    pub by: Vec<String>,
    /// The field from which it is counted.
    #[serde(default)]
    pub from: Option<String>,
    /// So many hours after it.
    #[serde(default)]
    pub hours: Option<u32>,
    /// So many working days after it.
    #[serde(default)]
    pub working_days: Option<u32>,
    /// Only of lines in which this field says this.
    #[serde(default)]
    pub when: Option<WhenSaid>,
    /// Not of lines in which this field says this.
    #[serde(default)]
    pub except: Option<WhenSaid>,
    /// Nothing is late where one of these is filled in.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Only of the last line that says the same in these fields: somebody who signed anew is not late.
    #[serde(default)]
    pub latest: Vec<String>,
    /// What is late: `not screened`.
    pub say: String,
    /// What is still to be done before it is late: `tell the ICO`. Without it nothing is said before.
    #[serde(default)]
    pub coming: Option<String>,
}

/// What a field says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhenSaid {
    /// The field.
    pub field: String,
    /// What it says.
    pub is: String,
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
    fn what_makes_a_line_late_names_fields_that_are_there_and_one_way_to_count() {
        for register in crate::registers().unwrap() {
            let kind_of = |name: &String| {
                let field = register.fields.iter().find(|field| field.name == *name);
                field.map(|field| field.kind.clone())
            };
            let dated =
                |kind: &Option<FieldKind>| matches!(kind, Some(FieldKind::Day | FieldKind::Moment));
            for rule in &register.late {
                let counted = rule.hours.is_some() || rule.working_days.is_some();
                assert_eq!(rule.from.is_some(), counted, "{}", register.id);
                assert_ne!(rule.by.is_empty(), rule.from.is_none(), "{}", register.id);
                for name in rule.by.iter().chain(&rule.from) {
                    assert!(dated(&kind_of(name)), "{}: {name}", register.id);
                }
                let more = rule.when.iter().chain(&rule.except).map(|when| &when.field);
                for name in rule.unless.iter().chain(&rule.latest).chain(more) {
                    assert!(kind_of(name).is_some(), "{}: {name}", register.id);
                }
            }
            for kind in &register.kinds {
                let offered = kind_of(&"kind".to_owned());
                assert!(
                    matches!(&offered, Some(FieldKind::OneOf(all)) if all.contains(&kind.of)),
                    "{}: {}",
                    register.id,
                    kind.of
                );
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
