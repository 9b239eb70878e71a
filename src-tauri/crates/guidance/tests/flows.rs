//! Every flowchart that ships can be walked, and every way it might not be is named with its file and line.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod small;

use small::small_shelf;

use guidance::{Flow, NodeKind, check_shelf, checklists, flow_from, flow_page, flows};

const WHOLE: &str = include_str!("../fixtures/whole/flow.toml");

/// What the check says when a passage of a flowchart is another.
fn said(passage: &str, instead: &str) -> Vec<String> {
    assert!(WHOLE.contains(passage), "{passage}");
    let page = WHOLE.replacen(passage, instead, 1);
    let shelf = small_shelf().with_flows(vec![("flows/calm.toml".into(), page)]);
    match check_shelf(&shelf) {
        Ok(()) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_small_flowchart_that_goes_round_and_ends_is_sound() {
    assert_eq!(check_shelf(&small_shelf()), Ok(()));
}

#[test]
fn every_way_a_flowchart_cannot_be_walked_is_named_with_its_line() {
    let to = |step: &str| format!("to = \"{step}\"\nlabel = \"Yes\"");
    for (passage, instead, expected) in [
        (
            to("end"),
            to("nowhere"),
            vec![
                "there is no step \"nowhere\"",
                "\"end\" is never reached",
                "leads to no end",
            ],
        ),
        (
            "label = \"No\"".to_owned(),
            "label = \"Yes\"".to_owned(),
            vec!["\"well\" has one answer twice"],
        ),
        (
            "label = \"No\"".to_owned(),
            "label = \" \"".to_owned(),
            vec!["\"well\" is a decision with an answer that says nothing"],
        ),
        (
            "kind = \"start\"".to_owned(),
            "kind = \"action\"".to_owned(),
            vec!["\"calm\" has no start"],
        ),
        (
            "kind = \"decision\"".to_owned(),
            "kind = \"action\"".to_owned(),
            vec!["\"well\" is no decision, and more than one way leads on from it"],
        ),
        (
            "opens = [\"call\"]".to_owned(),
            "opens = [\"ring\"]".to_owned(),
            vec!["there is no thing to open \"ring\""],
        ),
        (
            "do_not = [\"Do not run\"]".to_owned(),
            "do_not = []".to_owned(),
            vec!["\"calm\" has no list of what nobody does"],
        ),
        (
            "from = \"ring\"\nto = \"well\"".to_owned(),
            "from = \"ring\"\nto = \"ring\"".to_owned(),
            vec!["\"ring\" leads to no end"],
        ),
    ] {
        let said = said(&passage, &instead).join("\n");
        for part in expected {
            assert!(said.contains(part), "{part} is not in:\n{said}");
        }
        assert!(said.contains("flows/calm.toml, line "), "{said}");
    }
}

#[test]
fn twenty_six_flowcharts_and_eighteen_checklists_ship() {
    let all = flows().unwrap();
    assert_eq!((all.len(), checklists().unwrap().len()), (26, 18));
    for flow in all {
        let kept = flow_from(flow_page(&flow.id).unwrap()).unwrap();
        assert_eq!(kept.id, flow.id);
        assert!(!flow.do_not.is_empty(), "{}", flow.id);
        assert!(
            flow.longest_from(&flow.start().unwrap().id) > 3,
            "{}",
            flow.id
        );
    }
    let rebuilt = all.iter().find(|flow| flow.number == "01").unwrap();
    assert!(
        rebuilt.note.contains("rebuilt"),
        "flow 01 says that its branch is rebuilt"
    );
}

/// Whatever is answered, a walk comes to an end: no way of answering goes round for good without another answer.
#[test]
fn a_walk_that_never_answers_a_decision_the_same_way_twice_ends() {
    for flow in flows().unwrap() {
        for seed in 0..200_usize {
            let mut at = flow.start().unwrap();
            let mut answered: Vec<(&str, usize)> = Vec::new();
            let mut steps = 0;
            while at.kind != NodeKind::End {
                let ways: Vec<_> = flow.ways(&at.id).collect();
                let turn = answered
                    .iter()
                    .filter(|(id, _)| *id == at.id.as_str())
                    .count();
                let place = (seed / (answered.len() + 1) + turn) % ways.len();
                answered.push((at.id.as_str(), place));
                at = flow.node(&ways[place].to).unwrap();
                steps += 1;
                assert!(steps < 400, "{} goes round", flow.id);
            }
        }
    }
}

/// A flowchart about an indecent image never leads to a step that attaches, prints or shows it.
#[test]
fn no_flowchart_about_images_has_a_step_that_attaches_prints_or_shows_one() {
    let shows = [
        "attach the image",
        "print the image",
        "screenshot the image",
        "view the image",
        "open the image",
        "copy the image",
    ];
    for flow in flows().unwrap().iter().filter(|flow| about_images(flow)) {
        for node in &flow.nodes {
            let said = format!("{} {}", node.title, node.detail).to_lowercase();
            for phrase in shows {
                let at = said.find(phrase);
                let denied = at.is_some_and(|at| {
                    said[..at].ends_with("do not ")
                        || said[..at].ends_with("never ")
                        || said[..at].ends_with("not to ")
                });
                assert!(at.is_none() || denied, "{}, {}: {phrase}", flow.id, node.id);
            }
        }
        assert!(
            flow.do_not
                .iter()
                .any(|line| line.to_lowercase().contains("copy")
                    || line.to_lowercase().contains("view")
                    || line.to_lowercase().contains("look")),
            "{} does not say so",
            flow.id
        );
    }
}

fn about_images(flow: &Flow) -> bool {
    [
        "illegal-online-incident",
        "nudes-semi-nudes",
        "online-grooming-ceop",
    ]
    .contains(&flow.id.as_str())
}
