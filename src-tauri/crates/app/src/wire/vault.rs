//! The vault's own affairs: people, rooms, settings, backup, checking.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, Kit, Person, hide_words};

/// What a change touched: screens that show it ask again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum Topic {
    /// Concerns.
    Concerns,
    /// Pupils.
    Pupils,
    /// Accounts.
    People,
    /// Drafts.
    Drafts,
    /// Rooms, keys, settings.
    Vault,
    /// Backups.
    Backup,
}

/// Something was done.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Done<T> {
    /// What came of it.
    pub value: T,
    /// What it touched.
    pub touched: Vec<Topic>,
}

/// A new account.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InviteForm {
    /// What they will type to be found.
    pub user: String,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: String,
    /// Their password, when they sit here now; otherwise they get a code.
    pub password: Option<String>,
}

/// An account was made or prepared.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Invited {
    /// Whose.
    pub person: Person,
    /// The code that works once on this laptop.
    pub code: Option<String>,
    /// Their kit, when they sit here.
    pub kit: Option<Kit>,
}

/// A room as everybody with an account sees it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RoomView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// This person is a member.
    pub member: bool,
    /// Somebody holds it.
    pub made: bool,
    /// How many entries, for members.
    pub entries: Option<u32>,
    /// Who belongs, for members.
    pub members: Vec<String>,
    /// Whom this person could let in.
    pub could_join: Vec<Choice>,
    /// Size of its file, in words.
    pub size: String,
}

/// A room's state in a form to print or read out.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CheckpointView {
    /// The room's name.
    pub room: String,
    /// The signed note.
    pub note: String,
    /// The first bytes of its root, in groups of four.
    pub words: String,
}

/// Somebody outside the school, and how to ring them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Number {
    /// Who, by id.
    pub whom: String,
    /// Who, in words.
    pub title: String,
    /// The number, and when somebody answers it; empty where none is set.
    pub number: String,
}

/// What the school has set.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts", rename = "Settings")]
pub struct SettingsForm {
    /// The school's name.
    pub school: String,
    /// Letters of record numbers.
    pub prefix: String,
    /// Where it is.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// The number of the local authority and of the establishment; empty where nobody wrote it down.
    pub dfe_number: String,
    /// The sites of a federation.
    pub sites: Vec<String>,
    /// Whom to ring outside the school: all who are known, each with its number where there is one.
    pub numbers: Vec<Number>,
    /// Shortest password.
    pub minimum_password: u32,
    /// Minutes until it locks.
    pub lock_after_minutes: u32,
    /// Days until an unused account is pointed out.
    pub dormant_after_days: u32,
    /// Governors are told no count from 1 up to this one; 1 where they are told every count.
    pub smallest_told: u32,
    /// How papers must be handled, in the box at the top of each.
    pub marking: String,
    /// Who is told when the head is the subject.
    #[ts(type = "\"chair\" | \"trust\"")]
    pub about_head: String,
    /// Policies, each with the day by which it is reviewed.
    pub policies: Vec<PolicyForm>,
}

/// A policy and the day by which it is reviewed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PolicyForm {
    /// What it is called.
    pub name: String,
    /// Reviewed by, `2027-09-01`.
    pub review: Option<String>,
}

/// A backup.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BackupView {
    /// The file's name.
    pub name: String,
    /// When, in words.
    pub at: String,
    /// Size, in words.
    pub size: String,
    /// It was read back and checked.
    pub checked: bool,
}

/// The vault as its people see it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct VaultFacts {
    /// The school.
    pub school: String,
    /// The vault's short name.
    pub vault_short: String,
    /// Rooms.
    pub rooms: Vec<RoomView>,
    /// Accounts.
    pub people: Vec<Person>,
    /// The last good backup.
    pub last_backup: Option<BackupView>,
    /// Backups made from here.
    pub backups: Vec<BackupView>,
    /// Shortest password.
    pub minimum_password: u32,
    /// Settings.
    pub settings: SettingsForm,
    /// Checkpoints of the rooms this person may open.
    pub checkpoints: Vec<CheckpointView>,
    /// This person may ask people to join, close accounts and change settings.
    pub may_manage: bool,
}

/// Something that does not hold.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FaultFound {
    /// The room.
    pub room: String,
    /// The entry, log or file.
    pub what: String,
    /// What is wrong.
    pub say: String,
}

/// Everything was checked.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Verified {
    /// Entries walked.
    pub entries: u32,
    /// Parts checked.
    pub parts: u32,
    /// Files checked.
    pub files: u32,
    /// What does not hold.
    pub faults: Vec<FaultFound>,
    /// One sentence.
    pub say: String,
}

hide_words!(InviteForm, Invited);
