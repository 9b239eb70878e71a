//! The window, as somebody in front of it uses it.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::driver::Driver;
use super::{LONGEST, Laptop};

/// Read before every question to the page.
const PAGE: &str = include_str!("page.js");
/// Between two looks at the page.
const BLINK: Duration = Duration::from_millis(40);

/// Strongroom's window and somebody in front of it.
pub struct Window {
    pub(super) client: Option<Client>,
    pub(super) runtime: Runtime,
    pub(super) out: PathBuf,
    /// What axe found on the screens looked at so far.
    pub(super) faults: RefCell<Vec<String>>,
    /// How many keys were pressed.
    pub(super) pressed: Cell<usize>,
    driver: Option<Driver>,
}

impl Window {
    pub(super) fn open(laptop: &Laptop) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let (driver, client) = Driver::start(laptop, &runtime);
        let window = Self::led_by(laptop, runtime, driver, client);
        window.listen();
        window.resize(1366, 768);
        window
    }

    pub(super) fn led_by(
        laptop: &Laptop,
        runtime: Runtime,
        driver: Driver,
        client: Client,
    ) -> Self {
        Self {
            client: Some(client),
            runtime,
            out: laptop.out.clone(),
            faults: RefCell::default(),
            pressed: Cell::default(),
            driver: Some(driver),
        }
    }

    /// From here on nothing in the page stops unseen.
    pub(super) fn listen(&self) {
        let script = "
            if (location.protocol === 'about:' || document.readyState !== 'complete') return false;
            window.stopped = [];
            addEventListener('error', (event) => window.stopped.push(`${event.message} ${event.error?.stack ?? ''}`));
            addEventListener('unhandledrejection', (event) => window.stopped.push(`${event.reason} ${event.reason?.stack ?? ''}`));
            return true;";
        let end = Instant::now() + LONGEST;
        while self.ask(script, vec![]) != json!(true) {
            assert!(Instant::now() < end, "the page never loaded");
            std::thread::sleep(BLINK);
        }
    }

    /// What stopped in the page and nobody caught.
    fn stopped(&self) -> Vec<String> {
        let said = self
            .put("return window.stopped ?? [];", vec![])
            .unwrap_or_default();
        serde_json::from_value(said).unwrap_or_default()
    }

    /// Holds against the window what the page and axe complained of; only at the end, so that all of it is told.
    fn answer_for(&self, stopped: &[String]) {
        assert!(
            stopped.is_empty(),
            "the page stopped:\n{}",
            stopped.join("\n")
        );
        let faults = self.faults.take();
        assert!(faults.is_empty(), "axe found:\n{}", faults.join("\n"));
    }

    /// Closes the window in good order.
    pub fn close(mut self) {
        let stopped = self.stopped();
        if let (Some(driver), Some(client)) = (self.driver.take(), self.client.take()) {
            driver.part(client, &self.runtime);
        }
        self.answer_for(&stopped);
    }

    /// The battery is flat: nothing is closed, everything ends.
    pub fn kill(mut self) {
        let stopped = self.stopped();
        let windows = self.process().descendants();
        for process in windows {
            process.kill();
        }
        if let Some(mut driver) = self.driver.take() {
            driver.kill();
        }
        self.client = None;
        self.answer_for(&stopped);
    }

    /// Makes the page this large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.run(self.client().set_window_rect(0, 0, width, height))
            .unwrap();
        self.wait(&format!("a page {width} wide"), || {
            let is = self.ask("return [innerWidth, innerHeight];", vec![]);
            (is == json!([width, height])).then_some(())
        });
    }

    /// Presses what is called so, once it can be pressed.
    pub fn press(&self, name: &str) {
        self.act("pressable", name, |element| self.click(element));
    }

    /// Goes to one of the places at the edge.
    pub fn go_to(&self, place: &str) {
        self.act("place", place, |element| self.click(element));
    }

    /// Whether there is such a place at the edge.
    pub fn is_a_place(&self, place: &str) -> bool {
        let script = "return find('place', arguments[0]).length > 0;";
        self.ask(script, vec![json!(place)]) == json!(true)
    }

    /// Chooses one of several, or ticks a box.
    pub fn tick(&self, name: &str) {
        self.act("choice", name, |element| self.click(element));
    }

    /// Chooses an answer to one question, where another question has the same answers.
    pub fn answer(&self, question: &str, answer: &str) {
        self.wait(&format!("“{answer}” to “{question}”"), || {
            let script = "const found = answersTo(arguments[0], arguments[1]); if (found.length !== 1) return false; found[0].click(); return found[0].checked;";
            let chosen = self.ask(script, vec![json!(question), json!(answer)]);
            (chosen == json!(true)).then_some(())
        });
    }

    /// Writes into a field in the place of what stands in it.
    pub fn write_into(&self, label: &str, text: &str) {
        self.act("field", label, |element| {
            let held = self.run(element.prop("value"))?.unwrap_or_default();
            if !held.is_empty() {
                self.put("arguments[0].select();", vec![json!(element)])?;
                self.run(element.send_keys("\u{E017}"))?;
            }
            self.run(element.send_keys(text))
        });
        self.stands(label, text);
    }

    /// Waits until this is what stands in a field.
    pub fn stands(&self, label: &str, text: &str) {
        self.wait(&format!("“{text}” to stand in {label}"), || {
            (self.stands_in(label) == text).then_some(())
        });
    }

    /// Chooses from a list.
    pub fn choose(&self, list: &str, option: &str) {
        // By its place: a name with an apostrophe in it cannot be asked for by the driver.
        let script = "return [...find('list', arguments[0])[0]?.options ?? []].findIndex((one) => squash(one.text) === arguments[1]);";
        let at = self.wait(&format!("{option} in {list}"), || {
            let at = self.ask(script, vec![json!(list), json!(option)]);
            at.as_u64().and_then(|at| usize::try_from(at).ok())
        });
        // The driver counts places within a group of a list, and a person sees one list.
        let grouped = "const list = find('list', arguments[0])[0]; if (!list?.querySelector('optgroup')) return false; list.focus(); list.selectedIndex = arguments[1]; for (const said of ['input', 'change']) list.dispatchEvent(new Event(said, { bubbles: true })); return true;";
        if self.ask(grouped, vec![json!(list), json!(at)]) != json!(true) {
            self.act("list", list, |element| {
                self.run(element.select_by_index(at))
            });
        }
        self.is_chosen(list, option);
    }

    /// Waits until this is what is chosen in a list.
    pub fn is_chosen(&self, list: &str, option: &str) {
        let script =
            "return squash(find('list', arguments[0])[0]?.selectedOptions[0]?.text ?? '');";
        self.wait(&format!("{option} to be chosen in {list}"), || {
            (self.ask(script, vec![json!(list)]) == json!(option)).then_some(())
        });
    }

    /// Gives a file to the page, as the system's own box does when somebody has chosen one.
    pub fn hand_over(&self, file: &Path) {
        let path = file.canonicalize().unwrap();
        let found = self.wait("a place for a file", || {
            let script = "return [...document.querySelectorAll('[data-chooser]')].at(-1) ?? null;";
            self.element(&self.ask(script, vec![]))
        });
        self.run(found.send_keys(path.to_str().unwrap())).unwrap();
    }

    /// Waits until these words stand on the page.
    pub fn see(&self, words: &str) {
        self.wait(&format!("“{words}” on the page"), || {
            self.shows(words).then_some(())
        });
    }

    /// Waits until the page has said what is to be put right, and has taken the keyboard there. What is typed before
    /// goes where the keyboard was.
    pub fn is_refused(&self, words: &str) {
        let script = "const at = document.activeElement; return at?.id === 'error-summary' ? squash(wordsIn(at)) : '';";
        self.wait(&format!("“{words}” to put right"), || {
            let said = self.ask(script, vec![]);
            said.as_str()?.contains(words).then_some(())
        });
    }

    /// Whether these words stand on the page now.
    pub fn shows(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// Waits until these words are gone from the page.
    pub fn see_no_more(&self, words: &str) {
        self.wait(&format!("“{words}” to go"), || {
            (!self.shows(words)).then_some(())
        });
    }

    /// Waits for the page with this title.
    pub fn arrive_at(&self, title: &str) {
        let script = "return [...stage().querySelectorAll('h1')].filter(shown).map((h) => squash(wordsIn(h)));";
        self.wait(&format!("the page “{title}”"), || {
            let titles = self.ask(script, vec![]);
            let [Value::String(is)] = titles.as_array()?.as_slice() else {
                return None;
            };
            // A title may have a few facts beside it.
            is.strip_prefix(title)
                .filter(|rest| rest.is_empty() || rest.starts_with(' '))
                .map(drop)
        });
    }

    /// All the words on the page, in one line.
    pub fn text(&self) -> String {
        self.ask("return read();", vec![])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What stands in a field.
    pub fn stands_in(&self, label: &str) -> String {
        let script = "return find('field', arguments[0])[0]?.value ?? '';";
        self.ask(script, vec![json!(label)])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether there is something to press that is called so.
    pub fn offers(&self, name: &str) -> bool {
        let script = "return find('pressable', arguments[0]).length > 0;";
        self.ask(script, vec![json!(name)]) == json!(true)
    }

    /// Waits until there is something to press that is called so.
    pub fn is_offered(&self, name: &str) {
        self.wait(&format!("“{name}” to press"), || {
            self.offers(name).then_some(())
        });
    }

    /// Asks the page something in its own language, with what `page.js` knows.
    pub fn ask(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.put(script, arguments)
            .unwrap_or_else(|error| panic!("the page did not answer: {error}\n{script}"))
    }

    /// The same where the page answers later, through its last argument.
    pub fn ask_later(&self, script: &str) -> Value {
        let script = format!("{PAGE}\n{script}");
        self.run(self.client().execute_async(&script, vec![]))
            .unwrap_or_else(|error| panic!("the page did not answer: {error}\n{script}"))
    }

    /// The process that drives it; the window is one of its descendants.
    pub fn process(&self) -> super::Process {
        super::Process(self.driver.as_ref().expect("the window is open").id())
    }

    pub(super) fn put(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        let script = format!("{PAGE}\n{script}");
        self.run(self.client().execute(&script, arguments))
    }

    pub(super) fn client(&self) -> &Client {
        self.client.as_ref().expect("the window is open")
    }

    pub(super) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Looks again and again until there is something.
    pub fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let until = Instant::now() + LONGEST;
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(
                Instant::now() < until,
                "waited in vain for {what}. The page says:\n{}\nand stopped: {:?}",
                self.text(),
                self.stopped()
            );
            std::thread::sleep(BLINK);
        }
    }

    /// Finds exactly one thing, ready to be used, and uses it. A page that is being drawn anew is looked at again.
    fn act(&self, kind: &str, name: &str, act: impl Fn(&Element) -> Result<(), CmdError>) {
        let mut trouble = String::from("nothing is called so");
        let until = Instant::now() + LONGEST;
        while Instant::now() < until {
            match self.find(kind, name) {
                Ok(element) => match self.bring_in_sight(&element).and_then(|()| act(&element)) {
                    Ok(()) => return,
                    Err(error) => trouble = format!("{error:?}"),
                },
                Err(reason) => trouble = reason,
            }
            std::thread::sleep(BLINK);
        }
        let script = "return namesOf(arguments[0]).join(' | ');";
        let there = self.ask(script, vec![json!(kind)]);
        panic!(
            "{kind} “{name}” could not be used: {trouble}\nThere are: {there}\nThe page says:\n{}",
            self.text()
        );
    }

    /// Clicks, and looks whether the click reached what was meant: a page that moves under the pointer sends it
    /// elsewhere, and WebDriver does not notice.
    fn click(&self, element: &Element) -> Result<(), CmdError> {
        self.put("aimAt(arguments[0]);", vec![json!(element)])?;
        self.run(element.click())?;
        // A page that went away with the click cannot answer; then it was reached.
        let hit = self.put("return hit();", vec![]).unwrap_or(json!(true));
        if hit == json!(true) {
            return Ok(());
        }
        Err(CmdError::NotW3C(json!("the page moved under the pointer")))
    }

    /// Scrolls as somebody does with a wheel, who sees that a thing is beneath another.
    fn bring_in_sight(&self, element: &Element) -> Result<(), CmdError> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.put(script, vec![json!(element)]).map(drop)
    }

    fn find(&self, kind: &str, name: &str) -> Result<Element, String> {
        let script = "return find(arguments[0], arguments[1]);";
        let found = self.ask(script, vec![json!(kind), json!(name)]);
        match found.as_array().map(Vec::as_slice) {
            Some([one]) => {
                let held = "return arguments[0].getAttribute('aria-disabled') === 'true';";
                if self
                    .put(held, vec![one.clone()])
                    .is_ok_and(|held| held == json!(true))
                {
                    return Err("it waits for something".to_owned());
                }
                self.element(one).ok_or_else(|| "it went away".to_owned())
            }
            Some([]) | None => Err("nothing is called so".to_owned()),
            Some(several) => Err(format!("{} things are called so", several.len())),
        }
    }

    fn element(&self, found: &Value) -> Option<Element> {
        let id = found.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(
            self.client().clone(),
            ElementRef::from(id.to_owned()),
        ))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() && self.client.is_some() {
            self.leave_evidence();
        }
        if let Some(mut driver) = self.driver.take() {
            driver.kill();
        }
    }
}
