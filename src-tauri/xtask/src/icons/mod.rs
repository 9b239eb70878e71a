//! `cargo xtask icons`: every picture of the program from the SVGs, which are the source.

mod icns;

use std::path::{Path, PathBuf};

use crate::house::{self, House};
use crate::say;
use crate::setup::debian;
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// At this size and below the walls go and the doorway widens.
const SMALL: u32 = 48;

/// What is committed as PNG, 32-bit RGBA, in pixels.
const PICTURES: &[(&str, u32)] = &[
    ("32x32.png", 32),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];

/// The sizes inside icon.ico.
const WINDOWS: &[u32] = &[16, 24, 32, 48, 64, 128, 256];

/// Draws them all.
pub fn run(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(Stop::new(format!(
            "`cargo xtask icons` takes nothing, not {word}."
        )));
    }
    debian::install(house, &mut Steps::new(house), &[debian::ICONS])?;
    let icons = house.at("icons");
    for (name, size) in PICTURES {
        draw(&icons, *size, &icons.join(name))?;
    }
    let work = house.target.join("icons");
    house::make_folder(&work)?;
    windows(&icons, &work)?;
    icns::write(&icons, &work)?;
    say::line("icons/ is drawn. Look at the pictures before they are committed.");
    Ok(())
}

fn draw(icons: &Path, size: u32, out: &Path) -> Outcome {
    let svg = icons.join(if size <= SMALL {
        "icon-small.svg"
    } else {
        "icon.svg"
    });
    let size = size.to_string();
    Tool::new("rsvg-convert")
        .args(["--width", &size, "--height", &size, "--output"])
        .args([out, &svg])
        .text()
        .map(|_| ())
}

/// A PNG of this size among the work files.
fn drawn(icons: &Path, work: &Path, size: u32) -> Outcome<PathBuf> {
    let out = work.join(format!("{size}.png"));
    draw(icons, size, &out)?;
    Ok(out)
}

fn windows(icons: &Path, work: &Path) -> Outcome {
    let pictures = WINDOWS
        .iter()
        .map(|size| drawn(icons, work, *size))
        .collect::<Outcome<Vec<_>>>()?;
    // Debian's `convert` can be another program; this is ImageMagick's own name there.
    Tool::new("convert-im6.q16")
        .args(pictures)
        .args([icons.join("icon.ico")])
        .text()
        .map(|_| ())
}
