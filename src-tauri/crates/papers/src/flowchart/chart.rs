//! A flowchart with a place for everything: boxes in layers, ways between them, answers on the ways.

use super::assembly::Assembly;
use super::boxes::{self, Scale, Strip};
use super::facts::{FlowFacts, StepKind};
use super::layers::{Apart, Link, Room, layers};
use super::turn::turn_back;
use crate::PapersError;
use crate::typeset::{Block, Typesetter};

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> f32 {
        self.y + self.height
    }
}

/// Words at their place.
pub(super) struct Placed {
    pub(super) area: Area,
    pub(super) words: Block,
    pub(super) pad: (f32, f32),
    pub(super) strip: Option<Strip>,
}

/// A step's box.
pub(super) struct Boxed {
    /// The step's place among the facts.
    pub(super) step: usize,
    pub(super) layer: usize,
    pub(super) placed: Placed,
}

/// A way from one box to another.
pub(super) struct Way {
    /// The place among the facts of the step it comes from.
    pub(super) from: usize,
    pub(super) taken: bool,
    /// It leads up again.
    pub(super) back: bool,
    /// Its corners, from above.
    pub(super) points: Vec<(f32, f32)>,
    pub(super) answer: Option<Placed>,
}

/// A layer from its upper to its lower edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Steps stand in it, and not only answers.
    pub(super) steps: bool,
}

/// The whole drawing.
pub(super) struct Chart {
    pub(super) scale: Scale,
    pub(super) width: f32,
    pub(super) height: f32,
    /// In the order in which they are read: from above, and from left to right.
    pub(super) boxes: Vec<Boxed>,
    pub(super) ways: Vec<Way>,
    pub(super) bands: Vec<Band>,
}

/// Lays a flowchart out. The same facts give the same drawing.
pub(super) fn chart(
    setter: &mut Typesetter,
    facts: &FlowFacts,
    scale: Scale,
) -> Result<Chart, PapersError> {
    let known = |id: &str| facts.steps.iter().position(|step| step.id == id);
    let mut links = Vec::new();
    let mut answers = Vec::new();
    let mut taken = Vec::new();
    for (from, step) in facts.steps.iter().enumerate() {
        for way in &step.ways {
            let Some(to) = known(&way.to).filter(|to| *to != from) else {
                continue;
            };
            let answer = boxes::answer(setter, &way.answer, scale)?;
            let label = answer.as_ref().map_or_else(Room::default, |set| set.room);
            links.push(Link {
                from,
                to,
                back: false,
                label,
            });
            answers.push(answer);
            taken.push(way.taken);
        }
    }
    turn_back(facts, &mut links);
    let apart = Apart {
        steps: scale.em(1.9),
        ways: scale.em(1.5),
    };
    // The numbers follow from the layers, and the layers from the boxes: first with every number as wide as any.
    let mut sets = Vec::new();
    for step in &facts.steps {
        sets.push(boxes::step(setter, step, 88, scale)?);
    }
    let rooms: Vec<Room> = sets.iter().map(|set| set.room).collect();
    let laid = layers(&rooms, &links, apart);
    let mut order: Vec<usize> = (0..facts.steps.len()).collect();
    let spot = |step: usize| laid.spots.get(step).copied().unwrap_or_default();
    order.sort_by(|one, other| {
        let (one, other) = (spot(*one), spot(*other));
        one.layer.cmp(&other.layer).then(one.x.total_cmp(&other.x))
    });
    for (number, step) in order.iter().enumerate() {
        if let (Some(set), Some(facts)) = (sets.get_mut(*step), facts.steps.get(*step)) {
            let width = set.room.width;
            *set = boxes::step(setter, facts, number + 1, scale)?;
            set.room.width = width;
        }
    }
    let rooms: Vec<Room> = sets.iter().map(|set| set.room).collect();
    let flat: Vec<f32> = facts
        .steps
        .iter()
        .map(|step| flat(step.kind, scale))
        .collect();
    Ok(Assembly {
        scale,
        laid: &laid,
        links: &links,
        rooms: &rooms,
        flat: &flat,
    }
    .chart(&order, sets, answers, &taken))
}

/// How much of a box's upper and lower edge at each end no way leaves from.
fn flat(kind: StepKind, scale: Scale) -> f32 {
    scale.em(match kind {
        StepKind::Decision => 1.3,
        StepKind::Start | StepKind::End => 1.2,
        StepKind::Action | StepKind::Warning => 0.8,
    })
}
