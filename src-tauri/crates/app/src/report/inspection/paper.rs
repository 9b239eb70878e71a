//! What is shown, on pages: a list, all lists of pupils, or one pupil's file. That it is shown is kept before anybody sees it.

use domain::governance::Shown;
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use papers::{LaidOut, Style, TableFacts, TablesFacts, Words};

use super::gather::{known, lists};
use super::list::List;
use super::settled::{Settled, settle, to_whom};
use super::shown::keep_shown;
use crate::Office;
use crate::paper::{About, labelled, printed, pupils_chronology};
use crate::report::governors::days_said;
use crate::report::kept_file::{keep, or_remove};
use crate::wire::{Fault, FaultKind, InspectionAsked};

/// All lists of pupils.
const ALL: &str = "all";
/// What the name of a pupil's file begins with.
const FILE: &str = "file:";
/// What it is called.
const PACK: &str = "Inspection: the lists of the first morning";

/// Lays it out, and keeps that it was shown.
pub(crate) fn lay_out(
    office: &mut Office,
    asked: &InspectionAsked,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let settled = settle(office, asked)?;
    let (body, to) = to_whom(asked)?;
    let purpose = format!("{to}, {body}");
    let made = match asked.what.strip_prefix(FILE) {
        Some(pupil) => file(office, pupil, &purpose)?,
        None => tables(office, &settled, &asked.what, &purpose)?,
    };
    let pages = zeroize::Zeroizing::new(made.laid_out.clone().pdf()?);
    let (file, blob) = keep(office, &pages)?;
    let shown = Shown {
        body,
        to,
        title: made.title.clone(),
        days: made.pupil.is_none().then_some(settled.days),
        pupil: made.pupil,
        names: made.pupil.is_some() || settled.names,
        lines: made.lines as u64,
        file,
    };
    let written = keep_shown(office, made.room, &shown, blob, made.concerns.clone());
    or_remove(office, &[blob], written)?;
    let about = About {
        room: made.room,
        what: "inspection",
        id: made.title,
        purpose: format!("{}, {}", shown.to, shown.body),
        concerns: Vec::new(),
        listed: made
            .concerns
            .into_iter()
            .map(|id| (made.room, id))
            .collect(),
    };
    Ok((
        made.laid_out,
        "strongroom-inspection.pdf".to_owned(),
        Some(about),
    ))
}

/// What is shown.
struct Made {
    laid_out: LaidOut,
    room: RoomKind,
    title: String,
    pupil: Option<PupilId>,
    lines: usize,
    concerns: Vec<String>,
}

/// A pupil's file as it lies with the pupils' records, from the beginning on, other children by letter.
fn file(office: &mut Office, pupil: &str, purpose: &str) -> Result<Made, Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let title = format!("File of {}", whole.facts.name());
    let (laid_out, about) =
        pupils_chronology(office, pupil, (None, None), true, purpose.to_owned())?;
    let concerns: Vec<String> = about
        .into_iter()
        .flat_map(|about| about.concerns)
        .map(|(_, concern)| concern)
        .collect();
    Ok(Made {
        laid_out,
        room: RoomKind::Pupils,
        title,
        pupil: Some(whole.id),
        lines: concerns.len(),
        concerns,
    })
}

fn tables(office: &Office, settled: &Settled, what: &str, purpose: &str) -> Result<Made, Fault> {
    let known = known(office, settled)?;
    let all = lists(office, settled, &known)?.into_iter();
    let chosen: Vec<List> = match what {
        ALL => all.filter(|list| !list.adults()).collect(),
        one => all.filter(|list| list.id == one).collect(),
    };
    let room = chosen
        .first()
        .filter(|list| list.kept_by.is_none())
        .map(|list| list.room)
        .ok_or_else(|| {
            Fault::new(
                FaultKind::Missing,
                "This list is not shown from your account.",
            )
            .kept("Nothing was shown, and nothing was recorded.")
        })?;
    let title = match chosen.as_slice() {
        [one] => one.title(),
        _ => PACK.to_owned(),
    };
    let said = match settled.names {
        true => "Pupils stand here by their names, with what was written.",
        false => "Pupils stand here by initials and class. The lead opens the record of each.",
    };
    let about = [
        ("Days", days_said(settled.days)),
        ("Site", settled.site.clone().unwrap_or_default()),
        ("Shown to", purpose.to_owned()),
        ("", said.to_owned()),
    ]
    .into_iter()
    .filter(|(_, said)| !said.is_empty())
    .map(|(label, said)| labelled(Style::Account, label, &said, None))
    .collect();
    let alone = chosen.len() == 1;
    let (mut lines, mut concerns) = (0, Vec::new());
    let mut tables = Vec::new();
    for list in &chosen {
        lines += list.rows.len();
        concerns.extend(list.rows.iter().filter_map(|row| row.concern));
        tables.push(table(list, alone));
    }
    concerns.sort();
    concerns.dedup();
    let laid_out = papers::tables(&TablesFacts {
        printed: printed(office, &[room], purpose, None)?,
        title: title.clone(),
        about,
        tables,
        sign: Vec::new(),
    })?;
    Ok(Made {
        laid_out,
        room,
        title,
        pupil: None,
        lines,
        concerns: concerns.iter().map(ToString::to_string).collect(),
    })
}

fn table(list: &List, alone: bool) -> TableFacts {
    let rows = list.rows.iter().map(|row| {
        let cells = row.cells.iter();
        cells.map(|cell| vec![Words::Plain(cell.clone())]).collect()
    });
    TableFacts {
        heading: match alone {
            true => String::new(),
            false => list.asked.title.clone(),
        },
        words: vec![labelled(Style::Account, "", &list.asked.why, None)],
        columns: list.columns.clone(),
        rows: rows.collect(),
        none: "Nothing of these days is in it.".to_owned(),
        ..TableFacts::default()
    }
}
