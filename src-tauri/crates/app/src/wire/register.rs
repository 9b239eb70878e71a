//! Registers and their lines.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ListColumn, ListField, RowProblem, hide_words};

/// A register of the school: what goes into it, whose it is, and its lines.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RegisterView {
    /// Its name in the guidance.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Who keeps it.
    pub owner: Vec<String>,
    /// When something is entered.
    pub entry_when: String,
    /// How often somebody looks through it.
    pub review: String,
    /// What is entered, in its order.
    pub fields: Vec<RegisterFieldView>,
    /// What to bear in mind about it.
    pub note: String,
    /// It is one of the school's own.
    pub own: bool,
    /// It is not kept any more: its lines stay, and it takes no new ones.
    pub put_away: bool,
    /// Who last changed what it asks, when and why; nothing where it is as it came.
    pub said: Option<String>,
    /// Whoever is in may change what it asks.
    pub may_change: bool,
    /// They have begun to, and not kept it.
    pub changing: bool,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Whoever is in keeps it. Otherwise no line is shown.
    pub may: bool,
    /// Its lines, the latest first.
    pub lines: Vec<LineRow>,
    /// There are more lines than these.
    pub more: bool,
    /// What whoever is in typed here and did not sign, the latest first.
    pub begun: Vec<LineBegun>,
    /// When it was looked through and what of it is late, for whoever keeps it.
    pub rhythm: Option<Rhythm>,
    /// What a paper of one line is called, where there is one to be signed.
    pub certificate: Option<String>,
}

/// Registers that stand together in the list of all.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RegistersGroup {
    /// Which: `own` is the school's own, `away` what is put away.
    pub id: &'static str,
    /// What they are.
    pub title: String,
    /// The registers.
    pub registers: Vec<RegisterRow>,
}

/// A register in the list of all.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RegisterRow {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Who keeps it.
    pub owner: Vec<String>,
    /// It is one of the school's own.
    pub own: bool,
    /// Whoever is in keeps it.
    pub may: bool,
    /// How many lines count; nothing for whoever does not keep it, or where it is about adults.
    pub lines: Option<u32>,
    /// When somebody last wrote a new line.
    pub last: Option<String>,
    /// What of it is late, each in words.
    pub late: Vec<String>,
    /// By when it is to be looked through, where that lies ahead.
    pub due: Option<String>,
}

/// What taking a list of alerts in would do. Nothing has been taken in.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AlertsPreview {
    /// The list.
    pub token: String,
    /// The system it comes from; empty where its headings do not tell.
    pub system: String,
    /// Systems it may come from.
    pub systems: Vec<String>,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// What a column can be taken for.
    pub fields: Vec<ListField>,
    /// How many alerts it names.
    pub rows: u32,
    /// Not in the register yet.
    pub new: u32,
    /// In the register already.
    pub same: u32,
    /// What stops it, by row and column; at most 200.
    pub problems: Vec<RowProblem>,
    /// How many there are in all.
    pub problem_count: u32,
    /// The first and the last day of its alerts, in words.
    pub days: String,
    /// The first alerts as they would stand.
    pub preview: Vec<String>,
}

/// What taking a list of alerts in did.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AlertsTaken {
    /// Alerts that are in the register now.
    pub new: u32,
    /// Alerts that were there before.
    pub same: u32,
}

/// What a lead says of an alert.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct ScreenForm {
    /// The line.
    pub line: String,
    /// What holds of it, as it was opened.
    pub base: Vec<String>,
    /// What it meant.
    pub meaning: String,
    /// What was done.
    pub action: String,
    /// The number of the concern it belongs to.
    pub concern: String,
}

/// When a register is looked through, and what of it is late.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Rhythm {
    /// How often: `once a term`; nothing where it has no rhythm of its own.
    pub every: Option<String>,
    /// When it was last looked through, by whom and with what remarks.
    pub looked: Option<String>,
    /// By when it is looked through again, in words.
    pub due: Option<String>,
    /// That day has passed.
    pub overdue: bool,
    /// How often a line of each kind is due.
    pub kinds: Vec<KindRhythm>,
    /// Every line that is late.
    pub late: Vec<LateNote>,
    /// Every line whose clock runs and which is not late yet, the soonest due first.
    pub coming: Vec<LateNote>,
}

/// How often a line of one kind is due.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct KindRhythm {
    /// The kind.
    pub kind: String,
    /// How often.
    pub every: String,
    /// When it was last done, in words.
    pub last: Option<String>,
    /// By when it is due again, in words.
    pub due: Option<String>,
    /// That day has passed.
    pub overdue: bool,
}

/// A line that is late.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LateNote {
    /// Which.
    pub line: String,
    /// With what, and since when.
    pub say: String,
}

/// As what a register is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum SheetFormat {
    /// For any program that opens tables.
    Csv,
    /// For Excel and LibreOffice.
    Xlsx,
}

impl SheetFormat {
    /// What a file of it ends in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// A line that somebody types at and has not signed.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineBegun {
    /// The line that is corrected; none where it is new.
    pub line: Option<String>,
    /// The concern it is about.
    pub concern: Option<LineConcern>,
    /// When it was last kept, in words.
    pub at: String,
}

/// What the window draws for a field of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum FieldControl {
    /// A day and a time in words, kept as RFC 3339.
    Moment,
    /// A day in words, kept as `2026-11-20`.
    Day,
    /// Several lines.
    Words,
    /// One after the other.
    List,
    /// One of some.
    One,
    /// One line.
    Line,
    /// The number of a concern.
    Record,
}

/// One thing that is entered into a register.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RegisterFieldView {
    /// Its name in the register.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What answers it, in words: `a date and a time`, `one of these`.
    pub answer: String,
    /// What the window draws for it.
    pub control: FieldControl,
    /// It lies ahead: "fri" is the next Friday.
    pub ahead: bool,
    /// The answers it has, where there are only some.
    pub options: Vec<String>,
    /// What is filled in as the line is signed where it is left empty, in words.
    pub unless_said: Option<String>,
}

/// A line as its register shows it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineRow {
    /// Which.
    pub id: String,
    /// When it was first written, in words.
    pub at: String,
    /// Who first wrote it.
    pub who: String,
    /// What was entered.
    pub answers: Vec<LineAnswer>,
    /// The concern it is about, for whoever may open it.
    pub concern: Option<LineConcern>,
    /// Why it was struck; nothing where it counts.
    pub struck: Option<String>,
    /// What of it is late, and since when.
    pub late: Option<String>,
    /// What is still to be done of it, and how long there is.
    pub coming: Option<String>,
    /// It was corrected since.
    pub corrected: bool,
    /// It was corrected on two laptops at once, and this is the later.
    pub beside: bool,
}

/// What was entered in a field.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineAnswer {
    /// The field.
    pub field: String,
    /// What the field was called then.
    pub label: String,
    /// As it is kept.
    pub lines: Vec<String>,
    /// The moment is approximate.
    pub about: bool,
    /// As it is read.
    pub said: String,
}

/// The concern of a line.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineConcern {
    /// Which.
    pub id: String,
    /// Whom it is about.
    pub about: String,
    /// Its number.
    pub record_no: String,
}

/// A line to be written or corrected.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineView {
    /// The register, by its name in the guidance.
    pub register: String,
    /// What the register is called.
    pub title: String,
    /// What is entered, in its order.
    pub fields: Vec<RegisterFieldView>,
    /// What stands there.
    pub answers: Vec<LineAnswer>,
    /// The concern it is about.
    pub concern: Option<LineConcern>,
    /// It was struck.
    pub struck: bool,
    /// A newer Strongroom wrote something of it that this one cannot read.
    pub needs_newer: bool,
    /// The entries that a correction takes the place of.
    pub base: Vec<String>,
    /// It was corrected on two laptops at once, and the later holds.
    pub beside: bool,
    /// All that was written of it, the newest first.
    pub versions: Vec<LineVersion>,
    /// What whoever is in typed of it and did not sign.
    pub draft: Option<LineForm>,
    /// When that was.
    pub draft_kept: Option<String>,
    /// Somebody else wrote in its place since: what is typed was typed over something else.
    pub overtaken: bool,
}

/// What was once written of a line.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineVersion {
    /// When, in words.
    pub at: String,
    /// Who.
    pub who: String,
    /// Why it took the place of the one before.
    pub reason: String,
    /// It strikes the line.
    pub struck: bool,
    /// Nothing took its place.
    pub holds: bool,
    /// What was entered.
    pub answers: Vec<LineAnswer>,
}

/// A line as it is typed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LineForm {
    /// The register, by its name in the guidance.
    pub register: String,
    /// The line that is corrected; none where it is new.
    pub line: Option<String>,
    /// The entries that stood there when it was opened.
    pub base: Vec<String>,
    /// The concern a new line is about.
    pub concern: Option<String>,
    /// What is entered, by field.
    pub answers: Vec<FieldAnswer>,
    /// Why it is corrected or struck.
    pub reason: String,
    /// It was written by mistake.
    pub strike: bool,
}

/// What is typed in a field.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FieldAnswer {
    /// The field.
    pub field: String,
    /// One text, or one for each that is chosen or listed.
    pub lines: Vec<String>,
    /// The moment is approximate.
    #[serde(default)]
    pub about: bool,
}

hide_words!(
    AlertsPreview,
    ScreenForm,
    Rhythm,
    KindRhythm,
    LateNote,
    LineBegun,
    LineRow,
    LineAnswer,
    LineConcern,
    LineView,
    LineVersion,
    LineForm,
    FieldAnswer
);
