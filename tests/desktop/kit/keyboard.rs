//! The keyboard, and where it is.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::Value;

use super::{Window, until};

/// Where the keyboard is.
#[derive(Debug, Default)]
pub struct Focus {
    /// What it is called.
    pub name: String,
    /// What stands in it.
    pub value: String,
    /// What it is in HTML.
    pub tag: String,
}

impl Window {
    /// Presses keys together, such as `Control+k`, or one, such as `Tab`.
    pub fn key(&self, chord: &str) {
        self.pressed.set(self.pressed.get() + 1);
        let keys: Vec<char> = chord.split('+').map(code).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in &keys {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        self.run(self.client().perform_actions(actions)).unwrap();
    }

    /// Types, wherever the keyboard is.
    pub fn type_text(&self, text: &str) {
        self.pressed.set(self.pressed.get() + text.chars().count());
        let mut actions = KeyActions::new("keyboard".to_owned());
        for letter in text.chars() {
            let key = if letter == '\n' {
                code("Enter")
            } else {
                letter
            };
            actions = actions
                .then(KeyAction::Down { value: key })
                .then(KeyAction::Up { value: key });
        }
        self.run(self.client().perform_actions(actions)).unwrap();
    }

    /// How many keys were pressed so far, keys together counted as one.
    pub fn keys_pressed(&self) -> usize {
        self.pressed.get()
    }

    /// Where the keyboard is now. Fails when an eye would not find it: no ring, out of the window, or beneath
    /// something. A heading that a page begins at shows no ring, because nothing can be done with it.
    pub fn focus(&self) -> Focus {
        let mut last = (Focus::default(), String::new());
        // The page scrolls to where the keyboard goes, which takes a moment.
        until(Duration::from_secs(2), || {
            last = self.look_for_focus();
            last.1.is_empty()
        });
        let (focus, trouble) = last;
        assert!(
            trouble.is_empty(),
            "the keyboard is at {focus:?}: {trouble}\n{}",
            self.text()
        );
        focus
    }

    fn look_for_focus(&self) -> (Focus, String) {
        let is = self.ask("return focus();", vec![]);
        let text = |field: &str| is[field].as_str().unwrap_or_default().to_owned();
        let yes = |field: &str| is[field] == Value::Bool(true);
        let focus = Focus {
            name: text("name"),
            value: text("value"),
            tag: text("tag"),
        };
        let trouble = if is.is_null() {
            "nowhere"
        } else if !(yes("ring") || yes("heading") || focus.tag == "main") {
            "no ring shows it"
        } else if !yes("within") {
            "out of sight"
        } else if yes("covered") {
            "beneath something"
        } else {
            ""
        };
        (focus, trouble.to_owned())
    }

    /// Waits until the keyboard is at something called so, and an eye would find it.
    pub fn keyboard_at(&self, name: &str) {
        self.wait(&format!("the keyboard at “{name}”"), || {
            let is = self.ask("return focus()?.name ?? '';", vec![]);
            is.as_str()
                .is_some_and(|is| is.starts_with(name))
                .then_some(())
        });
        self.focus();
    }

    /// Goes on with Tab until something called so, and finds the keyboard with the eye at every step.
    pub fn tab_to(&self, name: &str) {
        self.step_to("Tab", name);
    }

    /// The same backwards.
    pub fn tab_back_to(&self, name: &str) {
        self.step_to("Shift+Tab", name);
    }

    fn step_to(&self, chord: &str, name: &str) {
        let mut way = Vec::new();
        for _ in 0..60 {
            self.key(chord);
            let focus = self.focus();
            if focus.name.starts_with(name) {
                return;
            }
            way.push(focus.name);
        }
        panic!(
            "{chord} does not lead to “{name}”; it led to: {}",
            way.join(" | ")
        );
    }
}

/// The code of a key in WebDriver's table.
fn code(key: &str) -> char {
    match key {
        "Control" => '\u{E009}',
        "Shift" => '\u{E008}',
        "Alt" => '\u{E00A}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "Delete" => '\u{E017}',
        "Backspace" => '\u{E003}',
        "Up" => '\u{E013}',
        "Down" => '\u{E015}',
        "Left" => '\u{E012}',
        "Right" => '\u{E014}',
        letter => letter.chars().next().expect("a key"),
    }
}
