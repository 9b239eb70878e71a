//! The first screen: what is live, unread, late and waiting.

use serde::Serialize;
use ts_rs::TS;

use super::{
    AccessRow, BuildUp, CallShown, ChecklistRow, ConcernRow, DraftView, WalkRow, hide_words,
};

/// What today asks of whoever is in.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Today {
    /// `Monday 23 November`.
    pub day: String,
    /// Calls to 999 of the last fortnight.
    pub calls: Vec<CallShown>,
    /// Nobody has read these, and it is still the day they were passed on; longest waiting first.
    pub unread: Vec<ConcernRow>,
    /// How many there are of those in all.
    pub unread_total: u32,
    /// What should have been done by now, oldest first.
    pub late: Vec<LateLine>,
    /// How many there are of those in all.
    pub late_total: u32,
    /// Waiting for somebody outside the school to answer, oldest first.
    pub waiting: Vec<ConcernRow>,
    /// How many there are of those in all.
    pub waiting_total: u32,
    /// Answers that others owe the school, the soonest first.
    pub answers: Vec<DueView>,
    /// The next working day: `Tomorrow`, or `Monday 16 November` where that is not tomorrow.
    pub tomorrow_day: String,
    /// Due by the end of it and not today, theirs or nobody's, the soonest first.
    pub tomorrow: Vec<DueView>,
    /// Due within a week beside those, theirs or nobody's, the soonest first.
    pub week: Vec<DueView>,
    /// Somebody has read these and nobody has triaged them; newest first.
    pub untriaged: Vec<LiveLine>,
    /// How many there are of those in all.
    pub untriaged_total: u32,
    /// Being worked on: what this person took on first, then the newest.
    pub live: Vec<LiveLine>,
    /// How many there are of those in all.
    pub live_total: u32,
    /// Somebody asked that this person be told of these, and they have not opened them.
    pub told: Vec<ConcernRow>,
    /// Half-written, kept for this person alone.
    pub drafts: Vec<DraftView>,
    /// Flowcharts somebody is going through, the latest first.
    pub walks: Vec<WalkRow>,
    /// Checklists that are neither sent nor put away, the latest first.
    pub checklists: Vec<ChecklistRow>,
    /// What must be read first about pupils and is to be looked at again, the longest ago first.
    pub reviews: Vec<KeyReview>,
    /// What is worth a look together since a concern of the last fortnight, the newest first.
    pub together: Vec<BuildUp>,
    /// Requests for a pupil's file that are not answered, the soonest due first.
    pub access: Vec<AccessRow>,
    /// What registers ask for within a week, the soonest due first.
    pub clocks: Vec<RegisterClock>,
    /// What the vault itself needs, such as a backup.
    pub duties: Vec<Duty>,
}

/// A concern that nobody has read, a draft that nobody else can see yet, or something that should have been done.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LateLine {
    /// By how much, in the unit of the deadline: `2 working days`.
    pub by: String,
    /// The concern that nobody has read.
    pub concern: Option<ConcernRow>,
    /// The draft that was not passed on.
    pub draft: Option<DraftView>,
    /// What should have been done, answered or looked at.
    pub due: Option<DueView>,
}

/// Something to do, an answer that others owe, or a review, with its clock.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DueView {
    /// What, in words.
    pub what: String,
    /// What kind.
    #[ts(type = "\"action\" | \"reply\" | \"review\"")]
    pub kind: &'static str,
    /// When it is due: `Wed 11 Nov, 10:58`.
    pub when: String,
    /// How long there is still: `5 h left`, or the day.
    pub left: String,
    /// How it was counted, and by which rule.
    pub rule: Option<String>,
    /// It is this person's.
    pub yours: bool,
    /// Whose it is.
    pub owner: Option<String>,
    /// The concern it belongs to.
    pub concern: ConcernRow,
}

/// Something to read first whose review day has come.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct KeyReview {
    /// The pupil.
    pub pupil: String,
    /// Their name.
    pub name: String,
    /// Their class.
    pub class: String,
    /// What stands there.
    pub say: String,
    /// Which day it was: `Tue 10 Nov`.
    pub day: String,
}

/// A concern, and who has it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LiveLine {
    /// The concern.
    pub concern: ConcernRow,
    /// This person took it on.
    pub yours: bool,
    /// Who took it on, when anybody did.
    pub taken_by: Option<String>,
}

/// Something the vault needs.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Duty {
    /// What kind, and with it where to go.
    #[ts(
        type = "\"backup\" | \"rehearse\" | \"pupil_list\" | \"invite\" | \"invited\" | \"dormant\" | \"policy\" | \"register\""
    )]
    pub kind: &'static str,
    /// The register it is about.
    pub register: Option<String>,
    /// One sentence.
    pub say: String,
}

/// A line of a register whose clock runs.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RegisterClock {
    /// The register.
    pub register: String,
    /// What it is called.
    pub title: String,
    /// What is to be done, and how long there is.
    pub say: String,
}

hide_words!(RegisterClock, Today, LateLine, LiveLine, DueView, KeyReview);
