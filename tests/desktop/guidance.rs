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
    window.see("1 flowchart");
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.press("Go through a flowchart");
    window.press(FLOW);
    window.arrive_at(FLOW);
    window.see("Do not warn the suspect");
    window.picture("flowchart");
    window.is_clean("a flowchart, to read");
    window.press("Go through it for MV-");
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
    window.see("Say why this is not done");
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
