//! What must hold whatever a flowchart says: nobody is led to make, keep or show an indecent image, and no question is passed over.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use guidance::{Flow, ItemKind, NodeKind, checklists, flows};

/// Flowcharts in which an indecent image may be met.
const MAY_BE_INDECENT: [&str; 6] = [
    "illegal-online-incident",
    "nudes-semi-nudes",
    "online-grooming-ceop",
    "child-on-child-sexual",
    "device-search-confiscation",
    "wdwi-accidental-access",
];

/// Words that would make another copy of it, or put it before somebody's eyes.
const MAKES: [&str; 9] = [
    "attach",
    "print",
    "screenshot",
    "photograph the",
    "forward",
    "upload",
    "copy the image",
    "save the",
    "show the image",
];

/// Words that say that it is not done, or who else does it.
const NOT: [&str; 9] = [
    "not ",
    "never",
    "no ",
    "without",
    "stop",
    "nobody",
    "police",
    "non-indecent",
    "report remove",
];

fn about_images() -> impl Iterator<Item = &'static Flow> {
    let all = flows().unwrap().iter();
    all.filter(|flow| MAY_BE_INDECENT.contains(&flow.id.as_str()))
}

#[test]
fn no_step_of_a_flowchart_in_which_an_indecent_image_may_be_met_attaches_prints_or_shows_it() {
    assert_eq!(about_images().count(), MAY_BE_INDECENT.len());
    for flow in about_images() {
        let forbids = flow.do_not.join(" ").to_lowercase();
        assert!(
            forbids.contains("view")
                || forbids.contains("look")
                || forbids.contains("copy")
                || forbids.contains("image"),
            "{} does not say what nobody does with it",
            flow.id.as_str()
        );
        for node in &flow.nodes {
            let words = format!("{}. {}. {}", node.title, node.detail, node.asks).to_lowercase();
            for sentence in words.split(['.', ';']) {
                let makes = MAKES.iter().find(|word| sentence.contains(**word));
                let forbidden = NOT.iter().any(|word| sentence.contains(word));
                assert!(
                    makes.is_none() || forbidden,
                    "{}, {}: {sentence}",
                    flow.id.as_str(),
                    node.id.as_str()
                );
            }
        }
    }
}

#[test]
fn what_such_a_flowchart_opens_takes_in_no_picture() {
    for flow in about_images() {
        let opened = flow.nodes.iter().flat_map(|node| &node.opens);
        for id in opened {
            let Some(list) = checklists().unwrap().iter().find(|list| list.id == *id) else {
                continue;
            };
            for item in list.items().filter(|item| item.kind == ItemKind::FileRef) {
                // A reference in words: what a checklist takes is text alone. A picture is named only where it is none of these.
                let words = format!("{} {}", item.prompt, item.help).to_lowercase();
                let picture = ["screenshot", "image", "photo", "picture"];
                let named = picture.iter().any(|word| words.contains(word));
                assert!(!named || words.contains("non-indecent"), "{words}");
            }
        }
    }
}

#[test]
fn every_question_of_every_flowchart_is_answered_before_it_goes_on() {
    for flow in flows().unwrap() {
        for node in flow
            .nodes
            .iter()
            .filter(|node| node.kind == NodeKind::Decision)
        {
            let ways: Vec<_> = flow.ways(&node.id).collect();
            assert!(ways.len() > 1, "{} {}", flow.id.as_str(), node.id.as_str());
            assert!(ways.iter().all(|way| !way.label.trim().is_empty()));
        }
    }
}

#[test]
fn an_emergency_stands_before_everything_else() {
    for id in [
        "illegal-online-incident",
        "online-grooming-ceop",
        "concern-about-a-child",
    ] {
        let flow = flows().unwrap().iter().find(|flow| flow.id == *id).unwrap();
        let danger = flow
            .nodes
            .iter()
            .position(|node| node.title.to_lowercase().contains("danger"));
        assert!(danger.is_some_and(|place| place < 4), "{id}");
    }
}

#[test]
fn a_flowchart_about_an_adult_in_role_is_gone_through_for_its_concern_alone() {
    for id in ["allegation-against-staff", "wdwi-deliberate-staff"] {
        let flow = flows().unwrap().iter().find(|flow| flow.id == *id).unwrap();
        assert!(flow.needs_concern, "{id}");
        // Nobody whose step it is is the person named.
        let named = flow.nodes.iter().flat_map(|node| &node.who);
        assert!(
            named
                .clone()
                .all(|role| !["pupil", "parent"].contains(&role.as_str()))
        );
    }
    let lado = checklists()
        .unwrap()
        .iter()
        .find(|list| list.id == *"lado-referral")
        .unwrap();
    assert!(lado.needs_concern);
}
