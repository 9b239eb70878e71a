//! Input that cannot be taken: named by file, line and field, and nothing is changed.

use serde_json::{Value, json};

use crate::bench::{Bench, CONCERN};

#[test]
fn every_problem_of_a_list_is_named_by_row_and_column_and_nothing_is_taken_in() {
    let bench = Bench::with_vault();
    bench.put(
        "bad.csv",
        "Legal Surname,Legal Forename,UPN,DOB\nOkafor,Amara,H801200001001,14/03/2014\nBell,Tom,H801200001001,31/02/2014\nAhmed,Zara,XX,01/01/2014\n",
    );

    let ran = bench.ruth("pupils import bad.csv").refused(5);

    ran.says("bad.csv:3: DOB: ")
        .says("bad.csv:3: UPN: ")
        .says("bad.csv:4: UPN: ");
    assert_eq!(bench.json("pupils list"), json!([]));
    let error = bench
        .ruth("pupils import bad.csv --json")
        .refused(5)
        .error();
    assert_eq!(error["problems"][0]["file"], "bad.csv");
    assert!(
        error["problems"]
            .as_array()
            .unwrap()
            .iter()
            .any(|problem| problem["line"] == 3 && problem["field"] == "DOB")
    );
    let dry = bench.ruth("pupils import bad.csv --dry-run --json");
    assert_eq!(dry.code, 5);
    let document: Value = serde_json::from_str(&dry.out).unwrap();
    assert!(document["problem_count"].as_u64().unwrap() >= 3);
}

#[test]
fn a_map_says_what_columns_hold_and_is_checked_itself() {
    let bench = Bench::with_vault();
    bench.put("odd.csv", "A,B,C\nOkafor,Amara,14/03/2014\n");
    bench.put(
        "map.json",
        r#"{"A": "legal_surname", "b": "legal_forename", "C": null}"#,
    );
    bench.put(
        "wrong.json",
        "{\n\"A\": \"legal_surname\",\n\"Z\": \"upn\",\n\"B\": \"shoe_size\"}",
    );

    bench.ruth("pupils import odd.csv").refused(5);
    bench
        .ruth("pupils import odd.csv --map wrong.json")
        .refused(5)
        .says("wrong.json:3: Z: ")
        .says("wrong.json:4: B: ");
    bench.ruth("pupils import odd.csv --map map.json").done();

    let pupils = bench.json("pupils list");
    assert_eq!(
        (&pupils[0]["legal_surname"], &pupils[0]["legal_forename"]),
        (&json!("Okafor"), &json!("Amara"))
    );
    assert_eq!(pupils[0]["date_of_birth"], Value::Null);
}

#[test]
fn a_list_that_is_no_csv_is_refused_in_a_sentence() {
    let bench = Bench::with_vault();
    bench.put("empty.csv", "");
    std::fs::write(bench.path("book.csv"), b"PK\x03\x04 and so on").unwrap();

    bench
        .ruth("pupils import empty.csv")
        .refused(5)
        .says("empty.csv: ");
    bench
        .ruth("pupils import book.csv")
        .refused(5)
        .says("book.csv: ");
    bench
        .ruth("pupils import none.csv")
        .refused(5)
        .says("none.csv: There is no such file");
    bench.ruth("pupils import .").refused(5);
}

#[test]
fn a_transfer_file_is_taken_in_and_has_no_columns_to_map() {
    let bench = Bench::with_vault();
    let pupil = |born: &str| {
        format!(
            "<CTfile><Header><CTFversion>25.0</CTFversion></Header><CTFpupilData><Pupil><Surname>Okafor</Surname><Forename>Amara</Forename><DOB>{born}</DOB></Pupil></CTFpupilData></CTfile>"
        )
    };
    bench.put("bad.xml", &pupil("2014-02-31"));
    bench.put("good.xml", &pupil("2014-02-28"));
    bench.put("map.json", "{\"Surname\": \"legal_surname\"}");

    bench
        .ruth("pupils import bad.xml")
        .refused(5)
        .says("bad.xml:1: Date of birth (DOB): There is no 31 February.");
    bench
        .ruth("pupils import good.xml --map map.json")
        .refused(2)
        .says("--map has nothing to say");
    let taken = bench.ruth("pupils import good.xml").done();
    assert!(
        taken
            .out
            .starts_with("Common Transfer File 25.0.\n1 pupils"),
        "{}",
        taken.out
    );

    assert_eq!(
        bench.json("pupils list")[0]["legal_surname"],
        json!("Okafor")
    );
}

#[test]
fn a_wrong_field_of_a_concern_is_named_with_its_line_and_never_repeated() {
    let bench = Bench::with_pupils();
    let whole: Value = serde_json::from_str(CONCERN).unwrap();
    let cases = [
        ("{\n\"descripton\": \"a\"}", 2, "descripton"),
        ("{\n\n\"student\": {\"upm\": \"x\"}}", 3, "student.upm"),
        (
            "{\"student\": {\"name\": \"A\"},\n\"occurred_at\": 5}",
            2,
            "occurred_at",
        ),
        (
            "{\"description\": \"a\",\n\"occurred_about\": \"hidden words\"}",
            2,
            "occurred_about",
        ),
        (
            "{\"linked_people\": [{\"name\": \"A\"},\n{\"name\": \"B\",\n\"role\": [\"hidden words\"]}]}",
            3,
            "linked_people[1].role",
        ),
        ("[\"pupil-concern\"]", 1, ""),
        ("{\"student\": [\"hidden words\"]}", 1, "student"),
        (
            "{\n\"description\": \"a\"\n\"opinion\": \"b\"}",
            3,
            "description",
        ),
        ("{\n\"record_no\": \"MV-1\"}", 2, "record_no"),
        (
            "{\n\"description\": \"a\",\n\"description\": \"b\"}",
            3,
            "description",
        ),
    ];
    for (text, line, field) in cases {
        bench.put("bad.json", text);

        let ran = bench.ruth("concerns add --from bad.json --json").refused(5);

        let problem = &ran.error()["problems"][0];
        assert_eq!(problem["file"], "bad.json", "{text}");
        assert_eq!(
            (&problem["line"], &problem["field"]),
            (&json!(line), &json!(field)),
            "{text}"
        );
        assert!(!ran.err.contains("hidden words"), "{}", ran.err);
    }
    assert_eq!(whole["record_kind"], "pupil-concern");
    assert_eq!(bench.json("concerns list"), json!([]));
}

#[test]
fn values_that_nobody_can_choose_are_refused_all_at_once() {
    let bench = Bench::with_pupils();
    bench.put(
        "bad.json",
        r#"{
"student": {"upn": "A000000000000"},
"occurred_at": "2026-03-09 10:35",
"noticed_at": "2026-03-09T11:00:00Z",
"location": "mars",
"categories": ["cpoms-safeguarding", "nope"],
"possible_crime": "maybe",
"body_map": [{"region": "forehead", "side": "up", "note": "a", "broken": "perhaps"}],
"assigned_to": "nobody",
"description": "a"
}"#,
    );

    let error = bench
        .ruth("concerns add --from bad.json --json")
        .refused(5)
        .error();

    let places: Vec<_> = error["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            (
                problem["line"].as_u64().unwrap(),
                problem["field"].as_str().unwrap(),
            )
        })
        .collect();
    for place in [
        (2, "student.upn"),
        (3, "occurred_at"),
        (5, "location"),
        (6, "categories[1]"),
        (7, "possible_crime"),
        (8, "body_map[0].side"),
        (8, "body_map[0].broken"),
        (9, "assigned_to"),
    ] {
        assert!(places.contains(&place), "{place:?} is not in {places:?}");
    }
    assert_eq!(places.len(), 8);
}

#[test]
fn a_mark_on_a_drawn_body_comes_back_as_it_was_given() {
    let bench = Bench::with_pupils();
    let mark = json!({
        "region": "ear", "side": "right", "note": "red", "size": null, "colour": null, "shape": "crescent",
        "broken": "no", "said": "the door",
        "place": {"drawing": 1, "build": "child", "view": "head-right", "x": 1043, "y": 998},
    });
    let mut given: Value = serde_json::from_str(CONCERN).unwrap();
    given["body_map"] = json!([mark]);
    bench.put("marked.json", &given.to_string());

    let recorded = bench.json("concerns add --from marked.json");
    let number = recorded["record_no"].as_str().unwrap();

    let shown = bench.json(&format!("concerns show {number}"));
    assert_eq!(shown["body_map"], json!([mark]));
}

#[test]
fn what_the_record_itself_needs_is_named_as_the_file_names_it() {
    let bench = Bench::with_pupils();
    bench.put(
        "early.json",
        "{\"student\": {\"upn\": \"H801200001001\"},\n\"occurred_at\": \"2026-03-09T10:00:00Z\",\n\"noticed_at\": \"2026-03-08T10:00:00Z\",\n\"description\": \"a\"}",
    );
    bench.put(
        "nobody.json",
        "{\"occurred_at\": \"2026-03-09T10:00:00Z\", \"description\": \"a\"}",
    );

    bench
        .ruth("concerns add --from early.json")
        .refused(5)
        .says("early.json:3: noticed_at: ");
    bench
        .ruth("concerns add --from nobody.json")
        .refused(5)
        .says("nobody.json:1: student: ");
    assert_eq!(bench.json("concerns list"), json!([]));
}

#[test]
fn a_correction_that_changes_nothing_or_has_no_reason_is_refused() {
    let bench = Bench::with_pupils();
    let recorded = bench.json("concerns add --from concern.json");
    let number = recorded["record_no"].as_str().unwrap();
    let amend = |file: &str, reason: &str| {
        bench.run(&[
            "--user",
            "ruth",
            "--password-file",
            "pw",
            "concerns",
            "amend",
            number,
            "--from",
            file,
            "--reason",
            reason,
        ])
    };
    bench.put("move.json", "{\"adult_of_concern\": \"staff\"}");

    amend("concern.json", "The same again")
        .refused(5)
        .says("concern.json:5: description: ");
    amend("concern.json", " ").refused(5).says("--reason");
    amend("move.json", "It is about staff")
        .refused(5)
        .says("move.json:1: adult_of_concern: ");
}

#[test]
fn a_concern_about_an_adult_never_lies_among_the_pupils() {
    let bench = Bench::with_pupils();
    bench.put(
        "adult.json",
        r#"{"record_kind": "staff-concern", "linked_people": [{"name": "T. Hale", "kind": "adult", "role": "adult-subject"}],
"occurred_at": "2026-03-09T10:00:00Z", "description": "a"}"#,
    );
    bench.put(
        "no.json",
        "{\"record_kind\": \"low-level-concern\",\n\"adult_of_concern\": \"no\"}",
    );

    // Nobody here may hold the staff room yet.
    bench
        .ruth("concerns add --from adult.json")
        .refused(3)
        .says("the headteacher");
    bench
        .ruth("concerns add --from no.json")
        .refused(5)
        .says("no.json:2: adult_of_concern: ");
    assert_eq!(bench.json("concerns list"), json!([]));
}

#[test]
fn nothing_enters_before_the_question_about_pictures_is_answered() {
    let bench = Bench::with_pupils();
    let recorded = bench.json("concerns add --from concern.json");
    let number = recorded["record_no"].as_str().unwrap();

    bench
        .ruth(&format!("files add {number} pupils.csv"))
        .refused(5)
        .says("--no-indecent-image")
        .says("tell the lead");
    bench
        .ruth(&format!(
            "files add {number} pupils.csv none.pdf --no-indecent-image"
        ))
        .refused(5)
        .says("none.pdf");

    assert_eq!(
        bench.json(&format!("concerns show {number}"))["files"],
        json!([])
    );
    assert_eq!(bench.json("vault verify")["files"], 0);
}
