//! Commands about bundles of evidence.

use std::path::PathBuf;

use clap::Subcommand;

/// What to do with a bundle.
#[derive(Subcommand)]
pub enum BundleCommand {
    /// Make one for the police from a specification; a folder, and a receipt beside it
    #[command(after_help = "\
The specification says whose records, for which days, who asked on what basis, and what was settled before they leave:

{\"select\": {\"pupils\": [\"H801200001001\"], \"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},
 \"request\": {\"force\": \"Midmarch Police\", \"officer\": \"DC L. Hartigan\", \"number\": \"4471\",
   \"crime_reference\": \"MM/118204/26\", \"legal_basis\": \"Written request of 10 November\", \"scope\": \"All records of 2026\"},
 \"gate\": {\"need\": \"For the investigation\", \"authority\": \"H. Sandiford, headteacher\", \"recipient\": \"DC Hartigan\",
   \"verified_by\": \"Rang 101 back\", \"channel\": \"By hand on a stick\"},
 \"numbering\": \"continuous\"}

Pupils by id or UPN; \"zip\": true makes one zip file besides; \"delivery\": \"sealed\" makes one PDF behind a password in place of the folder, and
prints the password once; \"numbering\": \"sections\" calls pages A1, A2, B1; \"statement\": true puts a draft statement in; \"concerns\" in \"select\" names single ones by id.
\"request\" also takes \"asked_on\", \"deadline\", \"form\" (written, victim, court, vital, other), \"reach\" (telephone and e-mail) and \"victim\": {\"asked\": \"yes\",
\"told\": \"...\", \"counselling\": \"no\"}. What records speak of and do not hold is answered in \"mentions\": [{\"concern\": \"MV-26-ABC-0001\", \"sort\": \"letter\",
\"answer\": \"elsewhere\", \"note\": \"paper file\"}] (elsewhere, gone, exhibit, nothing), and \"not_held\" names what else is missing, a line each. 
\"redact\": {\"letters\": true, \"passages\": [{\"words\": \"...\", \"code\": \"TP\", \"note\": \"\"}], \"originals\": false} makes other pupils letters and
removes each passage wherever it stands; codes TP, INF, SH, LA, AG, SD, NA, OT. What is removed is kept in the vault alone. Exits with 5 and names line and field where something is still to be
settled. That the records left is kept with each of them.

Example: strongroom-cli bundle create --spec request.json --out BUNDLE-118204")]
    Create {
        /// What goes in, for whom, and what was settled
        #[arg(long, value_name = "FILE.json")]
        spec: PathBuf,
        /// The folder to make; nothing may stand there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Who was which letter in a bundle and what was removed from it, for the school alone
    #[command(after_help = "\
For a bundle that was made with \"redact\". That somebody read it is kept.

Example: strongroom-cli bundle key MV-26-ABC-B2")]
    Key {
        /// The number on its cover
        number: String,
    },
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
