//! The window: opened, locked, opened anew.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde::Serialize;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Emitter, Manager, WebviewWindowBuilder, WindowEvent};

use crate::clipboard::Clipboard;
use crate::desk::{Desk, keep_watch};
use crate::{commands, sleep};

/// The one window's label, as in tauri.conf.json.
const MAIN: &str = "main";
/// How often progress is told.
const TELL_EVERY: Duration = Duration::from_millis(120);

#[derive(Clone, Serialize)]
struct Locked {
    reason: String,
}

#[derive(Clone, Serialize)]
struct Progress {
    say: String,
    done: u64,
    of: u64,
}

/// Why the vault was locked, until a page has been told.
#[derive(Default)]
struct Reason(Mutex<Option<String>>);

/// Opens the window and stays until it is closed.
pub(crate) fn run() -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    if let Err(error) = gtk::init() {
        // Asked here, because the runtime does not say it in words.
        return Err(tauri::Error::Setup(
            (Box::new(error) as Box<dyn std::error::Error>).into(),
        ));
    }
    let practice = std::env::args().any(|argument| argument == "--practice");
    let mut context = tauri::generate_context!();
    let windows = std::mem::take(&mut context.config_mut().app.windows);
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Clipboard::default())
        .manage(Reason::default())
        .manage(Opening::default())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let data = app.path().app_data_dir()?;
            let desk = Desk::new(&data);
            if practice {
                // A school that cannot be made is said by the page, like every other fault.
                let _ = app::open_practice(&mut desk.office());
            }
            // Asked once while the page is still loading: the keyring answers the page's own question at once then.
            let early = desk.clone();
            std::thread::spawn(move || drop(app::front_door(&mut early.office())));
            let handle = app.handle().clone();
            tell_progress(&desk, &handle);
            let told = handle.clone();
            keep_watch(&desk, move |reason| after_lock(&told, reason));
            let told = handle.clone();
            sleep::lock_before(&desk, move |reason| after_lock(&told, reason));
            app.manage(desk);
            app.manage(windows);
            open(&handle)?;
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { .. } = event {
                window.state::<Desk>().lock();
                window.state::<Clipboard>().take_back(None);
            }
        })
        .build(context)?
        .run(|app, event| {
            if let tauri::RunEvent::ExitRequested { api, code, .. } = event
                && code.is_none()
                && app.state::<Opening>().is_under_way()
            {
                // Between closing the old window and opening the new one there is none, and that is not the end.
                api.prevent_exit();
            }
        });
    Ok(())
}

fn open(app: &AppHandle) -> tauri::Result<()> {
    let windows = app.state::<Vec<tauri::utils::config::WindowConfig>>();
    let Some(config) = windows.iter().find(|window| window.label == MAIN) else {
        return Ok(());
    };
    let mut window = WebviewWindowBuilder::from_config(app, config)?;
    let count = app.state::<Opening>().count();
    if cfg!(target_os = "linux") && count > 0 {
        // The runtime hands the pages out once for each data folder, and an incognito window shares with none before
        // it. Nothing is ever written there: the folder is only a name.
        let folder = app.path().app_local_data_dir()?;
        window = window.data_directory(folder.join(format!("window-{count}")));
    }
    window
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Finished {
                tell_reason(window.app_handle());
            }
        })
        .build()?;
    Ok(())
}

/// After locking nothing of the old page is left: its web process goes with it, and a new page shows the door.
pub(crate) fn after_lock(app: &AppHandle, reason: &str) {
    if let Ok(mut slot) = app.state::<Reason>().0.lock() {
        *slot = Some(reason.to_owned());
    }
    app.state::<Clipboard>().take_back(None);
    let app = app.clone();
    let _ = app.clone().run_on_main_thread(move || {
        let Some(window) = app.get_webview_window(MAIN) else {
            return;
        };
        if driven() {
            // A driver loses its session with the window; it gets a new page in the same one.
            tell_reason(&app);
            return;
        }
        app.state::<Opening>().begin();
        let _ = window.destroy();
        wipe_small_pieces();
        let again = app.clone();
        tauri::async_runtime::spawn(async move {
            // The label is free only when the old window is really gone.
            while again.get_webview_window(MAIN).is_some() {
                std::thread::sleep(Duration::from_millis(5));
            }
            let opened = again.clone();
            let _ = again.run_on_main_thread(move || {
                wipe_small_pieces();
                if let Err(error) = open(&opened) {
                    // A program without a window would hold the vault and show nothing.
                    say_on_terminal(&error);
                    opened.exit(1);
                }
                opened.state::<Opening>().end();
            });
        });
    });
}

/// Of each size up to a kilobyte the C library keeps the last few pieces that a thread freed, as they were: an answer to the page may be
/// among them. They are asked for, written over and given back. Where memory is kept otherwise this does nothing.
fn wipe_small_pieces() {
    for size in (24..=1032).step_by(16) {
        let pieces: Vec<Vec<u8>> = (0..8).map(|_| vec![1; size]).collect();
        std::hint::black_box(&pieces);
    }
}

/// Whether a test drives the window.
fn driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

fn tell_reason(app: &AppHandle) {
    let reason = app
        .state::<Reason>()
        .0
        .lock()
        .ok()
        .and_then(|mut slot| slot.take());
    if let Some(reason) = reason {
        let _ = app.emit_to(MAIN, "locked", Locked { reason });
    }
}

fn tell_progress(desk: &Desk, app: &AppHandle) {
    let (app, last) = (app.clone(), Mutex::new(None::<Instant>));
    desk.watch().tell_to(move |say, done, of| {
        let Ok(mut last) = last.lock() else { return };
        if last.is_some_and(|last| last.elapsed() < TELL_EVERY) {
            return;
        }
        *last = Some(Instant::now());
        let _ = app.emit_to(
            MAIN,
            "progress",
            Progress {
                say: say.to_owned(),
                done,
                of,
            },
        );
    });
}

/// A window is being opened in the place of another.
#[derive(Default)]
struct Opening(
    std::sync::atomic::AtomicBool,
    std::sync::atomic::AtomicUsize,
);

impl Opening {
    /// How many windows were opened before.
    fn count(&self) -> usize {
        self.1.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
    }

    fn begin(&self) {
        self.0.store(true, std::sync::atomic::Ordering::SeqCst);
    }

    fn end(&self) {
        self.0.store(false, std::sync::atomic::Ordering::SeqCst);
    }

    fn is_under_way(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::SeqCst)
    }
}

/// The window could not be opened at all: one sentence where somebody who started it from a terminal sees it.
#[allow(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn say_on_terminal(error: &tauri::Error) {
    eprintln!(
        "Strongroom could not open its window on this computer. The records were not touched. ({error})"
    );
}

/// A fault nobody foresaw is said without its words: they might be a child's.
#[allow(clippy::print_stderr, reason = "there may be no window to say it in")]
pub(crate) fn say_little_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = app::place_of_panic(panic) {
            eprintln!("Strongroom: something went wrong{place}. Everything signed before is kept.");
        }
    }));
}
