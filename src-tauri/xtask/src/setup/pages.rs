//! The window's pages: `ui/dist`, which the shell takes into the program when it is compiled.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::house::{self, House};
use crate::steps::Steps;
use crate::stop::Outcome;
use crate::tool::Tool;

/// Builds them when a source is newer than the last build.
pub fn build(house: &House, steps: &mut Steps<'_>) -> Outcome {
    let built = changed(&house.at("ui/dist/index.html"));
    let newest = sources(house).iter().filter_map(|path| changed(path)).max();
    if built.is_some() && built >= newest {
        return Ok(());
    }
    steps
        .tool(
            "the window's pages",
            Tool::npm(&house.at("ui"), ["run", "build"]),
        )
        .map(|_| ())
}

fn sources(house: &House) -> Vec<PathBuf> {
    let mut files = house::walk(&house.at("ui"), &["node_modules", "dist"]);
    files.extend(house::walk(&house.at("assets"), &[]));
    files.extend(house::walk(&house.at("icons"), &[]));
    files
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|facts| facts.modified()).ok()
}
