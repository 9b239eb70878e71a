//! From a transfer file to pupils: all of them, or every reason why not.

use csv::StringRecord;
use domain::pupil::Upn;
use domain::when::NaiveDate;

use super::decode::decode;
use super::header::TransferHeader;
use super::pupil::{FIELDS, Pupil};
use super::walk::{Met, walk};
use crate::ExchangeError;
use crate::roll::{Cells, Field, RollReading, Seen, Speech};

/// How something is said about one pupil of a transfer file.
const SPEECH: Speech = Speech {
    noun: "pupil",
    noun_first: "Pupil",
    broken_letter: "Ask the school that sent the file to send it again.",
};

/// A transfer file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// What it says of itself.
    pub header: TransferHeader,
    /// Its encoding, as a person may see it.
    pub encoding: &'static str,
    /// The pupils, numbered from 1 as they stand in the file.
    pub reading: RollReading,
}

/// Reads a transfer file. `today` judges birth dates and year groups.
pub fn read_transfer(bytes: &[u8], today: NaiveDate) -> Result<Transfer, ExchangeError> {
    let decoded = decode(bytes)?;
    let mut header = TransferHeader::default();
    let mut taking = Taking {
        cells: Cells::fixed(FIELDS, decoded.encoding, SPEECH, today),
        seen: Seen::default(),
        reading: RollReading::default(),
    };
    let mut pupil = Pupil::default();
    walk(&decoded.text, |met| {
        match met {
            Met::Opens([root]) => is_transfer(root)?,
            Met::Opens([_, "atfpupildata"]) => return Err(admissions()),
            Met::Opens([_, "ctfpupildata", "pupil"]) => pupil = Pupil::default(),
            Met::Opens([_, "ctfpupildata", "pupil", path @ ..]) => pupil.opens(path),
            Met::Closes([_, "ctfpupildata", "pupil"], _) => taking.take(&pupil),
            Met::Closes([_, "ctfpupildata", "pupil", path @ ..], value) => {
                pupil.closes(path, value);
            }
            Met::Closes([_, "header", path @ ..], value) => header.take(path, value),
            Met::Opens(_) | Met::Closes(..) => {}
        }
        Ok(())
    })?;
    if taking.reading.row_count == 0 {
        return Err(ExchangeError::BrokenTransfer {
            how: "names no pupil".to_owned(),
        });
    }
    Ok(Transfer {
        header,
        encoding: decoded.encoding,
        reading: taking.whole(),
    })
}

fn is_transfer(root: &str) -> Result<(), ExchangeError> {
    match root {
        "ctfile" => Ok(()),
        "atfile" | "admissions" => Err(admissions()),
        "html" | "table" => Err(ExchangeError::NotATransfer { kind: "a web page" }),
        "workbook" => Err(ExchangeError::NotATransfer {
            kind: "a spreadsheet in XML",
        }),
        "message" => Err(ExchangeError::NotATransfer {
            kind: "a return to the department, such as a census",
        }),
        _ => Err(ExchangeError::NotATransfer {
            kind: "an XML file of another kind",
        }),
    }
}

fn admissions() -> ExchangeError {
    ExchangeError::NotATransfer {
        kind: "an admissions transfer file (ATF), about pupils who have been offered a place",
    }
}

struct Taking {
    cells: Cells,
    seen: Seen,
    reading: RollReading,
}

impl Taking {
    fn take(&mut self, pupil: &Pupil) {
        self.reading.row_count += 1;
        let number = u32::try_from(self.reading.row_count).unwrap_or(u32::MAX);
        let record: StringRecord = pupil.cells().collect();
        if pupil.cell(Field::DateOfBirth).is_empty() {
            let column = self.cells.column_of(Field::DateOfBirth);
            self.cells.problems.add(
                number,
                &column,
                "This pupil has no date of birth, which every transfer file gives.",
            );
        }
        let mut row = self.cells.read(number, &record);
        if !pupil.former_upn.is_empty() {
            match Upn::new(&pupil.former_upn) {
                Ok(upn) => row.former_upn = Some(upn.as_str().to_owned()),
                Err(_) => self.cells.warnings.add(
                    number,
                    "Former UPN (FormerUPN)",
                    "This is not a UPN, and is left out.",
                ),
            }
        }
        row.contacts.clone_from(&pupil.contacts);
        let again = self.seen.before(&row, &record, &mut self.cells);
        // While there is a problem no pupil will be given, so none is kept.
        if self.cells.problems.count > 0 {
            self.reading.rows = Vec::new();
        } else if !again {
            self.reading.rows.push(row);
        }
    }

    fn whole(mut self) -> RollReading {
        self.reading.problems = self.cells.problems.list;
        self.reading.problem_count = self.cells.problems.count;
        self.reading.warnings = self.cells.warnings.list;
        self.reading.warning_count = self.cells.warnings.count;
        self.reading
    }
}
