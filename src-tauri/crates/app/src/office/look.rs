//! Looking is recorded.

use std::time::Duration;

use domain::look::{LOOK, LOOKED, Look};
use domain::room::Room as RoomKind;

use super::rooms::plain_entry;
use super::{Office, not_a_member};
use crate::wire::Fault;

/// Turning back to a page within this time is the same look.
const SAME_LOOK: Duration = Duration::from_secs(10 * 60);

impl Office {
    /// Keeps that this person looked at something. A look that cannot be kept (a full disk) does not stop the reading:
    /// whoever has to act for a child must see the record.
    pub(crate) fn note_look(
        &mut self,
        kind: RoomKind,
        what: &str,
        id: Option<String>,
        detail: Option<String>,
    ) {
        let _ = self.must_look(kind, what, id, detail);
    }

    /// The same for what nobody may see unless it was kept that they did.
    pub(crate) fn must_look(
        &mut self,
        kind: RoomKind,
        what: &str,
        id: Option<String>,
        detail: Option<String>,
    ) -> Result<(), Fault> {
        let now = (self.around.steady)();
        let key = (
            what.to_owned(),
            format!(
                "{}\u{1f}{}",
                id.as_deref().unwrap_or(""),
                detail.as_deref().unwrap_or("")
            ),
        );
        let sitting = self.sitting()?;
        if !sitting.rooms.contains_key(&kind) {
            return Err(not_a_member());
        }
        let last = sitting.looked.get(&key);
        if last.is_some_and(|last| now.saturating_sub(*last) < SAME_LOOK) {
            return Ok(());
        }
        self.write_look(kind, what, id, detail)?;
        if let Some(sitting) = self.sitting.as_mut() {
            sitting.looked.insert(key, now);
        }
        Ok(())
    }

    /// The same for what must be recorded each time, or not done.
    pub(crate) fn write_look(
        &mut self,
        kind: RoomKind,
        what: &str,
        id: Option<String>,
        detail: Option<String>,
    ) -> Result<(), Fault> {
        let look = Look {
            what: what.to_owned(),
            id,
            detail,
        };
        let waiting = look
            .id
            .as_deref()
            .filter(|_| what == "concern")
            .and_then(|id| self.unread(kind, id));
        self.write(kind, vec![plain_entry(LOOKED, LOOK, &look)])?;
        // Only what is kept is said.
        if let Some(known) = waiting {
            self.say_read(kind, &known);
        }
        Ok(())
    }

    /// Keeps several looks and whatever belongs to them, all of it or nothing.
    pub(crate) fn write_looks(
        &mut self,
        kind: RoomKind,
        looks: Vec<Look>,
        mut besides: Vec<vault::NewEntry>,
    ) -> Result<(), Fault> {
        besides.extend(looks.iter().map(|look| plain_entry(LOOKED, LOOK, look)));
        self.write(kind, besides)?;
        Ok(())
    }
}
