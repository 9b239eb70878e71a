//! A concern as a person reads it.

use serde::Serialize;
use ts_rs::TS;

use super::{
    BuildUp, CaseView, ConcernForm, ConcernRow, HiddenShown, MarkShown, RoomTag, hide_words,
};

/// Somebody in a concern as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PersonShown {
    /// The pupil's id.
    pub id: Option<String>,
    /// The adult's id.
    pub adult: Option<String>,
    /// Name.
    pub name: String,
    /// Class and age, or what they are.
    pub detail: String,
    /// Their part, in words.
    pub role: String,
    /// Pupil, adult or unknown.
    pub kind: String,
}

/// What must be known about a pupil before anything is done.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReadFirst {
    /// The pupil's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The first line of each; that it could not be read is one.
    pub lines: Vec<String>,
}

/// A name, number or address used online that stands in other concerns too.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SeenBefore {
    /// As it stands here.
    pub shown: String,
    /// The other concerns, newest first; at most five.
    pub concerns: Vec<ConcernRow>,
    /// How many there are.
    pub count: u32,
}

/// A time on the clock line.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ClockStep {
    /// Happened, told, lead told, written.
    pub label: String,
    /// When, in words.
    pub at: String,
    /// Approximate.
    pub about: bool,
    /// How long until the next, in words.
    pub gap: Option<String>,
}

/// A field as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Shown {
    /// Its name.
    pub field: String,
    /// Its label.
    pub label: String,
    /// How it is set.
    #[ts(type = "\"account\" | \"said\" | \"plain\" | \"list\"")]
    pub style: &'static str,
    /// The words.
    pub text: String,
}

/// A stretch of a comparison.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Run {
    /// In both, only before, only after.
    #[ts(type = "\"same\" | \"gone\" | \"new\"")]
    pub kind: &'static str,
    /// The words.
    pub text: String,
}

/// What a correction changed in one field.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// Its label.
    pub label: String,
    /// Both wordings in one reading.
    pub runs: Vec<Run>,
}

/// One version.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Version {
    /// 1, 2, 3 …
    pub number: u32,
    /// Its entry.
    pub entry: String,
    /// As it was written, for correcting.
    pub form: ConcernForm,
    /// Who wrote it.
    pub author: String,
    /// When, in words.
    pub at: String,
    /// Why.
    pub reason: Option<String>,
    /// Its fields.
    pub shown: Vec<Shown>,
    /// Its visible marks.
    pub marks: Vec<MarkShown>,
    /// What it changed.
    pub changes: Vec<FieldChange>,
    /// Its seal.
    pub seal: Seal,
}

/// A step since then.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ThreadItem {
    /// When, in words.
    pub at: String,
    /// That time is approximate.
    pub about: bool,
    /// What kind.
    pub kind: String,
    /// What.
    pub title: String,
    /// More.
    pub detail: String,
    /// Who.
    pub who: String,
    /// How late it was written.
    pub late: Option<String>,
    /// Its entry, where a lead may mark it.
    pub entry: Option<String>,
    /// Why it is significant, and who said so.
    pub significant: Option<String>,
    /// It can be struck as written by mistake, or let stand again.
    pub may_strike: bool,
    /// That it was written by mistake: who said so, when, and why.
    pub struck: Option<String>,
}

/// A file.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FileView {
    /// Id.
    pub id: String,
    /// Name when it came.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// In words.
    pub size_text: String,
    /// Hash at intake.
    pub sha256: String,
    /// Media type.
    pub media: String,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_at: String,
    /// Where it came from.
    pub source: Option<String>,
    /// Its bytes are on this laptop.
    pub here: bool,
    /// Nobody is to see it any more, and why.
    pub hidden: Option<HiddenShown>,
}

/// Who signed, when, and whether the chain holds. The only place where the machinery speaks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Seal {
    /// Who.
    pub who: String,
    /// When.
    pub at: String,
    /// Place in the writer's log.
    pub entry: u32,
    /// It verified as it was read.
    pub whole: bool,
    /// One line.
    pub say: String,
}

/// A value of a field written twice.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Differing {
    /// The value.
    pub text: String,
    /// Who.
    pub who: String,
    /// When.
    pub at: String,
    /// Entry.
    pub entry: String,
}

/// A field written twice; both hold until a person chooses.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Disagreement {
    /// Its name.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The values.
    pub values: Vec<Differing>,
}

/// Who opened it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Reader {
    /// Name.
    pub name: String,
    /// First time, in words.
    pub at: String,
}

/// What this person may do with it.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct May {
    /// Correct it.
    pub amend: bool,
    /// Add a file.
    pub add_file: bool,
    /// Add to what is done about it.
    pub add: bool,
}

/// A name in a concern, and who it may be.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ToLink {
    /// Its place among the concern's people.
    pub at: u32,
    /// As it was written.
    pub name: String,
    /// It is a child's.
    pub child: bool,
    /// Who it may be: those so named first.
    pub offers: Vec<LinkOffer>,
    /// There are more than are offered.
    pub more: bool,
}

/// Somebody on the list who may be meant.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LinkOffer {
    /// Id of the pupil or the adult.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Class and age, or what they are to the school.
    pub detail: String,
    /// Somebody else has the same name.
    pub namesake: bool,
    /// Their name only sounds like it.
    pub sounds: bool,
}

/// One concern in full.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ConcernView {
    /// As a list shows it.
    pub row: ConcernRow,
    /// Who it is about.
    pub people: Vec<PersonShown>,
    /// What must be known about them before anything is done, for whoever holds the pupils' room.
    pub read_first: Vec<ReadFirst>,
    /// Names of which nobody has said who they are, each with who on the list they may be.
    pub to_link: Vec<ToLink>,
    /// Names used online that stand in other concerns too.
    pub seen_before: Vec<SeenBefore>,
    /// What is worth a look together, this concern among it.
    pub together: Vec<BuildUp>,
    /// Four clocks.
    pub clock: Vec<ClockStep>,
    /// Every version, oldest first.
    pub versions: Vec<Version>,
    /// Place of the one shown first.
    pub current: u32,
    /// Written twice: more than one version holds.
    pub values_differ: bool,
    /// Files.
    pub files: Vec<FileView>,
    /// What is done about it; nothing for whoever only passed it on.
    pub case: Option<CaseView>,
    /// Since then, newest first.
    pub thread: Vec<ThreadItem>,
    /// Seal of the version shown first.
    pub seal: Seal,
    /// Who has opened it.
    pub readers: Vec<Reader>,
    /// What this person may do.
    pub may: May,
    /// Its room, when not the pupils'.
    pub room: Option<RoomTag>,
    /// When it was written, in milliseconds: for putting things in order, not for a screen.
    #[serde(skip)]
    #[ts(skip)]
    pub written: i64,
}

hide_words!(
    LinkOffer,
    PersonShown,
    ToLink,
    ReadFirst,
    SeenBefore,
    Shown,
    Run,
    FieldChange,
    Version,
    ThreadItem,
    FileView,
    Differing,
    Disagreement,
    ConcernView,
);
