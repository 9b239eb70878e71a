//! Takes a history in: all of it or nothing, and the file it came in beside it.

use domain::concern::{HISTORY_BROUGHT, Import, PART_IMPORT};
use domain::id::FileId;
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use vault::blob::{BlobMade, BlobWriter};
use zeroize::Zeroizing;

use super::concerns::{Common, content, entries};
use super::plan::plan;
use super::preview::{count, taken_before};
use super::read::{History, read};
use crate::Office;
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, FaultKind, HistoryChoices, HistoryTaken, Problem, Topic};

/// How many concerns one entry names: far from the most that a part may hold, whatever their numbers look like.
const MARKS: usize = 4_000;

/// Takes the history in, in one step: all of it or, when a row cannot be read or somebody stops it, nothing.
pub fn take_history(
    office: &mut Office,
    token: &str,
    choices: HistoryChoices,
) -> Result<Done<HistoryTaken>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let watch = office.watch();
    watch.begin();
    watch.step("Reading the file", 0, 0)?;
    let history = read(office, token, &choices)?;
    refuse(&history)?;
    if let Some(came) = taken_before(office, token)? {
        return Err(Fault::new(
            FaultKind::Refused,
            format!("This very file was brought in already, {came}. Nothing was added."),
        ));
    }
    let plan = plan(office, &history, &choices)?;
    if plan.concerns.is_empty() {
        return Err(Fault::new(
            FaultKind::Refused,
            "Everything in this file is here already. Nothing was added.",
        ));
    }
    let mut id = || {
        let mut id = [0; 16];
        office.around.rng.fill_bytes(&mut id);
        id
    };
    let (import_id, file_id) = (id(), id());
    let ids: Vec<[u8; 16]> = plan.concerns.iter().map(|_| id()).collect();
    let import_hex = history::to_hex(&import_id);
    let common = Common {
        import: &import_hex,
        source: &history.source,
    };
    let mut numbers = office.next_numbers(RoomKind::Pupils)?;
    let mut new = Vec::with_capacity(plan.concerns.len() + 1);
    for (planned, id) in plan.concerns.iter().zip(ids) {
        let content = content(office, planned, &common, numbers.take());
        new.extend(entries(office, id, planned, &content, &history.source)?);
    }
    let concerns = count(plan.concerns.len());
    let steps = count(new.len()).saturating_sub(concerns);
    let made = keep_original(office, token)?;
    let import = Import {
        file: FileId(file_id).to_string(),
        beside: String::new(),
        from: history.source.clone(),
        name: office.list_names.get(token).cloned().unwrap_or_default(),
        size: made.plain_len,
        sha256: history::to_hex(&made.plain_sha256),
        key: history::to_hex(&*made.key),
        blob: history::to_hex(&made.hash),
        blob_len: made.len,
        rows: count(history.reading.row_count),
        concerns,
        columns: (0..history.table.headings().len())
            .map(|index| {
                let held = history.matching.columns.get(index).copied().flatten();
                let field = held.map_or("", |field| field.id());
                (history.table.column_name(index), field.to_owned())
            })
            .collect(),
        categories: plan
            .categories
            .iter()
            .map(|one| (one.name.clone(), one.id.clone()))
            .collect(),
        marks: Vec::new(),
    };
    let marks: Vec<String> = plan
        .concerns
        .iter()
        .map(|planned| planned.mark.clone())
        .collect();
    // One part holds so many; a large history is said in several entries, of which the first has the file.
    let mut marks = marks.chunks(MARKS);
    let mut next = Import {
        marks: marks.next().map(<[String]>::to_vec).unwrap_or_default(),
        ..import
    };
    let mut blobs = vec![(made.hash, made.len)];
    loop {
        let part = serde_json::to_vec(&next).map_err(|_| Fault::stopped())?;
        new.push(NewEntry {
            kind: HISTORY_BROUGHT,
            subjects: vec![import_id],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![(PART_IMPORT, Zeroizing::new(part))],
            blobs: std::mem::take(&mut blobs),
        });
        let Some(more) = marks.next() else { break };
        next = Import {
            from: history.source.clone(),
            marks: more.to_vec(),
            ..Import::default()
        };
    }
    let of = new.len() as u64;
    let mut stopped = None;
    // Two hundred times in all: a screen need not hear of every entry.
    let every = (of / 200).max(1);
    let written = office.write_many(RoomKind::Pupils, new, &mut |done| {
        if done % every != 0 {
            return true;
        }
        stopped = watch.step("Bringing the history in", done, of).err();
        stopped.is_none()
    });
    if !matches!(written, Ok(true)) {
        vault::blob::remove(office.folder()?, &made.hash)?;
    }
    if !written? {
        return Err(stopped.unwrap_or_else(Fault::stopped));
    }
    office.lists.remove(token);
    office.list_names.remove(token);
    Ok(Done {
        value: HistoryTaken {
            concerns,
            steps,
            already: plan.already,
        },
        touched: vec![Topic::Concerns, Topic::Pupils],
    })
}

fn refuse(history: &History) -> Result<(), Fault> {
    let reading = &history.reading;
    if let Some(first) = reading.problems.first() {
        let place = match first.column.as_str() {
            "" => format!("row {}", first.row),
            column => format!("row {}, {column}", first.row),
        };
        let mut fault = Fault::new(
            FaultKind::Refused,
            format!("Nothing was brought in: {place}: {}", first.say),
        )
        .next("Correct the file or what its columns are, and look again.");
        fault.problems = reading
            .problems
            .iter()
            .map(|problem| Problem {
                field: format!("row {}, {}", problem.row, problem.column),
                say: problem.say.clone(),
            })
            .collect();
        return Err(fault);
    }
    if history.source.is_empty() {
        return Err(Fault::field("source", "Choose where the file comes from"));
    }
    Ok(())
}

/// Keeps the file as it came, encrypted under a key of its own. It is on the disk when this returns.
fn keep_original(office: &mut Office, token: &str) -> Result<BlobMade, Fault> {
    let folder = office.folder()?.clone();
    let mut writer = BlobWriter::begin(&folder, &mut *office.around.rng)?;
    let bytes = office.lists.get(token).ok_or_else(Fault::stopped)?;
    writer.write(bytes)?;
    Ok(writer.finish()?)
}
