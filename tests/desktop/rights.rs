//! What each role is offered, and that what is not offered is not to be had either.

use crate::kit::{
    CHAIR, DEV, HEAD, Laptop, PATIENCE, RUTH, Somebody, TECH, Window, Written, open_as, see_locked,
};

const ACCOUNT: &str = "Amara fell asleep in two lessons and had no coat again.";

/// Who sees which places, and whether they may read what is recorded about pupils, ask people to join, and set things.
const OFFERED: &[(&Somebody, &[&str], bool, bool)] = &[
    (&RUTH, &["Concerns", "Pupils", "Vault"], true, true),
    (&DEV, &["Concerns", "Pupils", "Vault"], true, false),
    (&PATIENCE, &["My concerns", "Vault"], false, false),
    (&TECH, &["My concerns", "Vault"], false, true),
];

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn each_role_is_offered_what_it_may_do_and_a_concern_about_the_head_is_not_there_for_the_head() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV, &PATIENCE, &TECH, &HEAD, &CHAIR]);
    laptop.bring_pupils();
    laptop.record(
        &PATIENCE,
        &[Written {
            days_ago: 1,
            at: (10, 41),
            about: "Amara Oyelaran",
            happened: "2 days ago about 20:30",
            learnt: "9:45",
            place: "lesson",
            category: "cpoms-safeguarding",
            account: ACCOUNT,
            said: "",
        }],
    );
    let window = laptop.open_window();

    for (who, places, reads, invites) in OFFERED {
        open_as(&window, who);
        for place in ["Concerns", "My concerns", "Pupils", "Vault"] {
            assert_eq!(
                window.is_a_place(place),
                places.contains(&place),
                "{place} for {}",
                who.name
            );
        }
        window.go_to("Vault");
        window.see("Who can open it");
        assert_eq!(
            window.offers("Ask someone to join"),
            *invites,
            "joining, for {}",
            who.name
        );
        window.is_clean(&format!("vault, of a {}", who.role));
        window.key("Control+k");
        window.write_into("A name, a word, a record number", "asleep");
        if *reads {
            window.see("1 found");
        } else {
            window.see("Nothing found in what you may read.");
        }
        window.key("Escape");
        lock(&window);
    }
    about_the_head(&window);
    window.close();
}

fn about_the_head(window: &Window) {
    // Their first opening makes the rooms that are theirs.
    for who in [&HEAD, &CHAIR] {
        open_as(window, who);
        lock(window);
    }
    open_as(window, &RUTH);
    window.key("Control+n");
    window.press("It is about a member of staff");
    window.tick("About the head");
    window.press("I do not know the name");
    window.see(CHAIR.name);
    window.write_into("It happened", "yesterday about 3:10");
    window.write_into("You learnt of it", "10 min ago");
    window.write_into(
        "What was seen, heard or said",
        "He had the keys to the pool after hours.",
    );
    window.is_clean("record, about the head");
    window.key("Control+Enter");
    window.arrive_at("Signed and passed on");
    window.see("You cannot open it again, and neither can the person it is about.");
    lock(window);

    open_as(window, &HEAD);
    assert!(
        !window.shows("About the head"),
        "the head is shown the room"
    );
    window.key("Control+k");
    window.write_into("A name, a word, a record number", "pool");
    window.see("Nothing found in what you may read.");
    window.key("Escape");
    lock(window);

    open_as(window, &CHAIR);
    window.go_to("Concerns");
    window.see("One concern, one nobody has read.");
    window.see("About the head");
    window.is_clean("concerns, of the chair");
}

fn lock(window: &Window) {
    window.key("Control+l");
    see_locked(window);
}
