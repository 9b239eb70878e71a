//! Bundles of evidence: made for whoever asked, and checked by anybody.

mod as_folder;
mod as_one_file;
mod asked;
mod continuity;
mod create;
mod earlier;
mod exhibits;
mod facts;
mod groups;
mod kept;
mod key;
mod mentioned;
mod on_pages;
mod paper;
mod preview;
mod printed;
mod record;
mod redacted;
mod redaction_preview;
mod references;
mod select;
mod settled;
mod uk_time;
mod verify;
mod write;

pub use create::{bundle_name, create_bundle};
pub use kept::keep_bundle;
pub use key::bundle_key;
pub use preview::{kept_bundle, preview_bundle};
pub use redaction_preview::preview_redaction;
pub use verify::{BundleChecked, BundleFault, check_bundle, verify_bundle};
