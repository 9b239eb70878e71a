//! Says what a concern, a pupil and a person are, and what may never be true of them.
//!
//! Pure: no disk, no network, no clock. Content is what an entry's parts hold; a **fold** turns the entries
//! about one subject, in the order of the history, into what a person sees.

pub mod access;
pub mod buildup;
pub mod calendar;
pub mod case;
pub mod checklist;
pub mod concern;
pub mod disclosure;
pub mod evidence;
pub mod facets;
pub mod governance;
mod hidden_words;
pub mod id;
pub mod look;
pub mod online;
pub mod own_guidance;
pub mod paper_number;
pub mod person;
pub mod pupil;
pub mod put_to;
pub mod register;
pub mod room;
pub mod school;
mod stated;
pub mod step;
pub mod twice;
pub mod versions;
pub mod walk;
pub mod when;
