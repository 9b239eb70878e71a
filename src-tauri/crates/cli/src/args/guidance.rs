//! Commands about the guidance.

use std::path::PathBuf;

use clap::Subcommand;

/// What to do with the guidance. None of it needs a vault.
#[derive(Subcommand)]
pub enum GuidanceCommand {
    /// Every flowchart, checklist, table and register
    #[command(after_help = "\
Example: strongroom-cli guidance list --json")]
    List,
    /// One flowchart or checklist in words
    #[command(after_help = "\
Example: strongroom-cli guidance show nudes-semi-nudes --svg nudes.svg")]
    Show {
        /// Its name, as `guidance list` gives it
        id: String,
        /// Write a flowchart's drawing
        #[arg(long, value_name = "OUT.svg")]
        svg: Option<PathBuf>,
        /// Replace a file of this name
        #[arg(long)]
        force: bool,
    },
    /// Check a school's own pages over those that ship
    #[command(after_help = "\
Flowcharts lie in flows/, checklists in checklists/; a page with the id of one of ours takes its place.
Exits with 5 and names file, line and what is wrong.

Example: strongroom-cli guidance check our-guidance")]
    Check {
        /// The folder
        dir: PathBuf,
    },
}
