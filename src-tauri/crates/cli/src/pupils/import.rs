//! `pupils import`: a list from the school's system, whole or not at all.

use std::path::Path;

use app::BeginFile;
use app::wire::{ListPreview, RowProblem};
use serde_json::{Value, json};

use super::map::ColumnMap;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::{Spot, Stop};
use crate::voice::Voice;
use crate::{desk, intake};

/// Looks at the list, and takes it in unless something stands in the way or only a look was asked for.
pub fn import(run: &Run, file: &Path, map: Option<&Path>, dry_run: bool) -> Outcome {
    let name = file.display().to_string();
    let (mut opened, size) = intake::open(file)?;
    let map = map.map(ColumnMap::read).transpose()?;
    desk::sit(run, |office| {
        let about = BeginFile {
            name: name.clone(),
            size,
            media: "text/csv".to_owned(),
            source: None,
            indecent_image: "no".to_owned(),
            for_purpose: "pupil_list".to_owned(),
        };
        let token = intake::take_in(office, file, &mut opened, about)?;
        let refused = |fault| Stop::from(fault).about(file);
        let mut list = app::preview_pupil_list(office, &token, None).map_err(refused)?;
        let mut columns = matched(&list);
        if let Some(map) = &map {
            if list.transfer.is_some() {
                return Err(Stop::wrong_use(
                    "A transfer file has fixed fields, so that --map has nothing to say.",
                )
                .kept("Nothing was taken in."));
            }
            columns = map.columns(&list)?;
            list =
                app::preview_pupil_list(office, &token, Some(columns.clone())).map_err(refused)?;
        }
        let voice = Voice::new(run.json);
        for warning in &list.warnings {
            voice.line(&spot(&name, warning).text());
        }
        more(voice, "warnings", list.warnings.len(), list.warning_count);
        let problems: Vec<Spot> = list
            .problems
            .iter()
            .map(|problem| spot(&name, problem))
            .collect();
        if list.problem_count > 0 {
            let stop = stands_in_the_way(problems, list.problem_count);
            return if dry_run {
                Ok(Answer::new(document(&name, &list, true), counts(&list))?.but(stop))
            } else {
                Err(stop)
            };
        }
        if !dry_run {
            let taken = app::take_pupil_list(office, &token, Some(columns))
                .map_err(refused)?
                .value;
            (list.new, list.changed, list.same) = (taken.new, taken.changed, taken.same);
        }
        let mut text = counts(&list);
        if dry_run {
            text.push_str("Nothing was taken in: this was only a look.\n");
        }
        Answer::new(document(&name, &list, dry_run), text)
    })
}

fn matched(list: &ListPreview) -> Vec<Option<String>> {
    list.columns
        .iter()
        .map(|column| column.matched.clone())
        .collect()
}

fn spot(name: &str, problem: &RowProblem) -> Spot {
    Spot {
        file: Some(name.to_owned()),
        line: Some(problem.row),
        field: problem.column.clone(),
        say: problem.say.clone(),
    }
}

fn stands_in_the_way(problems: Vec<Spot>, count: u32) -> Stop {
    let say = format!("{count} things stand in the way of this list.");
    Stop {
        say,
        ..Stop::at(problems)
    }
    .kept("Nothing was taken in.")
    .next("Correct the list in the school\u{2019}s system or the file, and import it again.")
}

fn more(voice: Voice, what: &str, shown: usize, count: u32) {
    let hidden = u64::from(count).saturating_sub(shown as u64);
    if hidden > 0 {
        voice.line(&format!("and {hidden} more {what}"));
    }
}

fn counts(list: &ListPreview) -> String {
    let noun = match list.transfer {
        None => "rows",
        Some(_) => "pupils",
    };
    let from = list
        .transfer
        .as_deref()
        .map_or_else(String::new, |transfer| format!("{transfer}.\n"));
    format!(
        "{from}{} {noun} ({}): {} new, {} changed, {} the same. {} problems, {} warnings.\n",
        list.rows,
        list.encoding,
        list.new,
        list.changed,
        list.same,
        list.problem_count,
        list.warning_count
    )
}

fn document(name: &str, list: &ListPreview, dry_run: bool) -> Value {
    let columns: Vec<Value> = list
        .columns
        .iter()
        .map(|column| json!({ "heading": column.heading, "field": column.matched }))
        .collect();
    let spots = |problems: &[RowProblem]| -> Vec<Spot> {
        problems.iter().map(|problem| spot(name, problem)).collect()
    };
    json!({
        "file": name,
        "dry_run": dry_run,
        "encoding": list.encoding,
        "transfer": list.transfer,
        "columns": columns,
        "rows": list.rows,
        "new": list.new,
        "changed": list.changed,
        "same": list.same,
        "problems": spots(&list.problems),
        "problem_count": list.problem_count,
        "warnings": spots(&list.warnings),
        "warning_count": list.warning_count,
    })
}
