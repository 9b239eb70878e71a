//! Debian packages. Elsewhere nothing is installed, and a person is told what to look for.

use crate::house::House;
use crate::say;
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// To build and open the window: a C toolchain for SQLCipher, OpenSSL, WebKitGTK, a session bus with a keyring
/// for the device secret, and fonts for the scripts that children's names are written in.
pub const RUN: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "dbus-daemon",
    "gnome-keyring",
    "fonts-dejavu-core",
    "fonts-noto-core",
];

/// To test: an invisible display, the driver of the real window, a browser that knows forced colours, the keyring's own client, other people's PDF
/// readers, tools that see the whole screen, and a stock language for the verifier that shares no code with ours.
pub const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "chromium",
    "chromium-driver",
    "xvfb",
    "xauth",
    "libsecret-tools",
    "imagemagick",
    "xdotool",
    "qpdf",
    "poppler-utils",
    "mupdf-tools",
    "python3-pikepdf",
    "cups-daemon",
    "cups-client",
    "librsvg2-bin",
    "python3",
];

/// To draw the icons.
pub const ICONS: &[&str] = &["librsvg2-bin", "imagemagick"];

/// Installs what is missing of these lists.
pub fn install(house: &House, steps: &mut Steps<'_>, lists: &[&[&str]]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted: Vec<&str> = lists.iter().flat_map(|list| list.iter().copied()).collect();
    let Some(listing) = installed(&wanted) else {
        say::line(&format!(
            "This is not a Debian system, so nothing was installed. If something is missing below, look for the equivalents of: {}.",
            wanted.join(" ")
        ));
        return Ok(());
    };
    let missing = missing(&wanted, &listing);
    if missing.is_empty() {
        return Ok(());
    }
    let refused = Stop::new(refusal(&missing));
    let Some(apt) = apt_get() else {
        return Err(refused);
    };
    let update = apt_tool(&apt, &["update"]).folder(&house.root);
    if steps.tool("package lists", update).is_err() {
        say::line("The package lists could not be fetched; trying with those already here.");
    }
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(&missing);
    let name = format!("{} Debian packages", missing.len());
    steps
        .tool(&name, apt_tool(&apt, &words).folder(&house.root))
        .map(|_| ())
        .map_err(|stop| Stop::new(format!("{stop}\n{refused}")))
}

/// What dpkg knows of these packages, or nothing when this is no Debian system.
fn installed(wanted: &[&str]) -> Option<String> {
    Tool::new("dpkg-query")
        .args(["-W", "-f=${Package} ${db:Status-Abbrev}\n"])
        .args(wanted)
        .any_answer()
}

/// Those of `wanted` that dpkg does not list as installed.
fn missing<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let here = |name: &str| {
        listing.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(name)
                && words.next().is_some_and(|status| status.starts_with("ii"))
        })
    };
    wanted.iter().copied().filter(|name| !here(name)).collect()
}

/// How this account may call apt-get, or nothing when it may not.
fn apt_get() -> Option<Vec<&'static str>> {
    Tool::new("apt-get").args(["--version"]).answer()?;
    let is_root = Tool::new("id").args(["-u"]).answer()?.trim() == "0";
    if is_root {
        return Some(vec!["apt-get"]);
    }
    // Asks for a password here and now, on the terminal, so that no step waits for one unseen.
    Tool::new("sudo").args(["-v"]).show().ok()?;
    Some(vec!["sudo", "apt-get"])
}

fn apt_tool(apt: &[&str], words: &[&str]) -> Tool {
    // `env` behind sudo, which drops the caller's environment; the timeout waits for another apt to finish.
    let (program, before) = apt
        .split_last()
        .map_or(("apt-get", &[][..]), |(last, first)| (*last, first));
    let quiet = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        program,
        "-o",
        "DPkg::Lock::Timeout=300",
    ];
    let mut all = before.iter().chain(&quiet).chain(words);
    Tool::new(all.next().copied().unwrap_or("env")).args(all)
}

fn refusal(missing: &[&str]) -> String {
    let verb = if missing.len() == 1 { "is" } else { "are" };
    format!(
        "{} {verb} missing, and this account could not install more; ask whoever may for:\n  apt-get install --no-install-recommends {}\nand run this again.",
        missing.join(", "),
        missing.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::{RUN, TEST, apt_tool, missing, refusal};

    #[test]
    fn only_packages_that_are_really_installed_count_as_there() {
        let listing = "xvfb ii \nxauth rc \nlibssl-dev:amd64 un \n";
        assert_eq!(
            missing(&["xvfb", "xauth", "qpdf"], listing),
            ["xauth", "qpdf"]
        );
    }

    #[test]
    fn no_package_is_listed_twice() {
        let mut all: Vec<_> = RUN.iter().chain(TEST).collect();
        all.sort();
        let before = all.len();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn sudo_comes_before_the_environment_it_would_drop() {
        let words = apt_tool(&["sudo", "apt-get"], &["update"]).words();
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        assert_eq!(
            words[..4],
            ["sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        );
        assert_eq!(words.last().unwrap(), "update");
    }

    #[test]
    fn a_refusal_names_what_is_missing_and_the_command_to_run() {
        let say = refusal(&["xvfb"]);
        assert!(say.starts_with("xvfb is missing"));
        assert!(say.contains("apt-get install --no-install-recommends xvfb\n"));
    }
}
