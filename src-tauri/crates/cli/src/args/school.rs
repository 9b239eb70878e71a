//! Commands about the vault, its backups, its people and its rooms.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What to do with a vault.
#[derive(Subcommand)]
pub enum VaultCommand {
    /// Make a new vault with its first user, the designated safeguarding lead
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth.calloway --password-file pw.txt \\
           vault create --school \"Marlowe Vale School\" --recovery-kit kit.pdf

The password has 16 characters or more. Print the kit, keep it in the safe, delete the file.")]
    Create(CreateVault),
    /// Rooms this user may open, users, counts, sizes, chain heads, last backup
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt vault info --json")]
    Info,
    /// Check every signature, chain, part, table, page and file this user may open
    #[command(after_help = "\
Exits with 4 and names what does not hold. Nothing is changed.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt vault verify")]
    Verify,
    /// Change this user's password
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file old.txt \\
           vault password --new-password-file new.txt")]
    Password {
        /// File whose first line is the new password
        #[arg(long, value_name = "FILE")]
        new_password_file: Option<PathBuf>,
    },
    /// Prove that this user's recovery kit works
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           vault rehearse --code-file words.txt")]
    Rehearse {
        /// File with the twelve words
        #[arg(long, value_name = "FILE")]
        code_file: PathBuf,
    },
    /// Open the vault with the twelve words and set a new password
    #[command(after_help = "\
Needs neither the old password nor the computer's keyring.

Example: strongroom-cli --vault /srv/vault --user ruth \\
           vault recover --code-file words.txt --new-password-file new.txt")]
    Recover {
        /// File with the twelve words
        #[arg(long, value_name = "FILE")]
        code_file: PathBuf,
        /// File whose first line is the new password
        #[arg(long, value_name = "FILE")]
        new_password_file: Option<PathBuf>,
    },
}

/// A new vault.
#[derive(Args)]
pub struct CreateVault {
    /// The school's name
    #[arg(long, value_name = "NAME")]
    pub school: String,
    /// Letters of record numbers, two to four; the school's initials without it
    #[arg(long, value_name = "LETTERS")]
    pub prefix: Option<String>,
    /// Where the school is, for a call to 999
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub address: String,
    /// The school's telephone
    #[arg(long, value_name = "NUMBER", default_value = "")]
    pub phone: String,
    /// A site of a federation; once for each
    #[arg(long = "site", value_name = "NAME")]
    pub sites: Vec<String>,
    /// The first user's name as colleagues know it; from the user name without it
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[command(flatten)]
    pub kit: Kit,
}

/// Where twelve new words go.
#[derive(Args)]
pub struct Kit {
    /// Write the recovery kit here, a page to print
    #[arg(long, value_name = "OUT.pdf")]
    pub recovery_kit: PathBuf,
    /// Write the twelve words here as well, for a drill
    #[arg(long, value_name = "OUT.txt")]
    pub recovery_code_file: Option<PathBuf>,
    /// Replace files of these names
    #[arg(long)]
    pub force: bool,
}

/// What to do with backups.
#[derive(Subcommand)]
pub enum BackupCommand {
    /// Make one encrypted file with everything, and read it back
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           backup create --to /mnt/stick")]
    Create {
        /// Folder it goes to
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// Read a backup of this vault from end to end
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           backup verify /mnt/stick/strongroom-2026-11-10-1830-6f1c.backup")]
    Verify {
        /// The backup
        file: PathBuf,
    },
    /// Bring a backup back into a new folder, and check it
    #[command(after_help = "\
On the computer it was made on, the password opens it (--user and --password-file). On any other
the twelve words do; `vault recover` then makes the vault openable there.

Example: strongroom-cli backup restore strongroom-2026-11-10-1830-6f1c.backup \\
           --to /srv/restored --code-file words.txt")]
    Restore {
        /// The backup
        file: PathBuf,
        /// Folder to restore into, empty or not there
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// File with the twelve words of somebody with an account
        #[arg(long, value_name = "FILE")]
        code_file: Option<PathBuf>,
    },
}

/// What to do with accounts.
#[derive(Subcommand)]
pub enum UsersCommand {
    /// Add an account for somebody who is here now
    #[command(after_help = "\
Roles: any_staff, teacher, dsl, deputy_dsl, headteacher, slt, chair, governor_sg, dpo, siro, technician, office.

Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           users add dev.marwaha --name \"Dev Marwaha\" --role deputy_dsl \\
           --new-password-file dev.txt --recovery-kit dev-kit.pdf")]
    Add {
        /// Their user name
        #[arg(value_name = "USER")]
        newcomer: String,
        /// Their name as colleagues know it
        #[arg(long, value_name = "NAME")]
        name: String,
        /// What they do in the school
        #[arg(long, value_name = "ROLE")]
        role: String,
        /// File whose first line is their password
        #[arg(long, value_name = "FILE")]
        new_password_file: Option<PathBuf>,
        #[command(flatten)]
        kit: Kit,
    },
    /// People with an account
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt users list --json")]
    List,
    /// Close an account at once: its keys go from this computer
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           users close dev.marwaha --reason \"Left on 31 August\"")]
    Close {
        /// Their user name or id
        #[arg(value_name = "USER")]
        who: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Prepare an account; whoever it is for takes it up with a code that works once
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt \\
           users invite dev.marwaha --name \"Dev Marwaha\" --role deputy_dsl")]
    Invite {
        /// Their user name
        #[arg(value_name = "USER")]
        newcomer: String,
        /// Their name as colleagues know it
        #[arg(long, value_name = "NAME")]
        name: String,
        /// What they do in the school
        #[arg(long, value_name = "ROLE")]
        role: String,
    },
    /// Take up an account with its code; --user and --password-file are the new account's
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user dev.marwaha --password-file dev.txt \\
           users accept --code-file code.txt --recovery-kit dev-kit.pdf")]
    Accept {
        /// File whose first line is the code
        #[arg(long, value_name = "FILE")]
        code_file: PathBuf,
        #[command(flatten)]
        kit: Kit,
    },
}

/// What to do with rooms.
#[derive(Subcommand)]
pub enum RoomsCommand {
    /// The rooms, and what this user may see of each
    #[command(after_help = "\
Example: strongroom-cli --vault /srv/vault --user ruth --password-file pw.txt rooms list --json")]
    List,
    /// Let somebody into a room this user holds
    #[command(after_help = "\
They get its keys, and the room keeps who let them in. Nobody can be let into the room that is about them.

Example: strongroom-cli --vault /srv/vault --user head --password-file pw.txt \
           rooms add-member \"Staff concerns\" deputyhead")]
    AddMember {
        /// The room, by its name or the first letters of its id
        room: String,
        /// The user name of whoever is let in
        member: String,
    },
}

/// What to do with an invented school.
#[derive(Subcommand)]
pub enum DemoCommand {
    /// Make a new vault with an invented school in it, plainly marked
    #[command(after_help = "\
The same seed gives the same school on the same day. Refused where there is a vault.

Example: strongroom-cli --vault ./demo --user demo --password-file pw.txt --keyring none \\
           demo create --pupils 420 --concerns 160 --seed 1")]
    Create(Practice),
}

/// How large an invented school is.
#[derive(Args)]
pub struct Practice {
    /// Pupils
    #[arg(long, value_name = "N", default_value_t = 420)]
    pub pupils: usize,
    /// Concerns
    #[arg(long, value_name = "N", default_value_t = 160)]
    pub concerns: usize,
    /// The same seed, the same school
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Files of so many MiB in all
    #[arg(long, value_name = "MIB", default_value_t = 4)]
    pub attachments: usize,
    /// Write the twelve words of its user's kit here
    #[arg(long, value_name = "OUT.txt")]
    pub recovery_code_file: Option<PathBuf>,
    /// Replace a file of this name
    #[arg(long)]
    pub force: bool,
}
