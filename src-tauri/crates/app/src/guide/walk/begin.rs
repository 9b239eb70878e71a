//! Beginning a walk.

use domain::id::ConcernId;
use domain::own_guidance::Sort;
use domain::room::Room as RoomKind;
use domain::walk::{BEGUN, Begun, PART_PAGE, PART_WALK};
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::super::own::{flow_now, page_text};
use crate::Office;
use crate::office::not_a_member;
use crate::wire::{Done, Fault, FaultKind, Topic};

/// Begins a walk through a flowchart, about a concern or about something that is not recorded yet. It lies where the concern
/// lies, so that nobody reads the one who may not read the other; gives its id.
pub fn begin_walk(
    office: &mut Office,
    flow: &str,
    concern: Option<&str>,
) -> Result<Done<String>, Fault> {
    let flow = flow_now(office, flow)?.page;
    let concern = concern
        .map(str::parse::<ConcernId>)
        .transpose()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    if flow.needs_concern && concern.is_none() {
        return Err(Fault::new(
            FaultKind::Refused,
            "This is about an adult, and must not be seen by them. Record the concern first, and begin from its page.",
        )
        .kept("Nothing was begun."));
    }
    let kind = match concern {
        Some(id) => office.room_of_concern(id)?,
        None => RoomKind::Pupils,
    };
    office.room(kind).ok_or_else(not_a_member)?;
    let start = flow.start().ok_or_else(Fault::stopped)?;
    let page = page_text(office, Sort::Flow, &flow.id)?;
    let begun = Begun {
        flow: flow.id.to_string(),
        version: flow.version,
        number: flow.number.clone(),
        title: flow.title.clone(),
        start: start.id.to_string(),
        concern,
    };
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let part = serde_json::to_vec(&begun).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind: BEGUN,
        subjects: std::iter::once(id)
            .chain(concern.map(|concern| concern.0))
            .collect(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![
            (PART_WALK, Zeroizing::new(part)),
            (PART_PAGE, Zeroizing::new(page.into_bytes())),
        ],
        blobs: Vec::new(),
    };
    office.write(kind, vec![entry])?;
    Ok(Done {
        value: history::to_hex(&id),
        touched: vec![Topic::Concerns],
    })
}
