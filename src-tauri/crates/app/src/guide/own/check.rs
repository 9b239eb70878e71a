//! What is wrong with a page as it is being edited, and how it would be drawn.

use guidance::OwnFault;

use super::form::{to_checklist, to_flow};
use super::load::{checklist_now, flow_now, matrix_now};
use super::matrix::to_matrix;
use crate::Office;
use crate::wire::{ChecklistForm, EditChecked, Fault, FlowForm, MatrixForm, Problem, RegisterForm};

/// Checks a flowchart as it stands in the editor, and draws it.
pub fn check_flow_edit(office: &Office, form: FlowForm) -> Result<EditChecked, Fault> {
    let now = flow_now(office, &form.id)?;
    let flow = to_flow(&form, &now.page, now.page.version, "")?;
    let problems = problems(guidance::check_own_flow(&guidance::page_of_flow(&flow)));
    let whole = problems.is_empty();
    let view = super::super::flow::view(&flow);
    Ok(EditChecked {
        problems,
        drawing: whole
            .then(|| super::super::diagram::drawn(&view))
            .transpose()?,
    })
}

/// Checks a checklist as it stands in the editor.
pub fn check_checklist_edit(office: &Office, form: ChecklistForm) -> Result<EditChecked, Fault> {
    let now = checklist_now(office, &form.id)?;
    let list = to_checklist(&form, &now.page, now.page.version, "")?;
    Ok(EditChecked {
        problems: problems(guidance::check_own_checklist(&guidance::page_of_checklist(
            &list,
        ))),
        drawing: None,
    })
}

/// Checks a table as it stands in the editor.
pub fn check_matrix_edit(office: &Office, form: MatrixForm) -> Result<EditChecked, Fault> {
    let now = matrix_now(office, &form.id)?;
    let table = to_matrix(&form, &now.page, now.page.version, "");
    Ok(EditChecked {
        problems: problems(guidance::check_own_matrix(&table)),
        drawing: None,
    })
}

/// Checks a register as it stands in the editor.
pub fn check_register_edit(office: &Office, form: RegisterForm) -> Result<EditChecked, Fault> {
    Ok(EditChecked {
        problems: super::register::made(office, &form, 1)?.1,
        drawing: None,
    })
}

/// Faults as the editor shows them, each at its own place.
pub(super) fn problems(faults: Vec<OwnFault>) -> Vec<Problem> {
    faults
        .into_iter()
        .map(|fault| {
            let field = match fault.at {
                Some(("node", place)) => format!("node-{place}"),
                Some(("edge", place)) => format!("way-{place}"),
                Some(("section", place)) => format!("section-{place}"),
                Some(("section.item", place)) => format!("item-{place}"),
                Some(("matrix.row", place)) => format!("row-{place}"),
                Some(_) | None => "page".to_owned(),
            };
            let mut letters = fault.say.chars();
            let say = letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect()
            });
            Problem { field, say }
        })
        .collect()
}
