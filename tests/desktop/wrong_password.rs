//! At the door: a wrong password, a lock, and a flat battery in the middle of a sentence.

use crate::kit::{Laptop, RUTH, Window, open_as, see_locked};

const FIRST_HALF: &str = "Kasia waited at the gate until five and would not say who";
const SECOND_HALF: &str =
    "Kasia waited at the gate until five and would not say who was meant to fetch her";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_wrong_password_is_one_sentence_and_each_further_one_makes_the_wait_longer() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    let window = laptop.open_window();

    window.arrive_at(crate::kit::SCHOOL);
    window.press("Open");
    window.see("Type your user name");
    window.is_clean("unlock, empty");

    let first = wait_after(&window, "not this one at all");
    let second = wait_after(&window, "nor this one either");
    let third = wait_after(&window, "and a third that is wrong");
    window.picture("unlock-wrong");
    window.is_clean("unlock, wrong password");
    assert!(
        first < second && second < third,
        "waits of {first}, {second} and {third} s"
    );

    // The same sentence whatever was wrong.
    window.see("You can try again now.");
    window.write_into("Your user name", "nobody.here");
    window.write_into("Password", RUTH.password);
    window.press("Open");
    window.see("That did not open it. Try again in");
    assert!(!window.shows("user name is") && !window.shows("password is"));

    window.see("You can try again now.");
    open_as(&window, &RUTH);
    window.close();
}

/// Types a wrong password when it may be typed, and reads how long to wait now.
fn wait_after(window: &Window, password: &str) -> u64 {
    window.wait("the wait to end", || {
        (!window.shows("Try again in")).then_some(())
    });
    window.write_into("Your user name", RUTH.user);
    window.write_into("Password", password);
    window.press("Open");
    window.wait("the sentence", || {
        let text = window.text();
        let after = text.split("That did not open it. ").nth(1)?;
        if after.starts_with("You can try again now.") && window.stands_in("Password").is_empty() {
            return Some(0);
        }
        after
            .strip_prefix("Try again in ")?
            .split(' ')
            .next()?
            .parse()
            .ok()
    })
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_draft_half_written_survives_a_lock_and_a_flat_battery() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.key("Control+n");
    window.write_into("A pupil or an adult: type a name", "kasia");
    window.press("Kasia Wiśniewska-Żółć");
    window.write_into("What was seen, heard or said", FIRST_HALF);
    // Locked in the middle of the sentence, before any pause.
    window.key("Control+l");
    see_locked(&window);
    assert!(!window.shows("Kasia"));

    open_as(&window, &RUTH);
    window.go_to("Concerns");
    window.see("You have a draft");
    window.is_clean("concerns, with a draft");
    carry_on(&window, FIRST_HALF);
    window.write_into("What was seen, heard or said", SECOND_HALF);
    kept_on_disk(&window);
    window.kill();

    let window = laptop.open_window();
    open_as(&window, &RUTH);
    carry_on(&window, SECOND_HALF);
    window.see("Kasia Wiśniewska-Żółć");
    window.is_clean("record, from a draft");
    window.press("Leave it as a draft");
    window.close();
}

fn carry_on(window: &Window, words: &str) {
    window.go_to("Concerns");
    window.press("Carry on");
    window.arrive_at("Record a concern");
    window.stands("What was seen, heard or said", words);
}

/// A draft is kept after a pause of a second; what the page says of it is waited for.
fn kept_on_disk(window: &Window) {
    std::thread::sleep(std::time::Duration::from_millis(2500));
    window.see("Draft kept safe at");
}
