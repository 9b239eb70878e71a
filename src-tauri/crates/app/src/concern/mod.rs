//! Recording, correcting, listing and reading concerns.

mod brought;
mod clocks;
mod draft;
mod fact_changes;
mod facts;
mod form;
mod lines;
mod link;
mod list;
mod marks;
mod own;
mod own_copy;
mod own_facts;
mod paper;
mod read_first;
mod record;
mod route;
mod show;
mod then;
mod thread;
mod versions;
mod when;

pub use draft::{drafts, drop_draft, keep_draft};
pub use facts::{
    ClockFacts, ConcernFacts, ConcernInFull, FileFacts, PersonFacts, ReaderFacts, VersionFacts,
    concern_facts, concern_files, concern_id, concern_in_full, instant,
};
pub use link::link_person;
pub use list::concerns;
pub use paper::bring_in_paper;
pub use record::{amend_concern, record_concern};
pub use route::routing;
pub use show::concern;
pub use when::{understand_day_ahead, understand_moment_ahead, understand_when, writing_hints};

pub(crate) use clocks::seal;
pub(crate) use draft::{Kept, drafts_kept};
pub(crate) use form::room_of;
pub(crate) use lines::whose_said;
pub(crate) use list::{first_words, late, query, row, start_of, status_title};
pub(crate) use marks::shown as marks_shown;
pub(crate) use read_first::NOT_READ;
pub(crate) use route::{together, whom_to_tell};
pub(crate) use show::view;
pub(crate) use versions::runs_between;
