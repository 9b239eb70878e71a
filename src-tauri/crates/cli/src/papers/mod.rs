//! Papers, written as files.

mod chronology;
mod print;
mod write;

pub use chronology::chronology;
pub use print::concern;
pub use write::write;
