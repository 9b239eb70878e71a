//! Commands about pupils, concerns and their files.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Day, Leaving};

/// What to do with pupils.
#[derive(Subcommand)]
pub enum PupilsCommand {
    /// Take in a pupil list, whole or not at all
    #[command(after_help = "\
Columns are matched by the names school systems give them; --map says it where they are not:
{\"Column heading\": \"legal_surname\", \"Another\": null}. Taking the same list in again changes nothing.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           pupils import pupils.csv --dry-run")]
    Import {
        /// The list: CSV, or a Common Transfer File (XML)
        file: PathBuf,
        /// What columns hold, JSON
        #[arg(long, value_name = "FILE.json")]
        map: Option<PathBuf>,
        /// Say what it would do, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Pupils on the roll, in the order of a register
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt pupils list --json")]
    List {
        /// Those who have left as well
        #[arg(long)]
        left: bool,
    },
}

/// What to do with concerns.
#[derive(Subcommand)]
pub enum ConcernsCommand {
    /// Record one concern
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           concerns add --from concern.json

concern.json: {\"record_kind\": \"pupil-concern\", \"student\": {\"upn\": \"H801200001001\"},
  \"occurred_at\": \"2026-11-20T10:35:00+00:00\", \"description\": \"What was seen, heard or said.\"}

Every field is in docs/cli.md.")]
    Add {
        /// The concern, JSON
        #[arg(long, value_name = "FILE.json")]
        from: PathBuf,
    },
    /// Concerns this user may read, newest first
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           concerns list --from 2026-09-01 --status new --json")]
    List(ListConcerns),
    /// One concern with its versions, files and readers; opening it is recorded
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           concerns show MV-26-B7K-0143 --json")]
    Show {
        /// Its id or number
        id: String,
    },
    /// Write a concern as a paper, with every version of it
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           concerns print MV-26-B7K-0143 --purpose \"strategy meeting\" --protect paper.pw --out paper.pdf")]
    Print {
        /// Its id or number
        id: String,
        #[command(flatten)]
        leaving: Leaving,
    },
    /// Correct a concern: fields given replace, the others stay; every version stays readable
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           concerns amend MV-26-B7K-0143 --from more.json --reason \"The time was wrong\"

more.json: {\"occurred_at\": \"2026-11-20T11:35:00+00:00\"}")]
    Amend {
        /// Its id or number
        id: String,
        /// What is corrected, JSON
        #[arg(long, value_name = "FILE.json")]
        from: PathBuf,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

/// Which concerns.
#[derive(Args)]
pub struct ListConcerns {
    /// About this pupil: id or unique pupil number
    #[arg(long, value_name = "ID")]
    pub pupil: Option<String>,
    /// Happened on or after this day
    #[arg(long, value_name = "DAY")]
    pub from: Option<Day>,
    /// Happened on or before this day
    #[arg(long, value_name = "DAY")]
    pub to: Option<Day>,
    /// With this status, or `unread`
    #[arg(long, value_name = "S")]
    pub status: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// What to do with files.
#[derive(Subcommand)]
pub enum FilesCommand {
    /// Add files to a concern, all of them or none
    #[command(after_help = "\
Nothing enters before the question is answered: could any of it be a nude, semi-nude or sexual image
of a child? If it could, do not look, copy, send or delete; leave the device, lock it away, tell the lead.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           files add MV-26-B7K-0143 letter.pdf --no-indecent-image --source \"Email from a parent\"")]
    Add {
        /// The concern's id or number
        concern: String,
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The answer to the question is no, for every one of them
        #[arg(long)]
        no_indecent_image: bool,
        /// Where they came from, in words
        #[arg(long, value_name = "TEXT")]
        source: Option<String>,
    },
    /// Write a plain copy of a file; who took it out is recorded
    #[command(after_help = "\
Ids of files are in `concerns show ID --json`.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           files get 3f6c0a4be1d2958873c9a10bb2e4d7f6 --out letter.pdf")]
    Get {
        /// The file's id
        id: String,
        /// Where the copy goes
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Replace a file of this name
        #[arg(long)]
        force: bool,
    },
}

/// What to find.
#[derive(Args)]
#[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt search canteen --json")]
pub struct Search {
    /// Words, a name, a number
    #[arg(required = true, value_name = "QUERY")]
    pub query: Vec<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: u32,
}
