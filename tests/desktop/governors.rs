//! What governors and the head are told, in the real window: a term's report from open to kept, a log without a name, a log with names.

use crate::kit::{DEV, HEAD, Laptop, RUTH, Written, open_as, see_locked};

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
    window.press("Log of incidents");
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

    window.press("Back to the log");
    window.press("Sign the log of these days");
    window.press("Keep this");
    window.is_refused("Say who looked through it");
    window.is_clean("signing the log, in error");
    window.write_into("Who looked through it", "H. Sandiford");
    window.write_into("What they are", "Headteacher");
    window.write_into("On which day", "today");
    window.write_into("What they remarked", "One waits for an answer. Ask again.");
    window.press("Keep this");
    window.see("Kept. The log of these days says so from now on.");
    window.see("H. Sandiford, Headteacher");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_terms_report_goes_with_no_small_number_and_is_kept_as_it_went() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    for (category, times) in [
        ("cpoms-bullying", 7),
        ("cpoms-well-being", 2),
        ("contact", 1),
    ] {
        for day in 0..times {
            let one = Written {
                days_ago: day + 1,
                category,
                ..CONCERN[0]
            };
            laptop.record(&RUTH, &[one]);
        }
    }
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Reports");
    window.see("Only you see this");
    // Whatever day this is run on: the concerns may lie in two terms.
    window.choose("Days", "Other days");
    window.write_into("From", "40 days ago");
    window.write_into("To", "today");
    window.press("Count these days");
    window.see("By category");
    window.picture("governors-report");
    window.is_clean("the report to governors");
    assert!(!window.shows("Amara"));
    window.press("Charts");
    window.see("Is it rising?");
    window.see("How long do we take?");
    window.picture("charts");
    window.is_clean("the charts");
    window.go_to("Reports");
    window.see("Only you see this");
    window.choose("Days", "Other days");
    window.write_into("From", "40 days ago");
    window.write_into("To", "today");
    window.press("Count these days");
    window.press("Bullying, see the records");
    window.see("7 records.");
    window.is_clean("the records behind a number");
    window.press("Close");

    window.write_into("New issues in the area", "Amara met strangers at the weir.");
    window.press("Release and keep");
    window.is_refused("Say to whom it goes");
    window.see("These words are names of people here. Read them once more: Amara");
    window.write_into("To whom it goes", "Full governing body");
    window.write_into("New issues in the area", "Strangers were seen at the weir.");
    window.tick("I have read what is written. It names nobody and describes nobody.");
    window.press("Look at the pages");
    window.see("Strangers were seen at the weir.");
    window.picture("governors-report-paper");
    window.is_clean("the report on paper");
    window.press("Back to the report");

    window.see("Only you see this");
    window.tick("I have read what is written. It names nobody and describes nobody.");
    window.press("Release and keep");
    window.see("The report is released and kept.");
    window.see("To Full governing body, by Ruth Calloway");
    window.is_clean("the report, released");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn an_alert_comes_in_from_a_list_is_screened_and_linked_to_the_concern() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let number = laptop.concerns_of(&RUTH)[0].view.row.record_no.clone();
    let list = laptop.disk().join("alerts.csv");
    std::fs::write(
        &list,
        "Alert ID,Date,Time,User,Computer,Theme,Alert Level,Captured text\n8831,02/11/2026,11:04,amara.o,LIB-04,Bullying,4,nobody would miss you\n",
    )
    .unwrap();
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Registers");
    window.press("Monitoring alert log");
    window.press("Bring in a list");
    window.hand_over(&list);
    window.see("1 alert, 1 of them new");
    window.is_clean("alerts that are looked at");
    window.press("Take 1 alert in");
    window.press("Screen them");
    window.see("nobody would miss you");
    // It is called by when it came in as well.
    let script = "const found = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Screen it'); found?.click(); return found !== undefined;";
    window.wait("an alert to screen", || {
        (window.ask(script, vec![]) == serde_json::json!(true)).then_some(())
    });
    window.tick("Welfare");
    window.write_into("What was done", "Spoke to Amara the same morning.");
    window.write_into("Concern it belongs to, by its number", &number);
    window.picture("alerts");
    window.is_clean("an alert that is screened");
    window.press("Keep this");
    window.see("Ruth Calloway");
    window.see("Spoke to Amara the same morning.");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn the_head_signs_the_log_of_a_term_at_their_own_account_and_the_lead_prints_it() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV, &HEAD]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &HEAD);
    window.go_to("Reports");
    window.press("Log of incidents");
    window.write_into("Happened from", "40 days ago");
    window.write_into("To", "today");
    window.write_into("What it is made for", "autumn term");
    window.press("Look at it");
    window.see("Nobody is named.");
    assert!(!window.shows("Amara"));
    window.press("Back to the log");
    window.press("Sign the log of these days");
    window.write_into("Who looked through it", "H. Sandiford");
    window.write_into("What they are", "Headteacher");
    window.write_into("On which day", "today");
    window.write_into("What they remarked", "Read. One waits for an answer.");
    window.is_clean("signing the log");
    window.press("Keep this");
    window.see("Kept. The log of these days says so from now on.");
    window.key("Control+l");
    see_locked(&window);

    open_as(&window, &RUTH);
    window.go_to("Reports");
    window.press("Log of incidents");
    window.write_into("Happened from", "40 days ago");
    window.write_into("To", "today");
    window.write_into("What it is made for", "autumn term");
    window.press("Look at it");
    window.see("Headteacher");
    window.see("1 concern then");
    assert!(!window.shows("One waits for an answer"));
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
