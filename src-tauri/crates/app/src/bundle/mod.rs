//! Bundles of evidence: made for whoever asked, and checked by anybody.

mod continuity;
mod create;
mod exhibits;
mod paper;
mod select;
mod verify;
mod write;

pub use create::create_bundle;
pub use verify::{BundleChecked, BundleFault, verify_bundle};
