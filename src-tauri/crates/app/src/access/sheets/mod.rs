//! What each sheet takes, and how it is said.

mod asked;
mod ending;
mod found;
mod time;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(super) use asked::{asked_facts, asked_fields, read_asked};

use crate::wire::{AccessFact, AccessForm, Fault, FaultKind, Problem};

/// Longest that a field may be, in characters.
const LONGEST: usize = 20_000;

/// What is entered, by field.
pub(super) type Fields = BTreeMap<String, String>;

/// Something that is written about a request and can be put right or struck.
pub(super) trait Sheet: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The kind of its entries.
    const KIND: &'static str;
    /// The part that holds it.
    const PART: &'static str;

    /// Reads it from what was typed; what is wrong is gathered there.
    fn read(typed: &mut Typed<'_>) -> Self;
    /// As it is typed.
    fn fields(&self) -> Fields;
    /// As it is read.
    fn facts(&self) -> Vec<AccessFact>;
    /// Records it is about.
    fn items(&self) -> Vec<String> {
        Vec::new()
    }
    /// Whether it was struck.
    fn is_struck(&self) -> bool;
    /// Says which thing it is, and whether it counts.
    fn put(&mut self, of: Option<String>, struck: bool);
}

/// What was typed, read field by field.
pub(super) struct Typed<'a> {
    form: &'a AccessForm,
    today: NaiveDate,
    problems: Vec<Problem>,
}

impl<'a> Typed<'a> {
    pub(super) fn of(form: &'a AccessForm, today: NaiveDate) -> Self {
        Self {
            form,
            today,
            problems: Vec::new(),
        }
    }

    pub(super) fn refuse(&mut self, field: &str, say: &str) {
        self.problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    }

    pub(super) fn words(&mut self, field: &str) -> String {
        let text = self.form.fields.get(field);
        let text = text.map_or("", |text| text.trim());
        if text.chars().count() > LONGEST {
            self.refuse(
                field,
                "This is longer than can be kept. Say it in fewer words",
            );
        }
        text.to_owned()
    }

    /// Words without which nobody knows what was meant.
    pub(super) fn needed(&mut self, field: &str, say: &str) -> String {
        let words = self.words(field);
        if words.is_empty() {
            self.refuse(field, say);
        }
        words
    }

    pub(super) fn day(&mut self, field: &str) -> Option<NaiveDate> {
        let text = self.words(field);
        if text.is_empty() {
            return None;
        }
        let day = text.parse().ok();
        if day.is_none() {
            self.refuse(field, "We could not read this day. Try: 20 Nov 2026");
        }
        day
    }

    /// A day that has come.
    pub(super) fn past(&mut self, field: &str) -> Option<NaiveDate> {
        let day = self.day(field);
        if day.is_some_and(|day| day > self.today) {
            self.refuse(field, "This day is still to come");
        }
        day
    }

    /// A day that has come and without which nothing can be counted.
    pub(super) fn past_needed(&mut self, field: &str, say: &str) -> NaiveDate {
        let typed = !self.words(field).is_empty();
        let day = self.past(field);
        if !typed {
            self.refuse(field, say);
        }
        day.unwrap_or(self.today)
    }

    pub(super) fn is(&mut self, field: &str) -> bool {
        self.words(field) == "yes"
    }

    pub(super) fn items(&self) -> &'a [String] {
        &self.form.items
    }

    /// What was read, or everything that is wrong with it.
    pub(super) fn settle<T>(self, read: T) -> Result<T, Fault> {
        if self.problems.is_empty() {
            return Ok(read);
        }
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Something on this sheet cannot be kept yet.",
        );
        fault.problems = self.problems;
        Err(fault)
    }
}

pub(super) fn fields<const N: usize>(all: [(&str, String); N]) -> Fields {
    all.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| (field.to_owned(), text))
        .collect()
}

pub(super) fn facts<const N: usize>(all: [(&str, String); N]) -> Vec<AccessFact> {
    all.into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(label, said)| AccessFact {
            label: label.to_owned(),
            said,
        })
        .collect()
}

/// A day as it is read in whatever year.
pub(super) fn on(day: Option<NaiveDate>) -> String {
    day.map(crate::say::date_and_year).unwrap_or_default()
}

/// A day as it is typed and kept.
pub(super) fn iso(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn yes(is: bool) -> String {
    if is { "yes".to_owned() } else { String::new() }
}
