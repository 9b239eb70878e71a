//! What stands in a chronology beside concerns: flags from and to, coming and leaving.

use chrono::NaiveDate;
use domain::pupil::Facts;

use crate::words;

/// Something about the child that a day is known of.
pub(crate) struct Milestone {
    /// The day.
    pub(crate) day: NaiveDate,
    /// `Child in need (s.17) from here`.
    pub(crate) title: String,
    /// Who said so.
    pub(crate) detail: Option<String>,
}

/// Every milestone of a pupil, in no order.
pub(crate) fn milestones(facts: &Facts) -> Vec<Milestone> {
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
