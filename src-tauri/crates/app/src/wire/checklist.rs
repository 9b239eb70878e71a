//! Checklists: what another body asks, filled from the record and by whoever knows, sent and kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, DueForm, Number, PutView, hide_words};

/// A checklist that was begun, in a list.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistRow {
    /// Which.
    pub id: String,
    /// Its name in the guidance.
    pub list: String,
    /// What it is called.
    pub title: String,
    /// Who its concern is about, where it has one that may be read.
    pub about: String,
    /// Their class.
    pub class: String,
    /// It is neither sent nor put away.
    pub open: bool,
    /// When somebody last did anything in it, and who: `11:40, Ruth Calloway`.
    pub last: String,
    /// What became of it, in words; nothing while it is open.
    pub end: String,
}

/// A checklist with what is answered, as the record and whoever fills it say.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistView {
    /// Which; empty where it is only read.
    pub id: String,
    /// Its name in the guidance.
    pub list: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// When it is the right one.
    pub use_when: String,
    /// What must be known before it is begun.
    pub warnings: Vec<String>,
    /// What must be known of the record and of what was done with it, each as a sentence.
    pub cautions: Vec<String>,
    /// What to bear in mind about it.
    pub note: String,
    /// Counts up with every change of its page.
    pub version: u32,
    /// The month in which its sources were last read, in words.
    pub checked: String,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Who made it the school's own, when and why; nothing where it is ours, or where it was begun with another.
    pub own: Option<String>,
    /// Whoever asks has changed it and not kept that.
    pub changing: bool,
    /// The page has changed since it was begun.
    pub newer: bool,
    /// It is begun for a concern alone.
    pub needs_concern: bool,
    /// The concern it is about: its id and number.
    pub concern: Option<Choice>,
    /// How it came to it, where it was begun alone.
    pub put: Option<PutView>,
    /// Who the concern is about.
    pub about: String,
    /// Its parts, in the order of the form it is for.
    pub sections: Vec<ChecklistSection>,
    /// What is not answered yet, what is needed most first.
    pub gaps: Vec<ChecklistGap>,
    /// How many answers came from the record.
    pub from_record: u32,
    /// To whom it goes: `CEOP`; empty where it stays in the school.
    pub to: String,
    /// The same by its id (vocabulary `external_body`).
    pub body: String,
    /// Whom to ring or where to send it, and numbers the school has set.
    pub numbers: Vec<Number>,
    /// In a sentence, whether it can go as it is.
    pub ready: String,
    /// What comes before any form: a child is in danger now.
    pub danger: Option<String>,
    /// An answer says that this is not for whom it goes to: why, in a sentence, and where instead.
    pub elsewhere: Option<String>,
    /// When it was begun, and by whom; empty where it is only read.
    pub begun: String,
    /// How it was sent, or done with.
    pub sent: Option<ChecklistSent>,
    /// How it went before it was opened again, oldest first.
    pub sent_before: Vec<ChecklistSent>,
    /// Why it was put away without being sent, who did and when.
    pub dropped: Option<String>,
    /// What whoever is in has typed of how it went and not signed.
    pub sent_typed: Vec<String>,
    /// The same of why it is put away.
    pub drop_typed: Vec<String>,
    /// What was typed of why it is opened again.
    pub reopen_typed: Vec<String>,
    /// It has entries that a newer version wrote and this one cannot read.
    pub needs_newer: bool,
}

/// A part of a checklist.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistSection {
    /// Its heading.
    pub title: String,
    /// It is filled once the rest was sent: what came back. Nothing in it is a gap before.
    pub after: bool,
    /// How many of its items have an answer.
    pub answered: u32,
    /// What is asked.
    pub items: Vec<ChecklistItem>,
}

/// Something that is asked.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistItem {
    /// Its name within the checklist.
    pub id: String,
    /// The question.
    pub prompt: String,
    /// More about it.
    pub help: String,
    /// How it is answered: one line, several lines, one of `options`, some of `options`, a list with one thing on each line,
    /// a tick.
    #[ts(type = "\"line\" | \"words\" | \"one\" | \"some\" | \"list\" | \"tick\"")]
    pub kind: &'static str,
    /// What there is to choose.
    pub options: Vec<String>,
    /// How much it is needed.
    #[ts(type = "\"required\" | \"recommended\" | \"if_applicable\"")]
    pub needed: &'static str,
    /// It is known from general knowledge alone: compare it with the form itself.
    pub check: bool,
    /// The answer: one text, or one for each thing chosen or listed; empty where there is none.
    pub answer: Vec<String>,
    /// Somebody has said that nobody knows.
    pub unknown: bool,
    /// Where the answer is from: `From the first account`, or `Ruth Calloway, 11:12`.
    pub from: String,
    /// Nobody has typed it: it stands in the record.
    pub by_record: bool,
    /// What is asked and not in the answer, where only part of it is known; otherwise empty.
    pub lacks: String,
    /// Another answer that was given at the same time on another laptop, with who gave it; both hold.
    pub beside: Vec<String>,
    /// What whoever is in has typed here and not kept yet.
    pub typed: Option<Vec<String>>,
}

/// Something that is not answered yet.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistGap {
    /// The item.
    pub item: String,
    /// The place of its section.
    pub section: u32,
    /// The question.
    pub prompt: String,
    /// The other body does not take it without.
    pub needed: bool,
    /// Somebody has said that nobody knows.
    pub unknown: bool,
}

/// A question with its answer.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Answered {
    /// What was asked.
    pub prompt: String,
    /// The answer, as it went.
    pub answer: String,
}

/// How a checklist was sent, or done with.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChecklistSent {
    /// When, and by whom it was signed.
    pub at: String,
    /// How: `Online form`; empty where it stayed in the school.
    pub how: String,
    /// Who took it.
    pub person: String,
    /// Their reference.
    pub reference: String,
    /// What was said besides.
    pub words: String,
    /// What was missing when it went, in words.
    pub missing: Vec<String>,
    /// Every answer as it went, where it is not what stands now: it was opened again since.
    pub answers: Vec<Answered>,
}

/// An answer to be kept.
#[derive(Clone, Default, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AnswerForm {
    /// The checklist.
    pub checklist: String,
    /// The item.
    pub item: String,
    /// The answer, as in [`ChecklistItem`]; empty takes back what was typed, so that the record's own answer stands again.
    pub answer: Vec<String>,
    /// Nobody knows.
    pub unknown: bool,
}

/// That a checklist was sent, or is done with.
#[derive(Clone, Default, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SentForm {
    /// The checklist.
    pub checklist: String,
    /// When, RFC 3339; empty for now.
    pub at: String,
    /// How: `portal`, `phone`, `email`, `post`, `in_person`; empty where it stays in the school.
    pub how: String,
    /// Who took it.
    pub person: String,
    /// Their reference.
    pub reference: String,
    /// What was said besides.
    pub words: String,
    /// Until when they should answer.
    pub reply: DueForm,
}

/// One kind of matter, and where it goes.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RouteLine {
    /// Its name in the guidance.
    pub id: String,
    /// What it is, in a lead's words.
    pub what: String,
    /// Where it goes and why, in a sentence or two.
    pub say: String,
    /// It is not for CEOP.
    pub not_ceop: bool,
    /// Checklists to fill: id and title.
    pub checklists: Vec<Choice>,
    /// The flowchart that goes with it: id, and number with title.
    pub flow: Option<Choice>,
    /// Whom to reach and how: name and how.
    pub contacts: Vec<Choice>,
    /// Where it comes from.
    pub sources: Vec<String>,
}

hide_words!(
    ChecklistRow,
    ChecklistView,
    ChecklistSection,
    ChecklistItem,
    ChecklistGap,
    ChecklistSent,
    Answered,
    AnswerForm,
    SentForm
);
