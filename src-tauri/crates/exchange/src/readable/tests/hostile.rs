//! Files that are made to break a reader, to hide something, or to fill a laptop.

use std::fmt::Write as _;

use super::stand_ins::{
    document, number, old_workbook, open_sheet, outlook_message, record, strings_workbook,
    workbook, zip,
};
use super::*;
use crate::readable::apart::{Lost, apart};

const SMALL: Limits = Limits {
    whole: 4 << 20,
    unpacked: 300_000,
    part: 200_000,
    parts: 1_000,
    files: 50,
    cells: 200,
    words: 5_000,
};

fn small(name: &str, bytes: &[u8]) -> Result<Readable, Unreadable> {
    within(name, bytes, &SMALL).expect(name)
}

const HEAD: &str = "From: a@example.org\nDate: Tue, 3 Mar 2026 10:15:00 +0000\n";

#[test]
fn parts_a_thousand_deep_are_read() {
    let mut mail = HEAD.to_owned();
    for depth in 0..1_000 {
        write!(
            mail,
            "Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"
        )
        .unwrap();
    }
    mail.push_str("\ninnermost");

    let read = small("a.eml", mail.as_bytes()).unwrap();

    assert!(read.everything().contains("innermost"));
}

#[test]
fn messages_within_messages_without_end_are_one_attachment() {
    for kind in [
        "message/rfc822",
        "Message / \"RFC822\"",
        "message/global;x=y",
        "message(x)/rfc822(y)",
    ] {
        let deep = format!("Content-Type: {kind}\n\n").repeat(300_000);
        let mail = format!("{HEAD}{deep}");

        let read = readable("a.eml", mail.as_bytes()).unwrap().unwrap();

        assert_eq!(read.files("Attachments").len(), 1, "{kind}");
    }
}

#[test]
fn a_message_within_is_the_bytes_that_came() {
    let inner =
        "Subject: weekly digest\nContent-Type: message/rfc822\n\nFinal-Recipient: rfc822; a@b";
    let mail = format!(
        "{HEAD}Content-Type: multipart/digest; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    );

    let read = readable("a.eml", mail.as_bytes()).unwrap().unwrap();

    let file = &read.files("Attachments")[0];
    assert_eq!(file.media, "message/rfc822");
    assert_eq!(
        file.sha256.as_deref(),
        Some(super::super::tally::of(inner.as_bytes()).as_str())
    );
}

#[test]
fn an_e_mail_of_nothing_but_heads_or_parts_is_too_large() {
    for piece in ["a:\n", "\n--b", "boundary"] {
        let mail = format!("{HEAD}{}", piece.repeat(1_000_001));

        assert!(is_too_large(readable("a.eml", mail.as_bytes()).unwrap()));
    }
}

#[test]
fn ten_thousand_attachments_are_listed_as_far_as_they_are_and_the_rest_counted() {
    let mut mail = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n");
    for number in 0..10_000 {
        write!(
            mail,
            "--b\nContent-Disposition: attachment; filename={number}.txt\n\nx\n"
        )
        .unwrap();
    }
    mail.push_str("--b--\n");

    let read = small("a.eml", mail.as_bytes()).unwrap();

    assert_eq!(read.files("Attachments").len(), 50);
    assert!(read.notes().contains("9950 more attachments"));
}

#[test]
fn an_e_mail_longer_than_is_printed_ends_and_says_so() {
    let read = small(
        "a.eml",
        format!("{HEAD}\n{}", "word \u{17c}\n".repeat(5_000)).as_bytes(),
    )
    .unwrap();

    assert!(read.words("Words of the e-mail").len() <= SMALL.words);
    assert!(read.notes().contains("more words than are printed"));
}

#[test]
fn tags_that_never_close_or_nest_without_end_are_read() {
    let pieces =
        "<a \"¦<script>¦<!--¦<¦</script¦<div>¦<blockquote>¦<table><tr><td>¦<b><i><a>¦<ul><li>";
    for piece in pieces.split('¦') {
        let page = piece.repeat(6_000 / piece.matches('<').count());
        let mail = format!("{HEAD}Content-Type: text/html\n\nfirst words {page} last words");

        let read = readable("a.eml", mail.as_bytes()).unwrap().expect(piece);

        assert!(read.everything().contains("first words"), "{piece}");
    }
}

#[test]
fn a_reader_that_breaks_does_not_break_the_program() {
    assert!(matches!(apart(|| panic!("{HEAD}")), Err(Lost::Broke)));
}

#[test]
fn a_zip_bomb_is_not_unpacked_and_said() {
    let nothing = vec![0; 1 << 20];
    let bytes = zip(&[
        ("small.bin", b"abc"),
        ("bomb.bin", &nothing),
        ("after.bin", b"def"),
    ]);

    let read = small("files.zip", &bytes).unwrap();

    let files = read.files("Files in it");
    assert!(files[0].sha256.is_some());
    assert_eq!((files[1].size, &files[1].sha256), (1 << 20, &None));
    assert!(files[2].sha256.is_none());
    assert!(
        read.notes()
            .contains("Files without a SHA-256 were not unpacked")
    );
    let sheet = zip(&[
        ("META-INF/manifest.xml", b"<m/>"),
        ("content.xml", &nothing),
    ]);
    assert!(is_too_large(small("a.ods", &sheet)));
}

#[test]
fn a_zip_of_too_many_parts_is_refused_before_it_is_listed() {
    let names: Vec<String> = (0..1_001).map(|number| number.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();

    assert!(is_too_large(small("files.zip", &zip(&parts))));
}

#[test]
fn sizes_that_lie_are_not_believed() {
    let mut bytes = zip(&[("a.bin", &[5; 100])]);
    // The size once unpacked, in the list at the end.
    let list = bytes
        .windows(4)
        .position(|mark| mark == b"PK\x01\x02")
        .unwrap();
    bytes[list + 24..list + 28].copy_from_slice(&u32::MAX.to_le_bytes());

    let read = small("files.zip", &bytes).unwrap();

    let file = &read.files("Files in it")[0];
    assert!(file.sha256.is_none() || file.size == 100);
}

#[test]
fn sheets_that_claim_more_than_they_hold_take_no_room_for_it() {
    let cell = "<table:table-cell office:value='1' table:number-columns-repeated='16384'/>";
    let row =
        format!("<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>");
    let other = row.replace(
        "table:number-rows",
        "x:number-rows-repeated='1' table:number-rows",
    );
    let blanks = "<table:table-row><table:table-cell office:value-type='string'><text:p><text:s text:c='2000000000'/></text:p></table:table-cell></table:table-row>";
    for rows in [row.as_str(), &other, blanks] {
        let bytes = open_sheet(&format!("<table:table table:name='A'>{rows}</table:table>"));
        assert!(is_too_large(small("a.ods", &bytes)), "{rows}");
    }
    for count in [
        "uniqueCount='100000000000'",
        "x:uniqueCount='1' uniqueCount='100000000000'",
    ] {
        let bytes = strings_workbook("", &format!("<sst {count}/>"));
        assert!(is_too_large(small("a.xlsx", &bytes)), "{count}");
    }
    let corners = [number(0, 0, 0, 1.0), number(65_535, 65_535, 0, 1.0)].concat();
    assert!(is_too_large(small("a.xls", &old_workbook(&corners))));
    let claim = [0_u8, 0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0];

    let read = small("a.xls", &old_workbook(&record(0x0200, &claim))).unwrap();

    assert!(read.everything().contains("Pupil"));
}

fn is_too_large(read: Result<Readable, Unreadable>) -> bool {
    matches!(read, Err(Unreadable::TooLarge { .. }))
}

#[test]
fn sheets_within_sheets_or_that_never_close_are_damaged() {
    let damaged = Err(Unreadable::Damaged {
        what: "a LibreOffice spreadsheet",
    });
    let row = "<table:table table:name='A'><table:table-row><table:table-cell office:value='1'><x:table-row xmlns:x='t'/></table:table-cell></table:table-row></table:table>";
    let within = "<table:table table:name='A'><table:table table:name='B'/></table:table>";
    for tables in [
        "<table:table table:name='A'>",
        within,
        row,
        "<x:table xmlns:x='t'/>",
    ] {
        assert_eq!(small("a.ods", &open_sheet(tables)), damaged, "{tables}");
    }
}

#[test]
fn one_long_text_in_many_cells_is_cut() {
    let long = format!("<is><t>{}</t></is>", "x".repeat(1_000));
    let rows: String = (1..100)
        .map(|row| format!("<row r='{row}'><c t='inlineStr'>{long}</c></row>"))
        .collect();

    let read = small("a.xlsx", &workbook(&rows)).unwrap();

    assert!(read.everything().len() < 2 * SMALL.words);
    assert!(read.notes().contains("more words than are printed"));
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><o><p>&b;</p></o>";

    let bytes = zip(&[("xl/workbook.xml", bomb.as_bytes())]);

    let what = "an Excel workbook";
    assert_eq!(small("a.xlsx", &bytes), Err(Unreadable::Damaged { what }));
}

#[test]
fn files_that_were_cut_off_are_damaged() {
    for (name, bytes) in [
        ("a.xlsx", workbook("<row r='1'><c><v>1</v></c></row>")),
        ("a.zip", zip(&[("a", b"b")])),
        ("a.docx", document("")),
        ("a.msg", outlook_message()),
        ("a.xls", old_workbook(&[])),
    ] {
        let cut = &bytes[..600.min(bytes.len() * 2 / 3)];

        assert!(
            matches!(refused(name, cut), Unreadable::Damaged { .. }),
            "{name}"
        );
    }
}

#[test]
fn a_file_larger_than_is_read_is_carried_unopened() {
    let bytes = [HEAD.as_bytes(), &vec![b'\n'; SMALL.whole]].concat();

    assert!(is_too_large(small("a.eml", &bytes)));
}

#[test]
fn no_word_of_a_file_stands_in_a_log() {
    let read = read("message.msg", &outlook_message());

    let shown = format!("{read:?} {:?} {:?}", read.parts[0], read.parts[0].body);

    assert!(
        !shown.contains("She said") && !shown.contains("Sam"),
        "{shown}"
    );
}
