//! Questions to a room, each one indexed query.

mod access;
mod adults;
mod buildup;
mod checklists;
mod chronology;
mod closed_for;
mod concerns;
mod due;
mod evidence;
mod facets;
mod find;
mod governance;
mod house;
mod online;
mod own_guidance;
mod pupils;
mod registers;
mod sound;
mod ties;
mod today;
mod twice;
mod walks;

pub use access::{AccessLine, State};
pub use adults::{AdultHit, AdultLine, AdultPage};
pub use buildup::Gathering;
pub use checklists::ChecklistLine;
pub use chronology::{ChronologyLine, MOST_IN_A_CHRONOLOGY, PersonLine};
pub use closed_for::ClosedFor;
pub use concerns::{ConcernLine, ConcernPage, ConcernQuery};
pub use due::{DueKind, DueLine};
pub use evidence::BundleLine;
pub use facets::{ConcernFacets, ReferralFacets};
pub use find::{Hit, holds, plain};
pub use governance::{AllTold, Told};
pub use house::{LogLine, LookLine, MemberLine, NoteLine};
pub use online::OnlineLine;
pub use own_guidance::{OwnPageLine, own_page_id};
pub use pupils::{PupilLine, PupilPage};
pub use registers::RegisterLine;
pub use ties::TieLine;
pub use today::How;
pub use twice::{Kept, Tables};
pub use walks::WalkLine;

pub use sound::sounds;
