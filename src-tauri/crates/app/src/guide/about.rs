//! What a walk or a checklist is about, and which room it lies in: the one of its concern, so that nobody reads the one who may not
//! read the other.

use domain::id::ConcernId;
use domain::put_to::{PART_PUT_TO, PutTo};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::Office;
use crate::office::not_a_member;
use crate::wire::{Done, Fault, FaultKind, Topic};

/// A page of the guidance that something begins by.
pub(super) struct Page {
    /// It may not be begun without a concern: it is about an adult.
    pub(super) needs_concern: bool,
    /// The part of the entry that holds it.
    pub(super) part: &'static str,
    /// As it is kept.
    pub(super) text: String,
}

/// Begins something by a page, about a concern or about what is not recorded yet: an entry of a kind, with the part that `begun`
/// makes of the concern. Gives the new thing's id.
pub(super) fn begin<T: serde::Serialize>(
    office: &mut Office,
    concern: Option<&str>,
    page: Page,
    kind_of_entry: &'static str,
    (part, begun): (&'static str, impl FnOnce(Option<ConcernId>) -> T),
) -> Result<Done<String>, Fault> {
    let concern = concern.map(read).transpose()?;
    if page.needs_concern && concern.is_none() {
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
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let said = serde_json::to_vec(&begun(concern)).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind: kind_of_entry,
        subjects: std::iter::once(id)
            .chain(concern.map(|concern| concern.0))
            .collect(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![
            (part, Zeroizing::new(said)),
            (page.part, Zeroizing::new(page.text.into_bytes())),
        ],
        blobs: Vec::new(),
    };
    office.write(kind, vec![entry])?;
    Ok(Done {
        value: history::to_hex(&id),
        touched: vec![Topic::Concerns],
    })
}

/// That something which was begun alone is about a concern: the entry of a kind that says so, and the concern. Both lie in one room,
/// or they are not put together.
pub(super) fn put(
    office: &Office,
    room: RoomKind,
    (id, already): ([u8; 16], Option<ConcernId>),
    concern: &str,
    kind: &'static str,
) -> Result<(NewEntry, ConcernId), Fault> {
    let concern = read(concern)?;
    if already.is_some() {
        return Err(Fault::changed_since());
    }
    if office.room_of_concern(concern)? != room {
        return Err(Fault::new(
            FaultKind::Refused,
            "That concern lies in another room, and other people may read it.",
        )
        .kept("Nothing was changed.")
        .next("Begin it anew from the concern\u{2019}s page."));
    }
    let said = serde_json::to_vec(&PutTo { concern }).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind,
        subjects: vec![id, concern.0],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_PUT_TO, Zeroizing::new(said))],
        blobs: Vec::new(),
    };
    Ok((entry, concern))
}

fn read(concern: &str) -> Result<ConcernId, Fault> {
    concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))
}
