//! Flowcharts and checklists as a school makes them its own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, DiagramView, Problem, Run};

/// A flowchart to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FlowForm {
    /// Its name in the guidance.
    pub id: String,
    /// The versions it was opened on; what is kept takes the place of these and of no other.
    #[serde(default)]
    pub base: Vec<String>,
    /// Whoever changes it has compared it with ours as that is now, and taken over what is wanted.
    #[serde(default)]
    pub compared: bool,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// When it is the right one.
    pub applies_when: Vec<String>,
    /// What nobody does.
    pub do_not: Vec<String>,
    /// What to bear in mind about it.
    pub note: String,
    /// Its steps.
    pub nodes: Vec<StepEdit>,
    /// The ways between them.
    pub ways: Vec<WayEdit>,
}

/// A step to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct StepEdit {
    /// Its name in the flowchart; ours keep theirs.
    pub id: String,
    /// What kind.
    #[ts(type = "\"start\" | \"action\" | \"decision\" | \"warning\" | \"end\"")]
    pub kind: String,
    /// What is to be done or answered.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// Whose it is, by role.
    pub who: Vec<String>,
    /// By when, by deadline; blank where nothing is counted.
    pub deadline: String,
    /// What belongs to it, by name.
    pub opens: Vec<String>,
    /// What must be written down with it.
    pub asks: String,
    /// A second person signs it too.
    pub two_people: bool,
}

/// A way to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WayEdit {
    /// From which step.
    pub from: String,
    /// To which.
    pub to: String,
    /// The answer that leads this way.
    pub label: String,
    /// The deadline whose clock begins; blank for none.
    pub starts_clock: String,
}

/// A checklist to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistForm {
    /// Its name in the guidance.
    pub id: String,
    /// The versions it was opened on; what is kept takes the place of these and of no other.
    #[serde(default)]
    pub base: Vec<String>,
    /// Whoever changes it has compared it with ours as that is now, and taken over what is wanted.
    #[serde(default)]
    pub compared: bool,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// When it is the right one.
    pub use_when: String,
    /// What must be known before it is begun.
    pub warnings: Vec<String>,
    /// What to bear in mind about it.
    pub note: String,
    /// Its parts.
    pub sections: Vec<SectionEdit>,
}

/// A part to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SectionEdit {
    /// Its heading.
    pub title: String,
    /// It is filled once the rest was sent.
    pub after: bool,
    /// What is asked.
    pub items: Vec<ItemEdit>,
}

/// A question to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ItemEdit {
    /// Its name in the checklist; ours keep theirs.
    pub id: String,
    /// The question.
    pub prompt: String,
    /// More about it.
    pub help: String,
    /// How it is answered.
    #[ts(
        type = "\"text\" | \"longtext\" | \"yes_no\" | \"yes_no_unknown\" | \"yes_no_na\" | \"choice\" | \"multichoice\" | \"date\" | \"datetime\" | \"datetime_range\" | \"datetime_text\" | \"number\" | \"phone\" | \"email\" | \"url\" | \"url_list\" | \"table\" | \"file_ref\" | \"signature\" | \"confirm\""
    )]
    pub kind: String,
    /// What there is to choose.
    pub options: Vec<String>,
    /// How much it is needed.
    #[ts(type = "\"required\" | \"recommended\" | \"if_applicable\"")]
    pub needed: String,
}

/// A table to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MatrixForm {
    /// Its name in the guidance.
    pub id: String,
    /// The versions it was opened on; what is kept takes the place of these and of no other.
    #[serde(default)]
    pub base: Vec<String>,
    /// Whoever changes it has compared it with ours as that is now, and taken over what is wanted.
    #[serde(default)]
    pub compared: bool,
    /// What it is called.
    pub title: String,
    /// What to bear in mind about it.
    pub note: String,
    /// What a line can have ticked.
    pub columns: Vec<ColumnEdit>,
    /// Its lines.
    pub rows: Vec<RowEdit>,
}

/// A column to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ColumnEdit {
    /// Its name in the table; ours keep theirs.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// A line to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RowEdit {
    /// Its name in the table; ours keep theirs.
    pub id: String,
    /// The behaviour, or what is looked up.
    pub label: String,
    /// What holds for it, by column.
    pub ticks: Vec<String>,
}

/// A register to be edited: one of ours that the school adds to, or one of its own.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RegisterForm {
    /// Its name; empty for a new one.
    pub id: String,
    /// The versions it was opened on; what is kept takes the place of these and of no other.
    #[serde(default)]
    pub base: Vec<String>,
    /// Whoever changes it has compared it with ours as that is now, and taken over what is wanted.
    #[serde(default)]
    pub compared: bool,
    /// It is one of ours: what ours asks stays.
    #[serde(default)]
    pub ours: bool,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Who keeps it, by role.
    pub owner: Vec<String>,
    /// When something is entered.
    pub entry_when: String,
    /// How often it is looked through; blank where it has no rhythm.
    #[ts(type = "\"\" | \"week\" | \"fortnight\" | \"half-term\" | \"term\" | \"year\"")]
    pub every: String,
    /// What to bear in mind about it.
    pub note: String,
    /// What is entered, in its order.
    pub fields: Vec<FieldEdit>,
    /// The field that says by when a line is due; blank where nothing is.
    pub by: String,
    /// The field that shows that it is done.
    pub done: String,
}

/// A field of a register to be edited.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FieldEdit {
    /// Its name in the register; any other where it is new.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What answers it. Once it was kept, that stays.
    pub kind: String,
    /// What answers it, in words, where that stays as it is; empty where it can be chosen.
    #[serde(default)]
    pub answer: String,
    /// What there is to choose.
    pub options: Vec<String>,
    /// It is one that Strongroom asks: it can be called something else, and stays.
    #[serde(default)]
    pub ours: bool,
}

/// What somebody changed in a page and has not kept as the school's own: theirs alone, through locks and crashes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PageDraft {
    /// The flowchart as it stood, where it is one.
    pub flow: Option<FlowForm>,
    /// The checklist, where it is one.
    pub checklist: Option<ChecklistForm>,
    /// The table, where it is one.
    pub matrix: Option<MatrixForm>,
    /// The register, where it is one.
    #[serde(default)]
    pub register: Option<RegisterForm>,
    /// Why it is changed, as far as that was typed.
    pub reason: String,
}

/// A page to be edited, with what its fields offer and what became of it so far.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct EditView {
    /// The flowchart, where it is one.
    pub flow: Option<FlowForm>,
    /// The checklist, where it is one.
    pub checklist: Option<ChecklistForm>,
    /// The table, where it is one.
    pub matrix: Option<MatrixForm>,
    /// The register, where it is one.
    pub register: Option<RegisterForm>,
    /// What was changed in it and not kept, with when; nothing where that is as it holds.
    pub draft: Option<PageDraft>,
    /// When that was last typed; empty without it.
    pub draft_kept: String,
    /// Roles a step can be of.
    pub roles: Vec<Choice>,
    /// Deadlines a step can have or a way begin.
    pub deadlines: Vec<Choice>,
    /// What a step can open.
    pub opens: Vec<Choice>,
    /// It is the school's own now.
    pub own: bool,
    /// Ours has changed since the school's own was made from it.
    pub ours_is_newer: bool,
    /// Every version the school wrote, the newest first; ours last.
    pub versions: Vec<PageVersion>,
}

/// A version of a page.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PageVersion {
    /// Its entry; empty for ours.
    pub entry: String,
    /// `Version 3`, `Strongroom’s, version 1`, `Back to Strongroom’s`.
    pub title: String,
    /// Who and when; nothing for ours.
    pub by: String,
    /// Why.
    pub reason: String,
    /// It holds now.
    pub holds: bool,
    /// There is a page in it to compare or to go back to.
    pub has_page: bool,
}

/// What the editor says of a page as it stands.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct EditChecked {
    /// What is wrong: at `node-2`, `way-0`, `section-1`, `item-14` (counted through all parts), or at the page.
    pub problems: Vec<Problem>,
    /// As it would be drawn; nothing while a way leads nowhere, or of a checklist.
    pub drawing: Option<DiagramView>,
}

/// What differs between two versions of a page.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PageChange {
    /// Where: `Step: Is any adult involved?`.
    pub place: String,
    /// Both wordings in one reading.
    pub runs: Vec<Run>,
}
