//! Lists of concerns.

use chrono::{NaiveDate, TimeZone};
use chrono_tz::Tz;
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use vault::ask::{ConcernLine, ConcernQuery};

use crate::wire::{ConcernFilter, ConcernPage, ConcernRow, Fault, RoomTag};
use crate::{Office, say, words};

/// The most rows a page has.
pub(super) const MOST: u32 = 200;
/// How a filter says that nobody has taken a concern on.
const NOBODY: &str = "nobody";

/// Concerns this person may read, newest first unless asked otherwise, of all their rooms together; joined in memory only.
pub fn concerns(office: &mut Office, filter: ConcernFilter) -> Result<ConcernPage, Fault> {
    let sitting = office.sitting()?;
    if sitting.rooms.is_empty() {
        return super::own::concerns_of_reporter(office, &filter);
    }
    let limit = if filter.limit == 0 {
        50
    } else {
        filter.limit.min(MOST)
    };
    let query = query(office, &filter, limit)?;
    let is_everything = query.is_everything();
    let mut rows: Vec<(i64, ConcernRow)> = Vec::new();
    let (mut more, mut total, mut unread) = (false, 0, 0);
    for (kind, room) in &sitting.rooms {
        let page = room.concerns(&query)?;
        let (all, new) = room.concern_counts()?;
        more |= page.more;
        total += all;
        unread += new;
        rows.extend(
            page.lines
                .iter()
                .map(|line| (line.row, row(office, *kind, room, line))),
        );
    }
    rows.sort_by_key(|(row, _)| *row);
    if !filter.oldest_first {
        rows.reverse();
    }
    more |= rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = if more {
        rows.last().map(|(row, _)| row.to_string())
    } else {
        None
    };
    Ok(ConcernPage {
        concerns: rows.into_iter().map(|(_, row)| row).collect(),
        more,
        next,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        unread: u32::try_from(unread).unwrap_or(u32::MAX),
        calls: if is_everything {
            crate::office::calls(office)?
        } else {
            Vec::new()
        },
    })
}

pub(crate) fn query(
    office: &Office,
    filter: &ConcernFilter,
    limit: u32,
) -> Result<ConcernQuery, Fault> {
    let zone = office.around.zone;
    let day = |field: &str, text: &Option<String>| -> Result<Option<NaiveDate>, Fault> {
        let text = text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty())
            .map(str::parse)
            .transpose()
            .map_err(|_| Fault::field(field, "We could not read that as a day. Try: 2026-11-10"))
    };
    let from = day("from", &filter.from)?;
    // The whole of the last day, also where it has twenty-five hours.
    let to = day("to", &filter.to)?.and_then(|day| day.succ_opt());
    let status = filter.status.as_deref().filter(|status| !status.is_empty());
    Ok(ConcernQuery {
        pupil: filter
            .pupil
            .as_deref()
            .filter(|id| !id.is_empty())
            .map(str::parse::<PupilId>)
            .transpose()
            .map_err(|_| Fault::field("pupil", "There is no such pupil"))?
            .map(|id| office.records_of(id))
            .transpose()?
            .unwrap_or_default()
            .into_iter()
            .map(|id| id.0)
            .collect(),
        unread: status == Some("unread"),
        // What a row calls read, whether a lead has said so or only opened it.
        untriaged: status == Some("acknowledged"),
        status: status
            .filter(|status| !["unread", "acknowledged"].contains(status))
            .map(str::to_owned),
        from: from.and_then(|day| start_of(day, zone)),
        to: to.and_then(|day| start_of(day, zone)),
        reporter: filter
            .mine
            .then(|| office.sitting().map(crate::office::Sitting::person))
            .transpose()?,
        severity: some(&filter.severity),
        owner: some(&filter.owner).map(|owner| match owner.as_str() {
            NOBODY => String::new(),
            _ => owner,
        }),
        category: some(&filter.category),
        due_before: filter
            .overdue
            .then(|| office.around.local().timestamp_millis()),
        oldest_first: filter.oldest_first,
        words: filter.text.clone().filter(|text| !text.trim().is_empty()),
        before: filter.after.as_deref().and_then(|after| after.parse().ok()),
        limit,
    })
}

fn some(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.is_empty())
}

/// The beginning of a day in milliseconds.
pub(crate) fn start_of(day: NaiveDate, zone: Tz) -> Option<i64> {
    zone.from_local_datetime(&day.and_hms_opt(0, 0, 0)?)
        .earliest()
        .map(|at| at.timestamp_millis())
}

/// A concern as a list shows it.
pub(crate) fn row(
    office: &Office,
    kind: RoomKind,
    room: &vault::Room,
    line: &ConcernLine,
) -> ConcernRow {
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let now = (office.around.now)().timestamp_millis();
    // What nobody has read is neither serious nor harmless.
    let severity = match line.first_read {
        Some(_) => line.severity.clone(),
        None => String::new(),
    };
    let category = if line.category.is_empty() {
        String::new()
    } else {
        words::category(&line.category)
    };
    let title = if category.is_empty() {
        first_words(&line.opening)
    } else {
        category.clone()
    };
    let occurred = line
        .occurred
        .map(|at| happened(office, at, line.about_time));
    ConcernRow {
        id: line.id.to_string(),
        record_no: line.record_no.clone(),
        title,
        about: if line.about.is_empty() {
            "Name not known".to_owned()
        } else {
            line.about.clone()
        },
        class: line.class.clone(),
        category,
        status: line.status.clone(),
        status_title: status_title(line),
        unread: line.first_read.is_none(),
        waiting: if line.first_read.is_none() {
            said_gap(office, line.written, now)
        } else {
            String::new()
        },
        occurred: occurred.unwrap_or_else(|| "Not known when".to_owned()),
        written: say::moment(line.written, zone, today),
        late: late(office, line),
        reporter: line.reporter_name.clone(),
        danger: line.urgency == "immediate",
        room: (kind != RoomKind::Pupils).then(|| RoomTag {
            id: room.id().to_string(),
            name: kind.title().to_owned(),
        }),
        files: line.files,
        severity: severity.clone(),
        severity_title: match severity.as_str() {
            "" => String::new(),
            id => words::term("severity", id),
        },
        significant: line.significant,
        closed_for: line
            .closed_for
            .iter()
            .map(|closed| {
                let day = say::at(closed.at, zone).map(|at| say::date(at.date_naive(), today));
                format!("Closed for {}, {}", closed.name, day.unwrap_or_default())
            })
            .collect(),
    }
}

/// "about Tue 10 Nov, 15:10".
pub(super) fn happened(office: &Office, at: i64, about: bool) -> String {
    let about = if about { "about " } else { "" };
    format!(
        "{about}{}",
        say::known(at, office.around.zone, office.around.local().date_naive())
    )
}

/// A concern stays "new" until a lead decides something; once somebody has opened it, that is what is said.
pub(crate) fn status_title(line: &ConcernLine) -> String {
    let read = line.status == "new" && line.first_read.is_some();
    words::term(
        "record_status",
        if read { "acknowledged" } else { &line.status },
    )
}

/// The first words of an account, for a title.
pub(crate) fn first_words(opening: &str) -> String {
    let mut words = opening.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(9).collect();
    let cut = if words.next().is_some() {
        " \u{2026}"
    } else {
        ""
    };
    format!("{}{cut}", first.join(" "))
}

fn said_gap(office: &Office, from: i64, to: i64) -> String {
    match (
        say::at(from, office.around.zone),
        say::at(to, office.around.zone),
    ) {
        (Some(from), Some(to)) => domain::when::gap(&from, &to),
        _ => String::new(),
    }
}

/// How long after learning of it it was written, when that was not the same day.
pub(crate) fn late(office: &Office, line: &ConcernLine) -> Option<String> {
    let learnt = line.noticed.or(line.occurred)?;
    let day = |ms| say::at(ms, office.around.zone).map(|at| at.date_naive());
    (day(learnt)? < day(line.written)?).then(|| said_gap(office, learnt, line.written))
}
