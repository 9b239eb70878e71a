use serde::Deserialize;

/// The names of families of one tradition.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Tradition {
    #[serde(rename = "id")]
    _id: String,
    /// How often such a family is drawn.
    pub(in crate::demo) weight: u64,
    /// How many families in a hundred join two surnames.
    #[serde(default)]
    pub(in crate::demo) double_barrelled: u64,
    /// One name and no surname.
    #[serde(default)]
    pub(in crate::demo) single: bool,
    /// Which name comes first when it is said in full.
    #[serde(default)]
    pub(in crate::demo) order: Order,
    #[serde(default)]
    pub(in crate::demo) middle_boys: Option<String>,
    #[serde(default)]
    pub(in crate::demo) middle_girls: Option<String>,
    /// The father's name, which his children share as a middle name.
    #[serde(default)]
    pub(in crate::demo) middles: Vec<String>,
    pub(in crate::demo) girls: Vec<Given>,
    pub(in crate::demo) boys: Vec<Given>,
    pub(in crate::demo) surnames: Vec<Family>,
}

/// Which name comes first when it is said in full.
#[derive(Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::demo) enum Order {
    #[default]
    GivenFirst,
    SurnameFirst,
}

/// A given name: in law, in its own script, and as people say it.
#[derive(Clone, Default, Deserialize)]
#[serde(from = "String")]
pub(in crate::demo) struct Given {
    pub(in crate::demo) legal: String,
    pub(in crate::demo) native: Option<String>,
    pub(in crate::demo) known_as: Option<String>,
}

/// A surname, which may have a form of its own for girls.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub(in crate::demo) struct Family {
    boys: String,
    girls: String,
}

impl From<String> for Given {
    fn from(line: String) -> Self {
        let mut parts = line.split('|').map(str::to_owned);
        let mut next = || parts.next().filter(|part| !part.is_empty());
        Self {
            legal: next().unwrap_or_default(),
            native: next(),
            known_as: next(),
        }
    }
}

impl From<String> for Family {
    fn from(line: String) -> Self {
        let (boys, girls) = line.split_once('/').unwrap_or((&line, &line));
        Self {
            boys: boys.to_owned(),
            girls: girls.to_owned(),
        }
    }
}

impl Family {
    /// The form of it that somebody has.
    pub(in crate::demo) fn of(&self, girl: bool) -> &str {
        if girl { &self.girls } else { &self.boys }
    }
}

impl Tradition {
    /// The given names there are for somebody.
    pub(in crate::demo) fn given(&self, girl: bool) -> &[Given] {
        if girl { &self.girls } else { &self.boys }
    }

    /// A full name, in the order in which it is said.
    pub(in crate::demo) fn full(&self, given: &str, surname: &str) -> String {
        match self.order {
            Order::SurnameFirst => format!("{surname} {given}"),
            Order::GivenFirst => format!("{given} {surname}"),
        }
        .trim()
        .to_owned()
    }
}
