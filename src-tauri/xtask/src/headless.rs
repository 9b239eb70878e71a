//! An invisible desktop for one command: a display, a session bus and an unlocked keyring, all gone afterwards.

use crate::house::House;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// Longest that a command given by hand may take, in seconds.
const BY_HAND: u32 = 3600;

/// Every folder the desktop's programs write to is new, private and taken away at the end. The keyring's password
/// protects nothing: it lives as long as the command does.
const SCRIPT: &str = r#"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
export XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
xvfb-run -a -s "-screen 0 1280x900x24 -nolisten tcp" dbus-run-session -- bash -c '
  printf headless | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  "$@"' headless "$@"
"#;

/// `cargo xtask headless -- COMMAND ARGS`.
pub fn run(_: &House, words: &[String]) -> Outcome {
    let words = if words.first().is_some_and(|word| word == "--") {
        words.get(1..).unwrap_or(&[])
    } else {
        words
    };
    let Some((program, arguments)) = words.split_first() else {
        return Err(Stop::new(
            "Say what to run: cargo xtask headless -- COMMAND ARGS.",
        ));
    };
    within(Tool::new(program).args(arguments), BY_HAND).show()
}

/// The same tool inside an invisible desktop, ended after so many seconds.
pub fn within(tool: Tool, seconds: u32) -> Tool {
    let desktop = Tool::new("timeout").args([
        "--kill-after=10",
        &seconds.to_string(),
        "bash",
        "-c",
        SCRIPT,
        "headless",
    ]);
    tool.behind(desktop)
}

#[cfg(test)]
mod tests {
    use super::within;
    use crate::tool::Tool;

    #[test]
    fn the_command_comes_last_with_its_arguments_and_environment() {
        let tool = within(
            Tool::new("secret-tool")
                .args(["lookup", "a", "b"])
                .env("STRONGROOM_BIN", "x"),
            30,
        );
        let words = tool.words();
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        assert_eq!(words[..3], ["timeout", "--kill-after=10", "30"]);
        assert_eq!(
            words[words.len() - 4..],
            ["secret-tool", "lookup", "a", "b"]
        );
    }
}
