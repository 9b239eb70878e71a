use super::*;

/// The one pupil of a list with one more column.
fn with(heading: &str, value: &str) -> RollReading {
    let quoted = value.replace('"', "\"\"");
    read_text(&format!(
        "Surname,Forename,{heading}\nOyelaran,Amara,\"{quoted}\"\n"
    ))
}

#[test]
fn year_groups_are_kept_in_the_codes_of_the_dfe() {
    let cases = [
        ("Year 7", "7"),
        ("7", "7"),
        ("07", "7"),
        ("Yr 7", "7"),
        ("Yr7", "7"),
        ("Y7", "7"),
        ("year  13", "13"),
        ("NC Year 4", "4"),
        ("R", "R"),
        ("Reception", "R"),
        ("Year R", "R"),
        ("YR", "R"),
        ("FS2", "R"),
        ("0", "R"),
        ("N1", "N1"),
        ("Nursery 2", "N2"),
        ("Nursery", "N"),
        ("Lower Sixth", "Lower Sixth"),
        ("15", "15"),
    ];
    for (written, code) in cases {
        assert_eq!(with("Year", written).rows[0].year, some(code), "{written}");
    }
}

#[test]
fn a_school_year_runs_from_september_to_august() {
    let fits = |born: &str, year: &str, today| {
        let text = format!("Surname,Forename,DOB,Year\nOyelaran,Amara,{born},{year}\n");
        let table = table(text.as_bytes()).unwrap();
        read_rows(&table, &match_columns(&table), today).warning_count == 0
    };
    let november = day(2026, 11, 10);

    // Reception: four on 31 August, five within the year.
    assert!(fits("31/08/2022", "R", november) && fits("01/09/2021", "R", november));
    assert!(!fits("01/09/2022", "R", november) && !fits("31/08/2021", "R", november));
    assert!(fits("01/09/2014", "7", november) && fits("31/08/2015", "7", november));
    assert!(!fits("31/08/2014", "7", november));
    assert!(fits("17/06/2023", "N2", november) && fits("17/06/2024", "N1", november));
    // In spring it is still the school year that began last September.
    assert!(fits("01/09/2014", "7", day(2027, 3, 1)) && !fits("01/09/2014", "8", day(2027, 3, 1)));
    // In July and August lists may already show the next.
    assert!(fits("01/09/2014", "7", day(2027, 8, 15)) && fits("01/09/2014", "8", day(2027, 8, 15)));
    assert!(!fits("01/09/2014", "7", day(2027, 9, 1)));
}

#[test]
fn a_misfit_says_which_year_is_usual() {
    let text = "Surname,Forename,DOB,Year\nA,B,31/08/2022,1\nC,D,31/08/2023,R\n";

    let reading = read_text(text);

    assert_eq!(
        named(&reading.warnings),
        [
            (
                2,
                "Year",
                "This year group does not fit the birth date. A child of that age is usually in Reception."
            ),
            (
                3,
                "Year",
                "This year group does not fit the birth date. A child of that age is usually in Nursery."
            ),
        ]
    );
}

#[test]
fn two_figures_of_a_year_are_the_latest_that_can_be_meant() {
    assert_eq!(
        with("DOB", "02/09/14").rows[0].date_of_birth,
        Some(day(2014, 9, 2))
    );
    assert_eq!(
        with("DOB", "02/09/98").rows[0].date_of_birth,
        Some(day(1998, 9, 2))
    );
    assert_eq!(
        with("Leaving date", "31/08/33").rows[0].left_on,
        Some(day(2033, 8, 31))
    );
    assert_eq!(with("DOB", "02/12/26").problem_count, 1);
}

#[test]
fn only_a_birth_cannot_be_still_to_come() {
    assert_eq!(
        with("Admission date", "01/09/2027").rows[0].admitted,
        Some(day(2027, 9, 1))
    );
    assert_eq!(with("DOB", "10/11/2026").problem_count, 0);
    assert_eq!(with("DOB", "11/11/2026").problem_count, 1);
}

#[test]
fn dates_that_are_not_dates_are_refused() {
    let not_dates = [
        "31/04/2014",
        "00/09/2014",
        "32/01/2014",
        "02/13/2014",
        "2014",
        "02/09",
        "1234567",
        "02/09/214",
        "09/2014",
        "2/9/2014/1",
        "second of May",
        "02/09/0014",
        "2014-13-01",
        "٠٢/٠٩/٢٠١٤",
        "99999",
        "1/Foo/2014",
    ];
    for written in not_dates {
        let reading = with("DOB", written);

        assert_eq!(reading.problem_count, 1, "{written}");
        assert!(reading.rows.is_empty(), "{written}");
    }
}

#[test]
fn a_dash_or_a_word_for_nothing_is_nothing_in_all_but_names() {
    for nothing in ["", " ", "-", "N/A", "null", "None", "#N/A"] {
        let text = format!(
            "Surname,Forename,UPN,DOB,Year,Class\nNone,Null,{nothing},{nothing},{nothing},{nothing}\n"
        );
        let reading = read_text(&text);

        assert_eq!(named(&reading.problems), vec![], "{nothing}");
        let pupil = &reading.rows[0];
        assert_eq!(
            (pupil.legal_surname.as_str(), pupil.legal_forename.as_str()),
            ("None", "Null")
        );
        assert!(
            pupil.upn.is_none()
                && pupil.date_of_birth.is_none()
                && pupil.year.is_none()
                && pupil.class.is_none()
        );
    }
    assert_eq!(with("Middle names", "-").rows[0].middle_names, None);
}

#[test]
fn names_lose_the_space_around_them_and_nothing_else() {
    let names = [
        ("  Okoro ", "Okoro"),
        ("Mac  Giolla\u{a0}Bhríde", "Mac Giolla Bhríde"),
        ("Ali\u{200f}", "Ali"),
        ("\u{feff}Zoë", "Zoë"),
        ("نیلوفر\u{200c}ها", "نیلوفر\u{200c}ها"),
        ("O\u{2bb}Brien", "O\u{2bb}Brien"),
        ("Anne \"Annie\"", "Anne \"Annie\""),
        ("ˋIlima", "ˋIlima"),
        ("DE LA CRUZ", "DE LA CRUZ"),
        ("Smith\nJones", "Smith Jones"),
    ];
    for (written, kept) in names {
        assert_eq!(
            with("Former surname", written).rows[0].former_surname,
            some(kept),
            "{written:?}"
        );
    }
}

#[test]
fn a_control_character_in_a_name_is_named() {
    let reading = with("Middle names", "Am\u{0}ara");

    assert_eq!(
        named(&reading.problems),
        [(
            2,
            "Middle names",
            "A letter here could not be read as UTF-8. Save the list again as CSV UTF-8."
        )]
    );
}

#[test]
fn a_preferred_name_that_is_the_legal_one_is_not_kept_twice() {
    assert_eq!(
        with("Preferred forename", "Amara").rows[0].preferred_forename,
        None
    );
    assert_eq!(
        with("Known as", "Mari").rows[0].preferred_forename,
        some("Mari")
    );
}

#[test]
fn sex_is_kept_in_words_and_unknown_as_nothing() {
    for (written, kept) in [
        ("F", some("Female")),
        ("male", some("Male")),
        ("Girl", some("Female")),
        ("U", None),
        ("Not known", None),
        ("Intersex", some("Intersex")),
    ] {
        assert_eq!(with("Sex", written).rows[0].sex, kept, "{written}");
    }
}

#[test]
fn sen_codes_of_every_age_set_the_flag_they_mean() {
    let cases: [(&str, &[&str]); 11] = [
        ("N", &[]),
        ("", &[]),
        ("K", &["send-support"]),
        ("SEN Support", &["send-support"]),
        ("K - SEN support", &["send-support"]),
        ("School Action Plus", &["send-support"]),
        ("E", &["ehcp"]),
        ("EHCP", &["ehcp"]),
        ("E - Education, Health and Care Plan", &["ehcp"]),
        ("S", &["ehcp"]),
        ("No Special Educational Need", &[]),
    ];
    for (written, flags) in cases {
        let reading = with("SEN Status", written);

        assert_eq!(reading.rows[0].flags, flags, "{written}");
        assert_eq!(reading.warning_count, 0, "{written}");
    }
}

#[test]
fn yes_is_yes_in_every_system() {
    for yes in [
        "Y",
        "yes",
        "TRUE",
        "T",
        "1",
        "x",
        "✓",
        "Looked after",
        "LAC",
        "Current",
    ] {
        assert_eq!(with("LAC", yes).rows[0].flags, ["lac"], "{yes}");
    }
    for no in [
        "N",
        "No",
        "FALSE",
        "F",
        "0",
        "",
        "-",
        "None",
        "Not applicable",
    ] {
        let reading = with("LAC", no);
        assert!(
            reading.rows[0].flags.is_empty() && reading.warning_count == 0,
            "{no}"
        );
    }
}

#[test]
fn leaving_before_coming_is_warned_of() {
    let reading = read_text("Surname,Forename,DOA,DOL\nOyelaran,Amara,01/09/2025,01/09/2024\n");

    assert_eq!(
        named(&reading.warnings),
        [(2, "DOL", "This pupil left before coming to the school.")]
    );
}

#[test]
fn a_legal_surname_column_and_a_whole_name_fill_what_each_lacks() {
    let reading = read_text("Legal surname,Name\nWiśniewska-Żółć,Kasia Wiśniewska\n");

    let pupil = &reading.rows[0];
    assert_eq!(
        (pupil.legal_surname.as_str(), pupil.legal_forename.as_str()),
        ("Wiśniewska-Żółć", "Kasia")
    );
}
