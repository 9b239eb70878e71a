//! Whoever reports cannot read the list of pupils, and writes a name. Whoever reads the concern says who that is, and from
//! then on it stands in the child's file.

use std::collections::BTreeSet;

use domain::concern::Concern;
use domain::id::{AdultId, ConcernId, PupilId};
use domain::room::Room as RoomKind;
use vault::Room;
use vault::ask::{Hit, plain, sounds};

use super::record::amend_concern;
use crate::Office;
use crate::rights::{Right, may};
use crate::wire::{Done, Fault, FaultKind, LinkOffer, PersonShown, Recorded, ToLink};

/// How many are offered for one name.
const OFFERS: usize = 6;
/// How many names are asked about at once; those of a whole year group are linked on the page that corrects it.
const NAMES: usize = 10;

/// Names in a concern of which nobody has said who they are, each with who on the list they may be: those who are so named,
/// then those of whom every word sounds like it. Where nobody is, nothing is asked. While two versions hold, a person joins
/// those first.
pub(super) fn to_link(
    office: &Office,
    kind: RoomKind,
    known: &Concern,
    people: &[PersonShown],
) -> Result<Vec<ToLink>, Fault> {
    if known.heads.len() > 1 {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (at, person) in people.iter().enumerate() {
        if found.len() == NAMES {
            break;
        }
        found.extend(one(office, kind, known, people, at, person)?);
    }
    Ok(found)
}

fn one(
    office: &Office,
    kind: RoomKind,
    known: &Concern,
    people: &[PersonShown],
    at: usize,
    person: &PersonShown,
) -> Result<Option<ToLink>, Fault> {
    let readable = may(office.sitting()?.role(), Right::AllPupilRecords);
    let Some(room) = office.room(RoomKind::Pupils).filter(|_| readable) else {
        return Ok(None);
    };
    let adult = person.kind == "adult";
    // Nothing points from one room into another: elsewhere an adult's name alone is kept.
    let elsewhere = adult && kind != RoomKind::Pupils;
    if person.id.is_some() || person.adult.is_some() || person.kind == "unknown" || elsewhere {
        return Ok(None);
    }
    let said = known
        .current()
        .and_then(|version| version.content.people.get(at));
    if said.is_some_and(|said| known.is_nobody_on_a_list(said)) {
        return Ok(None);
    }
    let most = OFFERS as u32 * 2;
    let all: Vec<LinkOffer> = if adult {
        let hits = room.find_adults(&person.name, most)?.into_iter();
        hits.map(|hit| {
            let row = crate::person::row(&hit.line, None);
            LinkOffer {
                detail: crate::person::told_apart(&row),
                id: row.id,
                name: row.name,
                namesake: row.namesake,
                sounds: hit.by_sound,
            }
        })
        .collect()
    } else {
        let hits = room.find_pupils(&person.name, most)?.into_iter();
        hits.filter_map(|hit| {
            let Hit::Pupil { line, by_sound } = hit else {
                return None;
            };
            let row = crate::pupil::row(office, &line, None);
            Some(LinkOffer {
                detail: crate::pupil::told_apart(&row),
                id: row.id,
                name: row.name,
                namesake: row.namesake,
                sounds: by_sound,
            })
        })
        .collect()
    };
    let named = named(room, people)?;
    let mut offers: Vec<LinkOffer> = all
        .into_iter()
        .filter(|offer| !offer.sounds || sounds_alike(&person.name, &offer.name))
        // Somebody who is named in it already is not this one as well.
        .filter(|offer| !named.contains(&offer.id))
        .collect();
    let more = offers.len() > OFFERS;
    offers.truncate(OFFERS);
    Ok((!offers.is_empty()).then(|| ToLink {
        at: u32::try_from(at).unwrap_or(u32::MAX),
        name: person.name.clone(),
        child: !adult,
        offers,
        more,
    }))
}

/// Everybody on record whom a concern names already, by the records that stand for them.
fn named(room: &Room, people: &[PersonShown]) -> Result<BTreeSet<String>, Fault> {
    let mut named = BTreeSet::new();
    for person in people {
        if let Some(id) = person.id.as_deref().and_then(|id| id.parse().ok()) {
            named.insert(room.stands_for::<PupilId>(id)?.to_string());
        }
        if let Some(id) = person.adult.as_deref().and_then(|id| id.parse().ok()) {
            named.insert(room.stands_for::<AdultId>(id)?.to_string());
        }
    }
    Ok(named)
}

/// Whether every word of a name is, or sounds like, a word of the other.
fn sounds_alike(said: &str, known: &str) -> bool {
    let heard = |word: &str| -> BTreeSet<String> {
        let codes = sounds(word);
        codes.split_whitespace().map(str::to_owned).collect()
    };
    let known = plain(known);
    let known: Vec<&str> = known.split_whitespace().collect();
    plain(said).split_whitespace().all(|word| {
        let own = heard(word);
        known
            .iter()
            .any(|other| *other == word || !own.is_disjoint(&heard(other)))
    })
}

/// Says who a name in a concern is: a version beside the others, like every correction. `at` is the place of the name
/// among the concern's people, and `name` what stands there, so that nobody else is named in its place. With nobody in
/// `whom`, the name is nobody's who is on a list, and is not asked about again.
pub fn link_person(
    office: &mut Office,
    concern: &str,
    at: u32,
    name: &str,
    whom: &str,
) -> Result<Done<Recorded>, Fault> {
    let id: ConcernId = concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    let view = super::show::view(office, kind, id)?;
    if known.heads.len() > 1 {
        return Err(Fault::new(
            FaultKind::Refused,
            "This was written twice at the same time. Choose what holds first, then say who it is.",
        )
        .kept("Nothing was changed."));
    }
    let version = view
        .versions
        .get(view.current as usize)
        .ok_or_else(Fault::stopped)?;
    let mut form = version.form.clone();
    let place = at as usize;
    let shown = view.people.get(place).filter(|person| person.name == name);
    let asked = one(
        office,
        kind,
        &known,
        &view.people,
        place,
        shown.ok_or_else(Fault::changed_since)?,
    )?;
    let asked = asked.ok_or_else(Fault::changed_since)?;
    let person = form
        .people
        .get_mut(place)
        .ok_or_else(Fault::changed_since)?;
    person.said_as = name.to_owned();
    if whom.is_empty() {
        form.reason = Some(format!("{name} is nobody who is on the list."));
        form.draft = None;
        return amend_concern(office, form);
    }
    let offer = asked
        .offers
        .iter()
        .find(|offer| offer.id == whom)
        .ok_or_else(Fault::changed_since)?;
    match person.kind.as_str() {
        "adult" => person.adult = Some(offer.id.clone()),
        _ => {
            person.pupil = Some(offer.id.clone());
            person.name = None;
        }
    }
    let who = match offer.detail.as_str() {
        "" => offer.name.clone(),
        detail => format!("{}, {detail}", offer.name),
    };
    form.reason = Some(format!("{name} is {who}, as on the list."));
    form.draft = None;
    amend_concern(office, form)
}
