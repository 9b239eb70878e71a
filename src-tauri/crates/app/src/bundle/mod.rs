//! Bundles of evidence: made for whoever asked, and checked by anybody.

mod as_folder;
mod as_one_file;
mod continuity;
mod create;
mod exhibits;
mod facts;
mod kept;
mod on_pages;
mod paper;
mod preview;
mod record;
mod select;
mod settled;
mod verify;
mod write;

pub use create::{bundle_name, create_bundle};
pub use kept::keep_bundle;
pub use preview::{kept_bundle, preview_bundle};
pub use verify::{BundleChecked, BundleFault, check_bundle, verify_bundle};
