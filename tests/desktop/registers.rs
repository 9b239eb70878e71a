//! Registers in the real window: a review that has its rhythm, done and signed.

use crate::kit::{DEV, Laptop, RUTH, Written, open_as};

const REVIEWS: &str = "Filtering and monitoring reviews";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn the_half_termly_review_of_filtering_is_late_until_it_is_done_and_signed() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Registers");
    window.press(REVIEWS);
    window.see("Half termly review");
    window.press("Write a line");
    window.choose("Kind", "Half termly review");
    window.write_into("Done at", "70 days ago");
    window.write_into("What was checked", "Search terms, and a tablet at home.");
    window.press("Sign it");
    window.see("The line is signed.");
    window.see("Was due");
    window.is_clean("a register with a review that is late");

    window.go_to("Today");
    window.see("half termly review was due");
    window.press("Open the register");
    window.press("Write a line");
    window.choose("Kind", "Half termly review");
    window.write_into("Done at", "yesterday 9:30");
    window.write_into("Who was there", "Ruth Calloway");
    window.write_into(
        "What was checked",
        "A pupil’s, a teacher’s and a guest’s account, in two rooms.",
    );
    window.write_into("Results", "All blocked as they should be.");
    window.write_into("Gaps", "The guest network let one proxy through.");
    window.write_into("Signed by whoever led it", "Ruth Calloway");
    window.picture("filtering-review");
    window.is_clean("a review that is written down");
    window.press("Sign it");
    window.see("The guest network let one proxy through.");
    window.see("Due by");
    window.go_to("Today");
    window.see_no_more("half termly review was due");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_class_signs_its_agreement_at_once_and_who_is_missing_stays_named() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Registers");
    window.press("Acceptable use agreement signatures");
    window.press("Agreements");
    window.see("Which there are");
    window.is_clean("agreements");
    window.press("Secondary");
    window.see("What is agreed");
    window.picture("agreement");
    window.is_clean("an agreement");
    window.press("Write down who signed");
    window.choose("Class", "Not signed yet: 2 of 2 in 8T");
    window.tick("Amara Oyelaran");
    window.is_clean("who signed");
    window.picture("agreement-signed");
    window.press("Sign one line");
    window.see("One line is signed.");
    window.see("Missing: 1 of 2.");

    window.go_to("Registers");
    window.press("Safeguarding and online-safety training log");
    window.press("Who has read what");
    window.see("Ruth Calloway");
    window.is_clean("who has read what");
    window.picture("who-has-read-what");
    window.close();
}

const CONCERN: &[Written<'_>] = &[Written {
    days_ago: 3,
    at: (9, 40),
    about: "Amara Oyelaran",
    happened: "9:00",
    learnt: "9:15",
    place: "online-out",
    category: "contact",
    account: "He sends pictures to her telephone and asks where she lives.",
    said: "",
}];
