//! From an empty laptop to a concern recorded, found again and corrected.

use std::fs;
use std::path::Path;

use crate::kit::{Laptop, PUPIL_LIST, RUTH, SCHOOL, Window, open_as, see_locked, see_today};

const ACCOUNT: &str = "Before lesson 2 Jayden came to the library desk and said Amara was upset about someone from a game. I sat with Amara in the corner by the window. She was shaking and kept turning her phone over. I asked what was wrong and nothing else.";
const CORRECTED: &str = "Before lesson 2 Jayden came to the library desk and said Amara was upset about someone from a game. I sat with Amara in the corner by the window. She was shaking and kept turning her phone over. I asked “What happened?” and nothing else.";
const SAID: &str = "He said he’d pick me up by the cinema on Saturday and not to tell my mum.";

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_lead_goes_from_an_empty_laptop_to_a_concern_found_again_and_corrected() {
    let laptop = Laptop::new();
    let note = laptop.disk().join("home/handwritten note.txt");
    fs::write(&note, "The handwritten note, typed over.\n").unwrap();
    let window = laptop.open_window();

    make_the_vault(&window);
    try_the_kit(&window);
    bring_in_the_list(&window);
    record(&window, &note);
    lock_and_unlock(&window);
    find_it_again(&window);
    correct_it(&window);
    window.close();

    let kept = laptop.concerns_of(&RUTH);
    let [concern] = kept.as_slice() else {
        panic!("one concern was recorded, {} are kept", kept.len());
    };
    let accounts: Vec<_> = concern
        .view
        .versions
        .iter()
        .map(|version| version.form.description.as_str())
        .collect();
    assert_eq!(accounts, [ACCOUNT, CORRECTED]);
    assert_eq!(concern.view.versions[1].form.childs_words, SAID);
    assert_eq!(concern.files, [fs::read(&note).unwrap()]);
}

fn make_the_vault(window: &Window) {
    window.arrive_at("Make the strongroom for your school");
    window.is_clean("first run, empty");
    window.press("Make it");
    window.is_refused("4 things before it can be made");
    window.is_clean("first run, in error");

    window.write_into("Name of the school or federation", SCHOOL);
    window.write_into("Letters for record numbers", "mv");
    window.write_into(
        "Address, as you would say it to 999",
        "Weir Lane, Marlowe Vale MV4 2QT",
    );
    window.write_into("Telephone of the office", "01632 960144");
    window.write_into("Your name", RUTH.name);
    window.write_into("Your user name", RUTH.user);
    window.picture("first-run");
    window.press("I will choose my own");
    window.write_into("Your password", RUTH.password);
    window.is_clean("first run, full");
    window.press("Make it");
    window.arrive_at("Your recovery kit");
    window.picture("recovery-kit");
    window.is_clean("recovery kit");
}

fn try_the_kit(window: &Window) {
    let script =
        "return [...document.querySelectorAll('main ol li b')].map((word) => word.textContent);";
    let words: Vec<String> = serde_json::from_value(window.ask(script, vec![])).unwrap();
    assert_eq!(words.len(), 12, "the kit shows {words:?}");

    window.press("I have them on paper");
    window.arrive_at("Try your recovery words");
    window.picture("rehearsal");
    window.press("Try them");
    window.see("Twelve words are needed; there are 0");
    window.is_clean("rehearsal, in error");
    window.write_into("Your twelve words", &words.join(" "));
    window.press("Try them");
    window.see("They work. You are not asked again.");
    window.is_clean("rehearsal, done");
}

fn bring_in_the_list(window: &Window) {
    window.go_to("Pupils");
    window.see("Nobody is on the list yet");
    window.is_clean("pupils, empty");
    window.go_to("Concerns");
    window.see("Nobody has recorded anything yet.");
    window.picture("concerns-empty");
    window.is_clean("concerns, empty");
    window.go_to("Today");
    window.see("Nobody has recorded anything yet.");
    window.picture("today-first-day");
    window.is_clean("today, first day");
    window.press("Choose the file");
    window.arrive_at("Bring in a pupil list");
    window.is_clean("bring in a list, empty");
    window.hand_over(Path::new(PUPIL_LIST));
    window.see("9 rows read");
    window.see("Read as UTF-8");
    window.choose("What “SEN Status” is", "Leave it out");
    window.is_offered("Take in 9");
    window.picture("pupil-list-matching");
    window.is_clean("bring in a list, full");
    window.press("Take in 9");
    window.see("9 new, 0 changed, 0 the same.");
    window.is_clean("bring in a list, done");
    window.press("See the pupils");
    window.arrive_at("Pupils");
    window.see("Katarzyna Wiśniewska-Żółć");
    window.picture("pupils");
    window.is_clean("pupils, full");
    window.write_into("A name, a class or a UPN", "farebrother");
    window.see("sounds like");
    window.see_no_more("Noa");
    window.is_clean("pupils, searched");
}

fn record(window: &Window, note: &Path) {
    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.is_clean("record, empty");
    window.press("Sign and pass on");
    window.is_refused("Say who this is about");
    window.picture("record-error");
    window.is_clean("record, in error");

    window.write_into("A pupil or an adult: type a name", "ama");
    window.press("Amara Oyelaran");
    window.choose("What part Amara Oyelaran had", "May have been harmed");
    window.write_into("Another pupil or adult: type a name", "jayd");
    window.press("Jay Fairbrother");
    window.choose("What part Jay Fairbrother had", "Told someone");
    window.write_into("It happened", "yesterday about 3:10");
    window.write_into("You learnt of it", "10 min ago");
    window.choose("Where", "Online, out of school");
    window.write_into("What was seen, heard or said", ACCOUNT);
    window.write_into("The child’s exact words", SAID);
    window.tick("No, none of it");
    window.write_into("Where it came from", "The library desk");
    window.hand_over(note);
    window.see("handwritten note.txt");
    window.press("Category, questions asked");
    window.tick("Safeguarding");
    window.is_clean("record, full, with a file");
    window.press("Sign and pass on");
    window.see("Signed at");
    window.see("MV-");
    window.see("handwritten note.txt");
    window.is_clean("concern, just signed");
}

fn lock_and_unlock(window: &Window) {
    window.key("Control+l");
    see_locked(window);
    assert!(!window.shows("Amara"), "a locked window shows a name");
    window.picture("unlock");
    window.is_clean("unlock, after a lock");
    open_as(window, &RUTH);
    see_today(window);
    window.is_clean("today, one concern");
    window.go_to("Concerns");
    window.see("Amara Oyelaran");
    window.is_clean("concerns, one");
}

fn find_it_again(window: &Window) {
    window.key("Control+k");
    window.write_into("A name, a word, a record number", "cinema");
    window.is_offered("Amara Oyelaran");
    window.is_clean("find, one");
    window.key("Enter");
    window.see(SAID);
    window.see("handwritten note.txt");
}

fn correct_it(window: &Window) {
    window.press("Correct it");
    window.arrive_at("Correct this record");
    window.is_clean("correction, empty");
    window.press("Sign the correction");
    window.is_refused("Say why you correct it");
    window.is_clean("correction, in error");
    window.write_into("Why you correct it", "the question in the words I used");
    window.write_into("What was seen, heard or said", CORRECTED);
    window.press("Sign the correction");

    window.see("Corrected once,");
    window.see("the question in the words I used");
    window.is_chosen("Which version", "Version 2 of 2");
    for words in ["what was wrong", "“What happened?”"] {
        assert!(window.shows(words), "{words} is not among what changed");
    }
    window.picture("concern");
    window.is_clean("concern, corrected");
    window.press("Show it clean");
    window.see_no_more("what was wrong");
    window.see("“What happened?”");
    window.press("Read version 1");
    window.see("I asked what was wrong and nothing else.");
    window.is_chosen("Which version", "Version 1 of 2");
    window.is_clean("concern, first version");

    // A further correction would go on from the words that hold now.
    window.press("Correct it");
    window.arrive_at("Correct this record");
    window.stands("What was seen, heard or said", CORRECTED);
    window.press("Leave it");
}
