//! A request to see what is held about a pupil (UK GDPR Art. 15): who asked, its clock, where was looked, what was decided of each record,
//! who else is named, and what went out.
//!
//! Each is an entry of its own about the request, so that two laptops can add one each and neither is lost; what is put right is written
//! anew with a reason, and everything that was written stays.

mod clock;
mod decision;
mod exemption;
mod fold;
mod named;
mod pause;
mod release;
mod request;
mod search;
#[cfg(test)]
mod tests;

pub use clock::{Clock, month_after, working_days_left};
pub use decision::{DECIDED, Decision, Item, NotAnItem, Outcome, PART_DECISION};
pub use exemption::{EXEMPTIONS, Exemption, exemption};
pub use fold::{Access, Decided, Thing, fold};
pub use named::{Consent, NAMED, Named, PART_NAMED};
pub use pause::{EXTENDED, Extension, MOST_MONTHS, PART_EXTENSION, PART_PAUSE, PAUSED, Pause};
pub use release::{
    ENDED, Ending, Looked, PART_ENDING, PART_RELEASE, Papers, PrintedThen, RELEASED, Reason,
    Release, Released,
};
pub use request::{ASKED, PART_REQUEST, Request};
pub use search::{PART_SEARCH, SEARCHED, Search};
