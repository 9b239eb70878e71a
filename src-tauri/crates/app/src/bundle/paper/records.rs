//! Records in full, with the guidance that was gone through for each and its lines in registers.

use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use papers::{BundlePart, TableFacts};

use super::tables::{row, tables};
use super::{Making, part};
use crate::bundle::exhibits::number_of;
use crate::paper::pages_of;
use crate::wire::{Fault, PaperAsked, PaperForm, PaperSize};
use crate::{Office, say};

/// Every record, each with what belongs to it beneath.
pub(super) fn records(office: &mut Office, making: &Making<'_>) -> Result<Vec<BundlePart>, Fault> {
    let mut parts = Vec::new();
    let of = making.chosen.concerns.len();
    for (done, concern) in making.chosen.concerns.iter().enumerate() {
        office
            .watch()
            .step("Laying out the records", done as u64, of as u64)?;
        let number = number_of(concern);
        let asked = PaperAsked::Concern {
            id: concern.id.to_string(),
            form: PaperForm::Whole,
            purpose: making.purpose.to_owned(),
        };
        let title = titled(office, concern.id, &number)?;
        office.redact_beside(Some(concern.id));
        parts.push(part(1, &title, pages_of(office, asked)?.0));
        parts.extend(guidance(office, making, concern.id)?);
    }
    office.redact_beside(None);
    Ok(parts)
}

/// `Record of concern MV-26-ABC-0001: Amara Oyelaran, Online safety, 8 Nov 2026`.
fn titled(office: &Office, concern: ConcernId, number: &str) -> Result<String, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(Fault::stopped)?;
    let line = room.concern_line(concern)?;
    let day = say::at(line.occurred.unwrap_or(line.written), office.around.zone);
    let day = day.map_or_else(String::new, |at| say::date_and_year(at.date_naive()));
    let about = office.as_named(concern, line.about);
    let said = [about, crate::words::category(&line.category), day];
    let said: Vec<String> = said.into_iter().filter(|one| !one.is_empty()).collect();
    Ok(format!("Record of concern {number}: {}", said.join(", ")))
}

/// Walks and checklists that were gone through for a concern.
fn guidance(
    office: &mut Office,
    making: &Making<'_>,
    concern: ConcernId,
) -> Result<Vec<BundlePart>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(Fault::stopped)?;
    let walks = room.walks_of(concern)?;
    let lists = room.checklists_of(concern)?;
    let mut parts = Vec::new();
    for walk in walks {
        let asked = PaperAsked::Walk {
            id: walk.id.to_string(),
            size: PaperSize::A4,
            purpose: making.purpose.to_owned(),
        };
        let title = format!("Flowchart gone through: {}", walk.title);
        parts.push(part(2, &title, pages_of(office, asked)?.0));
    }
    for list in lists {
        if making.chosen.not_shown.contains(&list.id) {
            continue;
        }
        let title = format!("Checklist: {}", list.title);
        let asked = PaperAsked::Checklist {
            id: list.id.to_string(),
            large: false,
            purpose: making.purpose.to_owned(),
        };
        parts.push(part(2, &title, pages_of(office, asked)?.0));
    }
    parts.extend(registers(office, making, concern)?);
    Ok(parts)
}

/// Lines of registers about a concern.
fn registers(
    office: &Office,
    making: &Making<'_>,
    concern: ConcernId,
) -> Result<Option<BundlePart>, Fault> {
    let steps = crate::guide::steps_of_registers(office, RoomKind::Pupils, concern)?;
    if steps.is_empty() {
        return Ok(None);
    }
    let rows = steps.iter().map(|step| {
        let at = office.dated(step.at.timestamp_millis());
        let said = match &step.struck {
            Some(struck) => format!("{}\n{struck}", step.detail),
            None => step.detail.clone(),
        };
        row(&[&format!("{at}, {}", step.who), &step.title, &said])
    });
    let columns = [("Written", 1.0), ("Where", 1.0), ("What", 2.4)];
    let table = TableFacts {
        columns: columns
            .map(|(name, share)| (name.to_owned(), share))
            .to_vec(),
        rows: rows.collect(),
        ..TableFacts::default()
    };
    let pages = tables(making, "Lines of registers", vec![table], Vec::new())?;
    Ok(Some(part(2, "Lines of registers", pages)))
}
