//! A register as a spreadsheet, and its lines between two days.

use std::borrow::Cow;

use chrono::NaiveDate;
use domain::look::Look;
use domain::room::Room as RoomKind;
use guidance::Register;
use vault::ask::RegisterLine;
use zeroize::Zeroizing;

use super::show::row;
use super::{known, need};
use crate::sheet::begun;
use crate::wire::{Fault, LineRow, SheetFormat, Topic};
use crate::{HandedOut, Office, say};

/// Lines are fetched so many at a time.
const AT_A_TIME: u32 = 500;
/// The most lines of one sheet or paper.
const MOST: usize = 50_000;

/// The lines of a register as papers and spreadsheets have them.
pub(crate) struct Printed {
    /// What it is.
    pub(crate) register: Cow<'static, Register>,
    /// What is entered, by name and what it is called: all it asks, then what lines have that it asks no more.
    pub(crate) columns: Vec<(String, String)>,
    /// Its lines, the oldest first.
    pub(crate) lines: Vec<LineRow>,
    /// Concerns they are about, each in its room.
    pub(crate) concerns: Vec<(RoomKind, String)>,
    /// The rooms they lie in; that in which new ones are written, where there are none.
    pub(crate) rooms: Vec<RoomKind>,
    /// The days they were written between, in words.
    pub(crate) days: String,
}

/// Every line that was written between two days, for whoever may keep the register.
pub(crate) fn lines_between(
    office: &Office,
    id: &str,
    (from, to): (Option<&str>, Option<&str>),
) -> Result<Printed, Fault> {
    let register = known(office, id)?;
    let own = need(office, &register)?;
    let (from, to) = (day("from", from)?, day("to", to)?);
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(Fault::field("to", "The last day is before the first"));
    }
    let mut rooms = Vec::new();
    let mut found: Vec<RegisterLine> = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        let mut after = None;
        let before = found.len();
        loop {
            let some = room.register_lines(id, after, AT_A_TIME)?;
            let last = some.len() < AT_A_TIME as usize;
            after = some.last().map(|line| (line.at, line.id));
            found.extend(some.into_iter().filter(|line| {
                let on = say::at(line.at, office.around.zone).map(|at| at.date_naive());
                on.is_none_or(|on| {
                    from.is_none_or(|from| on >= from) && to.is_none_or(|to| on <= to)
                })
            }));
            if found.len() > MOST {
                return Err(Fault::field(
                    "from",
                    format!("There are more than {MOST} lines. Choose fewer days"),
                ));
            }
            if last {
                break;
            }
        }
        if found.len() > before {
            rooms.push(*kind);
        }
    }
    if rooms.is_empty() {
        rooms.push(own);
    }
    found.sort_by_key(|line| (line.at, line.id));
    let mut concerns: Vec<(RoomKind, String)> = Vec::new();
    for line in &found {
        if let Some(concern) = line.line.concern
            && let Ok(kind) = office.room_of_concern(concern)
        {
            concerns.push((kind, concern.to_string()));
        }
    }
    concerns.sort();
    concerns.dedup();
    let lines: Vec<LineRow> = found
        .into_iter()
        .map(|line| row(office, &register, line))
        .collect();
    Ok(Printed {
        columns: columns(&register, &lines),
        register,
        lines,
        concerns,
        rooms,
        days: days_said(from, to),
    })
}

/// What a line has that the register asks no more stands behind the rest, as it was called then: no word of a line is left out.
fn columns(register: &Register, lines: &[LineRow]) -> Vec<(String, String)> {
    let asked = register.fields.iter();
    let mut all: Vec<(String, String)> = asked
        .map(|field| (field.name.clone(), field.label.clone()))
        .collect();
    for answer in lines.iter().rev().flat_map(|line| &line.answers) {
        if !all.iter().any(|(name, _)| *name == answer.field) {
            all.push((answer.field.clone(), answer.label.clone()));
        }
    }
    all
}

fn day(field: &str, day: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    let day = day.map(str::trim).filter(|day| !day.is_empty());
    day.map(|day| {
        day.parse()
            .map_err(|_| Fault::field(field, "We could not read this day. Try: 20 Nov"))
    })
    .transpose()
}

fn days_said(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (None, None) => "All lines, the oldest first.".to_owned(),
        (Some(from), None) => format!("Lines written on or after {}.", say::date_and_year(from)),
        (None, Some(to)) => format!("Lines written on or before {}.", say::date_and_year(to)),
        (Some(from), Some(to)) => format!(
            "Lines written from {} to {}.",
            say::date_and_year(from),
            say::date_and_year(to)
        ),
    }
}

/// A name to suggest for a spreadsheet of a register: it says which register, and nothing else.
pub fn register_sheet_name(
    office: &Office,
    id: &str,
    format: SheetFormat,
) -> Result<String, Fault> {
    let register = known(office, id)?;
    need(office, &register)?;
    Ok(format!("strongroom-{}.{}", register.id, format.ending()))
}

/// A register as a spreadsheet: a row for each line with who wrote it and when, struck lines with their reason. That it was taken out is
/// kept before it is, with every concern it is about.
pub fn register_sheet(
    office: &mut Office,
    id: &str,
    (from, to): (Option<&str>, Option<&str>),
    format: SheetFormat,
) -> Result<HandedOut, Fault> {
    office.with_years = true;
    let printed = lines_between(office, id, (from, to));
    office.with_years = false;
    let printed = printed?;
    let head: Vec<&str> = ["Written", "By", "Record"]
        .into_iter()
        .chain(printed.columns.iter().map(|(_, label)| label.as_str()))
        .chain(["Struck", "Note"])
        .collect();
    let mut sheet = begun(format, &printed.register.title, &head)?;
    for line in &printed.lines {
        let record = line.concern.as_ref();
        let mut cells = vec![
            line.at.clone(),
            line.who.clone(),
            record.map_or_else(String::new, |concern| concern.record_no.clone()),
        ];
        cells.extend(printed.columns.iter().map(|(name, _)| {
            let answer = line.answers.iter().find(|one| one.field == *name);
            answer.map_or_else(String::new, |answer| answer.said.clone())
        }));
        cells.push(line.struck.clone().unwrap_or_default());
        cells.push(note(line).to_owned());
        sheet.row(&cells).map_err(|_| Fault::stopped())?;
    }
    let bytes = sheet.finish().map_err(|_| Fault::stopped())?;
    let detail = format!(
        "in a spreadsheet of the register \u{201c}{}\u{201d}",
        printed.register.title
    );
    for room in &printed.rooms {
        let mut looks = vec![look("register", id, "saved as a spreadsheet")];
        let here = printed.concerns.iter().filter(|(of, _)| of == room);
        looks.extend(here.map(|(_, concern)| look("listed", concern, &detail)));
        office.write_looks(*room, looks, Vec::new())?;
    }
    for (room, concern) in &printed.concerns {
        if !printed.rooms.contains(room) {
            office.write_look(*room, "listed", Some(concern.clone()), Some(detail.clone()))?;
        }
    }
    Ok((Zeroizing::new(bytes), vec![Topic::Concerns]))
}

fn look(what: &str, id: &str, detail: &str) -> Look {
    Look {
        what: what.to_owned(),
        id: Some(id.to_owned()),
        detail: Some(detail.to_owned()),
    }
}

/// What else is to be known of a line.
pub(crate) fn note(line: &LineRow) -> &'static str {
    match (line.beside, line.corrected) {
        (true, _) => "Corrected on two laptops; both hold",
        // Striking is said where it stands.
        (false, true) if line.struck.is_none() => "Corrected",
        (false, _) => "",
    }
}
