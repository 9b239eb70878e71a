//! A checklist that somebody fills: what another body asks, answered from the record and by whoever knows, sent and kept.
//!
//! The page of the checklist is kept with it, so that it says for good what was asked. Each answer is an entry that takes the
//! place of the one before. What was sent is kept whole, answers of the record among them: years later it is read as it went.

mod content;
mod fold;

pub use content::{
    ANSWERED, Answer, BEGUN, Begun, DROPPED, Dropped, PART_ANSWER, PART_BEGUN, PART_DROPPED,
    PART_PAGE, PART_REOPENED, PART_SENT, PUT, REOPENED, Reopened, SENT, Sent, SentAnswer,
};
pub use fold::{Filled, fold};
