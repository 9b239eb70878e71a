//! An inspection in the real window: what is asked for, looked through and shown.

use crate::kit::{DEV, Laptop, RUTH, Written, open_as};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn an_inspector_reads_a_list_and_a_file_on_the_screen_and_what_was_shown_is_kept() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    for day in 0..3 {
        let one = Written {
            days_ago: day + 1,
            ..CONCERN[0]
        };
        laptop.record(&RUTH, &[one]);
    }
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Reports");
    window.press("Inspection");
    window.see("The lists");
    window.see("3 concerns have no decision with its reason yet.");
    window.press("Look through it: How each concern was dealt with");
    window.see("AO, 8T");
    window.is_clean("the inspection");
    window.picture("inspection");
    window.press("Prepare this file: Amara Oyelaran");
    window.see("Chosen");

    window.press("Show all lists of pupils");
    window.is_refused("Say for whom they inspect");
    window.is_clean("the inspection, nobody said");
    window.write_into("For whom they inspect", "Ofsted");
    window.write_into("Who is shown it", "M. Okafor");
    window.press("Show all lists of pupils");
    window.see("Pupils stand here by initials and class.");
    assert!(!window.shows("Amara"));
    window.is_clean("a list that is shown");
    window.picture("inspection-paper");
    window.press("Back to the inspection");
    window.press("Show: Amara Oyelaran");
    window.see("He sends pictures to her telephone");
    window.press("Back to the inspection");
    window.see("What was shown");
    window.see("File of Amara Oyelaran");
    window.see("M. Okafor, Ofsted");
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
