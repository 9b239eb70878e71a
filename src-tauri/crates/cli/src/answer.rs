//! What a command found or did: as one JSON document, and in words.

use serde::Serialize;
use serde_json::Value;

use crate::stop::Stop;

/// How a command ends.
pub type Outcome = Result<Answer, Stop>;

/// What goes to stdout. Both forms are always made, so that neither can say more than the other by accident.
pub struct Answer {
    /// The document for `--json`.
    pub json: Value,
    /// Lines for a person, with a line end each.
    pub text: String,
    /// What is wrong although there is an answer: a check that found something.
    pub but: Option<Stop>,
}

impl Answer {
    /// An answer without fault.
    pub fn new(json: impl Serialize, text: impl Into<String>) -> Result<Self, Stop> {
        let json = serde_json::to_value(json)
            .map_err(|_| Stop::unexpected("The answer could not be written as JSON."))?;
        let mut text = text.into();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        Ok(Self {
            json,
            text,
            but: None,
        })
    }

    /// The same with what is wrong.
    #[must_use]
    pub fn but(mut self, stop: Stop) -> Self {
        self.but = Some(stop);
        self
    }
}
