//! What holds the clock, and what gives more time.

use domain::access::{EXTENDED, Extension, MOST_MONTHS, PART_EXTENSION, PART_PAUSE, PAUSED, Pause};

use super::{Fields, Sheet, Typed, facts, fields, iso, on};
use crate::wire::AccessFact;

impl Sheet for Pause {
    const KIND: &'static str = PAUSED;
    const PART: &'static str = PART_PAUSE;

    fn read(typed: &mut Typed<'_>) -> Self {
        let from = typed.past_needed("from", "Say which day you asked");
        let until = typed.past("until");
        if until.is_some_and(|until| until < from) {
            typed.refuse("until", "The answer is before the question");
        }
        Self {
            from,
            until,
            why: typed.needed(
                "why",
                "Say what you asked, and why you cannot search without it",
            ),
            of: None,
            struck: false,
        }
    }

    fn fields(&self) -> Fields {
        fields([
            ("from", iso(Some(self.from))),
            ("until", iso(self.until)),
            ("why", self.why.clone()),
        ])
    }

    fn facts(&self) -> Vec<AccessFact> {
        let until = match self.until {
            Some(until) => on(Some(until)),
            None => "Not yet".to_owned(),
        };
        facts([
            ("Asked", on(Some(self.from))),
            ("Answered", until),
            ("What was asked", self.why.clone()),
        ])
    }

    fn is_struck(&self) -> bool {
        self.struck
    }

    fn put(&mut self, of: Option<String>, struck: bool) {
        (self.of, self.struck) = (of, struck);
    }
}

impl Sheet for Extension {
    const KIND: &'static str = EXTENDED;
    const PART: &'static str = PART_EXTENSION;

    fn read(typed: &mut Typed<'_>) -> Self {
        let months = typed.words("months").parse().unwrap_or(0);
        if !(1..=MOST_MONTHS).contains(&months) {
            typed.refuse("months", "Say one month or two: the law gives no more");
        }
        let told_on = typed.past("told_on");
        let told_how = typed.words("told_how");
        if told_on.is_some() && told_how.is_empty() {
            typed.refuse("told_how", "Say how they were told");
        }
        Self {
            months,
            why: typed.needed("why", "Say why it cannot be answered in a month"),
            told_on,
            told_how,
            of: None,
            struck: false,
        }
    }

    fn fields(&self) -> Fields {
        fields([
            ("months", self.months.to_string()),
            ("why", self.why.clone()),
            ("told_on", iso(self.told_on)),
            ("told_how", self.told_how.clone()),
        ])
    }

    fn facts(&self) -> Vec<AccessFact> {
        let months = match self.months {
            1 => "One month more".to_owned(),
            months => format!("{months} months more"),
        };
        let told = match self.told_on {
            Some(told) => format!("{}: {}", on(Some(told)), self.told_how),
            None => "Not yet".to_owned(),
        };
        facts([
            ("How much", months),
            ("Why", self.why.clone()),
            ("The person was told", told),
        ])
    }

    fn is_struck(&self) -> bool {
        self.struck
    }

    fn put(&mut self, of: Option<String>, struck: bool) {
        (self.of, self.struck) = (of, struck);
    }
}
