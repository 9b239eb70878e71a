//! What must be known about the pupils of a concern before anybody is rung. It is said with the concern: no page of a
//! pupil was opened for it, and none is noted as read.

use domain::room::Room as RoomKind;

use crate::Office;
use crate::wire::{PersonShown, ReadFirst};

/// That nothing stands there must never mean that it could not be read.
pub(crate) const NOT_READ: &str =
    "What must be read first could not be read in full. Open their page before you act.";

/// Of everybody who is a pupil on the list, where this person holds the pupils' room.
pub(super) fn of(office: &Office, people: &[PersonShown]) -> Vec<ReadFirst> {
    if office.room(RoomKind::Pupils).is_none() {
        return Vec::new();
    }
    let mut all: Vec<ReadFirst> = Vec::new();
    for person in people {
        let Some(id) = person.id.clone() else {
            continue;
        };
        if all.iter().any(|known| known.id == id) {
            continue;
        }
        let known = id.parse().ok().map(|id| office.whole_pupil(id));
        let lines = match known {
            Some(Ok(whole)) => {
                let known = whole.pupil;
                let said = known
                    .key_facts()
                    .filter_map(|noted| noted.what.say.lines().next().map(str::to_owned));
                let unread = known.needs_newer.then(|| NOT_READ.to_owned());
                said.chain(unread).collect()
            }
            Some(Err(_)) | None => vec![NOT_READ.to_owned()],
        };
        if !lines.is_empty() {
            let name = person.name.clone();
            all.push(ReadFirst { id, name, lines });
        }
    }
    all
}
