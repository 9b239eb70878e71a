use super::super::{Field, choose_columns};
use super::*;

fn matching(headings: &str) -> Matching {
    match_columns(&table(format!("{headings}\nx\n").as_bytes()).unwrap())
}

fn fields(headings: &str) -> Vec<Option<&'static str>> {
    matching(headings)
        .columns
        .iter()
        .map(|field| field.map(Field::id))
        .collect()
}

#[test]
fn case_spaces_and_punctuation_of_headings_make_no_difference() {
    for headings in [
        "UPN,Date of Birth,Surname",
        "upn,DATE_OF_BIRTH,sur name",
        " U.P.N. ,Date-Of-Birth (dd/mm/yyyy),Surname:",
    ] {
        assert_eq!(
            fields(headings),
            [Some("upn"), Some("date_of_birth"), Some("legal_surname")],
            "{headings}"
        );
    }
}

#[test]
fn headings_may_say_whose_they_are() {
    assert_eq!(
        fields("Pupil UPN,Student Surname,Child's Forename,Current Year Group"),
        [
            Some("upn"),
            Some("legal_surname"),
            Some("legal_forename"),
            Some("year")
        ]
    );
}

#[test]
fn a_plain_name_beside_a_legal_one_is_the_preferred_one() {
    assert_eq!(
        fields("Surname,Forename,Legal Surname,Legal Forename"),
        [
            Some("preferred_surname"),
            Some("preferred_forename"),
            Some("legal_surname"),
            Some("legal_forename")
        ]
    );
}

#[test]
fn a_plain_name_beside_a_legal_and_a_preferred_one_is_left_out_with_a_warning() {
    let matching = matching("Forename,Legal Forename,Preferred Forename,Surname");

    assert_eq!(matching.columns[0], None);
    assert_eq!(matching.columns[2], Some(Field::PreferredForename));
    assert_eq!(
        named(&matching.warnings),
        [(
            1,
            "Forename",
            "This column and “Legal Forename” both seem to be the Legal forename. “Legal Forename” is used and this one is left out."
        )]
    );
}

#[test]
fn of_two_columns_for_one_field_the_surer_wins_and_the_other_is_left_out() {
    assert_eq!(
        fields("DOB,Date of birth,Surname"),
        [None, Some("date_of_birth"), Some("legal_surname")]
    );
    assert_eq!(
        fields("Gender,Surname,Sex"),
        [None, Some("legal_surname"), Some("sex")]
    );
    assert_eq!(
        fields("Class,Reg Group,Surname"),
        [None, Some("class"), Some("legal_surname")]
    );
}

#[test]
fn of_two_equal_headings_the_first_is_used() {
    let matching = matching("UPN,UPN,Surname");

    assert_eq!(matching.columns[..2], [Some(Field::Upn), None]);
    assert_eq!(matching.warnings.len(), 1);
}

#[test]
fn a_whole_name_beside_its_parts_is_left_out() {
    let matching = matching("Name,Surname,Forename");

    assert_eq!(
        matching.columns,
        [None, Some(Field::LegalSurname), Some(Field::LegalForename)]
    );
    assert_eq!(
        named(&matching.warnings),
        [(
            1,
            "Name",
            "Names are taken from the other columns, and this one is left out."
        )]
    );
}

#[test]
fn columns_that_the_record_does_not_keep_are_left_out_without_a_word() {
    let matching = matching("Surname,Forename,FSM,EAL,Pupil Premium,Ethnicity,House,Adno");

    assert_eq!(matching.columns[2..], [None; 6]);
    assert_eq!(matching.warnings, []);
}

#[test]
fn every_flag_is_an_id_of_the_vocabulary() {
    let flags: Vec<&str> = Field::ALL.iter().filter_map(|field| field.flag()).collect();

    assert_eq!(
        flags,
        [
            "ehcp",
            "send-support",
            "lac",
            "plac",
            "cp",
            "cin",
            "s47",
            "early-help",
            "has-sw",
            "young-carer",
            "kinship",
            "sgo",
            "privately-fostered",
            "camhs"
        ]
    );
}

#[test]
fn every_field_is_found_again_by_its_id() {
    for field in Field::ALL {
        assert_eq!(Field::from_id(field.id()), Some(*field));
        assert!(!field.title().is_empty());
    }
    assert_eq!(Field::from_id("fsm"), None);
}

#[test]
fn columns_chosen_by_hand_are_taken_as_they_are() {
    let bytes = std::fs::read(fixtures().join("unknown-headings.csv")).unwrap();
    let table = table(&bytes).unwrap();
    let chosen = [
        None,
        Some(Field::LegalSurname),
        Some(Field::LegalForename),
        Some(Field::DateOfBirth),
    ];

    let reading = read_rows(&table, &choose_columns(&table, &chosen).unwrap(), today());

    assert!(!table.headings_known());
    assert_eq!(named(&reading.problems), vec![]);
    assert_eq!(
        named(&reading.warnings),
        [(
            1,
            "",
            "These headings are not ones we know. Check what each column is taken for."
        )]
    );
    assert_eq!(reading.rows[1].legal_forename, "Jayden");
}

#[test]
fn one_field_cannot_be_chosen_for_two_columns() {
    let table = table(b"A,B,C\n1,2,3\n").unwrap();

    let twice = choose_columns(&table, &[Some(Field::Upn), Some(Field::Upn), None]);
    let too_few = choose_columns(&table, &[Some(Field::Upn)]);

    assert_eq!(twice, Err(ExchangeError::ChosenTwice { title: "UPN" }));
    assert_eq!(too_few, Err(ExchangeError::OtherColumns));
}

#[test]
fn a_column_without_a_heading_is_called_by_its_letter() {
    let headings = format!("Surname,Forename{}\n", ",".repeat(26));
    let table = table(headings.as_bytes()).unwrap();

    assert_eq!(table.column_name(0), "Surname");
    assert_eq!(table.column_name(2), "Column C");
    assert_eq!(table.column_name(25), "Column Z");
    assert_eq!(table.column_name(26), "Column AA");
    assert_eq!(table.column_name(26 + 26 * 26), "Column AAA");
}

#[test]
fn samples_are_the_first_cells_that_hold_something() {
    let table = table(b"Surname,Forename,DOB\n,Amara,\nOkoro,,\nFairbrother,Jayden,\n").unwrap();

    assert_eq!(
        table.samples(1),
        [vec!["Okoro".to_owned()], vec!["Amara".to_owned()], vec![]]
    );
}

#[test]
fn a_title_that_holds_one_known_word_is_not_taken_for_headings() {
    let table = table(b"Class,8T,,\nPrinted,today,,\nUPN,Surname,Forename,DOB\n,a,b,\n").unwrap();

    assert_eq!(table.heading_row(), 3);
}

#[test]
fn a_list_without_headings_keeps_its_first_pupil() {
    let bytes = std::fs::read(fixtures().join("no-headings.csv")).unwrap();
    let table = table(&bytes).unwrap();
    let chosen = [
        Some(Field::Upn),
        Some(Field::LegalSurname),
        Some(Field::LegalForename),
        Some(Field::DateOfBirth),
    ];

    let guessed = read_rows(&table, &match_columns(&table), today());
    let reading = read_rows(&table, &choose_columns(&table, &chosen).unwrap(), today());

    assert!(guessed.problem_count > 0);
    assert_eq!(table.column_name(1), "Column B");
    assert_eq!(
        named(&reading.warnings),
        [(
            3,
            "",
            "This list has no headings. Check what each column is taken for."
        )]
    );
    let pupils: Vec<(u32, &str)> = reading
        .rows
        .iter()
        .map(|row| (row.row, row.legal_forename.as_str()))
        .collect();
    assert_eq!(pupils, [(3, "Zoë"), (4, "Siân")]);
}
