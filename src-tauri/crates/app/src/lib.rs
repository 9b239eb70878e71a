//! Does each thing a person can do, whole or not at all, and says what came of it.
//!
//! One function for each verb, with the [`Office`] first. The window and the command line call the same ones, so that
//! neither can do what the other may not. Rights are checked here; keys decide what can be read at all.

mod access;
mod buildup;
mod bundle;
mod care;
mod casework;
mod chronology;
pub mod commands;
mod concern;
pub mod demo;
mod fault;
mod file;
mod find;
mod gate;
mod guide;
mod moving;
mod office;
mod online;
mod panics;
mod paper;
mod person;
mod practice;
mod pupil;
mod reason;
mod redact;
mod report;
mod rights;
mod say;
mod sheet;
mod surroundings;
mod today;
mod twice;
pub mod wire;
mod words;

pub use access::{
    access_papers, access_papers_name, access_request, access_requests, access_sheet, keep_access,
    preview_access, write_access,
};
pub use buildup::set_buildup_aside;
pub use bundle::{
    BundleChecked, BundleFault, bundle_key, bundle_name, check_bundle, create_bundle, keep_bundle,
    kept_bundle, preview_bundle, preview_redaction, verify_bundle,
};
pub use care::*;
pub use casework::{add_to_case, count_due, deadlines, keep_addition, whose};
pub use chronology::{chronology, may_belong};
pub use concern::{
    ClockFacts, ConcernFacts, ConcernInFull, FileFacts, PersonFacts, ReaderFacts, VersionFacts,
    amend_concern, bring_in_paper, concern, concern_facts, concern_files, concern_id,
    concern_in_full, concerns, drafts, drop_draft, instant, keep_draft, link_person,
    record_concern, routing, understand_day_ahead, understand_moment_ahead, understand_when,
    writing_hints,
};
pub use file::{
    Began, BeginFile, FileOut, Have, attach_files, begin_file, close_file, drop_file, file_chunk,
    file_piece, file_text, finish_file, hide_file, open_drawn, open_file, take_out_file,
    take_out_file_to,
};
pub use find::{find, find_many};
pub use guide::{
    GuidanceChecked, GuidanceFault, GuidancePage, agreement, agreements, answer, begin_checklist,
    begin_several, begin_walk, changes, check_checklist_edit, check_flow_edit, check_guidance,
    check_matrix_edit, check_register_edit, checklist, checklist_page, checklists, class_counts,
    class_lines, compare_pages, concern_numbered, contacts, drop_checklist, drop_page_draft,
    edit_page, flow, flow_diagram, flow_picture, go_back, go_back_page, guidance_here,
    guidance_list, guidance_page, keep_answer, keep_line_draft, keep_page_draft, keep_several,
    keep_walk_note, look_through, matrix, preview_alerts, put_away_register, put_checklist,
    put_walk, register, register_line, register_sheet, register_sheet_name, registers,
    reopen_checklist, routes, save_checklist_edit, save_flow_edit, save_matrix_edit,
    save_register_edit, screen_alert, sent_checklist, several_until, stop_walk, take_alerts,
    take_step, walk, walks, who_read, who_read_sheet, who_read_sheet_name, write_line,
    write_several,
};
pub use keys::harden::this_process as harden_this_process;
pub use keys::{Cost, Keyring};
pub use moving::{histories, keep_with_history, preview_history, take_history};
pub use office::*;
pub use online::{online_name, online_names};
pub use panics::place_of_panic;
pub use paper::{
    HandOut, HandedOut, hand_out, keep_handover, kept_handover, kit_page_of, lay_out_paper,
    paper_left, paper_name, paper_page, put_paper_away, save_page,
};
pub use person::{adult, adults, save_adult};
pub use practice::{Practice, make_practice_school, open_practice};
pub use pupil::{
    PupilFacts, all_marks, around, body_build, body_drawing, end_key_fact, end_tie, links,
    preview_pupil_list, pupil, pupil_facts, pupil_id, pupils, save_key_fact, save_pupil, save_tie,
    take_pupil_list,
};
pub use report::{
    charts, choose_sample, governor_report, inspection, keep_report, log_sheet, log_sheet_name,
    logs_monitored, monitor_log, release_report, release_staff_sheet, released_file,
    released_file_name, report_behind, shown_file, shown_file_name, staff_sheet,
};
pub use surroundings::Surroundings;
pub use today::today;
pub use twice::{ask_again, join_records, keep_apart, kept_apart, part_records, twice};
pub use words::{categories, lists};
