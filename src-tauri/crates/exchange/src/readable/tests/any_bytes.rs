//! Whatever is brought, nothing breaks, every table is even, and no more is shown than may be.

use proptest::prelude::*;

use super::stand_ins::{
    document, number, old_workbook, open_sheet, outlook_message, workbook, zip,
};
use super::*;

const LIMITS: Limits = Limits {
    whole: 1 << 20,
    unpacked: 1 << 20,
    part: 1 << 19,
    parts: 500,
    files: 40,
    cells: 400,
    words: 20_000,
};

const IN_NO_LINE: [char; 4] = ['\n', '\r', '\0', '\u{202e}'];
const IN_NO_CELL: [char; 3] = ['\r', '\0', '\u{202e}'];
const IN_NO_NAME: [char; 3] = ['\n', '\u{202e}', '\u{200f}'];

fn check(name: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let Some(Ok(read)) = within(name, bytes, &LIMITS) else {
        return Ok(());
    };
    prop_assert!(!read.what.is_empty() && !read.parts.is_empty() || !read.notes.is_empty());
    for part in &read.parts {
        prop_assert!(!part.heading.is_empty());
        match &part.body {
            ReadableBody::Words(lines) => {
                prop_assert!(lines.iter().all(|line| !line.contains(IN_NO_LINE)));
            }
            ReadableBody::Table { columns, rows } => {
                prop_assert!(rows.iter().all(|row| row.len() == columns.len()));
                prop_assert!(rows.iter().flatten().all(|cell| !cell.contains(IN_NO_CELL)));
            }
            ReadableBody::Files(files) => {
                prop_assert!(files.len() <= LIMITS.files);
                prop_assert!(files.iter().all(|file| !file.name.contains(IN_NO_NAME)));
            }
        }
    }
    prop_assert!(read.everything().len() < 20 * LIMITS.words);
    Ok(())
}

const ENDINGS: [&str; 11] = [
    "eml", "msg", "xlsx", "xlsm", "xls", "ods", "csv", "txt", "zip", "docx", "EML",
];

fn names() -> impl Strategy<Value = String> {
    prop::sample::select(ENDINGS.to_vec()).prop_map(|ending| format!("a.{ending}"))
}

/// Pieces that mean something in an e-mail, a list or a chat.
const TEXTS: &str = "From: a@b\n¦Subject: =?utf-8?q?=\n¦Subject: =?utf-8?b?4KaG4Kau4Ka+4Kaw?= =?x?q?a?=\n¦\
Date: Tue, 3 Mar 2026 10:15:00 +9999\n¦Content-Type: multipart/alternative; boundary=b\n¦\
Content-Type: multipart/digest; boundary*0=b; boundary*1*=x\n¦\n¦\r\n¦--b\n¦--b--\n¦\
Content-Type: text/html; charset=utf-16\n¦Content-Type: message/rfc822\n¦\
Content-Transfer-Encoding: base64\n¦Content-Transfer-Encoding: quoted-printable\n¦=\n¦=C3=\n¦\
aGVsbG8=\n¦<a href='x'>¦</a>¦<td>¦<!--¦-->¦<script>¦</script>¦&#x202e;¦&eacute;¦&#0;¦<img alt=\"¦\"¦\
'¦Content-Disposition: attachment; filename*=utf-8''%E2%80%AE; filename=\"a\\\"b\"\n¦ folded\n¦\
\u{202e}¦\0¦\u{feff}¦12/03/2024, 14:05 - Ada: hi\n¦[12/03/24, 14:05:33] Ben: x\n¦\
12/03/2024, 14:05 - ¦a,b;c\td|e\n¦\"¦\u{1b}";
/// Pieces of office files.
const XML: &str = "<row r='1'>¦<row r='4294967295' hidden='1'>¦</row>¦<c r='XFD1' t='s'>¦<c t='b' s='9'>¦<c r='A0'>¦\
<c s='1'>¦</c>¦<v>¦</v>¦46084.999999¦-1¦1e300¦nan¦0¦<f>¦</f>¦<is>¦<t>¦</t>¦</is>¦<rPh>¦</rPh>¦\
<table:table table:name='A'>¦</table:table>¦\
<table:table-row table:number-rows-repeated='4294967295'>¦\
<table:table-row table:visibility='filter'>¦</table:table-row>¦\
<table:table-cell table:number-columns-repeated='99999' office:value='1'>¦\
<table:table-cell office:value='1'/>¦</table:table-cell>¦<p>¦</p>¦<s c='99999999'/>¦<annotation>¦\
</annotation>¦<tr>¦</tr>¦<tc>¦</tc>¦<del>¦</del>¦<delText>¦</delText>¦<Fallback>¦</Fallback>¦&amp;¦\
&lol;¦&#x202e;¦<![CDATA[x]]>¦\u{202e}¦<x a='1' a='2' b>";

/// Texts nearly right: pieces in any order.
fn nearly(pieces: &'static str) -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = pieces.split('¦').collect();
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_under_any_ending(
        name in names(),
        mark in prop::sample::select(vec![b"".as_slice(), b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"From: a\nDate: b\n"]),
        bytes in prop::collection::vec(any::<u8>(), 0..1_200),
    ) {
        check(&name, &[mark, &bytes].concat())?;
    }

    #[test]
    fn texts_nearly_right(name in prop::sample::select(vec!["a.eml", "a.csv", "a.txt"]), text in nearly(TEXTS)) {
        check(name, text.as_bytes())?;
        check("a.eml", format!("From: a\nDate: b\n{text}").as_bytes())?;
        check("a.eml", format!("From: a\nDate: b\nContent-Type: text/html\n\n{text}").as_bytes())?;
    }

    #[test]
    fn office_files_nearly_right(text in nearly(XML)) {
        check("a.xlsx", &workbook(&text))?;
        check("a.ods", &open_sheet(&text))?;
        check("a.docx", &document(&text))?;
    }

    #[test]
    fn good_files_with_bytes_changed(
        which in 0_usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (name, mut bytes) = match which {
            0 => ("a.msg", outlook_message()),
            1 => ("a.xls", old_workbook(&number(2, 1, 0, 2.5))),
            2 => ("a.xlsx", workbook("<row r='1'><c t='s'><v>1</v></c></row>")),
            _ => ("a.zip", zip(&[("_chat.txt", b"12/03/2024, 14:05 - Ada: hi\n"), ("b.bin", &[1; 300])])),
        };
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()).max(8));
        }
        check(name, &bytes)?;
    }

    /// Numbers in the tables of a compound file are where hostile ones are put.
    #[test]
    fn tables_of_compound_files_with_numbers_changed(
        old in any::<bool>(),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(vec![0_u32, 1, 2, 5, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff, 0xffff_fffd])),
            1..8,
        ),
    ) {
        let (name, mut bytes) = if old { ("a.xls", old_workbook(&number(2, 1, 0, 2.5))) } else { ("a.msg", outlook_message()) };
        for (place, number) in changes {
            let place = place.index(bytes.len() / 4) * 4;
            bytes[place..place + 4].copy_from_slice(&number.to_le_bytes());
        }
        bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        check(name, &bytes)?;
    }
}
