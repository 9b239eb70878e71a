//! Adults on record, and names used online.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConcernRow, JoinedRecord, Seal, hide_words};

/// A way to reach somebody.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct Reach {
    /// Which.
    #[ts(type = "\"phone\" | \"email\" | \"address\"")]
    pub way: String,
    /// The number, the address.
    pub value: String,
    /// When, or what to know.
    pub note: String,
}

/// An adult as a list shows them.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AdultRow {
    /// Id.
    pub id: String,
    /// Their name, or what they look like.
    pub name: String,
    /// What they are to the school, in words.
    pub kind: String,
    /// Post and organisation.
    pub detail: String,
    /// The first number.
    pub phone: Option<String>,
    /// How many concerns name them.
    pub concerns: u32,
    /// Somebody else on record has the same name.
    pub namesake: bool,
    /// Why they were found, when not by the name as written.
    pub why: Option<String>,
    /// In the list of adults: the pupils on whose pages they stand.
    pub of: Vec<TiedPupil>,
}

/// Some adults by name.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AdultPage {
    /// The rows.
    pub adults: Vec<AdultRow>,
    /// How many in all.
    pub total: u32,
    /// There are more.
    pub more: bool,
}

/// An adult as written.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct AdultForm {
    /// Who is corrected; absent for somebody new.
    pub id: Option<String>,
    /// Their name; empty where nobody knows it.
    pub name: String,
    /// Other names.
    pub also_known: Vec<String>,
    /// What they are to the school (vocabulary `adult_kind`).
    pub kind: String,
    /// What they look like.
    pub description: String,
    /// Whom they work for.
    pub organisation: String,
    /// As what.
    pub post: String,
    /// `1984-03-09`.
    pub date_of_birth: Option<String>,
    /// How to reach them.
    pub reach: Vec<Reach>,
    /// Anything else.
    pub note: String,
    /// Why, when correcting.
    pub reason: Option<String>,
}

/// A pupil on whose page an adult stands.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TiedPupil {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Class.
    pub class: String,
    /// What the adult is to them, in words.
    pub relation: String,
}

/// An adult in full.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AdultView {
    /// As the list shows them.
    pub row: AdultRow,
    /// What is known of them, from every record.
    pub known: AdultForm,
    /// What this record itself says, for correcting: of records that were joined each keeps its own.
    pub form: AdultForm,
    /// Other records that are this same adult.
    pub joined: Vec<JoinedRecord>,
    /// Age today.
    pub age: Option<u32>,
    /// On whose pages they stand.
    pub pupils: Vec<TiedPupil>,
    /// Concerns that name them, newest first.
    pub concerns: Vec<ConcernRow>,
    /// There are older ones.
    pub more: bool,
    /// Two laptops wrote this differently: who, when, and what the other says.
    pub beside: Vec<AdultBeside>,
    /// Something about them was written by a newer version.
    pub needs_newer: bool,
    /// Who wrote the last version.
    pub seal: Seal,
}

/// What another laptop wrote of an adult at the same time.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AdultBeside {
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: String,
    /// What it says.
    pub lines: Vec<String>,
}

/// A name, number or address used online.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct OnlineName {
    /// The form in which it is compared.
    pub mark: String,
    /// As it was written last.
    pub shown: String,
    /// App, site or game.
    pub service: String,
    /// How many concerns name it.
    pub concerns: u32,
    /// The newest of them.
    pub newest: ConcernRow,
}

hide_words!(
    Reach,
    AdultRow,
    AdultForm,
    TiedPupil,
    AdultView,
    AdultBeside,
    OnlineName,
);
