//! Which step stands in which layer and how far right, and through which layers each way runs: dagre's work.
//!
//! Of dagre's answer the layers, the order within them and the places from left to right are kept. How high a layer is
//! and where a way bends between two of them is settled afterwards, so that nothing is higher than it must be and no way
//! ever crosses a step.

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel};

/// How much room something needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A way to be laid: from one step to another, by their places, and the room its answer needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    /// It leads up again: it is laid the other way about.
    pub(super) back: bool,
    pub(super) label: Room,
}

impl Link {
    /// The step it touches above, and the one below.
    pub(super) fn ends(&self) -> (usize, usize) {
        match self.back {
            false => (self.from, self.to),
            true => (self.to, self.from),
        }
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Spot {
    /// Its layer; the uppermost is 0.
    pub(super) layer: usize,
    /// Its middle.
    pub(super) x: f32,
}

/// How a way runs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lane {
    /// The layers it passes between its two steps, from above: where it is in each.
    pub(super) passes: Vec<Spot>,
    /// Where its answer stands.
    pub(super) label: Option<Spot>,
}

/// Every step's and every way's place.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub(super) spots: Vec<Spot>,
    pub(super) lanes: Vec<Lane>,
    pub(super) count: usize,
    pub(super) width: f32,
}

/// The least distances from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Apart {
    /// Between two steps.
    pub(super) steps: f32,
    /// Between two ways.
    pub(super) ways: f32,
}

/// How much rather an answer stands right below its question than further on.
const CLOSE: i32 = 8;

/// Lays steps of these sizes in layers. The same steps give the same layers.
pub(super) fn layers(steps: &[Room], links: &[Link], apart: Apart) -> Layers {
    if steps.is_empty() {
        return Layers::default();
    }
    let mut graph: Graph<NodeLabel, EdgeLabel> = Graph::with_options(GraphOptions {
        directed: true,
        multigraph: true,
        compound: false,
    });
    for (place, room) in steps.iter().enumerate() {
        graph.set_node(step(place), Some(node(room.width)));
    }
    for (place, link) in links.iter().enumerate() {
        let (upper, lower) = link.ends();
        let (upper, lower) = (step(upper), step(lower));
        let own = answer(place);
        if link.label.width > 0.0 {
            let (first, second) = if link.back { (1, CLOSE) } else { (CLOSE, 1) };
            graph.set_node(own.as_str(), Some(node(link.label.width)));
            graph.set_edge(upper, own.as_str(), Some(edge(first)), Some(&own));
            graph.set_edge(own.as_str(), lower, Some(edge(second)), Some(&own));
        } else {
            graph.set_edge(upper, lower, Some(edge(1)), Some(&own));
        }
    }
    let options = LayoutOptions {
        nodesep: f64::from(apart.steps),
        edgesep: f64::from(apart.ways),
        ranksep: 40.0,
        ..LayoutOptions::default()
    };
    dagre::layout(&mut graph, Some(options));
    read(&graph, steps, links)
}

/// As high as any other: how high a layer is, is not dagre's affair.
fn node(width: f32) -> NodeLabel {
    NodeLabel {
        width: f64::from(width),
        height: 1.0,
        ..NodeLabel::default()
    }
}

fn edge(weight: i32) -> EdgeLabel {
    EdgeLabel {
        weight,
        label_offset: 0.0,
        labelpos: LabelPos::Center,
        ..EdgeLabel::default()
    }
}

fn step(place: usize) -> String {
    format!("s{place}")
}

fn answer(place: usize) -> String {
    format!("a{place}")
}

/// A place before its layer is known: from the left and from above, as dagre counts.
type Raw = (f64, f64);

fn read(graph: &Graph<NodeLabel, EdgeLabel>, steps: &[Room], links: &[Link]) -> Layers {
    let at = |name: &str| -> Option<Raw> {
        let node = graph.node(name)?;
        node.x.zip(node.y)
    };
    let bends = |from: &str, to: &str, own: &str| -> Vec<Raw> {
        let points = graph.edge(from, to, Some(own)).map(|edge| &edge.points);
        let all = points.map(Vec::as_slice).unwrap_or_default();
        // The first and the last are where it meets its steps.
        let inner = all.get(1..all.len().saturating_sub(1)).unwrap_or_default();
        inner.iter().map(|point| (point.x, point.y)).collect()
    };
    let places: Vec<Raw> = (0..steps.len())
        .map(|place| at(&step(place)).unwrap_or_default())
        .collect();
    let ways: Vec<(Vec<Raw>, Option<Raw>)> = links
        .iter()
        .enumerate()
        .map(|(place, link)| {
            let (upper, lower) = link.ends();
            let (from, to, own) = (step(upper), step(lower), answer(place));
            let Some(label) = at(&own) else {
                return (bends(&from, &to, &own), None);
            };
            let mut passed = bends(&from, &own, &own);
            passed.push(label);
            passed.extend(bends(&own, &to, &own));
            (passed, Some(label))
        })
        .collect();
    // A layer through which ways only pass is none: they bend once less.
    let labels = ways.iter().filter_map(|(_, label)| *label);
    let mut heights: Vec<f64> = places
        .iter()
        .copied()
        .chain(labels)
        .map(|raw| raw.1)
        .collect();
    heights.sort_by(f64::total_cmp);
    heights.dedup_by(|one, other| (*one - *other).abs() < 0.5);
    let spot = |(x, y): Raw| {
        let layer = heights.iter().position(|height| (height - y).abs() < 0.5)?;
        Some(Spot { layer, x: x as f32 })
    };
    let mut spots: Vec<Spot> = places
        .iter()
        .map(|raw| spot(*raw).unwrap_or_default())
        .collect();
    let mut lanes: Vec<Lane> = ways
        .into_iter()
        .map(|(passed, label)| {
            let mut passes: Vec<Spot> = passed.into_iter().filter_map(spot).collect();
            passes.sort_by_key(|pass| pass.layer);
            Lane {
                passes,
                label: label.and_then(spot),
            }
        })
        .collect();
    let width = trim(&mut spots, &mut lanes, steps, links);
    Layers {
        spots,
        lanes,
        count: heights.len(),
        width,
    }
}

/// Moves everything so that the leftmost edge is at 0, and gives how wide it is.
fn trim(spots: &mut [Spot], lanes: &mut [Lane], steps: &[Room], links: &[Link]) -> f32 {
    let mut edges: Vec<(f32, f32)> = spots
        .iter()
        .zip(steps)
        .map(|(spot, room)| (spot.x - room.width / 2.0, spot.x + room.width / 2.0))
        .collect();
    for (lane, link) in lanes.iter().zip(links) {
        edges.extend(lane.passes.iter().map(|pass| (pass.x - 2.0, pass.x + 2.0)));
        let half = link.label.width / 2.0;
        edges.extend(lane.label.map(|spot| (spot.x - half, spot.x + half)));
    }
    let left = edges.iter().map(|edge| edge.0).fold(f32::MAX, f32::min);
    let right = edges.iter().map(|edge| edge.1).fold(f32::MIN, f32::max);
    for spot in spots.iter_mut() {
        spot.x -= left;
    }
    for lane in lanes.iter_mut() {
        for pass in lane.passes.iter_mut().chain(&mut lane.label) {
            pass.x -= left;
        }
    }
    (right - left).max(0.0)
}
