//! A bundle of about a thousand pages with forty photographs, against typst and ReportLab on the same words and photographs.

use std::path::{Path, PathBuf};
use std::process::Command;

use papers::{
    BundleFacts, BundlePart, ChronologyFacts, Day, Happening, LaidOut, Numbering, Paragraph,
    PictureBody, PictureFacts, Printed, Shown, ShownFacts, Sign, Style, Words, bundle, chronology,
    shown,
};
use serde_json::{Value, json};

use crate::table::{Row, Table};

/// Things that happened: with these words about a thousand pages.
const ENTRIES: usize = 3_400;
/// Photographs behind them, of 1200 by 1600 points: `papers.py` makes as many.
const PHOTOGRAPHS: usize = 40;

/// Takes the figures: each writer runs as a program of its own, started by `papers.py`, which reads what the system
/// counted for it.
pub fn measure(shelf: &Path, table: &mut Table) {
    let place = shelf.join("papers");
    std::fs::create_dir_all(&place).unwrap();
    let content = place.join("content.json");
    std::fs::write(&content, invented().to_string()).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/bench/papers.py");
    let ran = Command::new("python3")
        .arg(script)
        .arg(std::env::current_exe().unwrap())
        .arg(&place)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/fonts"))
        .output()
        .expect("python3 runs the comparison");
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let figures: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let of = |name: &str, what: &str| figures[name][what].as_f64().unwrap_or(f64::NAN);
    let ours = of("strongroom", "cpu");
    for name in ["typst", "reportlab"] {
        let theirs = of(name, "cpu");
        table.add(Row {
            what: format!(
                "a bundle of {} pages and {PHOTOGRAPHS} photographs against {name}",
                of("strongroom", "pages")
            ),
            concerns: 0,
            ours: format!("{ours:.1} s of CPU"),
            floor: format!(
                "{theirs:.1} s, {} pages, {} MiB",
                of(name, "pages"),
                of(name, "peak")
            ),
            figure: format!("{:.2} x", ours / theirs),
            goal: Some(("<= 1 x".to_owned(), ours <= theirs)),
        });
    }
    let peak = of("strongroom", "peak");
    table.add(Row {
        what: "memory for that bundle".to_owned(),
        concerns: 0,
        ours: format!("{peak} MiB at most"),
        floor: String::new(),
        figure: format!("{peak} MiB"),
        goal: Some(("<= 150 MiB".to_owned(), peak <= 150.0)),
    });
    let more = of("longer", "pages") - of("strongroom", "pages");
    let each = (of("longer", "peak") - peak) / more * 1_000.0;
    table.add(Row {
        what: format!("memory for each further 1,000 pages, over {more} more"),
        concerns: 0,
        ours: format!("{} MiB at most", of("longer", "peak")),
        floor: String::new(),
        figure: format!("{each:.0} MiB"),
        goal: Some(("<= 30 MiB".to_owned(), each <= 30.0)),
    });
}

/// The same words for every writer.
fn invented() -> Value {
    let names = [
        "Żaneta Wiśniewska",
        "Işıl Çağlayan",
        "Nguyễn Thị Ánh",
        "Siân Llwyd",
        "Amara Oyelaran",
    ];
    let entries: Vec<Value> = (0..ENTRIES)
        .map(|number| {
            let mut text = format!(
                "{} came to the desk before lesson 2. ",
                names[number % names.len()]
            );
            while text.len() < 900 {
                text.push_str(
                    "She said that he had been there again and that nobody came when she called. ",
                );
            }
            if number % 5 == 0 {
                text.push_str("قالت ليلى: لا أريد العودة إلى البيت. ");
            }
            if number % 7 == 0 {
                text.push_str("আয়েশা বলল: আমি বাড়ি যেতে চাই না। ");
            }
            json!({
                "month": format!("Month {}", number / 40),
                "day": format!("Tue {}", number % 28 + 1),
                "title": format!("Entry {number}"),
                "text": text,
            })
        })
        .collect();
    json!(entries)
}

fn part(title: &str, paper: LaidOut) -> BundlePart {
    BundlePart {
        title: title.to_owned(),
        level: 1,
        section: 0,
        paper,
        stamp: None,
    }
}

/// Writes the bundle of some content and the photographs beside it: `bench paper-of CONTENT OUT`.
pub fn write(content: &Path, out: &PathBuf) {
    let place = content.parent().unwrap();
    let content: Value = serde_json::from_slice(&std::fs::read(content).unwrap()).unwrap();
    let text = |entry: &Value, what: &str| entry[what].as_str().unwrap_or_default().to_owned();
    let happenings = content
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| Happening {
            month: text(entry, "month"),
            day: text(entry, "day"),
            time: "09:45".to_owned(),
            sign: Sign::Concern,
            title: vec![Words::Strong(text(entry, "title"))],
            tail: "MV-26-B7K-0143".to_owned(),
            paragraphs: vec![Paragraph {
                style: Style::Account,
                words: vec![Words::Plain(text(entry, "text"))],
            }],
            redactor: None,
        })
        .collect();
    drop(content);
    let facts = ChronologyFacts {
        printed: Printed {
            school: "Marlowe Vale School".to_owned(),
            marking: "CONFIDENTIAL: safeguarding".to_owned(),
            by: "R. Calloway".to_owned(),
            at: "10 Nov 2026, 14:02".to_owned(),
            on: Day::new(2026, 11, 10).unwrap(),
            purpose: "bench".to_owned(),
            checkpoint: "9f2c 61d8 0b4e 77aa".to_owned(),
            lettered: false,
            large: false,
            redactor: None,
        },
        kind: "full",
        period: "all".to_owned(),
        name: "Amara Oyelaran".to_owned(),
        about: Vec::new(),
        read_first: Vec::new(),
        happenings,
        left_out: None,
    };
    let laid_out = chronology(&facts, &mut |_, _| true).unwrap();
    let printed = facts.printed.clone();
    drop(facts);
    let mut parts = vec![part("Chronology", laid_out)];
    for number in 0..PHOTOGRAPHS {
        let bytes = std::fs::read(place.join(format!("photo-{number}.jpg"))).unwrap();
        let title = format!("Exhibit RC/{number}");
        let facts = ShownFacts {
            removed: Vec::new(),
            printed: printed.clone(),
            title: title.clone(),
            above: Vec::new(),
            shown: Shown::Picture(PictureFacts {
                width: 1200,
                height: 1600,
                turned: 1,
                grey: false,
                body: PictureBody::Jpeg(bytes),
            }),
            instead: title.clone(),
        };
        parts.push(part(&title, shown(facts).unwrap()));
    }
    let front = BundleFacts {
        printed,
        what: "Evidence bundle for the police".to_owned(),
        number: "Bundle MV-26-B7K-B1".to_owned(),
        matter: "Amara Oyelaran".to_owned(),
        facts: Vec::new(),
        left_out: Vec::new(),
        hash: (String::new(), String::new()),
        sign: Vec::new(),
        numbering: Numbering::Continuous,
    };
    let laid_out = bundle(&front, parts, None).unwrap();
    let pages = laid_out.pages();
    std::fs::write(out, laid_out.pdf().unwrap()).unwrap();
    println!("{pages}");
}
