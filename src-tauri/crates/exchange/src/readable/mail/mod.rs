//! E-mails as they are saved from a mail program, without opening what is attached.

mod attached;
mod bodies;
mod facts;
mod flat;
mod read;

pub(super) use read::read;
