//! The shelf of files in `fixtures/roll`, each named for what is particular about it.

use std::collections::BTreeSet;

use super::*;

/// The same three pupils, written in every way.
const SAME: &[&str] = &[
    "blank-rows.csv",
    "excel-protected.csv",
    "headings-repeated.csv",
    "macintosh.csv",
    "no-last-line-end.csv",
    "old-mac-line-ends.csv",
    "pipes.csv",
    "plain.csv",
    "quoted-throughout.csv",
    "reordered-columns.csv",
    "report-footer.csv",
    "semicolons.csv",
    "sep-line.csv",
    "sims-title-lines.csv",
    "tabs.txt",
    "title-lines-without-commas.csv",
    "trailing-delimiters.csv",
    "utf16-be-bom.csv",
    "utf16-be-no-bom.csv",
    "utf16-le-bom.csv",
    "utf16-no-bom.csv",
    "utf8-bom.csv",
    "windows-1252.csv",
    "windows-line-ends.csv",
];

/// Refused: file, and row, column and sentence of each problem.
type Named = (&'static str, &'static [(u32, &'static str, &'static str)]);
const REFUSED: &[Named] = &[
    (
        "quote-never-closed.csv",
        &[(
            3,
            "Legal Surname",
            "A quotation mark opens here and never closes, so the rows after it cannot be told apart. Close or remove it.",
        )],
    ),
    (
        "quote-closed-in-cell.csv",
        &[(
            3,
            "Legal Surname",
            "A quotation mark opens here and closes in the middle of a cell. Close it at the cell’s end, or remove it.",
        )],
    ),
    (
        "impossible-date.csv",
        &[
            (3, "Date of Birth", "There is no 31 February."),
            (4, "Date of Birth", "There was no 29 February in 2015."),
        ],
    ),
    (
        "american-dates.csv",
        &[(
            2,
            "Date of Birth",
            "There is no month 25. Dates are read day first, as in 25/12/2014.",
        )],
    ),
    (
        "future-birth-date.csv",
        &[(3, "Date of Birth", "This birth date is still to come.")],
    ),
    (
        "not-a-date.csv",
        &[
            (
                3,
                "Date of Birth",
                "This cannot be read as a date. Write it as 25/12/2014.",
            ),
            (
                4,
                "Date of Birth",
                "The spreadsheet saved hash marks here, because the column was too narrow. Widen it and save the list again.",
            ),
        ],
    ),
    (
        "duplicate-upn.csv",
        &[(
            4,
            "UPN",
            "Row 2 has the same UPN. Each belongs to one pupil.",
        )],
    ),
    (
        "duplicate-upn-in-other-case.csv",
        &[(
            4,
            "UPN",
            "Row 2 has the same UPN. Each belongs to one pupil.",
        )],
    ),
    (
        "malformed-upn.csv",
        &[
            (
                2,
                "UPN",
                "This is not a UPN. It has 13 characters: a letter, eleven digits, and a digit or, if temporary, a letter.",
            ),
            (
                3,
                "UPN",
                "This is not a UPN. It has 13 characters: a letter, eleven digits, and a digit or, if temporary, a letter.",
            ),
        ],
    ),
    (
        "missing-names.csv",
        &[
            (2, "Legal Surname", "This pupil has no surname."),
            (3, "Legal Forename", "This pupil has no forename."),
        ],
    ),
    (
        "row-too-long.csv",
        &[(
            4,
            "",
            "This row has 9 cells and the headings have 8. A comma inside a cell needs quotation marks around the cell.",
        )],
    ),
    (
        "row-cut-off.csv",
        &[(
            4,
            "",
            "This row has 4 of 8 cells. It may be cut off. Fill it in, or save the list again from a spreadsheet.",
        )],
    ),
    (
        "byte-not-utf8.csv",
        &[(
            4,
            "Legal Forename",
            "A letter here could not be read as UTF-8. Save the list again as CSV UTF-8.",
        )],
    ),
    (
        "byte-not-in-windows-1252.csv",
        &[
            (
                2,
                "Legal Forename",
                "A letter here could not be read as Windows-1252. Save the list again as CSV UTF-8.",
            ),
            (
                4,
                "Legal Surname",
                "A letter here could not be read as Windows-1252. Save the list again as CSV UTF-8.",
            ),
        ],
    ),
    (
        "utf16-half-a-pair.csv",
        &[(
            3,
            "Legal Forename",
            "A letter here could not be read as UTF-16 LE. Save the list again as CSV UTF-8.",
        )],
    ),
    (
        "utf16-cut-in-half.csv",
        &[(
            4,
            "Reg Group",
            "A letter here could not be read as UTF-16 LE. Save the list again as CSV UTF-8.",
        )],
    ),
    (
        "no-name-columns.csv",
        &[
            (
                1,
                "",
                "No column gives the legal surname. Say which one does.",
            ),
            (
                1,
                "",
                "No column gives the legal forename. Say which one does.",
            ),
        ],
    ),
    (
        "only-headings.csv",
        &[(1, "", "There is no pupil below the headings.")],
    ),
    (
        "name-too-long.csv",
        &[(
            2,
            "Legal Surname",
            "This is too long to be a name. Cells may have run together.",
        )],
    ),
    (
        "lines-inside-cells.csv",
        &[(3, "DOB", "There is no 31 February.")],
    ),
    (
        "unknown-headings.csv",
        &[
            (
                1,
                "",
                "No column gives the legal surname. Say which one does.",
            ),
            (
                1,
                "",
                "No column gives the legal forename. Say which one does.",
            ),
        ],
    ),
];

/// Taken in with something to look at.
const WARNED: &[Named] = &[
    (
        "wrong-check-letter.csv",
        &[(
            3,
            "UPN",
            "The first letter of this UPN does not fit its digits. One of them may be mistyped.",
        )],
    ),
    (
        "year-does-not-fit.csv",
        &[(
            3,
            "Year",
            "This year group does not fit the birth date. A child of that age is usually in Year 8.",
        )],
    ),
    (
        "same-row-twice.csv",
        &[(4, "", "This row says the same as row 2. It is taken once.")],
    ),
    (
        "same-row-twice-no-birth-date.csv",
        &[(
            3,
            "",
            "This row says the same as row 2. Without birth dates both are taken, as two pupils. Remove one if they are one.",
        )],
    ),
    (
        "same-child-twice.csv",
        &[(
            3,
            "",
            "Row 2 has the same name and birth date. Check that they are two pupils.",
        )],
    ),
    (
        "day-numbers-for-dates.csv",
        &[(
            2,
            "Date of Birth",
            "A spreadsheet’s day number stands here. It was read as its date.",
        )],
    ),
    (
        "two-birth-date-columns.csv",
        &[(
            1,
            "DOB",
            "This column and “Date of Birth” both seem to be the Date of birth. “Date of Birth” is used and this one is left out.",
        )],
    ),
    (
        "unclear-flags.csv",
        &[
            (2, "CP", "This cannot be read as yes or no. Nothing is set."),
            (
                3,
                "SEN Status",
                "This cannot be read as yes or no. Nothing is set.",
            ),
            (
                3,
                "LAC",
                "This cannot be read as yes or no. Nothing is set.",
            ),
        ],
    ),
    (
        "odd-ages.csv",
        &[
            (2, "DOB", "By this birth date the pupil is 52 years old."),
            (3, "DOB", "By this birth date the pupil is 0 years old."),
        ],
    ),
    (
        "unreadable-column-not-taken.csv",
        &[(
            2,
            "House",
            "A letter here could not be read as UTF-8. This column is not taken in.",
        )],
    ),
];

/// Not a list at all.
const NOT_LISTS: &[(&str, ExchangeError)] = &[
    ("empty.csv", ExchangeError::Empty),
    ("only-blanks.csv", ExchangeError::Empty),
    (
        "workbook.csv",
        ExchangeError::NotAList {
            kind: "an Excel workbook or another packed file",
        },
    ),
    (
        "web-page.csv",
        ExchangeError::NotAList { kind: "a web page" },
    ),
];

/// Looked at closely in `good_lists` and `columns`.
const ELSEWHERE: &[&str] = &[
    ".gitattributes",
    "arbor-good.csv",
    "bromcom-good.csv",
    "dates-in-many-ways.csv",
    "no-headings.csv",
    "scholarpack-good.csv",
    "sims-good.csv",
    "surname-forename.csv",
    "whole-names.csv",
    "windows-1250.csv",
];

#[test]
fn every_way_of_writing_the_same_list_gives_the_same_pupils() {
    let expected = vec![
        RollRow {
            upn: some("P801200019501"),
            legal_surname: "Brontë-Østergård".into(),
            legal_forename: "Zoë".into(),
            date_of_birth: Some(day(2014, 9, 2)),
            sex: some("Female"),
            year: some("7"),
            class: some("7B"),
            ..RollRow::default()
        },
        RollRow {
            upn: some("D801200019502"),
            legal_surname: "O’Neill".into(),
            legal_forename: "Siân".into(),
            date_of_birth: Some(day(2014, 8, 31)),
            sex: some("Female"),
            year: some("8"),
            class: some("8T"),
            ..RollRow::default()
        },
        RollRow {
            upn: some("T801200019503"),
            legal_surname: "Müller".into(),
            legal_forename: "François".into(),
            preferred_forename: some("Frank"),
            date_of_birth: Some(day(2015, 3, 15)),
            sex: some("Male"),
            year: some("7"),
            class: some("7B"),
            ..RollRow::default()
        },
    ];

    for name in SAME {
        let reading = fixture(name).unwrap();

        assert_eq!(named(&reading.problems), vec![], "{name}");
        assert!(without_places(&reading.rows) == expected, "{name}");
        let quiet = !["headings-repeated.csv", "report-footer.csv"].contains(name);
        assert_eq!(
            reading.warning_count == 0,
            quiet,
            "{name} {:?}",
            reading.warnings
        );
    }
}

#[test]
fn every_broken_list_is_refused_by_row_and_column_and_gives_no_pupil() {
    for (name, expected) in REFUSED {
        let reading = fixture(name).unwrap();

        assert_eq!(named(&reading.problems), *expected, "{name}");
        assert_eq!(reading.problem_count, expected.len(), "{name}");
        assert!(reading.rows.is_empty(), "{name}");
    }
}

#[test]
fn every_doubtful_list_is_taken_in_with_its_warnings() {
    for (name, expected) in WARNED {
        let reading = fixture(name).unwrap();

        assert_eq!(named(&reading.problems), vec![], "{name}");
        assert_eq!(named(&reading.warnings), *expected, "{name}");
        assert!(!reading.rows.is_empty(), "{name}");
    }
}

#[test]
fn what_is_not_a_list_is_refused_by_name() {
    for (name, expected) in NOT_LISTS {
        assert_eq!(fixture(name).err().as_ref(), Some(expected), "{name}");
    }
}

#[test]
fn an_equal_row_is_taken_once_only_where_a_birth_date_tells_that_it_is_one_pupil() {
    assert_eq!(fixture("same-row-twice.csv").unwrap().rows.len(), 3);
    assert_eq!(
        fixture("same-row-twice-no-birth-date.csv")
            .unwrap()
            .rows
            .len(),
        2
    );
    assert_eq!(fixture("same-child-twice.csv").unwrap().rows.len(), 3);
}

#[test]
fn the_encoding_is_named_as_a_person_knows_it() {
    let encodings = [
        ("plain.csv", "UTF-8"),
        ("utf8-bom.csv", "UTF-8"),
        ("utf16-no-bom.csv", "UTF-16 LE"),
        ("utf16-be-bom.csv", "UTF-16 BE"),
        ("windows-1252.csv", "Windows-1252"),
        ("macintosh.csv", "Macintosh"),
        ("windows-1250.csv", "windows-1250"),
    ];
    for (name, encoding) in encodings {
        let bytes = std::fs::read(fixtures().join(name)).unwrap();

        assert_eq!(table(&bytes).unwrap().encoding(), encoding, "{name}");
    }
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    let rows = |name| {
        fixture(name)
            .unwrap()
            .rows
            .iter()
            .map(|row| row.row)
            .collect::<Vec<_>>()
    };

    assert_eq!(rows("plain.csv"), [2, 3, 4]);
    assert_eq!(rows("windows-line-ends.csv"), [2, 3, 4]);
    assert_eq!(rows("old-mac-line-ends.csv"), [2, 3, 4]);
    assert_eq!(rows("sims-title-lines.csv"), [7, 8, 9]);
    assert_eq!(rows("title-lines-without-commas.csv"), [5, 6, 7]);
    assert_eq!(rows("blank-rows.csv"), [3, 6, 8]);
    assert_eq!(rows("headings-repeated.csv"), [2, 3, 5]);
}

#[test]
fn every_file_on_the_shelf_is_tested() {
    let on_the_shelf: BTreeSet<String> = std::fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();

    let tested: BTreeSet<String> = SAME
        .iter()
        .chain(REFUSED.iter().map(|(name, _)| name))
        .chain(WARNED.iter().map(|(name, _)| name))
        .chain(NOT_LISTS.iter().map(|(name, _)| name))
        .chain(ELSEWHERE)
        .map(|name| (*name).to_owned())
        .collect();

    assert_eq!(on_the_shelf, tested);
}

#[test]
fn nothing_that_was_read_is_visible_to_debug() {
    let bytes = std::fs::read(fixtures().join("plain.csv")).unwrap();
    let decoded = decode(bytes.clone()).unwrap();
    let table = table(&bytes).unwrap();
    let reading = read_bytes(&bytes).unwrap();

    let seen = format!("{decoded:?} {table:?} {reading:?} {:?}", reading.rows);

    assert_eq!(
        seen,
        "Decoded(UTF-8, 251 bytes) Table(8 columns, UTF-8) RollReading(3 rows, 0 problems, 0 warnings) [RollRow(row 2), RollRow(row 3), RollRow(row 4)]"
    );
}

#[test]
fn no_problem_repeats_what_a_cell_says() {
    for (name, _) in REFUSED.iter().chain(WARNED) {
        let bytes = std::fs::read(fixtures().join(name)).unwrap();
        let table = table(&bytes).unwrap();
        let reading = fixture(name).unwrap();
        let cells: BTreeSet<String> = table
            .samples(50)
            .concat()
            .into_iter()
            .filter(|cell| cell.len() > 3)
            .collect();

        for problem in reading.problems.iter().chain(&reading.warnings) {
            let told = cells
                .iter()
                .find(|cell| problem.say.contains(cell.as_str()));
            assert_eq!(told, None, "{name}");
        }
    }
}
