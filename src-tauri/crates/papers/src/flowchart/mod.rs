//! Flowcharts: each step in a box whose shape says what it is, each answer beside its way, the way taken heavier and
//! ticked; on a canvas for the window, and on paper.

mod assembly;
mod boxes;
mod chart;
mod draw;
mod facts;
mod fit;
mod gap;
mod layers;
mod lines;
mod pages;
mod paper;
mod ports;
mod put;
mod said;
mod screen;
mod shapes;
#[cfg(test)]
mod tests;
mod tracks;
mod turn;

pub use facts::{FlowFacts, StepFacts, StepKind, Walked, WayFacts};
pub use fit::Size;
pub(crate) use fit::put_lit;
pub use paper::{FlowPaper, flowchart};
pub use screen::{Drawing, DrawnBox, drawing};
