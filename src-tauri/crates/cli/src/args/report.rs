//! Commands about what governors are told.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Day;

/// What to do with reports.
#[derive(Subcommand)]
pub enum ReportCommand {
    /// Release the report to governors of a period, and write it as a paper and as a table
    Governors(GovernorsReport),
}

/// Of which days, and where it goes.
#[derive(Args)]
#[command(after_help = "\
Nobody is named. Counts from 1 to 4, and others by which those could be worked out from this report or an earlier one, are not said;
so every report that is written is kept as released, and every later one is held against it.
The table has the columns section, measure, label, value, counts; counts is people, events, things, days or percent.
What leads write themselves is left to the window. Numbers about adults stand in it once the head has released them.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           report governors --from 2026-09-01 --to 2026-12-31 --recipient \"Chair of governors\" --out report.pdf --csv report.csv")]
pub struct GovernorsReport {
    /// Its first day
    #[arg(long, value_name = "D")]
    pub from: Day,
    /// Its last day
    #[arg(long, value_name = "D")]
    pub to: Day,
    /// One site of a federation
    #[arg(long, value_name = "NAME")]
    pub site: Option<String>,
    /// To whom it goes
    #[arg(long, value_name = "WHO", default_value = "Governing body")]
    pub recipient: String,
    /// Where the paper goes
    #[arg(long, value_name = "FILE.pdf")]
    pub out: PathBuf,
    /// Where the table of its figures goes
    #[arg(long, value_name = "FILE.csv")]
    pub csv: Option<PathBuf>,
    /// Where the same table goes as a workbook
    #[arg(long, value_name = "FILE.xlsx")]
    pub xlsx: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long)]
    pub force: bool,
}
