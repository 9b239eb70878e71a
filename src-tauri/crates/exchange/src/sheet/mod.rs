//! A table for any program that opens tables.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The table as CSV (RFC 4180), with its head. A cell that a spreadsheet would take for a formula is guarded with an apostrophe.
pub fn csv(head: &[&str], rows: &[Vec<String>]) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        // A program that takes a semicolon or a tab for an end of cells too must not find a cell within one.
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The same behind the mark by which Excel knows that it is UTF-8, for somebody who opens it by hand.
pub fn csv_to_open(head: &[&str], rows: &[Vec<String>]) -> Result<String, csv::Error> {
    Ok(format!("\u{feff}{}", csv(head, rows)?))
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

/// The table as a workbook of one sheet (ECMA-376), with its head in bold, in sight while one scrolls, and a filter. Every cell is text: no
/// program takes one for a formula, a date or a number with its zeros cut off. It is made in memory; nothing of it is on the disk.
pub fn xlsx(name: &str, head: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(name))?;
    let bold = Format::new().set_bold().set_text_wrap();
    let text = Format::new().set_text_wrap().set_num_format("@");
    for (at, cell) in (0_u16..).zip(head) {
        sheet.write_string_with_format(0, at, *cell, &bold)?;
        sheet.set_column_width(at, WIDTH)?;
    }
    for (at, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            let cell: String = cell.chars().take(MOST_OF_A_CELL).collect();
            sheet.write_string_with_format(at, column, cell, &text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let (last_row, last_column) = (rows.len(), head.len().saturating_sub(1));
    if let (Ok(row), Ok(column)) = (u32::try_from(last_row), u16::try_from(last_column)) {
        sheet.autofilter(0, 0, row, column)?;
    }
    book.save_to_buffer()
}

/// How wide a column is, in characters.
const WIDTH: f64 = 24.0;
/// A cell holds so many characters (Excel specifications and limits).
const MOST_OF_A_CELL: usize = 32_767;

/// A name that every program takes for a sheet: 31 characters, without those that lead elsewhere.
fn sheet_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|sign| !"[]:*?/\\'".contains(*sign))
        .take(31)
        .collect();
    match name.trim() {
        "" => "Sheet".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    #[test]
    fn a_workbook_gives_back_what_was_put_in_and_no_formula() {
        let rows = vec![
            vec!["007".to_owned(), "=1+1".to_owned()],
            vec!["Zoë\nAmara".to_owned(), String::new()],
        ];
        let bytes = xlsx("Filter: who/what?", &["one", "two"], &rows).unwrap();
        let mut book: Xlsx<_> =
            calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();

        assert_eq!(book.sheet_names(), ["Filter whowhat"]);
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let said: Vec<String> = sheet.rows().flatten().map(ToString::to_string).collect();
        assert_eq!(said[..5], ["one", "two", "007", "=1+1", "Zoë\nAmara"]);
        assert!(
            sheet
                .rows()
                .flatten()
                .all(|cell| matches!(cell, Data::String(_) | Data::Empty))
        );
        assert!(book.worksheet_formula("Filter whowhat").unwrap().is_empty());
    }

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
}
