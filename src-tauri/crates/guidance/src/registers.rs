use serde::{Deserialize, Serialize};

use crate::read::Id;
use crate::{Certificate, Citation, Error, FillRule, Grant, NeedRule, Page, RegisterField, Shelf};

/// A register a school keeps.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Its name in records.
    pub id: Id,
    /// Counts up with every change of it.
    #[serde(default = "first")]
    pub version: u32,
    /// Among which others it stands.
    #[serde(default)]
    pub group: RegisterGroup,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Every>,
    /// It is one of the school's own that is not kept any more: its lines stay, and nothing of it is late.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub put_away: bool,
    /// How often a line of each kind is due.
    #[serde(default)]
    pub kinds: Vec<KindEvery>,
    /// When a line is late.
    #[serde(default)]
    pub late: Vec<LateRule>,
    /// What is filled in by itself as a line is signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fill: Vec<FillRule>,
    /// What must not be missing as a line is signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeedRule>,
    /// What a paper of one line is called, where there is one to be signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// What is entered, in the order of the register.
    pub fields: Vec<RegisterField>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Among which others a register stands in their list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterGroup {
    /// Filtering and monitoring.
    Filtering,
    /// Who agreed, was trained or said yes.
    Agreements,
    /// Devices and data.
    Devices,
    /// What is kept about children.
    Children,
    /// What is kept about adults.
    Adults,
    /// The school's own.
    #[default]
    Own,
}

impl RegisterGroup {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 6] = [
        Self::Filtering,
        Self::Agreements,
        Self::Devices,
        Self::Children,
        Self::Adults,
        Self::Own,
    ];
}

/// A rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindEvery {
    /// The kind, as the field `kind` says it.
    pub of: String,
    /// How often.
    pub every: Every,
}

/// When a line is late: after a day that it names, or so long after one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateRule {
    /// The school said so; ours stay beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// Fields that say by when; the first that is filled in holds.
    #[serde(default)]
    pub by: Vec<String>,
    /// The field from which it is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// So many hours after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    /// So many working days after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_days: Option<u32>,
    /// Only of lines in which this field says this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<WhenSaid>,
    /// Not of lines in which this field says this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coming: Option<String>,
}

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhenSaid {
    /// The field.
    pub field: String,
    /// What it says.
    pub is: String,
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

/// Reads the registers.
pub(crate) fn registers_on(shelf: &Shelf) -> Result<Vec<Register>, Error> {
    let page: RegistersPage = shelf.read(Page::Registers)?;
    Ok(page.register)
}

/// A register from its page, as it was kept.
pub fn register_from(text: &str) -> Result<Register, Error> {
    let shelf = Shelf::shipped().with(Page::Registers, text.to_owned());
    let mut all = registers_on(&shelf)?.into_iter();
    all.next().ok_or_else(|| Error::Blank {
        place: shelf.place_at(Page::Registers, 0),
        what: "register",
        id: Page::Registers.file().to_owned(),
    })
}

/// A register as a page of its own. It reads back as the same register.
pub fn page_of_register(register: &Register) -> String {
    let page = WrittenPage {
        schema: Page::Registers.schema(),
        register: [register],
    };
    // Plain structs of words and numbers always serialise.
    toml::to_string(&page).unwrap_or_default()
}

fn first() -> u32 {
    1
}

#[derive(Deserialize)]
struct RegistersPage {
    register: Vec<Register>,
}

#[derive(Serialize)]
struct WrittenPage<'r> {
    schema: &'static str,
    register: [&'r Register; 1],
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldKind;

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
    fn every_register_that_ships_stands_in_a_group_and_none_is_put_away() {
        for register in crate::registers().unwrap() {
            assert_ne!(register.group, RegisterGroup::Own, "{}", register.id);
            assert_eq!(
                register.group == RegisterGroup::Adults,
                register.grant() == Grant::RestrictedStaff,
                "{}",
                register.id
            );
            assert!(!register.put_away && !register.id.starts_with(crate::OWN_REGISTER));
        }
    }
}
