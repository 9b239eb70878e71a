//! Keeping a page as the school's own, and going back to ours or to an earlier version.

use domain::own_guidance::{EDITED, Edited, PART_EDITED, PART_PAGE, Sort};
use domain::room::Room as RoomKind;
use guidance::{Matrix, Register};
use rand_core::RngCore;
use vault::NewEntry;
use vault::ask::own_page_id;
use zeroize::Zeroizing;

use super::check::problems;
use super::form::{to_checklist, to_flow};
use super::load::{checklist_now, flow_now, matrix_now, newer, register_now};
use super::matrix::to_matrix;
use super::sort_of;
use crate::Office;
use crate::office::{create_refuse, not_a_member};
use crate::reason::SHORTEST_REASON;
use crate::rights::{Right, need};
use crate::wire::{
    ChecklistForm, Done, Fault, FaultKind, FlowForm, MatrixForm, RegisterForm, Topic,
};

const PART_REASON: &str = "reason";

/// Keeps a flowchart as the school's own. What is wrong with it is refused by name and place, and nothing is changed.
pub fn save_flow_edit(
    office: &mut Office,
    form: FlowForm,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::Guidance)?;
    as_opened(office, Sort::Flow, &form.id, &form.base)?;
    let now = flow_now(office, &form.id)?;
    let version = next(office, Sort::Flow, &form.id, now.page.version)?;
    let flow = to_flow(&form, &now.page, version, &by(office)?)?;
    let page = guidance::page_of_flow(&flow);
    let same = page == guidance::page_of_flow(&same_version(&now.page, version));
    let reason = reason_of(reason, same && !form.compared)?;
    create_refuse(problems(guidance::check_own_flow(&page)))?;
    let edited = Edited {
        sort: Sort::Flow,
        page: form.id.clone(),
        title: flow.title.clone(),
        version,
        from_ours: now.made_from(super::super::flow::known(&form.id)?.version, form.compared),
        ours: false,
    };
    write(office, edited, Some(page), reason)
}

/// The same of a checklist.
pub fn save_checklist_edit(
    office: &mut Office,
    form: ChecklistForm,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::Guidance)?;
    as_opened(office, Sort::Checklist, &form.id, &form.base)?;
    let now = checklist_now(office, &form.id)?;
    let version = next(office, Sort::Checklist, &form.id, now.page.version)?;
    let list = to_checklist(&form, &now.page, version, &by(office)?)?;
    let page = guidance::page_of_checklist(&list);
    let ours = super::super::checklist::known(&form.id)?.version;
    let from_ours = now.made_from(ours, form.compared);
    let mut before = now.page.into_owned();
    before.version = version;
    let same = page == guidance::page_of_checklist(&before);
    let reason = reason_of(reason, same && !form.compared)?;
    create_refuse(problems(guidance::check_own_checklist(&page)))?;
    let edited = Edited {
        sort: Sort::Checklist,
        page: form.id.clone(),
        title: list.title.clone(),
        version,
        from_ours,
        ours: false,
    };
    write(office, edited, Some(page), reason)
}

/// The same of a table.
pub fn save_matrix_edit(
    office: &mut Office,
    form: MatrixForm,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::Guidance)?;
    as_opened(office, Sort::Matrix, &form.id, &form.base)?;
    let now = matrix_now(office, &form.id)?;
    let from_ours = now.made_from(
        super::super::matrix::known(&form.id)?.version,
        form.compared,
    );
    let now = now.page.into_owned();
    let version = next(office, Sort::Matrix, &form.id, now.version)?;
    let table = to_matrix(&form, &now, version, &by(office)?);
    let page = guidance::page_of_matrix(&table);
    // Whose it is differs each time; that alone is no change.
    let same = guidance::page_of_matrix(&Matrix {
        version,
        sources: table.sources.clone(),
        ..now
    });
    let reason = reason_of(reason, page == same && !form.compared)?;
    create_refuse(problems(guidance::check_own_matrix(&table)))?;
    let edited = Edited {
        sort: Sort::Matrix,
        page: form.id.clone(),
        title: table.title.clone(),
        version,
        from_ours,
        ours: false,
    };
    write(office, edited, Some(page), reason)
}

/// The same of a register: one of ours that the school adds to, or one of its own, which has its name from then on. Gives the name.
pub fn save_register_edit(
    office: &mut Office,
    form: RegisterForm,
    reason: &str,
) -> Result<Done<String>, Fault> {
    super::register::need_change(office, &form.id)?;
    as_opened(office, Sort::Register, &form.id, &form.base)?;
    let ours = super::register::ours(&form.id)?;
    let (now, from_ours) = match form.id.as_str() {
        "" => (None, 0),
        id => {
            let now = register_now(office, id)?;
            let ours = ours.map_or(0, |ours| ours.version);
            let from_ours = now.made_from(ours, form.compared);
            (Some(now.page.into_owned()), from_ours)
        }
    };
    let before = now.as_ref().map_or(0, |now| now.version);
    let version = next(office, Sort::Register, &form.id, before)?;
    let (mut register, problems) = super::register::made(office, &form, version)?;
    // Whose it is differs each time; that alone is no change.
    let page = guidance::page_of_register(&register);
    let same = now.is_some_and(|now| {
        page == guidance::page_of_register(&Register {
            version,
            sources: register.sources.clone(),
            ..now
        })
    });
    // Everything that is to be put right is said at once; why a new one is kept may stay unsaid while that is so.
    create_refuse(problems)?;
    let reason = reason_of(reason, same && !form.compared)?;
    if form.id.is_empty() {
        let mut random = [0; 4];
        office.around.rng.fill_bytes(&mut random);
        register.id = super::register::new_id(&register.title, random)
            .as_str()
            .into();
    }
    super::register::signed(&mut register, &by(office)?);
    let id = register.id.to_string();
    let edited = Edited {
        sort: Sort::Register,
        page: id.clone(),
        title: register.title.clone(),
        version,
        from_ours,
        ours: false,
    };
    let page = guidance::page_of_register(&register);
    let touched = write(office, edited, Some(page), reason)?.touched;
    super::draft::forget(office, Sort::Register, &form.id);
    Ok(Done { value: id, touched })
}

/// Goes back to an earlier version of the school's own, or to ours where no entry is named. What was written since stays to be read.
pub fn go_back_page(
    office: &mut Office,
    kind: &str,
    id: &str,
    entry: Option<&str>,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::Guidance)?;
    let sort = sort_of(kind)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let versions = room.versions_of_page(sort, id)?;
    // Going back would take no place of what cannot be read, and two would hold.
    if versions.needs_newer {
        return Err(newer());
    }
    let (title, ours) = match sort {
        Sort::Flow => {
            let flow = super::super::flow::known(id)?;
            (flow.title.clone(), flow.version)
        }
        Sort::Checklist => {
            let list = super::super::checklist::known(id)?;
            (list.title.clone(), list.version)
        }
        Sort::Matrix => {
            let table = super::super::matrix::known(id)?;
            (table.title.clone(), table.version)
        }
        Sort::Register => {
            super::register::need_change(office, id)?;
            match super::register::ours(id)? {
                Some(register) => (register.title.clone(), register.version),
                // There is none of ours behind one of the school's own.
                None if entry.is_none() => return Err(vault::VaultError::NotFound.into()),
                None => (String::new(), 0),
            }
        }
    };
    let reason = reason_of(reason, versions.last().is_none() && entry.is_none())?;
    let mut edited = Edited {
        sort,
        page: id.to_owned(),
        title,
        version: next(office, sort, id, ours)?,
        from_ours: ours,
        ours: entry.is_none(),
    };
    let Some(entry) = entry else {
        return write(office, edited, None, reason);
    };
    let earlier = versions
        .versions
        .iter()
        .find(|kept| history::to_hex(&kept.step.entry) == entry && !kept.what.ours)
        .ok_or_else(Fault::changed_since)?;
    edited.title.clone_from(&earlier.what.title);
    // Its words were made from an older page of ours, and are again.
    edited.from_ours = earlier.what.from_ours;
    // The page says which version it is: what is begun with it must be told from what was begun with the other. It is checked
    // again: what it opens or counts by may have gone with an update since it was written.
    let page = match sort {
        Sort::Flow => {
            let mut flow = read(guidance::flow_from(&earlier.page()))?;
            flow.version = edited.version;
            let page = guidance::page_of_flow(&flow);
            create_refuse(problems(guidance::check_own_flow(&page)))?;
            page
        }
        Sort::Checklist => {
            let mut list = read(guidance::checklist_from(&earlier.page()))?;
            list.version = edited.version;
            let page = guidance::page_of_checklist(&list);
            create_refuse(problems(guidance::check_own_checklist(&page)))?;
            page
        }
        Sort::Matrix => {
            let mut table = read(guidance::matrix_from(&earlier.page()))?;
            table.version = edited.version;
            create_refuse(problems(guidance::check_own_matrix(&table)))?;
            guidance::page_of_matrix(&table)
        }
        Sort::Register => {
            let mut register = read(guidance::register_from(&earlier.page()))?;
            register.version = edited.version;
            super::register::sound(&register)?;
            guidance::page_of_register(&register)
        }
    };
    write(office, edited, Some(page), reason)
}

/// Nobody kept another version since it was opened: what they wrote is read before it is written over.
fn as_opened(office: &Office, sort: Sort, id: &str, base: &[String]) -> Result<(), Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let versions = room.versions_of_page(sort, id)?;
    let heads = versions.head_entries();
    let same = heads.len() == base.len()
        && heads
            .iter()
            .all(|entry| base.contains(&history::to_hex(entry)));
    if same {
        return Ok(());
    }
    let who = versions
        .last()
        .map_or("Somebody", |kept| kept.step.author.name.as_str());
    Err(Fault::new(
        FaultKind::Overtaken,
        format!("{who} kept another version of this page since you opened it."),
    )
    .kept("Nothing was changed, and what you wrote is still here.")
    .next(
        "Compare their version under \u{201c}Versions\u{201d}. What you keep then takes its place.",
    ))
}

fn same_version(flow: &guidance::Flow, version: u32) -> guidance::Flow {
    guidance::Flow {
        version,
        ..flow.clone()
    }
}

fn read<T>(page: Result<T, guidance::Error>) -> Result<T, Fault> {
    page.map_err(|error| Fault::stopped().technical(error.to_string()))
}

/// One more than any version there was.
pub(super) fn next(office: &Office, sort: Sort, id: &str, now: u32) -> Result<u32, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let versions = room.versions_of_page(sort, id)?;
    let written = versions.versions.iter().map(|kept| kept.what.version);
    Ok(written.max().unwrap_or(0).max(now).saturating_add(1))
}

/// `Ruth Calloway, 10 November 2026`: what a step of the school's own cites.
pub(super) fn by(office: &Office) -> Result<String, Fault> {
    let name = &office.sitting()?.opened.card.name;
    let day = office.around.local().date_naive();
    Ok(format!("{name}, {}", day.format("%-d %B %Y")))
}

pub(super) fn reason_of(reason: &str, nothing_differs: bool) -> Result<String, Fault> {
    if nothing_differs {
        return Err(Fault::field(
            "page",
            "Nothing is different from the version that holds",
        ));
    }
    let reason = reason.trim();
    if reason.chars().count() < SHORTEST_REASON {
        return Err(Fault::field("reason", "Say why, in a sentence"));
    }
    Ok(reason.to_owned())
}

pub(super) fn write(
    office: &mut Office,
    edited: Edited,
    page: Option<String>,
    reason: String,
) -> Result<Done<()>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let versions = room.versions_of_page(edited.sort, &edited.page)?;
    let of = (edited.sort, edited.page.clone());
    let part = serde_json::to_vec(&edited).map_err(|_| Fault::stopped())?;
    let mut parts = vec![(PART_EDITED, Zeroizing::new(part))];
    if let Some(page) = page {
        parts.push((PART_PAGE, Zeroizing::new(page.into_bytes())));
    }
    parts.push((PART_REASON, Zeroizing::new(reason.into_bytes())));
    let entry = NewEntry {
        kind: EDITED,
        subjects: vec![own_page_id(edited.sort, &edited.page)],
        supersedes: versions.head_entries(),
        happened: None,
        parts,
        blobs: Vec::new(),
    };
    let (sort, page) = of;
    office.write(RoomKind::Pupils, vec![entry])?;
    super::draft::forget(office, sort, &page);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}
