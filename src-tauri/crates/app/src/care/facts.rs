//! The vault as its people see it.

use domain::room::Room as RoomKind;
use domain::school::Settings;
use serde::Serialize;
use vault::ask::MemberLine;

use crate::office::{BackupNote, may_be_let_in};
use crate::rights::{Right, may};
use crate::wire::{
    BackupView, CheckpointView, Choice, Fault, Number, PolicyForm, RoomView, SettingsForm,
    VaultFacts,
};
use crate::{Office, say, words};

/// Rooms, people, backups, settings, and a checkpoint of each room this person may open.
pub fn vault_facts(office: &Office) -> Result<VaultFacts, Fault> {
    let sitting = office.sitting()?;
    let settings = &sitting.settings;
    let folder = office.folder()?;
    let mut rooms = Vec::new();
    let mut checkpoints = Vec::new();
    for kind in RoomKind::ALL {
        let Some(entry) = sitting.directory.room(kind) else {
            continue;
        };
        let open = sitting.rooms.get(&kind);
        let size = std::fs::metadata(folder.room_file(entry.tag())).map_or(0, |file| file.len());
        let mut members = Vec::new();
        let mut could_join = Vec::new();
        let mut entries = None;
        if let Some(room) = open {
            let mut inside = room.members()?;
            inside.retain(|member| member.removed.is_none());
            for person in &sitting.directory.people {
                let is_in = |member: &MemberLine| history::to_hex(&member.person) == person.id;
                if !inside.iter().any(is_in) && may_be_let_in(kind, person).is_ok() {
                    could_join.push(Choice {
                        id: person.id.clone(),
                        title: person.name.clone(),
                        detail: words::role(&person.role),
                    });
                }
            }
            members = inside.into_iter().map(|member| member.name).collect();
            entries = Some(u32::try_from(room.entry_counts()?.0).unwrap_or(u32::MAX));
            let checkpoint = room.checkpoint()?;
            let root = checkpoint.root();
            checkpoints.push(CheckpointView {
                room: kind.title().to_owned(),
                note: checkpoint.sign(&sitting.writer.key).note,
                words: groups(&root.to_string()),
            });
        }
        rooms.push(RoomView {
            id: entry.id.clone(),
            name: kind.title().to_owned(),
            member: open.is_some(),
            made: entry.letterbox.is_some(),
            entries,
            members,
            could_join,
            size: say::size(size),
        });
    }
    let people = sitting
        .directory
        .people
        .iter()
        .map(|person| office.person(person))
        .collect::<Result<_, _>>()?;
    let backups: Vec<BackupView> = sitting
        .directory
        .face
        .backups
        .iter()
        .rev()
        .map(|note| backup(office, note))
        .collect();
    Ok(VaultFacts {
        school: settings.school.clone(),
        vault_short: office.vault_short()?,
        rooms,
        people,
        last_backup: backups.iter().find(|backup| backup.checked).cloned(),
        backups,
        minimum_password: settings.minimum_password,
        settings: SettingsForm {
            school: settings.school.clone(),
            prefix: settings.prefix.clone(),
            address: settings.address.clone(),
            phone: settings.phone.clone(),
            dfe_number: settings.dfe_number.clone(),
            sites: settings.sites.clone(),
            numbers: numbers(settings),
            minimum_password: settings.minimum_password,
            lock_after_minutes: settings.lock_after_minutes,
            dormant_after_days: settings.dormant_after_days,
            smallest_told: settings.smallest_told,
            marking: settings.marking.clone(),
            about_head: settings.about_head.clone(),
            policies: settings
                .policies
                .iter()
                .map(|policy| PolicyForm {
                    name: policy.name.clone(),
                    review: policy.review.map(|day| day.to_string()),
                })
                .collect(),
        },
        checkpoints,
        may_manage: may(sitting.role(), Right::Settings),
    })
}

/// Sixteen digits of a hash in groups of four: enough to read over a telephone.
fn groups(hex: &str) -> String {
    hex.as_bytes()
        .chunks(4)
        .take(4)
        .filter_map(|chunk| std::str::from_utf8(chunk).ok())
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn backup(office: &Office, note: &BackupNote) -> BackupView {
    let today = office.around.local().date_naive();
    BackupView {
        name: note.name.clone(),
        at: say::since(note.at, office.around.zone, today),
        size: say::size(note.size),
        checked: note.checked,
    }
}

/// A room for the command line.
#[derive(Debug, Serialize)]
pub struct RoomInfo {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Entries.
    pub entries: u64,
    /// Concerns.
    pub concerns: u64,
    /// Entries that wait.
    pub waiting: u64,
    /// Bytes of its file.
    pub bytes: u64,
    /// Newest entry of each writer.
    pub heads: Vec<String>,
}

/// The vault for the command line.
#[derive(Debug, Serialize)]
pub struct Info {
    /// The school.
    pub school: String,
    /// The vault's short name.
    pub vault: String,
    /// An invented school.
    pub practice: bool,
    /// The format entries are written in.
    pub schema: u32,
    /// Rooms this person may open.
    pub rooms: Vec<RoomInfo>,
    /// User names with an open account.
    pub users: Vec<String>,
    /// Pupils on the roll.
    pub pupils: u64,
    /// The last good backup, RFC 3339.
    pub last_backup: Option<String>,
}

/// Rooms the user may open, users, counts, sizes, heads, last backup.
pub fn vault_info(office: &Office) -> Result<Info, Fault> {
    let sitting = office.sitting()?;
    let mut rooms = Vec::new();
    for (kind, room) in &sitting.rooms {
        let (entries, waiting) = room.entry_counts()?;
        rooms.push(RoomInfo {
            id: room.id().to_string(),
            name: kind.title().to_owned(),
            entries,
            concerns: room.concern_counts()?.0,
            waiting,
            bytes: std::fs::metadata(room.path()).map_or(0, |file| file.len()),
            heads: room
                .logs()?
                .into_iter()
                .map(|log| format!("{} {}", log.seq, log.head))
                .collect(),
        });
    }
    let pupils = match office.room(RoomKind::Pupils) {
        Some(room) => {
            room.pupils(false, &office.around.local().date_naive().to_string(), 0, 0)?
                .total
        }
        None => 0,
    };
    let last = sitting
        .directory
        .face
        .last_backup
        .and_then(|at| say::at(at, office.around.zone));
    Ok(Info {
        school: sitting.settings.school.clone(),
        vault: office.vault_short()?,
        practice: sitting.settings.practice,
        schema: history::entry::VERSION,
        rooms,
        users: sitting
            .directory
            .people
            .iter()
            .filter(|p| p.closed.is_none())
            .map(|p| p.user.clone())
            .collect(),
        pupils,
        last_backup: last.map(|at| at.to_rfc3339()),
    })
}

/// Everybody who is known to be rung, with their numbers.
fn numbers(settings: &Settings) -> Vec<Number> {
    settings
        .whom_to_ring()
        .map(|(whom, title, number)| Number {
            whom: whom.to_owned(),
            title: title.to_owned(),
            number: number.unwrap_or_default().to_owned(),
        })
        .collect()
}
