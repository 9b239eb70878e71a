//! The clock that begins as a step is left.

use chrono::DateTime;
use chrono_tz::Tz;

use domain::case::{ACTION_SET, Action, PART_ACTION};
use domain::id::ConcernId;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::Office;
use crate::casework::counted_by;
use crate::wire::Fault;

/// Something to do for the concern by a rule whose clock began, for whoever is in. Nothing where the concern has that to do
/// already, or had: a step that is taken again begins no second clock.
pub(super) fn begun(
    office: &Office,
    concern: ConcernId,
    rule: &str,
    from: DateTime<Tz>,
) -> Result<Option<NewEntry>, Fault> {
    let rules =
        guidance::deadlines().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut holding = rules.iter().filter(|rule| rule.holds());
    let Some(rule) = holding.find(|known| known.id == *rule) else {
        return Ok(None);
    };
    let kind = office.room_of_concern(concern)?;
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let known = room.concern(concern)?;
    let counts = |action: &Action| {
        let counted = action.counted.as_ref();
        counted.is_some_and(|counted| rule.id == *counted.rule)
    };
    let mut actions = known.case.actions.iter();
    if actions.any(|(kept, _)| known.case.stands(kept) && counts(&kept.what)) {
        return Ok(None);
    }
    let Some(due) = counted_by(office, rule, from)? else {
        return Ok(None);
    };
    let action = Action {
        what: rule.label.clone(),
        owner: Some(office.sitting()?.opened.keys.id().to_string()),
        due: Some(due.at),
        whole_day: due.whole_day,
        counted: due.counted,
    };
    let action = serde_json::to_vec(&action).map_err(|_| Fault::stopped())?;
    Ok(Some(NewEntry {
        kind: ACTION_SET,
        subjects: vec![concern.0],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_ACTION, Zeroizing::new(action))],
        blobs: Vec::new(),
    }))
}
