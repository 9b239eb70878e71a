//! Beginning a walk.

use domain::own_guidance::Sort;
use domain::walk::{BEGUN, Begun, PART_PAGE, PART_WALK};

use super::super::about::{Page, begin};
use super::super::own::{flow_now, page_text};
use crate::Office;
use crate::wire::{Done, Fault};

/// Begins a walk through a flowchart, about a concern or about something that is not recorded yet; gives its id.
pub fn begin_walk(
    office: &mut Office,
    flow: &str,
    concern: Option<&str>,
) -> Result<Done<String>, Fault> {
    let flow = flow_now(office, flow)?.page;
    let start = flow.start().ok_or_else(Fault::stopped)?;
    let page = Page {
        needs_concern: flow.needs_concern,
        part: PART_PAGE,
        text: page_text(office, Sort::Flow, &flow.id)?,
    };
    let begun = |concern| Begun {
        flow: flow.id.to_string(),
        version: flow.version,
        number: flow.number.clone(),
        title: flow.title.clone(),
        start: start.id.to_string(),
        concern,
    };
    begin(office, concern, page, BEGUN, (PART_WALK, begun))
}
