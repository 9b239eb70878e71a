//! Whether people who do not see, hear or move as expected can use a screen: axe-core, on what is really drawn.

use std::fs;

use serde_json::{Value, json};

use super::Window;

/// As installed for the pages' own tests.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

const LOOK: &str = "
const done = arguments[arguments.length - 1];
// Forced colours are the system's: axe reads the page's own there, which nobody sees.
const rules = matchMedia('(forced-colors: active)').matches ? { 'color-contrast': { enabled: false } } : {};
axe.run(document, { resultTypes: ['violations'], rules }).then(
  (found) => done(found.violations.flatMap((one) => one.nodes.map((node) =>
    `${one.id} at ${node.target.join(' ')}: ${(node.failureSummary ?? '').replace(/\\s+/g, ' ').slice(0, 300)}`))),
  (error) => done([`axe stopped: ${error}`]),
);";

impl Window {
    /// Looks at the screen as it is now. What is found counts when the window is closed.
    pub fn is_clean(&self, screen: &str) {
        let there = self.ask("return typeof window.axe;", vec![]);
        if there == json!("undefined") {
            let source =
                fs::read_to_string(AXE).expect("axe-core is not installed; run npm ci in ui");
            self.run(self.client().execute(&source, vec![])).unwrap();
        }
        let found = self.run(self.client().execute_async(LOOK, vec![])).unwrap();
        let found = found.as_array().expect("axe answers with a list");
        let said = found.iter().filter_map(Value::as_str);
        self.faults
            .borrow_mut()
            .extend(said.map(|fault| format!("on {screen}: {fault}")));
    }
}
