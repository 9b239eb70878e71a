//! A walk: somebody goes through a flowchart, step by step, about a concern or about something not yet recorded.
//!
//! What the flowchart says is kept with the walk, so that it says for good what it said. Each step is an entry: who, when,
//! what was answered, what was noted, why it was skipped, and who signed it as the second.

mod content;
mod fold;

pub use content::{
    BEGUN, Begun, ENDED, Ended, PART_ENDED, PART_PAGE, PART_STEP, PART_WALK, PUT, STEPPED, Second,
    Stepped,
};
pub use fold::{Walk, fold};
