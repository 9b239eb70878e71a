//! Pictures of the window.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::Window;

/// Pictures of every screen for the manual, made by the journeys that come past.
const MANUAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/screenshots");

/// From a complete image to its place on the screen.
const SETTLED: Duration = Duration::from_millis(150);

impl Window {
    /// Takes a picture from the top of the page: for whoever looks after a run, and for the manual when STRONGROOM_SCREENSHOTS is 1.
    pub fn picture(&self, name: &str) {
        self.ask("scrollTo(0, 0);", vec![]);
        self.keep_picture(name);
    }

    /// The same of what lies further down: with this part of the page at its top.
    pub fn picture_of(&self, name: &str, part: &str) {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'start' }); scrollBy(0, -24);";
        self.ask(script, vec![serde_json::json!(part)]);
        self.keep_picture(name);
    }

    fn keep_picture(&self, name: &str) {
        self.wait("every picture on the page", || {
            let drawn =
                "return [...document.images].every((one) => one.complete && one.naturalWidth > 0);";
            (self.ask(drawn, vec![]) == serde_json::json!(true)).then_some(())
        });
        // What stands in the page is on the screen once two frames have gone by.
        let frames = "window.framesSeen = 0; const next = () => { window.framesSeen += 1; if (window.framesSeen < 2) requestAnimationFrame(next); }; requestAnimationFrame(next);";
        self.ask(frames, vec![]);
        self.wait("two frames", || {
            let seen = "return window.framesSeen >= 2;";
            (self.ask(seen, vec![]) == serde_json::json!(true)).then_some(())
        });
        // Drawn images reach the screen a moment after they are complete.
        std::thread::sleep(SETTLED);
        let png = self.run(self.client().screenshot()).unwrap();
        let all = self.out.parent().unwrap_or(&self.out).join("shots");
        keep(&all, name, &png);
        if std::env::var("STRONGROOM_SCREENSHOTS").is_ok_and(|wish| wish == "1") {
            keep(Path::new(MANUAL), name, &png);
        }
    }

    /// What stood there when a journey stopped.
    pub(super) fn leave_evidence(&self) {
        if let Ok(png) = self.run(self.client().screenshot()) {
            keep(&self.out, "stopped-here", &png);
        }
        for fault in self.faults.borrow().iter() {
            eprintln!("axe found {fault}");
        }
    }
}

fn keep(folder: &Path, name: &str, png: &[u8]) {
    let _ = fs::create_dir_all(folder);
    fs::write(folder.join(format!("{name}.png")), png).unwrap();
}
