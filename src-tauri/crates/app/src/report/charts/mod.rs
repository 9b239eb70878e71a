//! Questions a lead asks of the records, each answered by a sentence and by charts of bars: is it rising, where and when does it happen,
//! who waits, how long do we take, what is it about. For leads alone: every number is said.

mod answers;
mod fold;
mod paper;
mod show;

pub(crate) use paper::lay_out;
pub use show::charts;
