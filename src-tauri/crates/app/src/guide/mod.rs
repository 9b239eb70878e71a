//! Guidance: what there is, to read and to walk through.

mod about;
mod check;
mod checklist;
mod diagram;
mod flow;
mod list;
mod matrix;
mod own;
mod reach;
mod register;
mod walk;

pub use check::{GuidanceChecked, GuidanceFault, check_guidance};
pub use checklist::{
    answer, begin_checklist, checklist, checklist_page, checklists, drop_checklist, keep_answer,
    put_checklist, reopen_checklist, routes, sent_checklist,
};
pub use diagram::{flow_diagram, flow_picture};
pub use flow::flow;
pub use list::{GuidancePage, guidance_here, guidance_list, guidance_page};
pub use matrix::matrix;
pub use own::{
    check_checklist_edit, check_flow_edit, check_matrix_edit, check_register_edit, compare_pages,
    drop_page_draft, edit_page, go_back_page, keep_page_draft, put_away_register,
    save_checklist_edit, save_flow_edit, save_matrix_edit, save_register_edit,
};
pub use reach::{changes, contacts};
pub use register::{
    agreement, agreements, begin_several, class_counts, class_lines, concern_numbered,
    keep_line_draft, keep_several, look_through, preview_alerts, register, register_line,
    register_sheet, register_sheet_name, registers, screen_alert, several_until, take_alerts,
    who_read, who_read_sheet, who_read_sheet_name, write_line, write_several,
};
pub use walk::{begin_walk, go_back, keep_walk_note, put_walk, stop_walk, take_step, walk, walks};

pub(crate) use checklist::{
    Stands, needed_now, open_checklists, opened as checklist_opened, stands as checklist_stands,
};
pub(crate) use diagram::facts;
pub(crate) use own::matrix_now;
pub(crate) use register::{
    agreement_named, field_options, line_note, line_room, line_title, register_kept,
    register_lines_between, registers_coming, registers_late, registers_named, steps_of_registers,
};
pub(crate) use walk::{room_of_walk, steps_of_walks, under_way};

use domain::id::ConcernId;
use domain::room::Room as RoomKind;

use crate::Office;
use crate::casework::CaseStep;
use crate::wire::Fault;

/// What was done with guidance about a concern: its walks, each oldest first, its checklists, and its lines in registers.
pub(crate) fn steps_of_guidance(
    office: &Office,
    kind: RoomKind,
    concern: ConcernId,
) -> Result<Vec<CaseStep>, Fault> {
    let mut all = steps_of_walks(office, kind, concern)?;
    all.extend(checklist::steps_of_checklists(office, kind, concern)?);
    all.extend(steps_of_registers(office, kind, concern)?);
    Ok(all)
}
