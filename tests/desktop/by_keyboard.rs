//! Without a mouse.

use crate::kit::{Laptop, RUTH, see_locked, see_today};

const ACCOUNT: &str = "Jay had a bruise above the left wrist, about the size of a penny.";
const SAID: &str = "I walked into the gate.";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_concern_is_recorded_with_the_keyboard_alone_and_the_keyboard_is_always_in_sight() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let window = laptop.open_window();

    // The door: the keyboard is there from the start.
    window.keyboard_at("Your user name");
    window.type_text(RUTH.user);
    window.tab_to("Password");
    window.type_text(RUTH.password);
    window.key("Enter");
    see_today(&window);

    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.keyboard_at("A pupil or an adult");
    window.type_text("jayd");
    window.see("Jay Fairbrother");
    window.key("Enter");
    window.keyboard_at("Another pupil or adult");
    window.see("Jay Fairbrother 8T");

    // Whoever it is about can be taken out and brought back.
    window.tab_back_to("Take out Jay Fairbrother");
    window.key("Delete");
    window.keyboard_at("A pupil or an adult");
    window.key("Control+z");
    window.see("Jay Fairbrother 8T");

    window.tab_to("It happened");
    window.type_text("yesterday about 15:10");
    window.see("15:10");
    // The caret stands after the minutes, so Up makes it one minute later.
    window.key("Up");
    window.wait("15:11 in the field", || {
        window
            .stands_in("It happened")
            .contains("15:11")
            .then_some(())
    });
    window.tab_to("You learnt of it");
    window.type_text("10 min ago");
    window.tab_to("Where");
    window.type_text("In");
    window.wait("Lesson to be chosen", || {
        (window.focus().value == "lesson").then_some(())
    });
    window.tab_to("What was seen, heard or said");
    window.type_text(ACCOUNT);

    // 999 and back to the same letter.
    for _ in 0..6 {
        window.key("Left");
    }
    window.key("Control+9");
    window.see("Ring now. Write later.");
    window.tab_to("We have rung");
    window.picture("danger");
    window.is_clean("immediate danger, open");
    window.key("Escape");
    window.keyboard_at("What was seen, heard or said");
    let caret = window.ask("return document.activeElement.selectionStart;", vec![]);
    assert_eq!(caret.as_u64(), Some(ACCOUNT.chars().count() as u64 - 6));

    // Nothing to be seen, and back.
    window.key("Control+b");
    window.see("Blanked at");
    assert!(
        !window.shows("Jay") && !window.shows("wrist"),
        "a blank window shows words"
    );
    window.picture("blank");
    window.is_clean("blank");
    window.key("Control+b");
    window.keyboard_at("What was seen, heard or said");

    window.tab_to("The child’s exact words");
    window.type_text(SAID);
    window.tab_to("Immediate action");
    window.key("Enter");
    window.tab_to("What you did");
    window.type_text("Told the nurse.");
    window.tab_to("Category");
    window.key("Space");
    window.tab_to("Find a category");
    window.type_text("Bullying");
    window.tab_to("Bullying");
    window.key("Space");

    window.key("Control+Enter");
    window.see("Signed at");
    window.see("Bullying");
    window.see(SAID);
    window.is_clean("concern, just signed");

    // Anything is found from anywhere.
    window.key("Control+k");
    window.keyboard_at("A name, a word, a record number");
    window.type_text("penny");
    window.see("1 found");
    window.key("Enter");
    window.see(ACCOUNT);
    window.key("Control+/");
    window.key("Escape");

    window.key("Control+l");
    see_locked(&window);
    window.keyboard_at("Your user name");
    window.close();
}
