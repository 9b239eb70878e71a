use std::collections::BTreeSet;

use super::says::Says;
use crate::{Checklist, Contact, Flow, Page, Route};

/// Every fault of the page of routes.
pub(super) fn routes(
    says: &mut Says<'_>,
    routes: &[Route],
    lists: &[Checklist],
    flows: &[Flow],
    contacts: &[Contact],
    sources: &BTreeSet<&str>,
) {
    let page = Page::Routes;
    says.once(page, "route", routes.iter().map(|route| &route.id));
    let takes = |list: &&Checklist| list.goes_to.as_ref().is_some_and(|body| *body == *"ceop");
    let to_ceop: BTreeSet<&str> = (lists.iter().filter(takes))
        .map(|list| list.id.as_str())
        .collect();
    let lists: BTreeSet<&str> = lists.iter().map(|list| list.id.as_str()).collect();
    let flows: BTreeSet<&str> = flows.iter().map(|flow| flow.id.as_str()).collect();
    let contacts: BTreeSet<&str> = contacts.iter().map(|one| one.id.as_str()).collect();
    for route in routes {
        says.said(page, &route.id, "what it is", &route.what);
        says.said(page, &route.id, "where it goes", &route.say);
        says.cited(page, &route.sources, sources);
        for id in &route.checklists {
            let found = lists.contains(id.as_str());
            says.there(page, "checklist", id, found);
            // A page that says in one line what the next denies would send somebody to the wrong door.
            if to_ceop.contains(id.as_str()) && route.not_ceop {
                says.there(page, "checklist that CEOP does not take", id, false);
            }
        }
        if let Some(id) = &route.flow {
            let found = flows.contains(id.as_str());
            says.there(page, "flowchart", id, found);
        }
        for id in &route.contacts {
            let found = contacts.contains(id.as_str());
            says.there(page, "contact", id, found);
        }
    }
}
