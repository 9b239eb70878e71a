//! What a school receives: two programs, and every crate that ends in them.

use crate::house::House;
use crate::stop::Outcome;
use crate::tool::Tool;

/// The window and the command line.
const PACKAGES: &[&str] = &["strongroom", "strongroom-cli"];

/// The platforms they ship for. Tauri names more crates for telephones, an HTTP client among them.
const PLATFORMS: &[&str] = &[
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
];

/// Every crate that ends in them, one to a line as "name v1.2.3 ...", some of them twice. Not what only builds or
/// tests them; what writes code at compile time only when asked for.
pub fn tree(house: &House, with_macros: bool) -> Outcome<String> {
    let edges = if with_macros {
        "normal"
    } else {
        "normal,no-proc-macro"
    };
    let mut words = vec![
        "tree", "--locked", "--edges", edges, "--prefix", "none", "--format", "{p}",
    ];
    words.extend(PACKAGES.iter().flat_map(|name| ["-p", name]));
    words.extend(PLATFORMS.iter().flat_map(|platform| ["--target", platform]));
    Tool::cargo(words).folder(&house.root).text()
}
