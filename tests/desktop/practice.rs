//! The school one practises in, a narrow window, and 999 before anything else.

use std::time::Duration;

use crate::kit::{Laptop, RUTH, SCHOOL, Window, open_as, see_today, until};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn the_practice_school_is_plainly_marked_on_every_page_and_full_of_work() {
    let laptop = Laptop::new();
    let window = laptop.open_window();

    window.press("Open the pretend school");
    let made = until(Duration::from_secs(120), || window.is_a_place("Concerns"));
    assert!(made, "the pretend school was not made:\n{}", window.text());
    see_today(&window);
    is_marked(&window);
    window.picture("today-practice");
    window.is_clean("practice: today");
    window.go_to("Pupils");
    window.arrive_at("Pupils");
    is_marked(&window);
    window.is_clean("practice: pupils");
    one_of_them(&window);
    window.go_to("Vault");
    window.see("Who can open it");
    is_marked(&window);
    window.go_to("Concerns");
    window.arrive_at("Concerns");
    window.press("Show older");
    window.see("100 of 160 shown");
    window.is_clean("practice: concerns, two pages");
    window.close();

    assert!(!laptop.vault().exists(), "practising made a real vault");
}

/// A file with the concerns left out keeps every day under its own month.
fn one_of_them(window: &Window) {
    window.write_into("A name, a class or a UPN", "isaiah francis");
    window.press("Isaiah Francis");
    window.arrive_at("Isaiah Francis");
    window.see("First day at this school");
    window.tick("Concerns");
    window.see("April 2019 Fri 12 First day at this school");
    window.picture("pupil-without-concerns");
    window.is_clean("practice: a pupil, without concerns");
}

/// A strip along all four edges, the word, and the window's title.
fn is_marked(window: &Window) {
    let script = "return [document.title, [...document.querySelectorAll('.practice .edge')].filter((e) => e.checkVisibility()).length, squash(document.querySelector('.practice b')?.innerText ?? '')];";
    let is = window.ask(script, vec![]);
    assert_eq!(
        is,
        serde_json::json!(["Strongroom, practice school", 4, "Practice"])
    );
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn at_twice_the_size_nothing_scrolls_sideways() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.key("Control+n");
    window.write_into("A pupil or an adult: type a name", "ama");
    window.press("Amara Oyelaran");
    window.write_into(
        "What was seen, heard or said",
        "Amara was late for the third time and had not eaten.",
    );
    zooms(&window);
    for (width, height) in [(683, 600), (360, 640)] {
        window.resize(width, height);
        fits(&window, "record");
        if width == 683 {
            window.picture("record-at-200");
        }
        window.is_clean(&format!("record, {width} wide"));
        window.press("Menu");
        fits(&window, "menu");
        window.is_clean(&format!("menu, {width} wide"));
        window.go_to("Pupils");
        window.arrive_at("Pupils");
        fits(&window, "pupils");
        window.press("Amara Oyelaran");
        window.arrive_at("Amara Oyelaran");
        fits(&window, "pupil");
        window.key("Control+9");
        window.see("Ring now. Write later.");
        fits(&window, "danger");
        window.is_clean(&format!("danger, {width} wide"));
        window.key("Escape");
        window.press("Menu");
        window.go_to("Concerns");
        window.arrive_at("Concerns");
        fits(&window, "concerns");
        window.press("Carry on");
        window.arrive_at("Record a concern");
    }
    window.close();
}

/// Ctrl and plus makes everything larger, and Ctrl and nought as it was.
fn zooms(window: &Window) {
    let wide = || window.ask("return innerWidth;", vec![]).as_u64().unwrap();
    let before = wide();
    window.key("Control+=");
    window.wait("a larger page", || (wide() < before).then_some(()));
    window.key("Control+0");
    window.wait("the page as it was", || (wide() == before).then_some(()));
}

fn fits(window: &Window, page: &str) {
    let script = "return [...document.querySelectorAll('body *')].filter((el) => shown(el) && el.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(el).position !== 'fixed').map((el) => `${el.localName}.${el.className} ${Math.round(el.getBoundingClientRect().right)}`).slice(0, 5);";
    let wide = window.ask(
        "const page = document.scrollingElement; return [page.scrollWidth, innerWidth];",
        vec![],
    );
    assert!(
        wide[0].as_u64() <= wide[1].as_u64(),
        "{page} is {} wide in a window of {}: {}",
        wide[0],
        wide[1],
        window.ask(script, vec![])
    );
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn immediate_danger_shows_999_before_any_password() {
    let laptop = Laptop::new();
    let window = laptop.open_window();

    // On a laptop on which nothing was ever set up.
    window.see("999");
    window.key("Control+9");
    window.see("Ring now. Write later.");
    // A key that was meant for the page before does not say that somebody rang.
    window.key("Enter");
    window.is_offered("We have rung");
    window.is_clean("danger, before there is a vault");
    window.key("Escape");
    window.arrive_at("Make the strongroom for your school");
    window.close();

    laptop.set_up(&[]);
    let window = laptop.open_window();
    window.arrive_at(SCHOOL);
    window.see("999");
    window.key("Control+9");
    window.see("Ring now. Write later.");
    window.see("Weir Lane, Marlowe Vale MV4 2QT");
    window.press("We have rung");
    window.see("It goes into the record when someone opens Strongroom.");
    window.write_into("Their log number", "CAD 0412");
    window.is_clean("danger, rung before a password");
    window.key("Escape");
    window.keyboard_at("Your user name");
    open_as(&window, &RUTH);
    window.see("999 was rung");
    window.see("Log number CAD 0412. Noted by Ruth Calloway.");
    window.close();
}
