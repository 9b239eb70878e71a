//! One pupil's details, from the keyboard of a lead.

use crate::kit::{Laptop, RUTH, Window, open_as};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_pupil_who_joins_has_names_dates_and_flags_and_what_was_wrong_is_corrected_with_a_reason() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    let window = laptop.open_window();
    open_as(&window, &RUTH);

    window.go_to("Pupils");
    window.press("Add a pupil");
    window.arrive_at("Add a pupil");
    window.is_clean("pupil form, empty");
    window.press("Sign these details");
    window.is_refused("Write the legal forename");
    window.is_clean("pupil form, new and in error");
    fill(&window);
    window.press("Sign these details");

    window.arrive_at("Teddy Okonkwo");
    for shown in [
        "Year 5, 5 Oak",
        "Born 14 March 2016",
        "Theodore Okonkwo",
        "Emeka",
        "Theodore Obi",
        "X820200010312",
        "Child in need (s.17), from 2 September 2026",
        "Source: letter from the social worker",
        "Came",
    ] {
        window.see(shown);
    }
    window.is_clean("pupil, new");

    window.press("Correct these details");
    window.arrive_at("Correct details of Teddy Okonkwo");
    window.write_into("Class", "5 Elm");
    window.write_into("Until", "20 Nov 2026");
    window.write_into("Why you correct it", "moved class; the plan ended");
    window.press("Sign these details");
    window.arrive_at("Teddy Okonkwo");
    window.see("Year 5, 5 Elm");
    window.see("until 20 November 2026");

    read_first(&window);
    // Found by each of the names.
    window.go_to("Pupils");
    for name in ["teddy", "okonk", "theodore", "obi", "X8202"] {
        window.write_into("A name, a class or a UPN", name);
        window.see("Teddy Okonkwo");
    }
    window.close();
}

/// What must be read first stands above everything, is changed with a reason, and what it was stays.
fn read_first(window: &Window) {
    window.press("Write what must be read first");
    window.arrive_at("Read this first: Teddy Okonkwo");
    window.is_clean("read first, empty");
    window.key("Control+Enter");
    window.see("Write what must be known first");
    window.is_clean("read first, in error");
    window.write_into(
        "What must be known",
        "Do not ring Dad. Court order of 12 January 2026.",
    );
    window.write_into("Review on", "12 January");
    window.key("Control+Enter");
    window.arrive_at("Teddy Okonkwo");
    window.see("Read this first Do not ring Dad. Court order of 12 January 2026.");
    window.see("Review 12 January");
    window.see("To be read first from here");
    window.is_clean("pupil, something to read first");

    window.press("Change: Do not ring Dad.");
    window.arrive_at("Read this first: Teddy Okonkwo");
    window.write_into("What must be known", "Ring Mum only.");
    window.write_into("Why you change it", "shorter, the order is the same");
    window.press("Sign it");
    window.arrive_at("Teddy Okonkwo");
    window.see("Ring Mum only.");
    window.press("What once had to be read first");
    window.see("shorter, the order is the same");
    window.press("Change: Ring Mum only.");
    window.write_into("Why you change it", "the order has ended");
    window.press("It no longer applies");
    window.see("End this for everybody?");
    window.is_clean("something to read first, ending");
    window.press("End it");
    window.arrive_at("Teddy Okonkwo");
    window.is_offered("Write what must be read first");
}

fn fill(window: &Window) {
    window.write_into("Legal forename", "Theodore");
    window.write_into("Legal surname", "Okonkwo");
    window.write_into("Forename used", "Teddy");
    window.write_into("Date of birth", "14 March 2016");
    window.write_into("Year", "5");
    window.write_into("Class", "5 Oak");
    window.press("Other names, UPN, site and dates");
    window.write_into("UPN", "X820200010312");
    window.write_into("Middle names", "Emeka");
    window.choose("Sex", "Male");
    window.write_into("Site", "Weir Lane");
    window.write_into("Came on", "1 September 2023");
    window.write_into("Earlier names, one on a line", "Theodore Obi");
    window.press("Flags");
    window.press("Add a flag");
    window.choose("What", "Child in need (s.17)");
    window.write_into("Where this is known from", "letter from the social worker");
    window.write_into("From", "2 Sept 2026");
}
