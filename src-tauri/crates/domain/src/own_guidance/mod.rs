//! A flowchart, checklist, table or register as the school has made it its own: every version with who, when and why; ours is one step back.

mod content;
mod fold;

pub use content::{EDITED, Edited, PART_EDITED, PART_PAGE, Sort};
pub use fold::{OwnPage, fold};
