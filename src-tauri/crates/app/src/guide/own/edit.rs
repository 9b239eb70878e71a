//! A page to be edited, with every version of it.

use domain::own_guidance::{OwnPage, Sort};
use domain::room::Room as RoomKind;
use guidance::Clock;

use super::form::{of_checklist, of_flow};
use super::load::{checklist_now, flow_now, matrix_now};
use super::matrix::of_matrix;
use super::sort_of;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{
    ChecklistForm, Choice, EditView, Fault, FlowForm, MatrixForm, PageVersion, RegisterForm,
};
use crate::{Office, words};

/// A flowchart (`flow`), a checklist (`checklist`), a table (`matrix`) or a register (`register`, with no id for a new one) as it is now, to be edited.
pub fn edit_page(office: &Office, kind: &str, id: &str) -> Result<EditView, Fault> {
    need(office, Right::Guidance)?;
    let sort = sort_of(kind)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let page = room.versions_of_page(sort, id)?;
    // A page of the school's that cannot be read shows ours in its place, so that going back can be offered. To keep it
    // as edited is refused all the same, with why: what was not read would be written over.
    let (flow, checklist, matrix, register) = match sort {
        Sort::Flow => {
            let ours = super::super::flow::known(id)?;
            let now = flow_now(office, id);
            let form = now.map_or_else(|_| of_flow(ours), |now| of_flow(&now.page));
            (Some(form), None, None, None)
        }
        Sort::Checklist => {
            let ours = super::super::checklist::known(id)?;
            let now = checklist_now(office, id);
            let form = now.map_or_else(|_| of_checklist(ours), |now| of_checklist(&now.page));
            (None, Some(form), None, None)
        }
        Sort::Matrix => {
            let ours = super::super::matrix::known(id)?;
            let now = matrix_now(office, id);
            let form = now.map_or_else(|_| of_matrix(ours), |now| of_matrix(&now.page));
            (None, None, Some(form), None)
        }
        Sort::Register => {
            super::register::need_change(office, id)?;
            (None, None, None, Some(super::register::form(office, id)?))
        }
    };
    let base: Vec<String> = page
        .head_entries()
        .iter()
        .map(|entry| history::to_hex(entry))
        .collect();
    let flow = flow.map(|form| FlowForm {
        base: base.clone(),
        ..form
    });
    let checklist = checklist.map(|form| ChecklistForm {
        base: base.clone(),
        ..form
    });
    let matrix = matrix.map(|form| MatrixForm {
        base: base.clone(),
        ..form
    });
    let register = register.map(|form| RegisterForm { base, ..form });
    let (draft_kept, draft) = match super::draft::kept(office, sort, id) {
        Some((at, draft)) => (office.moment(at), Some(draft)),
        None => (String::new(), None),
    };
    let stopped = |error: &guidance::Error| Fault::stopped().technical(error.to_string());
    let roles = guidance::roles().map_err(|error| stopped(&error))?;
    let deadlines = guidance::deadlines().map_err(|error| stopped(&error))?;
    Ok(EditView {
        flow,
        checklist,
        matrix,
        register,
        draft,
        draft_kept,
        roles: roles
            .all()
            .iter()
            .map(|role| choice(&role.id, &words::role(&role.id), ""))
            .collect(),
        deadlines: deadlines
            .iter()
            .map(|rule| {
                // Only what is counted can begin; what is a moment of its own is named at a step.
                let counted = match rule.clock {
                    Clock::Event => "",
                    Clock::Hours | Clock::CalendarDays | Clock::WorkingDays | Clock::SchoolDays => {
                        "counted"
                    }
                };
                choice(&rule.id, &rule.label, counted)
            })
            .collect(),
        opens: super::super::list::all_that_opens()?,
        own: page.current().is_some(),
        ours_is_newer: page
            .current()
            .is_some_and(|kept| kept.what.from_ours < version_of_ours(sort, id).unwrap_or(0)),
        versions: versions(office, sort, id, &page)?,
    })
}

fn choice(id: &str, title: &str, detail: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        title: title.to_owned(),
        detail: detail.to_owned(),
    }
}

fn versions(
    office: &Office,
    sort: Sort,
    id: &str,
    page: &OwnPage,
) -> Result<Vec<PageVersion>, Fault> {
    let ours = version_of_ours(sort, id)?;
    let last = page.last().map(|kept| kept.step.entry);
    let mut all: Vec<PageVersion> = page
        .versions
        .iter()
        .rev()
        .map(|kept| PageVersion {
            entry: history::to_hex(&kept.step.entry),
            title: match kept.what.ours {
                true => "Back to Strongroom’s".to_owned(),
                false => format!("Version {}", kept.what.version),
            },
            by: format!(
                "{}, {}",
                kept.step.author.name,
                office.full(kept.step.written)
            ),
            reason: kept.reason.clone(),
            holds: Some(kept.step.entry) == last,
            has_page: !kept.what.ours,
        })
        .collect();
    // A register of the school's own has none of ours behind it.
    if sort == Sort::Register && super::register::ours(id)?.is_none() {
        return Ok(all);
    }
    all.push(PageVersion {
        entry: String::new(),
        title: format!("Strongroom’s, version {ours}"),
        by: String::new(),
        reason: String::new(),
        holds: page.last().is_none(),
        has_page: true,
    });
    Ok(all)
}

fn version_of_ours(sort: Sort, id: &str) -> Result<u32, Fault> {
    Ok(match sort {
        Sort::Flow => super::super::flow::known(id)?.version,
        Sort::Checklist => super::super::checklist::known(id)?.version,
        Sort::Matrix => super::super::matrix::known(id)?.version,
        Sort::Register => super::register::ours(id)?.map_or(0, |ours| ours.version),
    })
}
