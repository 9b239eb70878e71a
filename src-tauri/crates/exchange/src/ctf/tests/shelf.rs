//! The shelf of files in `fixtures/ctf`, each named for what is particular about it.

use super::*;

/// Refused whole, and how.
const REFUSED: &[(&str, &str)] = &[
    (
        "truncated.xml",
        "This transfer file ends in the middle, at line 30. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
    (
        "elements-crossed.xml",
        "This transfer file cannot be read at line 9. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
    (
        "entities-defined.xml",
        "This transfer file defines or uses names of its own for text (a document type or entities), which a transfer file never does. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
    (
        "entity-from-outside.xml",
        "This transfer file defines or uses names of its own for text (a document type or entities), which a transfer file never does. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
    (
        "entity-unknown.xml",
        "This transfer file defines or uses names of its own for text (a document type or entities), which a transfer file never does. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
    (
        "admissions.xml",
        "This file is an admissions transfer file (ATF), about pupils who have been offered a place, not a Common Transfer File. Nothing was taken in. Ask for a Common Transfer File, or save the list as CSV UTF-8.",
    ),
    (
        "census.xml",
        "This file is a return to the department, such as a census, not a Common Transfer File. Nothing was taken in. Ask for a Common Transfer File, or save the list as CSV UTF-8.",
    ),
    (
        "another-kind.xml",
        "This file is an XML file of another kind, not a Common Transfer File. Nothing was taken in. Ask for a Common Transfer File, or save the list as CSV UTF-8.",
    ),
    (
        "too-deep.xml",
        "This transfer file holds elements deeper in each other than any transfer file has. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
    (
        "no-pupils.xml",
        "This transfer file names no pupil. Nothing was taken in. Ask the school that sent it to send it again.",
    ),
];

/// Named by pupil, element and sentence.
type Named = (&'static str, &'static [(u32, &'static str, &'static str)]);
const PROBLEMS: &[Named] = &[
    (
        "duplicate-upn.xml",
        &[(
            2,
            "UPN",
            "Pupil 1 has the same UPN. Each belongs to one pupil.",
        )],
    ),
    (
        "missing-birth-date.xml",
        &[(
            2,
            "Date of birth (DOB)",
            "This pupil has no date of birth, which every transfer file gives.",
        )],
    ),
    (
        "missing-names.xml",
        &[
            (1, "Surname", "This pupil has no surname."),
            (2, "Forename", "This pupil has no forename."),
        ],
    ),
    (
        "impossible-date.xml",
        &[(1, "Date of birth (DOB)", "There is no 31 February.")],
    ),
    (
        "says-utf8-and-is-not.xml",
        &[(
            2,
            "Surname",
            "A letter here could not be read as UTF-8. Ask the school that sent the file to send it again.",
        )],
    ),
    (
        "malformed-upn.xml",
        &[(
            1,
            "UPN",
            "This is not a UPN. It has 13 characters: a letter, eleven digits, and a digit or, if temporary, a letter.",
        )],
    ),
];

#[test]
fn a_file_that_is_no_transfer_file_or_a_broken_one_is_refused_in_a_sentence() {
    for (name, sentence) in REFUSED {
        assert_eq!(fixture(name).unwrap_err().to_string(), *sentence, "{name}");
    }
}

#[test]
fn what_stands_in_the_way_is_named_by_pupil_and_element_and_no_pupil_is_given() {
    for (name, expected) in PROBLEMS {
        let reading = fixture(name).unwrap().reading;
        assert_eq!(named(&reading.problems), *expected, "{name}");
        assert!(reading.rows.is_empty(), "{name}");
    }
}

#[test]
fn every_file_on_the_shelf_is_read_by_a_test() {
    let shelf = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/ctf");
    let good = [
        "three-pupils.xml",
        "windows-1252.xml",
        "utf16-le-bom.xml",
        "utf16-be-no-bom.xml",
        "utf8-bom.xml",
        "with-a-namespace.xml",
    ];
    for entry in std::fs::read_dir(shelf).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = name.starts_with('.')
            || good.contains(&name.as_str())
            || REFUSED.iter().any(|(known, _)| *known == name)
            || PROBLEMS.iter().any(|(known, _)| *known == name);
        assert!(known, "{name} is on the shelf and no test reads it");
    }
}

#[test]
fn a_pupil_who_stands_in_the_file_twice_is_taken_once() {
    let pupil =
        "<Pupil><Surname>Null</Surname><Forename>Rhys</Forename><DOB>2014-09-02</DOB></Pupil>";
    let file = format!("<CTfile><CTFpupilData>{pupil}{pupil}</CTFpupilData></CTfile>");

    let reading = read_transfer(file.as_bytes(), today()).unwrap().reading;

    assert_eq!(reading.rows.len(), 1);
    assert_eq!(
        named(&reading.warnings),
        [(
            2,
            "",
            "This pupil says the same as pupil 1. It is taken once."
        )]
    );
}
