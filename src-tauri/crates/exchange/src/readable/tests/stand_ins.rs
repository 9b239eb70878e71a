//! Files as other programs write them, by writers that are not ours where there is one.

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
        file.create_stream(format!("/{path}"))
            .unwrap()
            .write_all(bytes)
            .unwrap();
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

/// A moment as Windows counts: tenths of microseconds since 1601.
pub fn ticks(seconds_since_1970: u64) -> u64 {
    (seconds_since_1970 + 11_644_473_600) * 10_000_000
}

/// A message from Sam to the office, with one picture and another message attached.
pub fn outlook_message() -> Vec<u8> {
    let head = "Received: from a.example by b.example; Tue, 3 Mar 2026 08:15:02 +0000\r\nDate: Tue, 3 Mar 2026 08:15:00 +0000\r\n";
    compound(&[
        ("__properties_version1.0", fixed(32, &[(0x0039, 0x40, ticks(1_772_525_700)), (0x3ffd, 3, 1250), (0x0e07, 3, 8)])),
        ("__substg1.0_001A001F", wide("IPM.Note")),
        ("__substg1.0_0037001F", wide("Zażółć — after school")),
        ("__substg1.0_0C1A001F", wide("Sam Okafor")),
        ("__substg1.0_5D01001F", wide("sam@example.org")),
        ("__substg1.0_007D001F", wide(head)),
        ("__substg1.0_1000001E", b"She said za\xbf\xf3\xb3\xe6.\r\nThen she went home.".to_vec()),
        ("__substg1.0_10130102", b"<p>She said za\xbf\xf3\xb3\xe6.</p><p>Then she went home, <a href='http://x.example/y'>see</a>.</p>".to_vec()),
        ("__recip_version1.0_#00000000/__properties_version1.0", fixed(8, &[(0x0c15, 3, 1)])),
        ("__recip_version1.0_#00000000/__substg1.0_3001001F", wide("The office")),
        ("__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("office@example.org")),
        ("__recip_version1.0_#00000001/__properties_version1.0", fixed(8, &[(0x0c15, 3, 2)])),
        ("__recip_version1.0_#00000001/__substg1.0_3003001F", wide("head@example.org")),
        ("__attach_version1.0_#00000000/__properties_version1.0", fixed(8, &[(0x3705, 3, 1)])),
        ("__attach_version1.0_#00000000/__substg1.0_3707001F", wide("photo\u{202e}gpj.exe")),
        ("__attach_version1.0_#00000000/__substg1.0_370E001F", wide("image/jpeg")),
        ("__attach_version1.0_#00000000/__substg1.0_37010102", vec![7; 9_000]),
        ("__attach_version1.0_#00000001/__properties_version1.0", fixed(8, &[(0x3705, 3, 5)])),
        ("__attach_version1.0_#00000001/__substg1.0_3001001F", wide("An older message")),
        ("__attach_version1.0_#00000001/__substg1.0_3701000D/__substg1.0_0037001F", wide("older")),
    ])
}

fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let mut all = kind.to_le_bytes().to_vec();
    all.extend(u16::try_from(bytes.len()).unwrap().to_le_bytes());
    all.extend(bytes);
    all
}

fn at(row: u16, column: u16, style: u16) -> Vec<u8> {
    [row, column, style]
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// A workbook of Excel 97: words that go on in another record, a day, a formula with words, a hidden row, a hidden sheet.
pub fn old_workbook() -> Vec<u8> {
    let begin = |kind: u16| {
        let numbers = [0x0600, kind, 0, 0];
        record(
            0x0809,
            &numbers
                .iter()
                .flat_map(|number: &u16| number.to_le_bytes())
                .collect::<Vec<u8>>(),
        )
    };
    let end = || record(0x000a, &[]);
    let mut words = [2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat();
    words.extend([5, 0, 0]);
    words.extend(b"Pupil");
    // Ten letters: four of them narrow in this record, the other six wide in the next.
    words.extend([10, 0, 0]);
    words.extend(b"Said");
    let mut more = vec![1];
    more.extend(wide(" żółty"));
    let day = {
        let mut style = vec![0, 0, 14, 0];
        style.extend([0; 16]);
        style
    };
    let mut globals = vec![begin(5), record(0x00e0, &[0; 20]), record(0x00e0, &day)];
    globals.push(record(0x00fc, &words));
    globals.push(record(0x003c, &more));
    let first = [
        begin(0x10),
        record(
            0x0208,
            &[at(1, 0, 3), vec![0; 6], vec![0x20, 0, 0, 0]].concat(),
        ),
        record(
            0x00fd,
            &[at(0, 0, 0), 0_u32.to_le_bytes().to_vec()].concat(),
        ),
        record(
            0x00fd,
            &[at(1, 0, 0), 1_u32.to_le_bytes().to_vec()].concat(),
        ),
        record(
            0x0203,
            &[at(1, 1, 1), 46_084.0_f64.to_le_bytes().to_vec()].concat(),
        ),
        record(
            0x027e,
            &[at(2, 1, 0), ((250_u32 << 2) | 3).to_le_bytes().to_vec()].concat(),
        ),
        record(
            0x0006,
            &[at(3, 0, 0), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff], vec![0; 8]].concat(),
        ),
        record(0x0207, &[vec![3, 0, 0], b"sum".to_vec()].concat()),
        end(),
    ]
    .concat();
    let second = [
        begin(0x10),
        record(0x0205, &[at(0, 0, 0), vec![1, 0]].concat()),
        end(),
    ]
    .concat();
    let names: [(&str, u8); 2] = [("Year 4", 0), ("Notes", 1)];
    let sheets_length: usize = names.iter().map(|(name, _)| 4 + 8 + name.len()).sum();
    let globals_length: usize =
        globals.iter().map(Vec::len).sum::<usize>() + sheets_length + end().len();
    let mut from = u32::try_from(globals_length).unwrap();
    for ((name, state), sheet) in names.iter().zip([&first, &second]) {
        let mut bytes = from.to_le_bytes().to_vec();
        bytes.extend([*state, 0, u8::try_from(name.len()).unwrap(), 0]);
        bytes.extend(name.as_bytes());
        globals.push(record(0x0085, &bytes));
        from += u32::try_from(sheet.len()).unwrap();
    }
    globals.push(end());
    let mut stream = globals.concat();
    stream.extend(first);
    stream.extend(second);
    compound(&[("Workbook", stream)])
}

/// A workbook of Excel since 2007 with these rows of its first sheet; style 1 is a day.
pub fn workbook(rows: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |all: &[String]| format!("<Relationships>{}</Relationships>", all.concat());
    zip(&[
        ("_rels/.rels", relations(&[relation("rId1", "officeDocument", "xl/workbook.xml")]).as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[
                relation("rId1", "worksheet", "worksheets/sheet1.xml"),
                relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
                relation("rId3", "sharedStrings", "sharedStrings.xml"),
                relation("rId4", "styles", "styles.xml"),
            ])
            .as_bytes(),
        ),
        (
            "xl/workbook.xml",
            b"<workbook xmlns:r='x'><sheets><sheet name='Year 4 &amp; 5' sheetId='1' r:id='rId1'/><sheet name='Notes' sheetId='2' state='hidden' r:id='rId2'/></sheets></workbook>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Pupil</t></si><si><r><t>Said </t></r><r><t>no_x000D_more</t></r><rPh sb='0' eb='1'><t>spoken</t></rPh></si></sst>".as_bytes(),
        ),
        (
            "xl/styles.xml",
            b"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy hh:mm'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='46'/></cellXfs></styleSheet>",
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><cols><col min='3' max='3' hidden='1'/></cols><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>kept away</t></is></c></row></sheetData></worksheet>"),
        ("xl/comments1.xml", b"<comments/>"),
        ("docProps/core.xml", b"<cp:coreProperties xmlns:cp='a' xmlns:dc='b'><dc:creator>A. Teacher</dc:creator><cp:lastModifiedBy>B. Head</cp:lastModifiedBy></cp:coreProperties>"),
    ])
}
