use std::collections::BTreeSet;

use super::says::Says;
use crate::{Deadline, Page, Vocabulary};

/// The vocabulary that a referral goes to one of.
const BODY: &str = "external_body";

/// Every deadline is there once, has words and sources, and is offered for something that there is.
pub(super) fn deadlines(
    says: &mut Says<'_>,
    deadlines: &[Deadline],
    vocabularies: &[Vocabulary],
    sources: &BTreeSet<&str>,
) {
    let page = Page::Deadlines;
    says.once(page, "deadline", deadlines.iter().map(|one| &one.id));
    let bodies = vocabularies.iter().find(|one| one.id == *BODY);
    let bodies: BTreeSet<&str> = bodies
        .into_iter()
        .flat_map(|known| &known.terms)
        .map(|term| term.id.as_str())
        .collect();
    for one in deadlines {
        says.said(page, &one.id, "label", &one.label);
        if !one.offered_for.is_empty() {
            // Printed beside a date.
            says.said(page, &one.id, "source in words", &one.cited_as);
        }
        says.cited(page, &one.sources, sources);
        for offered in &one.offered_for {
            let found = match offered.strip_prefix("referral:") {
                Some(body) => bodies.contains(body),
                None => *offered == "action",
            };
            says.there(page, "thing to add", offered, found);
        }
    }
}
