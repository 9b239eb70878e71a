//! What differs between two versions of a page, word by word.

use domain::own_guidance::Sort;
use domain::room::Room as RoomKind;

use super::places::{Place, of_checklist, of_flow, of_matrix, of_register};
use super::sort_of;
use crate::Office;
use crate::office::not_a_member;
use crate::wire::{Fault, PageChange};

/// Compares two versions of a page by their entries; an empty one is ours. In the order of the page, what is gone last.
pub fn compare_pages(
    office: &Office,
    kind: &str,
    id: &str,
    before: &str,
    after: &str,
) -> Result<Vec<PageChange>, Fault> {
    let sort = sort_of(kind)?;
    let (before, after) = (
        places(office, sort, id, before)?,
        places(office, sort, id, after)?,
    );
    let of = |all: &[Place], key: &str| all.iter().find(|place| place.key == key).cloned();
    let mut found = Vec::new();
    for place in &after {
        let was = of(&before, &place.key).map_or_else(String::new, |was| was.words);
        if was != place.words {
            found.push(change(&place.title, &was, &place.words));
        }
    }
    for place in &before {
        if of(&after, &place.key).is_none() && !place.words.is_empty() {
            found.push(change(&place.title, &place.words, ""));
        }
    }
    Ok(found)
}

fn change(place: &str, before: &str, after: &str) -> PageChange {
    PageChange {
        place: place.to_owned(),
        runs: crate::concern::runs_between(before, after),
    }
}

fn places(office: &Office, sort: Sort, id: &str, entry: &str) -> Result<Vec<Place>, Fault> {
    let text = match entry {
        "" => None,
        entry => {
            let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
            let versions = room.versions_of_page(sort, id)?;
            let mut all = versions.versions.iter();
            let kept = all.find(|kept| history::to_hex(&kept.step.entry) == entry);
            let kept = kept.ok_or_else(Fault::changed_since)?;
            (!kept.what.ours).then(|| kept.page())
        }
    };
    let stopped = |error: guidance::Error| Fault::stopped().technical(error.to_string());
    match (sort, text) {
        (Sort::Flow, None) => Ok(of_flow(super::super::flow::known(id)?)),
        (Sort::Flow, Some(text)) => Ok(of_flow(&guidance::flow_from(&text).map_err(stopped)?)),
        (Sort::Checklist, None) => Ok(of_checklist(super::super::checklist::known(id)?)),
        (Sort::Matrix, None) => Ok(of_matrix(super::super::matrix::known(id)?)),
        // Of a register of the school's own there is none of ours: the first is held against nothing.
        (Sort::Register, None) => Ok(super::register::ours(id)?.map_or_else(Vec::new, of_register)),
        (Sort::Register, Some(text)) => {
            let page = guidance::register_from(&text).map_err(stopped)?;
            Ok(of_register(&match super::register::ours(id)? {
                Some(ours) => guidance::laid_over(page, ours),
                None => page,
            }))
        }
        (Sort::Matrix, Some(text)) => {
            Ok(of_matrix(&guidance::matrix_from(&text).map_err(stopped)?))
        }
        (Sort::Checklist, Some(text)) => Ok(of_checklist(
            &guidance::checklist_from(&text).map_err(stopped)?,
        )),
    }
}
