//! A referral to somebody outside the school, and what they answered.

use chrono::{DateTime, FixedOffset, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Counted;
use crate::hide_words;

/// The kind of an entry about a referral that was made.
pub const REFERRED: &str = "case.referred";
/// The part that holds a [`Referral`].
pub const PART_REFERRAL: &str = "referral";
/// The kind of an entry about what was answered.
pub const REPLIED: &str = "case.replied";
/// The part that holds a [`Reply`].
pub const PART_REPLY: &str = "reply";

/// A referral. It does not close a concern.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Referral {
    /// To whom (vocabulary `external_body`).
    pub body: String,
    /// Which of them, in words: `Fenmarsh MASH`.
    pub to: String,
    /// Who took it.
    pub person: String,
    /// Their reference.
    pub reference: String,
    /// What was asked of them.
    pub words: String,
    /// When it was made.
    pub at: Option<DateTime<FixedOffset>>,
    /// Until when they should answer.
    pub reply_due: Option<DateTime<FixedOffset>>,
    /// Only the day of that was meant.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub whole_day: bool,
    /// How that was counted, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

impl Referral {
    /// Whether only the day of the answer was meant. Earlier programs did not say so and kept the day's last minute.
    pub fn by_day(&self) -> bool {
        let last = NaiveTime::from_hms_opt(23, 59, 0);
        self.whole_day || self.reply_due.map(|due| due.time()) == last
    }
}

/// What was answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Reply {
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
    /// What they decided, and who said so.
    pub words: String,
    /// `yes`, or `no` where the school disagrees and escalates.
    pub agreed: String,
}

hide_words!(Referral, Reply);
