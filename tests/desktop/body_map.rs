//! A body map in the window: put by the keyboard, read on the concern, laid over the others of a child.

use crate::kit::{DEV, Laptop, RUTH, Window, open_as};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_mark_is_put_on_the_body_by_the_keyboard_and_stands_on_the_concern_and_among_all_marks() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    let window = laptop.open_window();
    open_as(&window, &RUTH);

    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.write_into("A pupil or an adult: type a name", "ama");
    window.press("Amara Oyelaran");
    window.write_into("It happened", "today");
    window.write_into("What was seen, heard or said", "A graze on her ear.");
    window.press("Category, questions asked");
    window.see("Only what you can see without moving clothes.");
    window.press("Head");
    walk(&window, "Head, left side");
    window.key("Home");
    window.key("Enter");
    window.see("On the drawing: head, left side.");
    window.write_into("What it looks like", "graze");
    window.choose("Skin broken", "Could not tell");
    window.picture_of("record-body-map", "#body-hint");
    window.is_clean("record, body map");
    window.key("Control+Enter");

    window.see("Signed and passed to Dev Marwaha");
    window.see("could not tell whether the skin was broken");
    window.picture_of("concern-body-map", "main .views");
    window.is_clean("concern, body map");

    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.press("All marks on a body map");
    window.arrive_at("Amara Oyelaran: all marks");
    window.see("One concern has marks.");
    window.picture("all-marks");
    window.is_clean("pupil, all marks");
    window.press("Print these marks");
    window.write_into("What it is printed for", "the paediatrician");
    window.press("Lay out the pages");
    window.see("Page 1 of 1");
    window.is_clean("all marks on paper");
    window.close();

    let kept = laptop.concerns_of(&DEV);
    let mark = &kept[0].view.versions[0].form.body_map[0];
    let place = mark.place.as_ref().unwrap();
    assert_eq!(place.view, "head-left");
    assert_eq!(mark.broken.as_deref(), Some("unsure"));
}

/// Gives the keyboard to the drawing of a side.
fn walk(window: &Window, view: &str) {
    let found = window.ask(
        "const name = arguments[0];
         const list = [...document.querySelectorAll('svg[role=listbox]')]
           .find((one) => one.getAttribute('aria-label').startsWith(name));
         list?.focus();
         return document.activeElement === list;",
        vec![view.into()],
    );
    assert_eq!(found, true, "{view} takes the keyboard");
}
