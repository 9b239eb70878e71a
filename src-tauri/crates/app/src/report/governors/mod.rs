//! The report to governors: what is counted, what of it may be said, how it goes and how it is kept.
//!
//! It is built from the room of the pupils' records alone. What is about adults who work at the school stands in it only as far as
//! whoever keeps that let it stand (`staff`).

mod before;
mod behind;
mod blocks;
mod kept;
mod names;
mod paper;
mod periods;
mod plan;
mod release;
mod settled;
mod sheet;
mod staff;
mod staff_matters;
mod streams;
mod told;
mod view;

pub use behind::report_behind;
pub use kept::keep_report;
pub use release::{release_report, released_file, released_file_name};
pub use staff::{release_staff_sheet, staff_sheet};
pub use view::governor_report;

pub(super) use plan::days_said;
pub(super) use settled::days as days_of;
pub(super) use view::choices;

pub(crate) use paper::{DRAFT, lay_out};
pub(crate) use periods::{term_of, year_of};
