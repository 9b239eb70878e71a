//! The days that a report, a log or a signature is of, as somebody asked for them.

use chrono::NaiveDate;
use domain::disclosure::Days;

use crate::wire::Problem;

/// Reads a first and a last day; otherwise says what is wrong, by field. `missing` is said where one is not given.
pub(super) fn read(
    from: Option<&String>,
    to: Option<&String>,
    missing: &str,
) -> Result<Days, Vec<Problem>> {
    let mut problems = Vec::new();
    let from = one("from", from, missing, &mut problems);
    let to = one("to", to, missing, &mut problems);
    match (from, to) {
        (Some(from), Some(to)) if from > to => {
            problems.push(Problem {
                field: "to".to_owned(),
                say: "The last day is before the first".to_owned(),
            });
            Err(problems)
        }
        (Some(from), Some(to)) => Ok(Days { from, to }),
        _ => Err(problems),
    }
}

/// Reads one day.
pub(super) fn one(
    field: &str,
    said: Option<&String>,
    missing: &str,
    problems: &mut Vec<Problem>,
) -> Option<NaiveDate> {
    let said = said.map_or("", |said| said.trim());
    let read = said.parse().ok();
    if read.is_none() {
        let say = match said {
            "" => missing,
            _ => "We could not read this day. Try: 20 Nov",
        };
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    }
    read
}
