//! A term's log for governors, without a name, and one for the head, with names, in the real window.

use crate::kit::{DEV, Laptop, RUTH, Written, open_as};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_log_for_governors_names_nobody_and_one_with_names_is_settled_first() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Concerns");
    window.press("Log for governors");
    window.write_into("Happened from", "1 September 2025");
    window.write_into("To", "today");
    window.write_into("What it is made for", "autumn term");
    window.picture("governors-log");
    window.is_clean("the log for governors");
    window.press("Look at it");
    window.see("Nobody is named.");
    window.see("Monitored by");
    assert!(!window.shows("Amara"));
    window.is_clean("the log for governors, on paper");
    window.picture("governors-log-paper");

    window.press("Back to the log");
    window.tick("With names, in six columns");
    window.press("Look at it");
    window.is_refused("Say to whom it goes");
    window.is_clean("the log with names, in error");
    for (field, words) in [
        (
            "Why it is needed, and no more than needed",
            "Termly monitoring",
        ),
        ("Who in the school agreed, and when", "H. Sandiford, today"),
        ("To whom it goes", "H. Sandiford"),
        ("How you made sure who they are", "In person"),
        ("By what way it goes", "By hand"),
    ] {
        window.write_into(field, words);
    }
    window.press("Look at it");
    window.see("With names, for H. Sandiford alone.");
    window.see("Amara Oyelaran");
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
