//! The shapes that cross to a screen and come back. TypeScript is generated from them.

mod buildup;
mod casework;
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

/// Hides a shape's words from `{:?}`: names and accounts must not reach a log.
macro_rules! hide_words {
    ($($name:ident),* $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
pub(crate) use hide_words;
