//! The shapes that cross to a screen and come back. TypeScript is generated from them.

mod casework;
mod chronology;
mod concern;
mod door;
mod fault;
mod find;
mod lists;
mod moving;
mod paper;
mod pupil;
mod shown;
mod today;
mod vault;

pub use casework::*;
pub use chronology::*;
pub use concern::*;
pub use door::*;
pub use fault::*;
pub use find::*;
pub use lists::*;
pub use moving::*;
pub use paper::*;
pub use pupil::*;
pub use shown::*;
pub use today::*;
pub use vault::*;

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
