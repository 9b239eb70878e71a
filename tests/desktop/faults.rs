//! When something is wrong before anybody is in: a calm sentence on the page, and nothing touched.

use std::fs;
use std::os::unix::fs::FileExt;

use crate::kit::{Laptop, RUTH, SCHOOL, Window, see_today};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_second_window_says_that_the_first_has_it_and_takes_over_when_the_first_is_closed() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    let first = laptop.open_window();
    first.arrive_at(SCHOOL);

    let second = laptop.open_window();
    second.arrive_at("Strongroom cannot open the vault");
    calmly_says(&second, "open in another window");
    second.is_clean("door, already open");
    first.close();
    second.press("Try again");
    second.arrive_at(SCHOOL);
    second.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_damaged_room_file_is_said_and_left_as_it_is() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let room = laptop.rooms().remove(0);
    // The first page holds the file's salt and its own checksum.
    let file = fs::File::options().write(true).open(&room).unwrap();
    file.write_all_at(&[0x5A; 256], 1024).unwrap();
    drop(file);
    let damaged = fs::read(&room).unwrap();
    let window = laptop.open_window();

    window.arrive_at(SCHOOL);
    window.write_into("Your user name", RUTH.user);
    window.write_into("Password", RUTH.password);
    window.press("Open");
    calmly_says(&window, "damaged");
    window.is_clean("door, damaged room");
    window.close();

    assert!(
        fs::read(&room).unwrap() == damaged,
        "the damaged file was written to"
    );
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_missing_keyring_secret_is_said_and_the_printed_words_still_open_the_vault() {
    let laptop = Laptop::new();
    let words = laptop.set_up(&[]);
    laptop.forget_keyring_secret();
    let window = laptop.open_window();

    window.see("keyring");
    calmly_says(&window, "keyring");
    window.is_clean("door, no keyring secret");
    window.press("I cannot get in");
    window.arrive_at("Open with your recovery words");
    window.picture("recover");
    window.is_clean("recovery, empty");
    window.write_into("Your user name", RUTH.user);
    window.write_into("Your twelve words", &words.join(" "));
    window.press("I will choose my own");
    window.write_into("New password", "nine slow barges and a lamp");
    window.is_clean("recovery, full");
    window.press("Open with these words");
    see_today(&window);
    window.close();
}

/// One sentence with its words, what is kept, and what to do; no codes, no shouting.
fn calmly_says(window: &Window, words: &str) {
    window.see(words);
    window.see("What happened");
    window.see("What to do");
    let text = window.text();
    for rude in ["error", "Error", "invalid", "failed", "SQL", "panic", "!"] {
        assert!(!text.contains(rude), "the page says “{rude}”:\n{text}");
    }
}
