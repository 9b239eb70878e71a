//! What a row says. Without names, every word comes from the wording and none from what somebody wrote: governors see no name, no
//! initial, no class and no unusual detail (roles/permissions.toml).

use domain::concern::{Concern, Details, PersonIn};
use domain::room::Room as RoomKind;
use domain::school::OwnCategory;
use domain::step::EntryId;
use vault::ask::ConcernLine;

use crate::concern::status_title;
use crate::wire::{Fault, LogSays};
use crate::{Office, say, words};

/// What the columns are called.
pub(super) fn heads(says: LogSays) -> &'static [&'static str] {
    match says {
        LogSays::Nobody => &[
            "Month",
            "People it concerns",
            "Kind of incident",
            "Actions",
            "Where it stands",
        ],
        LogSays::Numbers => &[
            "Day",
            "Record",
            "People it concerns",
            "Kind of incident",
            "Actions",
            "Where it stands",
        ],
        LogSays::Names => &[
            "Date and time",
            "Name of pupil or staff member",
            "Male or female",
            "Room and computer or device number",
            "Details of incident (including evidence)",
            "Actions and reasons",
        ],
    }
}

/// The six columns of an eSafety incident log, as they were written.
pub(super) fn named(office: &Office, line: &ConcernLine) -> Result<Vec<String>, Fault> {
    let view = crate::concern::view(office, RoomKind::Pupils, line.id)?;
    let columns = crate::paper::log_columns(&view);
    let mut cells: Vec<String> = columns.into_iter().map(|(_, said)| said).collect();
    if let Some(first) = cells.first_mut() {
        let about = if line.about_time { "about " } else { "" };
        let at = office.dated(line.occurred.unwrap_or(line.written));
        *first = format!("{about}{at}\n{}", view.row.record_no);
    }
    Ok(cells)
}

/// What can be said of a concern without saying whose it is.
pub(super) fn nameless(
    office: &Office,
    concern: &Concern,
    line: &ConcernLine,
    says: LogSays,
) -> Vec<String> {
    let at = say::at(line.occurred.unwrap_or(line.written), office.around.zone);
    let on = at.map(|at| at.date_naive());
    let content = concern.current().map(|version| &version.content);
    let mut cells = match says {
        LogSays::Numbers => vec![
            on.map(say::date_and_year).unwrap_or_default(),
            line.record_no.clone(),
        ],
        LogSays::Nobody | LogSays::Names => vec![
            on.map(|on| on.format("%B %Y").to_string())
                .unwrap_or_default(),
        ],
    };
    cells.extend([
        content
            .map(|content| people(&content.people))
            .unwrap_or_default(),
        content
            .map(|content| kinds(&content.details))
            .unwrap_or_default(),
        actions(concern),
        status_title(line),
    ]);
    cells
}

/// `2 pupils, 1 adult`.
fn people(people: &[PersonIn]) -> String {
    let count = |kind: &str| people.iter().filter(|person| person.kind == kind).count();
    let said = [
        (count("pupil"), "pupil", "pupils"),
        (count("adult"), "adult", "adults"),
        (count("unknown"), "person not known", "people not known"),
    ];
    said.into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, one, several)| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {several}"),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// It was filed under an area of risk online, or names an app, an address or a user name.
pub(super) fn is_online(details: &Details) -> bool {
    happened_online(!details.online_service.is_empty(), &details.categories)
}

/// The same of what is counted of a concern.
pub(super) fn happened_online(traced: bool, categories: &[String]) -> bool {
    traced
        || words::wording().is_ok_and(|wording| {
            wording.four_cs().iter().any(|area| {
                categories.iter().any(|id| {
                    area.id.as_str() == id || area.topics.iter().any(|one| one.id.as_str() == id)
                })
            })
        })
}

/// Its categories. A name that the school made up may name somebody, so it is not said.
fn kinds(details: &Details) -> String {
    let mut said: Vec<String> = details
        .categories
        .iter()
        .map(|id| match OwnCategory::name_in(id) {
            Some(_) => "A category of the school\u{2019}s own".to_owned(),
            None => words::category(id),
        })
        .collect();
    said.dedup();
    if said.is_empty() {
        said.push("Not sorted yet".to_owned());
    }
    if is_online(details) {
        said.push("Online".to_owned());
    }
    said.join("; ")
}

/// What was decided, to whom it was referred and how many steps were taken; steps struck as mistakes are not counted.
pub(in crate::report) fn actions(concern: &Concern) -> String {
    let case = &concern.case;
    let stands = |entry: &EntryId| case.struck(entry).is_none();
    let mut said: Vec<String> = Vec::new();
    for one in case.decisions.iter().filter(|one| stands(&one.step.entry)) {
        let decided = words::term("decision", &one.what.decision);
        said.push(match one.what.not_referred {
            true => format!("{decided}, decided not to refer"),
            false => decided,
        });
    }
    for (one, replies) in &case.referrals {
        if stands(&one.step.entry) {
            let body = words::term("external_body", &one.what.body);
            let answered = match replies.is_empty() {
                true => "",
                false => ", answered",
            };
            said.push(format!("Referred: {body}{answered}"));
        }
    }
    let steps = case
        .taken
        .iter()
        .filter(|one| stands(&one.step.entry))
        .count();
    match steps {
        0 => {}
        1 => said.push("1 step taken".to_owned()),
        _ => said.push(format!("{steps} steps taken")),
    }
    said.dedup();
    said.join("; ")
}
