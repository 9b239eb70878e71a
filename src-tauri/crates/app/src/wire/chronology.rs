//! A pupil's chronology as the window shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, RoomTag, hide_words};

/// What of a chronology to show.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct ChronologyFilter {
    /// Happened on or after, `2026-11-10`.
    pub from: Option<String>,
    /// Happened on or before.
    pub to: Option<String>,
    /// Leave concerns out.
    pub no_concerns: bool,
    /// Leave out flags, coming and leaving.
    pub no_milestones: bool,
    /// Leave out what was done about each concern.
    pub no_steps: bool,
    /// With what was done also where the file is so long that it takes a moment to read.
    pub every_step: bool,
    /// Only what was written late.
    pub only_late: bool,
    /// One line each of what is significant, decided, referred, and where it stood, instead of every account.
    pub summary: bool,
    /// Only what is marked as significant.
    pub only_significant: bool,
    /// Only concerns of this category, by id.
    pub category: Option<String>,
    /// Holding these words.
    pub text: Option<String>,
    /// Show other children by name; that somebody asked for it is kept.
    pub names: bool,
}

/// A pupil's file in the order in which things happened, newest first.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChronologyView {
    /// What fits the filter, newest first.
    pub items: Vec<ChronologyItem>,
    /// The whole school life in little, oldest first, whatever the filter.
    pub strip: Vec<StripMark>,
    /// What was done is not in it, because the file is long and nobody asked for it.
    pub without_steps: bool,
    /// How many concerns there are in all.
    pub concerns: u32,
    /// How many flags, comings and leavings.
    pub milestones: u32,
    /// How many concerns were written late.
    pub late: u32,
    /// How many concerns have something significant.
    pub significant: u32,
    /// The categories there are in the file.
    pub categories: Vec<Choice>,
    /// The other children in the file and their letters.
    pub others: Vec<OtherChild>,
}

/// One thing that happened.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChronologyItem {
    /// The concern's id; a milestone has none.
    pub id: Option<String>,
    /// Its number.
    pub record_no: String,
    /// The heading it stands under: `November 2026`.
    pub month: String,
    /// `Tue 10`.
    pub day: String,
    /// `09:45`, `about 13:00`, or nothing where only the day is known.
    pub time: String,
    /// The day, `2026-11-10`.
    pub date: String,
    /// What it was, in a few words.
    pub title: Vec<Piece>,
    /// What the child said, or the first words of the account.
    pub words: Vec<Piece>,
    /// Whether those are the child's own.
    pub said: bool,
    /// The concern is filed under whose file it is; otherwise those may be the words of another child.
    pub theirs: bool,
    /// The part the pupil had, other people, who wrote it: one line.
    pub under: Vec<Piece>,
    /// Status in words.
    pub status_title: String,
    /// Nobody but the writer has opened it.
    pub unread: bool,
    /// How long after it was written, when late: `2 days`.
    pub late: Option<String>,
    /// Immediate danger.
    pub danger: bool,
    /// How often it was corrected.
    pub corrected: u32,
    /// How many files hang on it.
    pub files: u32,
    /// Its room, when not the pupils'.
    pub room: Option<RoomTag>,
    /// Marked as significant.
    pub significant: bool,
    /// `Closed for them, Thu 12 Nov`, while it goes on for others.
    pub closed: Option<String>,
    /// What tells a step of the concern from its others; nothing where it is the concern itself or a milestone.
    pub step: Option<String>,
    /// That a step was written by mistake: who said so, when, and why.
    pub struck: Option<Vec<Piece>>,
}

/// A stretch of words, or another child by letter.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum Piece {
    /// Words.
    Words {
        /// As they are shown.
        text: String,
    },
    /// Another child.
    Child {
        /// `Child A`; the same all through the file.
        letter: String,
        /// The name, where it was asked for.
        name: Option<String>,
    },
}

/// A concern that names somebody as this pupil is called, and is not in the file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct UnlinkedConcern {
    /// Its id.
    pub id: String,
    /// Its number.
    pub record_no: String,
    /// When it was written.
    pub written: String,
}

/// A mark on the strip that shows the whole school life.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct StripMark {
    /// The day, `2026-11-10`.
    pub date: String,
    /// A concern stands as a bar, a milestone as a diamond.
    pub milestone: bool,
    /// It was marked as immediate danger.
    pub danger: bool,
}

/// Another child in the file.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct OtherChild {
    /// `Child A`.
    pub letter: String,
    /// The name, where it was asked for.
    pub name: Option<String>,
}

hide_words!(
    ChronologyFilter,
    ChronologyView,
    ChronologyItem,
    Piece,
    OtherChild,
);
