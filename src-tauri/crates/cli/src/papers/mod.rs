//! Papers, written as files.

mod chronology;
mod print;
mod write;
mod write_sheet;

pub use chronology::chronology;
pub use print::concern;
pub use write::write;
pub use write_sheet::write_sheet;
