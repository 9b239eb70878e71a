//! Files in the real window: brought in, looked at, refused, put out of sight; a page written by hand brought in.

use std::fs;
use std::path::{Path, PathBuf};

use crate::kit::{Laptop, RUTH, Traces, Window, open_as};

/// A paper that this program printed: a real PDF of more than one page.
const LETTER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../docs/samples/chronology.pdf"
);
const SAID: &str = "weirfilecanary he said by the cinema on Saturday";
/// A picture of one point, whole.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54,
    0x78, 0xda, 0x63, 0x64, 0xf8, 0xcf, 0x50, 0x0f, 0, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34, 0x7d,
    0x6b, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_pdf_a_picture_and_a_text_are_looked_at_in_the_window_and_a_broken_file_is_refused_calmly() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let outside = laptop.out.join("brought in");
    fs::create_dir_all(&outside).unwrap();
    let put = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = outside.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let files = [
        PathBuf::from(LETTER),
        put("photo.png", PICTURE),
        put("chat.txt", SAID.as_bytes()),
        put("broken.pdf", &fs::read(LETTER).unwrap()[..400]),
        put("page.jpg", b"<html>not a picture</html>"),
    ];
    let window = laptop.open_window();
    open_as(&window, &RUTH);
    record(&window, &files);
    fs::remove_dir_all(&outside).unwrap();

    look(&window, "chronology.pdf");
    window.see("Page 1 of");
    drawn(&window, 1);
    window.picture("file-pdf");
    window.is_clean("file, a PDF");
    window.press("Next page");
    drawn(&window, 2);
    window.press("Words of page 2");
    window.press("Larger");
    window.press("Fit the width");
    back(&window);

    look(&window, "photo.png");
    let script = "const picture = stage().querySelector('img'); return picture?.naturalWidth ?? 0;";
    window.wait("the picture", || {
        (window.ask(script, vec![]) == 1).then_some(())
    });
    window.is_clean("file, a picture");
    back(&window);

    look(&window, "chat.txt");
    window.see(SAID);
    window.picture("file-text");
    window.is_clean("file, a text");
    back(&window);

    for (name, sentence) in [
        ("broken.pdf", "This file is damaged or is not what it says"),
        ("page.jpg", "named as a picture"),
    ] {
        look(&window, name);
        window.see(sentence);
        window.see("It is kept safely, byte for byte.");
        window.is_clean("file, not shown");
        back(&window);
    }

    look(&window, "photo.png");
    window.press("Put it out of everybody’s sight");
    window.arrive_at("This file should not have come in");
    window.picture("hide-file");
    window.is_clean("a file that should not have come in");
    window.write_into("Why nobody is to see it", "It may show a child.");
    window.write_into("Whom you have told", "Police on 101, log 0431");
    window.press("Sign: out of everybody’s sight");
    window.see("Told: Police on 101, log 0431");
    assert!(!window.offers("Look at it: photo.png"));
    window.close();

    // Looked at, and nothing of it lies open on the disk.
    let traces = Traces::of(laptop.disk());
    assert_eq!(traces.holding("weirfilecanary"), Vec::<&Path>::new());
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn what_may_not_come_in_is_described_in_words_and_a_page_by_hand_joins_its_record() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    laptop.bring_pupils();
    let window = laptop.open_window();
    open_as(&window, &RUTH);

    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.tick("I am not sure");
    window.see("Nothing of it comes into Strongroom.");
    window.write_into("What it is said to be", "A picture he asked for, she says");
    window.write_into("Where it is now", "Envelope 12 in the safe");
    window.picture("record-withheld");
    window.is_clean("record, with a withheld item");
    say_who_and_what(&window);
    window.press("Sign and pass on");
    window.see("Signed at");
    window.see("Envelope 12 in the safe");
    window.picture("concern-withheld");
    window.press("Print its sheet: A picture he asked for, she says");
    window.write_into("What it is printed for", "the police");
    window.press("Lay out the pages");
    window.see("Page 1 of 1");
    window.picture("paper-withheld");
    window.is_clean("paper of a withheld item");

    window.key("Control+n");
    window.press("Bring in a paper form");
    window.arrive_at("Bring in a paper form");
    window.picture("hand-form");
    window.is_clean("a paper form");
    window.write_into("Number of the form", "MV-F-4A07C3");
    window.write_into("Where the handwritten page is kept", "Drawer 2");
    window.write_into("When it was written by hand", "yesterday 15:40");
    window.tick("No, none of it");
    window.hand_over(Path::new(LETTER));
    window.see("chronology.pdf");
    window.press("On to the record");
    window.arrive_at("Record a concern");
    window.see("On form MV-F-4A07C3");
    window.stands("Where the handwritten page is kept", "Drawer 2");
    window.is_clean("record, from a paper form");
    say_who_and_what(&window);
    window.press("Sign and pass on");
    window.see("Signed at");
    window.see("Drawer 2");
    window.close();
}

fn record(window: &Window, files: &[PathBuf]) {
    window.key("Control+n");
    window.arrive_at("Record a concern");
    say_who_and_what(window);
    window.tick("No, none of it");
    for file in files {
        window.hand_over(file);
        let name = file.file_name().unwrap().to_string_lossy();
        window.is_offered(&format!("Take out {name}"));
    }
    window.press("Sign and pass on");
    window.see("Signed at");
}

fn say_who_and_what(window: &Window) {
    window.write_into("A pupil or an adult: type a name", "ama");
    window.press("Amara Oyelaran");
    window.choose("What part Amara Oyelaran had", "May have been harmed");
    window.write_into("It happened", "yesterday 8:30");
    window.write_into("What was seen, heard or said", "She showed me a letter.");
}

fn look(window: &Window, name: &str) {
    window.press(&format!("Look at it: {name}"));
    window.arrive_at(name);
}

fn back(window: &Window) {
    window.key("Alt+Left");
    window.see("Since then");
}

/// A page was drawn, and is not white.
fn drawn(window: &Window, page: u32) {
    let script = "
        const canvas = stage().querySelector('canvas');
        if (canvas === null || canvas.dataset.drawn !== String(arguments[0])) return false;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, at) => at % 4 === 0 && value < 100);";
    window.wait("a drawn page", || {
        (window.ask(script, vec![page.into()]) == true).then_some(())
    });
}
