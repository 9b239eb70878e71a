//! Whether a flowchart can be walked: one start, every step reached, every way ending, every decision answered.

use std::collections::BTreeSet;

use super::{Flow, Node, NodeKind};
use crate::leaf::Leaf;
use crate::read::Id;
use crate::{Error, Source};

/// What a flowchart may point to.
pub(crate) struct Known<'k> {
    pub(crate) sources: &'k [Source],
    pub(crate) roles: BTreeSet<&'k str>,
    pub(crate) deadlines: BTreeSet<&'k str>,
    /// Those of them that count something.
    pub(crate) clocks: BTreeSet<&'k str>,
    pub(crate) opens: BTreeSet<&'k str>,
    pub(crate) flows: BTreeSet<&'k str>,
}

/// Every fault of one flowchart, each with its line.
pub(crate) fn check(leaf: &Leaf<'_>, flow: &Flow, known: &Known<'_>) -> Vec<Error> {
    let mut faults = Vec::new();
    leaf.once("step", flow.nodes.iter().map(|node| &node.id), &mut faults);
    leaf.cited(&flow.sources, known.sources, &mut faults);
    leaf.said(&flow.id, "title", &flow.title, &mut faults);
    if flow.do_not.is_empty() {
        faults.push(Error::Blank {
            place: leaf.place(&flow.id),
            what: "list of what nobody does",
            id: flow.id.to_string(),
        });
    }
    for other in &flow.related {
        leaf.there("flowchart", other, &known.flows, &mut faults);
    }
    for node in &flow.nodes {
        leaf.said(&node.id, "title", &node.title, &mut faults);
        leaf.cited(&node.sources, known.sources, &mut faults);
        for role in &node.who {
            leaf.there("role", role, &known.roles, &mut faults);
        }
        if !node.deadline.is_empty() {
            leaf.there("deadline", &node.deadline, &known.deadlines, &mut faults);
        }
        for thing in &node.opens {
            leaf.there("thing to open", thing, &known.opens, &mut faults);
        }
        if node.sources.is_empty() {
            faults.push(Error::Blank {
                place: leaf.place(&node.id),
                what: "source",
                id: node.id.to_string(),
            });
        }
        ways(leaf, flow, node, &mut faults);
    }
    let names: BTreeSet<&str> = flow.nodes.iter().map(|node| node.id.as_str()).collect();
    for edge in &flow.edges {
        leaf.there("step", &edge.from, &names, &mut faults);
        leaf.there("step", &edge.to, &names, &mut faults);
        if let Some(clock) = &edge.starts_clock {
            leaf.there("clock", clock, &known.clocks, &mut faults);
        }
    }
    starts(leaf, flow, &mut faults);
    reached(leaf, flow, &mut faults);
    ends(leaf, flow, &mut faults);
    faults
}

/// A decision has two ways or more, each with its answer; an end has none, everything else one.
fn ways(leaf: &Leaf<'_>, flow: &Flow, node: &Node, faults: &mut Vec<Error>) {
    let all: Vec<_> = flow.ways(&node.id).collect();
    let wrong = match node.kind {
        NodeKind::End if !all.is_empty() => Some("ends the flowchart, and a way leads on from it"),
        NodeKind::Decision if all.len() < 2 => Some("is a decision with fewer than two answers"),
        NodeKind::Decision if all.iter().any(|edge| edge.label.trim().is_empty()) => {
            Some("is a decision with an answer that says nothing")
        }
        NodeKind::Start | NodeKind::Action | NodeKind::Warning if all.is_empty() => {
            Some("leads nowhere")
        }
        NodeKind::Start | NodeKind::Action | NodeKind::Warning if all.len() > 1 => {
            Some("is no decision, and more than one way leads on from it")
        }
        NodeKind::Start
        | NodeKind::Action
        | NodeKind::Decision
        | NodeKind::Warning
        | NodeKind::End => None,
    };
    if let Some(why) = wrong {
        faults.push(wrong_way(leaf, &node.id, why));
    }
    let mut answers = BTreeSet::new();
    for edge in &all {
        if !answers.insert(edge.label.trim().to_lowercase()) && node.kind == NodeKind::Decision {
            faults.push(wrong_way(leaf, &node.id, "has one answer twice"));
        }
    }
}

fn starts(leaf: &Leaf<'_>, flow: &Flow, faults: &mut Vec<Error>) {
    let mut all = flow
        .nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Start);
    match (all.next(), all.next()) {
        (Some(_), None) => {}
        (None, _) => faults.push(wrong_way(leaf, &flow.id, "has no start")),
        (Some(_), Some(second)) => {
            faults.push(wrong_way(leaf, &second.id, "is a second start"));
        }
    }
}

fn reached(leaf: &Leaf<'_>, flow: &Flow, faults: &mut Vec<Error>) {
    let Some(start) = flow.start() else { return };
    let seen = from_here(&start.id, |at| {
        flow.ways(at).map(|edge| edge.to.as_str()).collect()
    });
    for node in &flow.nodes {
        if !seen.contains(node.id.as_str()) {
            faults.push(wrong_way(leaf, &node.id, "is never reached"));
        }
    }
}

/// From every step there is a way to an end: a flowchart may go round, and never for good.
fn ends(leaf: &Leaf<'_>, flow: &Flow, faults: &mut Vec<Error>) {
    let mut good = BTreeSet::new();
    for end in flow.nodes.iter().filter(|node| node.kind == NodeKind::End) {
        good.extend(from_here(&end.id, |at| {
            let edges = flow.edges.iter().filter(|edge| edge.to == *at);
            edges.map(|edge| edge.from.as_str()).collect()
        }));
    }
    for node in &flow.nodes {
        if !good.contains(node.id.as_str()) {
            faults.push(wrong_way(leaf, &node.id, "leads to no end"));
        }
    }
}

fn from_here<'f>(from: &'f str, next: impl Fn(&'f str) -> Vec<&'f str>) -> BTreeSet<&'f str> {
    let (mut seen, mut waiting) = (BTreeSet::new(), vec![from]);
    while let Some(at) = waiting.pop() {
        if seen.insert(at) {
            waiting.extend(next(at));
        }
    }
    seen
}

fn wrong_way(leaf: &Leaf<'_>, id: &Id, why: &'static str) -> Error {
    Error::Way {
        place: leaf.place(id),
        id: id.to_string(),
        why,
    }
}
