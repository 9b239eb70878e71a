//! What there is.

use crate::wire::{ChecklistView, Fault, FlowView, GuideLine};

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

/// Every flowchart, checklist, table and register, in that order.
pub fn guidance_list() -> Result<Vec<GuideLine>, Fault> {
    let stopped = |error: guidance::Error| Fault::stopped().technical(error.to_string());
    let flows = guidance::flows().map_err(|error| stopped(error.clone()))?;
    let lists = guidance::checklists().map_err(|error| stopped(error.clone()))?;
    let tables = guidance::matrices().map_err(|error| stopped(error.clone()))?;
    let registers = guidance::registers().map_err(|error| stopped(error.clone()))?;
    let line = |kind, id: &str, title: &str, purpose: &str| GuideLine {
        kind,
        id: id.to_owned(),
        number: String::new(),
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        applies_when: Vec::new(),
        version: 1,
    };
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
