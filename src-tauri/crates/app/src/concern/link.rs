//! Whoever reports cannot read the list of pupils, and writes a name. Whoever reads the concern says who that is, and from
//! then on it stands in the child's file.

use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use vault::ask::Hit;

use super::record::amend_concern;
use crate::Office;
use crate::rights::{Right, may};
use crate::wire::{Done, Fault, FaultKind, LinkOffer, PersonShown, Recorded, ToLink};

/// How many are offered for one name.
const OFFERS: u32 = 4;

/// Names in a concern of which nobody has said who they are, each with who on the list they may be: those who are so named,
/// then those whose name sounds like it. A name that nobody on the list has is not asked about.
pub(super) fn to_link(office: &Office, people: &[PersonShown]) -> Result<Vec<ToLink>, Fault> {
    let readable = may(office.sitting()?.role(), Right::AllPupilRecords);
    let Some(room) = office.room(RoomKind::Pupils).filter(|_| readable) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (at, person) in people.iter().enumerate() {
        if person.id.is_some() || person.adult.is_some() || person.kind == "unknown" {
            continue;
        }
        let offers: Vec<LinkOffer> = match person.kind.as_str() {
            "adult" => room
                .find_adults(&person.name, OFFERS)?
                .into_iter()
                .map(|hit| {
                    let row = crate::person::row(&hit.line, None);
                    LinkOffer {
                        id: row.id,
                        name: row.name,
                        detail: detail([row.kind, row.detail]),
                        sounds: hit.by_sound,
                    }
                })
                .collect(),
            _ => room
                .find_pupils(&person.name, OFFERS)?
                .into_iter()
                .filter_map(|hit| {
                    let Hit::Pupil { line, by_sound } = hit else {
                        return None;
                    };
                    let row = crate::pupil::row(office, &line, None);
                    let age = row
                        .age
                        .map(|age| format!("{age} years"))
                        .unwrap_or_default();
                    Some(LinkOffer {
                        id: row.id,
                        name: row.name,
                        detail: detail([row.class, age]),
                        sounds: by_sound,
                    })
                })
                .collect(),
        };
        // Somebody who is named in it already is not this one as well.
        let offers: Vec<LinkOffer> = offers
            .into_iter()
            .filter(|offer| {
                people.iter().all(|known| {
                    [&known.id, &known.adult]
                        .into_iter()
                        .all(|id| id.as_ref() != Some(&offer.id))
                })
            })
            .collect();
        if !offers.is_empty() {
            found.push(ToLink {
                at: u32::try_from(at).unwrap_or(u32::MAX),
                name: person.name.clone(),
                child: person.kind != "adult",
                offers,
            });
        }
    }
    Ok(found)
}

fn detail(parts: [String; 2]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// Says who a name in a concern is: a version beside the others, like every correction. `at` is the place of the name
/// among the concern's people, and `name` what stands there, so that nobody else is named in its place.
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
    let view = super::show::view(office, kind, id)?;
    let version = view
        .versions
        .get(view.current as usize)
        .ok_or_else(Fault::stopped)?;
    let mut form = version.form.clone();
    let changed = || {
        Fault::new(FaultKind::Refused, "This was changed since you opened it.")
            .kept("Nothing was changed by you.")
            .next("Look at who is named in it now.")
    };
    let offered = to_link(office, &view.people)?;
    let offer = offered
        .iter()
        .find(|one| one.at == at && one.name == name)
        .and_then(|one| one.offers.iter().find(|offer| offer.id == whom))
        .ok_or_else(changed)?;
    let person = form.people.get_mut(at as usize).ok_or_else(changed)?;
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
    form.reason = Some(format!("\u{201c}{name}\u{201d} is {who}, as on the list."));
    form.draft = None;
    amend_concern(office, form)
}
