//! Locking before the laptop sleeps: the system is asked to wait until the keys are gone.

use crate::desk::Desk;

/// Locks before every suspend, where the system says when one is coming (logind). Elsewhere the desk notices on waking.
#[cfg(target_os = "linux")]
pub(crate) fn lock_before(desk: &Desk, locked: impl Fn(&str) + Send + 'static) {
    let desk = desk.clone();
    std::thread::spawn(move || {
        // Without logind (a container, another init) there is nothing to hear; the desk's own watch remains.
        let _ = hear(&desk, &locked);
    });
}

#[cfg(target_os = "linux")]
fn hear(desk: &Desk, locked: &dyn Fn(&str)) -> zbus::Result<()> {
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::OwnedFd;

    let system = Connection::system()?;
    let login = Proxy::new(
        &system,
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )?;
    let hold = || -> Option<OwnedFd> {
        login
            .call(
                "Inhibit",
                &("sleep", "Strongroom", "locks the records first", "delay"),
            )
            .ok()
    };
    let signals = login.receive_signal("PrepareForSleep")?;
    let mut held = hold();
    for signal in signals {
        let goes: bool = signal.body().deserialize()?;
        if goes {
            if desk.lock() {
                locked("Locked before the laptop slept. Your draft is kept.");
            }
            // Letting go of the hold is what lets the laptop sleep.
            held = None;
        } else if held.is_none() {
            held = hold();
        }
    }
    Ok(())
}

/// Elsewhere the desk notices on waking that the clocks moved apart, and locks then.
#[cfg(not(target_os = "linux"))]
pub(crate) fn lock_before(_desk: &Desk, _locked: impl Fn(&str) + Send + 'static) {}
