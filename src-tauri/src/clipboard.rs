//! Copying: for a minute, and never past a lock.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::wire::{Fault, FaultKind};

/// How long a copied value stays.
const STAYS: Duration = Duration::from_secs(60);

/// What was copied from here last, if it is still there.
#[derive(Clone, Default)]
pub(crate) struct Clipboard {
    held: Arc<Mutex<Held>>,
}

#[derive(Default)]
struct Held {
    system: Option<arboard::Clipboard>,
    text: Option<zeroizing::Text>,
    turn: u64,
}

mod zeroizing {
    /// Text that is compared before it is taken back; freed memory is wiped by the program's allocator.
    pub(super) struct Text(pub(super) String);
}

impl Clipboard {
    /// Copies a value and takes it back after a minute.
    pub(crate) fn copy(&self, text: String) -> Result<(), Fault> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.system.is_none() {
            held.system = arboard::Clipboard::new().ok();
        }
        let refused = || {
            Fault::new(
                FaultKind::Unexpected,
                "This computer did not take the copy.",
            )
            .next("Type it over by hand instead.")
        };
        let system = held.system.as_mut().ok_or_else(refused)?;
        put(system, &text).map_err(|_| refused())?;
        held.text = Some(zeroizing::Text(text));
        held.turn += 1;
        let (turn, clipboard) = (held.turn, self.clone());
        drop(held);
        std::thread::spawn(move || {
            std::thread::sleep(STAYS);
            clipboard.take_back(Some(turn));
        });
        Ok(())
    }

    /// Takes back what was copied, if nobody copied something else since.
    pub(crate) fn take_back(&self, turn: Option<u64>) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if turn.is_some_and(|turn| turn != held.turn) {
            return;
        }
        let Some(text) = held.text.take() else { return };
        if let Some(system) = held.system.as_mut()
            && system.get_text().is_ok_and(|there| there == text.0)
        {
            let _ = system.clear();
        }
    }
}

#[cfg(target_os = "linux")]
fn put(system: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    system.set().exclude_from_history().text(text)
}

#[cfg(target_os = "windows")]
fn put(system: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    system
        .set()
        .exclude_from_history()
        .exclude_from_cloud()
        .exclude_from_monitoring()
        .text(text)
}

#[cfg(target_os = "macos")]
fn put(system: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtApple;
    system.set().exclude_from_history().text(text)
}
