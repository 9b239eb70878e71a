//! The list of who has read what as a spreadsheet.

use domain::look::Look;
use zeroize::Zeroizing;

use super::super::several::TRAINING;
use super::super::{known, need};
use super::who_read;
use crate::sheet::begun;
use crate::wire::{Fault, SheetFormat, Topic};
use crate::{HandedOut, Office};

/// What the list is called.
const TITLE: &str = "Who has read what";

/// A name to suggest for the spreadsheet: it says what it is, and nothing else.
pub fn who_read_sheet_name(office: &Office, format: SheetFormat) -> Result<String, Fault> {
    need(office, &*known(office, TRAINING)?)?;
    Ok(format!("strongroom-who-has-read-what.{}", format.ending()))
}

/// The list as a spreadsheet. That it was taken out is kept before it is.
pub fn who_read_sheet(office: &mut Office, format: SheetFormat) -> Result<HandedOut, Fault> {
    let room = need(office, &*known(office, TRAINING)?)?;
    let list = who_read(office)?;
    let head: Vec<&str> = std::iter::once("Name")
        .chain(list.documents.iter().map(String::as_str))
        .collect();
    let mut sheet = begun(format, TITLE, &head)?;
    for row in &list.people {
        let cells = row.cells.iter().map(|cell| cell.say.clone());
        let cells: Vec<String> = std::iter::once(row.name.clone()).chain(cells).collect();
        sheet.row(&cells).map_err(|_| Fault::stopped())?;
    }
    let bytes = sheet.finish().map_err(|_| Fault::stopped())?;
    let look = Look {
        what: "register".to_owned(),
        id: Some(TRAINING.to_owned()),
        detail: Some("who has read what, saved as a spreadsheet".to_owned()),
    };
    office.write_looks(room, vec![look], Vec::new())?;
    Ok((Zeroizing::new(bytes), vec![Topic::Concerns]))
}
