//! Who belongs to a pupil, who is linked to whom, and who is on the list twice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AdultForm, KeyFactBefore, PupilRow, Reach, hide_words};

/// Somebody who belongs to a pupil, as written.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct TieForm {
    /// Whose page it stands on.
    pub pupil: String,
    /// What it takes the place of.
    pub entry: Option<String>,
    /// The adult, when on record.
    pub adult: Option<String>,
    /// The other child.
    pub child: Option<String>,
    /// An adult who is not on record yet; recorded with it.
    pub new_adult: Option<AdultForm>,
    /// What they are to the pupil.
    pub relation: String,
    /// Parental responsibility.
    #[ts(type = "\"yes\" | \"no\" | \"\"")]
    pub responsibility: String,
    /// Lives with the pupil.
    #[ts(type = "\"yes\" | \"part\" | \"no\" | \"\"")]
    pub lives_with: String,
    /// Whom to ring first.
    pub rank: Option<u8>,
    /// May be rung.
    #[ts(type = "\"yes\" | \"ask\" | \"no\" | \"\"")]
    pub ring: String,
    /// What to know before.
    pub note: String,
    /// Since, `2026-09-01`.
    pub from: Option<String>,
    /// Why, when it takes the place of another.
    pub reason: Option<String>,
}

/// Somebody who belongs to a pupil.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TieView {
    /// The entry that says so.
    pub entry: String,
    /// On whose page it was written.
    pub pupil: String,
    /// The adult.
    pub adult: Option<String>,
    /// The other child.
    pub child: Option<String>,
    /// Name.
    pub name: String,
    /// Class and age, or post and organisation.
    pub detail: String,
    /// What they are to the pupil.
    pub relation: String,
    /// In words.
    pub relation_title: String,
    /// Parental responsibility.
    #[ts(type = "\"yes\" | \"no\" | \"\"")]
    pub responsibility: String,
    /// Lives with the pupil.
    #[ts(type = "\"yes\" | \"part\" | \"no\" | \"\"")]
    pub lives_with: String,
    /// Whom to ring first.
    pub rank: Option<u8>,
    /// May be rung.
    #[ts(type = "\"yes\" | \"ask\" | \"no\" | \"\"")]
    pub ring: String,
    /// What to know before.
    pub note: String,
    /// Since.
    pub from: Option<String>,
    /// How to reach them.
    pub reach: Vec<Reach>,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub day: String,
}

/// A child who may belong to the same household: an adult stands on both pages.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AlsoTied {
    /// The other child.
    pub child: String,
    /// Name.
    pub name: String,
    /// The adult on both pages.
    pub through: String,
}

/// Everybody around a pupil.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AroundView {
    /// The pupil.
    pub row: PupilRow,
    /// Parents, carers, relatives, whoever lives in the household; whom to ring first comes first.
    pub family: Vec<TieView>,
    /// Brothers, sisters and other children.
    pub children: Vec<TieView>,
    /// Professionals of other agencies.
    pub agencies: Vec<TieView>,
    /// Children who share an adult with this one and stand on neither page.
    pub perhaps: Vec<AlsoTied>,
    /// Who once belonged to them, or how it stood before.
    pub before: Vec<KeyFactBefore>,
}

/// A concern that links two people.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LinkConcern {
    /// Id.
    pub id: String,
    /// Number.
    pub record_no: String,
    /// What it is, in a few words.
    pub title: String,
    /// When it happened, in words.
    pub day: String,
    /// Their part in it, in words.
    pub role: String,
}

/// Somebody linked to a pupil.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LinkPerson {
    /// Which line of the picture it is.
    pub key: String,
    /// The pupil's id, where their name may be shown.
    pub pupil: Option<String>,
    /// The adult's id.
    pub adult: Option<String>,
    /// Name; a letter for another child.
    pub name: String,
    /// It is a letter in the place of a name.
    pub masked: bool,
    /// Where they stand in the picture.
    #[ts(type = "\"family\" | \"agency\" | \"child\" | \"adult\"")]
    pub group: &'static str,
    /// What they are to the pupil, in words.
    pub relation: String,
    /// Concerns that name both, newest first.
    pub concerns: Vec<LinkConcern>,
}

/// Who is connected to a pupil, through what.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LinksView {
    /// The pupil.
    pub name: String,
    /// Everybody, in the order of the picture.
    pub people: Vec<LinkPerson>,
    /// Pairs of them whom a concern names together, by place in `people`, with how many concerns.
    pub between: Vec<(u32, u32, u32)>,
    /// How many more there are.
    pub more: u32,
}

/// A field on which two records do not say the same.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TwiceField {
    /// What.
    pub label: String,
    /// In the one.
    pub one: String,
    /// In the other.
    pub other: String,
}

/// Whose records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum RecordsOf {
    /// Of a pupil.
    Pupil,
    /// Of an adult.
    Adult,
}

/// One of two records, by what tells it from the other.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TwiceRecord {
    /// Id.
    pub id: String,
    /// The name people say.
    pub name: String,
    /// A pupil's name in law; an adult's name.
    pub full_name: String,
    /// A pupil's number or class; what an adult is and whom they work for.
    pub detail: String,
    /// `2014-03-09`.
    pub date_of_birth: Option<String>,
}

/// Two records that may be one pupil, or one adult.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TwicePair {
    /// Whose.
    pub of: RecordsOf,
    /// The one.
    pub one: TwiceRecord,
    /// The other.
    pub other: TwiceRecord,
    /// Why they may be.
    pub why: String,
    /// What they say side by side.
    pub fields: Vec<TwiceField>,
    /// How many concerns name the one.
    pub one_concerns: u32,
    /// And the other.
    pub other_concerns: u32,
}

/// Two records that somebody found to be two children, or two adults.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ApartPair {
    /// Whose.
    pub of: RecordsOf,
    /// The one.
    pub one: TwiceRecord,
    /// The other.
    pub other: TwiceRecord,
}

hide_words!(
    ApartPair,
    TieForm,
    TieView,
    AlsoTied,
    AroundView,
    LinkConcern,
    LinkPerson,
    LinksView,
    TwiceField,
    TwicePair,
    TwiceRecord,
);
