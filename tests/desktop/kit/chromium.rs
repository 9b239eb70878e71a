//! The window's pages in a browser that knows forced colours, which WebKitGTK does not. Behind them is the pretend office.

use std::path::PathBuf;

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use tokio::runtime::Builder;

use super::driver::Driver;
use super::{Laptop, Window};

impl Laptop {
    /// Opens the pages in forced colours; `wishes` are what the pretend office is asked to be, such as `busy`.
    pub fn open_in_forced_colours(&self, wishes: &str) -> Window {
        let pages = std::env::var_os("STRONGROOM_PRETEND")
            .map(PathBuf::from)
            .expect("STRONGROOM_PRETEND names no pages; run cargo xtask test desktop");
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let (driver, client) = Driver::start_chromium(self, &runtime);
        let window = Window::led_by(self, runtime, driver, client);
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        window.tools("Emulation.setEmulatedMedia", forced);
        let size = json!({ "width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": false });
        window.tools("Emulation.setDeviceMetricsOverride", size);
        let address = format!("file://{}/index.html?{wishes}", pages.display());
        window.run(window.client().goto(&address)).unwrap();
        window.listen();
        window
    }
}

impl Window {
    /// Asks the browser's own tools for something.
    fn tools(&self, what: &str, with: Value) {
        let asked = Tools(json!({ "cmd": what, "params": with }));
        self.run(self.client().issue_cmd(asked)).unwrap();
    }
}

#[derive(Debug)]
struct Tools(Value);

impl WebDriverCompatibleCommand for Tools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}
