//! A shelf of the smallest pages there can be.

use guidance::{Page, Shelf};

/// A small shelf that holds together, for one page at a time to be replaced by a broken one.
pub fn small_shelf() -> Shelf {
    macro_rules! whole {
        ($name:literal) => {
            include_str!(concat!("../../fixtures/whole/", $name, ".toml"))
        };
    }
    Shelf::shipped()
        .with(Page::Categories, whole!("categories"))
        .with(Page::Vocabularies, whole!("vocabularies"))
        .with(Page::Words, whole!("words"))
        .with(Page::Body, whole!("body"))
        .with(Page::Roles, whole!("roles"))
        .with(Page::Permissions, whole!("permissions"))
        .with(Page::Record, whole!("record"))
        .with(Page::Matrices, whole!("matrices"))
        .with(Page::Deadlines, whole!("deadlines"))
        .with(Page::Registers, whole!("registers"))
        .with(Page::Agreements, whole!("agreements"))
        .with(Page::GovernorReport, whole!("governor_report"))
        .with(Page::Inspection, whole!("inspection"))
        .with(Page::Contacts, whole!("contacts"))
        .with(Page::Routes, whole!("routes"))
        .with(Page::Changes, whole!("changes"))
        .with(Page::Sources, whole!("sources"))
        .with_flows(vec![("flows/calm.toml".into(), whole!("flow").into())])
        .with_checklists(vec![(
            "checklists/call.toml".into(),
            whole!("checklist").into(),
        )])
}
