//! Reads tauri.conf.json and the window's pages into the program.

fn main() {
    tauri_build::build();
}
