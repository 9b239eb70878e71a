//! What must be read first about pupils and was to be looked at again by today.

use domain::room::Room as RoomKind;

use crate::wire::{Fault, KeyReview};
use crate::{Office, say};

/// Those whose day has come, the longest ago first. Of somebody who has left nobody asks.
pub(super) fn reviews(office: &Office, most: u32) -> Result<Vec<KeyReview>, Fault> {
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(Vec::new());
    };
    let today = office.around.local().date_naive();
    let mut all = Vec::new();
    for (pupil, day, say) in room.reviews_until(&today.to_string(), most)? {
        let id = domain::id::PupilId(pupil);
        let Some(facts) = office.pupil_facts(id)? else {
            continue;
        };
        if facts.left_on.is_some_and(|left| left < today) {
            continue;
        }
        let day = day.parse().map(|day| say::date(day, office.this_year()));
        all.push(KeyReview {
            pupil: id.to_string(),
            name: facts.name(),
            class: facts.class.clone().unwrap_or_default(),
            say,
            day: day.unwrap_or_default(),
        });
    }
    Ok(all)
}
