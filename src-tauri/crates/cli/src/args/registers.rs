//! Commands about registers.

use clap::{Args, Subcommand, ValueEnum};

use super::{Day, Leaving};

/// What to do with the registers.
#[derive(Subcommand)]
pub enum RegistersCommand {
    /// Every register, and whether this user keeps it
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt registers list")]
    List,
    /// A register as a spreadsheet or a paper
    Export(ExportRegister),
}

/// Which register, and as what.
#[derive(Args)]
#[command(after_help = "\
Every line with who wrote it and when; struck lines stand with their reason. --purpose and --protect are for papers.
A plain copy can be read by anybody who finds it. That a copy was made is recorded.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           registers export training-log --format xlsx --out training.xlsx")]
pub struct ExportRegister {
    /// Its name, as `registers list` gives it
    pub name: String,
    /// As what
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// Written on or after this day
    #[arg(long, value_name = "D")]
    pub from: Option<Day>,
    /// Written on or before this day
    #[arg(long, value_name = "D")]
    pub to: Option<Day>,
    #[command(flatten)]
    pub leaving: Leaving,
}

/// As what a register is written.
#[derive(Clone, Copy, ValueEnum)]
pub enum ExportFormat {
    /// A table for any program
    Csv,
    /// A workbook
    Xlsx,
    /// A paper
    Pdf,
}
