//! What somebody without a room wrote and passed on, from their own locker.

use chrono::DateTime;
use vault::ask::ConcernQuery;

use super::draft::Kept;
use super::list::{first_words, happened, query};
use crate::office::{Come, Word};
use crate::wire::{ConcernFilter, ConcernForm, ConcernPage, ConcernRow, Fault};
use crate::{Office, say, words};

/// A reporter's own concerns that fit, newest first: all of them, because one person's own are few.
pub(super) fn concerns_of_reporter(
    office: &Office,
    filter: &ConcernFilter,
) -> Result<ConcernPage, Fault> {
    let query = query(office, filter, u32::MAX)?;
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let reporter = &office.sitting()?.opened.card.name;
    let mut copies = Vec::new();
    let mut total = 0;
    for (id, kept) in office.all_kept()? {
        let Kept::OwnCopy {
            at,
            record_no,
            receipt,
            form,
            words: heard,
        } = kept
        else {
            continue;
        };
        total += 1;
        let occurred = DateTime::parse_from_rfc3339(&form.occurred)
            .ok()
            .map(|at| at.timestamp_millis());
        if !fits(&query, &form, &record_no, occurred.unwrap_or(at)) {
            continue;
        }
        let row = ConcernRow {
            id: id.to_string(),
            record_no,
            title: first_words(&form.description),
            about: form
                .people
                .iter()
                .find_map(|person| person.name.clone())
                .unwrap_or_else(|| "Name not known".to_owned()),
            class: String::new(),
            category: form
                .categories
                .first()
                .map(|id| words::category(id))
                .unwrap_or_default(),
            status: "passed-on".to_owned(),
            status_title: match heard.last() {
                Some(word) => format!(
                    "{}, {}. Receipt {receipt}",
                    come_said(word),
                    office.moment(word.at)
                ),
                None => format!("Passed on, receipt {receipt}"),
            },
            unread: false,
            waiting: String::new(),
            occurred: occurred.map_or_else(
                || "Not known when".to_owned(),
                |at| happened(office, at, form.occurred_about),
            ),
            written: say::moment(at, zone, today),
            late: None,
            reporter: reporter.clone(),
            danger: form.urgency == "immediate",
            room: None,
            files: u32::try_from(form.files.len()).unwrap_or(0),
            severity: String::new(),
            severity_title: String::new(),
            significant: false,
            closed_for: Vec::new(),
        };
        copies.push((at, row));
    }
    copies.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(ConcernPage {
        concerns: copies.into_iter().map(|(_, row)| row).collect(),
        more: false,
        next: None,
        total,
        unread: 0,
        calls: Vec::new(),
    })
}

/// How far it has come, in the words a reporter knows it by.
pub(super) fn come_said(word: &Word) -> &'static str {
    match word.come {
        Come::Read => "It has been read",
        Come::InHand => "In hand",
    }
}

/// Whether a copy has all the words asked for and happened within the days.
fn fits(query: &ConcernQuery, form: &ConcernForm, record_no: &str, at: i64) -> bool {
    let names = form
        .people
        .iter()
        .filter_map(|person| person.name.as_deref());
    let said: Vec<&str> = [record_no, &form.description, &form.childs_words]
        .into_iter()
        .chain(names)
        .collect();
    let asked = query.words.as_deref();
    asked.is_none_or(|asked| vault::ask::holds(&said.join("\n"), asked))
        && query.from.is_none_or(|from| at >= from)
        && query.to.is_none_or(|to| at < to)
}
