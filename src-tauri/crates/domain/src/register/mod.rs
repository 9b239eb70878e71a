//! A line of a register: what was entered, corrected and struck, each time with who, when and why.

mod content;
mod fold;

pub use content::{Answered, LINE, Line, PART_LINE};
pub use fold::{Entered, fold};
