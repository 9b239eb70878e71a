//! A workbook of one sheet (ECMA-376), written row by row. Libraries hold every cell until the end, or put what they cannot hold into a
//! file that lies open; here a row is packed and forgotten.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::SheetError;

/// How wide a column is, in characters.
const WIDTH: u32 = 24;
/// A cell holds so many characters, as Excel counts them: UTF-16 (Excel specifications and limits).
const MOST_OF_A_CELL: usize = 32_767;
/// A sheet has so many rows.
const MOST_ROWS: u32 = 1_048_576;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// Style 1 is the head, in bold; style 2 is text (number format 49), broken into lines.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

/// A workbook that is being written. Every cell is text: no program takes one for a formula, a date or a number with its zeros cut off.
/// It is made in memory; nothing of it is on the disk.
pub(super) struct Book {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    name: String,
    columns: usize,
    rows: u32,
    /// What the row at hand is written into.
    line: String,
}

impl Book {
    /// Begins it with its head in bold, in sight while one scrolls.
    pub(super) fn begin(name: &str, head: &[&str]) -> Result<Self, SheetError> {
        let mut book = Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            name: sheet_name(name),
            columns: head.len().max(1),
            rows: 0,
            line: String::new(),
        };
        for (part, text) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT),
            ("xl/_rels/workbook.xml.rels", PARTS),
            ("xl/styles.xml", STYLES),
        ] {
            book.part(part, text)?;
        }
        book.zip.start_file("xl/worksheets/sheet1.xml", options())?;
        let begin = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="{}" width="{WIDTH}" customWidth="1"/></cols><sheetData>"#,
            book.columns
        );
        book.zip.write_all(begin.as_bytes())?;
        book.cells(head.iter().copied(), 1)?;
        Ok(book)
    }

    /// One more row.
    pub(super) fn row(&mut self, cells: &[String]) -> Result<(), SheetError> {
        self.cells(cells.iter().map(String::as_str), 2)
    }

    fn cells<'a>(
        &mut self,
        cells: impl Iterator<Item = &'a str>,
        style: u8,
    ) -> Result<(), SheetError> {
        if self.rows == MOST_ROWS {
            return Err(SheetError::TooLong);
        }
        self.rows += 1;
        let row = self.rows;
        let line = &mut self.line;
        line.clear();
        // Writing into a string cannot fail.
        let _ = write!(line, r#"<row r="{row}">"#);
        for (at, cell) in cells.enumerate() {
            let _ = write!(
                line,
                r#"<c r="{}{row}" t="inlineStr" s="{style}"><is><t xml:space="preserve">"#,
                letters(at)
            );
            escape(cell, line);
            line.push_str("</t></is></c>");
        }
        line.push_str("</row>");
        self.zip.write_all(line.as_bytes())?;
        Ok(())
    }

    /// Ends it with a filter over all rows, and gives its bytes.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, SheetError> {
        let (last, rows) = (letters(self.columns - 1), self.rows);
        let end = format!(r#"</sheetData><autoFilter ref="A1:{last}{rows}"/></worksheet>"#);
        self.zip.write_all(end.as_bytes())?;
        let mut name = String::new();
        escape(&self.name, &mut name);
        let book = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'{name}'!$A$1:${last}${rows}</definedName></definedNames></workbook>"#
        );
        self.part("xl/workbook.xml", &book)?;
        Ok(self.zip.finish()?.into_inner())
    }

    fn part(&mut self, name: &str, text: &str) -> Result<(), SheetError> {
        self.zip.start_file(name, options())?;
        self.zip.write_all(text.as_bytes())?;
        Ok(())
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// `A`, `Z`, `AA`: what a column is called.
fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + u8::try_from(column % 26).unwrap_or_default());
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    name.iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

/// Text as a cell holds it: what XML has no sign for is written `_x000B_` (ECMA-376, 22.9.2.19), and what only looks like that is
/// guarded.
fn escape(text: &str, into: &mut String) {
    let mut units = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, sign)) = rest.next() {
        units += sign.len_utf16();
        if units > MOST_OF_A_CELL {
            break;
        }
        match sign {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&apos;"),
            // A line ends once.
            '\r' if rest.peek().is_some_and(|(_, next)| *next == '\n') => {}
            '\t' | '\n' => into.push(sign),
            '_' if looks_escaped(text.get(at..).unwrap_or_default()) => {
                into.push_str("_x005F_");
            }
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(into, "_x{:04X}_", u32::from(sign));
            }
            other => into.push(other),
        }
    }
}

fn looks_escaped(text: &str) -> bool {
    let mut signs = text.chars();
    signs.next() == Some('_')
        && signs.next() == Some('x')
        && signs
            .by_ref()
            .take(4)
            .filter(char::is_ascii_hexdigit)
            .count()
            == 4
        && signs.next() == Some('_')
}

/// A name that every program takes for a sheet: 31 characters, without those that lead elsewhere.
fn sheet_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|sign| !"[]:*?/\\'".contains(*sign) && !sign.is_control())
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
    use proptest::prelude::*;

    fn read(bytes: Vec<u8>) -> (Vec<String>, Vec<Vec<String>>) {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        assert!(
            sheet
                .rows()
                .flatten()
                .all(|cell| matches!(cell, Data::String(_) | Data::Empty))
        );
        assert!(book.worksheet_formula(&names[0]).unwrap().is_empty());
        let rows = sheet.rows();
        let rows = rows.map(|row| row.iter().map(ToString::to_string).collect());
        (names, rows.collect())
    }

    fn written(name: &str, head: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
        let mut book = Book::begin(name, head).unwrap();
        for row in rows {
            book.row(row).unwrap();
        }
        book.finish().unwrap()
    }

    #[test]
    fn a_workbook_gives_back_what_was_put_in_and_no_formula() {
        let rows = vec![
            vec!["007".to_owned(), "=1+1".to_owned()],
            vec!["Zoë\nAmara & <b>".to_owned(), String::new()],
        ];
        let (names, said) = read(written("Filter: who/what?", &["one", "two"], &rows));

        assert_eq!(names, ["Filter whowhat"]);
        assert_eq!(said[0], ["one", "two"]);
        assert_eq!(said[1..], rows);
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let rows = vec![vec!["one".to_owned()]];
        assert_eq!(written("a", &["x"], &rows), written("a", &["x"], &rows));
    }

    #[test]
    fn what_xml_has_no_sign_for_is_guarded_and_so_is_what_looks_like_it() {
        let mut said = String::new();
        escape("a\u{b}b _x000B_ _xZZZZ_\r\nc\u{ffff}", &mut said);

        assert_eq!(said, "a_x000B_b _x005F_x000B_ _xZZZZ_\nc_xFFFF_");
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let called = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec("[^\u{0}-\u{1f}\u{7f}-\u{9f}_]{1,20}", 3), 1..12)) {
            let (_, said) = read(written("s", &["a", "b", "c"], &rows));
            prop_assert_eq!(&said[1..], &rows[..]);
        }
    }
}
