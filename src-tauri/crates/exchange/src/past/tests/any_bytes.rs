//! Whatever is brought, nothing breaks, and rows and problems never come together.

use proptest::prelude::*;

use super::*;

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(reading) = read_bytes(bytes) else {
        return Ok(());
    };
    prop_assert!(reading.problem_count == 0 || reading.rows.is_empty());
    prop_assert!(reading.problem_count > 0 || reading.rows.len() == reading.row_count);
    for row in &reading.rows {
        prop_assert!(!row.pupil.name.is_empty() || !row.pupil.upn.is_empty());
        prop_assert!(
            row.occurred
                .or(row.added)
                .is_some_and(|at| at.day <= today())
        );
    }
    Ok(())
}

fn nearly_histories() -> impl Strategy<Value = String> {
    let cells = prop::sample::select(vec![
        "Student",
        "Incident",
        "Date",
        "Time",
        "Actions",
        "Category",
        "Oyelaran, Amara",
        "Words",
        "03/05/2022",
        "03/05/2022 10:14",
        "2022-05-03T10:14Z",
        "T",
        "10:14",
        "2pm",
        "99:99",
        "am",
        "03/05/2022 - J. Smith: Rang",
        " - ",
        ":",
        "\"",
        "\"\"",
        "\u{FFFD}",
        "\0",
        "é",
        "",
        "-",
        "99999999999999999999",
    ]);
    let ends = prop::sample::select(vec![",", ",", ",", "\n", "\n", "\r", ";", "\t", "|"]);
    prop::collection::vec((cells, ends), 0..60).prop_map(|cells| {
        cells
            .into_iter()
            .flat_map(|(cell, end)| [cell, end])
            .collect()
    })
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes)?;
    }

    #[test]
    fn any_text_under_good_headings(text in any::<String>()) {
        check(format!("Student,Incident,Incident Date,Incident Time,Actions,Linked Students\n{text}").as_bytes())?;
    }

    #[test]
    fn histories_nearly_right(text in nearly_histories()) {
        check(format!("Student,Incident,Date,Time,Actions\n{text}").as_bytes())?;
    }
}
