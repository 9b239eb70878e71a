//! The first screen: what is live, unread, late and waiting, for whoever is in.

mod days;
mod drafts;
mod due;
mod duties;
mod live;
mod reviews;
mod rooms;
mod show;
mod unread;

pub use show::today;

pub(crate) use days::{due as acknowledged_by, said_late};
pub(crate) use due::looked_at_again;
pub(crate) use duties::duties;
