//! E-mails as they are saved from a mail program (RFC 5322, MIME), without opening what is attached.

mod attached;
mod bodies;
mod facts;
mod form;
mod head;
mod pieces;
mod read;
mod split;
mod value;

pub(super) use read::read;
