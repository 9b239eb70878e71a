//! Whatever is brought, nothing breaks, and rows and problems never come together.

use proptest::prelude::*;

use super::*;

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(table) = table(bytes) else {
        return Ok(());
    };
    table.samples(3);
    let reading = read_rows(&table, &match_columns(&table), today());

    prop_assert!(reading.problem_count == 0 || reading.rows.is_empty());
    prop_assert!(reading.problem_count > 0 || !reading.rows.is_empty());
    prop_assert_eq!(reading.problem_count == 0, reading.problems.is_empty());
    prop_assert!(reading.rows.len() <= reading.row_count);
    for row in &reading.rows {
        prop_assert!(!row.legal_surname.is_empty() && !row.legal_forename.is_empty());
        prop_assert!(!row.legal_surname.contains(char::REPLACEMENT_CHARACTER));
        prop_assert!(row.date_of_birth.is_none_or(|born| born <= today()));
    }
    Ok(())
}

/// Lists nearly right: cells that mean something, in any order, with any mark between them.
fn nearly_lists() -> impl Strategy<Value = String> {
    let cells = prop::sample::select(vec![
        "UPN",
        "Surname",
        "Forename",
        "DOB",
        "Year",
        "LAC",
        "SEN",
        "Name",
        "Sex",
        "DOA",
        "P801200019501",
        "Oyelaran",
        "Amara",
        "02/09/2014",
        "31/02/2014",
        "41884",
        "7",
        "R",
        "Y",
        "K",
        "\"",
        "\"\"",
        "=\"",
        "\u{FFFD}",
        "\0",
        "é",
        "sep=;",
        "Total",
        "",
        " ",
        "Smith, John",
        "20140902",
        "2 Sep 14",
        "-",
        "#",
        "99999999999999999999",
    ]);
    let ends = prop::sample::select(vec![
        ",", ",", ",", "\n", "\n", "\r\n", "\r", ";", "\t", "|", "\"",
    ]);
    prop::collection::vec((cells, ends), 0..80).prop_map(|cells| {
        cells
            .into_iter()
            .flat_map(|(cell, end)| [cell, end])
            .collect()
    })
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&bytes)?;
    }

    #[test]
    fn any_text_under_good_headings(text in any::<String>()) {
        check(format!("UPN,Surname,Forename,DOB,Year,SEN,LAC\n{text}").as_bytes())?;
    }

    #[test]
    fn lists_nearly_right(text in nearly_lists()) {
        check(text.as_bytes())?;
    }

    #[test]
    fn good_lists_with_bytes_changed(
        name in prop::sample::select(vec!["plain.csv", "windows-1252.csv", "utf16-no-bom.csv", "sims-good.csv", "bromcom-good.csv"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = std::fs::read(fixtures().join(name)).unwrap();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        check(&bytes)?;

        bytes.truncate(cut.index(bytes.len()));
        check(&bytes)?;
    }
}
