//! Lists from the school's own system: taken in whole, again without doubles, or not at all.

use app::wire::{Fault, ListPreview, ListTaken};
use kit::{Device, RUTH, lists};

fn preview(laptop: &mut Device, list: &[u8]) -> (String, ListPreview) {
    let token = laptop.choose_list(list);
    let preview = app::preview_pupil_list(&mut laptop.office, &token, None).unwrap();
    (token, preview)
}

fn take(laptop: &mut Device, list: &[u8]) -> Result<ListTaken, Fault> {
    let token = laptop.choose_list(list);
    app::take_pupil_list(&mut laptop.office, &token, None).map(|done| done.value)
}

fn names(laptop: &Device) -> Vec<String> {
    let page = app::pupils(&laptop.office, "", false, 0).unwrap();
    page.pupils.into_iter().map(|row| row.legal_name).collect()
}

/// In the order of a register.
const REGISTER: [&str; 6] = [
    "\u{c2}ngelo Jos\u{e9} D'Souza, the younger",
    "Jayden Fairbrother",
    "Rhys Null",
    "Siobh\u{e1}n \u{d3} S\u{fa}illeabh\u{e1}in",
    "Amara Oyelaran",
    "Noa van der Meulen",
];

#[test]
fn a_list_is_looked_at_first_and_taken_in_whole() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);

    let (token, shown) = preview(&mut laptop, lists::PUPILS.as_bytes());
    let before = names(&laptop);
    let taken = app::take_pupil_list(&mut laptop.office, &token, None)
        .unwrap()
        .value;

    let matched: Vec<(&str, Option<&str>)> = shown
        .columns
        .iter()
        .map(|column| (column.heading.as_str(), column.matched.as_deref()))
        .collect();
    assert_eq!(matched[0], ("UPN", Some("upn")));
    assert_eq!(matched[1], ("Legal Surname", Some("legal_surname")));
    assert_eq!(matched[8], ("Reg", Some("class")));
    assert_eq!((shown.rows, shown.new, shown.problem_count), (6, 6, 0));
    assert_eq!(shown.preview[1].name, "Jay Fairbrother");
    assert!(before.is_empty(), "looking takes nothing in");
    assert_eq!(
        taken,
        ListTaken {
            new: 6,
            changed: 0,
            same: 0,
            contacts: 0,
        }
    );
    assert_eq!(names(&laptop), REGISTER);
}

#[test]
fn lists_in_utf_16_and_windows_1252_read_the_same_with_every_accent_and_quotation_mark() {
    for list in [
        lists::utf16(lists::PUPILS),
        lists::windows_1252(lists::PUPILS),
    ] {
        let mut laptop = Device::of_school(&[]);
        laptop.open(&RUTH);

        let taken = take(&mut laptop, &list).unwrap();

        assert_eq!(taken.new, 6);
        assert_eq!(names(&laptop), REGISTER);
    }
}

#[test]
fn a_row_that_cannot_be_read_is_named_with_its_column_and_nothing_is_taken_in() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let two_wrong = lists::with(
        &lists::with(lists::PUPILS, "30/09/2013", "31/09/2013"),
        "P801200019007",
        "E801200019001",
    );

    let (token, shown) = preview(&mut laptop, two_wrong.as_bytes());
    let refused = app::take_pupil_list(&mut laptop.office, &token, None).unwrap_err();

    let problems: Vec<(u32, &str, &str)> = shown
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), problem.say.as_str()))
        .collect();
    assert_eq!(
        problems,
        [
            (3, "DOB", "There is no 31 September."),
            (
                6,
                "UPN",
                "Row 2 has the same UPN. Each belongs to one pupil."
            ),
        ]
    );
    assert_eq!(
        refused.say,
        "Nothing was taken in: row 3, DOB: There is no 31 September."
    );
    assert_eq!(refused.problems[1].field, "row 6, UPN");
    assert!(names(&laptop).is_empty());
}

#[test]
fn a_quotation_mark_that_does_not_close_its_cell_is_found_where_it_opens() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let list = lists::with(lists::PUPILS, "Fairbrother,", "\"Fairbrother,");

    let (_, shown) = preview(&mut laptop, list.as_bytes());
    let refused = take(&mut laptop, list.as_bytes()).unwrap_err();

    assert_eq!(
        (shown.problems[0].row, shown.problems[0].column.as_str()),
        (3, "Legal Surname")
    );
    assert!(refused.say.contains("A quotation mark opens here"));
    assert!(names(&laptop).is_empty());
}

#[test]
fn the_same_list_again_adds_nobody_and_news_becomes_a_new_version() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    take(&mut laptop, lists::PUPILS.as_bytes()).unwrap();
    let amara = laptop.pupil("Amara");
    let moved = lists::with(lists::PUPILS, "F,Year  8,8T", "F,Year  8,8H");

    let same = take(&mut laptop, lists::PUPILS.as_bytes()).unwrap();
    let news = take(&mut laptop, moved.as_bytes()).unwrap();
    let view = app::pupil(&mut laptop.office, &amara).unwrap();

    assert_eq!(
        same,
        ListTaken {
            new: 0,
            changed: 0,
            same: 6,
            contacts: 0,
        }
    );
    assert_eq!(
        news,
        ListTaken {
            new: 0,
            changed: 1,
            same: 5,
            contacts: 0,
        }
    );
    assert_eq!(view.row.class, "8H");
    assert_eq!(names(&laptop).len(), 6);
}

#[test]
fn what_a_person_set_by_hand_is_not_taken_away_by_a_list_that_does_not_say_it() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    take(&mut laptop, lists::PUPILS.as_bytes()).unwrap();
    let row = app::pupils(&laptop.office, "Amara", false, 0)
        .unwrap()
        .pupils
        .remove(0);
    let form = app::wire::PupilForm {
        id: Some(row.id.clone()),
        preferred_forename: Some("Mara".to_owned()),
        flags: vec![app::wire::FlagForm {
            flag: "young-carer".to_owned(),
            ..Default::default()
        }],
        ..kit::forms::amara()
    };
    app::save_pupil(&mut laptop.office, form).unwrap();
    let names_only =
        "UPN,Legal Surname,Legal Forename,DOB\nE801200019001,Oyelaran,Amara,14/05/2014\n";

    let taken = take(&mut laptop, names_only.as_bytes()).unwrap();
    let view = app::pupil(&mut laptop.office, &row.id).unwrap();

    assert_eq!(taken.same, 1);
    assert_eq!(view.row.name, "Mara Oyelaran");
    assert_eq!(view.row.flags, ["Young carer"]);
}

#[test]
fn columns_the_program_does_not_know_are_matched_by_hand() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let list = "Apellido,Nombre,Cumple\nOyelaran,Amara,14/05/2014\n";
    let token = laptop.choose_list(list.as_bytes());

    let unmatched = app::preview_pupil_list(&mut laptop.office, &token, None).unwrap();
    let by_hand = ["legal_surname", "legal_forename", "date_of_birth"]
        .map(|field| Some(field.to_owned()))
        .to_vec();
    let taken = app::take_pupil_list(&mut laptop.office, &token, Some(by_hand))
        .unwrap()
        .value;

    assert!(unmatched.problem_count > 0);
    assert_eq!(taken.new, 1);
    assert_eq!(names(&laptop), ["Amara Oyelaran"]);
}

#[test]
fn a_workbook_a_web_page_or_an_empty_file_is_refused_in_a_sentence() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);

    for not_a_list in [
        b"PK\x03\x04rest of a workbook".as_slice(),
        b"<html><body>",
        b"",
    ] {
        let token = laptop.choose_list(not_a_list);
        let refused = app::preview_pupil_list(&mut laptop.office, &token, None)
            .err()
            .unwrap();

        assert_eq!(refused.kind, app::wire::FaultKind::Refused);
        assert!(refused.say.len() > 20, "{}", refused.say);
    }
    assert!(names(&laptop).is_empty());
}
