//! npm packages, exactly as the lock file names them.

use crate::house::{self, House};
use crate::steps::Steps;
use crate::stop::Outcome;
use crate::tool::Tool;

/// A copy of the lock file that was last installed; npm empties its folder first, so it cannot outlive what it describes.
const STAMP: &str = "ui/node_modules/.installed-lock";

/// Runs `npm ci` when the lock file is not the one installed. No package's own install script is run.
pub fn install(house: &House, steps: &mut Steps<'_>) -> Outcome {
    let lock = house::read(&house.at("ui/package-lock.json"))?;
    let stamp = house.at(STAMP);
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    steps.tool("npm packages", Tool::npm(&house.at("ui"), words))?;
    house::write(&stamp, lock.as_bytes())
}
