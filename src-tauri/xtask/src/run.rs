//! `cargo xtask run`: from a fresh clone to an open window.

use crate::house::House;
use crate::say;
use crate::setup;
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// Opens the window, with the pretend school when asked for.
pub fn run(house: &House, words: &[String]) -> Outcome {
    let wishes = Wishes::read(words)?;
    if !has_display(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Err(Stop::new(
            "There is no display here, so the window cannot open; start this from a desktop, or try it unseen with: cargo xtask headless -- cargo xtask run",
        ));
    }
    let mut steps = Steps::new(house);
    setup::for_running(house, &mut steps)?;
    say::line("Building the window. The first time takes some minutes.");
    let profile: &[&str] = if wishes.release { &["--release"] } else { &[] };
    Tool::cargo(["build", "--locked", "-p", "strongroom"])
        .args(profile)
        .folder(&house.root)
        .show()?;
    window(house, &wishes).show()
}

struct Wishes {
    demo: bool,
    release: bool,
}

impl Wishes {
    fn read(words: &[String]) -> Outcome<Self> {
        let mut wishes = Self {
            demo: false,
            release: false,
        };
        for word in words {
            match word.as_str() {
                "--demo" => wishes.demo = true,
                "--release" => wishes.release = true,
                other => {
                    return Err(Stop::new(format!(
                        "`cargo xtask run` knows --demo and --release, not {other}."
                    )));
                }
            }
        }
        Ok(wishes)
    }
}

fn window(house: &House, wishes: &Wishes) -> Tool {
    let practice: &[&str] = if wishes.demo { &["--practice"] } else { &[] };
    let program = Tool::new(house.program("strongroom", wishes.release)).args(practice);
    if has_session_bus() {
        program
    } else {
        program.behind(Tool::new("dbus-run-session").args(["--"]))
    }
}

/// Windows and macOS always have one.
fn has_display(is_set: impl Fn(&str) -> bool) -> bool {
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Without a session bus there is no keyring; a bare X display has none, so the window is given its own.
fn has_session_bus() -> bool {
    let in_runtime = std::env::var_os("XDG_RUNTIME_DIR")
        .is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists());
    !cfg!(target_os = "linux")
        || in_runtime
        || std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
}

#[cfg(test)]
mod tests {
    use super::{Wishes, has_display};

    #[test]
    fn either_kind_of_display_will_do_and_none_will_not() {
        assert!(has_display(|name| name == "WAYLAND_DISPLAY"));
        assert!(has_display(|name| name == "DISPLAY"));
        assert_eq!(has_display(|_| false), !cfg!(target_os = "linux"));
    }

    #[test]
    fn a_mistyped_wish_is_named_and_nothing_is_built() {
        let stop = Wishes::read(&["--dmeo".to_owned()]).err().unwrap();
        assert!(stop.to_string().contains("not --dmeo"));
        assert!(
            Wishes::read(&["--release".to_owned(), "--demo".to_owned()])
                .is_ok_and(|w| w.demo && w.release)
        );
    }
}
