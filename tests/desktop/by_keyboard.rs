//! Without a mouse.

use crate::kit::{DEV, Laptop, RUTH, Window, Written, open_as, see_locked, see_today};

const ACCOUNT: &str = "Jay had a bruise above the left wrist, about the size of a penny.";
const SAID: &str = "I walked into the gate.";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_concern_is_recorded_with_the_keyboard_alone_and_the_keyboard_is_always_in_sight() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let window = laptop.open_window();

    // The door: the keyboard is there from the start.
    window.keyboard_at("Your user name");
    window.type_text(RUTH.user);
    window.tab_to("Password");
    window.type_text(RUTH.password);
    window.key("Enter");
    see_today(&window);

    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.keyboard_at("A pupil or an adult");
    window.type_text("jayd");
    window.see("Jay Fairbrother");
    window.key("Enter");
    window.keyboard_at("Another pupil or adult");
    window.see("Jay Fairbrother 8T");

    // Whoever it is about can be taken out and brought back.
    window.tab_back_to("Take out Jay Fairbrother");
    window.key("Delete");
    window.keyboard_at("A pupil or an adult");
    window.key("Control+z");
    window.see("Jay Fairbrother 8T");

    window.tab_to("It happened");
    window.type_text("yesterday about 15:10");
    window.see("15:10");
    // The caret stands after the minutes, so Up makes it one minute later.
    window.key("Up");
    window.wait("15:11 in the field", || {
        window
            .stands_in("It happened")
            .contains("15:11")
            .then_some(())
    });
    window.tab_to("You learnt of it");
    window.type_text("10 min ago");
    window.tab_to("Where");
    window.type_text("In");
    window.wait("Lesson to be chosen", || {
        (window.focus().value == "lesson").then_some(())
    });
    window.tab_to("What was seen, heard or said");
    window.type_text(ACCOUNT);

    // 999 and back to the same letter.
    for _ in 0..6 {
        window.key("Left");
    }
    window.key("Control+9");
    window.see("Ring now. Write later.");
    window.tab_to("We have rung");
    window.picture("danger");
    window.is_clean("immediate danger, open");
    window.key("Escape");
    window.keyboard_at("What was seen, heard or said");
    let caret = window.ask("return document.activeElement.selectionStart;", vec![]);
    assert_eq!(caret.as_u64(), Some(ACCOUNT.chars().count() as u64 - 6));

    // Nothing to be seen, and back.
    window.key("Control+b");
    window.see("Blanked at");
    assert!(
        !window.shows("Jay") && !window.shows("wrist"),
        "a blank window shows words"
    );
    window.picture("blank");
    window.is_clean("blank");
    window.key("Control+b");
    window.keyboard_at("What was seen, heard or said");

    window.tab_to("The child’s exact words");
    window.type_text(SAID);
    window.tab_to("Immediate action");
    window.key("Enter");
    window.tab_to("What you did");
    window.type_text("Told the nurse.");
    window.tab_to("Category");
    window.key("Space");
    window.tab_to("Find a category");
    window.type_text("Bullying");
    window.tab_to("Bullying");
    window.key("Space");

    window.key("Control+Enter");
    window.see("Signed at");
    window.see("Bullying");
    window.see(SAID);
    window.is_clean("concern, just signed");

    // Anything is found from anywhere.
    window.key("Control+k");
    window.keyboard_at("A name, a word, a record number");
    window.type_text("penny");
    window.see("1 found");
    window.key("Enter");
    window.see(ACCOUNT);
    window.key("Control+/");
    window.key("Escape");

    window.key("Control+l");
    see_locked(&window);
    window.keyboard_at("Your user name");
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn flow_04_is_walked_to_its_end_and_a_ceop_report_is_filled_with_the_keyboard_alone() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERN);
    let window = laptop.open_window();
    open_as(&window, &DEV);
    find_amara(&window);
    window.tab_to("Go through a flowchart");
    window.key("Enter");
    window.arrive_at("Guidance");
    window.tab_to("Words of what happened");
    window.type_text("nude");
    window.tab_to("Sharing of nudes");
    window.key("Enter");
    window.arrive_at("Sharing of nudes and semi-nudes by under-18s");
    window.tab_to("Go through it for Amara");
    window.key("Enter");
    walk_to_the_end(&window);

    find_amara(&window);
    window.tab_to("Begin a checklist");
    window.key("Enter");
    window.tab_to("CEOP report");
    window.key("Enter");
    window.tab_to("Begin it for Amara");
    window.key("Enter");
    window.arrive_at("CEOP report: have this ready");
    fill_what_is_missing(&window);
    window.close();
}

/// From wherever one is to the page of the concern.
fn find_amara(window: &Window) {
    window.key("Control+k");
    window.keyboard_at("A name, a word, a record number");
    window.type_text("where she lives");
    window.see("Concerns Amara Oyelaran");
    window.key("Enter");
    window.arrive_at("Amara Oyelaran, 8T: Safeguarding");
}

fn walk_to_the_end(window: &Window) {
    let begun = window.keys_pressed();
    for (step, answer, note) in [
        ("Incident comes to light", "", ""),
        ("Do not look. Pass to the DSL at once", "", ""),
        ("Is any adult involved, or suspected?", "No", ""),
        ("Initial review meeting", "", ""),
        ("Criterion 1", "No", ""),
        ("Criterion 2", "Yes", ""),
        (
            "Refer immediately to police",
            "",
            "Police 101, log 0431, PC Ade; Fenmarsh MASH 77120.",
        ),
        ("Record the police outcome", "", ""),
        ("Take-down", "", "Report Remove offered and done with her."),
        ("Tell parents", "", "Her mother told at 16:10."),
        ("Support victim", "", "Ms Bell sees her daily."),
        ("Record decisions", "", ""),
        ("Closed after follow-up date", "", ""),
    ] {
        window.wait(step, || {
            let script = "const h = document.querySelector('h1'); return h === document.activeElement && h.textContent.trim().startsWith(arguments[0]);";
            (window.ask(script, vec![step.into()]) == true).then_some(())
        });
        if !answer.is_empty() {
            window.tab_to(answer);
            window.key("Enter");
            continue;
        }
        if !note.is_empty() {
            while window.focus().tag != "textarea" {
                window.key("Tab");
            }
            window.type_text(note);
        }
        window.key("Control+Enter");
    }
    window.arrive_at("Gone through to its end");
    said(&format!("flow 04: {} keys", window.keys_pressed() - begun));
}

/// Every needed answer: the next gap opens by itself once the one before it is signed.
fn fill_what_is_missing(window: &Window) {
    let begun = window.keys_pressed();
    window.see("answers came from the record");
    window.key("n");
    window.key("Enter");
    let mut filled = Vec::new();
    while !window.shows("Everything that is needed is here.") {
        let asked = window.wait("the next question", || {
            let script = "const at = document.activeElement; const line = at?.closest('li[id^=item-]'); return line !== null && at !== line && at.matches('input, textarea, select') ? squash(wordsIn(line.querySelector('h3'))) : '';";
            let asked = window.ask(script, vec![]);
            let asked = asked.as_str().unwrap_or_default().to_owned();
            (!asked.is_empty() && filled.last() != Some(&asked)).then_some(asked)
        });
        let kind = window.ask("return document.activeElement.type;", vec![]);
        match kind.as_str() {
            Some("radio" | "checkbox") => window.key("Space"),
            _ if asked.contains("email") => window.type_text("office@marlowe.example"),
            _ if asked.contains("address") => window.type_text("https://blockhaven.example/kai15"),
            _ => window.type_text("Not known yet; asked of her mother."),
        }
        window.key("Control+Enter");
        filled.push(asked);
        assert!(filled.len() < 60, "it never ends: {filled:?}");
    }
    said(&format!(
        "CEOP: {} answers, {} keys",
        filled.len(),
        window.keys_pressed() - begun
    ));
}

/// For whoever wants to know how long it takes: somebody types three or four keys a second.
fn said(figure: &str) {
    eprintln!("{figure}");
}

const CONCERN: &[Written<'_>] = &[Written {
    days_ago: 1,
    at: (7, 41),
    about: "Amara Oyelaran",
    happened: "7:00",
    learnt: "7:15",
    place: "online-out",
    category: "cpoms-safeguarding",
    account: "Jay said Amara was asked for a picture by someone from a game who asks where she lives.",
    said: "He says he is 15.",
}];
