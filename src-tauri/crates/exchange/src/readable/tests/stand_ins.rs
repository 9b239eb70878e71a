//! Files as other programs write them, by writers that are not ours.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// A zip of these parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A compound file of these streams; a storage comes into being by its streams.
pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, bytes) in streams {
        if let Some((folder, _)) = path.rsplit_once('/') {
            file.create_storage_all(format!("/{folder}")).unwrap();
        }
        let mut stream = file.create_stream(format!("/{path}")).unwrap();
        stream.write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

pub fn wide(words: &str) -> Vec<u8> {
    words.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The stream of properties of fixed length: number, kind and eight bytes each.
pub fn fixed(head: usize, properties: &[(u16, u16, u64)]) -> Vec<u8> {
    let mut bytes = vec![0; head];
    for (id, kind, value) in properties {
        bytes.extend(((u32::from(*id) << 16) | u32::from(*kind)).to_le_bytes());
        bytes.extend(6_u32.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes
}

/// A message from Sam to the office, with one picture and another message attached.
pub fn outlook_message() -> Vec<u8> {
    let head = "Received: from a.example by b.example; Tue, 3 Mar 2026 08:15:02 +0000\r\nDate: Tue, 3 Mar 2026 08:15:00 +0000\r\n";
    // A moment as Windows counts: tenths of microseconds since 1601.
    let sent = (1_772_525_700 + 11_644_473_600) * 10_000_000;
    compound(&[
        ("__properties_version1.0", fixed(32, &[(0x0039, 0x40, sent), (0x3ffd, 3, 1250), (0x3fde, 3, 1250), (0x0e07, 3, 8)])),
        ("__substg1.0_0037001F", wide("Zażółć — after school")),
        ("__substg1.0_0C1A001F", wide("Sam Okafor")),
        ("__substg1.0_5D01001F", wide("sam@example.org")),
        ("__substg1.0_007D001F", wide(head)),
        ("__substg1.0_1000001E", b"She said za\xbf\xf3\xb3\xe6.\r\nThen she went home.".to_vec()),
        ("__substg1.0_10130102", b"<p>She said za\xbf\xf3\xb3\xe6.</p><p>Then she went home, <a href='http://x.example/y'>see</a>.</p>".to_vec()),
        ("__recip_version1.0_#00000000/__properties_version1.0", fixed(8, &[(0x0c15, 3, 1)])),
        ("__recip_version1.0_#00000000/__substg1.0_3001001F", wide("The office")),
        ("__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("office@example.org")),
        ("__attach_version1.0_#00000000/__substg1.0_3707001F", wide("photo\u{202e}gpj.exe")),
        ("__attach_version1.0_#00000000/__substg1.0_370E001F", wide("image/jpeg")),
        ("__attach_version1.0_#00000000/__substg1.0_37010102", vec![7; 9_000]),
        ("__attach_version1.0_#00000001/__substg1.0_3001001F", wide("An older message")),
        ("__attach_version1.0_#00000001/__substg1.0_3701000D/__substg1.0_0037001F", wide("older")),
    ])
}

pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

fn at(row: u16, column: u16, style: u16) -> Vec<u8> {
    let numbers = [row, column, style].map(u16::to_le_bytes);
    numbers.concat()
}

/// Records of a number in a cell.
pub fn number(row: u16, column: u16, style: u16, value: f64) -> Vec<u8> {
    let data = [at(row, column, style), value.to_le_bytes().to_vec()].concat();
    record(0x0203, &data)
}

/// A workbook of Excel 97: a word, a day in style 1, and more records after them.
pub fn old_workbook(more: &[u8]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[0x0600, kind, 0, 0].map(u16::to_le_bytes).concat());
    let end = record(0x000a, &[]);
    let mut style = vec![0; 20];
    let mut globals = [begin(5), record(0x00e0, &style)].concat();
    style[2] = 14;
    globals.extend(record(0x00e0, &style));
    let words = [&[1, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0], b"Pupil".as_slice()].concat();
    globals.extend(record(0x00fc, &words));
    let place = u32::try_from(globals.len() + 4 + 14 + end.len()).unwrap();
    let sheet = [&place.to_le_bytes(), [0, 0, 6, 0].as_slice(), b"Year 4"].concat();
    globals.extend(record(0x0085, &sheet));
    globals.extend(&end);
    globals.extend(begin(0x10));
    globals.extend(record(0x00fd, &[at(0, 0, 0), vec![0; 4]].concat()));
    globals.extend(number(1, 1, 1, 46_084.0));
    globals.extend(more);
    globals.extend(&end);
    compound(&[("Workbook", globals)])
}

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A spreadsheet of LibreOffice with these tables.
pub fn open_sheet(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", MIMETYPE),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest xmlns:manifest='m'/>",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

fn relations(all: &[(&str, &str)]) -> String {
    let one = |(at, (kind, target)): (usize, &(&str, &str))| {
        format!(
            "<Relationship Id='rId{at}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='{target}'/>"
        )
    };
    let all: String = all.iter().enumerate().map(one).collect();
    format!("<Relationships>{all}</Relationships>")
}

/// A workbook of Excel since 2007 with these rows of its first sheet; style 1 is a day, style 2 a span of hours.
pub fn workbook(rows: &str) -> Vec<u8> {
    strings_workbook(
        rows,
        "<sst><si><t>Pupil</t></si><si><r><t xml:space='preserve'>Said </t></r><r><t>no more</t></r></si></sst>",
    )
}

/// The same with these words that cells share.
pub fn strings_workbook(rows: &str, strings: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    zip(&[
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]).as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations(&[("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")]).as_bytes()),
        ("xl/workbook.xml", b"<workbook xmlns:r='x'><sheets><sheet name='Year 4 &amp; 5' sheetId='1' r:id='rId0'/><sheet name='Notes' sheetId='2' state='hidden' r:id='rId1'/></sheets></workbook>"),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", b"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy hh:mm'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='46'/></cellXfs></styleSheet>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>kept away</t></is></c></row></sheetData></worksheet>"),
        ("docProps/core.xml", b"<cp:coreProperties xmlns:cp='a' xmlns:dc='b'><dc:creator>A. Teacher</dc:creator></cp:coreProperties>"),
    ])
}

/// A Word document with this body, and a comment.
pub fn document(body: &str) -> Vec<u8> {
    let main = format!("<w:document xmlns:w='w' xmlns:mc='m'><w:body>{body}</w:body></w:document>");
    zip(&[
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")]).as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/comments.xml", b"<w:comments xmlns:w='w'><w:comment w:id='0' w:author='B. Head' w:date='2026-03-03T09:00:00Z'><w:p><w:r><w:t>ask again</w:t></w:r></w:p></w:comment></w:comments>"),
    ])
}
