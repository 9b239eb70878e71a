//! What taking a history in would do. Entries are never taken away again, so everything is shown before.

use exchange::past::PastField;
use exchange::roll::RowProblem as Found;

use super::concerns::moment;
use super::kept::imports;
use super::plan::{Plan, Planned, plan};
use super::read::{History, SOURCES, read};
use super::status::status;
use crate::rights::{Right, need};
use crate::wire::{
    Fault, HistoryChoices, HistoryLine, HistoryPreview, ListColumn, ListField, RowProblem,
};
use crate::{Office, say, words};

/// How many concerns are shown as they will look.
const SHOWN: usize = 20;
/// How many names are listed for a person to choose.
const MOST_NAMES: usize = 200;

/// What taking the history in would do. Nothing is taken in.
pub fn preview_history(
    office: &mut Office,
    token: &str,
    choices: HistoryChoices,
) -> Result<HistoryPreview, Fault> {
    need(office, Right::AllPupilRecords)?;
    let watch = office.watch();
    watch.begin();
    watch.step("Reading the file", 0, 0)?;
    let history = read(office, token, &choices)?;
    let plan = plan(office, &history, &choices)?;
    let reading = &history.reading;
    let steps = plan.concerns.iter().flat_map(|planned| &planned.actions);
    let standing = |planned: &&Planned| status(&planned.row.status);
    Ok(HistoryPreview {
        token: token.to_owned(),
        taken_before: taken_before(office, token)?,
        sources: SOURCES.map(str::to_owned).to_vec(),
        columns: columns(&history),
        fields: fields(),
        rows: count(reading.row_count),
        concerns: count(plan.concerns.len()),
        already: plan.already,
        joined: plan.joined,
        open: count(
            plan.concerns
                .iter()
                .filter(|planned| !matches!(standing(planned).0, "closed" | "nfa"))
                .count(),
        ),
        unsaid: count(
            plan.concerns
                .iter()
                .filter(|planned| !standing(planned).1)
                .count(),
        ),
        steps: count(steps.filter(|action| action.at.is_some()).count()),
        known: plan.known,
        problems: reading.problems.iter().map(problem).collect(),
        problem_count: count(reading.problem_count),
        warnings: reading.warnings.iter().map(problem).collect(),
        warning_count: count(reading.warning_count),
        encoding: history.table.encoding().to_owned(),
        preview: lines(office, &plan),
        source: history.source,
        categories: plan.categories,
        pupil_count: count(plan.unsure.len()),
        pupils: plan.unsure.into_iter().take(MOST_NAMES).collect(),
    })
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// When these very bytes came before.
pub(super) fn taken_before(office: &Office, token: &str) -> Result<Option<String>, Fault> {
    let Some(bytes) = office.lists.get(token) else {
        return Ok(None);
    };
    let sha256 = history::to_hex(&history::Hash::of(&[bytes]).0);
    let before = imports(office)?
        .into_iter()
        .find(|(_, import)| import.sha256 == sha256);
    Ok(before.map(|(came, _)| came))
}

fn problem(problem: &Found) -> RowProblem {
    RowProblem {
        row: problem.row,
        column: problem.column.clone(),
        say: problem.say.clone(),
    }
}

fn columns(history: &History) -> Vec<ListColumn> {
    let samples = history.table.samples(3);
    (0..history.table.headings().len())
        .map(|index| ListColumn {
            index: count(index),
            heading: history.table.column_name(index),
            sample: samples.get(index).cloned().unwrap_or_default(),
            matched: history
                .matching
                .columns
                .get(index)
                .copied()
                .flatten()
                .map(|field| field.id().to_owned()),
        })
        .collect()
}

fn fields() -> Vec<ListField> {
    PastField::all()
        .map(|field| ListField {
            id: field.id().to_owned(),
            title: field.title().to_owned(),
            needed: false,
        })
        .collect()
}

fn lines(office: &Office, plan: &Plan) -> Vec<HistoryLine> {
    let said = |at| {
        moment(office, at).map_or_else(String::new, |at| {
            say::known(
                at.timestamp_millis(),
                office.around.zone,
                chrono::NaiveDate::MIN,
            )
        })
    };
    plan.concerns
        .iter()
        .take(SHOWN)
        .map(|planned| {
            let row = &planned.row;
            let names: Vec<&str> = planned
                .people
                .iter()
                .map(|person| person.name.as_str())
                .collect();
            let known = planned.categories.iter().map(|id| words::category(id));
            let categories: Vec<String> = known.chain(planned.others.iter().cloned()).collect();
            let text = match row.text.as_str() {
                "" => &row.title,
                text => text,
            };
            let written = [
                row.added_by.clone(),
                row.added.map(said).unwrap_or_default(),
            ];
            let written: Vec<String> = written
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            HistoryLine {
                row: row.row,
                about: names.join(", "),
                at: row.occurred.map(said).unwrap_or_default(),
                written: written.join(", "),
                categories: categories.join(", "),
                words: text.chars().take(200).collect(),
                status: words::term("record_status", status(&row.status).0),
            }
        })
        .collect()
}
