//! The invented school's sentences, names and people, as they ship.

mod names;
mod scenario;
mod school;

use std::collections::BTreeMap;

use guidance::{Region, read};
use serde::Deserialize;

pub(super) use names::{Given, Tradition};
pub(super) use scenario::{Moment, Scenario, Seemed, Service};
pub(super) use school::{Person, School};

macro_rules! page {
    ($name:literal) => {
        (
            concat!("demo/", $name),
            include_str!(concat!("../../../../../../assets/demo/", $name)),
        )
    };
}

/// Everything a plan is made from.
pub(super) struct Facts {
    pub(super) school: School,
    pub(super) traditions: Vec<Tradition>,
    /// For a family that falls on no tradition, so that there is always one.
    pub(super) plainest: Tradition,
    pub(super) scenarios: Vec<Scenario>,
    pub(super) regions: &'static [Region],
    lists: BTreeMap<String, Vec<String>>,
}

impl Facts {
    pub(super) fn shipped() -> Result<Self, guidance::Error> {
        let (file, text) = page!("school.toml");
        let school = read(file, text)?;
        let (file, text) = page!("names.toml");
        let names: NamesPage = read(file, text)?;
        let (file, text) = page!("words.toml");
        let words: WordsPage = read(file, text)?;
        let mut scenarios = Vec::new();
        for (file, text) in [
            page!("accounts-home.toml"),
            page!("accounts-school.toml"),
            page!("accounts-online.toml"),
            page!("accounts-standing.toml"),
        ] {
            let accounts: AccountsPage = read(file, text)?;
            scenarios.extend(accounts.scenario);
        }

        Ok(Self {
            school,
            traditions: names.tradition,
            plainest: Tradition::default(),
            scenarios,
            regions: guidance::wording()?.regions(),
            lists: words.lists,
        })
    }

    /// The words of a list, or none if there is no such list.
    pub(super) fn list(&self, name: &str) -> &[String] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// The words of a list for a child of this age, where the list has some of its own.
    pub(super) fn list_for(&self, name: &str, young: bool) -> &[String] {
        if young && let Some(list) = self.lists.get(&format!("{name}_young")) {
            return list;
        }
        self.list(name)
    }

    #[cfg(test)]
    pub(super) fn lists(&self) -> &BTreeMap<String, Vec<String>> {
        &self.lists
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesPage {
    tradition: Vec<Tradition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsPage {
    lists: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountsPage {
    scenario: Vec<Scenario>,
}
