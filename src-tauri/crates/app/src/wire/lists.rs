//! What one chooses from, drafts, and what is said before signing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AdditionDraft, ConcernForm, LineForm, Person, hide_words};

/// Something to choose.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Choice {
    /// Id.
    pub id: String,
    /// In words.
    pub title: String,
    /// More words.
    pub detail: String,
}

/// Things to choose from under one heading.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChoiceGroup {
    /// The heading.
    pub title: String,
    /// What is under it.
    pub choices: Vec<Choice>,
}

/// A category of the school's own.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct OwnCategory {
    /// Its name.
    pub name: String,
    /// What belongs under it.
    pub definition: String,
    /// It is not offered any more.
    pub off: bool,
}

/// What concerns can be filed under, and what of it this school offers.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CategoriesView {
    /// Every known one.
    pub groups: Vec<ChoiceGroup>,
    /// Those of them that the school does not offer, by id.
    pub off: Vec<String>,
    /// The school's own.
    pub own: Vec<OwnCategory>,
}

/// Everything one chooses from.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Lists {
    /// Categories.
    pub categories: Vec<Choice>,
    /// The same under their headings.
    pub category_groups: Vec<ChoiceGroup>,
    /// Places.
    pub locations: Vec<Choice>,
    /// Roles of accounts.
    pub roles: Vec<Choice>,
    /// Status flags.
    pub flags: Vec<Choice>,
    /// Urgencies.
    pub urgencies: Vec<Choice>,
    /// How it came to light.
    pub identified_how: Vec<Choice>,
    /// Kinds of record.
    pub record_kinds: Vec<Choice>,
    /// Regions of the body.
    pub regions: Vec<Choice>,
    /// Parts a person plays.
    pub person_roles: Vec<Choice>,
    /// The safeguarding leads.
    pub leads: Vec<Person>,
    /// Statuses.
    pub statuses: Vec<Choice>,
    /// How serious, 1 to 5.
    pub severities: Vec<Choice>,
    /// Levels of need.
    pub levels: Vec<Choice>,
    /// What can be decided.
    pub decisions: Vec<Choice>,
    /// Who outside the school can be referred to.
    pub bodies: Vec<Choice>,
    /// Whether parents were told.
    pub parents: Vec<Choice>,
    /// What an adult is to the school.
    pub adult_kinds: Vec<Choice>,
    /// What somebody in the family or household is to a child.
    pub family: Vec<Choice>,
    /// What a professional of another agency is to a child.
    pub agencies: Vec<Choice>,
    /// Where else a pupil learns.
    pub elsewhere: Vec<Choice>,
    /// Steps up when a referral is not answered.
    pub ladder: Vec<Choice>,
    /// The sites of a federation, by name.
    pub sites: Vec<String>,
}

/// Who will read a concern before it is signed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Routing {
    /// Their names.
    pub readers: Vec<String>,
    /// One sentence.
    pub say: String,
    /// Nobody on this laptop may hold that room yet.
    pub nobody_yet: bool,
    /// Whom to ring then.
    pub ring: Option<String>,
}

/// A draft.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DraftView {
    /// Id.
    pub id: String,
    /// Concern, correction or addition.
    pub kind: String,
    /// Who it is about, or its first words.
    pub title: String,
    /// When it was last kept, in words.
    pub kept_at: String,
    /// The form of a concern or a correction; blank for an addition.
    pub form: ConcernForm,
    /// What was being added to a concern.
    pub addition: Option<AdditionDraft>,
    /// The line of a register that was being written.
    pub line: Option<LineForm>,
}

/// A draft was kept.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct KeptDraft {
    /// Id.
    pub id: String,
    /// When, `10:33`.
    pub kept_at: String,
}

/// A suggestion of the writing check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WritingHint {
    /// The field.
    pub field: String,
    /// The suggestion.
    pub say: String,
}

/// A file was taken in, encrypted, and waits to be attached.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TakenIn {
    /// Its token.
    pub token: String,
    /// Name.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// In words.
    pub size_text: String,
    /// Hash.
    pub sha256: String,
}

hide_words!(DraftView, TakenIn,);
