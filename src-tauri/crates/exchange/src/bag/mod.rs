//! A folder of evidence as anybody can check it: BagIt 1.0 (RFC 8493), written and checked.
//!
//! Everything that goes to others lies in `data/`. `manifest-sha256.txt` names each file of it with its hash, so that `sha256sum -c` on any
//! computer says whether it is whole; `tagmanifest-sha256.txt` does the same for the manifest and what stands beside it. The SHA-256
//! of that last file is the **root**: one number on paper stands for all of it.

mod check;
mod info;
mod manifest;
mod path;
mod tally;
mod zip_out;
mod zipped;

pub use check::{BagFault, Checked, Found, Sort, Tags, check};
pub use info::{DECLARATION, NotAnAmount, Oxum, info_text, oxum_of};
pub use manifest::{Manifest, ManifestLine};
pub use path::{PathFault, plain};
pub use tally::{Tally, Tallying, tally};
pub use zip_out::ZipOut;
pub use zipped::{ZipFault, ZipPart, ZippedBag};

/// What the file is called that says a folder is a bag.
pub const BAGIT: &str = "bagit.txt";
/// The facts about a bag.
pub const BAG_INFO: &str = "bag-info.txt";
/// The hashes of what lies in `data/`.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// The hashes of what stands beside `data/`.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// Files that would have to be fetched from elsewhere: never ours, and refused.
pub const FETCH: &str = "fetch.txt";
/// Where everything lies that goes to others.
pub const DATA: &str = "data/";
/// Tag files that are read whole are no larger than this, in bytes: a line of a manifest for each of 100,000 files.
pub const LARGEST_TAG: u64 = 32 * 1024 * 1024;
