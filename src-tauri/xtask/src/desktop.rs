//! The real window, driven: built with a webview that the driver may enter, and kept apart.

use std::path::PathBuf;

use crate::house::{self, House};
use crate::json::{self, Value};
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::test::ran_some;
use crate::tool::Tool;
use crate::{headless, setup};

/// Longest that the desktop journeys may take, in seconds.
const LIMIT: u32 = 1800;
/// What the journeys leave out: it takes figures.
const FIGURES: &str = "figures_of_every_screen";

/// The journeys in it.
pub fn journeys(house: &House, steps: &mut Steps<'_>) -> Outcome {
    let program = program(house, steps, false)?;
    let pretend = house.target.join("pretend");
    let words = ["run", "build", "--", "--mode", "pretend", "--outDir"];
    steps.tool(
        "pages with the pretend office",
        Tool::npm(&house.at("ui"), words).args([&pretend]),
    )?;
    steps.tool("desktop journeys built", tests(house).args(["--no-run"]))?;
    let journeys = tests(house)
        .args(["--", "--ignored", "--nocapture", "--skip", FIGURES])
        .env("STRONGROOM_BIN", program)
        .env("STRONGROOM_PRETEND", pretend)
        .env("STRONGROOM_CLI", house.program("strongroom-cli", false));
    let log = steps.tool("desktop journeys", headless::within(journeys, LIMIT))?;
    ran_some(house, &log)
}

/// `cargo xtask bench paint`: how soon each screen is painted in the largest school that `cargo xtask bench` has made.
pub fn paint(house: &House) -> Outcome {
    let school = largest_school(house)?;
    let mut steps = Steps::new(house);
    setup::for_testing(house, &mut steps)?;
    setup::pages(house, &mut steps)?;
    let program = program(house, &mut steps, true)?;
    steps.tool("desktop journeys built", tests(house).args(["--no-run"]))?;
    let figures = tests(house)
        .args(["--", "--ignored", "--nocapture", FIGURES])
        .env("STRONGROOM_BIN", program)
        .env("STRONGROOM_SCHOOL", school);
    headless::within(figures, LIMIT).show()
}

fn tests(house: &House) -> Tool {
    Tool::cargo(["test", "--locked", "-p", "journeys", "--test", "desktop"]).folder(&house.root)
}

/// The school with the most concerns on the benches' shelf.
fn largest_school(house: &House) -> Outcome<PathBuf> {
    let shelf = house.target.join("bench");
    let concerns = |path: &PathBuf| -> Option<u64> {
        let name = path.file_name()?.to_str()?;
        path.join("made").exists().then_some(())?;
        name.split('-').next()?.parse().ok()
    };
    std::fs::read_dir(&shelf)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| concerns(path).is_some())
        .max_by_key(concerns)
        .ok_or_else(|| {
            Stop::new("There is no school to measure in: run `cargo xtask bench` first.")
        })
}

/// Builds the window for its driver and gives where it lies.
fn program(house: &House, steps: &mut Steps<'_>, release: bool) -> Outcome<PathBuf> {
    let mut build = Tool::cargo(["build", "--locked", "-p", "strongroom"]).folder(&house.root);
    if release {
        build = build.args(["--release"]);
    }
    steps.tool(
        "window built for its driver",
        build.env("TAURI_CONFIG", driven(house)?),
    )?;
    set_apart(house, release)
}

/// What to lay over tauri.conf.json: its own windows (lists are replaced whole), not incognito, because a driver
/// cannot enter an incognito webview.
fn driven(house: &House) -> Outcome<String> {
    let path = house.at("src-tauri/tauri.conf.json");
    let config = json::read(&house::read(&path)?).map_err(|error| {
        Stop::new(format!(
            "{} could not be read: {error}.",
            house.name_of(&path)
        ))
    })?;
    if config.get("app").get("windows").list().is_empty() {
        return Err(Stop::new(format!(
            "{} lists no window, so none can be opened to its driver.",
            house.name_of(&path)
        )));
    }
    Ok(without_incognito(&config).to_string())
}

fn without_incognito(config: &Value) -> Value {
    let windows = config
        .get("app")
        .get("windows")
        .list()
        .iter()
        .map(|window| {
            let mut window = window.clone();
            window.set("incognito", Value::Bool(false));
            window
        });
    let app = Value::Map(vec![(
        String::from("windows"),
        Value::List(windows.collect()),
    )]);
    Value::Map(vec![(String::from("app"), app)])
}

/// Copies the driven program away, so that nobody takes it for the real one.
fn set_apart(house: &House, release: bool) -> Outcome<PathBuf> {
    let built = house.program("strongroom", release);
    let apart = house
        .target
        .join("desktop")
        .join(built.file_name().unwrap_or_default());
    house::make_folder(&house.target.join("desktop"))?;
    // A copy, because cargo's file has a second name that the next build writes to.
    std::fs::copy(&built, &apart)
        .and_then(|_| std::fs::remove_file(&built))
        .map_err(|error| Stop::disk(format_args!("move {}", built.display()), &error))?;
    Ok(apart)
}

#[cfg(test)]
mod tests {
    use super::without_incognito;
    use crate::json;

    #[test]
    fn the_driven_window_differs_only_in_being_open_to_its_driver() {
        let config = json::read(r#"{"app": {"windows": [{"label": "main", "incognito": true, "width": 1280}], "security": {"csp": "x"}}}"#).unwrap();
        assert_eq!(
            without_incognito(&config).to_string(),
            r#"{"app":{"windows":[{"label":"main","incognito":false,"width":1280}]}}"#
        );
    }
}
