//! A page of a school's own: written from its shape, and checked as it stands over ours.

use serde::Serialize;

use crate::matrices::page_of;
use crate::{Checklist, Flow, Matrix, Page, Shelf, check_shelf, matrices, overlaid};

/// What the page is called in an error.
const FLOW: &str = "flows/own.toml";
const CHECKLIST: &str = "checklists/own.toml";

/// A fault of a page, and where on it.
pub struct OwnFault {
    /// The step, the way, the section or the item, counted from 0 among its kind; nothing where it is the page as a whole.
    pub at: Option<(&'static str, usize)>,
    /// What is wrong, without the place.
    pub say: String,
}

/// A flowchart as a page. It reads back as the same flowchart.
pub fn page_of_flow(flow: &Flow) -> String {
    written(flow)
}

/// A checklist as a page.
pub fn page_of_checklist(list: &Checklist) -> String {
    written(list)
}

/// A table as a page of its own.
pub fn page_of_matrix(table: &Matrix) -> String {
    page_of(vec![table.clone()])
}

fn written(page: &impl Serialize) -> String {
    // Plain structs of words and numbers always serialise.
    toml::to_string(page).unwrap_or_default()
}

/// Every fault of a flowchart of the school's own over ours.
pub fn check_own_flow(text: &str) -> Vec<OwnFault> {
    faults(FLOW, text, &["node", "edge"])
}

/// The same of a checklist.
pub fn check_own_checklist(text: &str) -> Vec<OwnFault> {
    faults(CHECKLIST, text, &["section", "section.item"])
}

/// The same of a table: it stands first among the others, so that its rows are counted from its own first.
pub fn check_own_matrix(table: &Matrix) -> Vec<OwnFault> {
    let ours = matrices().map_or(&[][..], Vec::as_slice);
    let others = ours.iter().filter(|other| other.id != table.id).cloned();
    let text = page_of(std::iter::once(table.clone()).chain(others).collect());
    let shelf = Shelf::shipped().with(Page::Matrices, text.clone());
    named(&shelf, Page::Matrices.file(), &text, &["matrix.row"])
}

fn faults(file: &str, text: &str, kinds: &[&'static str]) -> Vec<OwnFault> {
    let own = [(file.to_owned(), text.to_owned())];
    named(&overlaid(&own).shelf, file, text, kinds)
}

fn named(shelf: &Shelf, file: &str, text: &str, kinds: &[&'static str]) -> Vec<OwnFault> {
    let found = check_shelf(shelf).err().unwrap_or_default();
    found
        .iter()
        .map(|fault| {
            let place = fault.place();
            let said = fault.to_string();
            OwnFault {
                at: (place.file == file)
                    .then(|| block(text, place.line, kinds))
                    .flatten(),
                say: said
                    .strip_prefix(&format!("{place}: "))
                    .unwrap_or(&said)
                    .to_owned(),
            }
        })
        .collect()
}

/// Which table of the page a line stands in: the last that began before it, counted among its kind.
fn block(text: &str, line: usize, kinds: &[&'static str]) -> Option<(&'static str, usize)> {
    let mut found = None;
    let mut counts = vec![0; kinds.len()];
    for said in text.lines().take(line) {
        let head = said.trim().strip_prefix("[[");
        let Some(head) = head.and_then(|head| head.strip_suffix("]]")) else {
            continue;
        };
        for (kind, count) in kinds.iter().zip(counts.iter_mut()) {
            if head == *kind {
                found = Some((*kind, *count));
                *count += 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Id, checklist_from, checklists, flow_from, flows};

    #[test]
    fn what_is_written_reads_back_and_is_sound() {
        for flow in flows().unwrap() {
            let page = page_of_flow(flow);
            assert_eq!(page_of_flow(&flow_from(&page).unwrap()), page);
            assert!(check_own_flow(&page).is_empty(), "{}", flow.id.as_str());
        }
        for list in checklists().unwrap() {
            let page = page_of_checklist(list);
            assert_eq!(page_of_checklist(&checklist_from(&page).unwrap()), page);
            assert!(
                check_own_checklist(&page).is_empty(),
                "{}",
                list.id.as_str()
            );
        }
    }

    #[test]
    fn a_table_reads_back_and_a_tick_that_no_column_has_is_named_at_its_own_row() {
        for table in matrices().unwrap() {
            let page = page_of_matrix(table);
            assert_eq!(page_of_matrix(&crate::matrix_from(&page).unwrap()), page);
            assert!(check_own_matrix(table).is_empty(), "{}", table.id.as_str());
        }
        let mut table = matrices().unwrap().get(1).unwrap().clone();
        table.rows.get_mut(2).unwrap().ticks = vec![Id::from("nothing-like-it")];
        let faults = check_own_matrix(&table);
        assert!(
            faults
                .iter()
                .any(|fault| fault.at == Some(("matrix.row", 2))),
            "{:?}",
            faults.iter().map(|fault| &fault.say).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_way_to_nowhere_is_named_at_its_own_place() {
        let mut flow = flows().unwrap().first().unwrap().clone();
        flow.edges.get_mut(2).unwrap().to = Id::from("nowhere");
        let faults = check_own_flow(&page_of_flow(&flow));
        assert!(
            faults.iter().any(|fault| fault.at == Some(("edge", 2))
                && fault.say == "there is no step \"nowhere\"")
        );
    }

    #[test]
    fn no_more_faults_are_named_than_anybody_reads() {
        let mut flow = flows().unwrap().first().unwrap().clone();
        flow.related = vec![Id::from("nowhere"); 50_000];

        let faults = check_own_flow(&page_of_flow(&flow));

        assert_eq!(faults.len(), crate::leaf::MOST_FAULTS + 1);
        let last = &faults.last().unwrap().say;
        assert_eq!(last, "there is more after this; put these right first");
    }
}
