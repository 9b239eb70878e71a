use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::ConcernId;

/// The kind of an entry that begins a checklist. Its subject is the checklist's own, with the concern it is about.
pub const BEGUN: &str = "checklist.begun";
/// The kind of an entry that answers an item, or takes an answer back.
pub const ANSWERED: &str = "checklist.answered";
/// The kind of an entry that says it was sent, or done with.
pub const SENT: &str = "checklist.sent";
/// The kind of an entry that puts it away unsent.
pub const DROPPED: &str = "checklist.dropped";
/// The kind of an entry that opens it again. It takes the place of those that said it was sent or put away.
pub const REOPENED: &str = "checklist.reopened";
/// The kind of an entry that says which concern one begun alone is about. Its subjects are the checklist and the concern.
pub const PUT: &str = "checklist.put";
/// The part that holds a [`Begun`].
pub const PART_BEGUN: &str = "checklist";
/// The part that holds the page of the checklist, as it was when it was begun.
pub const PART_PAGE: &str = "page";
/// The part that holds an [`Answer`].
pub const PART_ANSWER: &str = "answer";
/// The part that holds a [`Sent`].
pub const PART_SENT: &str = "sent";
/// The part that holds a [`Dropped`].
pub const PART_DROPPED: &str = "dropped";

/// The part that holds a [`Reopened`].
pub const PART_REOPENED: &str = "reopened";

/// What is filled.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Begun {
    /// The checklist, by its name in the guidance.
    pub list: String,
    /// The version of its page.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// The concern it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concern: Option<ConcernId>,
}

/// What is answered to one item.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Answer {
    /// The item, by its name in the checklist.
    pub item: String,
    /// One text, or one for each thing chosen or listed. Empty, and not unknown: what was typed is taken back, and the
    /// record's own answer stands again.
    pub lines: Vec<String>,
    /// Nobody knows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unknown: bool,
}

/// That it was sent, or done with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Sent {
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
    /// How (`portal`, `phone`, `email`, `post`, `in_person`); empty where it stayed in the school.
    pub how: String,
    /// Who took it.
    pub person: String,
    /// Their reference.
    pub reference: String,
    /// What was said besides.
    pub words: String,
    /// Every answer as it went, in the order of the form.
    pub answers: Vec<SentAnswer>,
}

/// An answer as it went.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct SentAnswer {
    /// The item.
    pub item: String,
    /// The answer; empty where there was none.
    pub lines: Vec<String>,
    /// It was said that nobody knows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unknown: bool,
    /// Where it came from, in words.
    pub from: String,
}

/// Why it was put away unsent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Dropped {
    /// Why.
    pub reason: String,
}

/// Why it is opened again: it never went, went wrong, or is wanted after all.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Reopened {
    /// Why.
    pub reason: String,
    /// It had gone, and goes anew; otherwise it never went.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub went: bool,
}

hide_words!(Begun, Answer, Sent, SentAnswer, Dropped, Reopened);
