//! A log as a spreadsheet.

use domain::look::Look;
use domain::room::Room as RoomKind;
use zeroize::Zeroizing;

use super::settled::{days_said, settle};
use super::{columns, gather};
use crate::sheet::begun;
use crate::wire::{Fault, LogAsked, SheetFormat, Topic};
use crate::{HandedOut, Office};

/// A name to suggest for it: it says what it is, and whose it is not. What is not settled is said here already.
pub fn log_sheet_name(
    office: &Office,
    asked: &LogAsked,
    format: SheetFormat,
) -> Result<String, Fault> {
    settle(office, asked)?;
    Ok(format!("strongroom-log.{}", format.ending()))
}

/// A log as a spreadsheet, a row for each concern. That it was taken out, what for and to whom is kept before it is, with every concern
/// that is in it by number or name.
pub fn log_sheet(
    office: &mut Office,
    asked: &LogAsked,
    format: SheetFormat,
) -> Result<HandedOut, Fault> {
    let settled = settle(office, asked)?;
    office.watch().begin();
    let head = columns::heads(asked.says);
    let mut sheet = begun(format, "Incident log", head)?;
    office.with_years = true;
    let found = gather::gather(
        office,
        asked,
        &settled,
        gather::MOST_IN_A_SHEET,
        &mut |row| sheet.row(&row).map_err(|_| Fault::stopped()),
    );
    office.with_years = false;
    let found = found?;
    let bytes = sheet.finish().map_err(|_| Fault::stopped())?;
    let bytes = Zeroizing::new(bytes);
    let detail = format!("saved as a spreadsheet, for: {}", settled.kept);
    let days = days_said(settled.days);
    let mut looks = vec![look("log", days, &detail)];
    let in_the_log = format!("in an incident log {detail}");
    let concerns = found.concerns.into_iter();
    looks.extend(concerns.map(|(_, id)| look("listed", id, &in_the_log)));
    office.write_looks(RoomKind::Pupils, looks, Vec::new())?;
    Ok((bytes, vec![Topic::Concerns]))
}

fn look(what: &str, id: String, detail: &str) -> Look {
    Look {
        what: what.to_owned(),
        id: Some(id),
        detail: Some(detail.to_owned()),
    }
}
