//! Two accounts on one laptop, and a third by code: each with a password of their own, and none sees more than they may.

use crate::kit::{DEV, Laptop, PATIENCE, RUTH, Window, open_as, see_locked, see_today};

const ACCOUNT: &str = "Amara fell asleep in two lessons and had no coat again.";
const SAID: &str = "Mum’s not been back since Friday.";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn the_lead_adds_a_deputy_and_a_teacher_and_what_the_teacher_reports_waits_unread_for_the_deputy() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    add_the_deputy(&window);
    let code = invite_the_teacher(&window);
    lock(&window);

    join(&window, &code);
    report(&window);
    sees_no_list(&window);
    lock(&window);

    somebody_elses_password_opens_nothing(&window);
    the_deputy_finds_it_unread(&window);
    lock(&window);
    the_lead_sees_that_it_was_read(&window);
    lock(&window);
    the_teacher_sees_it_too(&window);
    window.close();
}

fn lock(window: &Window) {
    window.key("Control+l");
    see_locked(window);
}

fn add_the_deputy(window: &Window) {
    window.go_to("Vault");
    window.see("Who can open it");
    window.is_clean("vault");
    window.press("Ask someone to join");
    window.arrive_at("Ask someone to join");
    window.is_clean("invitation, empty");
    window.press("Make the account");
    window.see("Write their name");
    window.is_clean("invitation, in error");

    window.write_into("Their name", DEV.name);
    window.write_into("User name they will type", DEV.user);
    window.choose("Role", "Deputy safeguarding lead");
    window.tick("They sit here now and choose a password");
    window.press("I will choose my own");
    window.write_into("Their password", DEV.password);
    window.is_clean("invitation, full");
    window.press("Make the account");
    window.arrive_at("Dev Marwaha can join");
    window.see("This kit is Dev Marwaha’s, not yours.");
    window.is_clean("invitation, kit of somebody else");
}

fn invite_the_teacher(window: &Window) -> String {
    window.press("Ask another");
    window.write_into("Their name", PATIENCE.name);
    window.write_into("User name they will type", PATIENCE.user);
    window.choose("Role", "Teacher");
    window.tick("I give them a code to use here later");
    window.press("Make the account");
    window.arrive_at("Patience Osei can join");
    window.picture("invitation");
    window.is_clean("invitation, code");
    let code = window.ask(
        "return document.querySelector('section[aria-labelledby=code] .code').textContent;",
        vec![],
    );
    let code = code.as_str().unwrap().trim().to_owned();
    assert!(
        code.len() >= 12,
        "a code of {} letters can be guessed",
        code.len()
    );

    window.press("Back to Vault");
    window.see("invited, not here yet");
    window.picture("vault");
    window.is_clean("vault, with three people");
    code
}

fn join(window: &Window, code: &str) {
    window.press("I was given an invitation");
    window.arrive_at("Join with an invitation");
    window.picture("join");
    window.is_clean("join, empty");
    window.press("Join");
    window.see("Type your user name");
    window.is_clean("join, in error");
    window.write_into("Your user name", PATIENCE.user);
    window.write_into("Invitation code", "bird lamp river stone");
    window.press("I will choose my own");
    window.write_into("Choose a password", PATIENCE.password);
    window.press("Join");
    window.see("What happened");
    window.is_clean("join, with a wrong code");

    window.write_into("Invitation code", code);
    window.press("Join");
    window.arrive_at("Your recovery kit");
    window.press("Later");
    see_today(window);
    window.see("You have not recorded anything yet.");
    window.is_clean("today, of a teacher");
    window.go_to("My concerns");
    window.is_clean("my concerns, empty");
}

fn report(window: &Window) {
    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.see("Dev Marwaha");
    window.write_into("A pupil or an adult: type a name", "Amara Oyelaran");
    window.press("“Amara Oyelaran”, a child");
    window.write_into("It happened", "yesterday about 3:10");
    window.write_into("You learnt of it", "10 min ago");
    window.write_into("What was seen, heard or said", ACCOUNT);
    window.write_into("The child’s exact words", SAID);
    window.is_clean("record, by a teacher");
    window.key("Control+Enter");
    window.arrive_at("Signed and passed on");
    window.see("You keep a copy of what you wrote under My concerns.");
    window.picture("receipt");
    window.is_clean("receipt");
    window.press("Back to the first page");
    see_today(window);
    window.go_to("My concerns");
}

fn sees_no_list(window: &Window) {
    window.arrive_at("My concerns");
    window.see("Passed on");
    window.is_clean("my concerns, full");
    window.write_into("Words, names or a number", "nobody wrote this");
    window.see("Nothing fits these words and days.");
    window.write_into("Words, names or a number", "amar asle");
    window.see("Passed on");
    for place in ["Concerns", "Pupils"] {
        assert!(!window.offers(place), "a teacher is offered {place}");
    }
    assert!(!window.shows(ACCOUNT) && !window.shows(SAID));
    window.key("Control+k");
    window.write_into("A name, a word, a record number", "asleep");
    window.see("Nothing found in what you may read.");
    window.is_clean("find, empty");
    window.key("Escape");
}

fn somebody_elses_password_opens_nothing(window: &Window) {
    window.write_into("Your user name", DEV.user);
    window.write_into("Password", PATIENCE.password);
    window.press("Open");
    window.see("That did not open it.");
}

fn the_deputy_finds_it_unread(window: &Window) {
    open_as(window, &DEV);
    window.go_to("Concerns");
    window.see("Nobody has read these yet");
    window.see("One concern, one nobody has read.");
    window.see("From Patience Osei");
    window.is_clean("concerns, one unread");
    window.press("Amara Oyelaran");
    window.see(ACCOUNT);
    window.see(SAID);
    window.see("Signed P");
    window.see("Who is this?");
    window.picture("who-is-this");
    window.is_clean("concern, by a teacher");
    window.press("Amara Oyelaran, 8T");
    window.see("Corrected");
    window.see_no_more("Who is this?");
    window.is_clean("concern, in the file of whoever it is about");
}

fn the_lead_sees_that_it_was_read(window: &Window) {
    open_as(window, &RUTH);
    window.go_to("Concerns");
    window.see("One concern, each read by someone.");
    window.press("Amara Oyelaran");
    window.see("Read by");
    window.see("Dev Marwaha");
}

fn the_teacher_sees_it_too(window: &Window) {
    open_as(window, &PATIENCE);
    window.go_to("My concerns");
    window.see("It has been read, ");
    window.picture("my-concerns");
    window.press("Amara Oyelaran");
    window.see("It has been read");
    window.see("Dev Marwaha");
    window.is_clean("own copy, read by a lead");
}
