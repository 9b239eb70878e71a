//! What leaves the school as evidence: exhibits with their references, and the bundles they went into.

mod bundle;
mod exhibit;
mod initials;
mod redaction;

pub use bundle::{
    Bundle, Contact, Gate, LeftOut, MADE, PART_BUNDLE, Request, Supplied, fold_bundle,
};
pub use exhibit::{Exhibit, GIVEN, PART_EXHIBIT, are_initials, fold_exhibit};
pub use initials::initials;
pub use redaction::{KeyLine, Passage, Redaction, Whole};
