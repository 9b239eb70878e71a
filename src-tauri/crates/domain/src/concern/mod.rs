//! A concern: one recorded worry or incident, its account, and what was corrected later.

mod brought;
mod content;
mod difference;
mod fold;
mod hidden;
mod hints;
mod rules;

pub use brought::{Brought, HISTORY_BROUGHT, Import, PART_IMPORT};
pub use content::{
    BodyMark, Content, Details, MarkPlace, OF_CHILD, OF_OTHER, OnlineTrace, PART_ACCOUNT,
    PART_CHILDS_WORDS, PART_DETAILS, PART_OPINION, PART_PEOPLE, PART_REASON, PersonIn, as_one_line,
};
pub use difference::{Change, Run, changes, runs};
pub use fold::{Concern, FileFact, PART_FILE, Version, fold};
pub use hidden::{FILE_HIDDEN, Hidden, PART_HIDDEN};
pub use hints::{Hint, hints};
pub use rules::{Broken, check};

/// The kind of a concern's first entry.
pub const RECORDED: &str = "concern.recorded";
/// The kind of a correction.
pub const AMENDED: &str = "concern.amended";
/// The kind of an entry that adds a file.
pub const FILE_ADDED: &str = "file.added";

/// Statuses of a concern that the school itself is working on (vocabulary `record_status`).
pub const LIVE: [&str; 3] = ["active", "reopened", "monitoring"];
/// The status of what was recorded by mistake: kept like every other, and counted nowhere.
pub const ERROR: &str = "error";
/// Statuses of a concern that nobody works on any more.
pub const OVER: [&str; 3] = ["closed", "nfa", ERROR];
/// The status of a concern that waits for somebody outside the school.
pub const WITH_OTHERS: &str = "awaiting-external";
