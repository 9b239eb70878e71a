//! `concerns list`: what this user may read, newest first.

use app::wire::ConcernFilter;

use crate::answer::{Answer, Outcome};
use crate::args::{ListConcerns, Run};
use crate::desk;
use crate::stop::{Spot, Stop};
use crate::table::table;

/// Lists concerns.
pub fn list(run: &Run, wanted: &ListConcerns) -> Outcome {
    desk::sit(run, |office| {
        let pupil = match &wanted.pupil {
            None => None,
            Some(pupil) => Some(app::pupil_id(office, pupil)?.ok_or_else(|| {
                refused(
                    "--pupil",
                    "There is no pupil with this id or unique pupil number.",
                )
            })?),
        };
        if let Some(status) = &wanted.status {
            let known = app::lists(office)?.statuses;
            if status != "unread" && !known.iter().any(|known| known.id == *status) {
                let ids: Vec<&str> = known.iter().map(|known| known.id.as_str()).collect();
                return Err(refused(
                    "--status",
                    &format!(
                        "There is no such status. Statuses: {}, unread.",
                        ids.join(", ")
                    ),
                ));
            }
        }
        let filter = ConcernFilter {
            pupil,
            status: wanted.status.clone(),
            from: wanted.from.clone().map(|day| day.0),
            to: wanted.to.clone().map(|day| day.0),
            ..ConcernFilter::default()
        };
        let concerns = app::concern_facts(office, &filter, wanted.limit.unwrap_or(usize::MAX))?;
        let text = table(
            ["number", "happened", "about", "category", "status", "id"],
            concerns.iter().map(|concern| {
                let about = concern
                    .student
                    .as_ref()
                    .map(|student| student.name.as_str());
                [
                    concern.record_no.clone(),
                    concern.occurred_at.clone().unwrap_or_default(),
                    about
                        .filter(|name| !name.is_empty())
                        .unwrap_or("Name not known")
                        .to_owned(),
                    concern.category.clone().unwrap_or_default(),
                    concern.status.clone(),
                    concern.id.clone(),
                ]
            }),
        );
        Answer::new(concerns, text)
    })
}

fn refused(option: &str, say: &str) -> Stop {
    Stop::at(vec![Spot::option(option, say)])
}
