//! Looking is recorded.

use std::time::Duration;

use domain::look::{LOOK, LOOKED, Look};
use domain::room::Room as RoomKind;

use super::Office;
use super::rooms::plain_entry;

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
        let now = (self.around.steady)();
        let key = (
            what.to_owned(),
            format!(
                "{}\u{1f}{}",
                id.as_deref().unwrap_or(""),
                detail.as_deref().unwrap_or("")
            ),
        );
        let Some(sitting) = self.sitting.as_mut() else {
            return;
        };
        if !sitting.rooms.contains_key(&kind) {
            return;
        }
        if sitting
            .looked
            .get(&key)
            .is_some_and(|last| now.saturating_sub(*last) < SAME_LOOK)
        {
            return;
        }
        if self.write_look(kind, what, id, detail).is_ok()
            && let Some(sitting) = self.sitting.as_mut()
        {
            sitting.looked.insert(key, now);
        }
    }

    /// The same for what must be recorded each time, or not done.
    pub(crate) fn write_look(
        &mut self,
        kind: RoomKind,
        what: &str,
        id: Option<String>,
        detail: Option<String>,
    ) -> Result<(), crate::wire::Fault> {
        let look = Look {
            what: what.to_owned(),
            id,
            detail,
        };
        self.write(kind, vec![plain_entry(LOOKED, LOOK, &look)])?;
        Ok(())
    }
}
