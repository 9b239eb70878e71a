//! What stands in the cells of a history.

use domain::when::NaiveTime;

use super::*;
use crate::past::moment::read_moment;

fn at(cell: &str) -> Result<(String, Option<String>), String> {
    read_moment(cell, today()).map(|moment| {
        let time = moment
            .time
            .map(|time: NaiveTime| time.format("%H:%M:%S").to_string());
        (moment.day.to_string(), time)
    })
}

#[test]
fn days_and_times_are_read_day_first_in_every_way_programs_write_them() {
    let same = Ok(("2022-05-03".to_owned(), Some("14:05:00".to_owned())));
    for cell in [
        "03/05/2022 14:05",
        "3/5/2022 14:05:00",
        "03/05/2022, 14:05",
        "2022-05-03T14:05",
        "2022-05-03T14:05:00.000Z",
        "2022-05-03 14:05",
        "3 May 2022 at 2.05pm",
        "Tue 3 May 2022 2:05 PM",
        "03-05-2022 02:05pm",
    ] {
        assert_eq!(at(cell), same, "{cell}");
    }
    let day = Ok(("2022-05-03".to_owned(), None));
    for cell in [
        "03/05/2022",
        "3 May 2022",
        "2022-05-03",
        "03/05/2022 00:00:00",
    ] {
        assert_eq!(at(cell), day, "{cell}");
    }
}

#[test]
fn what_can_be_read_two_ways_or_not_at_all_is_refused_in_a_sentence() {
    for (cell, say) in [
        (
            "05/13/2022 10:00",
            "There is no month 13. Dates are read day first, as in 25/12/2014.",
        ),
        ("31/02/2022", "There is no 31 February."),
        (
            "44684",
            "A spreadsheet\u{2019}s day number stands here. Format the column as a date and save the file again.",
        ),
        ("03/05/2030", "This day is still to come."),
        (
            "03/05/2022 25:10",
            "This cannot be read as a time. Write it as 14:05.",
        ),
        (
            "last Tuesday",
            "This cannot be read as a date. Write it as 25/12/2014.",
        ),
    ] {
        assert_eq!(at(cell), Err(say.to_owned()), "{cell}");
    }
}

#[test]
fn actions_with_a_day_and_a_writer_come_apart_and_others_stay_whole() {
    let dated = one(
        "Actions",
        "\"03/05/2022 11:00 - R. Calloway: Rang Mum.\nNo answer.\n04/05/2022 - J. Smith: Spoke to her.\"",
    );
    let actions = &dated.rows[0].actions;
    assert_eq!(actions.len(), 2);
    assert_eq!(actions[0].by, "R. Calloway");
    assert_eq!(actions[0].text, "Rang Mum.\nNo answer.");
    assert_eq!(actions[1].at.unwrap().time, None);

    let whole = one("Actions", "\"Rang Mum - twice.\nNo answer.\"");
    assert_eq!(whole.rows[0].actions.len(), 1);
    assert_eq!(
        whole.rows[0].actions[0].text,
        "Rang Mum - twice.\nNo answer."
    );
    assert_eq!(whole.rows[0].actions[0].at, None);
}

#[test]
fn categories_and_other_pupils_are_told_apart_by_every_mark() {
    let read = one(
        "Category,Linked Students",
        "\"A, B;C\nA\",\"Jay Fairbrother, Rhys Null\"",
    );
    assert_eq!(read.rows[0].categories, ["A", "B", "C"]);
    assert_eq!(read.rows[0].linked, ["Jay Fairbrother", "Rhys Null"]);

    let reversed = one("Linked Students", "\"Fairbrother, Jay; Null, Rhys\"");
    assert_eq!(reversed.rows[0].linked, ["Jay Fairbrother", "Rhys Null"]);
}

#[test]
fn a_story_of_200_kilobytes_comes_whole() {
    let story = "She said it again. ".repeat(11_000);
    let file =
        format!("Student;Incident;Incident Date\nAmara Oyelaran;\"{story}\nEnd.\";03/05/2022\n");
    let read = read_bytes(file.as_bytes()).unwrap();
    assert_eq!(read.rows[0].text, format!("{story}\nEnd."));
}

#[test]
fn what_is_missing_is_named_by_row_and_column() {
    let read = read_bytes(
        b"Student,Incident,Incident Date\n,Words.,03/05/2022\nAmara,,03/05/2022\nAmara,Words.,\nAmara,Words.,x\nAmara,Words., - \n",
    )
    .unwrap();
    assert_eq!(
        named(&read.problems),
        [
            (2, "Student", "This row names no pupil."),
            (3, "Incident", "Nothing is written in this row."),
            (4, "Incident Date", "This row has no day."),
            (
                5,
                "Incident Date",
                "This cannot be read as a date. Write it as 25/12/2014."
            ),
            (6, "Incident Date", "This row has no day."),
        ]
    );
    assert!(read.rows.is_empty());
    let none = read_bytes(b"UPN,Category\nP801200019501,A\n").unwrap();
    assert_eq!(none.problem_count, 3, "name, words and day");
}

#[test]
fn the_program_is_known_by_its_headings() {
    let source = |text: &str| guess_source(&read_table(decode(text.into()).unwrap()).unwrap());
    assert_eq!(source("Student,Incident,Incident Date\n"), Some("CPOMS"));
    assert_eq!(source("Pupil,Concern ID,Concern Date\n"), Some("MyConcern"));
    assert_eq!(source("Pupil,Notes,Date\n"), None);
}
