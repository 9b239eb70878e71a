//! What must be on the machine before anything can be built. Every part first looks and does nothing when all is there.

pub mod debian;
mod npm;
mod pages;

use crate::house::House;
use crate::steps::Steps;
use crate::stop::Outcome;

/// What `run` needs short of cargo's own build: Debian packages, npm packages, the window's pages.
pub fn for_running(house: &House, steps: &mut Steps<'_>) -> Outcome {
    debian::install(house, steps, &[debian::RUN])?;
    pages(house, steps)
}

/// The Debian packages of `run`, and those that tests of the real window, keyring and papers need.
pub fn for_testing(house: &House, steps: &mut Steps<'_>) -> Outcome {
    debian::install(house, steps, &[debian::RUN, debian::TEST])
}

/// npm packages and what is built with them.
pub fn pages(house: &House, steps: &mut Steps<'_>) -> Outcome {
    npm::install(house, steps)?;
    pages::build(house, steps)
}
