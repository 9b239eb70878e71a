//! `guidance check`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::stop::{Spot, Stop, of_disk};

/// The largest page that is read, in bytes; ours are a tenth of it.
const LARGEST: u64 = 1024 * 1024;
/// The most there is of all of them, in bytes: ours together have less than half a million.
const ALL: usize = 16 * 1024 * 1024;
/// The most pages of one folder.
const MOST: usize = 500;
/// How deep pages may lie.
const DEEPEST: usize = 4;
/// The most files that are named as not taken.
const MOST_FAULTS: usize = 200;

/// The longest that is said of one fault, in characters.
const LONGEST_SAID: usize = 300;
/// The end of a page's name.
const ENDING: &str = ".toml";
/// Folders whose pages stand side by side: in them a name may be there twice.
const SIDE_BY_SIDE: [&str; 2] = ["flows", "checklists"];

/// What a folder holds.
#[derive(Default)]
struct Found {
    /// Pages, each its path below the folder and its text.
    pages: Vec<(String, String)>,
    /// What looks like a page and could not be taken as one. Silence would pass it off as checked.
    spots: Vec<Spot>,
}

impl Found {
    fn refuse(&mut self, path: &Path, say: &str) {
        if self.spots.len() < MOST_FAULTS {
            self.spots.push(Spot::file(path, "", say));
        } else if self.spots.len() == MOST_FAULTS {
            let say = "There are more files like these. Put these right first.";
            self.spots.push(Spot::option("", say));
        }
    }
}

/// Checks a school's own pages over those that ship.
pub fn check(dir: &Path) -> Outcome {
    let refuse = |say: &str| Err(Stop::at(vec![Spot::file(dir, "", say)]));
    if std::fs::metadata(dir).is_ok_and(|facts| !facts.is_dir()) {
        return refuse("This is not a folder.");
    }
    let mut found = Found::default();
    gather(dir, dir, 0, &mut found)?;
    if found.pages.is_empty() && found.spots.is_empty() {
        return refuse("There is no page (.toml) in this folder.");
    }
    for file in doubled(&found.pages) {
        found.refuse(&dir.join(file), "Two pages have this name. Keep one.");
    }
    let mut spots = found.spots;
    match app::check_guidance(&found.pages) {
        Ok(found) if spots.is_empty() => Answer::new(
            json!({"flows": found.flows, "checklists": found.checklists, "pages": found.pages}),
            format!(
                "All is well: {} flowcharts, {} checklists, {} other pages of your own.",
                found.flows, found.checklists, found.pages
            ),
        ),
        Ok(_) => Err(Stop::at(spots)),
        Err(faults) => {
            spots.extend(faults.into_iter().map(|fault| Spot {
                file: Some(fault.file),
                line: Some(fault.line),
                field: String::new(),
                say: cut(&fault.say),
            }));
            Err(Stop::at(spots))
        }
    }
}

/// A message without the end of what it repeats of the page: a field may be a million letters long.
fn cut(say: &str) -> String {
    match say.char_indices().nth(LONGEST_SAID) {
        Some((end, _)) => format!("{}\u{2026}", say.get(..end).unwrap_or_default()),
        None => say.to_owned(),
    }
}

/// Pages whose name another has too. Each stands in the place of the one page of ours that has it, so only the last would be checked.
fn doubled(pages: &[(String, String)]) -> Vec<String> {
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, _) in pages {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path.as_str()));
        if !folders.split('/').any(|one| SIDE_BY_SIDE.contains(&one)) {
            named.entry(name).or_default().push(path);
        }
    }
    named
        .into_values()
        .filter(|paths| paths.len() > 1)
        .flatten()
        .map(str::to_owned)
        .collect()
}

fn gather(root: &Path, dir: &Path, depth: usize, found: &mut Found) -> Result<(), Stop> {
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
        if facts.is_dir() {
            // However deep: a page that nobody checks must at least be named.
            gather(root, &path, depth + 1, found)?;
            continue;
        }
        // A link may lead out of the folder or round in it.
        if facts.is_symlink() && std::fs::metadata(&path).is_ok_and(|facts| facts.is_dir()) {
            found.refuse(&path, "This is a link to a folder, and was not followed.");
            continue;
        }
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if !name.to_ascii_lowercase().ends_with(ENDING) {
            continue;
        }
        if !facts.is_file() {
            found.refuse(&path, "This is not a plain file, and was not read.");
            continue;
        }
        if !name.ends_with(ENDING) {
            found.refuse(&path, "Its name must end in .toml in small letters.");
            continue;
        }
        if depth > DEEPEST {
            found.refuse(
                &path,
                "This lies too deep: put it into the folder itself or one of its folders.",
            );
            continue;
        }
        if facts.len() > LARGEST || found.pages.len() >= MOST {
            let say =
                format!("There is no room for this page: up to {MOST} pages of 1 MiB are checked.");
            return Err(at(&path, say));
        }
        let so_far: usize = found.pages.iter().map(|(_, text)| text.len()).sum();
        if so_far > ALL {
            return Err(at(
                &path,
                "There is no room for this page: up to 16 MiB of pages are checked together."
                    .to_owned(),
            ));
        }
        let bytes = std::fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let Ok(text) = String::from_utf8(bytes) else {
            found.refuse(&path, "This is not text (UTF-8).");
            continue;
        };
        let below = path.strip_prefix(root).unwrap_or(&path);
        let name = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let name = name.collect::<Vec<_>>().join("/");
        found.pages.push((name, text));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_pages_of_one_name_both_are_named_and_flowcharts_stand_side_by_side() {
        let pages = [
            "contacts.toml",
            "a/contacts.toml",
            "a/routes.toml",
            "a/flows/x.toml",
            "b/flows/x.toml",
        ]
        .map(|path| (path.to_owned(), String::new()));

        assert_eq!(doubled(&pages), ["contacts.toml", "a/contacts.toml"]);
    }
}
