//! Journeys in the real window: what a person does, on a display, with a keyring, through the pages as they are drawn.
//!
//! They need both, so they are ignored unless `cargo xtask test desktop` runs them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a journey that cannot go on says where, and stops"
)]

mod body_map;
mod bundle;
mod by_keyboard;
mod casework;
mod checklist;
mod custody;
mod every_field;
mod faults;
mod files;
mod first_day;
mod forced_colours;
mod governors;
mod guidance;
mod inspection;
mod kit;
mod moving;
mod paint;
mod papers;
mod people;
mod practice;
mod pupil;
mod redaction;
mod registers;
mod rights;
mod screens;
mod traces;
mod two_accounts;
mod wrong_password;
