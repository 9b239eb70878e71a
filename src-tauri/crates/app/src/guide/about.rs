//! What a walk or a checklist is about, and which room it lies in: the one of its concern, so that nobody reads the one who may not
//! read the other.

use domain::case::Kept;
use domain::id::ConcernId;
use domain::put_to::{PART_PUT_TO, PutTo, Puts};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::Office;
use crate::office::not_a_member;
use crate::reason::SHORTEST_REASON;
use crate::wire::{Done, Fault, FaultKind, PutView, Topic};

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
    // Every lead reads the pupils' records, and one of them may be whom it is about.
    if page.needs_concern && kind == RoomKind::Pupils {
        return Err(Fault::new(
            FaultKind::Refused,
            "This is about an adult, and that concern lies where every lead reads it. Record it as about a member of staff first, and begin from its page.",
        )
        .kept("Nothing was begun."));
    }
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
/// or they are not put together. No entry where it is about that one already: what is missing there is written then.
pub(super) fn put(
    office: &Office,
    room: RoomKind,
    (id, puts): ([u8; 16], &Puts),
    (concern, reason): (&str, &str),
    kind: &'static str,
) -> Result<(Option<NewEntry>, ConcernId), Fault> {
    let concern = read(concern)?;
    if !puts.alone {
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
    let there = puts.holds().map(|kept| kept.what.concern);
    if there == Some(concern) && puts.beside().next().is_none() {
        return Ok((None, concern));
    }
    let reason = reason.trim();
    if there.is_some() && reason.chars().count() < SHORTEST_REASON {
        return Err(Fault::field(
            "reason",
            "Say why it is put to another concern, in a sentence",
        ));
    }
    let put = PutTo {
        concern,
        reason: match there {
            None => String::new(),
            Some(_) => reason.to_owned(),
        },
    };
    let said = serde_json::to_vec(&put).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind,
        subjects: vec![id, concern.0],
        supersedes: puts.head_entries(),
        happened: None,
        parts: vec![(PART_PUT_TO, Zeroizing::new(said))],
        blobs: Vec::new(),
    };
    Ok((Some(entry), concern))
}

/// Writes what putting it there comes to. The reporter hears that something is being done, where it is the first that is.
pub(super) fn written(
    office: &mut Office,
    room: RoomKind,
    concern: ConcernId,
    entries: Vec<NewEntry>,
) -> Result<Done<()>, Fault> {
    if entries.is_empty() {
        return Err(Fault::changed_since());
    }
    let before = office
        .room(room)
        .ok_or_else(Fault::stopped)?
        .concern(concern)?;
    office.write(room, entries)?;
    office.say_in_hand(room, &before);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// How it came to its concern, for whoever looks at it; nothing where it was begun with one. `missing` is what does not stand there.
pub(super) fn put_view(
    office: &Office,
    room: RoomKind,
    puts: &Puts,
    missing: Option<&'static str>,
) -> Option<PutView> {
    if !puts.alone {
        return None;
    }
    let number = |kept: &Kept<PutTo>| {
        let line = office.room(room)?.concern_line(kept.what.concern).ok()?;
        Some(line.record_no)
    };
    let number = |kept: &Kept<PutTo>| number(kept).unwrap_or_else(|| "another concern".to_owned());
    let by = |kept: &Kept<PutTo>| {
        let at = office.moment(kept.step.written.timestamp_millis());
        format!("{}, {at}", kept.step.author.name)
    };
    // Who moved it and why stands with the one that took its place.
    let moved = |kept: &Kept<PutTo>| {
        let mut later = puts.all.iter();
        let later = later.find(|later| later.step.supersedes.contains(&kept.step.entry));
        later.map_or_else(String::new, |later| {
            format!(" Moved by {}: {}", by(later), later.what.reason)
        })
    };
    let before = puts.before().map(|kept| {
        format!(
            "It was put to {} by {}.{}",
            number(kept),
            by(kept),
            moved(kept)
        )
    });
    let beside = puts.beside().map(|kept| {
        format!(
            "It was put to {} as well, on another laptop, by {}. Put it to one of them.",
            number(kept),
            by(kept)
        )
    });
    Some(PutView {
        said: before.chain(beside).collect(),
        missing: missing.unwrap_or_default().to_owned(),
    })
}

fn read(concern: &str) -> Result<ConcernId, Fault> {
    concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))
}
