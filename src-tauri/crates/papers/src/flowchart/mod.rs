//! Flowcharts: each step in a box whose shape says what it is, each answer beside its way, the way taken heavier and
//! ticked; on a canvas for the window, and on paper.

mod boxes;
mod chart;
mod draw;
mod facts;
mod layers;
mod lines;
mod pages;
mod paper;
mod put;
mod screen;
mod shapes;
#[cfg(test)]
mod tests;
mod tracks;

pub use facts::{FlowFacts, StepFacts, StepKind, Walked, WayFacts};
pub use paper::{FlowPaper, flowchart};
pub use put::Size;
pub(crate) use put::put_lit;
pub use screen::{Drawing, DrawnBox, drawing};
