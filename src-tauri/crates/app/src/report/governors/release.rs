//! A report that goes: kept with its files, so that it is printed again byte for byte, and held against every report after it.

use std::collections::BTreeMap;

use domain::governance::{PART_RELEASED, REPORT_RELEASED, Released};
use domain::look::Look;
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::kept as kept_words;
use super::names::{all_names, found};
use super::paper::pages;
use super::settled::{problem, settle};
use super::sheet::table;
use super::streams::pupils_room;
use super::told::tell;
use super::view::{staff_sheet_of, title};
use crate::paper::{one_line, printed};
use crate::report::kept_file::{bytes_of, keep, or_remove};
use crate::rights::{self, Right};
use crate::wire::{Done, Fault, FaultKind, ReportAsked, ReportFormat, SheetFormat, Topic};
use crate::{HandedOut, Office};

/// The longest name of whoever it goes to, in characters.
const LONGEST: usize = 80;

/// Releases a report: what it says and its files are kept as they are. Gives its id.
pub fn release_report(office: &mut Office, asked: ReportAsked) -> Result<Done<String>, Fault> {
    let settled = settle(office, &asked)?;
    let to = to_whom(office, &asked)?;
    let of = asked.clone();
    office.watch().begin();
    let told = tell(office, &settled)?;
    let days = settled.periods.now;
    let sheet = staff_sheet_of(office, days)?.filter(|_| settled.site.is_none());
    office.with_years = true;
    let printed = printed(
        office,
        &[RoomKind::Pupils],
        &format!("Report to {to}"),
        None,
    );
    office.with_years = false;
    let pages = pages(
        office,
        (&asked, &settled),
        &told,
        (sheet.as_ref(), printed?),
    )?;
    let mut rows = told.rows;
    rows.extend(sheet.into_iter().flat_map(|sheet| sheet.rows));
    let made = [
        ("pdf", pages.pdf()?),
        ("csv", table(&rows, SheetFormat::Csv)?),
        ("xlsx", table(&rows, SheetFormat::Xlsx)?),
    ];
    let released = Released {
        title: title(office, days),
        days,
        site: settled.site,
        to,
        below: u64::from(office.sitting()?.settings.smallest_told),
        figures: told.figures,
        rows,
        words: asked.words.into_iter().collect(),
        files: BTreeMap::new(),
    };
    let mut blobs = Vec::new();
    let written = write(office, released, made, &mut blobs);
    let id = or_remove(office, &blobs, written)?;
    kept_words::forget(office, &of);
    Ok(Done {
        value: history::to_hex(&id),
        touched: vec![Topic::Concerns],
    })
}

/// Puts its files into the vault, and writes the entry that names them. Gives its id.
fn write(
    office: &mut Office,
    mut released: Released,
    made: [(&str, Vec<u8>); 3],
    blobs: &mut Vec<([u8; 32], u64)>,
) -> Result<[u8; 16], Fault> {
    for (name, bytes) in made {
        let (kept, blob) = keep(office, &Zeroizing::new(bytes))?;
        released.files.insert(name.to_owned(), kept);
        blobs.push(blob);
    }
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let part = serde_json::to_vec(&released).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind: REPORT_RELEASED,
        subjects: vec![id],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_RELEASED, Zeroizing::new(part))],
        blobs: blobs.clone(),
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(id)
}

/// To whom it goes, where nothing else is left to be settled.
fn to_whom(office: &Office, asked: &ReportAsked) -> Result<String, Fault> {
    let mut problems = Vec::new();
    let to = one_line(&asked.to_whom);
    if !to.chars().any(char::is_alphanumeric) {
        problems.push(problem("to_whom", "Say to whom it goes"));
    }
    if to.chars().count() > LONGEST {
        problems.push(problem(
            "to_whom",
            "Say to whom it goes in 80 characters or fewer",
        ));
    }
    let names = all_names(office)?;
    let written = asked.words.values().any(|words| !words.trim().is_empty());
    let mut named: Vec<String> = Vec::new();
    for words in asked.words.values() {
        for name in found(words, &names) {
            if !named.contains(&name) {
                named.push(name);
            }
        }
    }
    // Whoever confirmed before a name was typed has not looked at it.
    let unread = named.iter().any(|name| !asked.names_read.contains(name));
    if written && !asked.confirmed {
        problems.push(problem(
            "confirmed",
            match named.is_empty() {
                false => "Read what is written once more: words in it are names of people here",
                true => "Confirm that what is written names and describes nobody",
            },
        ));
    } else if unread {
        let say = format!(
            "Words in it are names of people here: {}. Read them once more, and confirm again",
            named.join(", ")
        );
        problems.push(problem("confirmed", &say));
    }
    if problems.is_empty() {
        return Ok(to);
    }
    let mut fault = Fault::new(
        FaultKind::Refused,
        "Something is still to be settled before the report goes.",
    )
    .kept("Nothing was released. What you wrote is kept.");
    fault.problems = problems;
    Err(fault)
}

/// A name to suggest for a copy: it names nobody.
pub fn released_file_name(
    office: &Office,
    id: &str,
    format: ReportFormat,
) -> Result<String, Fault> {
    kept(office, id)?;
    Ok(format!("strongroom-governors.{}", format.ending()))
}

/// A file of a released report, byte for byte as it went. That it left is kept before it does.
pub fn released_file(
    office: &mut Office,
    id: &str,
    format: ReportFormat,
) -> Result<HandedOut, Fault> {
    let released = kept(office, id)?;
    let file = released.files.get(format.ending()).ok_or_else(gone)?;
    let all = bytes_of(office, file)?;
    let look = Look {
        what: "report".to_owned(),
        id: Some(id.to_owned()),
        detail: Some(format!(
            "saved as {}, for: {}",
            format.ending(),
            released.to
        )),
    };
    office.write_looks(RoomKind::Pupils, vec![look], Vec::new())?;
    Ok((all, vec![Topic::Concerns]))
}

fn kept(office: &Office, id: &str) -> Result<Released, Fault> {
    rights::need(office, Right::Reports)?;
    rights::need(office, Right::AllPupilRecords)?;
    let id: [u8; 16] = history::from_hex(id)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(gone)?;
    Ok(pupils_room(office)?
        .told_one::<Released>(REPORT_RELEASED, id)?
        .said)
}

fn gone() -> Fault {
    Fault::from(vault::VaultError::NotFound)
}
