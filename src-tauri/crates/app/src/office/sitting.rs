//! Somebody with the vault open: their keys, their rooms, what they should know.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::room::Room as RoomKind;
use domain::school::Settings;
use keys::{DeviceSecret, Opened, RoomKeys, Writer};
use vault::locker::Locker;

use super::Directory;
use crate::wire::Notice;

/// Somebody is in. Dropping it wipes the keys and closes the rooms.
pub(crate) struct Sitting {
    pub(crate) opened: Opened,
    pub(crate) device: DeviceSecret,
    pub(crate) writer: Writer,
    pub(crate) directory: Directory,
    pub(crate) rooms: BTreeMap<RoomKind, vault::Room>,
    pub(crate) room_keys: BTreeMap<RoomKind, RoomKeys>,
    pub(crate) settings: Settings,
    pub(crate) locker: Locker,
    pub(crate) notices: Vec<Notice>,
    /// Rooms of this person whose file did not open, and why.
    pub(crate) unopened: Vec<(RoomKind, String)>,
    /// What was looked at when, so that turning back a page is not written down twice.
    pub(crate) looked: BTreeMap<(String, String), Duration>,
    /// When there was last input, by the clock that only runs forward.
    pub(crate) last_input: Duration,
    /// When the wall clock was last looked at.
    pub(crate) clock_ms: Option<i64>,
    /// Rooms have changed since their state was noted outside.
    pub(crate) unnoted: bool,
    /// Stand-ins of rooms that have just been made, to be removed once the list of rooms is written.
    pub(crate) stand_ins: Vec<std::path::PathBuf>,
    /// Walks through the rooms behind the person's work.
    pub(crate) walks: BTreeMap<RoomKind, vault::Walk>,
    /// How far the lines of each room's list have been compared; nothing once they all have.
    pub(crate) lines: BTreeMap<RoomKind, Option<i64>>,
    /// Space for a day when the disk is full has been put aside, or tried to be.
    pub(crate) put_aside: bool,
}

impl Sitting {
    /// The person's role id.
    pub(crate) fn role(&self) -> &str {
        &self.opened.card.role
    }

    /// The person's id as it stands in entries.
    pub(crate) fn person(&self) -> [u8; 16] {
        self.opened.keys.id().0
    }
}

/// What long work tells a screen, and how a screen stops it.
#[derive(Clone, Default)]
pub struct Watch {
    /// How many wishes to stop there have been.
    wishes: Arc<AtomicU64>,
    /// How many of them have been answered, or came before what is under way was asked for.
    settled: Arc<AtomicU64>,
    /// When what has its turn now was asked for.
    turn: Arc<Mutex<Option<Asked>>>,
    tell: Arc<Mutex<Option<Tell>>>,
}

/// When a piece of work was asked for, among the wishes to stop.
#[derive(Clone, Copy)]
pub struct Asked(u64);

type Tell = Box<dyn Fn(&str, u64, u64) + Send>;

impl Watch {
    /// Sets who is told of progress: what is done, how far, of how much.
    pub fn tell_to(&self, tell: impl Fn(&str, u64, u64) + Send + 'static) {
        if let Ok(mut slot) = self.tell.lock() {
            *slot = Some(Box::new(tell));
        }
    }

    /// Asks whatever is under way to stop.
    pub fn stop(&self) {
        self.wishes.fetch_add(1, Ordering::Relaxed);
    }

    /// Work is asked for. It may have to wait for its turn, and a wish to stop that comes meanwhile is meant for it too.
    pub fn asked(&self) -> Asked {
        Asked(self.wishes.load(Ordering::Relaxed))
    }

    /// What was asked for then has its turn now.
    pub fn turn_of(&self, asked: Asked) {
        if let Ok(mut turn) = self.turn.lock() {
            *turn = Some(asked);
        }
    }

    /// Work begins: a wish to stop from before it was asked for is not meant for it.
    pub(crate) fn begin(&self) {
        let turn = self.turn.lock().ok().and_then(|mut turn| turn.take());
        let Asked(before) = turn.unwrap_or_else(|| self.asked());
        self.settled.store(before, Ordering::Relaxed);
    }

    /// Tells how far work is; an error when it should stop.
    pub(crate) fn step(&self, say: &str, done: u64, of: u64) -> Result<(), crate::wire::Fault> {
        if let Ok(slot) = self.tell.lock()
            && let Some(tell) = slot.as_ref()
        {
            tell(say, done, of);
        }
        let wishes = self.wishes.load(Ordering::Relaxed);
        if self.settled.swap(wishes, Ordering::Relaxed) < wishes {
            return Err(crate::wire::Fault::cancelled());
        }
        Ok(())
    }
}
