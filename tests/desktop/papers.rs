//! Papers from the window to the printer: a chronology, a concern, a handover sheet.

use std::process::Command;

use chrono::TimeDelta;

use crate::kit::{DEV, Laptop, Queue, RUTH, Traces, Written, open_as};

const SAID: &str = "Nie chcę tam wracać. لا أريد. 我怕。";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_chronology_is_looked_at_and_printed_and_nothing_of_it_lies_open_on_the_disk() {
    let laptop = Laptop::new();
    laptop.set_up_ago(TimeDelta::days(12), &[&DEV]);
    laptop.bring_pupils_ago(TimeDelta::days(11));
    laptop.record(&DEV, CONCERNS);
    let queue = Queue::start(&laptop);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.arrive_at("Amara Oyelaran");
    window.see(SAID);
    window.picture("pupil");
    window.is_clean("pupil, with a chronology");
    window.press("Print chronology");
    window.arrive_at("Chronology of Amara Oyelaran");
    window.is_clean("paper, asked");
    window.press("Lay out the pages");
    window.see("Say what it is printed for");
    window.is_clean("paper, in error");
    window.write_into("What it is printed for", "the strategy discussion");
    window.press("Lay out the pages");
    window.see("Page 1 of 1");
    window.picture("paper");
    window.is_clean("paper, shown");
    window.press("Print");
    window.see("Sent to the printer.");
    window.is_clean("paper, printed");

    let text = read(&laptop, &queue.printed());
    for said in [
        "CONFIDENTIAL: safeguarding",
        "Amara Oyelaran",
        "Nie chcę tam wracać.",
        "لا أريد",
        "我怕",
        "Printed for “the strategy discussion”.",
        "Page 1 of 1",
    ] {
        assert!(text.contains(said), "{said:?} is not in: {text}");
    }

    // The concern has its own paper, and everybody sees that it was opened for one.
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.press("Print this concern");
    window.write_into("What it is printed for", "the school’s own file");
    window.press("Lay out the pages");
    window.see("Page 1 of 1");
    window.picture("paper-concern");
    window.is_clean("paper of a concern, shown");

    window.go_to("Today");
    window.press("Handover sheet");
    window.arrive_at("Handover sheet");
    window.write_into("Who takes over", "Dev Marwaha");
    window.write_into(
        "What you must know",
        "Mum rings at four about the wardrobe.",
    );
    window.press("Lay out the pages");
    window.see("Page 1 of");
    window.picture("paper-handover");
    window.is_clean("handover sheet, shown");
    window.close();

    // Neither its words nor a paper or a picture of one, in which they would stand as glyphs.
    let traces = Traces::of(laptop.disk());
    for kept in [
        "Nie chcę tam wracać",
        "about the wardrobe",
        "%PDF-",
        "<svg xmlns",
        "%3Csvg%20xmlns",
    ] {
        let holding = traces.holding(kept);
        assert!(holding.is_empty(), "{kept} stands in {holding:?}");
    }
}

fn read(laptop: &Laptop, paper: &[u8]) -> String {
    assert!(paper.starts_with(b"%PDF-"), "a PDF came out of the printer");
    let path = laptop.out.join("printed.pdf");
    std::fs::write(&path, paper).unwrap();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .expect("pdftotext is needed: apt-get install poppler-utils");
    let text = String::from_utf8(read.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const CONCERNS: &[Written<'_>] = &[Written {
    days_ago: 4,
    at: (10, 40),
    about: "Amara Oyelaran",
    happened: "10:10",
    learnt: "10:15",
    place: "lesson",
    category: "cpoms-bullying",
    account: "Amara would not go to the changing room and said why only when we were alone.",
    said: SAID,
}];
