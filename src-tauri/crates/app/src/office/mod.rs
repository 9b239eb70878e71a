//! The office: one vault folder, closed or with somebody in it.

mod accept;
mod accounts;
mod certificate;
mod create;
mod directory;
mod door;
mod look;
mod members;
mod notes;
mod open;
mod people;
mod post;
mod recover;
mod rooms;
mod sitting;
mod word_back;

use std::collections::BTreeMap;

use domain::room::Room as RoomKind;
use keys::{DeviceSecret, Slots};
use vault::folder::{Lock, VaultFolder};

use crate::surroundings::Surroundings;
use crate::wire::{Fault, FaultKind};

pub use accept::accept_invitation;
pub use accounts::{Account, accounts};
pub use create::create_vault;
pub use door::{front_door, judge_password, suggest_password};
pub use members::add_member;
pub use open::{lock, open_vault, session, still_here};
pub(crate) use open::{open_within, prove};
pub use people::{close_person, invite_person};
pub use post::{Call, danger_rung};
pub use recover::{change_password, new_kit, recover_vault, rehearse};

pub use sitting::Watch;

pub(crate) use create::{create, refuse as create_refuse, settings_entry};
pub(crate) use directory::{BackupNote, Directory, DirectoryPerson, Face, RoomEntry};
pub(crate) use members::may_be_let_in;
pub(crate) use post::{calls, post, prepare as prepare_post};
pub(crate) use recover::read_words;
pub(crate) use rooms::{give_space_back, not_a_member};
pub(crate) use sitting::Sitting;
pub(crate) use word_back::{Come, Word};

/// One vault folder. Everything a person can do takes it as its first argument.
pub struct Office {
    pub(crate) around: Surroundings,
    /// The folder, once there is one, held for this program alone.
    pub(crate) held: Option<Held>,
    /// Somebody is in.
    ///
    /// Boxed, so that keys are never moved: a move leaves the bytes where they were.
    pub(crate) sitting: Option<Box<Sitting>>,
    /// Calls to 999 noted before anybody opened the vault.
    pub(crate) calls: Vec<Call>,
    /// Where the real school is, while one practises.
    pub(crate) real: Option<crate::practice::Real>,
    /// Files on their way in.
    pub(crate) intake: BTreeMap<String, crate::file::Intake>,
    /// Lists that came in and wait to be looked at; in memory only.
    pub(crate) lists: BTreeMap<String, zeroize::Zeroizing<Vec<u8>>>,
    /// What those lists were called when they came.
    pub(crate) list_names: BTreeMap<String, String>,
    /// Papers that are laid out; in memory only.
    pub(crate) papers: Vec<crate::paper::Held>,
    /// The receipt of the bundle that was made last, under its number; in memory only.
    pub(crate) receipt: Option<(String, papers::TablesFacts)>,
    /// Files somebody is looking at; in memory only.
    pub(crate) looking: Vec<crate::file::Looking>,
    /// Days are said with their year, also when it is this one.
    pub(crate) with_years: bool,
    /// The laptop’s own zone, while a bundle for the police is made: its papers are in UK time to the second and in large letters, and say
    /// class and age as they were then.
    pub(crate) bundling: Option<chrono_tz::Tz>,
    /// What words of papers are looked through with, while a bundle that does not show everything is laid out.
    pub(crate) redaction: Option<crate::redact::InHand>,
    /// What papers that are laid out now leave away, because of whoever gets them.
    pub(crate) leaving: Leaving,
    /// What long work tells and asks.
    pub(crate) watch: Watch,
}

/// What papers leave away, because of whoever gets them.
#[derive(Default)]
pub(crate) struct Leaving {
    /// Files that are not named.
    pub(crate) not_named: std::collections::BTreeSet<String>,
    /// Concerns that are on no page.
    pub(crate) without: std::collections::BTreeSet<domain::id::ConcernId>,
    /// Sizes and hashes of files stay in the school: whoever guesses what was taken out of one could tell by them.
    pub(crate) no_hashes: bool,
    /// There are no lines for the school to sign on, nor what it says of its own checking.
    pub(crate) unsigned: bool,
}

/// A vault folder held by this program.
pub(crate) struct Held {
    pub(crate) folder: VaultFolder,
    _lock: Lock,
}

impl Office {
    /// An office over a folder that may not exist yet. Nothing is read or written.
    pub fn new(around: Surroundings) -> Self {
        Self {
            around,
            held: None,
            sitting: None,
            calls: Vec::new(),
            real: None,
            intake: BTreeMap::new(),
            lists: BTreeMap::new(),
            list_names: BTreeMap::new(),
            papers: Vec::new(),
            receipt: None,
            looking: Vec::new(),
            with_years: false,
            bundling: None,
            redaction: None,
            leaving: Leaving::default(),
            watch: Watch::default(),
        }
    }

    /// Puts back how papers are laid out, should a piece of work before have broken in the middle of one.
    pub fn settle(&mut self) {
        self.with_years = false;
        self.redaction = None;
        self.leaving = Leaving::default();
        if let Some(own) = self.bundling.take() {
            self.around.zone = own;
        }
    }

    /// How long work is watched and stopped from another thread.
    pub fn watch(&self) -> Watch {
        self.watch.clone()
    }

    /// Whether there is a vault in the folder: a list of people, or rooms that have lost theirs. What a first run left
    /// that was cut off is none.
    pub fn has_vault(&self) -> bool {
        let folder = &self.around.folder;
        keys::slots::FILES
            .iter()
            .any(|name| folder.join(name).exists())
            || VaultFolder::open(folder).is_ok_and(|folder| {
                !folder.begun().exists() && folder.rooms().is_ok_and(|rooms| !rooms.is_empty())
            })
    }

    /// Takes the folder for this program, or says who has it.
    pub(crate) fn hold(&mut self) -> Result<(), Fault> {
        if self.held.is_none() {
            let folder = VaultFolder::open(&self.around.folder)?;
            let lock = Lock::take(&folder, &self.around.stamp().to_rfc3339())?;
            folder.sweep_temps(&lock)?;
            self.held = Some(Held {
                folder,
                _lock: lock,
            });
        }
        Ok(())
    }

    /// The folder; it is held by then.
    pub(crate) fn folder(&self) -> Result<&VaultFolder, Fault> {
        self.held
            .as_ref()
            .map(|held| &held.folder)
            .ok_or_else(locked)
    }

    /// Whoever is in.
    pub(crate) fn sitting(&self) -> Result<&Sitting, Fault> {
        self.sitting.as_deref().ok_or_else(locked)
    }

    /// Whoever is in, to change something.
    pub(crate) fn sitting_mut(&mut self) -> Result<&mut Sitting, Fault> {
        self.sitting.as_deref_mut().ok_or_else(locked)
    }

    pub(crate) fn slots(&self) -> Result<Slots, Fault> {
        Ok(Slots::read(self.folder()?.root())?)
    }

    pub(crate) fn device(&self, slots: &Slots) -> Result<DeviceSecret, Fault> {
        Ok(self.around.keyring.load(slots.vault())?)
    }

    /// A room this person is a member of.
    pub(crate) fn room(&self, kind: RoomKind) -> Option<&vault::Room> {
        self.sitting
            .as_ref()
            .and_then(|sitting| sitting.rooms.get(&kind))
    }
}

/// Whether the list of people is as this laptop left it.
fn slots_hold(office: &Office) -> Result<bool, Fault> {
    Ok(office.slots()?.seal_holds(&office.sitting()?.device))
}

pub(crate) fn locked() -> Fault {
    Fault::new(FaultKind::Locked, "The vault is locked.")
        .kept("Your draft is kept.")
        .next("Type your user name and password to go on.")
}
