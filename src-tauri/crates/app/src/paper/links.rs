//! Who is connected with a child, for paper: the picture, and everybody in words.

use std::collections::BTreeSet;

use domain::room::Room as RoomKind;
use papers::{LaidOut, LinkGroup, LinkedFacts, LinksFacts};

use super::About;
use super::chronology::about;
use super::facts::printed;
use crate::Office;
use crate::wire::{Fault, LinkConcern, LinkPerson};

/// Lays it out. That the pupil was opened for it is kept, and that the names of other children were asked for.
pub(super) fn lay_out(
    office: &mut Office,
    pupil: &str,
    mask_others: bool,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (view, rest) = crate::pupil::all_links(office, pupil, !mask_others)?;
    let row = crate::pupil::facts_row(office, &rest.id.to_string(), &rest.facts, None);
    let shown: BTreeSet<&str> = view
        .people
        .iter()
        .flat_map(|person| &person.concerns)
        .map(|concern| concern.id.as_str())
        .collect();
    // A concern that names nobody else is not in it.
    let listed: Vec<(RoomKind, String)> = rest
        .concerns
        .into_iter()
        .filter(|(_, id)| shown.contains(id.as_str()))
        .collect();
    let rooms: BTreeSet<RoomKind> = std::iter::once(RoomKind::Pupils)
        .chain(listed.iter().map(|(kind, _)| *kind))
        .collect();
    let rooms: Vec<RoomKind> = rooms.into_iter().collect();
    let letters = mask_others.then_some(&rest.letters);
    let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let laid_out = papers::links(&LinksFacts {
        printed: printed(office, &rooms, purpose, letters)?,
        name: view.name.clone(),
        about: about(&row, &rest.facts),
        people: view.people.iter().map(of_person).collect(),
        between: view
            .between
            .iter()
            .map(|(one, other, concerns)| (place(*one), place(*other), *concerns))
            .collect(),
        left_out: rest.more.then(|| {
            "Not in this paper. The oldest concerns: the newest 5,000 of each room are here."
                .to_owned()
        }),
    })?;
    let about = About {
        room: RoomKind::Pupils,
        what: "pupil",
        id: rest.id.to_string(),
        purpose: purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed,
    };
    Ok((laid_out, "strongroom-links.pdf".to_owned(), Some(about)))
}

fn of_person(person: &LinkPerson) -> LinkedFacts {
    LinkedFacts {
        name: person.name.clone(),
        lettered: person.masked,
        relation: person.relation.clone(),
        group: match person.group {
            "family" => LinkGroup::Family,
            "agency" => LinkGroup::Agency,
            "child" => LinkGroup::Child,
            _ => LinkGroup::Adult,
        },
        concerns: person.concerns.iter().map(in_a_line).collect(),
    }
}

/// `MV-26-B7K-0147: Tue 10 Nov 2026, Neglect, as witness`
fn in_a_line(concern: &LinkConcern) -> String {
    let role = match concern.role.as_str() {
        "" => String::new(),
        role => format!("as {}", role.to_lowercase()),
    };
    let said: Vec<&str> = [concern.day.as_str(), &concern.title, &role]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    format!("{}: {}", concern.record_no, said.join(", "))
}
