use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::{ConcernId, PersonId};

/// The kind of an entry that begins a walk. Its subject is the walk's own, with the concern it is about.
pub const BEGUN: &str = "walk.begun";
/// The kind of an entry that takes a step, or goes back by one.
pub const STEPPED: &str = "walk.stepped";
/// The kind of an entry that ends a walk before its flowchart does.
pub const ENDED: &str = "walk.ended";
/// The kind of an entry that says which concern one begun alone is about. Its subjects are the walk and the concern.
pub const PUT: &str = "walk.put";
/// The part that holds a [`Begun`].
pub const PART_WALK: &str = "walk";
/// The part that holds the page of the flowchart, as it was when the walk began.
pub const PART_PAGE: &str = "page";
/// The part that holds a [`Stepped`].
pub const PART_STEP: &str = "step";
/// The part that holds an [`Ended`].
pub const PART_ENDED: &str = "ended";

/// What a walk goes through.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Begun {
    /// The flowchart, by its name in the guidance.
    pub flow: String,
    /// The version of its page.
    pub version: u32,
    /// Its number, such as `06`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The step it begins with.
    pub start: String,
    /// The concern it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concern: Option<ConcernId>,
}

/// A step that was taken.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Stepped {
    /// The step, by its name in the flowchart.
    pub from: String,
    /// How many were taken in this walk before it, as its writer knew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<u32>,
    /// What stood there.
    pub title: String,
    /// Where it led; nothing where the flowchart ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The answer that was given, where there was one to give.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// What was written down with it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// It was not done; the note says why.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
    /// Back to the step before. What was done there stays.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub back: bool,
    /// Who signed it as the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Second>,
}

/// A second person who stood by and signed with their own password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// Who.
    pub person: PersonId,
    /// Their name then.
    pub name: String,
    /// 128 hexadecimal digits: by their identity, over what [`Stepped::seconded`] gives.
    pub signature: String,
}

impl Stepped {
    /// What a second person signs: the walk, who signs the entry, and the step with its place, without their own name.
    pub fn seconded(&self, walk: &str, first: PersonId) -> Vec<u8> {
        let alone = Self {
            second: None,
            ..self.clone()
        };
        // Plain structs of strings always serialise.
        let step = serde_json::to_string(&alone).unwrap_or_default();
        format!("{walk}\n{first}\n{step}").into_bytes()
    }
}

/// Why a walk ended before its flowchart did.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Ended {
    /// Why.
    pub reason: String,
}

hide_words!(Begun, Stepped, Second, Ended);
