//! What goes to others without what they must not see, in the real window: areas cut out of a photograph, and the papers of a request.

use std::fs;
use std::process::Command;

use app::wire::{AccessForm, AccessSheet, ConcernForm, PersonInConcern};
use app::{BeginFile, Office};

use crate::bundle::settle;
use crate::kit::{DEV, Laptop, RUTH, open_as, person};

/// Black on the left, white on the right: 256 by 128 points.
const PHOTOGRAPH: &[u8] =
    include_bytes!("../../src-tauri/crates/papers/tests/papers/fixtures/black-and-white.jpg");

/// A concern about Amara that names Jayden, with a photograph.
fn record(laptop: &Laptop) {
    let mut office = laptop.office();
    app::open_vault(&mut office, RUTH.user, RUTH.password).unwrap();
    let about = BeginFile {
        name: "photo.jpg".to_owned(),
        size: PHOTOGRAPH.len() as u64,
        media: "image/jpeg".to_owned(),
        source: None,
        indecent_image: "no".to_owned(),
        for_purpose: "concern".to_owned(),
    };
    let token = app::begin_file(&mut office, about).unwrap().token;
    app::file_chunk(&mut office, &token, PHOTOGRAPH).unwrap();
    app::finish_file(&mut office, &token).unwrap();
    let now = yesterday(&office);
    let form = ConcernForm {
        people: vec![
            person(&office, "Amara"),
            PersonInConcern {
                role: "witness".to_owned(),
                ..person(&office, "Jay")
            },
        ],
        occurred: now.clone(),
        noticed: now,
        location: "online-out".to_owned(),
        categories: vec!["cpoms-safeguarding".to_owned()],
        description: "Jay showed us the photograph; the weirford sentence is about him.".to_owned(),
        files: vec![token],
        indecent_image: "no".to_owned(),
        ..ConcernForm::default()
    };
    app::record_concern(&mut office, form).unwrap();
    app::lock(&mut office).unwrap();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn an_area_is_cut_out_of_a_photograph_by_keyboard_and_is_black_in_what_leaves() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    record(&laptop);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.press("Evidence for the police");
    window.see("One concern, in full");
    settle(&window);
    window.tick("A redacted edition");
    window.see("Left out: it is on no page.");
    window.press("Show it, with areas cut out: photo.jpg");
    window.see("It is open in memory only");
    window.press("Add an area");
    window.see("Shown with 1 area cut out.");
    window.press("Make the bundle");
    window.is_refused("Say why it is cut out");
    window.choose("Why area 1 is cut out", "TP: third party");
    window.tick("I have looked at all of this picture, and nothing else in it is to be removed");
    window.picture_of("bundle-areas", "[aria-labelledby*=pictures], .pictures");
    window.is_clean("a bundle, areas of a picture");
    window.press("Make the bundle");
    let folder = laptop.out.join("CUT");
    let _ = fs::remove_dir_all(&folder);
    let _ = fs::remove_file(laptop.out.join("CUT-receipt.pdf"));
    laptop.name_in_the_systems_box(folder.to_str().unwrap());
    window.see("is made");
    window.press("Look at and print the receipt");
    window.see("Root hash");
    window.picture("bundle-receipt");
    let shelf = laptop.out.join("cut");
    let _ = fs::remove_dir_all(&shelf);
    fs::create_dir_all(&shelf).unwrap();
    let taken = Command::new("pdfimages")
        .arg(folder.join("data/bundle.pdf"))
        .arg(shelf.join("picture"))
        .status()
        .unwrap();
    assert!(taken.success());
    let pictures: Vec<Vec<u8>> = fs::read_dir(&shelf)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    let [points] = pictures.as_slice() else {
        panic!("{} pictures", pictures.len())
    };
    let head = b"256 128\n255\n";
    let from = points.windows(head.len()).position(|some| some == head);
    let from = from.unwrap() + head.len();
    let shades = (points.len() - from) / (256 * 128);
    let at = |x: usize, y: usize| points[from + (y * 256 + x) * shades];
    // It begins in the middle, over the white half too.
    assert!(at(135, 64) < 40, "{}", at(135, 64));
    assert!(at(250, 5) > 215, "{}", at(250, 5));
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_parents_request_is_answered_with_papers_that_were_looked_at_and_are_kept() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    record(&laptop);
    ask(&laptop);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Pupils");
    window.press("Requests for a pupil\u{2019}s file");
    window.press("Amara Oyelaran");
    window.see("All 3 records are decided.");
    window.picture("access");
    window.press("Write down what goes out");
    window.see("The records on paper");
    window.write_into(
        "How, and how you make sure it reaches nobody else",
        "By hand, to her alone",
    );
    window.tick("Passages taken out");
    window.write_into("Words to take out, 1", "the weirford sentence is about him");
    window.press("Sign it");
    window.is_refused("Say why it is removed");
    window.choose("Why", "TP: third party");
    window.picture_of("access-papers", "[aria-labelledby=on-paper]");
    window.is_clean("what goes out, with papers");
    window.press("Look at the papers first");
    window.see("(draft)");
    window.picture("access-draft");
    window.press("What goes out");
    window.press("Sign it");
    window.see("kept as they went");
    window.picture_of("access-released", "[aria-labelledby=releases]");
    window.is_clean("a request, answered with papers");
    window.close();

    let mut office = laptop.office();
    app::open_vault(&mut office, DEV.user, DEV.password).unwrap();
    let row = app::access_requests(&office).unwrap().remove(0);
    let view = app::access_request(&mut office, &row.id).unwrap();
    let release = view.releases[0].entry.clone();
    let plain = app::HandOut::Plain;
    let (bytes, _) = app::access_papers(&mut office, &row.id, &release, &plain).unwrap();
    app::lock(&mut office).unwrap();
    let pdf = laptop.out.join("papers.pdf");
    fs::write(&pdf, &bytes).unwrap();
    let read = Command::new("pdftotext")
        .arg(&pdf)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(text.contains("Child A") && text.contains("removed: third party"));
    assert!(!text.contains("weirford") && !text.contains("Jay"));
}

fn yesterday(office: &Office) -> String {
    app::understand_when(office, "yesterday 9:00")
        .unwrap()
        .at
        .unwrap()
}

/// Amara’s mother has asked, and everything is decided: the concern in part, the rest given.
fn ask(laptop: &Laptop) {
    let mut office = laptop.office();
    app::open_vault(&mut office, RUTH.user, RUTH.password).unwrap();
    let pupil = person(&office, "Amara").pupil;
    let received = yesterday(&office);
    let received = received.get(..10).unwrap();
    let mut write = |form: AccessForm, fields: &[(&str, &str)]| -> String {
        let opened = app::access_sheet(&office, form.clone()).unwrap().form;
        let mut signed = AccessForm {
            items: form.items,
            ..opened
        };
        let typed = fields
            .iter()
            .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
        signed.fields.extend(typed);
        app::write_access(&mut office, signed).unwrap().value
    };
    let asked = AccessForm {
        sheet: AccessSheet::Request,
        pupil,
        ..AccessForm::default()
    };
    let request = write(
        asked,
        &[
            ("who", "Folake Oyelaran"),
            ("relation", "parent"),
            ("scope", "Everything about my daughter."),
            ("received", received),
            ("channel", "said at the gate"),
            ("identity_how", "known to the school"),
            ("authority", "Parental responsibility; Amara agrees"),
        ],
    );
    let of = |sheet: AccessSheet, items: Vec<String>| AccessForm {
        sheet,
        request: Some(request.clone()),
        items,
        ..AccessForm::default()
    };
    write(of(AccessSheet::Search, Vec::new()), &[]);
    let items = app::access_request(&mut office, &request).unwrap().items;
    for item in items {
        let outcome: &[(&str, &str)] = match item.key.starts_with("concern") {
            true => &[
                ("outcome", "part"),
                ("exemptions", "TP"),
                ("note", "Without the other child."),
            ],
            false => &[("outcome", "give")],
        };
        let form = of(AccessSheet::Decision, vec![item.key]);
        let opened = app::access_sheet(&office, form.clone()).unwrap().form;
        let mut signed = AccessForm {
            items: form.items,
            ..opened
        };
        let typed = outcome
            .iter()
            .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
        signed.fields.extend(typed);
        app::write_access(&mut office, signed).unwrap();
    }
    app::lock(&mut office).unwrap();
}
