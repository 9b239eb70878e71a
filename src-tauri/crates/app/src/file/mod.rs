//! Files: taken in, attached, taken out. The picture question stands before every way in.

mod attach;
mod hide;
mod look_at;
mod take_in;
mod take_out;
mod through;

pub use attach::attach_files;
pub use hide::hide_file;
pub use look_at::{close_file, file_piece, file_text, open_drawn, open_file};
pub use take_in::{Began, BeginFile, Have, begin_file, drop_file, file_chunk, finish_file};
pub use take_out::{FileOut, take_out_file, take_out_file_to};

pub(crate) use attach::{file_entries, head_of, refuse_what_may_show};
pub(crate) use look_at::Looking;
pub(crate) use take_in::{Intake, KeptFile, picture_refused};
pub(crate) use take_out::{
    copy_file_to, harmless_ending, is_hidden, out_of_sight, pour_file, read_file,
};
pub(crate) use through::through;
