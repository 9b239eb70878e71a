use super::stand_ins::{compound, number, old_workbook, open_sheet, workbook, zip};
use super::*;

const YEAR: &str = "Sheet \u{201c}Year 4 & 5\u{201d}";

#[test]
fn a_workbook_is_read_by_the_letters_and_numbers_of_its_sheets() {
    let bytes = workbook(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>\
         <row r='4' hidden='1'><c r='A4'><v>1250.10</v></c><c r='B4' s='1'><v>46084.5</v></c><c r='C4' t='b'><v>1</v></c></row>\
         <row r='5'><c r='A5' s='2'><v>1.5</v></c><c r='B5' t='str'><f>A1</f><v>joined</v></c><c r='C5' t='e'><v>#N/A</v></c></row>",
    );

    let read = read("list.xlsx", &bytes);

    let (columns, rows) = read.table(YEAR);
    assert_eq!(columns, ["Row", "A", "B", "C"]);
    assert_eq!(rows[0], row(&["1", "Pupil", "Said no more", ""]));
    assert_eq!(
        rows[1],
        row(&["4", "1250.1", "2026-03-03 12:00:00", "TRUE"])
    );
    assert_eq!(rows[2], row(&["5", "36:00:00", "joined", "#N/A"]));
    let (_, hidden) = read.table("Sheet \u{201c}Notes\u{201d} (hidden)");
    assert_eq!(hidden, [row(&["1", "kept away"])]);
    for said in [
        "A sheet is hidden",
        "rows or columns are hidden",
        "Comments to cells",
        "worked out by a formula",
    ] {
        assert!(read.notes().contains(said), "{said}");
    }
}

#[test]
fn a_workbook_of_before_2007_is_read() {
    let read = read("list.xls", &old_workbook(&number(2, 1, 0, 2.5)));

    let (columns, rows) = read.table("Sheet \u{201c}Year 4\u{201d}");
    assert_eq!(columns, ["Row", "A", "B"]);
    assert_eq!(
        rows,
        [
            row(&["1", "Pupil", ""]),
            row(&["2", "", "2026-03-03"]),
            row(&["3", "", "2.5"])
        ]
    );
}

#[test]
fn a_new_workbook_with_the_old_ending_is_read_all_the_same() {
    let bytes = workbook("<row r='1'><c r='A1'><v>7</v></c></row>");

    assert_eq!(read("export.xls", &bytes).table(YEAR).1, [row(&["1", "7"])]);
}

#[test]
fn a_libreoffice_sheet_is_read_and_what_is_left_out_is_said() {
    let bytes = open_sheet(
        "<table:table table:name='Detentions'><table:table-column table:visibility='collapse'/>\
         <table:table-row><table:table-cell office:value-type='date' office:date-value='2026-03-03'><text:p>3 March</text:p></table:table-cell><table:table-cell office:value-type='string'><text:p>two<text:s text:c='2'/>blanks</text:p><office:annotation><text:p>ask her</text:p></office:annotation></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
         </table:table>",
    );

    let read = read("list.ods", &bytes);

    let (_, rows) = read.table("Sheet \u{201c}Detentions\u{201d}");
    assert_eq!(rows, [row(&["1", "2026-03-03", "two  blanks"])]);
    assert!(read.notes().contains("Comments to cells"));
    assert!(read.notes().contains("rows or columns are hidden"));
}

#[test]
fn a_list_is_read_whatever_parts_its_cells() {
    let read = read(
        "list.csv",
        "Name;Said\nZo\u{eb};\"one; two\"\n\nAda;=1+1\n".as_bytes(),
    );

    let (columns, rows) = read.table("The list");
    assert_eq!(columns, ["Row", "A", "B"]);
    assert_eq!(rows[1], row(&["2", "Zo\u{eb}", "one; two"]));
    assert_eq!(rows[2], row(&["4", "Ada", "=1+1"]));
    assert_eq!(read.said("Cells are parted by"), ["semicolons"]);
}

#[test]
fn a_sheet_with_few_cells_far_apart_is_printed_cell_by_cell() {
    let column = |n: u8| char::from(b'A' + n % 20);
    let cells = (0..30_u8).map(|n| {
        let place = u32::from(n) * 1_000 + 1;
        format!(
            "<row r='{place}'><c r='{}{place}'><v>{n}</v></c></row>",
            column(n)
        )
    });

    let read = read("list.xlsx", &workbook(&cells.collect::<String>()));

    assert!(read.words(YEAR).contains("E, row 4001: 4"));
}

#[test]
fn a_workbook_with_a_password_says_so_and_is_carried_unopened() {
    let sealed = compound(&[("EncryptedPackage", vec![1; 64])]);
    let what = "an Excel workbook";
    for name in ["list.xlsx", "list.xls"] {
        assert_eq!(
            refused(name, &sealed),
            Unreadable::Locked { what },
            "{name}"
        );
    }
    let manifest = b"<m><manifest:encryption-data/></m>";
    let sealed = zip(&[
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    let what = "a LibreOffice spreadsheet";
    assert_eq!(refused("list.ods", &sealed), Unreadable::Locked { what });
}

#[test]
fn a_workbook_of_before_1997_says_so() {
    let old = compound(&[("Book", vec![1; 100])]);

    assert_eq!(
        refused("old.xls", &old),
        Unreadable::TooOld {
            what: "an Excel workbook"
        }
    );
}
