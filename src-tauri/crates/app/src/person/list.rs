//! The list of adults, and type-ahead in it.

use domain::person::Adult;
use domain::room::Room as RoomKind;
use vault::ask::AdultLine;

use crate::rights::{Right, may};
use crate::wire::{AdultPage, AdultRow, Fault};
use crate::{Office, words};

const PAGE: u32 = 50;

/// Adults by name, or those a few letters find. Somebody who only reports types a name instead.
pub fn adults(office: &Office, query: &str, after: u32) -> Result<AdultPage, Fault> {
    let readable = may(office.sitting()?.role(), Right::AllPupilRecords);
    let Some(room) = office.room(RoomKind::Pupils).filter(|_| readable) else {
        return Ok(AdultPage {
            adults: Vec::new(),
            total: 0,
            more: false,
        });
    };
    if query.trim().is_empty() {
        let page = room.adults(after, PAGE)?;
        let shown = u64::from(after) + page.lines.len() as u64;
        return Ok(AdultPage {
            adults: page
                .lines
                .iter()
                .map(|line| with_pupils(office, line, None))
                .collect::<Result<_, _>>()?,
            total: u32::try_from(page.total).unwrap_or(u32::MAX),
            more: shown < page.total,
        });
    }
    let hits = room.find_adults(query, PAGE)?;
    let adults: Vec<AdultRow> = hits
        .iter()
        .map(|hit| {
            let why = hit
                .by_sound
                .then(|| format!("sounds like {}", query.trim()));
            with_pupils(office, &hit.line, why)
        })
        .collect::<Result<_, _>>()?;
    Ok(AdultPage {
        total: u32::try_from(adults.len()).unwrap_or(0),
        more: adults.len() as u32 == PAGE,
        adults,
    })
}

/// An adult in the list of all: whose mother somebody is says more than where she works.
fn with_pupils(office: &Office, line: &AdultLine, why: Option<String>) -> Result<AdultRow, Fault> {
    Ok(AdultRow {
        of: super::show::pupils(office, line.id)?,
        ..row(line, why)
    })
}

/// An adult as a list shows them.
pub(crate) fn row(line: &AdultLine, why: Option<String>) -> AdultRow {
    let facts = &line.facts;
    AdultRow {
        id: line.id.to_string(),
        name: called(facts),
        kind: words::term("adult_kind", &facts.kind),
        detail: work(facts),
        phone: facts
            .reach
            .iter()
            .find(|reach| reach.way == "phone")
            .map(|reach| reach.value.clone()),
        concerns: line.concerns,
        namesake: line.namesake,
        why,
        of: Vec::new(),
    }
}

/// What they are and whom they work for; of somebody who has a namesake also to which child they belong.
pub(crate) fn told_apart(row: &AdultRow) -> String {
    let of = row.of.iter().filter(|_| row.namesake);
    let of = of.map(|pupil| format!("{} of {}", pupil.relation.to_lowercase(), pupil.name));
    [row.kind.clone(), row.detail.clone()]
        .into_iter()
        .chain(of)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Their name, or what they look like.
pub(crate) fn called(facts: &Adult) -> String {
    match facts.called() {
        "" => "Name not known".to_owned(),
        name => name.to_owned(),
    }
}

/// Post and organisation.
pub(crate) fn work(facts: &Adult) -> String {
    [facts.post.as_str(), &facts.organisation]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
