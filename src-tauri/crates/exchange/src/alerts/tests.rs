use super::*;
use crate::roll::{Table, decode};

fn today() -> domain::when::NaiveDate {
    domain::when::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn read(text: &str) -> (Table, AlertReading) {
    let table = AlertMatching::table(decode(text.as_bytes().to_vec()).unwrap()).unwrap();
    let matching = match_alerts(&table);
    let reading = read_alerts(&table, &matching, today());
    (table, reading)
}

/// Shaped as each system shapes its list; the words are invented.
const SHAPES: [(&str, &str); 4] = [
    (
        "Smoothwall",
        "Alert ID,Date,Time,User,Computer,Theme,Alert Level,Captured text\n8831,13/11/2026,11:04,amara.o,LIB-04,Bullying,4,\"nobody would miss you, go\"\n",
    ),
    (
        "Senso",
        "Violation ID;Violation Time;Username;Device Name;Keyword Library;Severity;Violation Text\n8831;2026-11-13 11:04:09;amara.o;LIB-04;Bullying;High;nobody would miss you\n",
    ),
    (
        "Impero",
        "Capture ID,Capture Time,Logged On User,Machine,Policy,Priority,Matched Phrase\n8831,13 Nov 2026 11:04,amara.o,LIB-04,Bullying,4,nobody would miss you\n",
    ),
    (
        "Lightspeed",
        "Timestamp\tUser\tDevice\tPolicy Name\tRisk Rating\tSearch Term\n2026-11-13T11:04:00Z\tamara.o\tLIB-04\tBullying\tHigh\tnobody would miss you\n",
    ),
];

#[test]
fn a_list_of_each_system_is_told_by_its_headings_and_read() {
    for (system, list) in SHAPES {
        let (table, reading) = read(list);

        assert_eq!(guess_system(&table), Some(system));
        assert_eq!(reading.problem_count, 0, "{system}: {:?}", reading.problems);
        let row = &reading.rows[0];
        assert_eq!(
            (row.at.day.to_string().as_str(), row.user.as_str()),
            ("2026-11-13", "amara.o"),
            "{system}"
        );
        assert_eq!(
            row.at.time.unwrap().format("%H:%M").to_string(),
            "11:04",
            "{system}"
        );
        assert!(
            row.trigger.starts_with("Bullying: nobody would miss you"),
            "{system}"
        );
        assert_eq!(row.device, "LIB-04");
        assert!(["4", "High"].contains(&row.grade.as_str()));
    }
}

#[test]
fn one_row_that_cannot_be_read_names_itself_and_nothing_comes_in() {
    let list = "Alert ID,Date,User,Keyword\n1,13/11/2026 11:04,amara.o,knife\n2,31/02/2026,ben,knife\n3,25/12/2026,ben,knife\n";

    let (_, reading) = read(list);

    assert!(reading.rows.is_empty());
    let rows: Vec<(u32, &str)> = reading
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str()))
        .collect();
    assert_eq!(rows, [(3, "Date"), (4, "Date")]);
}

#[test]
fn a_list_without_a_time_or_a_trigger_says_which_column_is_missing() {
    let (_, reading) = read("User,Device,Severity\namara.o,LIB-04,High\n");

    assert_eq!(reading.problem_count, 2);
    assert!(reading.problems[0].say.contains("when"));
    assert!(reading.problems[1].say.contains("set an alert off"));
}

#[test]
fn a_time_that_stands_alone_holds_the_day_too() {
    let (_, reading) = read("Time,Keyword\n13/11/2026 11:04,knife\n");

    assert_eq!(reading.rows[0].at.day.to_string(), "2026-11-13");
}

#[test]
fn a_heading_alone_and_ragged_rows_are_refused() {
    assert_eq!(read("Date,Keyword\n").1.problem_count, 1);
    let (_, ragged) = read("Date,Keyword\n13/11/2026,knife,more,and more\n");
    assert_eq!((ragged.problem_count, ragged.rows.len()), (1, 0));
}
