//! `guidance check`.

use std::path::Path;

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::stop::{Spot, Stop, of_disk};

/// The largest page that is read, in bytes; ours are a tenth of it.
const LARGEST: u64 = 1024 * 1024;
/// The most pages of one folder.
const MOST: usize = 500;
/// How deep folders are gone into.
const DEEPEST: usize = 4;

/// Checks a school's own pages over those that ship.
pub fn check(dir: &Path) -> Outcome {
    let mut pages = Vec::new();
    gather(dir, dir, DEEPEST, &mut pages)?;
    if pages.is_empty() {
        let say = "There is no page (.toml) in this folder.";
        return Err(Stop::at(vec![Spot::file(dir, "", say)]));
    }
    match app::check_guidance(&pages) {
        Ok(found) => Answer::new(
            json!({"flows": found.flows, "checklists": found.checklists, "pages": found.pages}),
            format!(
                "All is well: {} flowcharts, {} checklists, {} other pages of your own.",
                found.flows, found.checklists, found.pages
            ),
        ),
        Err(faults) => Err(Stop::at(
            faults
                .into_iter()
                .map(|fault| Spot {
                    file: Some(fault.file),
                    line: Some(fault.line),
                    field: String::new(),
                    say: fault.say,
                })
                .collect(),
        )),
    }
}

fn gather(
    root: &Path,
    dir: &Path,
    depth: usize,
    pages: &mut Vec<(String, String)>,
) -> Result<(), Stop> {
    let at = |path: &Path, say: String| Stop::at(vec![Spot::file(path, "", &say)]);
    let unreadable = |path: &Path, error: &std::io::Error| {
        at(path, of_disk(error, "This could not be read.").to_owned())
    };
    let entries = std::fs::read_dir(dir).map_err(|error| unreadable(dir, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|error| unreadable(dir, &error))?.path());
    }
    paths.sort();
    for path in paths {
        let facts = std::fs::symlink_metadata(&path).map_err(|error| unreadable(&path, &error))?;
        if facts.is_dir() && depth > 0 {
            gather(root, &path, depth - 1, pages)?;
        }
        if !facts.is_file() || path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        if facts.len() > LARGEST || pages.len() >= MOST {
            let say =
                format!("There is no room for this page: up to {MOST} pages of 1 MiB are checked.");
            return Err(at(&path, say));
        }
        let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
        let below = path.strip_prefix(root).unwrap_or(&path);
        let name = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        pages.push((name.collect::<Vec<_>>().join("/"), text));
    }
    Ok(())
}
