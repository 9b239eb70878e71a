use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::PupilId;

/// The kind of an entry that says what was asked for, or puts right what it says. Its subjects are the request and the pupil.
pub const ASKED: &str = "access.asked";
/// The part that holds a [`Request`].
pub const PART_REQUEST: &str = "request";

/// Who asks to see what is held about whom. It is valid in any form, spoken too, and need not name the law.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its number: `MV-26-ABC-S1`.
    pub number: String,
    /// Whose file it is.
    pub pupil: PupilId,
    /// Who asks.
    #[serde(default)]
    pub who: String,
    /// What they are to the pupil: `pupil`, `parent`, `solicitor`, `other`.
    #[serde(default)]
    pub relation: String,
    /// How they are reached.
    #[serde(default)]
    pub reach: String,
    /// What they asked for, in their words.
    #[serde(default)]
    pub scope: String,
    /// The day it came.
    pub received: NaiveDate,
    /// How it came: by letter, by e-mail, at the gate.
    #[serde(default)]
    pub channel: String,
    /// Whoever asked was not known, and proof of who they are was asked for: the clock begins when it came (UK GDPR Art. 12(6), 12A).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub identity_asked: bool,
    /// The day it was made sure who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity_on: Option<NaiveDate>,
    /// How it was made sure.
    #[serde(default)]
    pub identity_how: String,
    /// By what right they ask for a child: parental responsibility, the child's own agreement, what the child understands and wants.
    #[serde(default)]
    pub authority: String,
    /// In what form they want it.
    #[serde(default)]
    pub form: String,
}

hide_words!(Request);
