//! A flowchart as a drawing, with the way that a walk took.

use papers::{FlowFacts, StepFacts, StepKind, Walked, WayFacts};

use super::{flow, walk};
use crate::Office;
use crate::wire::{DiagramBox, DiagramView, Fault, FlowNode, FlowView, WalkStep, WalkView};

/// Draws a flowchart as it ships, or the one that a walk goes through, with its way.
pub fn flow_diagram(office: &Office, id: &str, of: Option<&str>) -> Result<DiagramView, Fault> {
    let facts = match of {
        Some(of) => {
            let walk = walk(office, of)?;
            facts(&walk.flow, Some(&walk))
        }
        None => facts(&flow(office, id)?, None),
    };
    picture(&facts)
}

/// The drawing of a flowchart as SVG, for whoever has no vault open.
pub fn flow_picture(flow: &FlowView) -> Result<String, Fault> {
    Ok(drawn(flow)?.svg)
}

/// A flowchart that is being edited.
pub(super) fn drawn(flow: &FlowView) -> Result<DiagramView, Fault> {
    picture(&facts(flow, None))
}

fn picture(facts: &FlowFacts) -> Result<DiagramView, Fault> {
    let drawing = papers::drawing(facts)?;
    Ok(DiagramView {
        svg: drawing.svg,
        width: drawing.width,
        height: drawing.height,
        boxes: drawing
            .boxes
            .into_iter()
            .map(|one| DiagramBox {
                id: one.id,
                number: one.number,
                x: one.x,
                y: one.y,
                width: one.width,
                height: one.height,
            })
            .collect(),
    })
}

/// A flowchart as papers take it.
pub(crate) fn facts(flow: &FlowView, walk: Option<&WalkView>) -> FlowFacts {
    let way = walk.map_or_else(Vec::new, |walk| way_of(&walk.taken));
    let at = walk
        .and_then(|walk| walk.at.as_ref())
        .map(|node| node.id.as_str());
    FlowFacts {
        number: flow.number.clone(),
        title: flow.title.clone(),
        // Whoever has only the sheet must see that it is not all ours, and whose it is.
        purpose: match &flow.own {
            Some(own) => format!(
                "This school\u{2019}s own version, kept by {own}. {}",
                flow.purpose
            ),
            None => flow.purpose.clone(),
        },
        do_not: flow.do_not.clone(),
        version: format!(
            "Version {}, sources read in {}. {}.",
            flow.version,
            flow.checked,
            flow.jurisdiction.trim_end_matches('.')
        ),
        note: flow.note.clone(),
        sources: flow.sources.clone(),
        steps: flow.nodes.iter().map(|node| step(node, &way, at)).collect(),
    }
}

/// The steps on the way to where a walk stands, without those that were gone back on; each with its place among everything
/// that was done.
fn way_of(taken: &[WalkStep]) -> Vec<(u32, &WalkStep)> {
    let mut way = Vec::new();
    for (place, step) in (1..).zip(taken) {
        if step.back {
            way.pop();
        } else {
            way.push((place, step));
        }
    }
    way
}

fn step(node: &FlowNode, way: &[(u32, &WalkStep)], at: Option<&str>) -> StepFacts {
    let mine = || {
        way.iter()
            .enumerate()
            .filter(|(_, (_, step))| step.node == node.id)
    };
    let next = |place: usize| match way.get(place + 1) {
        Some((_, step)) => Some(step.node.as_str()),
        None => at,
    };
    let taken = |to: &str, answer: &str| {
        mine().any(|(place, (_, step))| {
            next(place) == Some(to) && (step.answer.is_empty() || step.answer == answer)
        })
    };
    StepFacts {
        id: node.id.clone(),
        kind: match node.kind {
            "start" => StepKind::Start,
            "decision" => StepKind::Decision,
            "warning" => StepKind::Warning,
            "end" => StepKind::End,
            _ => StepKind::Action,
        },
        title: node.title.clone(),
        detail: node.detail.clone(),
        lines: lines(node),
        check: node.check,
        ways: node
            .ways
            .iter()
            .map(|way| WayFacts {
                to: way.to.clone(),
                answer: way.answer.clone(),
                taken: taken(&way.to, &way.answer),
            })
            .collect(),
        walked: Walked {
            order: mine().map(|(_, (place, _))| *place).collect(),
            skipped: mine()
                .next_back()
                .is_some_and(|(_, (_, step))| step.skipped),
            here: at == Some(node.id.as_str()),
        },
    }
}

/// What a drawing has no room for.
fn lines(node: &FlowNode) -> Vec<(String, String)> {
    let opens: Vec<&str> = node.opens.iter().map(|one| one.title.as_str()).collect();
    [
        ("For", node.who.join(", ")),
        ("By when", node.deadline.clone().unwrap_or_default()),
        ("Belongs to it", opens.join(", ")),
        ("To be written down", node.asks.clone()),
        (
            "Signed",
            if node.two_people { "by two people" } else { "" }.to_owned(),
        ),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| (label.to_owned(), text))
    .collect()
}
