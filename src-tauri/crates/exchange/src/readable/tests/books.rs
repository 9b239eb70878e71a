use super::stand_ins::{old_workbook, workbook, zip};
use super::*;

#[test]
fn a_workbook_is_read_by_the_letters_and_numbers_of_its_sheets() {
    let bytes = workbook(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>
         <row r='4' hidden='1'><c r='A4'><v>1250.10</v></c><c r='B4' s='1'><v>46084.5</v></c><c r='C4' t='b'><v>1</v></c></row>
         <row r='5'><c s='2'><v>1.5</v></c><c t='str'><f>A1&amp;B1</f><v>joined</v></c><c t='e'><v>#N/A</v></c></row>",
    );

    let read = read("list.xlsx", &bytes);

    let (columns, rows) = read.table("Sheet \u{201c}Year 4 & 5\u{201d}");
    assert_eq!(columns, ["Row", "A", "B", "C (hidden)"]);
    assert_eq!(rows[0], row(&["1", "Pupil", "Said no\nmore", ""]));
    assert_eq!(
        rows[1],
        row(&["4 (hidden)", "1250.10", "2026-03-03 12:00:00", "TRUE"])
    );
    assert_eq!(rows[2], row(&["5", "36:00:00", "joined", "#N/A"]));
    let (_, hidden) = read.table("Sheet \u{201c}Notes\u{201d} (hidden)");
    assert_eq!(hidden, [row(&["1", "kept away"])]);
    assert_eq!(read.said("Made by, as the file says"), ["A. Teacher"]);
    let notes = read.notes();
    for said in [
        "A sheet is hidden",
        "rows or columns are hidden",
        "Comments to cells",
        "1 cell is worked out",
    ] {
        assert!(notes.contains(said), "{said}");
    }
}

#[test]
fn a_workbook_of_before_2007_is_read_across_its_records() {
    let read = read("list.xls", &old_workbook());

    let (columns, rows) = read.table("Sheet \u{201c}Year 4\u{201d}");
    assert_eq!(columns, ["Row", "A", "B"]);
    assert_eq!(
        rows,
        [
            row(&["1", "Pupil", ""]),
            row(&["2 (hidden)", "Said żółty", "2026-03-03"]),
            row(&["3", "", "2.5"]),
            row(&["4", "sum", ""]),
        ]
    );
    let (_, notes) = read.table("Sheet \u{201c}Notes\u{201d} (hidden)");
    assert_eq!(notes, [row(&["1", "TRUE"])]);
}

#[test]
fn a_new_workbook_with_the_old_ending_is_read_all_the_same() {
    let bytes = workbook("<row r='1'><c r='A1'><v>7</v></c></row>");

    let read = read("export.xls", &bytes);

    assert_eq!(
        read.table("Sheet \u{201c}Year 4 & 5\u{201d}").1,
        [row(&["1", "7"])]
    );
}

const SHEETS: &str = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s'>
 <office:automatic-styles><style:style style:name='ta2'><style:table-properties table:display='false'/></style:style></office:automatic-styles>
 <office:body><office:spreadsheet>
 <table:tracked-changes><table:cell-content-change><table:change-track-table-cell><text:p>before</text:p></table:change-track-table-cell></table:cell-content-change></table:tracked-changes>
 <table:table table:name='Detentions'><table:table-column/><table:table-column table:visibility='collapse'/>
 <table:table-row><table:table-cell office:value-type='date' office:date-value='2026-03-03'><text:p>3 March 2026</text:p></table:table-cell><table:table-cell><text:p>two<text:s text:c='2'/>blanks</text:p><office:annotation><text:p>ask her</text:p></office:annotation></table:table-cell></table:table-row>
 <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>
 <table:table-row table:number-rows-repeated='2' table:visibility='filter'><table:table-cell table:formula='of:=1+1' office:value='2'/></table:table-row>
 </table:table>
 <table:table table:name='Away' table:style-name='ta2'><table:table-row><table:table-cell><text:p>hidden words</text:p></table:table-cell></table:table-row></table:table>
 </office:spreadsheet></office:body></office:document-content>";

#[test]
fn a_libreoffice_sheet_is_read_as_it_showed_its_cells() {
    let bytes = zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", SHEETS.as_bytes()),
    ]);

    let read = read("list.ods", &bytes);

    let (columns, rows) = read.table("Sheet \u{201c}Detentions\u{201d}");
    assert_eq!(columns, ["Row", "A", "B (hidden)"]);
    assert_eq!(
        rows[0],
        row(&["1", "3 March 2026", "two  blanks\n[comment] ask her"])
    );
    assert_eq!(rows[1], row(&["1048002 (hidden)", "2", ""]));
    assert_eq!(rows.len(), 3);
    assert!(read.everything().contains("hidden words"));
    assert!(!read.everything().contains("before\n"));
    assert!(read.notes().contains("before they were changed"));
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
fn a_list_whose_quotation_mark_never_closes_says_so() {
    let read = read("list.csv", b"a,b\n\"c,d\ne,f\n");

    assert!(read.notes().contains("quotation mark"));
    assert!(read.everything().contains("e,f"));
}

#[test]
fn a_sheet_with_few_cells_far_apart_is_printed_cell_by_cell() {
    let column = |n: u8| char::from(b'A' + n % 20);
    let cells: String = (0..30)
        .map(|n| {
            let place = format!("{}{}", column(n), u32::from(n) * 1_000 + 1);
            format!("<row><c r='{place}'><v>{n}</v></c></row>")
        })
        .collect();

    let read = read("list.xlsx", &workbook(&cells));

    assert!(
        read.words("Sheet \u{201c}Year 4 & 5\u{201d}")
            .contains("E, row 4001: 4")
    );
}

#[test]
fn a_workbook_with_a_password_says_so_and_is_carried_unopened() {
    let sealed = super::stand_ins::compound(&[
        ("EncryptedPackage", vec![1; 64]),
        ("EncryptionInfo", vec![2; 8]),
    ]);

    assert_eq!(
        refused("list.xlsx", &sealed),
        Unreadable::Locked {
            what: "an Excel workbook"
        }
    );
    let manifest = zip(&[
        (
            "META-INF/manifest.xml",
            b"<m><manifest:encryption-data/></m>",
        ),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(
        refused("list.ods", &manifest),
        Unreadable::Locked {
            what: "a LibreOffice spreadsheet"
        }
    );
}
