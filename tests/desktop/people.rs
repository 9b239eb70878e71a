//! People around a pupil, from the keyboard of a lead.

use crate::kit::{Laptop, RUTH, Window, open_as};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_mother_a_social_worker_and_a_brother_stand_around_a_pupil_and_a_child_who_was_there_twice_becomes_one()
 {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    let window = laptop.open_window();
    open_as(&window, &RUTH);
    add_pupil(&window, "Amara", "Oyelaran", "14 March 2014", "8T");
    add_pupil(&window, "Tobi", "Oyelaran", "2 May 2016", "5 Oak");
    add_pupil(&window, "Amarah", "Oyelaran", "14 March 2014", "");

    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.arrive_at("Amara Oyelaran");
    window.press("Household, contacts, agencies, links");
    window.arrive_at("Around Amara Oyelaran");
    window.see("Nobody is recorded yet.");
    window.is_clean("around a pupil, empty");
    mother(&window);
    brother(&window);
    window.see("Folake Oyelaran");
    window.see("Ring first");
    window.see("Parental responsibility. Lives with them.");
    window.see("Tobi Oyelaran");
    window.see("Who is connected, through what");
    window.is_clean("around a pupil");
    window.picture("around");

    window.press("Change what is written of Folake Oyelaran");
    window.answer("May they be rung about the child?", "No, do not ring");
    window.write_into("Why you change it", "court order seen today");
    window.key("Control+Enter");
    window.arrive_at("Around Amara Oyelaran");
    window.see("Do not ring");
    twice(&window);
    window.close();
}

fn add_pupil(window: &Window, forename: &str, surname: &str, born: &str, class: &str) {
    window.go_to("Pupils");
    window.press("Add a pupil");
    window.arrive_at("Add a pupil");
    window.write_into("Legal forename", forename);
    window.write_into("Legal surname", surname);
    window.write_into("Date of birth", born);
    if !class.is_empty() {
        window.write_into("Class", class);
    }
    window.key("Control+Enter");
    window.arrive_at(&format!("{forename} {surname}"));
}

fn mother(window: &Window) {
    window.press("Add a parent, carer or relative");
    window.arrive_at("Family or household of Amara Oyelaran");
    window.is_clean("a tie, empty");
    window.write_into("Who is it?", "Folake Oyelaran");
    window.see("Add \u{201c}Folake Oyelaran\u{201d} as a new adult");
    window.key("Enter");
    window.see("New here: added when you sign.");
    window.write_into("Number or address", "07700 900123");
    window.choose("What are they to the child?", "Mother");
    window.answer("Do they have parental responsibility?", "Yes");
    window.answer("Do they live with the child?", "Yes");
    window.answer("May they be rung about the child?", "Yes");
    window.choose("In which order are they rung?", "First");
    window.is_clean("a tie, filled");
    window.key("Control+Enter");
    window.arrive_at("Around Amara Oyelaran");
}

fn brother(window: &Window) {
    window.press("Add a brother, sister or other child");
    window.write_into("Which child?", "Tobi");
    window.see("5 Oak");
    window.key("Enter");
    window.choose("What are they to the child?", "Brother or sister");
    window.key("Control+Enter");
    window.arrive_at("Around Amara Oyelaran");
}

fn twice(window: &Window) {
    window.go_to("People");
    window.see("Folake Oyelaran");
    window.is_clean("people");
    window.press("Perhaps twice");
    window.see("The same date of birth, and a name spelt almost the same.");
    window.is_clean("perhaps twice");
    window.answer("Which record stands for both?", "Amara Oyelaran, 8T");
    window.write_into("How do you know", "one mother, one address");
    window.press("They are one child");
    window.see("Put together. Amara Oyelaran stands for both.");
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.press("Two records, one child");
    window.see("one mother, one address");
    window.is_clean("a pupil with two records");
}
