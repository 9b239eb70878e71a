//! Promises of the `keys` crate, kept through its public face alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod altered;
mod copies;
mod device;
mod fixtures;
mod invitations;
mod kit;
mod passwords;
mod recovery;
mod rooms;
#[cfg(target_os = "linux")]
mod secret_service;
mod throttle;
mod writers;
