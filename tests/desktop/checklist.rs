//! A CEOP report in the real window: from a grooming concern to the answer that is waited for. Two people sign what two must; a
//! colleague goes on with what somebody began.

use crate::kit::{DEV, Laptop, RUTH, Window, Written, open_as, see_today};

const CEOP: &str = "CEOP report: have this ready";
const ILLEGAL: &str = "Illegal online-safety incident or suspected indecent images of a child";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_ceop_report_is_filled_from_the_record_sent_with_its_gaps_and_waited_for_on_the_concern() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    begin_for_amara(&window);
    window.picture("ceop");
    window.is_clean("a CEOP report, begun");
    window.see("Immediate danger: 999 first");
    window.see("answers came from the record");

    // By the keyboard alone: the next gap opens, is answered and kept, and the one after it opens.
    window.press("The suspect");
    window.write_into("Name or names used", "Kai");
    window.key("Control+Enter");
    window.see("Dev Marwaha,");
    window.write_into("Age claimed and age you think", "15, sounds older");
    window.press("What happened");
    window.see("2 of 6");
    window.see("From the first account");
    window.is_clean("a CEOP report, what happened");

    window.press("Copy field by field");
    window.see("1 of 47");
    window.key("Enter");
    window.see("2 of 47");
    window.is_clean("a CEOP report, field by field");
    window.key("Escape");

    window.press("Print for a phone call");
    window.write_into("What it is printed for", "the call to CEOP");
    window.press("Lay out the pages");
    window.see("Page 1 of");
    window.picture("ceop-on-paper");
    window.press("The checklist");

    window.press("I have sent it");
    window.press("Sign that it was sent");
    window.is_refused("Say how it went");
    window.is_clean("a CEOP report, sent, in error");
    window.tick("Online form");
    window.write_into("Their reference", "CE-7741");
    window.press("Sign that it was sent");
    window.see("Sent to CEOP");
    window.see("Reference CE-7741");
    window.see("missing when it went");
    window.picture("ceop-sent");
    window.is_clean("a CEOP report, sent");
    window.press("Open it again");
    window.write_into("Why it is opened again", "The page had timed out.");
    window.press("Sign and open it again");
    window.is_refused("Say whether it went");
    window.tick("It never went. Its referral on the concern is struck too");
    window.press("Sign and open it again");
    window.see("It was said to have gone");
    window.is_clean("a CEOP report, opened again");
    window.press("I have sent it");
    window.tick("By telephone");
    window.write_into("Their reference", "CE-7790");
    window.press("Sign that it was sent");
    window.see("Reference CE-7790");

    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.see("Referred to CEOP");
    window.see("CE-7790");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn illegal_content_is_isolated_by_two_people_and_a_colleague_goes_on_from_there() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Guidance");
    window.press(ILLEGAL);
    window.press("Go through it now");
    for step in [
        "Something seen, found, captured or reported may be illegal",
        "Stop. Do not view, copy, print, store, share or delete",
    ] {
        window.arrive_at(step);
        window.key("Control+Enter");
    }
    window.arrive_at("Is any child in immediate danger, or is a live offence happening now?");
    window.press("No");
    window.arrive_at("Tell the DSL (or a deputy) and the headteacher straight away");
    window.key("Control+Enter");
    window.arrive_at("Isolate the device and account");
    window.see("Two people sign this");
    window.is_clean("a flowchart, two people sign");
    window.press("Done: sign it");
    window.see("Two people sign this. Somebody else");
    window.write_into("Their user name", RUTH.user);
    window.write_into("Their password", RUTH.password);
    window.press("Done: sign it");
    window.arrive_at("Write down facts only");
    window.see("Dev Marwaha and Ruth Calloway");
    window.press("As a drawing");
    window.picture("flowchart-drawn");
    window.is_clean("a flowchart, drawn");
    window.press("As a list");
    window.key("Control+l");
    crate::kit::see_locked(&window);

    open_as(&window, &RUTH);
    see_today(&window);
    window.see("Flowcharts under way");
    window.press(&format!("01 {ILLEGAL}"));
    window.arrive_at("Write down facts only");
    window.key("Control+Enter");
    window.arrive_at("Report to the police: 101, or 999 if urgent");
    window.see("Ruth Calloway,");
    window.close();
}

fn begin_for_amara(window: &Window) {
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.press("Begin a checklist");
    window.press(CEOP);
    window.press("Begin it for Amara");
    window.arrive_at(CEOP);
}

const CONCERN: &[Written<'_>] = &[Written {
    days_ago: 1,
    at: (7, 41),
    about: "Amara Oyelaran",
    happened: "7:00",
    learnt: "7:15",
    place: "online-out",
    category: "cpoms-safeguarding",
    account: "Jay said Amara was upset about someone from a game who asks where she lives.",
    said: "He says he is 15.",
}];
