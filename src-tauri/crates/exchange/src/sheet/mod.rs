//! A table for any program that opens tables.

mod book;

use book::Book;

/// The table as CSV (RFC 4180), with its head. A cell that a spreadsheet would take for a formula is guarded with an apostrophe.
pub fn csv(head: &[&str], rows: &[Vec<String>]) -> Result<String, csv::Error> {
    let mut writer = writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn guarded(cell: &str) -> String {
    // Blanks and marks before a sign are passed over by some programs; a wide sign is one as well.
    let first = cell
        .chars()
        .find(|sign| !sign.is_whitespace() && !sign.is_control() && *sign != '\u{feff}');
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
    );
    if formula {
        return format!("'{cell}");
    }
    cell.to_owned()
}

/// For which program a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// For any program that opens tables, behind the mark by which Excel knows that it is UTF-8.
    Csv,
    /// A workbook.
    Xlsx,
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// A sheet has no more rows.
    #[error("a sheet holds 1,048,576 rows")]
    TooLong,
    /// As a table of text.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// As a workbook.
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
    /// In memory.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// A table that is written row by row: what was written is packed or text already, so that a long one needs no more memory than its
/// bytes. Every cell is text, whatever it begins with.
pub struct Sheet(Inner);

enum Inner {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Xlsx(Box<Book>),
}

impl Sheet {
    /// Begins it with its head.
    pub fn begin(kind: SheetKind, name: &str, head: &[&str]) -> Result<Self, SheetError> {
        Ok(Self(match kind {
            SheetKind::Csv => {
                let mut writer = writer("\u{feff}".into());
                writer.write_record(head)?;
                Inner::Csv(Box::new(writer))
            }
            SheetKind::Xlsx => Inner::Xlsx(Box::new(Book::begin(name, head)?)),
        }))
    }

    /// One more row.
    pub fn row(&mut self, cells: &[String]) -> Result<(), SheetError> {
        match &mut self.0 {
            Inner::Csv(writer) => writer.write_record(cells.iter().map(|cell| guarded(cell)))?,
            Inner::Xlsx(book) => book.row(cells)?,
        }
        Ok(())
    }

    /// Its bytes.
    pub fn finish(self) -> Result<Vec<u8>, SheetError> {
        match self.0 {
            Inner::Csv(writer) => Ok(writer
                .into_inner()
                .map_err(|error| csv::Error::from(error.into_error()))?),
            Inner::Xlsx(book) => book.finish(),
        }
    }
}

fn writer(begun: Vec<u8>) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        // A program that takes a semicolon or a tab for an end of cells too must not find a cell within one.
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(begun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_behind_blanks_or_written_wide_is_no_formula_either() {
        for cell in [
            "\n=1+1",
            " =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\u{ff1d}1",
            "\t@x",
        ] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("x;=1+1"), "x;=1+1");
        let text = csv(&["one"], &[vec!["x;=1+1".to_owned()]]).unwrap();
        assert!(text.contains("\"x;=1+1\""));
    }

    #[test]
    fn a_cell_is_one_cell_whatever_is_in_it_and_never_a_formula() {
        let rows = vec![vec![
            "a \"b\", c\nd".to_owned(),
            "=HYPERLINK(\"x\")".to_owned(),
        ]];
        let text = csv(&["one", "two"], &rows).unwrap();
        assert_eq!(
            text,
            "\"one\",\"two\"\r\n\"a \"\"b\"\", c\nd\",\"'=HYPERLINK(\"\"x\"\")\"\r\n"
        );
    }

    #[test]
    fn a_table_to_open_by_hand_says_that_it_is_utf_8_and_guards_its_cells() {
        let mut sheet = Sheet::begin(SheetKind::Csv, "", &["one"]).unwrap();
        sheet.row(&["=1".to_owned()]).unwrap();
        let text = String::from_utf8(sheet.finish().unwrap()).unwrap();

        assert_eq!(text, "\u{feff}\"one\"\r\n\"'=1\"\r\n");
    }
}
