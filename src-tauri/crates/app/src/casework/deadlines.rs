//! The rules that a deadline can follow, what counting by one gives, and by how much something is late.

use domain::case::{Counted, INSTEAD};

use super::days::moment;
use super::late::late_by;
use super::show::due_said;
use crate::Office;
use crate::wire::{CountedView, DeadlineView, DueForm, Fault};

/// The rules that belong to what is added: to something to do (`action`), or to the answer to a referral (`referral`) to
/// one body. Only rules that hold.
pub fn deadlines(office: &Office, what: &str, body: &str) -> Result<Vec<DeadlineView>, Fault> {
    office.sitting()?;
    let known =
        guidance::deadlines().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let wanted = match what {
        "referral" => format!("referral:{body}"),
        what => what.to_owned(),
    };
    let fitting = known.iter().filter(|rule| rule.holds());
    let fitting = fitting.filter(|rule| rule.offered_for.iter().any(|one| *one == *wanted));
    Ok(fitting
        .map(|rule| {
            let counted = Counted {
                clock: rule.clock.id().to_owned(),
                amount: rule.amount,
                ..Counted::default()
            };
            DeadlineView {
                id: rule.id.to_string(),
                // The number first: a box may be too narrow for the rest.
                title: format!("{}: {}", counted.said(), rule.label),
                starts_when: rule.starts_when.clone(),
                source: rule.cited_as.clone(),
                limit: rule.limit.clone(),
                check: rule.to_be_checked(),
            }
        })
        .collect())
}

/// The day or the moment that a choice gives, before anything is signed; what stands in its way otherwise.
pub fn count_due(office: &Office, due: DueForm) -> Result<CountedView, Fault> {
    let terms = &office.sitting()?.settings.terms;
    Ok(match moment(&due, office.around.local(), terms) {
        Ok(None) => CountedView::default(),
        Ok(Some(due)) => CountedView {
            due: Some(due_said(office, due.at.timestamp_millis(), due.whole_day)),
            note: match due.counted.is_some_and(|counted| counted.instead) {
                true => format!("{INSTEAD}."),
                false => String::new(),
            },
        },
        Err(say) => CountedView {
            due: None,
            note: say.to_owned(),
        },
    })
}

/// By how much something is late, in the unit it was counted in; nothing while it is in time.
pub(crate) fn late(office: &Office, at: i64, whole_day: bool, unit: &str) -> Option<String> {
    let due = crate::say::at(at, office.around.zone)?;
    let terms = &office.sitting().ok()?.settings.terms;
    late_by(due, whole_day, office.around.local(), (unit, terms))
}
