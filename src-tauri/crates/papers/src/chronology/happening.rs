//! One thing that happened, on the line.

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{BODY, BODY_LEADING, Dot, MEASURE, Sheets, Stamp, TIMELINE_WORDS};
use crate::page::Role;
use crate::record::{self, Paragraph, Words, spans};
use crate::redact::Redactor;
use crate::typeset::span;

/// How wide the words run beside the line.
const ROOM: f32 = MEASURE - TIMELINE_WORDS;

/// What stands on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A concern.
    Concern,
    /// Something done.
    Step,
    /// A flag, a meeting, coming or leaving.
    Milestone,
}

/// One thing that happened.
#[derive(Clone)]
pub struct Happening {
    /// The month it stands under.
    pub month: String,
    /// `Tue 10`.
    pub day: String,
    /// `09:45`, `about 13:00`, or nothing.
    pub time: String,
    /// What stands on the line.
    pub sign: Sign,
    /// What it was, in a few words.
    pub title: Vec<Words>,
    /// Its number and status, after the title.
    pub tail: String,
    /// Its words.
    pub paragraphs: Vec<Paragraph>,
    /// What its words are looked through with, where more is known of it than of the whole paper.
    pub redactor: Option<Redactor>,
}

impl std::fmt::Debug for Happening {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Happening")
            .field("sign", &self.sign)
            .finish_non_exhaustive()
    }
}

/// Draws it. Its title and two lines of its words stay together.
pub(super) fn draw(sheets: &mut Sheets<'_>, happening: &Happening) -> Result<(), PapersError> {
    let Some(redactor) = happening.redactor.clone() else {
        return set(sheets, happening);
    };
    let papers_own = sheets.redact_with(Some(redactor));
    set(sheets, happening)?;
    sheets.redact_with(papers_own);
    Ok(())
}

fn set(sheets: &mut Sheets<'_>, happening: &Happening) -> Result<(), PapersError> {
    let mut title = spans(&happening.title, Face::SansBold, BODY);
    if !happening.tail.is_empty() {
        title.push(span(format!("  {}", happening.tail), Face::Sans, BODY));
    }
    let title = sheets.set(&title, ROOM, BODY_LEADING)?;
    let stamp = Stamp {
        day: &happening.day,
        time: &happening.time,
        month: &happening.month,
    };
    let dot = match happening.sign {
        Sign::Concern => Dot::Filled,
        Sign::Step => Dot::Open,
        Sign::Milestone => Dot::Diamond,
    };
    sheets.entry_of(Role::Entry, &stamp, dot, title)?;
    for paragraph in &happening.paragraphs {
        sheets.space(2.0);
        record::flow(sheets, paragraph, TIMELINE_WORDS, ROOM)?;
    }
    sheets.space(10.0);
    Ok(())
}
