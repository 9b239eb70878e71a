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

fn main() -> std::process::ExitCode {
    app::harden_this_process();
    match windows::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            windows::say_on_terminal(&error);
            std::process::ExitCode::FAILURE
        }
    }
}
