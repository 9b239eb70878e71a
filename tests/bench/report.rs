//! The report to governors and the charts, from the question to the bytes for the screen: the concerns of four terms are read and
//! counted for the one, of two for the other.

use app::wire::{ChartsAsked, ReportAsked, ReportView};
#[cfg(target_os = "linux")]
use app::wire::{LogAsked, SheetFormat};
use kit::RUTH;

#[cfg(target_os = "linux")]
use crate::memory::{forget_peak, memory};
use crate::school::School;
use crate::table::{Row, Table};
use crate::times::{Times, ms, took};

/// How often it is asked for.
const ROUNDS: usize = 7;

/// Takes the figure for the term at hand.
pub fn measure(school: &mut School, table: &mut Table) {
    let laptop = &mut school.laptop;
    laptop.open(&RUTH);
    let mut counted = String::new();
    let mut ask = || {
        let (time, view) = took(|| {
            let asked = ReportAsked::default();
            let view = app::governor_report(&mut laptop.office, asked).unwrap();
            serde_json::to_vec(&view).unwrap();
            view
        });
        counted = total(&view);
        time
    };
    ask();
    let times = Times::new((0..ROUNDS).map(|_| ask()).collect());
    let time = times.median().as_secs_f64();
    table.add(Row {
        what: format!("report to governors, {counted} concerns"),
        concerns: school.concerns,
        ours: format!("{time:.2} s median"),
        floor: String::new(),
        figure: format!("{:.2} s", times.p95().as_secs_f64()),
        goal: Some(("<= 1 s".to_owned(), times.p95().as_secs_f64() <= 1.0)),
    });
    let ask = || {
        let (time, _) = took(|| {
            let asked = ChartsAsked::default();
            let view = app::charts(&laptop.office, asked).unwrap();
            serde_json::to_vec(&view).unwrap()
        });
        time
    };
    ask();
    let times = Times::new((0..ROUNDS).map(|_| ask()).collect());
    table.add(Row {
        what: "every chart of a term, beside the year before".to_owned(),
        concerns: school.concerns,
        ours: format!("{} median", ms(times.median())),
        floor: String::new(),
        figure: ms(times.p95()),
        goal: Some(("<= 100 ms".to_owned(), times.p95().as_secs_f64() <= 0.1)),
    });
    #[cfg(target_os = "linux")]
    workbook(school, table);
    school.laptop.lock();
}

/// Every concern there is as one workbook: how long it takes, and how much memory beside what the program had.
#[cfg(target_os = "linux")]
fn workbook(school: &mut School, table: &mut Table) {
    let laptop = &mut school.laptop;
    let log = LogAsked {
        from: Some("2000-01-01".to_owned()),
        to: Some("2040-01-01".to_owned()),
        purpose: "bench".to_owned(),
        ..LogAsked::default()
    };
    forget_peak();
    let before = memory("VmRSS");
    let (time, bytes) = took(|| {
        let (bytes, _) = app::log_sheet(&mut laptop.office, &log, SheetFormat::Xlsx).unwrap();
        bytes.len()
    });
    let peak = memory("VmHWM").saturating_sub(before) / 1024;
    table.add(Row {
        what: "every concern as one workbook (XLSX), memory".to_owned(),
        concerns: school.concerns,
        ours: format!(
            "{:.1} s, {} MiB long",
            time.as_secs_f64(),
            bytes / 1_048_576
        ),
        floor: String::new(),
        figure: format!("{peak} MiB more"),
        goal: Some(("<= 128 MiB".to_owned(), peak <= 128)),
    });
}

/// How many concerns it counts, term by term.
fn total(view: &ReportView) -> String {
    let blocks = view.sections.iter().flat_map(|section| &section.blocks);
    let mut rows = blocks.flat_map(|block| &block.rows);
    let total = rows.find(|row| row.measure == "concerns.total").unwrap();
    let cells: Vec<&str> = total.cells.iter().map(|cell| cell.value.as_str()).collect();
    cells.join(" + ")
}
