//! Documents of word processors, as lines.

mod docx;
mod lines;
mod odt;

pub(super) use docx::read as read_docx;
pub(super) use odt::read as read_odt;
