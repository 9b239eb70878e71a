//! What there is.

use domain::own_guidance::Sort;
use domain::room::Room as RoomKind;

use crate::Office;
use crate::wire::{ChecklistView, Choice, Fault, FlowView, GuideLine};

/// A flowchart or a checklist to read.
pub enum GuidancePage {
    /// A flowchart.
    Flow(Box<FlowView>),
    /// A checklist.
    Checklist(Box<ChecklistView>),
}

/// A page by its name, for whoever has no vault open.
pub fn guidance_page(id: &str) -> Result<GuidancePage, Fault> {
    match super::flow::known(id) {
        Ok(flow) => Ok(GuidancePage::Flow(Box::new(super::flow::view(flow)))),
        Err(_) => {
            let list = super::checklist::blank(id)?;
            Ok(GuidancePage::Checklist(Box::new(list)))
        }
    }
}

/// What a step can open, by name.
pub(super) fn all_that_opens() -> Result<Vec<Choice>, Fault> {
    let mut all = vec![Choice {
        id: super::flow::RECORD.to_owned(),
        title: super::flow::title_of(super::flow::RECORD),
        detail: String::new(),
    }];
    let lines = guidance_list()?
        .into_iter()
        .filter(|line| line.kind != "flow");
    all.extend(lines.map(|line| Choice {
        id: line.id,
        title: line.title,
        detail: line.kind.to_owned(),
    }));
    Ok(all)
}

/// Every flowchart, checklist, table and register, in that order, each in the version that holds in this school.
pub fn guidance_here(office: &Office) -> Result<Vec<GuideLine>, Fault> {
    let mut all = guidance_list()?;
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(all);
    };
    for (sort, kind) in [
        (Sort::Flow, "flow"),
        (Sort::Checklist, "checklist"),
        (Sort::Matrix, "matrix"),
    ] {
        for (page, version) in room.own_pages(sort)? {
            let line = all
                .iter_mut()
                .find(|line| line.kind == kind && line.id == page);
            let Some(line) = line else { continue };
            let title = match sort {
                Sort::Flow => super::own::flow_now(office, &page).map(|now| now.page.title.clone()),
                Sort::Checklist => {
                    super::own::checklist_now(office, &page).map(|now| now.page.title.clone())
                }
                Sort::Matrix => {
                    super::own::matrix_now(office, &page).map(|now| now.page.title.clone())
                }
                // Registers follow below: some of them are the school's alone.
                Sort::Register => continue,
            };
            // A page that cannot be read is called what ours is: it must not shut the list of all the others.
            if let Ok(title) = title {
                line.title = title;
            }
            (line.version, line.own) = (version, true);
        }
    }
    all.retain(|line| line.kind != "register");
    for register in super::register::registers_named(office)? {
        all.push(GuideLine {
            version: register.version,
            own: register.id.starts_with(guidance::OWN_REGISTER) || register.version > 1,
            ..line("register", &register.id, &register.title, &register.purpose)
        });
    }
    Ok(all)
}

fn line(kind: &'static str, id: &str, title: &str, purpose: &str) -> GuideLine {
    GuideLine {
        kind,
        id: id.to_owned(),
        number: String::new(),
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        applies_when: Vec::new(),
        version: 1,
        own: false,
    }
}

/// Every flowchart, checklist, table and register as they ship, in that order.
pub fn guidance_list() -> Result<Vec<GuideLine>, Fault> {
    let stopped = |error: guidance::Error| Fault::stopped().technical(error.to_string());
    let flows = guidance::flows().map_err(|error| stopped(error.clone()))?;
    let lists = guidance::checklists().map_err(|error| stopped(error.clone()))?;
    let tables = guidance::matrices().map_err(|error| stopped(error.clone()))?;
    let registers = guidance::registers().map_err(|error| stopped(error.clone()))?;
    let mut all: Vec<GuideLine> = flows
        .iter()
        .map(|flow| GuideLine {
            number: flow.number.clone(),
            applies_when: flow.applies_when.clone(),
            version: flow.version,
            ..line("flow", &flow.id, &flow.title, &flow.purpose)
        })
        .collect();
    all.extend(lists.iter().map(|list| GuideLine {
        applies_when: vec![list.use_when.clone()],
        version: list.version,
        ..line("checklist", &list.id, &list.title, &list.purpose)
    }));
    all.extend(
        tables
            .iter()
            .map(|table| line("matrix", &table.id, &table.title, &table.note)),
    );
    all.extend(
        registers
            .iter()
            .map(|one| line("register", &one.id, &one.title, &one.purpose)),
    );
    Ok(all)
}
