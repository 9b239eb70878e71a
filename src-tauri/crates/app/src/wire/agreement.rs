//! Agreements on acceptable use, who signed them, and who has read what.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hide_words;

/// The agreements there are, and how far the classes have come.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AgreementsView {
    /// Whoever is in keeps the register of signatures. Otherwise nothing is said of who signed.
    pub may: bool,
    /// The agreements.
    pub agreements: Vec<AgreementLine>,
    /// Every class of the pupils on roll.
    pub classes: Vec<ClassCount>,
}

/// An agreement in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AgreementLine {
    /// Its name in the guidance.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who signs it.
    pub for_whom: String,
    /// Until when a signature holds, in words.
    pub holds: String,
}

/// A class, and how many of it have none.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ClassCount {
    /// The class; empty for pupils who are in none.
    pub class: String,
    /// How many pupils are in it.
    pub pupils: u32,
    /// How many of them have none that holds.
    pub without: u32,
}

/// An agreement to be read, printed and signed.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AgreementView {
    /// Its name in the guidance.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who signs it.
    pub for_whom: String,
    /// Until when a signature holds, in words.
    pub holds: String,
    /// Pupils sign it; otherwise adults do.
    pub of_pupils: bool,
    /// A child signs the form.
    pub child_signs: bool,
    /// A parent or carer signs the form.
    pub parent_signs: bool,
    /// What a signature can be written as; the first unless another is chosen.
    pub kinds: Vec<String>,
    /// Which version of the words it is.
    pub version: String,
    /// What is said before its statements.
    pub before: String,
    /// What whoever signs says of themselves.
    pub statements: Vec<String>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Whoever is in keeps the register of signatures.
    pub may: bool,
    /// Every class of the pupils on roll, with how many have none; for an agreement of pupils.
    pub classes: Vec<ClassCount>,
    /// Adults whose agreement lapsed, or who have an account and none; for an agreement of adults.
    pub without: Vec<HasLine>,
}

/// Somebody, and whether they have a line that holds.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HasLine {
    /// The pupil; none for an adult.
    pub pupil: Option<String>,
    /// Their name.
    pub name: String,
    /// How they stand.
    #[ts(type = "\"holds\" | \"lapsed\" | \"declined\" | \"none\"")]
    pub stands: &'static str,
    /// The same in words.
    pub say: String,
}

/// A class, pupil by pupil.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ClassLines {
    /// The class.
    pub class: String,
    /// Everybody in it.
    pub pupils: Vec<HasLine>,
    /// How many of them have none that holds.
    pub without: u32,
}

/// The same line of a register for several people, as it is typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct SeveralForm {
    /// The agreement that was signed; none where a document was read, or something learnt.
    pub agreement: Option<String>,
    /// What it is written as in its register.
    pub kind: String,
    /// The version of the agreement, or the document or course.
    pub document: String,
    /// The class that is looked at.
    pub class: String,
    /// Pupils that are ticked.
    pub pupils: Vec<String>,
    /// Names that are typed, one a line.
    pub names: String,
    /// The day, `2026-11-10`; as it was typed where it was not understood.
    pub on: String,
    /// Until when it holds; empty where nothing is said.
    pub until: String,
    /// The child signed.
    pub child_signed: bool,
    /// A parent or carer signed.
    pub parent_signed: bool,
    /// Who explained it.
    pub explained_by: String,
    /// Whom they work for, or who gave the course.
    pub organisation: String,
    /// Who goes with a visitor.
    pub accompanied_by: String,
    /// What was agreed that differs.
    pub exceptions: String,
    /// Who agreed to it.
    pub agreed_by: String,
}

/// What a form for several people begins with.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SeveralView {
    /// What it is called.
    pub title: String,
    /// The register it is written in.
    pub register: String,
    /// What that is called.
    pub register_title: String,
    /// What it can be written as.
    pub kinds: Vec<String>,
    /// Documents that are known: policies of the school.
    pub documents: Vec<String>,
    /// Names that are known: accounts and whoever stands in the registers.
    pub names: Vec<String>,
    /// As it stands: what was typed before, or an empty one with the day.
    pub form: SeveralForm,
    /// When it was typed; nothing where it is empty.
    pub kept_at: Option<String>,
}

/// How many lines were written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SeveralWritten {
    /// Lines, one for each person.
    pub lines: u32,
}

/// Who has read what: people down, documents across.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WhoReadView {
    /// Documents, agreements and courses, in order.
    pub documents: Vec<String>,
    /// People, by name.
    pub people: Vec<WhoReadRow>,
}

/// What somebody has read.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WhoReadRow {
    /// Their name.
    pub name: String,
    /// For each document, in its order.
    pub cells: Vec<WhoReadCell>,
    /// How many of them are gaps, or lapsed.
    pub gaps: u32,
}

/// Whether somebody has read one document.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WhoReadCell {
    /// How it stands.
    #[ts(type = "\"read\" | \"lapsed\" | \"gap\"")]
    pub stands: &'static str,
    /// The day, and when it lapsed, in words; `No` for a gap.
    pub say: String,
}

hide_words!(
    AgreementsView,
    AgreementView,
    HasLine,
    ClassLines,
    SeveralForm,
    SeveralView,
    WhoReadView,
    WhoReadRow,
    WhoReadCell
);
