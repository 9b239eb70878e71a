//! Commands about the log that governors and the head see.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Day, ExportFormat, Leaving};

/// What to do with the log.
#[derive(Subcommand)]
pub enum LogCommand {
    /// What was recorded in a period, for governors or the head
    Export(ExportLog),
}

/// Of which days, how much is said, and as what.
#[derive(Args)]
#[command(after_help = "\
A row for each concern about pupils. Without --numbers or --named nobody is named and nothing that somebody wrote is repeated.
--named gives the six columns of an eSafety incident log and needs the secure-send answers:
  {\"need\": \"Termly monitoring\", \"authority\": \"H. Sandiford, headteacher\", \"recipient\": \"H. Sandiford\",
   \"verified_by\": \"In person\", \"channel\": \"By hand\"}
--protect is for papers. A plain copy can be read by anybody who finds it. That a copy was made is recorded.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           log export --from 2026-09-01 --to 2026-12-18 --format pdf --purpose \"autumn term, governors\" --out log.pdf")]
pub struct ExportLog {
    /// Happened on or after this day
    #[arg(long, value_name = "D")]
    pub from: Day,
    /// Happened on or before this day
    #[arg(long, value_name = "D")]
    pub to: Day,
    /// As what
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// Only what happened online
    #[arg(long)]
    pub online: bool,
    /// Only what is filed under this category, by its id
    #[arg(long, value_name = "ID")]
    pub category: Option<String>,
    /// Say the day and the number of each record
    #[arg(long, conflicts_with = "named")]
    pub numbers: bool,
    /// Say names and what was written, in six columns
    #[arg(long)]
    pub named: bool,
    /// File with the secure-send answers, for --named
    #[arg(long, value_name = "FILE.json")]
    pub gate: Option<PathBuf>,
    #[command(flatten)]
    pub leaving: Leaving,
}
