//! Words for ids, from the wording that ships as data.

use guidance::{Term, Wording};

use crate::wire::{Choice, Fault, Lists};

/// The wording, which is part of the program and was checked when it was built.
pub(crate) fn wording() -> Result<&'static Wording, Fault> {
    guidance::wording().map_err(|error| Fault::stopped().technical(error.to_string()))
}

/// A role in words.
pub(crate) fn role(id: &str) -> String {
    guidance::roles()
        .ok()
        .and_then(|roles| roles.role(id))
        .map_or_else(|| id.to_owned(), |role| role.title.clone())
}

/// Roles an account can have.
pub(crate) fn account_roles() -> Result<Vec<Choice>, Fault> {
    let roles = guidance::roles().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    Ok(roles
        .for_accounts()
        .map(|role| choice(role.id.as_str(), &role.title, &role.known_as))
        .collect())
}

/// A term of a vocabulary in words; the id itself where it is not known.
pub(crate) fn term(vocabulary: &str, id: &str) -> String {
    guidance::wording()
        .ok()
        .and_then(|wording| wording.term(vocabulary, id))
        .map_or_else(|| id.to_owned(), |term| term.label.clone())
}

/// Whether a vocabulary knows a term.
pub(crate) fn is_term(vocabulary: &str, id: &str) -> bool {
    guidance::wording().is_ok_and(|wording| wording.term(vocabulary, id).is_some())
}

/// Everything a vocabulary offers, in its order.
pub(crate) fn choices(vocabulary: &str) -> Vec<Choice> {
    guidance::wording().map_or_else(|_| Vec::new(), |wording| terms(wording.terms(vocabulary)))
}

/// What a concern can be filed under: the kinds of abuse, the specific issues of KCSIE, then the school's own list.
fn categories(wording: &Wording) -> Vec<Choice> {
    let abuse = wording
        .abuse_types()
        .iter()
        .map(|kind| choice(kind.id.as_str(), &kind.name, &kind.detail));
    let issues = wording.issues().iter().map(|issue| {
        // What it covers stands in brackets behind its name.
        let (name, more) = issue.name.split_once(" (").unwrap_or((&issue.name, ""));
        choice(issue.id.as_str(), name, more.trim_end_matches(')'))
    });
    let own = wording
        .categories()
        .iter()
        .map(|category| choice(category.id.as_str(), &category.name, ""));
    abuse.chain(issues).chain(own).collect()
}

/// A category in words.
pub(crate) fn category(id: &str) -> String {
    let Ok(wording) = guidance::wording() else {
        return id.to_owned();
    };
    if let Some(own) = wording.category(id) {
        return own.name.clone();
    }
    categories(wording)
        .into_iter()
        .find(|known| known.id == id)
        .map_or_else(|| id.to_owned(), |known| known.title)
}

/// A region of the body with its side, in words.
pub(crate) fn region(id: &str, side: &str) -> String {
    let region = guidance::wording()
        .ok()
        .and_then(|wording| wording.region(id));
    let said = region.and_then(|region| region.in_words(guidance::Side::named(side)?));
    said.or_else(|| region.map(guidance::Region::title))
        .unwrap_or_else(|| id.to_owned())
}

fn choice(id: &str, title: &str, detail: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        title: title.to_owned(),
        detail: detail.to_owned(),
    }
}

fn terms<'a>(terms: impl IntoIterator<Item = &'a Term>) -> Vec<Choice> {
    terms
        .into_iter()
        .map(|term| choice(term.id.as_str(), &term.label, &term.detail))
        .collect()
}

/// Everything one chooses from.
pub fn lists(office: &crate::Office) -> Result<Lists, Fault> {
    let wording = wording()?;
    let sitting = office.sitting()?;
    let leads = sitting
        .directory
        .people
        .iter()
        .filter(|person| {
            person.closed.is_none() && matches!(person.role.as_str(), "dsl" | "deputy_dsl")
        })
        .map(|person| office.person(person))
        .collect::<Result<_, _>>()?;
    Ok(Lists {
        sites: sitting.settings.sites.clone(),
        categories: categories(wording),
        locations: terms(wording.locations()),
        roles: account_roles()?,
        flags: terms(wording.flags()),
        urgencies: terms(wording.urgencies()),
        identified_how: terms(wording.identified_how()),
        record_kinds: wording
            .record_kinds()
            .iter()
            .map(|kind| choice(kind.id.as_str(), &kind.label, &kind.detail))
            .collect(),
        regions: wording
            .regions()
            .iter()
            .map(|region| choice(region.id.as_str(), &region.title(), &sides(region)))
            .collect(),
        person_roles: terms(wording.person_roles()),
        leads,
        statuses: terms(wording.statuses()),
        severities: terms(wording.terms("severity")),
        levels: terms(wording.terms("level_of_need")),
        decisions: terms(wording.terms("decision")),
        bodies: terms(wording.terms("external_body")),
        parents: terms(wording.terms("parent_informed")),
        ladder: terms(wording.terms("escalation_step")),
    })
}

/// Which sides a region has, for the list: `left right`, `middle`.
fn sides(region: &guidance::Region) -> String {
    let names: Vec<&str> = region
        .offered()
        .iter()
        .map(|side| match side {
            guidance::Side::Left => "left",
            guidance::Side::Right => "right",
            guidance::Side::Middle => "middle",
        })
        .collect();
    names.join(" ")
}
