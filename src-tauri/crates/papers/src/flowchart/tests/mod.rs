//! Every flowchart as it ships, drawn.

mod faults;

use guidance::{Flow, NodeKind};

use super::boxes::Scale;
use super::chart::{Chart, chart};
use super::*;
use crate::page::{Glyph, Item, Page, Sheet};
use crate::typeset::Typesetter;
use faults::faults;

/// A flowchart as the drawing takes it, in a few plain words.
pub(super) fn facts(flow: &Flow) -> FlowFacts {
    let kind = |kind: NodeKind| match kind {
        NodeKind::Start => StepKind::Start,
        NodeKind::Action => StepKind::Action,
        NodeKind::Decision => StepKind::Decision,
        NodeKind::Warning => StepKind::Warning,
        NodeKind::End => StepKind::End,
    };
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
        sources: Vec::new(),
        steps: flow
            .nodes
            .iter()
            .map(|node| StepFacts {
                id: node.id.to_string(),
                kind: kind(node.kind),
                title: node.title.clone(),
                detail: node.detail.clone(),
                lines: Vec::new(),
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

/// A way through a flowchart, with the answers that these numbers choose.
pub(super) fn walked(mut facts: FlowFacts, mut choice: usize) -> FlowFacts {
    let start = |step: &StepFacts| step.kind == StepKind::Start;
    let mut at = facts.steps.iter().position(start);
    let mut order = 1;
    while let Some(step) = at.and_then(|at| facts.steps.get_mut(at)) {
        step.walked.order.push(order);
        step.walked.skipped = step.kind == StepKind::Action && order % 5 == 0;
        order += 1;
        let ways = step.ways.len();
        let Some(way) = step.ways.get_mut(choice % ways.max(1)) else {
            break;
        };
        choice = choice * 7 / 5 + 3;
        way.taken = true;
        let to = way.to.clone();
        at = facts.steps.iter().position(|step| step.id == to);
    }
    facts
}

fn drawn(facts: &FlowFacts, scale: Scale) -> Chart {
    chart(&mut Typesetter::new().unwrap(), facts, scale).unwrap()
}

fn order(chart: &Chart) -> Vec<usize> {
    chart.boxes.iter().map(|one| one.step).collect()
}

#[test]
fn nothing_overlaps_is_cut_or_runs_through_another_thing_in_any_flowchart() {
    for flow in guidance::flows().unwrap() {
        let plain = facts(flow);
        for (wide, choice) in [(11.0, None), (16.0, None), (16.0, Some(3)), (23.0, Some(8))] {
            let facts =
                choice.map_or_else(|| plain.clone(), |choice| walked(plain.clone(), choice));
            let chart = drawn(&facts, Scale { size: 10.0, wide });

            assert_eq!(
                faults(&chart),
                Vec::<String>::new(),
                "{} {wide}",
                flow.number
            );
            assert_eq!(chart.boxes.len(), flow.nodes.len());
            assert_eq!(chart.ways.len(), flow.edges.len());
            for one in &chart.boxes {
                let (words, area) = (&one.placed.words, one.placed.area);
                assert!(words.height() + one.placed.pad.1 < area.height);
                assert!(words.width() + one.placed.pad.0 < area.width);
            }
        }
    }
}

#[test]
fn a_step_has_one_number_however_wide_its_box_is_and_numbers_grow_along_every_way() {
    for flow in guidance::flows().unwrap() {
        let facts = facts(flow);
        let chart = drawn(
            &facts,
            Scale {
                size: 10.5,
                wide: 16.0,
            },
        );
        let numbers = order(&chart);
        for wide in [11.0, 23.0] {
            assert_eq!(order(&drawn(&facts, Scale { size: 7.0, wide })), numbers);
        }
        let walked = walked(facts, 5);
        assert_eq!(
            order(&drawn(
                &walked,
                Scale {
                    size: 8.0,
                    wide: 14.0
                }
            )),
            numbers
        );
        let number = |step: usize| numbers.iter().position(|one| *one == step);
        let place = |id: &str| walked.steps.iter().position(|step| step.id == id).unwrap();
        for edge in &flow.edges {
            let (from, to) = (number(place(&edge.from)), number(place(&edge.to)));
            assert!(from < to, "{}", flow.number);
        }
    }
}

#[test]
fn the_same_flowchart_is_the_same_picture() {
    for flow in guidance::flows().unwrap().iter().take(6) {
        let facts = walked(facts(flow), 2);
        assert_eq!(drawing(&facts).unwrap().svg, drawing(&facts).unwrap().svg);
    }
}

#[test]
fn a_flowchart_without_steps_is_an_empty_drawing() {
    let mut facts = facts(&guidance::flows().unwrap()[0]);
    facts.steps.clear();

    assert!(drawing(&facts).unwrap().boxes.is_empty());
}

#[test]
fn a_way_that_leads_up_again_is_drawn_from_below() {
    let mut facts = facts(&guidance::flows().unwrap()[0]);
    let (first, last) = (facts.steps[0].id.clone(), facts.steps.len() - 3);
    facts.steps[last].ways.push(WayFacts {
        to: first,
        answer: "Once more".to_owned(),
        taken: true,
    });

    let chart = drawn(
        &facts,
        Scale {
            size: 10.0,
            wide: 16.0,
        },
    );

    assert_eq!(faults(&chart), Vec::<String>::new());
    assert_eq!(chart.ways.iter().filter(|way| way.back).count(), 1);
}

#[test]
fn on_paper_every_title_stands_whole_and_in_type_that_can_be_read() {
    let paper = FlowPaper {
        school: "Marlowe Road Primary School",
        marking: "OFFICIAL",
        at: "10 November 2026",
    };
    for flow in guidance::flows().unwrap() {
        for size in [Size::A4, Size::A3] {
            let laid = flowchart(&paper, &facts(flow), size).unwrap();
            let pages: Vec<Page> = laid.all().iter().map(|page| page.open().unwrap()).collect();
            let drawn = pages
                .iter()
                .filter(|page| page.sheet != Sheet::A4 || size == Size::A4);
            let mut sizes = Vec::new();
            for page in drawn {
                for item in &page.items {
                    if let Item::Run(run) = item {
                        sizes.push(run.size);
                        let end = run.glyphs.last().map_or(0.0, Glyph::x);
                        assert!(run.x > 0.0 && run.x + end < page.sheet.width);
                        assert!(run.y > 0.0 && run.y < page.sheet.height);
                    }
                }
            }
            let smallest = sizes.iter().copied().fold(f32::MAX, f32::min);
            assert!(smallest >= 6.99, "{} {size:?} {smallest}", flow.number);
            let words: Vec<String> = (1..=laid.pages())
                .filter_map(|page| laid.words(page))
                .collect();
            let letters =
                |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
            let words = letters(&words.concat());
            for node in &flow.nodes {
                assert!(
                    words.contains(&letters(&node.title)),
                    "{}: {}",
                    flow.number,
                    node.title
                );
            }
            if size == Size::A3 {
                assert_eq!(laid.pages(), 1, "{} is hung up", flow.number);
            }
        }
    }
}
