//! What leaves the school as evidence: exhibits with their references, and the bundles they went into.

mod bundle;
mod exhibit;
mod initials;
mod mention;
mod redaction;

pub use bundle::{
    Bundle, Contact, FORMS, Gate, LeftOut, MADE, PART_BUNDLE, Request, Supplied, Victim,
    fold_bundle,
};
pub use exhibit::{Exhibit, GIVEN, PART_EXHIBIT, are_initials, fold_exhibit};
pub use initials::initials;
pub use mention::{Mention, is_sort, mentions};
pub use redaction::{CutArea, CutPicture, KeyLine, Passage, Redaction, Whole};
