//! Somebody in a concern as they were then: a record is read years later, and a class is another one each September.

use domain::concern::{PersonIn, Version};
use domain::pupil::Facts;
use vault::Room;

use super::show::person_shown;
use crate::wire::PersonShown;
use crate::{Office, say};

/// Class as it was written down, or that it is the one of now, and the age on the day on which it happened.
pub(super) fn person_then(
    office: &Office,
    room: &Room,
    person: &PersonIn,
    version: &Version,
) -> PersonShown {
    let shown = person_shown(office, person);
    if person.kind == "adult" {
        return shown;
    }
    let listed = person.pupil.and_then(|id| room.pupil_line(id).ok());
    let now = listed.map(|line| line.facts).unwrap_or_default();
    let class = match (&person.class, &now.class) {
        (Some(then), _) => Some(format!("class {then} then")),
        (None, Some(now)) => Some(format!("class now {now}")),
        (None, None) => None,
    };
    let happened = version.content.details.occurred_at;
    let day = say::at(
        happened.unwrap_or(version.step.written).timestamp_millis(),
        office.around.zone,
    );
    let born = Facts {
        date_of_birth: person.date_of_birth.or(now.date_of_birth),
        ..Facts::default()
    };
    let age = day.and_then(|day| born.age_on(day.date_naive()));
    let age = age.map(|age| match happened {
        Some(_) => format!("{age} years old then"),
        None => format!("{age} years old when it was written"),
    });
    let detail: Vec<String> = [class, age].into_iter().flatten().collect();
    PersonShown {
        detail: detail.join(", "),
        ..shown
    }
}
