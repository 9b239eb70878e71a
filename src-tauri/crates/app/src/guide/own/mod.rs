//! Guidance as a school makes it its own: a copy of ours edited, checked, kept with who, when and why; compared, and gone back from.
//!
//! What was begun keeps the page it began with; only what is begun from then on follows the new one.

mod check;
mod compare;
mod draft;
mod edit;
mod form;
mod load;
mod matrix;
mod places;
mod put_away;
mod register;
mod save;

pub use check::{check_checklist_edit, check_flow_edit, check_matrix_edit, check_register_edit};
pub use compare::compare_pages;
pub use draft::{drop_page_draft, keep_page_draft};
pub use edit::edit_page;
pub use put_away::put_away_register;
pub use save::{
    go_back_page, save_checklist_edit, save_flow_edit, save_matrix_edit, save_register_edit,
};

pub(crate) use draft::changing;
pub(crate) use load::{Own, checklist_now, flow_now, matrix_now, page_text, register_now};
pub(crate) use register::may_change;

use domain::own_guidance::Sort;

use crate::wire::Fault;

/// A sort as the window names it.
fn sort_of(kind: &str) -> Result<Sort, Fault> {
    match kind {
        "flow" => Ok(Sort::Flow),
        "checklist" => Ok(Sort::Checklist),
        "matrix" => Ok(Sort::Matrix),
        "register" => Ok(Sort::Register),
        _ => Err(vault::VaultError::NotFound.into()),
    }
}
