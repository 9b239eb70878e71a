//! The shapes that cross to a screen and come back. TypeScript is generated from them.

mod buildup;
mod casework;
mod checklist;
mod chronology;
mod concern;
mod deadlines;
mod door;
mod fault;
mod file;
mod find;
mod guide;
mod lists;
mod marks;
mod moving;
mod paper;
mod person;
mod pupil;
mod shown;
mod ties;
mod today;
mod vault;
mod withheld;

pub use buildup::*;
pub use casework::*;
pub use checklist::*;
pub use chronology::*;
pub use concern::*;
pub use deadlines::*;
pub use door::*;
pub use fault::*;
pub use file::*;
pub use find::*;
pub use guide::*;
pub use lists::*;
pub use marks::*;
pub use moving::*;
pub use paper::*;
pub use person::*;
pub use pupil::*;
pub use shown::*;
pub use ties::*;
pub use today::*;
pub use vault::*;
pub use withheld::*;

pub(crate) use domain::hide_words;
