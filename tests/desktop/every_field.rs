//! All ten fields of the CPOMS form, and every other one the record has, filled in the window.

use std::fs;

use crate::kit::{DEV, Laptop, PATIENCE, RUTH, Window, open_as};

const ACCOUNT: &str =
    "She rolled up a sleeve to wash the brushes. A bruise on her left forearm, yellow at the edge.";
const SAID: &str = "Nie chcę, żeby ktoś wiedział.";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn every_field_of_a_concern_is_filled_in_the_window_and_stands_on_its_page() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV, &PATIENCE]);
    laptop.bring_pupils();
    let sketch = laptop.disk().join("home/where on the arm.txt");
    fs::write(&sketch, "Two finger widths above the wrist.\n").unwrap();
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.key("Control+n");
    who_when_where(&window);
    words(&window);
    at_once(&window);
    online(&window);
    window.tick("No, none of it");
    window.hand_over(&sketch);
    window.see("where on the arm.txt");
    more(&window);
    the_case(&window);
    window.picture("record-every-field");
    window.is_clean("record, every field");
    window.key("Control+Enter");

    window.see("Signed and passed to Dev Marwaha");
    for shown in SHOWN {
        window.see(shown);
    }
    window.picture("concern-every-field");
    window.is_clean("concern, every field");
    window.close();

    let kept = laptop.concerns_of(&DEV);
    let form = &kept[0].view.versions[0].form;
    assert_eq!(
        (form.description.as_str(), form.childs_words.as_str()),
        (ACCOUNT, SAID)
    );
    assert_eq!(kept[0].view.row.status, "active");
    assert_eq!(kept[0].files, [fs::read(&sketch).unwrap()]);
}

/// What the page says of it afterwards.
const SHOWN: &[&str] = &[
    "Amara Oyelaran",
    "May have been harmed",
    "Jay Fairbrother",
    "Friend",
    "Left forearm, outer side: round, yellow at the edge, 3 cm, purple",
    "Child Protection",
    "Art room 2",
    "LT-118",
    "The other person’s: Orbit Arena, kestrel_77, https://orbit.example/u/77",
    "Stayed with her and rang the office.",
    "“What happened then?”",
    "Mr Field, technician",
    "Looked at the door.",
    "I think somebody held her arm.",
    "Another child said so",
    "Not sure",
    "Active",
    "where on the arm.txt",
    ACCOUNT,
    SAID,
];

fn who_when_where(window: &Window) {
    window.arrive_at("Record a concern");
    window.write_into("A pupil or an adult: type a name", "ama");
    window.press("Amara Oyelaran");
    window.choose("What part Amara Oyelaran had", "May have been harmed");
    window.write_into("Another pupil or adult: type a name", "jayd");
    window.press("Jay Fairbrother");
    window.choose("What part Jay Fairbrother had", "Friend");
    window.write_into("It happened", "yesterday about 3:10");
    window.write_into("You learnt of it", "10 min ago");
    window.choose("Where", "In a lesson");
}

fn words(window: &Window) {
    window.write_into("What was seen, heard or said", ACCOUNT);
    window.write_into("The child’s exact words", SAID);
}

fn at_once(window: &Window) {
    window.press("Immediate action");
    window.write_into("What you did", "Stayed with her and rang the office.");
}

fn online(window: &Window) {
    window.press("Device, app, user names, web addresses");
    window.write_into("Device, its number or owner, the account", "LT-118");
    window.write_into("Room", "Art room 2");
    window.press("Add a user name or address");
    window.write_into("App, site or game", "Orbit Arena");
    window.write_into("User name", "kestrel_77");
    window.write_into("Web address", "https://orbit.example/u/77");
    window.choose("Whose it is", "The other person’s");
}

fn more(window: &Window) {
    window.press("Category, questions asked");
    window.choose("How it came to light", "Another child said so");
    window.choose("How soon someone must act", "Urgent, today");
    window.tick("Child Protection");
    window.write_into(
        "Questions asked, in the words used",
        "“What happened then?”",
    );
    window.write_into("Who was present", "Mr Field, technician");
    window.write_into("Where your handwritten notes are kept", "Locked drawer");
    window.write_into("How the child seemed", "Looked at the door.");
    window.answer("Could this be a crime?", "I am not sure");
    window.press("Add a mark");
    window.choose("Where on the body", "Forearm, outer side");
    window.choose("Side", "Their left");
    window.write_into("What it looks like", "round, yellow at the edge");
    window.write_into("Size", "3 cm");
    window.write_into("Colour", "purple");
    window.write_into("Your opinion", "I think somebody held her arm.");
}

fn the_case(window: &Window) {
    window.press("Status, who takes it on");
    window.choose("Status", "Active");
    window.choose("Taken on by", DEV.name);
    window.tick(DEV.name);
}
