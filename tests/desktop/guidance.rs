//! Going through a flowchart in the real window, from a concern's page and from the guidance.

use crate::kit::{DEV, Laptop, RUTH, Written, open_as, see_today};

const FLOW: &str = "Online grooming, sexual exploitation, extortion or inappropriate contact";

const LISTEN: &str = "Listen; it is not the child's fault";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_lead_goes_through_a_flowchart_for_a_concern_and_every_step_stands_on_its_page() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Guidance");
    window.see("26 flowcharts");
    window.picture("guidance");
    window.is_clean("guidance, full");
    window.write_into("Words of what happened", "sextortion");
    window.see("2 flowcharts");
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.press("Go through a flowchart");
    window.press(FLOW);
    window.arrive_at(FLOW);
    window.see("Do not warn the suspect");
    window.picture("flowchart");
    window.is_clean("a flowchart, to read");
    window.press("Go through it for Amara");
    window.arrive_at("Contact suspected");
    window.is_clean("a flowchart, begun");
    window.key("Control+Enter");
    window.arrive_at(
        "Immediate danger: meeting arranged or under way, threat to life, child missing?",
    );
    window.see("step 2 of");
    window.is_clean("a flowchart, a decision");
    window.press("No");
    window.arrive_at("Report to and talk through with the DSL; contact parents");
    window.press("Not done, with a reason");
    window.press("Sign that it is not done");
    window.is_refused("Say why this is not done");
    window.is_clean("a flowchart, in error");
    window.write_into(
        "Why this is not done",
        "The lead is on leave; I am the deputy.",
    );
    window.press("Sign that it is not done");
    window.arrive_at(LISTEN);
    window.see("Not done. The lead is on leave; I am the deputy.");
    window.picture("flowchart-walked");

    window.go_to("Today");
    see_today(&window);
    window.see("Flowcharts under way");
    window.is_clean("today, a flowchart under way");
    window.press(&format!("06 {FLOW}"));
    window.arrive_at(LISTEN);
    window.press("End it here");
    window.write_into("Why it ends here", "The police lead from here.");
    window.press("Sign the end");
    window.arrive_at("Ended early");
    window.is_clean("a flowchart, ended");
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.see("The police lead from here.");
    window.close();
}

const CONCERN: &[Written<'_>] = &[Written {
    days_ago: 1,
    at: (7, 41),
    about: "Amara Oyelaran",
    happened: "7:00",
    learnt: "7:15",
    place: "online-out",
    category: "cpoms-safeguarding",
    account: "Jay said Amara was upset about someone from a game.",
    said: "",
}];

const NUDES: &str = "Sharing of nudes and semi-nudes by under-18s";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_school_makes_a_flowchart_its_own_and_a_way_that_leads_nowhere_is_refused_by_name() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Guidance");
    window.press(NUDES);
    window.press("Make it the school’s own");
    window.arrive_at(&format!("Change: {NUDES}"));
    window.picture("own-flowchart");
    window.is_clean("a flowchart, being changed");
    window.press("Step 3, a question Is any adult involved");
    window.press("Take this step out: Is any adult involved, or suspected?");
    window.see("is taken out");
    window.write_into("Why it is changed", "We ring the trust first.");
    window.press("Keep it as the school’s own");
    window.see("“Is any adult involved, or suspected?” was taken out");
    window.is_clean("a flowchart, being changed, in error");
    window.press("Put it back");
    window.write_into(
        "What it is for",
        "Decide quickly whether the police or social care must know. Ring the trust’s lead as well.",
    );
    window.press("Keep it as the school’s own");
    window.see("Kept as the school’s own");
    window.see("Version 2");
    window.press("Compare with Strongroom’s");
    window.see("Ring the trust");
    window.is_clean("a flowchart, compared with ours");
    window.go_to("Guidance");
    window.press(NUDES);
    window.see("The school’s own: Ruth Calloway");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_school_makes_a_table_its_own_and_a_lock_takes_nothing_of_what_is_typed() {
    const TABLE: &str = "Pupil actions and sanctions";
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Guidance");
    window.press(TABLE);
    window.press("Make it the school’s own");
    window.arrive_at(&format!("Change: {TABLE}"));
    window.press("Line 5, two things ticked");
    window.write_into("What it is about", "Shares a password");
    window.picture("own-table");
    window.is_clean("a table, being changed");
    window.key("Control+l");
    crate::kit::see_locked(&window);

    open_as(&window, &RUTH);
    window.go_to("Guidance");
    window.press(TABLE);
    window.see("You changed this and have not kept it yet.");
    window.press("Go on changing it");
    window.see("Here it is as you left it.");
    window.write_into("Why it is changed", "Our policy of 2026 says so.");
    window.press("Keep it as the school’s own");
    window.see("Kept as the school’s own");
    window.go_to("Guidance");
    window.press(TABLE);
    window.see("The school’s own: Ruth Calloway");
    window.see("Shares a password");
    window.go_to("Registers");
    window.see("Add a register of your own");
    window.is_clean("the list of registers");
    window.picture("registers");
    window.press("Platform and provider reports");
    window.arrive_at("Platform and provider reports");
    window.see("Removed; Refused; No reply; Account closed");
    window.is_clean("a register, to read");
    window.press("Write a line");
    window.arrive_at("A line in “Platform and provider reports”");
    window.is_clean("a line of a register, empty");
    window.write_into("Platform", "Blockhaven");
    window.write_into("Reported at", "sometime");
    window.press("Sign it");
    window.is_refused("We could not read this day and time");
    window.is_clean("a line of a register, in error");
    window.picture("register-line");
    window.write_into("Reported at", "today 7:50");
    window.choose("Answer", "Removed");
    window.press("Sign it");
    window.arrive_at("Platform and provider reports");
    window.see("The line is signed.");
    window.see("Blockhaven");
    window.picture("register");
    window.is_clean("a register, with a line");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_flowchart_begun_before_anything_was_recorded_is_put_to_its_concern() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Guidance");
    window.press(FLOW);
    window.press("Go through it now");
    window.key("Control+Enter");
    window.see("Not about a concern yet");
    let first = window.wait("a concern to choose", || {
        let first = window.ask(
            "return squash(find('list', 'The concern it is about')[0]?.options[1]?.text ?? '');",
            Vec::new(),
        );
        first
            .as_str()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    });
    assert!(first.starts_with("Amara Oyelaran, "), "{first}");
    window.choose("The concern it is about", &first);
    window.picture("put-to-concern");
    window.is_clean("a flowchart, put to a concern");
    window.press("Put it to this concern");
    window.press("Amara Oyelaran");
    window.see("put to this concern");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn what_was_done_about_a_behaviour_stands_on_the_concern_and_a_departure_says_why() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.press("What the school does about");
    window.press("Pupil actions and sanctions");
    window.press("Uses a proxy or other way round the filter");
    window.see("as printed");
    window.picture("response");
    window.is_clean("a table, a behaviour");
    window.tick("Warning");
    window.press("Sign what was done");
    window.is_refused("It is not what the table says. Say why");
    window.write_into(
        "It is not what the table says. Say why",
        "Her mother is not to be told yet.",
    );
    window.press("Sign what was done");
    window.see("response to a behaviour: Uses a proxy");
    window.see("Her mother is not to be told yet.");
    window.go_to("Guidance");
    window.press("Whom to reach");
    window.see("0344 381 4772");
    window.is_clean("whom to reach");
    window.go_to("Guidance");
    window.press("What changed since 2023");
    window.see("Keeping children safe in education");
    window.is_clean("what changed");
    window.close();
}
