//! Bundles of evidence: made for whoever asked, and checked by anybody.

mod continuity;
mod create;
mod exhibits;
mod facts;
mod kept;
mod key;
mod paper;
mod preview;
mod record;
mod redacted;
mod redaction_preview;
mod select;
mod settled;
mod shown;
mod verify;
mod write;

pub use create::{bundle_name, create_bundle};
pub use kept::keep_bundle;
pub use key::bundle_key;
pub use preview::{kept_bundle, preview_bundle};
pub use redaction_preview::preview_redaction;
pub use verify::{BundleChecked, BundleFault, check_bundle, verify_bundle};
