//! Strongroom's window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod clipboard;
mod commands;
mod desk;
mod printer;
mod sleep;
mod windows;

/// Freed memory is wiped; with SQLCipher's own wiping nothing of a record is left after the vault is locked.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// What the window's own libraries free is overwritten too: each answer to the page passes through the C heap on its way, and lay
/// there to be read after the lock. The smallest pieces, which the C library keeps by thread, are written over at the lock.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(
    unsafe_code,
    reason = "sets one number of the C heap before there is a second thread; it has no safe form"
)]
fn wipe_the_c_heap() {
    // Where it is refused the program is no worse off than any other.
    let _ = unsafe { libc::mallopt(libc::M_PERTURB, 0xA5) };
}

/// Pages are drawn by the processor, not by the graphics card: the first page is there sooner, the more so where the card is only
/// imitated, and a child's words do not lie in the card's memory, which nobody wipes. Whoever looks after the laptop may set it otherwise.
#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    reason = "sets a variable for the window's engine before there is a second thread; it has no safe form"
)]
fn draw_by_the_processor() {
    const NAME: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";
    if std::env::var_os(NAME).is_none() {
        unsafe { std::env::set_var(NAME, "1") };
    }
}

fn main() -> std::process::ExitCode {
    #[cfg(target_os = "linux")]
    draw_by_the_processor();
    app::harden_this_process();
    windows::say_little_of_panics();
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    wipe_the_c_heap();
    match windows::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            windows::say_on_terminal(&error);
            std::process::ExitCode::FAILURE
        }
    }
}
