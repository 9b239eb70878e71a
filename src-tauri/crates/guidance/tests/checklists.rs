//! What a checklist points to is there, and what the record answers can be chosen by hand too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod small;

use guidance::{check_shelf, checklist_from, checklist_page, checklists, routes};
use small::small_shelf;

const WHOLE: &str = include_str!("../fixtures/whole/checklist.toml");

/// What the check says when a passage of a checklist is another.
fn said(passage: &str, instead: &str) -> Vec<String> {
    assert!(WHOLE.contains(passage), "{passage}");
    let page = WHOLE.replacen(passage, instead, 1);
    let shelf = small_shelf().with_checklists(vec![("checklists/call.toml".into(), page)]);
    match check_shelf(&shelf) {
        Ok(()) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn every_way_a_checklist_could_lead_nowhere_is_named() {
    let with = |line: &str| format!("note = \"\"\n{line}");
    let answered = |line: &str| format!("required = \"required\"\n{line}");
    for (passage, instead, expected) in [
        (
            "note = \"\"",
            with("goes_to = \"ceop\""),
            "there is no body \"ceop\"",
        ),
        (
            "note = \"\"",
            with("contacts = [\"ceop\"]"),
            "there is no contact \"ceop\"",
        ),
        (
            "note = \"\"",
            with("elsewhere = { item = \"what\", answer = \"No\", say = \"Not here.\" }"),
            "there is no item \"what\"",
        ),
        (
            "note = \"\"",
            with("elsewhere = { item = \"who\", answer = \"Nobody\", say = \"Not here.\" }"),
            "there is no answer to choose \"Nobody\"",
        ),
        (
            "required = \"required\"",
            answered("from = \"danger\"\nchoose = { yes = \"Neither\" }"),
            "there is no answer to choose \"who\"",
        ),
        (
            "required = \"required\"",
            answered("choose = { yes = \"One\" }"),
            "there is no answer to choose \"who\"",
        ),
        (
            "required = \"required\"",
            answered("from = \"thin-air\""),
            "thin-air",
        ),
    ] {
        let said = said(passage, &instead);
        assert!(
            said.iter().any(|line| line.contains(expected)),
            "{expected}: {said:#?}"
        );
    }
    let sound = answered("from = \"danger\"\nchoose = { yes = \"One\" }");
    assert!(said("required = \"required\"", &sound).is_empty());
}

#[test]
fn the_page_that_is_kept_reads_as_the_checklist_it_was() {
    for list in checklists().unwrap() {
        let kept = checklist_from(checklist_page(&list.id).unwrap()).unwrap();
        assert_eq!(kept.items().count(), list.items().count());
    }
}

#[test]
fn ceop_is_asked_for_online_sexual_abuse_alone_and_everything_else_has_a_place_to_go() {
    let routes = routes().unwrap();
    for id in ["bullying", "comments", "fake-account", "hacked-account"] {
        let route = routes.iter().find(|route| route.id == *id).unwrap();
        assert!(route.not_ceop && route.say.contains("Not CEOP"), "{id}");
        assert!(!route.contacts.is_empty(), "{id}");
    }
    let ceop = checklists()
        .unwrap()
        .iter()
        .find(|list| list.id == *"ceop-referral");
    let elsewhere = ceop.unwrap().elsewhere.as_ref().unwrap();
    assert!(elsewhere.say.contains("Bullying"));
    // Every checklist that goes to somebody outside is found from what happened.
    for list in checklists()
        .unwrap()
        .iter()
        .filter(|list| list.goes_to.is_some())
    {
        assert!(
            routes
                .iter()
                .any(|route| route.checklists.contains(&list.id)),
            "{}",
            list.id.as_str()
        );
    }
}
