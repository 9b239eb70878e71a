//! Guidance: what there is, to read and to walk through.

mod diagram;
mod flow;
mod list;
mod walk;

pub use diagram::flow_diagram;
pub use flow::flow;
pub use list::guidance_list;
pub use walk::{begin_walk, go_back, keep_walk_note, stop_walk, take_step, walk, walks};

pub(crate) use diagram::facts;
pub(crate) use walk::{room_of_walk, steps_of_walks, under_way};
