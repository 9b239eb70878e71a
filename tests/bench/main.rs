//! The figures of the architecture, measured on an invented school of two sizes and printed as ratios of one run.
//!
//! `cargo xtask bench [CONCERNS ...] [--fresh]`, `cargo xtask bench window` for the start of the window, `cargo xtask bench papers`
//! for a long bundle with photographs against other writers, `cargo xtask bench bundle` for one with a film in it, `cargo xtask bench report CONCERNS` for the report to governors alone. Schools are made once and kept under `target/bench`. Every floor runs in
//! the same process, on the same disk, with the same allocator and through the same `open_room` as the product. A
//! benchmark is not a test: it says which goals a run reached and never fails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a figure that cannot be taken says where, and stops; figures are printed"
)]

#[cfg(target_os = "linux")]
mod bundle;
mod chronology;
#[cfg(target_os = "linux")]
mod memory;
mod open;
mod papers;
mod report;
mod save;
mod school;
mod search;
mod table;
mod times;
mod verify;
#[cfg(target_os = "linux")]
mod window;

use std::time::Instant;

use school::School;
use table::Table;

// As in the product: memory is wiped when it is let go, and that costs time too.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// The sizes of the architecture's table, in concerns.
const SIZES: [usize; 2] = [20_000, 200_000];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    #[cfg(target_os = "linux")]
    if let [word, ours, empty] = words.as_slice()
        && word == "window"
    {
        let mut table = Table::default();
        window::measure(ours.as_ref(), empty.as_ref(), &mut table);
        println!("\n{table}");
        return;
    }
    match words.as_slice() {
        #[cfg(target_os = "linux")]
        [word] if word == "bundle" => {
            let mut table = Table::default();
            bundle::measure(&mut table);
            println!("\n{table}");
            return;
        }
        [word, size] if word == "report" => {
            let mut table = Table::default();
            let mut school = School::ready(size.parse().expect("a number of concerns"), false);
            report::measure(&mut school, &mut table);
            println!("\n{table}");
            return;
        }
        [word] if word == "papers" => {
            let mut table = Table::default();
            papers::measure(&school::shelf(), &mut table);
            println!("\n{table}");
            return;
        }
        [word, content, out] if word == "paper-of" => {
            return papers::write(content.as_ref(), &out.into());
        }
        _ => {}
    }
    let fresh = words.iter().any(|word| word == "--fresh");
    let mut sizes: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = SIZES.to_vec();
    }
    let begun = Instant::now();
    let mut table = Table::default();
    let mut opened = Vec::new();
    for size in sizes {
        let mut school = School::ready(size, fresh);
        println!("{}", school.describe());
        save::measure(&mut school, &mut table);
        opened.push(open::measure(&mut school, &mut table));
        search::measure(&mut school, &mut table);
        chronology::measure(&mut school, &mut table);
        report::measure(&mut school, &mut table);
        verify::measure(&mut school, &mut table);
    }
    open::compare(&opened, &mut table);
    println!("\n{table}");
    println!("Measured in {} s.", begun.elapsed().as_secs());
}
