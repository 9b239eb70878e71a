use super::says::Says;
use crate::{Checklist, Contact, Flow, Page, Route, Source};

/// Every fault of the page of routes.
pub(super) fn routes(
    says: &mut Says<'_>,
    routes: &[Route],
    lists: &[Checklist],
    flows: &[Flow],
    contacts: &[Contact],
    sources: &[Source],
) {
    let page = Page::Routes;
    says.once(page, "route", routes.iter().map(|route| &route.id));
    for route in routes {
        says.said(page, &route.id, "what it is", &route.what);
        says.said(page, &route.id, "where it goes", &route.say);
        says.cited(page, &route.sources, sources);
        for id in &route.checklists {
            let found = lists.iter().any(|list| list.id == *id);
            says.there(page, "checklist", id, found);
            // A page that says in one line what the next denies would send somebody to the wrong door.
            let ceop = lists.iter().any(|list| {
                list.id == *id && list.goes_to.as_ref().is_some_and(|body| *body == *"ceop")
            });
            if ceop && route.not_ceop {
                says.there(page, "checklist that CEOP does not take", id, false);
            }
        }
        if let Some(id) = &route.flow {
            let found = flows.iter().any(|flow| flow.id == *id);
            says.there(page, "flowchart", id, found);
        }
        for id in &route.contacts {
            let found = contacts.iter().any(|contact| contact.id == *id);
            says.there(page, "contact", id, found);
        }
    }
}
