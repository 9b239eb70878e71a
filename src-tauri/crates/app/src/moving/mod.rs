//! Moving in: the history a school wrote in another program, row by row, with the file it came in.

mod beside;
mod concerns;
mod kept;
mod plan;
mod preview;
mod pupils;
mod read;
mod status;
mod take;

pub(crate) use concerns::moment;
pub(crate) use kept::{Original, original};

pub use beside::keep_with_history;
pub use kept::histories;
pub use preview::preview_history;
pub use take::take_history;
