//! Beginning a checklist.

use domain::checklist::{BEGUN, Begun, PART_BEGUN, PART_PAGE};
use domain::own_guidance::Sort;

use super::super::about::{Page, begin};
use super::super::own::{checklist_now, page_text};
use crate::Office;
use crate::wire::{Done, Fault};

/// Begins a checklist about a concern, or about something that is not recorded yet; gives its id.
pub fn begin_checklist(
    office: &mut Office,
    list: &str,
    concern: Option<&str>,
) -> Result<Done<String>, Fault> {
    let list = checklist_now(office, list)?.page;
    let page = Page {
        needs_concern: list.needs_concern,
        part: PART_PAGE,
        text: page_text(office, Sort::Checklist, &list.id)?,
    };
    let begun = |concern| Begun {
        list: list.id.to_string(),
        version: list.version,
        title: list.title.clone(),
        concern,
    };
    begin(office, concern, page, BEGUN, (PART_BEGUN, begun))
}
