//! Questions to a room, each one indexed query.

mod chronology;
mod closed_for;
mod concerns;
mod due;
mod find;
mod house;
mod pupils;
mod sound;
mod today;

pub use chronology::{ChronologyLine, MOST_IN_A_CHRONOLOGY, PersonLine};
pub use closed_for::ClosedFor;
pub use concerns::{ConcernLine, ConcernPage, ConcernQuery};
pub use due::{DueKind, DueLine};
pub use find::{Hit, holds, plain};
pub use house::{LogLine, LookLine, MemberLine, NoteLine};
pub use pupils::{PupilLine, PupilPage};
pub use today::How;

pub(crate) use sound::sounds;
