//! Records in full, with the guidance that was gone through for each and its lines in registers.

use std::collections::BTreeSet;

use domain::id::{ChecklistId, ConcernId};
use domain::room::Room as RoomKind;
use papers::{BundlePart, Printed, Style, TableFacts, TablesFacts};

use super::tables::{row, tables};
use super::{Making, part};
use crate::bundle::groups::Group;
use crate::bundle::printed::PrintedRecord;
use crate::paper::{labelled, pages_of};
use crate::wire::{Fault, PaperAsked, PaperForm, PaperSize};
use crate::{Office, say};

/// Every record, each with what belongs to it beneath.
pub(super) fn records(office: &mut Office, making: &Making<'_>) -> Result<Vec<BundlePart>, Fault> {
    let mut parts = Vec::new();
    let of = making.chosen.concerns.len();
    // Beneath the sheet of its group, where there are groups.
    let level = if making.chosen.groups.is_empty() {
        1
    } else {
        2
    };
    let belonging = Belonging {
        printed: &making.printed,
        purpose: making.purpose,
        not_shown: &making.chosen.not_shown,
    };
    let mut groups = making.chosen.groups.iter();
    let mut until = 0;
    let printed = making.chosen.concerns.iter().zip(making.records);
    for (done, (concern, one)) in printed.enumerate() {
        office
            .watch()
            .step("Laying out the records", done as u64, of as u64)?;
        if done == until
            && let Some(group) = groups.next()
        {
            parts.push(sheet(office, making, group, done)?);
            until += group.many;
        }
        let asked = PaperAsked::Concern {
            id: concern.id.to_string(),
            form: PaperForm::Whole,
            purpose: making.purpose.to_owned(),
        };
        let title = titled(office, concern.id, one)?;
        office.redact_beside(Some(concern.id));
        let record = part(level, &title, pages_of(office, asked)?.0);
        let beneath = belonging.to(office, concern.id)?.into_iter();
        let beneath = beneath.map(|part| BundlePart {
            level: level + 1,
            ..part
        });
        let stamp = one.exhibit.reference();
        let all = std::iter::once(record).chain(beneath);
        parts.extend(all.map(|part| BundlePart {
            stamp: Some(stamp.clone()),
            ..part
        }));
    }
    office.redact_beside(None);
    Ok(parts)
}

/// What stands before the records of a group: which they are.
fn sheet(
    office: &Office,
    making: &Making<'_>,
    group: &Group,
    from: usize,
) -> Result<BundlePart, Fault> {
    let rows = making.records.iter().skip(from).take(group.many);
    let rows = rows
        .map(|one| Ok(row(&[&titled(office, one.exhibit.concern, one)?])))
        .collect::<Result<Vec<_>, Fault>>()?;
    let table = TableFacts {
        words: vec![labelled(Style::Account, "", group.say, None)],
        columns: vec![("Record".to_owned(), 1.0)],
        rows,
        ..TableFacts::default()
    };
    let pages = tables(making, &group.title, vec![table], Vec::new())?;
    Ok(part(1, &group.title, pages))
}

/// `RC/3, record of concern MV-26-ABC-0001: Amara Oyelaran, Online safety, 8 Nov 2026`.
fn titled(office: &Office, concern: ConcernId, one: &PrintedRecord) -> Result<String, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(Fault::stopped)?;
    let line = room.concern_line(concern)?;
    let day = say::at(line.occurred.unwrap_or(line.written), office.around.zone);
    let day = day.map_or_else(String::new, |at| say::date_and_year(at.date_naive()));
    let about = office.as_named(concern, line.about);
    let said = [about, crate::words::category(&line.category), day];
    let said: Vec<String> = said.into_iter().filter(|one| !one.is_empty()).collect();
    Ok(format!(
        "{}, record of concern {}: {}",
        one.exhibit.reference(),
        one.record_no,
        said.join(", ")
    ))
}

/// What belongs to a concern besides its record: walks and checklists that were gone through for it, its lines in registers.
pub(crate) struct Belonging<'a> {
    /// How the papers came to be printed.
    pub(crate) printed: &'a Printed,
    /// What they are for.
    pub(crate) purpose: &'a str,
    /// Checklists that are not shown.
    pub(crate) not_shown: &'a BTreeSet<ChecklistId>,
}

impl Belonging<'_> {
    /// Its papers, each beneath the record.
    pub(crate) fn to(
        &self,
        office: &mut Office,
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
                purpose: self.purpose.to_owned(),
            };
            let title = format!("Flowchart gone through: {}", walk.title);
            parts.push(part(2, &title, pages_of(office, asked)?.0));
        }
        for list in lists {
            if self.not_shown.contains(&list.id) {
                continue;
            }
            let title = format!("Checklist: {}", list.title);
            let asked = PaperAsked::Checklist {
                id: list.id.to_string(),
                large: false,
                purpose: self.purpose.to_owned(),
            };
            parts.push(part(2, &title, pages_of(office, asked)?.0));
        }
        parts.extend(self.registers(office, concern)?);
        Ok(parts)
    }

    /// Lines of registers about a concern.
    fn registers(&self, office: &Office, concern: ConcernId) -> Result<Option<BundlePart>, Fault> {
        let steps = crate::guide::steps_of_registers(office, RoomKind::Pupils, concern)?;
        if steps.is_empty() {
            return Ok(None);
        }
        let rows = steps.iter().map(|step| {
            let at = office.signed_at(step.at);
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
        let pages = papers::tables(&TablesFacts {
            printed: self.printed.clone(),
            title: "Lines of registers".to_owned(),
            about: Vec::new(),
            tables: vec![table],
            sign: Vec::new(),
        })?;
        Ok(Some(part(2, "Lines of registers", pages)))
    }
}
