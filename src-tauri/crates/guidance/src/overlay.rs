//! A school's own pages over ours: what it edits takes the place of ours, what it adds stands beside it.

use serde::Deserialize;

use crate::checklists::CHECKLISTS;
use crate::flows::FLOWS;
use crate::read;
use crate::{Page, Shelf};

/// The folder of flowcharts.
const FLOW_FOLDER: &str = "flows";
/// The folder of checklists.
const CHECKLIST_FOLDER: &str = "checklists";

/// A shelf with a school's own pages, and which of the files are no pages of guidance.
pub struct Overlaid {
    /// The shelf.
    pub shelf: Shelf,
    /// How many flowcharts are the school's own.
    pub flows: usize,
    /// How many checklists.
    pub checklists: usize,
    /// How many tables and lists.
    pub pages: usize,
    /// Files that are none of these.
    pub strangers: Vec<String>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

/// Puts pages over those that ship, each a path below the school's own folder, with `/` between its parts, and its text. A flowchart or
/// checklist whose name one of ours has takes its place.
pub fn overlaid(own: &[(String, String)]) -> Overlaid {
    let of = |folder: &str| -> Vec<(String, String)> {
        own.iter()
            .filter(|(path, _)| lies_in(path, folder))
            .cloned()
            .collect()
    };
    let (flows, lists) = (of(FLOW_FOLDER), of(CHECKLIST_FOLDER));
    let mut found = Overlaid {
        shelf: Shelf::shipped()
            .with_flows(over(&FLOWS, &flows))
            .with_checklists(over(&CHECKLISTS, &lists)),
        flows: flows.len(),
        checklists: lists.len(),
        pages: 0,
        strangers: Vec::new(),
    };
    for (path, text) in own {
        if flows.iter().chain(&lists).any(|(known, _)| known == path) {
            continue;
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        let page = Page::ALL
            .into_iter()
            .find(|page| page.file().rsplit('/').next() == Some(name));
        match page {
            Some(page) => {
                found.pages += 1;
                found.shelf = found.shelf.with(page, text.clone());
            }
            None => found.strangers.push(path.clone()),
        }
    }
    found
}

/// Whether one of the folders on the way to a file has this very name: `workflows` is not `flows`.
fn lies_in(path: &str, folder: &str) -> bool {
    path.rsplit_once('/')
        .is_some_and(|(folders, _)| folders.split('/').any(|one| one == folder))
}

/// Ours without those whose names are used again, then the school's own.
fn over(ours: &[(&'static str, &'static str)], own: &[(String, String)]) -> Vec<(String, String)> {
    let id = |text: &str| read::read::<Named>("", text).ok().map(|named| named.id);
    let theirs: Vec<String> = own.iter().filter_map(|(_, text)| id(text)).collect();
    let kept = ours.iter().filter(|(_, text)| {
        let ours = id(text);
        !ours.is_some_and(|ours| theirs.contains(&ours))
    });
    kept.map(|(file, text)| ((*file).to_owned(), (*text).to_owned()))
        .chain(own.iter().cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_shelf;

    fn own(file: &str, text: &str) -> (String, String) {
        (file.to_owned(), text.to_owned())
    }

    #[test]
    fn an_edited_flowchart_takes_the_place_of_ours_and_a_broken_way_is_named_in_its_file() {
        let ours = FLOWS
            .iter()
            .find(|(file, _)| file.contains("/04-"))
            .unwrap()
            .1;
        let edited = ours.replacen("version = 1", "version = 2", 1);
        let found = overlaid(&[own("mine/flows/04.toml", &edited)]);
        assert_eq!((found.flows, found.strangers.len()), (1, 0));
        assert_eq!(check_shelf(&found.shelf), Ok(()));

        let way = edited.find("\nto = \"").unwrap();
        let end = edited[way + 7..].find('"').unwrap();
        let broken = format!(
            "{}\nto = \"nowhere{}",
            &edited[..way],
            &edited[way + 7 + end..]
        );
        let found = overlaid(&[own("mine/flows/04.toml", &broken)]);
        let faults = check_shelf(&found.shelf).unwrap_err();
        assert!(
            faults
                .iter()
                .any(|fault| fault.place().file == "mine/flows/04.toml"
                    && fault.to_string().contains("nowhere"))
        );
    }

    #[test]
    fn a_file_that_is_no_page_is_said_and_changes_nothing() {
        let found = overlaid(&[own("notes.toml", "a = 1")]);
        assert_eq!(found.strangers, ["notes.toml"]);
        assert_eq!(check_shelf(&found.shelf), Ok(()));
    }

    #[test]
    fn only_a_folder_of_the_very_name_holds_flowcharts() {
        let found = overlaid(&[own("workflows/x.toml", "a = 1")]);
        assert_eq!((found.flows, found.strangers.len()), (0, 1));
        assert!(lies_in("flows/x.toml", FLOW_FOLDER));
        assert!(lies_in("mine/checklists/x.toml", CHECKLIST_FOLDER));
        assert!(!lies_in("flows", FLOW_FOLDER));
    }
}
