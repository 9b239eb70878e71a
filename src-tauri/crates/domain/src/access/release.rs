use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Item, Outcome, Request};
use crate::evidence::{CutPicture, KeyLine, Passage};
use crate::hide_words;

/// The kind of an entry that says what went out. Its subjects are the request, the pupil and each concern of which something went.
pub const RELEASED: &str = "access.released";
/// The part that holds a [`Release`].
pub const PART_RELEASE: &str = "release";
/// The kind of an entry that says a request came to its end.
pub const ENDED: &str = "access.ended";
/// The part that holds an [`Ending`].
pub const PART_ENDING: &str = "ending";

/// What went out, to whom and how; everything its paper says, so that the paper can be made again from it in ten years.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Which of the request's, from 1.
    pub number: u32,
    /// The request as it stood.
    pub request: Request,
    /// What the pupil was called.
    pub pupil: String,
    /// The day it went.
    pub on: NaiveDate,
    /// To whom.
    #[serde(default)]
    pub to: String,
    /// How.
    #[serde(default)]
    pub how: String,
    /// How many records were not decided of yet.
    #[serde(default)]
    pub open: u32,
    /// Why those follow later.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rest: String,
    /// Every record with what was decided of it, in the order in which they happened.
    #[serde(default)]
    pub set: Vec<Released>,
    /// Where was looked.
    #[serde(default)]
    pub searched: Vec<Looked>,
    /// SHA-256 over the set, in hexadecimal.
    #[serde(default)]
    pub root: String,
    /// What the foot of the paper says.
    #[serde(default)]
    pub printed: PrintedThen,
    /// The records on paper as they went, where they were made here. Their bytes are the entry’s file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers: Option<Papers>,
}

/// Records on paper as they went.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Papers {
    /// How many pages.
    pub pages: u32,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// What opens its bytes in the vault, in hexadecimal.
    pub key: String,
    /// Other pupils were letters.
    pub letters: bool,
    /// Which letter was who.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<KeyLine>,
    /// What was taken out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// What was cut out of pictures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<CutPicture>,
}

/// A record of a released set.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// Which.
    pub item: Item,
    /// As the paper names it: by its number and day, with nothing of what it says.
    #[serde(default)]
    pub what: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why not all of it went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// What was weighed; the school's paper alone says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The person who asked does not learn of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsaid: bool,
    /// The state in which it went, a hash over all its entries then.
    #[serde(default)]
    pub state: String,
    /// The last of those entries, in hexadecimal: what was written before it and nothing after it is what went.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last: String,
    /// SHA-256 of a file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
}

/// Where was looked, as it stood.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Looked {
    /// Where.
    pub place: String,
    /// Who looked, when, with what words, and what was found; the school's paper alone says it.
    pub said: String,
}

/// Why something was not given, in the words of that day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Reason {
    /// Its code.
    pub code: String,
    /// In plain words.
    pub plain: String,
    /// By which law.
    pub law: String,
}

/// What the foot of a paper said when it was first made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct PrintedThen {
    /// The school.
    pub school: String,
    /// How the paper must be handled.
    pub marking: String,
    /// Who made it.
    pub by: String,
    /// When, in words.
    pub at: String,
    /// The same day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The record's checkpoint then.
    pub checkpoint: String,
}

/// How a request ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Ending {
    /// `answered`, `withdrawn`, `refused`, `mistake`.
    pub how: String,
    /// Why, and what the person was told.
    pub why: String,
    /// It goes on after all.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

hide_words!(
    Release,
    Papers,
    Released,
    Looked,
    Reason,
    PrintedThen,
    Ending
);

impl Release {
    /// The set as a text that is hashed: a line for each record, with what became of it and the state in which it went.
    pub fn as_text(&self) -> String {
        let mut lines: Vec<String> = self
            .set
            .iter()
            .map(|one| {
                let codes: Vec<&str> = one
                    .reasons
                    .iter()
                    .map(|reason| reason.code.as_str())
                    .collect();
                format!(
                    "{} {} {} {} {} {}\n",
                    one.outcome.id(),
                    one.item,
                    one.state,
                    if one.unsaid { "unsaid" } else { "said" },
                    if one.sha256.is_empty() {
                        "-"
                    } else {
                        &one.sha256
                    },
                    if codes.is_empty() {
                        "-".to_owned()
                    } else {
                        codes.join(",")
                    },
                )
            })
            .collect();
        lines.sort();
        format!("strongroom-access-set/v1\n{}", lines.concat())
    }
}
