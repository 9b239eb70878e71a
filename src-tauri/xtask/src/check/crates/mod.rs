//! The map in Cargo.toml is the truth about who may name whom, and the crates must follow it.

mod edges;
mod map;

use crate::house::House;
use crate::stop::Outcome;

pub use map::{Map, packages};

/// Every edge that is not drawn, and every line drawn that nobody uses.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let map = Map::read(&house.metadata)?;
    Ok(edges::strays(&map, &map::packages(&house.metadata)))
}
