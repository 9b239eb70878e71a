//! What stands in a chronology beside concerns: flags from and to, coming and leaving, what had to be read first.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::pupil::{Facts, Noted, PART_REASON, Pupil};
use domain::step::Step;

use crate::words;

/// Something about the child that a day is known of.
pub(crate) struct Milestone {
    /// The day.
    pub(crate) day: NaiveDate,
    /// Of several on one day, which came first.
    pub(crate) order: i64,
    /// `Child in need (s.17) from here`.
    pub(crate) title: String,
    /// Who said so, or the words.
    pub(crate) detail: Vec<Said>,
}

/// A stretch of what is said beside a milestone.
pub(crate) enum Said {
    /// Somebody's words, in which other children are letters.
    Words(String),
    /// Ours, and the names of those who signed, which are nobody's letter.
    Ours(String),
}

impl Milestone {
    /// Everything it says, for finding words in it.
    pub(crate) fn said(&self) -> String {
        let detail = self.detail.iter().map(|said| match said {
            Said::Words(text) | Said::Ours(text) => text.as_str(),
        });
        format!("{} {}", self.title, detail.collect::<String>())
    }
}

/// Every milestone of a pupil, in no order.
pub(crate) fn milestones(pupil: &Pupil, facts: &Facts, zone: Tz) -> Vec<Milestone> {
    let mut all = of_facts(facts);
    all.extend(pupil.key.iter().flat_map(|noted| of_key_fact(noted, zone)));
    all
}

/// What had to be read first: on the day it was written, or written anew, and on the day it ended. That it was written
/// anew is not an end of it.
fn of_key_fact(noted: &Noted, zone: Tz) -> Vec<Milestone> {
    let said = |step: &Step, title: &str, reason: &str| {
        let mut detail = vec![
            Said::Ours("\u{201c}".to_owned()),
            Said::Words(noted.what.say.clone()),
            Said::Ours("\u{201d}".to_owned()),
        ];
        if !reason.is_empty() {
            detail.push(Said::Ours(" Why: \u{201c}".to_owned()));
            detail.push(Said::Words(reason.to_owned()));
            detail.push(Said::Ours("\u{201d}".to_owned()));
        }
        detail.push(Said::Ours(format!(" {}", step.author.name)));
        Milestone {
            day: step.written.with_timezone(&zone).date_naive(),
            order: step.written.timestamp_millis(),
            title: title.to_owned(),
            detail,
        }
    };
    let title = if noted.step.supersedes.is_empty() {
        "To be read first from here"
    } else {
        "What is to be read first was changed"
    };
    let begins = said(&noted.step, title, &noted.step.text(PART_REASON));
    let ends = noted
        .ended
        .iter()
        .filter(|ended| !ended.replaced)
        .map(|ended| said(&ended.step, "No longer to be read first", &ended.reason));
    std::iter::once(begins).chain(ends).collect()
}

fn of_facts(facts: &Facts) -> Vec<Milestone> {
    let plain = |day: Option<NaiveDate>, title: &str| {
        day.map(|day| Milestone {
            day,
            order: 0,
            title: title.to_owned(),
            detail: Vec::new(),
        })
    };
    let mut all: Vec<Milestone> = [
        plain(facts.admitted, "First day at this school"),
        plain(facts.left_on, "Last day at this school"),
    ]
    .into_iter()
    .flatten()
    .collect();
    for place in &facts.elsewhere {
        let what = words::term("elsewhere", &place.how);
        for (day, say) in [(place.from, "from here"), (place.to, "ended")] {
            all.extend(day.map(|day| Milestone {
                day,
                order: 0,
                title: format!("{what} {say}"),
                detail: vec![Said::Words(place.place.clone())],
            }));
        }
    }
    for flag in &facts.flags {
        let what = words::term("child_status", &flag.flag);
        let source = flag.source.as_deref().map(str::trim);
        let source = source.filter(|source| !source.is_empty());
        for (day, say) in [(flag.from, "from here"), (flag.to, "ended")] {
            all.extend(day.map(|day| {
                Milestone {
                    day,
                    order: 0,
                    title: format!("{what} {say}"),
                    detail: source
                        .map(|source| Said::Words(format!("Source: {source}")))
                        .into_iter()
                        .collect(),
                }
            }));
        }
    }
    all
}
