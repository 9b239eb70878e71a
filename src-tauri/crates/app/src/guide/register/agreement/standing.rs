//! Whether a line of somebody holds on a day.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::calendar::Terms;
use domain::register::Line;

use super::super::rhythm::{day, said};
use crate::report::year_of;
use crate::say;
use crate::wire::HasLine;

/// How somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::guide::register) enum Stands {
    /// It holds, and since when; until a day where one is said.
    Holds(Option<NaiveDate>, Option<NaiveDate>),
    /// It does not hold any more since a day.
    Lapsed(NaiveDate),
    /// They declined, or need help from the school.
    Declined,
    /// There is none.
    None,
}

/// How a line of the register of signatures stands on a day.
pub(in crate::guide::register) fn signature(line: &Line, today: NaiveDate, zone: Tz) -> Stands {
    if said(line, "declined_or_needs_school_help") == "Yes" {
        return Stands::Declined;
    }
    let signed = day(line, "signed_on", zone);
    let ended = [day(line, "withdrawn_on", zone)]
        .into_iter()
        .flatten()
        .find(|on| *on <= today);
    let until = day(line, "valid_to", zone);
    match (signed, ended, until) {
        (None, _, _) => Stands::None,
        (Some(_), Some(on), _) => Stands::Lapsed(on),
        (Some(_), None, Some(until)) if until < today => Stands::Lapsed(until),
        (Some(on), None, until) => Stands::Holds(Some(on), until),
    }
}

/// How a line of the register of image consent stands on a day. A consent of which every use is refused is one too: it was asked for.
pub(super) fn consent(line: &Line, today: NaiveDate, zone: Tz, terms: &Terms) -> Stands {
    let given = day(line, "in_writing_date", zone);
    let withdrawn = day(line, "withdrawn_in_writing_on", zone).filter(|on| *on <= today);
    let year = match said(line, "valid_for") {
        "This school year" => given.and_then(|on| year_of(on, terms)).map(|year| year.to),
        _ => None,
    };
    match (withdrawn, year) {
        (Some(on), _) => Stands::Lapsed(on),
        (None, Some(until)) if until < today => Stands::Lapsed(until),
        (None, until) => Stands::Holds(given, until),
    }
}

/// Of several, the latest written first: what was declined last counts, otherwise any that holds.
pub(super) fn best(all: impl Iterator<Item = Stands>) -> Stands {
    let all: Vec<Stands> = all.collect();
    let Some(first) = all.first().copied() else {
        return Stands::None;
    };
    if first == Stands::Declined {
        return first;
    }
    let holds = |one: &Stands| matches!(one, Stands::Holds(..));
    all.into_iter().find(holds).unwrap_or(first)
}

/// The same for a screen.
pub(super) fn shown(pupil: Option<String>, name: String, stands: Stands) -> HasLine {
    let (id, say) = match stands {
        Stands::Holds(on, until) => {
            let on = on.map(|on| format!("since {}", say::date_and_year(on)));
            let until = until.map(|until| format!("until {}", say::date_and_year(until)));
            let said: Vec<String> = on.into_iter().chain(until).collect();
            (
                "holds",
                format!("Holds {}", said.join(", ")).trim().to_owned(),
            )
        }
        Stands::Lapsed(on) => ("lapsed", format!("Lapsed {}", say::date_and_year(on))),
        Stands::Declined => (
            "declined",
            "Declined, or needs help from the school".to_owned(),
        ),
        Stands::None => ("none", "None".to_owned()),
    };
    HasLine {
        pupil,
        name,
        stands: id,
        say,
    }
}
