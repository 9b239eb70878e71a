//! Where each kind of matter goes.

use super::super::flow::cited;
use crate::wire::{Choice, Fault, RouteLine};

/// Every kind of matter, in the order of harm.
pub fn routes() -> Result<Vec<RouteLine>, Fault> {
    let stopped = |error: &guidance::Error| Fault::stopped().technical(error.to_string());
    let all = guidance::routes().map_err(|error| stopped(&error))?;
    let lists = guidance::checklists().map_err(|error| stopped(&error))?;
    let flows = guidance::flows().map_err(|error| stopped(&error))?;
    let contacts = guidance::contacts().map_err(|error| stopped(&error))?;
    Ok(all
        .iter()
        .map(|route| RouteLine {
            id: route.id.to_string(),
            what: route.what.clone(),
            say: route.say.clone(),
            not_ceop: route.not_ceop,
            checklists: lists
                .iter()
                .filter(|list| route.checklists.contains(&list.id))
                .map(|list| choice(&list.id, &list.title, &list.purpose))
                .collect(),
            flow: flows
                .iter()
                .find(|flow| route.flow.as_ref().is_some_and(|id| *id == flow.id))
                .map(|flow| {
                    let title = format!("{} {}", flow.number, flow.title);
                    choice(&flow.id, &title, "")
                }),
            contacts: contacts
                .iter()
                .filter(|contact| route.contacts.contains(&contact.id))
                .map(|contact| choice(&contact.id, &contact.name, &contact.how))
                .collect(),
            sources: cited(&route.sources),
        })
        .collect())
}

fn choice(id: &str, title: &str, detail: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        title: title.to_owned(),
        detail: detail.to_owned(),
    }
}
