//! The records behind a figure, for a lead who asks where it comes from.

use std::collections::BTreeSet;

use domain::id::ConcernId;
use domain::room::Room as RoomKind;

use super::settled::settle;
use super::streams::{Source, pupils_room};
use super::told::tell;
use crate::Office;
use crate::wire::{Behind, Choice, Fault, ReportAsked};

/// The most that are listed.
const MOST: usize = 200;

/// What was counted for the first number of a row.
pub fn report_behind(office: &mut Office, asked: ReportAsked, row: u32) -> Result<Behind, Fault> {
    office.watch().begin();
    let settled = settle(office, &asked)?;
    let told = tell(office, &settled)?;
    let gone = || Fault::from(vault::VaultError::NotFound);
    let at = row as usize;
    let counting = told
        .behind
        .get(at)
        .and_then(Option::as_ref)
        .ok_or_else(gone)?;
    let label = told
        .rows
        .get(at)
        .map(|row| row.label.clone())
        .ok_or_else(gone)?;
    let stream = told.streams.get(&counting.stream);
    let mut sources: Vec<&Source> = Vec::new();
    if let Some(stream) = stream {
        for (event, source) in stream.events.iter().zip(&stream.sources) {
            let here = counting.days.holds(event.day)
                && settled.site.as_ref().is_none_or(|site| *site == event.site)
                && counting.of.iter().any(|leaf| event.leaves.contains(leaf));
            if here {
                sources.push(source);
            }
        }
    }
    let count = sources.len();
    let concerns: BTreeSet<ConcernId> = sources
        .iter()
        .filter_map(|source| match source {
            Source::Concern(id) => Some(*id),
            Source::Pupil(_) | Source::Register(_) => None,
        })
        .collect();
    let room = pupils_room(office)?;
    let mut rows = Vec::new();
    for id in concerns.iter().take(MOST) {
        let line = room.concern_line(*id)?;
        rows.push((
            line.row,
            crate::concern::row(office, RoomKind::Pupils, room, &line),
        ));
    }
    rows.sort_by_key(|(row, _)| std::cmp::Reverse(*row));
    let mut pupils = Vec::new();
    for source in &sources {
        if let Source::Pupil(id) = source
            && pupils.len() < MOST
        {
            let line = room.pupil_line(*id)?;
            pupils.push(Choice {
                id: id.to_string(),
                title: line.facts.name(),
                detail: line.facts.class.unwrap_or_default(),
            });
        }
    }
    let mut registers: Vec<&str> = sources
        .iter()
        .filter_map(|source| match source {
            Source::Register(id) => Some(*id),
            Source::Concern(_) | Source::Pupil(_) => None,
        })
        .collect();
    registers.sort_unstable();
    registers.dedup();
    let registers = registers.into_iter().filter_map(|id| {
        let all = guidance::registers().ok()?;
        let register = all.iter().find(|one| one.id == *id)?;
        Some(Choice {
            id: id.to_owned(),
            title: register.title.clone(),
            detail: String::new(),
        })
    });
    Ok(Behind {
        label,
        count: u32::try_from(count).unwrap_or(u32::MAX),
        concerns: rows.into_iter().map(|(_, row)| row).collect(),
        pupils,
        registers: registers.collect(),
    })
}
