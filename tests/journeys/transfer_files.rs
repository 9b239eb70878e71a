//! A pupil who comes from another school comes with a Common Transfer File: the same button takes it as a list.

use app::wire::ListTaken;
use kit::{Device, RUTH, lists};

const FILE: &str = include_str!("../fixtures/common-transfer-file-25.xml");

fn take(laptop: &mut Device, file: &str) -> (u32, u32, u32) {
    let token = laptop.choose_list(file.as_bytes());
    let done = app::take_pupil_list(&mut laptop.office, &token, None).unwrap();
    counts(&done.value)
}

fn counts(taken: &ListTaken) -> (u32, u32, u32) {
    (taken.new, taken.changed, taken.same)
}

fn taken(new: u32, changed: u32, same: u32) -> (u32, u32, u32) {
    (new, changed, same)
}

#[test]
fn a_transfer_file_is_looked_at_without_matching_columns_and_taken_in_whole() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);

    let token = laptop.choose_list(FILE.as_bytes());
    let shown = app::preview_pupil_list(&mut laptop.office, &token, None).unwrap();
    let before = app::pupils(&laptop.office, "", false, 0).unwrap();
    let done = app::take_pupil_list(&mut laptop.office, &token, Some(Vec::new())).unwrap();

    assert_eq!(
        shown.transfer.as_deref(),
        Some(
            "Common Transfer File 25.0 from Harbour View & St Mary's Primary, made on 12 Jul 2026"
        )
    );
    assert!(shown.columns.is_empty() && shown.fields.is_empty());
    assert_eq!((shown.rows, shown.new, shown.problem_count), (3, 3, 0));
    assert_eq!(shown.preview[0].name, "Ama Oyelaran");
    assert!(before.pupils.is_empty(), "looking takes nothing in");
    assert_eq!(counts(&done.value), taken(3, 0, 0));
    assert_eq!(done.value.contacts, shown.contacts);
    let page = app::pupils(&laptop.office, "Oyelaran", false, 0).unwrap();
    assert!(
        !page.pupils[0].left,
        "the sending school's leaving day makes nobody a leaver"
    );
    let view = app::pupil(&mut laptop.office, &page.pupils[0].id).unwrap();
    let flags: Vec<&str> = view.flags.iter().map(|flag| flag.flag.as_str()).collect();
    assert_eq!(flags, ["ehcp", "lac"]);
}

#[test]
fn the_same_file_again_adds_nobody() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);

    assert_eq!(take(&mut laptop, FILE), taken(3, 0, 0));
    assert_eq!(take(&mut laptop, FILE), taken(0, 0, 3));
}

#[test]
fn a_pupil_with_a_new_number_is_known_by_the_one_they_had() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let before = lists::with(FILE, "P801200019501", "T80120001900A");
    let before = lists::with(&before, "<Surname>Oyelaran", "<Surname>Bello");
    take(&mut laptop, &before);
    let known = app::pupils(&laptop.office, "Bello", false, 0)
        .unwrap()
        .pupils;

    let news = take(&mut laptop, FILE);

    assert_eq!(news, taken(0, 1, 2));
    let view = app::pupil(&mut laptop.office, &known[0].id).unwrap();
    assert_eq!(view.row.upn.as_deref(), Some("P801200019501"));
    assert_eq!(view.row.legal_name, "Amara Oyelaran");
    assert_eq!(take(&mut laptop, FILE), taken(0, 0, 3));
}

#[test]
fn a_broken_pupil_is_named_with_its_element_and_nothing_is_taken_in() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let broken = lists::with(FILE, "2014-12-25", "2014-12-32");

    let token = laptop.choose_list(broken.as_bytes());
    let refused = app::take_pupil_list(&mut laptop.office, &token, None).unwrap_err();

    assert_eq!(
        refused.say,
        "Nothing was taken in: pupil 2, Date of birth (DOB): No month has a day 32."
    );
    assert_eq!(refused.problems[0].field, "pupil 2, Date of birth (DOB)");
    let page = app::pupils(&laptop.office, "", false, 0).unwrap();
    assert!(page.pupils.is_empty());
}

#[test]
fn a_file_that_reaches_outside_itself_is_refused() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let reaching = lists::with(
        FILE,
        "<CTfile>",
        "<!DOCTYPE CTfile [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><CTfile>",
    );

    let token = laptop.choose_list(reaching.as_bytes());
    let refused = app::preview_pupil_list(&mut laptop.office, &token, None)
        .err()
        .unwrap();

    assert!(refused.say.contains("names of its own for text"));
}

#[test]
fn the_parents_in_a_transfer_file_stand_on_the_pages_of_their_children_once() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let token = laptop.choose_list(FILE.as_bytes());
    let first = app::take_pupil_list(&mut laptop.office, &token, None)
        .unwrap()
        .value;
    let amara = laptop.pupil("Oyelaran");
    let around = app::around(&mut laptop.office, &amara).unwrap();
    let mother = around.family[0].clone();

    // A person takes one off; the same file again does not put them back.
    app::end_tie(
        &mut laptop.office,
        &amara,
        &mother.entry,
        "No longer a contact",
    )
    .unwrap();
    let token = laptop.choose_list(FILE.as_bytes());
    let again = app::take_pupil_list(&mut laptop.office, &token, None)
        .unwrap()
        .value;
    let after = app::around(&mut laptop.office, &amara).unwrap();

    assert!(first.contacts > 0);
    assert_eq!(mother.rank, Some(1));
    assert!(!mother.reach.is_empty());
    assert_eq!(again.contacts, 0);
    assert!(!after.family.iter().any(|tie| tie.name == mother.name));
}

#[test]
fn a_file_that_calls_a_known_child_otherwise_is_said_before_and_the_old_name_still_finds_them() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    take(&mut laptop, FILE);
    let other = FILE
        .replace("<Surname>Oyelaran</Surname>", "<Surname>Nobody</Surname>")
        .replace("<DOB>2014-09-02</DOB>", "<DOB>2014-09-12</DOB>");
    let token = laptop.choose_list(other.as_bytes());
    let shown = app::preview_pupil_list(&mut laptop.office, &token, None).unwrap();
    app::take_pupil_list(&mut laptop.office, &token, None).unwrap();
    let found = app::pupils(&laptop.office, "Oyelaran", false, 0).unwrap();

    assert_eq!(
        shown.warnings[0].say,
        "By its number this is Amara Oyelaran, born 2 September 2014, who would become Amara Nobody, born 12 September 2014. Is it the same child?"
    );
    assert_eq!(found.pupils.len(), 1);
}

#[test]
fn whom_a_file_names_beside_a_child_who_is_known_is_not_to_be_rung_before_a_lead_has_looked() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let nobody = FILE
        .replace("<Contacts>", "<Contactless>")
        .replace("</Contacts>", "</Contactless>");
    take(&mut laptop, &nobody);
    take(&mut laptop, FILE);
    let amara = laptop.pupil("Oyelaran");
    let around = app::around(&mut laptop.office, &amara).unwrap();
    let page = app::pupil(&mut laptop.office, &amara).unwrap();

    assert!(!around.family.is_empty());
    assert!(
        around
            .family
            .iter()
            .all(|tie| tie.ring == "ask" && tie.rank.is_none() && tie.responsibility.is_empty())
    );
    assert_eq!(page.near, Vec::<String>::new());
}
