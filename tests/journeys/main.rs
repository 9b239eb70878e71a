//! Journeys: whole pieces of work through the verbs of `app`, exactly as the screens do them.
//!
//! A journey is named for what a person would say came of it. What a crate promises alone is tested in that crate.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a journey that cannot go on stops there"
)]

mod about_staff;
mod access;
mod accounts;
mod agreements;
mod alerts;
mod backups;
mod body_map;
mod broken_vaults;
mod buildup;
mod bundle_exhibits;
mod bundle_printed;
mod bundle_request;
mod bundle_statement;
mod bundle_words;
mod bundles;
mod casework;
mod charts;
mod checklists;
mod chronology;
mod corrections;
mod custody;
mod deadlines;
mod drafts;
mod every_field;
mod extremes;
mod files;
mod first_day;
mod governors_count;
mod governors_log;
mod governors_people;
mod governors_report;
mod handover;
mod inspection;
mod keyrings;
mod letterbox;
mod lists;
mod moving;
mod opening;
mod own_guidance;
mod own_registers;
mod paper_forms;
mod papers;
mod people;
mod picture_question;
mod practice;
mod pupil_lists;
mod pupils;
mod reading;
mod recovery;
mod redaction;
mod registers;
mod registers_rhythm;
mod reviews;
mod rights;
mod rollback;
mod settings;
mod significance;
mod times;
mod today;
mod transfer_files;
mod walks;

/// A journey nobody runs proves nothing.
#[test]
fn every_file_in_this_folder_is_listed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/journeys");
    let listed = include_str!("main.rs");

    let forgotten: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|file| file.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| name != "main" && !listed.contains(&format!("\nmod {name};\n")))
        .collect();

    assert_eq!(forgotten, Vec::<String>::new());
}
