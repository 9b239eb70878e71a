use std::fmt::Write;

use domain::pupil::check_letter;

use super::super::MOST_SHOWN;
use super::*;

/// A list of invented pupils, each with a UPN of its own.
fn list(rows: u32) -> String {
    let mut text = String::with_capacity(rows as usize * 110);
    text.push_str("UPN,Legal Surname,Legal Forename,Preferred Forename,Date of Birth,Sex,Year,Reg Group,Admission Date,SEN Status,LAC\n");
    for row in 0..rows {
        let twelve = format!("{:012}", 100_000_000_000_u64 + u64::from(row));
        let letter = check_letter(&twelve).unwrap();
        let born = 1 + row % 28;
        writeln!(
            text,
            "{letter}{twelve},Wiśniewska{row},Katarzyna,Kasia,{born:02}/03/2015,F,Year 7,7B,02/09/2026,K,N"
        )
        .unwrap();
    }
    text
}

#[test]
fn problems_beyond_those_listed_are_counted() {
    let mut text = list(1_000);
    for row in 0..1_000 {
        writeln!(
            text,
            "P80120001950{row},Oyelaran,Amara,,31/02/2015,F,7,7B,,N,N"
        )
        .unwrap();
    }

    let reading = read_text(&text);

    assert_eq!(reading.problems.len(), MOST_SHOWN);
    // The first ten have a UPN of the right length, of which one is right and the others only warn.
    assert_eq!(reading.problem_count, 1_000 + 990);
    assert_eq!(reading.row_count, 2_000);
    assert!(reading.rows.is_empty());
    assert_eq!(reading.problems[0].row, 1_002);
}

#[test]
fn a_list_of_five_thousand_is_read_whole() {
    let reading = read_text(&list(5_000));

    assert_eq!(
        (
            reading.rows.len(),
            reading.problem_count,
            reading.warning_count
        ),
        (5_000, 0, 0)
    );
    assert_eq!(reading.rows.last().map(|row| row.row), Some(5_001));
}

#[test]
fn a_duplicate_far_down_is_named_with_the_row_it_repeats() {
    let mut text = list(5_000);
    let first = text.lines().nth(1).unwrap().to_owned();
    text.push_str(&first);

    let reading = read_text(&text);

    assert_eq!(
        named(&reading.problems),
        [(
            5_002,
            "UPN",
            "Row 2 has the same UPN. Each belongs to one pupil."
        )]
    );
}

/// Run with `cargo test --release -p exchange a_million -- --ignored --nocapture`.
#[test]
#[ignore = "a minute unoptimised"]
fn a_million_rows_are_read() {
    let text = list(1_000_000);
    let start = std::time::Instant::now();

    let table = Table::read(decode(text.into_bytes()).unwrap()).unwrap();
    let found = start.elapsed();
    let reading = read_rows(&table, &match_columns(&table), today());

    println!(
        "headings found after {found:?}, rows read after {:?}",
        start.elapsed()
    );

    assert_eq!((reading.rows.len(), reading.problem_count), (1_000_000, 0));
}
