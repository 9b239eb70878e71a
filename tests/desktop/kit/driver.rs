//! WebKit's driver, with the window at its end.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Child;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::laptop::driven_program;
use super::{Laptop, Process, until};

/// A window that ends at its start makes the driver wait for ever.
const CONNECTING: Duration = Duration::from_secs(20);
/// Longest that a window takes to go.
const PARTING: Duration = Duration::from_secs(5);

/// The driver's process, one for each window.
pub struct Driver {
    process: Child,
}

impl Driver {
    /// Starts the driver, and through it the window.
    pub fn start(laptop: &Laptop, runtime: &Runtime) -> (Self, Client) {
        let program = driven_program();
        let arguments = ["--pdeathsig", "KILL", program.to_str().unwrap()];
        let wishes = json!({
            "webkitgtk:browserOptions": { "binary": "/usr/bin/setpriv", "args": arguments },
        });
        let words = ["TAURI_WEBVIEW_AUTOMATION=true", "WebKitWebDriver"];
        Self::lead(laptop, runtime, &words, &wishes)
    }

    /// Starts Chromium's driver, and through it Chromium, which draws what WebKitGTK cannot.
    pub fn start_chromium(laptop: &Laptop, runtime: &Runtime) -> (Self, Client) {
        let own = format!(
            "--user-data-dir={}",
            laptop.disk().join("chromium").display()
        );
        let arguments = [
            "--headless=new",
            // Tests may run as root, and the pages are our own files.
            "--no-sandbox",
            "--allow-file-access-from-files",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            &own,
        ];
        let wishes = json!({ "goog:chromeOptions": { "args": arguments } });
        Self::lead(laptop, runtime, &["chromedriver"], &wishes)
    }

    fn lead(laptop: &Laptop, runtime: &Runtime, words: &[&str], wishes: &Value) -> (Self, Client) {
        let port = free_port();
        let log = free_name(&laptop.out);
        let port_wish = format!("--port={port}");
        let words: Vec<&str> = words.iter().copied().chain([port_wish.as_str()]).collect();
        let mut process = laptop.start(&log, Path::new("/usr/bin/env"), &words);
        let client = runtime.block_on(connect(port, wishes));
        match client {
            Ok(client) => (Self { process }, client),
            Err(reason) => {
                let _ = process.kill();
                let _ = process.wait();
                let said = std::fs::read_to_string(laptop.out.join(&log)).unwrap_or_default();
                panic!("the window did not open: {reason}\nIt said:\n{said}");
            }
        }
    }

    /// Ends the session, waits for the window to go, and ends the driver.
    pub fn part(mut self, client: Client, runtime: &Runtime) {
        let windows = Process(self.id()).descendants();
        let _ = runtime.block_on(client.close());
        // Until then it holds the vault's folder.
        let gone = || !windows.iter().any(|window| window.is_alive());
        until(PARTING, gone);
        self.kill();
        until(PARTING, gone);
    }

    /// Ends the driver without a word, and the window with it.
    pub fn kill(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }
}

async fn connect(port: u16, wishes: &Value) -> Result<Client, String> {
    let wishes = wishes.as_object().unwrap();
    let url = format!("http://127.0.0.1:{port}");
    assert!(
        until(CONNECTING, || TcpStream::connect(("127.0.0.1", port))
            .is_ok()),
        "the driver does not listen"
    );
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(wishes.clone());
    match tokio::time::timeout(CONNECTING, builder.connect(&url)).await {
        Ok(Ok(client)) => Ok(client),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err(format!("nothing within {} s", CONNECTING.as_secs())),
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn free_name(out: &Path) -> String {
    (1..)
        .map(|count| format!("window-{count}.log"))
        .find(|name| !out.join(name).exists())
        .unwrap()
}
