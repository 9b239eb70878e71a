//! A telephone that the school keeps, from the office to the police, in the real window.

use crate::kit::{DEV, Laptop, RUTH, Written, open_as};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_telephone_is_described_goes_to_the_police_and_what_nobody_knows_is_said() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.see("Devices and other things kept");
    window.press("Add a device or another thing kept");
    window.press("Sign it");
    window.is_refused("Say what it is");
    window.is_clean("a device, in error");
    for (field, words) in [
        ("What it is", "Her telephone, black"),
        ("Make and model", "Fennel 6"),
        (
            "Serial number, IMEI or asset number",
            "IMEI 35 209900 176148 1",
        ),
        ("Whose it is", "Amara Oyelaran"),
        ("Where it was found", "Handed in at the office"),
        ("Who found it", "P. Adeyemi"),
        ("When it was found", "yesterday 8:40"),
        ("In which state it was", "On, locked, 40 %"),
        (
            "Bag or envelope, and the number of its seal",
            "Bag A0042, seal 0917",
        ),
    ] {
        window.write_into(field, words);
    }
    window.picture("device");
    window.press("Sign it");
    window.see("Nobody has said yet where it is.");

    window.press("Say what happened to it: Her telephone, black");
    window.tick("The school took it");
    window.write_into("When", "yesterday 8:55");
    window.write_into("Who has it now", "R. Calloway, lead");
    window.press("Sign it");
    window.see("Taken by the school");
    window.see("Nothing is recorded between");
    window.press("Say what happened to it: Her telephone, black");
    window.tick("Put somewhere else");
    window.write_into("When", "yesterday 9:10");
    window.write_into(
        "Where it is kept now",
        "The safe in the head\u{2019}s office",
    );
    window.press("Sign it");
    window.see("Kept at: The safe in the head\u{2019}s office");
    window.press("Say what happened to it: Her telephone, black");
    window.tick("Handed to the police");
    window.write_into("When", "yesterday 15:20");
    window.press("Sign it");
    window.is_refused("Say who has it now");
    window.write_into("Who has it now", "DC L. Hartigan, 4471");
    window.write_into("Number of the receipt for it", "MM/R/118");
    window.is_clean("what happened to a device");
    window.press("Sign it");
    window.see("With the police since");
    window.picture_of("concern-custody", "section[aria-labelledby=held]");
    window.is_clean("a concern with a device");

    window.press("Print its sheet: Her telephone, black");
    window.write_into("What it is printed for", "the bag");
    window.press("Lay out the pages");
    window.see("Whose hands it went through");
    window.see("IMEI 35 209900 176148 1");
    window.picture("paper-item");
    window.close();
}

const CONCERN: &[Written<'_>] = &[Written {
    days_ago: 3,
    at: (9, 40),
    about: "Amara Oyelaran",
    happened: "9:00",
    learnt: "9:15",
    place: "online-out",
    category: "cpoms-safeguarding",
    account: "He sends pictures to her telephone and asks where she lives.",
    said: "",
}];
