//! A window with nothing in it but a colour: the floor that the start of Strongroom's window is measured against
//! (`cargo xtask bench window`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that cannot be taken stops"
)]

use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &[u8] =
    b"<!doctype html><title>Empty</title><body style='margin:0;background:#f2b545'>";

fn main() {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            tauri::http::Response::builder()
                .header("content-type", "text/html")
                .body(PAGE)
                .expect("a plain answer")
        })
        .setup(|app| {
            let url = WebviewUrl::CustomProtocol("empty://localhost".parse()?);
            WebviewWindowBuilder::new(app, "main", url)
                .inner_size(1366.0, 768.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(context)
        .expect("a window");
}
