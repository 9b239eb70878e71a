//! One handler for each command. Those of `app` are made from its table; a few need the window itself.

use std::path::{Path, PathBuf};

use app::commands::Size;
use app::wire::*;
use app::{Began, HandOut, Have};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FilePath};

use crate::clipboard::Clipboard;
use crate::desk::Desk;
use crate::{printer, windows};

macro_rules! handlers {
    ($($name:ident($($arg:ident: $type:ty),* $(,)?) -> $result:ty |$office:ident| $body:block)*) => {
        $(
            #[tauri::command(rename_all = "snake_case")]
            async fn $name(desk: State<'_, Desk>, $($arg: $type),*) -> Result<$result, Fault> {
                desk.work(move |$office| $body).await
            }
        )*

        /// Every command the window may call.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $($name,)*
                lock, file_chunk, file_piece, save_file, print_paper, save_paper, save_register, save_who_read, save_log, save_report, save_shown, save_access, make_bundle, check_bundle, back_up,
                copy_words,
                stop_work, verify
            ]
        }
    };
}

app::with_commands!(handlers);

#[tauri::command]
async fn lock(app: AppHandle, desk: State<'_, Desk>) -> Result<(), Fault> {
    desk.watch().stop();
    desk.work(app::lock).await?;
    windows::after_lock(&app, "Locked. Your draft is kept.");
    Ok(())
}

/// The next piece of a file, as raw bytes with its token in the header.
#[tauri::command]
async fn file_chunk(desk: State<'_, Desk>, request: Request<'_>) -> Result<Have, Fault> {
    let token = request
        .headers()
        .get("x-token")
        .and_then(|token| token.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Fault::stopped());
    };
    let bytes = bytes.clone();
    desk.work(move |office| app::file_chunk(office, &token, &bytes))
        .await
}

/// Bytes of a file that somebody looks at, as they are.
#[tauri::command]
async fn file_piece(
    desk: State<'_, Desk>,
    token: String,
    from: u64,
    most: u64,
) -> Result<Response, Fault> {
    let bytes = desk
        .work(move |office| app::file_piece(office, &token, from, most))
        .await?;
    Ok(Response::new(bytes.to_vec()))
}

/// Asks the system where a copy should go. `None` when the person thought better of it.
async fn ask_where(app: &AppHandle, suggested: String) -> Option<PathBuf> {
    let (tell, told) = std::sync::mpsc::channel();
    app.dialog()
        .file()
        .set_file_name(suggested)
        .save_file(move |path| {
            let _ = tell.send(path.and_then(|path| FilePath::into_path(path).ok()));
        });
    tauri::async_runtime::spawn_blocking(move || told.recv().ok().flatten())
        .await
        .ok()
        .flatten()
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[tauri::command]
async fn save_file(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
) -> Result<Option<String>, Fault> {
    let asked = id.clone();
    let file = desk
        .work(move |office| app::take_out_file(office, &asked))
        .await?;
    let Some(to) = ask_where(&app, file.neutral_name()).await else {
        return Ok(None);
    };
    let name = name_of(&to);
    desk.work(move |office| app::take_out_file_to(office, &id, &to))
        .await?;
    Ok(Some(name))
}

#[tauri::command]
async fn print_paper(desk: State<'_, Desk>, token: String) -> Result<Done<()>, Fault> {
    desk.work(move |office| {
        let (page, touched) = app::hand_out(office, &token, &HandOut::Printed)?;
        printer::print(&page)?;
        app::paper_left(office, &token);
        Ok(Done { value: (), touched })
    })
    .await
}

/// Saves a paper where a person chooses: behind a password, or plain with open eyes.
#[tauri::command]
async fn save_paper(
    app: AppHandle,
    desk: State<'_, Desk>,
    token: String,
    password: Option<String>,
) -> Result<Done<Option<String>>, Fault> {
    let of = token.clone();
    let suggested = desk
        .work(move |office| app::paper_name(office, &of))
        .await?;
    let how = password.map_or(HandOut::Plain, HandOut::protected);
    save_where(&app, &desk, suggested, "pdf", move |office, to| {
        let (page, touched) = app::hand_out(office, &token, &how)?;
        app::save_page(to, &page)?;
        app::paper_left(office, &token);
        Ok(touched)
    })
    .await
}

/// Asks where something goes, makes it and writes it there; says its name, or nothing where no place was chosen.
async fn save_where(
    app: &AppHandle,
    desk: &Desk,
    suggested: String,
    ending: &str,
    save: impl FnOnce(&mut app::Office, &Path) -> Result<Vec<Topic>, Fault> + Send + 'static,
) -> Result<Done<Option<String>>, Fault> {
    let Some(mut to) = ask_where(app, suggested).await else {
        return Ok(Done {
            value: None,
            touched: Vec::new(),
        });
    };
    // Whoever gets it must be able to open it with a double click.
    if to.extension().is_none() && !to.with_extension(ending).exists() {
        to.set_extension(ending);
    }
    let name = name_of(&to);
    let touched = desk.work(move |office| save(office, &to)).await?;
    Ok(Done {
        value: Some(name),
        touched,
    })
}

/// Saves the lines of a register as a spreadsheet where a person chooses.
#[tauri::command]
async fn save_register(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    from: Option<String>,
    to: Option<String>,
    format: SheetFormat,
) -> Result<Done<Option<String>>, Fault> {
    let of = id.clone();
    let suggested = desk
        .work(move |office| app::register_sheet_name(office, &of, format))
        .await?;
    let ending = format.ending();
    save_where(&app, &desk, suggested, ending, move |office, place| {
        let days = (from.as_deref(), to.as_deref());
        let (sheet, touched) = app::register_sheet(office, &id, days, format)?;
        app::save_page(place, &sheet)?;
        Ok(touched)
    })
    .await
}

/// Saves who has read what as a spreadsheet where a person chooses.
#[tauri::command]
async fn save_who_read(
    app: AppHandle,
    desk: State<'_, Desk>,
    format: SheetFormat,
) -> Result<Done<Option<String>>, Fault> {
    let suggested = desk
        .work(move |office| app::who_read_sheet_name(office, format))
        .await?;
    let ending = format.ending();
    save_where(&app, &desk, suggested, ending, move |office, place| {
        let (sheet, touched) = app::who_read_sheet(office, format)?;
        app::save_page(place, &sheet)?;
        Ok(touched)
    })
    .await
}

/// Saves the log of a period as a spreadsheet where a person chooses.
#[tauri::command]
async fn save_log(
    app: AppHandle,
    desk: State<'_, Desk>,
    log: LogAsked,
    format: SheetFormat,
) -> Result<Done<Option<String>>, Fault> {
    let of = log.clone();
    // What is not settled is said before a place is asked for.
    let suggested = desk
        .work(move |office| app::log_sheet_name(office, &of, format))
        .await?;
    let ending = format.ending();
    save_where(&app, &desk, suggested, ending, move |office, place| {
        let (sheet, touched) = app::log_sheet(office, &log, format)?;
        app::save_page(place, &sheet)?;
        Ok(touched)
    })
    .await
}

/// Saves a file of a released report, byte for byte as it went, where a person chooses.
#[tauri::command]
async fn save_report(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    format: ReportFormat,
) -> Result<Done<Option<String>>, Fault> {
    let of = id.clone();
    let suggested = desk
        .work(move |office| app::released_file_name(office, &of, format))
        .await?;
    let ending = format.ending();
    save_where(&app, &desk, suggested, ending, move |office, place| {
        let (file, touched) = app::released_file(office, &id, format)?;
        app::save_page(place, &file)?;
        Ok(touched)
    })
    .await
}

/// Saves what inspectors were shown, byte for byte as they saw it, where a person chooses.
#[tauri::command]
async fn save_shown(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
) -> Result<Done<Option<String>>, Fault> {
    let of = id.clone();
    let suggested = desk
        .work(move |office| app::shown_file_name(office, &of))
        .await?;
    save_where(&app, &desk, suggested, "pdf", move |office, place| {
        let (file, touched) = app::shown_file(office, &id)?;
        app::save_page(place, &file)?;
        Ok(touched)
    })
    .await
}

/// Saves the papers of a release as they went, where a person chooses: behind a password, or plain with open eyes.
#[tauri::command]
async fn save_access(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    release: String,
    password: Option<String>,
) -> Result<Done<Option<String>>, Fault> {
    let (of, which) = (id.clone(), release.clone());
    let suggested = desk
        .work(move |office| app::access_papers_name(office, &of, &which))
        .await?;
    let how = password.map_or(HandOut::Plain, HandOut::protected);
    save_where(&app, &desk, suggested, "pdf", move |office, to| {
        let (page, touched) = app::access_papers(office, &id, &release, &how)?;
        app::save_page(to, &page)?;
        Ok(touched)
    })
    .await
}

/// Makes a bundle of evidence in a folder that a person names; its receipt lies beside it.
#[tauri::command]
async fn make_bundle(
    app: AppHandle,
    desk: State<'_, Desk>,
    spec: BundleSpec,
) -> Result<Done<Option<BundleMade>>, Fault> {
    let asked = spec.clone();
    let suggested = desk
        .work(move |office| app::bundle_name(office, &asked))
        .await?;
    let Some(to) = ask_where(&app, suggested).await else {
        return Ok(Done {
            value: None,
            touched: Vec::new(),
        });
    };
    let done = desk
        .work(move |office| app::create_bundle(office, spec, &to))
        .await?;
    Ok(Done {
        value: Some(done.value),
        touched: done.touched,
    })
}

/// Checks a bundle that a person chooses: a folder, or a zip of one. Nothing of the vault has to do with it.
#[tauri::command]
async fn check_bundle(
    app: AppHandle,
    desk: State<'_, Desk>,
    zip: bool,
    hash: Option<String>,
) -> Result<Option<BundleView>, Fault> {
    let (tell, told) = std::sync::mpsc::channel();
    let chosen = move |path: Option<FilePath>| {
        let _ = tell.send(path.and_then(|path| FilePath::into_path(path).ok()));
    };
    let dialog = app.dialog().file();
    if zip {
        dialog.pick_file(chosen);
    } else {
        dialog.pick_folder(chosen);
    }
    let from = tauri::async_runtime::spawn_blocking(move || told.recv().ok().flatten()).await;
    let Some(from) = from.ok().flatten() else {
        return Ok(None);
    };
    desk.work(move |office| app::check_bundle(office, &from, hash.as_deref()))
        .await
        .map(Some)
}

#[tauri::command]
async fn back_up(app: AppHandle, desk: State<'_, Desk>) -> Result<Done<Option<BackupView>>, Fault> {
    let known = desk.work(app::backup_folder).await?;
    let folder = match known {
        Some(folder) => folder,
        None => {
            let (tell, told) = std::sync::mpsc::channel();
            app.dialog().file().pick_folder(move |path| {
                let _ = tell.send(path.and_then(|path| FilePath::into_path(path).ok()));
            });
            let chosen = tauri::async_runtime::spawn_blocking(move || told.recv().ok().flatten())
                .await
                .ok()
                .flatten();
            let Some(folder) = chosen else {
                return Ok(Done {
                    value: None,
                    touched: Vec::new(),
                });
            };
            folder
        }
    };
    let done = desk
        .work(move |office| app::back_up_to(office, &folder))
        .await?;
    Ok(Done {
        value: Some(done.value),
        touched: done.touched,
    })
}

#[tauri::command]
async fn copy_words(clipboard: State<'_, Clipboard>, text: String) -> Result<(), Fault> {
    clipboard.copy(text)
}

#[tauri::command]
async fn stop_work(desk: State<'_, Desk>) -> Result<(), Fault> {
    desk.watch().stop();
    Ok(())
}

/// Checks everything in steps: between two of them a record can be written and the vault locked.
#[tauri::command]
async fn verify(desk: State<'_, Desk>) -> Result<Verified, Fault> {
    let mut checking = desk.work(app::begin_check).await?;
    loop {
        let (further, found) = desk
            .work(move |office| {
                let found = app::check_further(office, &mut checking)?;
                Ok((checking, found))
            })
            .await?;
        if let Some(verified) = found {
            return Ok(verified);
        }
        checking = further;
    }
}
