//! Every flowchart as it ships, printed and read back; and a walk with its way.

use guidance::{Flow, NodeKind};
use papers::{
    FlowFacts, FlowPaper, Paragraph, Size, StepFacts, StepKind, Style, WalkFacts, Walked, WayFacts,
    Words,
};

use crate::chronology::printed;
use crate::reader::Paper;

fn facts(flow: &Flow) -> FlowFacts {
    FlowFacts {
        number: flow.number.clone(),
        title: flow.title.clone(),
        purpose: flow.purpose.clone(),
        do_not: flow.do_not.clone(),
        version: format!(
            "Version {}, sources read in {}.",
            flow.version, flow.checked
        ),
        note: flow.note.clone(),
        sources: vec!["Keeping children safe in education: paragraph 67".to_owned()],
        steps: flow
            .nodes
            .iter()
            .map(|node| StepFacts {
                id: node.id.to_string(),
                kind: match node.kind {
                    NodeKind::Start => StepKind::Start,
                    NodeKind::Action => StepKind::Action,
                    NodeKind::Decision => StepKind::Decision,
                    NodeKind::Warning => StepKind::Warning,
                    NodeKind::End => StepKind::End,
                },
                title: node.title.clone(),
                detail: node.detail.clone(),
                lines: vec![(
                    "For".to_owned(),
                    node.who.iter().map(ToString::to_string).collect(),
                )],
                check: node.to_be_checked(),
                ways: flow
                    .ways(&node.id)
                    .map(|way| WayFacts {
                        to: way.to.to_string(),
                        answer: way.label.clone(),
                        taken: false,
                    })
                    .collect(),
                walked: Walked::default(),
            })
            .collect(),
    }
}

const PAPER: FlowPaper<'_> = FlowPaper {
    school: "Marlowe Road Primary School",
    marking: "Guidance",
    at: "10 November 2026",
};

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
fn every_flowchart_is_a_sound_paper_within_its_margins_with_every_title_and_what_nobody_does() {
    for flow in guidance::flows().unwrap() {
        let bytes = papers::flowchart(&PAPER, &facts(flow), Size::A4)
            .unwrap()
            .pdf()
            .unwrap();
        let paper = Paper::keep(&format!("flowchart-{}", flow.number), &bytes);

        paper.is_sound();
        paper.keeps_its_margins();
        let text = squeezed(&paper.text_as_written());
        for node in &flow.nodes {
            assert!(
                text.contains(&squeezed(&node.title)),
                "{}: {}",
                flow.number,
                node.title
            );
        }
        for edge in flow.edges.iter().filter(|edge| !edge.label.is_empty()) {
            assert!(
                text.contains(&squeezed(&edge.label)),
                "{}: {}",
                flow.number,
                edge.label
            );
        }
        for never in &flow.do_not {
            assert!(
                text.contains(&squeezed(never.trim_end_matches('.'))),
                "{never}"
            );
        }
        assert_eq!(
            paper.fact("Title"),
            Some(format!("Flowchart {}", flow.number))
        );
        // Read aloud, the drawing is its steps with where each leads.
        let structure = paper.structure();
        assert!(structure.contains("Figure"), "{structure}");
    }
}

#[test]
fn hung_up_it_is_one_sheet_of_a3() {
    for flow in guidance::flows().unwrap().iter().step_by(5) {
        let bytes = papers::flowchart(&PAPER, &facts(flow), Size::A3)
            .unwrap()
            .pdf()
            .unwrap();
        let paper = Paper::keep(&format!("flowchart-{}-a3", flow.number), &bytes);

        paper.is_sound();
        assert_eq!(paper.pages(), 1);
        let size = paper.fact("Page size").unwrap();
        assert!(size.contains("841") && size.contains("1190"), "{size}");
    }
}

#[test]
fn the_same_flowchart_gives_the_same_bytes() {
    let facts = facts(&guidance::flows().unwrap()[0]);
    let made = || {
        papers::flowchart(&PAPER, &facts, Size::A4)
            .unwrap()
            .pdf()
            .unwrap()
    };

    assert_eq!(made(), made());
}

#[test]
fn a_walk_is_its_steps_then_its_way_and_says_how_it_came_to_be_printed() {
    let mut flow = facts(&guidance::flows().unwrap()[0]);
    for (place, step) in flow.steps.iter_mut().take(3).enumerate() {
        step.walked.order = vec![place as u32 + 1];
    }
    let line = |text: &str| Paragraph {
        style: Style::Account,
        words: vec![Words::Plain(text.to_owned())],
    };
    let walk = WalkFacts {
        printed: printed(),
        id: "77".to_owned(),
        reference: "MV-26-B7K-0143".to_owned(),
        about: vec![line("Begun Tue 10 Nov 2026, 09:52, R. Calloway")],
        steps: (1..=40)
            .map(|place| vec![line(&format!("{place}. Something was done."))])
            .collect(),
        beside: vec![vec![line("Somebody else did this meanwhile.")]],
        flow,
    };
    let bytes = papers::walk(&walk, Size::A4).unwrap().pdf().unwrap();
    let paper = Paper::keep("walk", &bytes);

    paper.is_sound();
    paper.keeps_its_margins();
    let text = paper.text_as_written();
    for words in [
        "40. Something was done.",
        "Somebody else did this meanwhile.",
        "The way taken",
        "Record checkpoint",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(text.find("40. Something").unwrap() < text.find("The way taken").unwrap());
    assert_eq!(
        paper.fact("Title").as_deref(),
        Some("Flowchart 01, MV-26-B7K-0143")
    );
    assert_eq!(format!("{walk:?}"), "WalkFacts(40 steps)");
}
