//! Bundles of evidence: made for whoever asked, and checked by anybody.

mod verify;

pub use verify::{BundleChecked, BundleFault, verify_bundle};
