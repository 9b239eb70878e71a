//! From a planned concern to entries.

use chrono::{DateTime, FixedOffset, NaiveTime};
use domain::case::{PART_TAKEN, TAKEN, Taken};
use domain::concern::{Brought, Content, Details, RECORDED};
use domain::when::local_moment;
use exchange::past::{Moment, PastAction};
use vault::NewEntry;
use zeroize::Zeroizing;

use super::plan::Planned;
use super::status::status;
use crate::Office;
use crate::wire::Fault;

/// How long what was done may be to stand in one line, in characters.
const LINE: usize = 90;

/// What an import's concerns have in common.
pub(super) struct Common<'a> {
    pub import: &'a str,
    pub source: &'a str,
}

/// A moment of the file on the school's clocks; a day alone is its beginning.
pub(crate) fn moment(office: &Office, moment: Moment) -> Option<DateTime<FixedOffset>> {
    let local = moment.day.and_time(moment.time.unwrap_or(NaiveTime::MIN));
    let Some(ahead) = moment.ahead else {
        return local_moment(office.around.zone, local);
    };
    let zone = FixedOffset::east_opt(ahead * 60)?;
    let at = local.and_local_timezone(zone).single()?;
    Some(at.with_timezone(&office.around.zone).fixed_offset())
}

/// What a planned concern says.
pub(super) fn content(
    office: &Office,
    planned: &Planned,
    common: &Common<'_>,
    record_no: String,
) -> Content {
    let row = &planned.row;
    let undated = planned.actions.iter().filter(|action| action.at.is_none());
    let done: Vec<String> = undated.map(said).collect();
    let occurred = row.occurred.and_then(|at| moment(office, at));
    let added = row.added.and_then(|at| moment(office, at));
    let (account, title) = match (row.text.as_str(), row.title.as_str()) {
        ("", title) => (title, ""),
        (text, title) if text == title => (text, ""),
        (text, title) => (text, title),
    };
    let more = [
        ("Short title", title.to_owned()),
        ("Where", row.place.clone()),
        ("Level", row.level.clone()),
        ("Status", row.status.clone()),
        ("Year group", row.pupil.year.clone()),
        ("Files, which were not in the export", row.files.join("\n")),
    ];
    Content {
        people: planned.people.clone(),
        account: account.to_owned(),
        details: Details {
            record_no,
            record_kind: "pupil-concern".to_owned(),
            occurred_at: occurred,
            immediate_action: done.join("\n\n"),
            categories: planned.categories.clone(),
            status: status(&row.status).0.to_owned(),
            first_written: added.or(occurred),
            brought: Some(Brought {
                import: common.import.to_owned(),
                from: common.source.to_owned(),
                number: row.number.clone(),
                rows: planned.rows.clone(),
                by: row.added_by.clone(),
                written_known: added.is_some(),
                categories: planned.others.clone(),
                more: more
                    .into_iter()
                    .filter(|(_, words)| !words.is_empty())
                    .map(|(name, words)| (name.to_owned(), words))
                    .collect(),
            }),
            ..Details::default()
        },
        ..Content::default()
    }
}

/// The entries of a concern: itself, and a step for everything that was done on a day of its own.
pub(super) fn entries(
    office: &Office,
    id: [u8; 16],
    planned: &Planned,
    content: &Content,
    source: &str,
) -> Result<Vec<NewEntry>, Fault> {
    let mut subjects = vec![id];
    for pupil in content.pupils() {
        if !subjects.contains(&pupil.0) {
            subjects.push(pupil.0);
        }
    }
    let entry = |kind, subjects, at: Option<DateTime<FixedOffset>>, parts| NewEntry {
        kind,
        subjects,
        supersedes: Vec::new(),
        happened: at.map(|at| at.to_rfc3339()),
        parts,
        blobs: Vec::new(),
    };
    let happened = content.details.occurred_at;
    let mut all = vec![entry(RECORDED, subjects, happened, content.to_parts(None))];
    for action in &planned.actions {
        let Some(at) = action.at.and_then(|at| moment(office, at)) else {
            continue;
        };
        let short = action.text.chars().count() <= LINE && !action.text.contains('\n');
        let (what, words) = match short {
            true => (action.text.clone(), String::new()),
            false => (format!("Written in {source}"), action.text.clone()),
        };
        let by = match action.by.as_str() {
            "" => "Somebody",
            by => by,
        };
        let taken = Taken {
            what,
            words,
            at: Some(at),
            brought_by: format!("{by} (in {source})"),
            ..Taken::default()
        };
        let part = serde_json::to_vec(&taken).map_err(|_| Fault::stopped())?;
        let parts = vec![(PART_TAKEN, Zeroizing::new(part))];
        all.push(entry(TAKEN, vec![id], Some(at), parts));
    }
    Ok(all)
}

fn said(action: &PastAction) -> String {
    match action.by.as_str() {
        "" => action.text.clone(),
        by => format!("{by}: {}", action.text),
    }
}
