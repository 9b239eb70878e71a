//! Whether a flowchart can be walked: one start, every step reached, every way ending, every decision answered.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Flow, Node, NodeKind};
use crate::Error;
use crate::leaf::{Leaf, MOST_FAULTS};
use crate::read::Id;

/// What a flowchart may point to.
pub(crate) struct Known<'k> {
    pub(crate) sources: &'k BTreeSet<&'k str>,
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
        leaf.fault(&flow.id, &mut faults, |place| Error::Blank {
            place,
            what: "list of what nobody does",
            id: flow.id.to_string(),
        });
    }
    for other in &flow.related {
        leaf.there("flowchart", other, &known.flows, &mut faults);
    }
    // Looked up once: a page may have as many steps as ways.
    let mut on: BTreeMap<&str, Vec<&Edge>> = BTreeMap::new();
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for edge in &flow.edges {
        on.entry(edge.from.as_str()).or_default().push(edge);
        back.entry(edge.to.as_str())
            .or_default()
            .push(edge.from.as_str());
    }
    let none = Vec::new();
    for node in &flow.nodes {
        if faults.len() > MOST_FAULTS {
            return faults;
        }
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
            leaf.fault(&node.id, &mut faults, |place| Error::Blank {
                place,
                what: "source",
                id: node.id.to_string(),
            });
        }
        let all = on.get(node.id.as_str()).unwrap_or(&none);
        ways(leaf, node, all, &mut faults);
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
    reached(leaf, flow, &on, &mut faults);
    ends(leaf, flow, &back, &mut faults);
    faults
}

/// A decision has two ways or more, each with its answer; an end has none, everything else one.
fn ways(leaf: &Leaf<'_>, node: &Node, all: &[&Edge], faults: &mut Vec<Error>) {
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
        wrong_way(leaf, &node.id, why, faults);
    }
    if node.kind != NodeKind::Decision {
        return;
    }
    let mut answers = BTreeSet::new();
    for edge in all {
        if !answers.insert(edge.label.trim().to_lowercase()) {
            wrong_way(leaf, &node.id, "has one answer twice", faults);
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
        (None, _) => wrong_way(leaf, &flow.id, "has no start", faults),
        (Some(_), Some(second)) => {
            wrong_way(leaf, &second.id, "is a second start", faults);
        }
    }
}

fn reached(leaf: &Leaf<'_>, flow: &Flow, on: &BTreeMap<&str, Vec<&Edge>>, faults: &mut Vec<Error>) {
    let Some(start) = flow.start() else { return };
    let mut seen = BTreeSet::new();
    let mut waiting = vec![start.id.as_str()];
    while let Some(at) = waiting.pop() {
        if seen.insert(at) {
            let edges = on.get(at).into_iter().flatten();
            waiting.extend(edges.map(|edge| edge.to.as_str()));
        }
    }
    for node in &flow.nodes {
        if !seen.contains(node.id.as_str()) {
            wrong_way(leaf, &node.id, "is never reached", faults);
        }
    }
}

/// From every step there is a way to an end: a flowchart may go round, and never for good.
fn ends(leaf: &Leaf<'_>, flow: &Flow, back: &BTreeMap<&str, Vec<&str>>, faults: &mut Vec<Error>) {
    let mut good = BTreeSet::new();
    let all = flow.nodes.iter().filter(|node| node.kind == NodeKind::End);
    let mut waiting: Vec<&str> = all.map(|node| node.id.as_str()).collect();
    while let Some(at) = waiting.pop() {
        if good.insert(at) {
            waiting.extend(back.get(at).into_iter().flatten().copied());
        }
    }
    for node in &flow.nodes {
        if !good.contains(node.id.as_str()) {
            wrong_way(leaf, &node.id, "leads to no end", faults);
        }
    }
}

fn wrong_way(leaf: &Leaf<'_>, id: &Id, why: &'static str, faults: &mut Vec<Error>) {
    leaf.fault(id, faults, |place| Error::Way {
        place,
        id: id.to_string(),
        why,
    });
}
