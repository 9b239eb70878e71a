//! Commands about bundles of evidence.

use std::path::PathBuf;

use clap::Subcommand;

/// What to do with a bundle.
#[derive(Subcommand)]
pub enum BundleCommand {
    /// Read a bundle from end to end and hold it against its lists; needs no vault
    #[command(after_help = "\
The bundle is a folder or a zip of one (BagIt 1.0, RFC 8493). Exits with 4 and names each file that is missing,
changed, or was put in afterwards. Without --hash, hold the root hash that is shown against the receipt.

Example: strongroom-cli bundle verify BUNDLE-0147-1 --hash \"7c1e 90ab 44d2 f06b ...\"")]
    Verify {
        /// The folder, or the zip file
        bundle: PathBuf,
        /// The root hash that stands on the receipt
        #[arg(long, value_name = "ROOT")]
        hash: Option<String>,
    },
}
