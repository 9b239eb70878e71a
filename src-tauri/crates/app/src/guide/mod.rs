//! Guidance: what there is, to read and to walk through.

mod check;
mod checklist;
mod diagram;
mod flow;
mod list;
mod matrix;
mod own;
mod reach;
mod walk;

pub use check::{GuidanceChecked, GuidanceFault, check_guidance};
pub use checklist::{
    answer, begin_checklist, checklist, checklist_page, checklists, drop_checklist, keep_answer,
    routes, sent_checklist,
};
pub use diagram::{flow_diagram, flow_picture};
pub use flow::flow;
pub use list::{GuidancePage, guidance_here, guidance_list, guidance_page};
pub use matrix::matrix;
pub use own::{
    check_checklist_edit, check_flow_edit, compare_pages, edit_page, go_back_page,
    save_checklist_edit, save_flow_edit,
};
pub use reach::{changes, contacts};
pub use walk::{begin_walk, go_back, keep_walk_note, stop_walk, take_step, walk, walks};

pub(crate) use checklist::{
    Stands, open_checklists, opened as checklist_opened, stands as checklist_stands,
};
pub(crate) use diagram::facts;
pub(crate) use walk::{room_of_walk, steps_of_walks, under_way};

use domain::id::ConcernId;
use domain::room::Room as RoomKind;

use crate::Office;
use crate::casework::CaseStep;
use crate::wire::Fault;

/// What was done with guidance about a concern: its walks, each oldest first, and its checklists.
pub(crate) fn steps_of_guidance(
    office: &Office,
    kind: RoomKind,
    concern: ConcernId,
) -> Result<Vec<CaseStep>, Fault> {
    let mut all = steps_of_walks(office, kind, concern)?;
    all.extend(checklist::steps_of_checklists(office, kind, concern)?);
    Ok(all)
}
