//! Questions to a room, each one indexed query.

mod concerns;
mod find;
mod house;
mod pupils;
mod sound;

pub use concerns::{ConcernLine, ConcernPage, ConcernQuery};
pub use find::Hit;
pub use house::{LogLine, LookLine, MemberLine, NoteLine};
pub use pupils::{PupilLine, PupilPage};

pub(crate) use sound::sounds;
