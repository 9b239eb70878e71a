//! Lists as four systems export them, with invented pupils.

use super::*;

#[test]
fn a_sims_list_is_read() {
    let reading = fixture("sims-good.csv").unwrap();

    assert_eq!(named(&reading.problems), vec![]);
    assert_eq!(named(&reading.warnings), vec![]);
    assert_eq!(reading.rows.len(), 9);
    let kasia = &reading.rows[3];
    assert_eq!(kasia.legal_surname, "Wiśniewska-Żółć");
    assert_eq!(kasia.legal_forename, "Katarzyna");
    assert_eq!(kasia.preferred_forename, some("Kasia"));
    assert_eq!(kasia.preferred_surname, None);
    assert_eq!(kasia.date_of_birth, Some(day(2012, 12, 11)));
    assert_eq!(kasia.year, some("9"));
    assert_eq!(kasia.class, some("9C"));
    assert_eq!(kasia.admitted, Some(day(2024, 9, 4)));
    assert_eq!(kasia.flags, ["ehcp", "lac"]);
    assert_eq!(reading.rows[0].middle_names, some("Folake"));
    assert_eq!(reading.rows[1].flags, ["send-support"]);
    assert_eq!(reading.rows[7].legal_surname, "Null");
    assert_eq!(
        reading.rows[8].upn.as_ref().map(|upn| upn.ends_with('A')),
        Some(true)
    );
}

#[test]
fn an_arbor_list_in_many_scripts_is_read() {
    let reading = fixture("arbor-good.csv").unwrap();

    assert_eq!(named(&reading.problems), vec![]);
    assert_eq!(named(&reading.warnings), vec![]);
    assert_eq!(reading.rows.len(), 8);
    let named: Vec<(&str, &str)> = reading
        .rows
        .iter()
        .map(|row| (row.legal_forename.as_str(), row.legal_surname.as_str()))
        .collect();
    assert_eq!(named[1], ("محمد", "الخطيب"));
    assert_eq!(named[2], ("অনন্যা", "গঙ্গোপাধ্যায়"));
    assert_eq!(named[5], ("ਹਰਪ੍ਰੀਤ", "ਸਿੰਘ"));
    let siyu = &reading.rows[4];
    assert_eq!(
        (
            siyu.preferred_forename.clone(),
            siyu.preferred_surname.clone()
        ),
        (some("Siyu"), some("Chen"))
    );
    assert_eq!(siyu.year, some("R"));
    assert_eq!(siyu.date_of_birth, Some(day(2022, 8, 30)));
    assert_eq!(reading.rows[6].year, some("N2"));
    assert_eq!(reading.rows[6].upn, None);
    assert_eq!(reading.rows[1].flags, ["send-support", "young-carer"]);
    assert_eq!(reading.rows[5].flags, ["ehcp", "lac"]);
}

#[test]
fn a_bromcom_list_in_utf_16_with_tabs_is_read() {
    let reading = fixture("bromcom-good.csv").unwrap();

    assert_eq!(named(&reading.problems), vec![]);
    assert_eq!(named(&reading.warnings), vec![]);
    let zo = &reading.rows[2];
    assert_eq!(
        (zo.legal_surname.as_str(), zo.preferred_forename.as_deref()),
        ("Østergård", Some("Zo"))
    );
    assert_eq!(zo.left_on, Some(day(2026, 10, 23)));
    assert_eq!(zo.flags, ["ehcp", "lac"]);
    assert_eq!(reading.rows[1].flags, ["cp", "send-support"]);
    assert_eq!(reading.rows[1].date_of_birth, Some(day(2015, 4, 30)));
    assert_eq!(reading.rows[3].legal_surname, "Mac Giolla Bhríde");
}

#[test]
fn a_scholarpack_list_in_windows_1252_is_read() {
    let reading = fixture("scholarpack-good.csv").unwrap();

    assert_eq!(named(&reading.problems), vec![]);
    assert_eq!(named(&reading.warnings), vec![]);
    let rows: Vec<(&str, Option<&str>, &[&str])> = reading
        .rows
        .iter()
        .map(|row| {
            (
                row.legal_surname.as_str(),
                row.year.as_deref(),
                row.flags.as_slice(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Fernández Ruiz", Some("2"), ["send-support"].as_slice()),
            ("Brontë", Some("2"), ["cin"].as_slice()),
            ("Åkesson", Some("1"), ["plac"].as_slice()),
        ]
    );
}

#[test]
fn polish_names_of_an_old_spreadsheet_are_read_in_their_own_encoding() {
    let reading = fixture("windows-1250.csv").unwrap();

    assert_eq!(reading.rows[0].legal_surname, "Wałęsińska");
    assert_eq!(reading.rows[1].legal_forename, "Łucja");
}

#[test]
fn whole_names_are_split_at_the_comma_or_in_the_order_of_their_heading() {
    let reading = fixture("whole-names.csv").unwrap();
    let names: Vec<(&str, &str)> = reading
        .rows
        .iter()
        .map(|row| (row.legal_surname.as_str(), row.legal_forename.as_str()))
        .collect();

    assert_eq!(
        names,
        [
            ("Oyelaran", "Amara Folake"),
            ("Fairbrother", "Jayden"),
            ("van der Meulen", "Noa")
        ]
    );
    assert_eq!(
        named(&reading.warnings),
        [(
            4,
            "Name",
            "This name has more than two words. Check which of them are the surname."
        )]
    );

    let reading = fixture("surname-forename.csv").unwrap();
    let names: Vec<(&str, &str)> = reading
        .rows
        .iter()
        .map(|row| (row.legal_surname.as_str(), row.legal_forename.as_str()))
        .collect();
    assert_eq!(names, [("Oyelaran", "Amara"), ("van der Meulen", "Noa")]);
}

#[test]
fn one_day_written_in_fourteen_ways_is_one_day() {
    let reading = fixture("dates-in-many-ways.csv").unwrap();

    assert_eq!(named(&reading.problems), vec![]);
    assert_eq!(reading.rows.len(), 14);
    for row in &reading.rows {
        assert_eq!(row.date_of_birth, Some(day(2014, 9, 2)), "row {}", row.row);
    }
}
