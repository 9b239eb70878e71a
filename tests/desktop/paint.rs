//! How soon each screen is painted in a school with many concerns, and what the window then holds in memory:
//! `cargo xtask bench paint`. Nothing here fails on a figure.

use std::fs;
use std::path::{Path, PathBuf};

use keys::{Keyring, Slots};
use rand_core::OsRng;
use serde_json::json;

use crate::kit::{Laptop, Process, RUTH, Window, open_as, see_today};

const REPEATS: usize = 15;
/// Only screens whose names begin so, when somebody looks at one.
const ONLY: &str = "STRONGROOM_PAINT";
/// The goal of every screen, beyond a page on which one word changes.
const GOAL_MS: f64 = 100.0;

/// A screen: where somebody is before, how they go there, and how one knows that it stands there.
struct Screen {
    name: &'static str,
    from: &'static str,
    go: &'static str,
    there: &'static str,
}

const SCREENS: &[Screen] = &[
    Screen {
        name: "Today",
        from: "Vault",
        go: "find('place', 'Today')[0].click()",
        there: "document.querySelectorAll('main [id^=row-]').length > 3",
    },
    Screen {
        name: "Concerns",
        from: "Vault",
        go: "find('place', 'Concerns')[0].click()",
        there: "document.querySelectorAll('main [id^=row-]').length > 20",
    },
    Screen {
        name: "Pupils",
        from: "Vault",
        go: "find('place', 'Pupils')[0].click()",
        there: "document.querySelectorAll('main [id^=row-]').length > 20",
    },
    Screen {
        name: "One concern",
        from: "Concerns",
        go: "document.querySelector('main [id^=row-]').click()",
        there: "h1() !== 'Concerns' && main().includes('Since then')",
    },
    Screen {
        name: "One pupil, with the timeline",
        from: "Pupils",
        go: "document.querySelector('main [id^=row-]').click()",
        there: "h1() !== 'Pupils' && main().includes('Signed')",
    },
    Screen {
        name: "Record a concern",
        from: "Vault",
        go: "find('pressable', 'Record a concern')[0].click()",
        there: "h1().startsWith('Record a concern') && document.querySelectorAll('main textarea').length > 0",
    },
    Screen {
        name: "Vault",
        from: "Pupils",
        go: "find('place', 'Vault')[0].click()",
        there: "main().includes('Who can open it')",
    },
    Screen {
        name: "Settings of the school",
        from: "Vault",
        go: "find('pressable', 'Settings of the school')[0].click()",
        there: "main().includes('Lock after this many minutes')",
    },
];

#[test]
#[ignore = "takes figures on a large school; run by cargo xtask bench paint"]
fn figures_of_every_screen() {
    let school = PathBuf::from(std::env::var_os("STRONGROOM_SCHOOL").expect("a school"));
    let laptop = Laptop::new();
    move_in(&laptop, &school);
    let window = laptop.open_window();
    open_as(&window, &RUTH);
    see_today(&window);

    let floor = median(|| window.paint("document.querySelector('h1').append(' ')", "true"));
    eprintln!("a page on which one word changes  {floor:>6.1} ms");
    let only = std::env::var(ONLY).unwrap_or_default();
    let wanted = |name: &str| name.starts_with(&only);
    for screen in SCREENS.iter().filter(|screen| wanted(screen.name)) {
        let time = median(|| {
            window.go_to(screen.from);
            window.arrive_at(screen.from);
            window.wait("the page before", || window.is_quiet().then_some(()));
            window.paint(screen.go, screen.there)
        });
        let beyond = (time - floor).max(0.0);
        let held = if beyond <= GOAL_MS { "held" } else { "MISSED" };
        eprintln!(
            "{:<32}  {time:>6.1} ms  {beyond:>6.1} ms beyond, goal {GOAL_MS} ms: {held}",
            screen.name
        );
    }
    eprintln!(
        "memory of the window and its page   {:>6} MiB",
        window.memory() / 1024
    );
    window.close();
}

/// Puts a copy of the school where the window looks for it, and its secret into this session's keyring.
fn move_in(laptop: &Laptop, school: &Path) {
    copy(&school.join("vault"), &laptop.vault());
    let mut slots = Slots::read(&laptop.vault()).unwrap();
    let file = Keyring::File(school.join("device.secret"));
    let old = file.load(slots.vault()).unwrap();
    let opened = slots
        .open_with_password(RUTH.user, RUTH.password, &old)
        .unwrap();
    let device = Keyring::Os.make(slots.vault(), &mut OsRng).unwrap();
    let cost = keys::Cost::FLOOR;
    slots
        .re_seal_after_recovery(&device, &opened, RUTH.password, cost, &mut OsRng)
        .unwrap();
    slots
        .write(&laptop.vault(), &device, &opened.vault_key)
        .unwrap();
    keys::Throttle::begin(&laptop.vault(), slots.vault(), &device).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn median(take: impl Fn() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..REPEATS).map(|_| take()).collect();
    times.sort_by(f64::total_cmp);
    times[REPEATS / 2]
}

impl Window {
    /// Milliseconds from a deed in the page until what it leads to has been painted.
    fn paint(&self, go: &str, there: &str) -> f64 {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const h1 = () => squash(document.querySelector('main h1')?.textContent ?? '');
             const main = () => document.querySelector('main')?.textContent ?? '';
             const there = () => document.querySelector('main [role=status].waiting') === null && ({there});
             const begun = performance.now();
             const look = () => {{
               if (!there()) {{
                 if (performance.now() - begun > 20000) done(-1); else requestAnimationFrame(look);
                 return;
               }}
               requestAnimationFrame(() => {{
                 const after = new MessageChannel();
                 after.port1.onmessage = () => done(performance.now() - begun);
                 after.port2.postMessage(0);
               }});
             }};
             {go};
             look();"
        );
        let took = self
            .ask_later(&script)
            .as_f64()
            .expect("a time from the page");
        assert!(
            took >= 0.0,
            "never came: {there}\nThe page says:\n{}",
            self.text()
        );
        took
    }

    /// Whether nothing is being fetched.
    fn is_quiet(&self) -> bool {
        let script = "return document.querySelector('main [role=status].waiting') === null && document.querySelectorAll('main button, main [id^=row-]').length > 0;";
        self.ask(script, vec![]) == json!(true)
    }

    /// What the window and everything it started hold, in KiB, what is shared counted in shares.
    fn memory(&self) -> u64 {
        let family = self.process().descendants();
        let mut sum = 0;
        for Process(id) in family {
            let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
            let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
            sum += kib.unwrap_or(0);
        }
        sum
    }
}
