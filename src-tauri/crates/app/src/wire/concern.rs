//! Concerns: the form that comes in, the record that goes out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PaperOrigin, WithheldForm, hide_words};

/// A time as it was understood.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct When {
    /// What was typed.
    pub text: String,
    /// RFC 3339; absent when it could not be read.
    pub at: Option<String>,
    /// Approximate.
    pub about: bool,
    /// What it was understood as, or what to try instead.
    pub understood: String,
}

/// Where a concern goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum Route {
    /// About a pupil: to the safeguarding leads.
    #[default]
    Pupil,
    /// About a member of staff: to the headteacher.
    Staff,
    /// About the headteacher: to the chair of governors.
    Head,
    /// About the lead or the team: to the headteacher.
    LeadTeam,
}

/// Somebody in a concern.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct PersonInConcern {
    /// The pupil's id.
    pub pupil: Option<String>,
    /// The adult's id.
    pub adult: Option<String>,
    /// Their name, as shown or as said.
    pub name: Option<String>,
    /// As a reporter wrote it, where a reader has said since who is meant.
    #[ts(optional, as = "Option<String>")]
    pub said_as: String,
    /// Pupil, adult or unknown.
    #[ts(type = "\"pupil\" | \"adult\" | \"unknown\"")]
    pub kind: String,
    /// Their part in it.
    pub role: String,
    /// As the log asks.
    pub sex: Option<String>,
}

/// A visible mark.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct BodyMark {
    /// Where.
    pub region: String,
    /// The child's own side.
    #[ts(type = "\"left\" | \"right\" | \"middle\"")]
    pub side: String,
    /// What was seen.
    pub note: String,
    /// Size.
    pub size: Option<String>,
    /// Colour.
    pub colour: Option<String>,
    /// Shape.
    pub shape: Option<String>,
    /// Whether the skin was broken; `unsure` when that could not be told.
    #[ts(type = "\"yes\" | \"no\" | \"unsure\" | null")]
    pub broken: Option<String>,
    /// Whether it was swollen.
    #[ts(type = "\"yes\" | \"no\" | \"unsure\" | null")]
    pub swelling: Option<String>,
    /// What the child said about it.
    pub said: Option<String>,
    /// Where it was put on a drawing.
    pub place: Option<MarkPlace>,
}

/// A point on a drawn body.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct MarkPlace {
    /// The number of the drawings.
    pub drawing: u32,
    /// Build.
    pub build: String,
    /// View.
    pub view: String,
    /// From the left edge, in tenths of a millimetre of that body.
    pub x: u32,
    /// From the upper edge.
    pub y: u32,
}

/// Whose a name online can be said to be; nobody said it where it is empty.
pub const WHOSE: [&str; 3] = ["", domain::concern::OF_CHILD, domain::concern::OF_OTHER];

/// Something online, as text.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct OnlineTrace {
    /// App, site or game.
    pub service: String,
    /// Web address.
    pub address: String,
    /// User name.
    pub user_name: String,
    /// Whose it is; empty where nobody said.
    #[ts(type = "\"child\" | \"other\" | \"\"")]
    pub whose: String,
}

/// A concern as it is written. Empty text means nothing was said there.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct ConcernForm {
    /// The draft it comes from.
    pub draft: Option<String>,
    /// The concern it corrects.
    pub amends: Option<String>,
    /// The versions it was opened on; a correction takes the place of these and of no other.
    pub heads: Vec<String>,
    /// Why it is corrected.
    pub reason: Option<String>,
    /// Where it goes.
    pub route: Route,
    /// Kind of record.
    pub record_kind: String,
    /// Who it is about.
    pub people: Vec<PersonInConcern>,
    /// When it happened, RFC 3339.
    pub occurred: String,
    /// That time is approximate.
    pub occurred_about: bool,
    /// When the writer learnt of it, RFC 3339.
    pub noticed: String,
    /// Why "learnt" stands before "happened".
    pub order_note: Option<String>,
    /// Place.
    pub location: String,
    /// Room in the building.
    pub room: String,
    /// Device number.
    pub device_number: String,
    /// What was seen, heard or said.
    pub description: String,
    /// The child's exact words.
    pub childs_words: String,
    /// How the child seemed.
    pub demeanour: String,
    /// Questions asked.
    pub questions_asked: String,
    /// Who else was there.
    pub present: String,
    /// Where the notes written by hand as a child spoke are kept.
    pub notes_kept_at: String,
    /// Opinion.
    pub opinion: String,
    /// What was done at once.
    pub immediate_action: String,
    /// Which lead was told.
    pub told_lead: String,
    /// When, RFC 3339.
    pub told_lead_at: String,
    /// Category ids.
    pub categories: Vec<String>,
    /// How it came to light.
    pub identified_how: String,
    /// How fast somebody must act.
    pub urgency: String,
    /// Possible crime.
    #[ts(type = "\"yes\" | \"no\" | \"unsure\" | \"\"")]
    pub possible_crime: String,
    /// Could any of it be an indecent image of a child?
    #[ts(type = "\"yes\" | \"no\" | \"unsure\" | \"\"")]
    pub indecent_image: String,
    /// Apps, addresses, user names.
    pub online: Vec<OnlineTrace>,
    /// Visible marks.
    pub body_map: Vec<BodyMark>,
    /// The lead it is assigned to.
    pub assigned_to: Option<String>,
    /// Staff alerted.
    pub alerted: Vec<String>,
    /// Tokens of files taken in.
    pub files: Vec<String>,
    /// Why it is passed on with gaps.
    pub with_gaps: Option<String>,
    /// Status id; new when absent.
    pub status: Option<String>,
    /// The handwritten page it began on.
    pub paper: Option<PaperOrigin>,
    /// An item that was not taken in, described in words.
    pub withheld: Option<WithheldForm>,
    /// What was typed for "happened"; kept in a draft, not signed.
    pub occurred_text: String,
    /// What was typed for "learnt"; kept in a draft, not signed.
    pub noticed_text: String,
}

/// A concern was signed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Recorded {
    /// Its id.
    pub id: String,
    /// Its number.
    pub record_no: String,
    /// Who can read it now.
    pub passed_to: Vec<String>,
    /// When, `10:41`.
    pub at: String,
    /// It went into a room the writer cannot read.
    pub posted: bool,
    /// The number to ask after it by.
    pub receipt: Option<String>,
    /// A copy of it stays with whoever passed it on.
    pub own_copy: bool,
}

/// A room, as a tag.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RoomTag {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A concern as a list shows it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ConcernRow {
    /// Id.
    pub id: String,
    /// Number.
    pub record_no: String,
    /// What it is, in a few words.
    pub title: String,
    /// Who it is about.
    pub about: String,
    /// Their class then.
    pub class: String,
    /// First category, in words.
    pub category: String,
    /// Status id.
    pub status: String,
    /// Status in words.
    pub status_title: String,
    /// Nobody but the writer has opened it.
    pub unread: bool,
    /// For how long, in words.
    pub waiting: String,
    /// When it happened, in words.
    pub occurred: String,
    /// When it was written, in words.
    pub written: String,
    /// How long after, when late.
    pub late: Option<String>,
    /// Who wrote it.
    pub reporter: String,
    /// Immediate danger.
    pub danger: bool,
    /// Its room, when not the pupils'.
    pub room: Option<RoomTag>,
    /// How many files.
    pub files: u32,
    /// `1` to `5`; empty where nobody has judged it, and while nobody has read it.
    pub severity: String,
    /// In words.
    pub severity_title: String,
    /// It or a step of it is marked as significant.
    pub significant: bool,
    /// `Closed for Jayden Fairbrother, Thu 12 Nov`, while it goes on for others.
    pub closed_for: Vec<String>,
}

/// Some concerns, newest first.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ConcernPage {
    /// The rows.
    pub concerns: Vec<ConcernRow>,
    /// There are older ones.
    pub more: bool,
    /// Hand back to go on.
    pub next: Option<String>,
    /// How many in all.
    pub total: u32,
    /// How many nobody has read.
    pub unread: u32,
    /// Calls to 999 of the last fortnight, with the first page of all concerns.
    pub calls: Vec<CallShown>,
}

/// A call to 999 that was noted.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CallShown {
    /// When somebody rang, in words.
    pub rung: String,
    /// The log number the police gave.
    pub log_number: Option<String>,
    /// Who answered.
    pub spoke_to: Option<String>,
    /// About whom.
    pub about: Option<String>,
    /// Who noted it.
    pub noted_by: String,
}

/// Which concerns to list.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct ConcernFilter {
    /// About this pupil.
    pub pupil: Option<String>,
    /// With this status; `unread` for those nobody has opened.
    pub status: Option<String>,
    /// Happened on or after, `2026-11-10`.
    pub from: Option<String>,
    /// Happened on or before.
    pub to: Option<String>,
    /// Holding these words.
    pub text: Option<String>,
    /// Written by oneself.
    pub mine: bool,
    /// Judged as serious as this, `1` to `5`.
    #[ts(optional)]
    pub severity: Option<String>,
    /// With this person, by id; `nobody` for those that nobody has taken on.
    #[ts(optional)]
    pub owner: Option<String>,
    /// Its first category, by id.
    #[ts(optional)]
    pub category: Option<String>,
    /// Something about it is late.
    #[ts(optional, as = "Option<bool>")]
    pub overdue: bool,
    /// The oldest first.
    #[ts(optional, as = "Option<bool>")]
    pub oldest_first: bool,
    /// Going on from here.
    pub after: Option<String>,
    /// At most so many.
    pub limit: u32,
}

hide_words!(
    PersonInConcern,
    BodyMark,
    MarkPlace,
    OnlineTrace,
    ConcernForm,
    ConcernRow,
    ConcernFilter,
    CallShown,
);
