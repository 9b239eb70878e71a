//! WebKit's driver, with the window at its end.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Child;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
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
        let port = free_port();
        let log = free_name(&laptop.out);
        let mut process = laptop.start(
            &log,
            Path::new("/usr/bin/env"),
            &[
                "TAURI_WEBVIEW_AUTOMATION=true",
                "WebKitWebDriver",
                &format!("--port={port}"),
            ],
        );
        let client = runtime.block_on(connect(port));
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

async fn connect(port: u16) -> Result<Client, String> {
    let program = driven_program();
    let arguments = ["--pdeathsig", "KILL", program.to_str().unwrap()];
    let wishes = json!({
        "webkitgtk:browserOptions": { "binary": "/usr/bin/setpriv", "args": arguments },
    });
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
