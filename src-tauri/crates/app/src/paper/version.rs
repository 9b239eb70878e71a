//! One version of a concern for paper, with whose the words in it are.

use papers::{Paragraph, Style};

use super::facts::{labelled, one_line};
use crate::wire::{Shown, Version};

/// What it says, line by line. For the police more is said of whose words they are: they do not know the children.
pub(super) fn of_version(version: &Version, for_police: bool) -> Vec<Paragraph> {
    let one = |shown: &Shown| match shown.style {
        "said" => labelled(Style::Said, "", &shown.text, None),
        "account" => labelled(Style::Account, "", &shown.text, None),
        _ => labelled(Style::Account, &shown.label, &shown.text, None),
    };
    let mut all = Vec::new();
    for shown in &version.shown {
        if shown.style == "said"
            && let Some(whose) = whose(version, for_police)
        {
            all.push(labelled(Style::Small, &shown.label, &whose, None));
        }
        all.push(one(shown));
    }
    all
}

/// Whose words stand beneath. The form asks for words and not for who said them; where one child is named there is no doubt, and only
/// whoever reads it far from the school is told.
fn whose(version: &Version, for_police: bool) -> Option<String> {
    let people = &version.form.people;
    let children = people.iter().filter(|person| person.kind == "pupil");
    let names: Vec<String> = children
        .map(|child| one_line(child.name.as_deref().unwrap_or("Name not known")))
        .collect();
    let unsure = people.iter().any(|person| person.kind == "unknown");
    match names.as_slice() {
        [] => for_police.then(|| "No child is named in this record.".to_owned()),
        [one] if !unsure => for_police.then(|| format!("{one} is the only child named.")),
        [one] => for_police.then(|| {
            format!("Whose words these are is not recorded: {one} is named, and somebody of whom it is not known whether they are a child.")
        }),
        many => Some(format!(
            "Whose words these are is not recorded: {} children are named ({}).",
            many.len(),
            many.join(", ")
        )),
    }
}
