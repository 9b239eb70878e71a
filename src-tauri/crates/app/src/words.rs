//! Words for ids, from the wording that ships as data.

use std::collections::HashMap;
use std::sync::OnceLock;

use guidance::{Nature, Term, Wording};

use crate::wire::{CategoriesView, Choice, ChoiceGroup, Fault, Lists, OwnCategory};

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

/// What a concern can be filed under, in the order in which it is offered: the kinds of abuse, the four areas of risk
/// online, the specific issues of KCSIE, the names that schools know from CPOMS, then the school's own.
fn category_groups(wording: &Wording) -> Vec<ChoiceGroup> {
    let abuse = wording
        .abuse_types()
        .iter()
        .map(|kind| choice(kind.id.as_str(), &kind.name, &kind.detail));
    let online = wording.four_cs().iter().flat_map(|area| {
        let whole = choice(area.id.as_str(), &area.name, &area.detail);
        let topics = area.topics.iter().map(|topic| {
            let title = format!("{}: {}", area.name, topic.name);
            choice(topic.id.as_str(), &title, "")
        });
        std::iter::once(whole).chain(topics)
    });
    let issues = wording.issues().iter().map(|issue| {
        // What it covers stands in brackets behind its name.
        let (name, more) = issue.name.split_once(" (").unwrap_or((&issue.name, ""));
        choice(issue.id.as_str(), name, more.trim_end_matches(')'))
    });
    // Many of the known names are no concerns: what a child is stands on their page, and what was done is a step.
    let known = |natures: [Nature; 2]| -> Vec<Choice> {
        let all = wording.categories().iter();
        all.filter(|category| natures.contains(&category.nature))
            .map(|category| {
                let more = match category.nature {
                    Nature::Status => "Put it on their page as a flag too",
                    Nature::Outcome => "Write down the decision or referral too",
                    Nature::Incident | Nature::Context | Nature::Contact | Nature::History => "",
                };
                choice(category.id.as_str(), &category.name, more)
            })
            .collect()
    };
    let group = |title: &str, choices: Vec<Choice>| ChoiceGroup {
        title: title.to_owned(),
        choices,
    };
    vec![
        group("Kinds of abuse", abuse.collect()),
        group("Online: the four Cs", online.collect()),
        group("Specific issues", issues.collect()),
        group(
            "Known from CPOMS: what happened",
            known([Nature::Incident, Nature::Context]),
        ),
        group(
            "Known from CPOMS: about the child",
            known([Nature::Status, Nature::History]),
        ),
        group(
            "Known from CPOMS: what was done",
            known([Nature::Contact, Nature::Outcome]),
        ),
    ]
}

/// The same as this school offers it: without what it does not use, with its own.
fn offered(office: &crate::Office, wording: &Wording) -> Result<Vec<ChoiceGroup>, Fault> {
    let settings = &office.sitting()?.settings;
    let mut groups = category_groups(wording);
    for group in &mut groups {
        group
            .choices
            .retain(|known| !settings.categories_off.contains(&known.id));
    }
    let own = settings.categories.iter().filter(|own| !own.off);
    groups.push(ChoiceGroup {
        title: "Our own".to_owned(),
        choices: own
            .map(|own| choice(&own.id(), &own.name, &own.definition))
            .collect(),
    });
    groups.retain(|group| !group.choices.is_empty());
    Ok(groups)
}

/// Every known category with whether the school offers it, and the school's own.
pub fn categories(office: &crate::Office) -> Result<CategoriesView, Fault> {
    let settings = &office.sitting()?.settings;
    Ok(CategoriesView {
        groups: category_groups(wording()?),
        off: settings.categories_off.clone(),
        own: settings
            .categories
            .iter()
            .map(|own| OwnCategory {
                name: own.name.clone(),
                definition: own.definition.clone(),
                off: own.off,
            })
            .collect(),
    })
}

/// Every category there is, own names and those of the guidance.
pub(crate) fn all_categories() -> Vec<Choice> {
    let groups = guidance::wording().map(category_groups).unwrap_or_default();
    groups.into_iter().flat_map(|group| group.choices).collect()
}

/// A category in words.
pub(crate) fn category(id: &str) -> String {
    if let Some(name) = domain::school::OwnCategory::name_in(id) {
        return name.to_owned();
    }
    let Ok(wording) = guidance::wording() else {
        return id.to_owned();
    };
    if let Some(own) = wording.category(id) {
        return own.name.clone();
    }
    // A chronology asks for hundreds of them: the groups are laid out once.
    static TITLES: OnceLock<HashMap<String, String>> = OnceLock::new();
    let titles = TITLES.get_or_init(|| {
        let groups = category_groups(wording).into_iter().rev();
        groups
            .flat_map(|group| group.choices.into_iter().rev())
            .map(|known| (known.id, known.title))
            .collect()
    });
    titles.get(id).cloned().unwrap_or_else(|| id.to_owned())
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

/// What to bear in mind before choosing a region, or nothing.
pub(crate) fn region_detail(id: &str) -> String {
    let wording = guidance::wording().ok();
    let region = wording.and_then(|wording| wording.region(id));
    region.map_or_else(String::new, |region| region.detail.clone())
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
    let groups = offered(office, wording)?;
    Ok(Lists {
        sites: sitting.settings.sites.clone(),
        categories: groups
            .iter()
            .flat_map(|group| group.choices.iter().cloned())
            .collect(),
        category_groups: groups,
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
        bodies: bodies(office, wording)?,
        parents: terms(wording.terms("parent_informed")),
        adult_kinds: terms(wording.terms("adult_kind")),
        family: terms(wording.terms("family_relation")),
        agencies: terms(wording.terms("agency_relation")),
        elsewhere: terms(wording.terms("elsewhere")),
        ladder: terms(wording.terms("escalation_step")),
    })
}

/// Whom a concern can be referred to, each with the number that the school has written down.
fn bodies(office: &crate::Office, wording: &Wording) -> Result<Vec<Choice>, Fault> {
    let settings = &office.sitting()?.settings;
    let number = |whom: &str| {
        let mut known = settings.numbers.iter().filter(|number| number.whom == whom);
        known.next().map(|number| number.number.as_str())
    };
    let mut bodies = terms(wording.terms("external_body"));
    for body in &mut bodies {
        let by_night = number(&format!("{}-out-of-hours", body.id));
        body.detail = [
            number(&body.id).map(|number| format!("Ring {number}")),
            by_night.map(|number| format!("out of hours {number}")),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ");
    }
    Ok(bodies)
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
