//! What stands in a chronology beside concerns: flags from and to, coming and leaving, what had to be read first.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::pupil::{Facts, Noted, Pupil};
use domain::step::Step;

use crate::words;

/// Something about the child that a day is known of.
pub(crate) struct Milestone {
    /// The day.
    pub(crate) day: NaiveDate,
    /// `Child in need (s.17) from here`.
    pub(crate) title: String,
    /// Who said so, or the words.
    pub(crate) detail: Option<String>,
}

/// Every milestone of a pupil, in no order.
pub(crate) fn milestones(pupil: &Pupil, facts: &Facts, zone: Tz) -> Vec<Milestone> {
    let mut all = of_facts(facts);
    all.extend(pupil.key.iter().flat_map(|noted| of_key_fact(noted, zone)));
    all
}

/// What had to be read first, on the day it was written and on the day it ended.
fn of_key_fact(noted: &Noted, zone: Tz) -> Vec<Milestone> {
    let day = |step: &Step| step.written.with_timezone(&zone).date_naive();
    let words = &noted.fact.say;
    let by = |step: &Step| format!("{}.", step.author.name);
    let begins = Milestone {
        day: day(&noted.step),
        title: "To be read first from here".to_owned(),
        detail: Some(format!("{words} {}", by(&noted.step))),
    };
    let ends = noted.ended.as_ref().map(|ended| Milestone {
        day: day(&ended.step),
        title: "No longer to be read first".to_owned(),
        detail: Some(format!("{words} Why: {} {}", ended.reason, by(&ended.step))),
    });
    std::iter::once(begins).chain(ends).collect()
}

fn of_facts(facts: &Facts) -> Vec<Milestone> {
    let plain = |day: Option<NaiveDate>, title: &str| {
        day.map(|day| Milestone {
            day,
            title: title.to_owned(),
            detail: None,
        })
    };
    let mut all: Vec<Milestone> = [
        plain(facts.admitted, "First day at this school"),
        plain(facts.left_on, "Last day at this school"),
    ]
    .into_iter()
    .flatten()
    .collect();
    for flag in &facts.flags {
        let what = words::term("child_status", &flag.flag);
        let source = flag.source.as_deref().map(str::trim);
        let source = source.filter(|source| !source.is_empty());
        for (day, say) in [(flag.from, "from here"), (flag.to, "ended")] {
            all.extend(day.map(|day| Milestone {
                day,
                title: format!("{what} {say}"),
                detail: source.map(|source| format!("Source: {source}")),
            }));
        }
    }
    all
}
