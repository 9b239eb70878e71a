//! Papers: what to print and how it leaves.

use std::path::PathBuf;

use clap::Args;

use super::Day;

/// A pupil's chronology.
#[derive(Args)]
#[command(after_help = "\
Everything the user may open about the pupil, in the order in which it happened, with every correction.
A plain copy can be read by anybody who finds it. That a copy was made, how and what for, is recorded.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           chronology H801200001001 --purpose \"strategy meeting\" --mask-others --protect paper.pw --out paper.pdf")]
pub struct Chronology {
    /// The pupil's id or UPN
    pub pupil: String,
    /// Print other children as Child A, Child B
    #[arg(long)]
    pub mask_others: bool,
    /// From the beginning on, as a conference or a court reads it; otherwise newest first
    #[arg(long)]
    pub oldest_first: bool,
    /// Happened on or after this day
    #[arg(long, value_name = "D")]
    pub from: Option<Day>,
    /// Happened on or before this day
    #[arg(long, value_name = "D")]
    pub to: Option<Day>,
    #[command(flatten)]
    pub leaving: Leaving,
}

/// How a paper leaves.
#[derive(Args)]
pub struct Leaving {
    /// What it is made for; it stands in the foot of every page
    #[arg(long, value_name = "TEXT", default_value = "no purpose given")]
    pub purpose: String,
    /// Where the paper goes
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// File whose first line is a password: the paper is encrypted with it (AES-256)
    #[arg(long, value_name = "FILE")]
    pub protect: Option<PathBuf>,
    /// Replace a file of this name
    #[arg(long)]
    pub force: bool,
}
