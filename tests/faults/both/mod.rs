//! What the tests and their worker both know.
#![allow(dead_code, reason = "each of the two uses its part")]

pub mod acks;
pub mod bare;
pub mod canary;
pub mod control;
pub mod deeds;
pub mod desk;
pub mod plan;
