//! Before and at the opening of a vault.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Fault, hide_words};

/// What can be said before anybody has opened it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FrontDoor {
    /// Whether there is a vault to open.
    pub state: DoorState,
    /// The school's name.
    pub school: Option<String>,
    /// An invented school.
    pub practice: bool,
    /// When it was last opened on this laptop, in words.
    pub last_opened: Option<String>,
    /// The last good backup, in words.
    pub last_backup: Option<String>,
    /// Why it cannot be opened.
    pub fault: Option<Fault>,
    /// Seconds until another try.
    pub wait_seconds: Option<u32>,
    /// Shortest password, in characters.
    pub minimum_password: u32,
    /// What 999 will ask.
    pub danger: DangerFacts,
}

/// Whether there is a vault to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum DoorState {
    /// None yet: first run.
    New,
    /// There is one, closed.
    Closed,
    /// Somebody is in: a page that was loaded anew goes on where it was.
    Open,
    /// There is one and it cannot be opened now.
    Unavailable,
}

/// What somebody who rings 999 will be asked.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DangerFacts {
    /// The school.
    pub school: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// The number to be rung back on.
    pub phone: Option<String>,
    /// The numbers of children's social care, the second with its words before it: `out of hours 0161 496 0124`.
    pub social_care: Vec<String>,
    /// The leads' names.
    pub leads: Vec<String>,
}

/// How long a password would last.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PasswordJudgement {
    /// It has the characters the school asks for.
    pub long_enough: bool,
    /// 0 to 4.
    pub score: u8,
    /// One sentence.
    pub say: String,
}

/// A new vault and its first person, the lead.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CreateVault {
    /// The school's name.
    pub school: String,
    /// Two to four letters for record numbers.
    pub prefix: String,
    /// Where the school is.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// The sites of a federation.
    pub sites: Vec<String>,
    /// The lead's name.
    pub name: String,
    /// Their user name.
    pub user: String,
    /// Their password.
    pub password: String,
}

/// Twelve words on paper, shown once.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Kit {
    /// The words.
    pub words: Vec<String>,
    /// Whose.
    pub person: String,
    /// Which school.
    pub school: String,
    /// The vault's short name.
    pub vault_short: String,
}

/// A vault or an account was made.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Created {
    /// The person is in.
    pub session: Session,
    /// Their kit.
    pub kit: Kit,
}

/// Somebody has the vault open.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Session {
    /// Who.
    pub person: Person,
    /// Which school.
    pub school: String,
    /// An invented school.
    pub practice: bool,
    /// Where they may go.
    pub places: Vec<Place>,
    /// Their kit has not been tried yet.
    pub rehearsal_due: bool,
    /// Minutes without input until it locks.
    pub lock_after_minutes: u32,
    /// What they should know first.
    pub notices: Vec<Notice>,
    /// The last good backup, in words.
    pub last_backup: Option<String>,
    /// Today, in words.
    pub today: String,
    /// What 999 will ask.
    pub danger: DangerFacts,
}

/// A place in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum Place {
    /// What is live, unread, late and waiting.
    Today,
    /// Recording.
    Record,
    /// All concerns.
    Concerns,
    /// What they wrote themselves.
    MyConcerns,
    /// The school's pupils.
    Pupils,
    /// Adults on record, names used online.
    People,
    /// Flowcharts to read and to go through.
    Guidance,
    /// The registers of the school.
    Registers,
    /// What governors and the head are told.
    Reports,
    /// Accounts, rooms, keys, backup, settings.
    Vault,
}

/// Somebody with an account.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Person {
    /// Their id.
    pub id: String,
    /// What they type to be found.
    pub user: String,
    /// Their name.
    pub name: String,
    /// Role id.
    pub role: String,
    /// Role in words.
    pub role_title: String,
    /// The account is closed.
    pub closed: bool,
    /// Invited and not yet there.
    pub invited: bool,
    /// Since when, in words.
    pub joined: Option<String>,
    /// When they last opened the vault on this laptop, in words.
    pub last_opened: Option<String>,
    /// Not used for longer than the school allows.
    pub dormant: bool,
}

/// Something a person should know on opening.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Notice {
    /// What kind.
    pub kind: NoticeKind,
    /// What happened.
    pub say: String,
    /// What to do.
    pub next: Option<String>,
}

/// Kinds of notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum NoticeKind {
    /// The vault is older than it was.
    Rollback,
    /// The laptop's clock is odd.
    Clock,
    /// Something does not verify.
    Check,
    /// The computer's keyring.
    Keyring,
    /// Something needs a newer version.
    NeedsNewer,
}

hide_words!(CreateVault, Kit, Created);
