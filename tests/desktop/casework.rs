//! From a concern that was read to one that is closed, with everything between, in the real window.

use crate::kit::{DEV, Laptop, RUTH, Window, Written, open_as, see_today};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_deputy_works_a_concern_from_the_first_call_to_its_end_and_all_of_it_is_on_its_page() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Concerns");
    window.press("Amara Oyelaran");
    window.see("Nothing is written down to do.");
    window.is_clean("concern, nothing done yet");

    a_call(&window);
    something_to_do(&window);
    a_decision(&window);
    a_referral(&window);
    a_mark(&window);
    window.picture("casework");
    window.is_clean("concern, being worked on");

    window.go_to("Today");
    see_today(&window);
    window.see("Ring Nan");
    window.see("Fenmarsh MASH to answer");
    window.is_clean("today, with clocks");
    window.press("Fenmarsh MASH to answer");
    window.see("Since then");

    its_end(&window);
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_lead_looks_at_three_entries_together_and_sets_them_aside_with_a_reason() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, THREE);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    see_today(&window);
    window.see("Worth a look together");
    window.see("Third entry about Amara Oyelaran in 8 days, none judged yet");
    window.picture("together-today");
    window.is_clean("today, worth a look together");
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.see("Third entry about Amara Oyelaran in 8 days");
    window.is_clean("pupil, worth a look together");
    window.go_to("Concerns");
    // Three concerns are called alike: the newest is opened.
    window.wait("the newest concern", || {
        let script = "const row = document.querySelector('main a[id^=row-]'); row?.click(); return row !== null;";
        (window.ask(script, vec![]) == serde_json::json!(true)).then_some(())
    });
    window.see("Third entry about Amara Oyelaran in 8 days");
    window.picture("together");
    window.press("Set aside: Third entry about Amara Oyelaran in 8 days");
    window.press("Sign and set aside");
    window.see("Say why, in a sentence");
    window.is_clean("concern, setting aside");
    window.write_into(
        "Why can it be set aside?",
        "The nurse saw her; one long cold.",
    );
    window.press("Sign and set aside");
    window.see_no_more("Worth a look together");
    window.go_to("Today");
    see_today(&window);
    window.see_no_more("Worth a look together");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn term_dates_are_pasted_said_back_put_right_and_signed() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    window.go_to("Vault");
    window.press("Settings of the school");
    window.press("Term dates");
    window.arrive_at("Term dates");
    window.see("No term dates yet.");
    window.is_clean("term dates, empty");
    two_lines(&window, "half term");
    window.see("Tue 5 Jan 2027 to Fri 12 Feb 2027: 29 school days");
    window.press("Sign these dates");
    window.see("Line 2: We could not read this line.");
    window.is_clean("term dates, in error");
    two_lines(&window, "inset 4 Jan 2027");
    window.see("Mon 4 Jan 2027: inset day, pupils are not in");
    window.picture("term-dates");
    window.press("Sign these dates");
    window.see("School days are counted by these dates from now on.");
    window.close();
}

const DATES: &str = "Dates, one line each";

/// A line of dates and another beneath it, as somebody types them.
fn two_lines(window: &Window, second: &str) {
    window.write_into(DATES, "5 Jan 2027 to 12 Feb 2027");
    window.key("Enter");
    window.type_text(second);
}

fn a_call(window: &Window) {
    window.key("Control+e");
    window.arrive_at("Add to Amara Oyelaran, 8T: Safeguarding");
    window.picture("add");
    window.is_clean("add, empty");
    window.key("Control+Enter");
    window.is_refused("Say in a few words what was done");
    window.is_clean("add, in error");
    window.write_into("What was done, in a few words", "Rang Mum (Folake)");
    window.write_into("What came of it", "She will come at three.");
    window.press("Leave it as a draft");
    window.see("Nothing is written down to do.");
    window.go_to("Today");
    see_today(window);
    window.see("something that was done");
    window.press("Carry on");
    window.arrive_at("Add to Amara Oyelaran, 8T: Safeguarding");
    window.see("Draft kept safe");
    window.key("Control+Enter");
    window.see("Signed: something that was done.");
    window.see("Since then");
    window.see("Rang Mum (Folake)");
}

fn something_to_do(window: &Window) {
    window.press("Add something to do");
    window.write_into("What is to be done", "Ring Nan");
    window.choose("By when", "10 working days: First core group");
    window.see("Check with your safeguarding partnership.");
    window.picture("by-when");
    window.is_clean("add, by a rule");
    window.choose("By when", "In five school days");
    window.see("working days were counted instead");
    window.choose("By when", "In 24 hours");
    window.press("Sign it");
    window.see("To do: Ring Nan");
}

fn a_decision(window: &Window) {
    window.press("Add a decision");
    window.choose("What was decided", "Referral to children's social care");
    window.press("Sign it");
    window.is_refused("Say why, in a sentence.");
    window.write_into("Why", "A meeting is named for Saturday and she is twelve.");
    window.write_into("Who agreed", "the head");
    window.press("Sign it");
    window.see("Agreed by the head");
}

fn a_referral(window: &Window) {
    window.press("Add a referral");
    window.choose("To whom", "Children's social care / MASH");
    window.write_into("Which team", "Fenmarsh MASH");
    window.write_into("Their reference", "FM-77120");
    window.choose("They should answer", "In 24 hours");
    window.press("Sign it");
    window.see("Referred to Fenmarsh MASH");
    window.see("ref FM-77120");
}

fn a_mark(window: &Window) {
    window.press("I take this");
    // The page moves when the line comes: nobody aims before.
    window.see("Now read with Dev Marwaha");
    window.press("Mark as significant: Referred to Fenmarsh MASH");
    window.arrive_at("The mark “significant”");
    window.is_clean("a mark, asked");
    window.press("Sign it");
    window.is_refused("Say why, in a sentence");
    window.write_into(
        "Why it must not be overlooked",
        "The first referral for her.",
    );
    window.press("Sign it");
    window.see("Significant.");
    window.picture("significant");
    window.is_clean("concern, with a mark");
}

fn its_end(window: &Window) {
    window.press("They answered: Fenmarsh MASH");
    window.write_into("What they decided", "Early help, says T. Hale.");
    window.press("Sign it");
    window.is_refused("Say whether the school agrees");
    window.tick("Yes");
    window.press("Sign it");
    window.see("Early help, says T. Hale.");
    window.press("Done: Ring Nan");
    window.write_into("What came of it", "She knew.");
    window.press("Sign it");
    window.see("Nothing is written down to do.");

    window.press("Change where it stands");
    window.choose("Status", "Active");
    window.choose("Severity", "High");
    window.press("Sign it");
    window.see("Now active");
    window.press("Change where it stands");
    window.choose("Status", "Closed");
    window.is_clean("where it stands, closing");
    window.press("Sign it");
    window.is_refused("Say what came of it");
    window.write_into("What came of it", "Support at home is in place.");
    window.write_into("What was learnt", "Ask about weekends earlier.");
    window.choose("Were parents told?", "Yes");
    window.write_into("Why", "Read with the head.");
    window.press("Sign it");
    window.see("Now closed");
    window.see("Support at home is in place.");
    window.is_clean("concern, closed");
}

const CONCERN: &[Written<'_>] = &[CONCERN_OF_AMARA];

const CONCERN_OF_AMARA: Written<'_> = Written {
    days_ago: 1,
    at: (10, 41),
    about: "Amara Oyelaran",
    happened: "9:30",
    learnt: "9:45",
    place: "online-out",
    category: "cpoms-safeguarding",
    account: "Jay came to the library desk and said Amara was upset about someone from a game.",
    said: "He said he’d pick me up by the cinema on Saturday and not to tell my mum.",
};

/// On three weekdays, so that they have nothing but the child in common.
const THREE: &[Written<'_>] = &[
    Written {
        days_ago: 8,
        at: (10, 41),
        happened: "9:30",
        learnt: "9:45",
        account: "She came without a coat and said she was cold.",
        said: "",
        ..CONCERN_OF_AMARA
    },
    Written {
        days_ago: 4,
        at: (13, 5),
        happened: "12:30",
        learnt: "12:45",
        account: "She fell asleep in the lunch queue.",
        said: "",
        ..CONCERN_OF_AMARA
    },
    Written {
        days_ago: 1,
        at: (10, 41),
        happened: "9:30",
        learnt: "9:45",
        account: "She asked for a second breakfast.",
        said: "",
        ..CONCERN_OF_AMARA
    },
];
