//! Printing a page without a plain copy of it on the disk of this program: the bytes go to the print queue directly.

use app::wire::{Fault, FaultKind};

/// Sends a page to the default printer. The queue's own copy is the system's affair; the screen says so.
#[cfg(unix)]
pub(crate) fn print(page: &[u8]) -> Result<(), Fault> {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let none = || {
        Fault::new(FaultKind::Unexpected, "No printer took the page.")
            .kept("Nothing was changed.")
            .next("Check that a printer is set up on this computer, or save the page and print it elsewhere.")
    };
    // The title is what other people at the printer see.
    let mut queue = Command::new("lp")
        .args(["-s", "-t", "Strongroom page", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| none())?;
    let sent = queue.stdin.take().map(|mut stdin| stdin.write_all(page));
    let ended = queue.wait().map_err(|_| none())?;
    match sent {
        Some(Ok(())) if ended.success() => Ok(()),
        _ => Err(none()),
    }
}

/// Printing from the window is not there yet on this system; the page can be saved and printed.
#[cfg(not(unix))]
pub(crate) fn print(_page: &[u8]) -> Result<(), Fault> {
    Err(Fault::new(
        FaultKind::Unexpected,
        "This version cannot print on this system.",
    )
    .next("Save the page and print it with another program."))
}
