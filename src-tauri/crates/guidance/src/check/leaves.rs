use std::collections::BTreeSet;

use super::says::Says;
use crate::changes::changes_on;
use crate::checklists::checklist_on;
use crate::contacts::contacts_on;
use crate::deadlines::deadlines_on;
use crate::flows::{self, flow_on};
use crate::governors::governor_report_on;
use crate::inspection::inspection_on;
use crate::matrices::matrices_on;
use crate::registers::registers_on;
use crate::routes::routes_on;
use crate::sources::sources_on;
use crate::wording::vocabularies_on;
use crate::{Clock, Error, Flow, Page, Roles, checklists};

/// The record itself, which a step may ask for.
const RECORD: &str = "incident-record";

/// The vocabulary of whom something can go to.
const BODIES: &str = "external_body";

/// Flowcharts and checklists, and the registers and contacts they lead to.
pub(super) fn leaves(says: &mut Says<'_>) {
    let shelf = says.shelf();
    // What could not be read has been said already.
    let (Ok(sources), Ok(roles), Ok(deadlines), Ok(matrices)) = (
        sources_on(shelf),
        Roles::on(shelf),
        deadlines_on(shelf),
        matrices_on(shelf),
    ) else {
        return;
    };
    let sources: BTreeSet<&str> = sources.iter().map(|one| one.id.as_str()).collect();
    let registers = says.have(registers_on(shelf)).unwrap_or_default();
    let contacts = says.have(contacts_on(shelf)).unwrap_or_default();
    says.once(
        Page::Registers,
        "register",
        registers.iter().map(|one| &one.id),
    );
    for one in &registers {
        says.said(Page::Registers, &one.id, "title", &one.title);
        says.cited(Page::Registers, &one.sources, &sources);
        super::registers::rules(says, one);
    }
    super::registers::agreements(says, &registers, &sources);
    for section in says
        .have(governor_report_on(shelf))
        .map(|report| report.section)
        .unwrap_or_default()
    {
        says.said(Page::GovernorReport, &section.id, "title", &section.title);
        says.cited(Page::GovernorReport, &section.sources, &sources);
        for measure in &section.measure {
            says.said(Page::GovernorReport, &measure.id, "label", &measure.label);
        }
    }
    let lists = says
        .have(inspection_on(shelf))
        .map(|page| page.list)
        .unwrap_or_default();
    says.once(Page::Inspection, "list", lists.iter().map(|one| &one.id));
    for one in &lists {
        says.said(Page::Inspection, &one.id, "title", &one.title);
        says.said(Page::Inspection, &one.id, "what it shows", &one.why);
        says.cited(Page::Inspection, &one.sources, &sources);
    }
    says.once(
        Page::Contacts,
        "contact",
        contacts.iter().map(|one| &one.id),
    );
    for one in &contacts {
        says.said(Page::Contacts, &one.id, "name", &one.name);
        says.said(Page::Contacts, &one.id, "number or address", &one.how);
        says.cited(Page::Contacts, &one.sources, &sources);
    }

    let role_ids: BTreeSet<&str> = roles.all().iter().map(|role| role.id.as_str()).collect();
    let mut lists = Vec::new();
    let vocabularies = vocabularies_on(shelf).unwrap_or_default();
    let bodies = vocabularies.iter().filter(|one| one.id == *BODIES);
    let known = checklists::Known {
        sources: &sources,
        roles: &role_ids,
        bodies: bodies
            .flat_map(|one| &one.terms)
            .map(|term| term.id.as_str())
            .collect(),
        contacts: contacts.iter().map(|one| one.id.as_str()).collect(),
    };
    for leaf in shelf.checklists() {
        if let Some(list) = says.have(checklist_on(&leaf)) {
            // Each page may have as many faults as are named at all.
            if !says.full() {
                for fault in checklists::check(&leaf, &list, &known) {
                    says.fault(fault);
                }
            }
            lists.push(list);
        }
    }
    let mut charts: Vec<Flow> = Vec::new();
    let mut pages = Vec::new();
    for leaf in shelf.flows() {
        if let Some(flow) = says.have(flow_on(&leaf)) {
            charts.push(flow);
            pages.push(leaf);
        }
    }
    let opens = (lists.iter().map(|list| list.id.as_str()))
        .chain(registers.iter().map(|one| one.id.as_str()))
        .chain(matrices.iter().map(|one| one.id.as_str()))
        .chain([RECORD])
        .collect();
    let known = flows::Known {
        sources: &sources,
        roles: role_ids.clone(),
        deadlines: deadlines.iter().map(|one| one.id.as_str()).collect(),
        clocks: deadlines
            .iter()
            .filter(|one| one.clock != Clock::Event)
            .map(|one| one.id.as_str())
            .collect(),
        opens,
        flows: charts.iter().map(|flow| flow.id.as_str()).collect(),
    };
    let changes = says.have(changes_on(shelf)).unwrap_or_default();
    says.once(Page::Changes, "change", changes.iter().map(|one| &one.id));
    for one in &changes {
        says.said(Page::Changes, &one.id, "change", &one.what_changed);
        says.cited(Page::Changes, &one.sources, &sources);
    }
    let routes = says.have(routes_on(shelf)).unwrap_or_default();
    super::routes::routes(says, &routes, &lists, &charts, &contacts, &sources);
    let mut seen = BTreeSet::new();
    for (leaf, flow) in pages.iter().zip(&charts) {
        if says.full() {
            return;
        }
        if !seen.insert(flow.id.as_str()) {
            says.fault_at(|_| Error::Twice {
                place: leaf.place(&flow.id),
                kind: "flowchart",
                id: flow.id.to_string(),
            });
        }
        for fault in flows::check(leaf, flow, &known) {
            says.fault(fault);
        }
    }
}
