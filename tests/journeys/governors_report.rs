//! Each term the governors read numbers and nobody's name; what they read stays as it was; no small number can be worked out.

use app::wire::{
    CaseForm, ConcernForm, FaultKind, FieldAnswer, InspectionAsked, LineForm, PaperAsked,
    ReportAsked, ReportFormat, ReportView, ReportWords, Route,
};
use domain::governance::{
    INSPECTION_SAMPLE, INSPECTION_SHOWN, LOG_MONITORED, PART_MONITORED, PART_RELEASED, PART_SAMPLE,
    PART_SHEET, PART_SHOWN, REPORT_RELEASED, STAFF_SHEET,
};
use domain::room::Room as RoomKind;
use kit::{Device, HEAD, PATIENCE, RUTH, forms, inside};
use vault::NewEntry;
use zeroize::Zeroizing;

/// A day, in minutes.
const DAY: u64 = 24 * 60;

fn asked() -> ReportAsked {
    ReportAsked {
        from: Some("2026-09-01".to_owned()),
        to: Some("2026-12-31".to_owned()),
        ..ReportAsked::default()
    }
}

fn going() -> ReportAsked {
    ReportAsked {
        to_whom: "Full governing body".to_owned(),
        ..asked()
    }
}

fn value(view: &ReportView, measure: &str, label: &str) -> String {
    let blocks = view.sections.iter().flat_map(|section| &section.blocks);
    let mut rows = blocks.flat_map(|block| &block.rows);
    let row = rows.find(|row| row.measure == measure && row.label == label);
    row.map_or_else(String::new, |row| match row.cells.first() {
        Some(cell) => cell.value.clone(),
        None => row.note.clone(),
    })
}

fn written(view: &ReportView, measure: &str) -> ReportWords {
    let words = view.sections.iter().flat_map(|section| &section.words);
    words
        .into_iter()
        .find(|one| one.id == measure)
        .unwrap()
        .clone()
}

/// A term's concerns: `of` each category.
fn term(of: &[(&str, usize)]) -> Device {
    let mut laptop = Device::of_school(&[&PATIENCE, &HEAD]);
    laptop.open(&RUTH);
    for (category, count) in of {
        for _ in 0..*count {
            let form = ConcernForm {
                categories: vec![(*category).to_owned()],
                ..forms::about_amara()
            };
            app::record_concern(&mut laptop.office, form).unwrap();
        }
    }
    laptop
}

fn file(laptop: &mut Device, id: &str, format: ReportFormat) -> Vec<u8> {
    app::released_file(&mut laptop.office, id, format)
        .unwrap()
        .0
        .to_vec()
}

fn csv(laptop: &mut Device, id: &str) -> String {
    String::from_utf8(file(laptop, id, ReportFormat::Csv)).unwrap()
}

#[test]
fn governors_read_numbers_and_no_small_one() {
    let mut laptop = term(&[
        ("cpoms-bullying", 7),
        ("cpoms-well-being", 3),
        ("cpoms-friendships", 6),
    ]);

    let view = app::governor_report(&mut laptop.office, asked()).unwrap();

    assert_eq!(value(&view, "concerns.total", "Concerns recorded"), "16");
    assert_eq!(value(&view, "concerns.cat", "Bullying"), "7");
    assert_eq!(value(&view, "concerns.cat", "WELL BEING"), "not shown");
    // Every concern is open: the others are said to be none.
    assert_eq!(value(&view, "concerns.open", "Open"), "16");
    assert_eq!(value(&view, "concerns.open", "Closed"), "0");
    assert_eq!(value(&view, "online.nudes", "Nudes and semi-nudes"), "0");
}

#[test]
fn those_that_are_left_when_one_number_is_taken_off_another_are_no_small_number() {
    let mut laptop = term(&[("cpoms-bullying", 7), ("cpoms-well-being", 3)]);

    let view = app::governor_report(&mut laptop.office, asked()).unwrap();

    // Ten, of them seven: three would be something else.
    assert_eq!(value(&view, "concerns.total", "Concerns recorded"), "10");
    assert_eq!(value(&view, "concerns.cat", "Bullying"), "not shown");
}

#[test]
fn one_closed_concern_takes_the_open_ones_with_it_and_the_total_stays() {
    let mut laptop = term(&[("cpoms-bullying", 9)]);
    let listed = app::concerns(&mut laptop.office, Default::default()).unwrap();
    let close = CaseForm::Standing {
        status: "nfa".to_owned(),
        owner: None,
        severity: "1".to_owned(),
        level: String::new(),
        review: None,
        conclusion: "Nothing further.".to_owned(),
        lessons: "None.".to_owned(),
        parents: "yes".to_owned(),
        parents_note: "Told by telephone.".to_owned(),
        reason: "Settled between the children.".to_owned(),
    };
    app::add_to_case(&mut laptop.office, &listed.concerns[0].id, close).unwrap();

    let view = app::governor_report(&mut laptop.office, asked()).unwrap();

    assert_eq!(value(&view, "concerns.total", "Concerns recorded"), "9");
    assert_eq!(value(&view, "concerns.open", "Closed"), "not shown");
    assert_eq!(value(&view, "concerns.open", "Open"), "not shown");
}

#[test]
fn a_released_report_is_printed_next_year_byte_for_byte() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    let id = app::release_report(&mut laptop.office, going())
        .unwrap()
        .value;
    let formats = [ReportFormat::Pdf, ReportFormat::Csv, ReportFormat::Xlsx];
    let first = formats.map(|format| file(&mut laptop, &id, format));

    for _ in 0..3 {
        app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    }
    laptop.minutes(400 * DAY);
    laptop.open(&RUTH);

    assert!(first == formats.map(|format| file(&mut laptop, &id, format)));
    let view = app::governor_report(&mut laptop.office, asked()).unwrap();
    assert_eq!(view.released.len(), 1);
    assert_eq!(view.released[0].to, "Full governing body");
}

#[test]
fn a_later_report_does_not_give_away_what_an_earlier_one_kept_back() {
    let mut laptop = term(&[("cpoms-bullying", 9), ("cpoms-well-being", 6)]);
    app::release_report(&mut laptop.office, going()).unwrap();
    // One more on a later day: the year and the term together would say it.
    laptop.minutes(70 * DAY);
    laptop.open(&RUTH);
    let form = ConcernForm {
        occurred: "2027-01-12T09:00:00+00:00".to_owned(),
        noticed: "2027-01-12T09:30:00+00:00".to_owned(),
        categories: vec!["cpoms-bullying".to_owned()],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, form).unwrap();
    let year = ReportAsked {
        to: Some("2027-08-31".to_owned()),
        ..asked()
    };

    let view = app::governor_report(&mut laptop.office, year).unwrap();

    assert_eq!(value(&view, "concerns.cat", "Bullying"), "not shown");
    assert_eq!(
        value(&view, "concerns.total", "Concerns recorded"),
        "not shown"
    );
}

#[test]
fn while_a_report_that_went_cannot_be_read_nothing_new_is_said_and_everything_else_goes_on() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    app::release_report(&mut laptop.office, going()).unwrap();
    laptop.open(&HEAD);
    let days = (asked().from, Some("2026-11-09".to_owned()));
    app::release_staff_sheet(&mut laptop.office, days.0.clone(), days.1).unwrap();
    laptop.lock();
    for (kind, part) in [
        (REPORT_RELEASED, PART_RELEASED),
        (STAFF_SHEET, PART_SHEET),
        (LOG_MONITORED, PART_MONITORED),
        (INSPECTION_SHOWN, PART_SHOWN),
        (INSPECTION_SAMPLE, PART_SAMPLE),
    ] {
        let damaged = NewEntry {
            kind,
            subjects: vec![[kind.len() as u8; 16]],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![(part, Zeroizing::new(b"\"as of a newer program\"".to_vec()))],
            blobs: Vec::new(),
        };
        inside::write_by_hand(&laptop, &RUTH, RoomKind::Pupils, damaged);
    }
    laptop.open(&RUTH);

    let words = [(
        "assure.risk".to_owned(),
        "We ask for a second deputy.".to_owned(),
    )];
    let written_now = ReportAsked {
        words: words.into(),
        ..asked()
    };
    let view = app::governor_report(&mut laptop.office, written_now).unwrap();
    let paper = PaperAsked::Report {
        report: Box::new(asked()),
    };
    let refusals = [
        app::release_report(&mut laptop.office, going()).map(|_| ()),
        app::lay_out_paper(&mut laptop.office, paper).map(|_| ()),
    ];

    for refused in refusals {
        let refused = refused.unwrap_err();
        assert_eq!(refused.kind, FaultKind::Refused);
        assert!(
            refused
                .say
                .starts_with("A report that went before cannot be read here")
        );
        assert!(refused.next.unwrap().contains("Check everything"));
    }
    assert!(view.held.unwrap().say.contains("cannot be read here"));
    assert!(
        view.sections
            .iter()
            .all(|section| section.blocks.is_empty())
    );
    let readable: Vec<bool> = view.released.iter().map(|one| one.readable).collect();
    assert_eq!(readable.len(), 2);
    assert!(readable.contains(&true) && readable.contains(&false));
    // What nothing is held against goes on with what can be read.
    assert_eq!(app::logs_monitored(&laptop.office).unwrap().len(), 0);
    assert!(app::inspection(&laptop.office, &InspectionAsked::default()).is_ok());
    laptop.open(&HEAD);
    let sheet = app::release_staff_sheet(
        &mut laptop.office,
        asked().from,
        Some("2026-11-08".to_owned()),
    );
    let sheet = sheet.unwrap_err();
    assert!(
        sheet
            .say
            .starts_with("A sheet of numbers about adults that was released before")
    );
}

#[test]
fn what_a_lead_writes_goes_once_a_person_has_looked_for_names() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    laptop.bring_pupils();
    let words = [(
        "context.local",
        "Amara and others met strangers at the weir.",
    )];
    let words = words.map(|(measure, said)| (measure.to_owned(), said.to_owned()));
    let form = ReportAsked {
        words: words.into(),
        ..going()
    };

    let view = app::governor_report(&mut laptop.office, form.clone()).unwrap();
    let refused = app::release_report(&mut laptop.office, form.clone()).unwrap_err();

    assert_eq!(written(&view, "context.local").names, ["Amara"]);
    assert_eq!(refused.kind, FaultKind::Refused);
    assert_eq!(refused.problems[0].field, "confirmed");
    // Confirmed, and not the name that was typed after.
    let confirmed = ReportAsked {
        confirmed: true,
        ..form
    };
    let named = app::keep_report(&mut laptop.office, confirmed.clone())
        .unwrap()
        .names;
    let named: Vec<String> = named.into_values().flatten().collect();
    let refused = app::release_report(&mut laptop.office, confirmed.clone()).unwrap_err();
    assert_eq!(refused.problems[0].field, "confirmed");
    for name in &named {
        assert!(refused.problems[0].say.contains(name), "{name}");
    }
    let read = ReportAsked {
        names_read: named,
        ..confirmed
    };
    assert!(app::release_report(&mut laptop.office, read).is_ok());
}

#[test]
fn what_is_written_for_a_report_outlives_a_lock() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    let form = ReportAsked {
        words: [(
            "assure.risk".to_owned(),
            "We ask for a second deputy.".to_owned(),
        )]
        .into(),
        ..going()
    };
    app::keep_report(&mut laptop.office, form).unwrap();
    laptop.open(&RUTH);

    let view = app::governor_report(&mut laptop.office, asked()).unwrap();

    assert_eq!(
        written(&view, "assure.risk").words,
        "We ask for a second deputy."
    );
    assert_eq!(view.to_whom, "Full governing body");
}

#[test]
fn a_draft_is_looked_at_and_never_handed_out() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    let report = Box::new(asked());
    let shown = app::lay_out_paper(&mut laptop.office, PaperAsked::Report { report }).unwrap();

    let refused = app::hand_out(&mut laptop.office, &shown.token, &app::HandOut::Plain);

    let text = shown.text.join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Safeguarding report to governors",
        "By category",
        "Bullying",
        "reported separately",
        "Received by",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Amara"));
    assert_eq!(refused.unwrap_err().kind, FaultKind::Refused);
}

#[test]
fn numbers_about_adults_stand_in_it_once_the_head_lets_them() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    laptop.open(&HEAD);
    for _ in 0..2 {
        let words = "She drove a child home alone.";
        let about = forms::about_adult(Route::Staff, PATIENCE.as_subject(), words);
        app::record_concern(&mut laptop.office, about).unwrap();
    }
    let days = (asked().from, asked().to);
    laptop.open(&RUTH);
    let before = app::governor_report(&mut laptop.office, asked()).unwrap();
    let not_hers = app::staff_sheet(&laptop.office, days.0.clone(), days.1.clone());
    laptop.open(&HEAD);
    let looked = app::staff_sheet(&laptop.office, days.0.clone(), days.1.clone()).unwrap();
    let early = app::release_staff_sheet(&mut laptop.office, days.0.clone(), days.1.clone());
    laptop.clock.set_wall("2026-12-31T22:00:00Z");
    laptop.open(&HEAD);
    let on_the_day = app::release_staff_sheet(&mut laptop.office, days.0.clone(), days.1.clone());
    laptop.clock.set_wall("2027-01-01T08:00:00Z");
    laptop.open(&HEAD);
    app::release_staff_sheet(&mut laptop.office, days.0.clone(), days.1.clone()).unwrap();
    let twice = app::release_staff_sheet(&mut laptop.office, days.0, days.1);
    laptop.open(&RUTH);

    let view = app::governor_report(&mut laptop.office, asked()).unwrap();

    assert_eq!(
        value(&before, "staff.lado", "Allegations"),
        "reported separately"
    );
    assert!(!before.staff_open);
    assert!(looked.not_before.unwrap().ends_with("1 Jan 2027"));
    let early = early.unwrap_err();
    assert!(early.say.starts_with("These days are not over yet"));
    assert!(early.next.unwrap().contains("1 Jan 2027"));
    assert_eq!(on_the_day.unwrap_err().kind, FaultKind::Refused);
    assert_eq!(not_hers.unwrap_err().kind, FaultKind::NotAllowed);
    assert_eq!(twice.unwrap_err().kind, FaultKind::Refused);
    assert_eq!(value(&view, "staff.lado", "Allegations"), "not shown");
    // Nothing of them is among the pupils' own numbers.
    assert_eq!(value(&view, "concerns.total", "Concerns recorded"), "6");
}

#[test]
fn a_lead_opens_a_number_to_the_records_behind_it() {
    let mut laptop = term(&[("cpoms-bullying", 3), ("cpoms-well-being", 6)]);
    let view = app::governor_report(&mut laptop.office, asked()).unwrap();
    let blocks = view.sections.iter().flat_map(|section| &section.blocks);
    let mut rows = blocks.flat_map(|block| &block.rows);
    let row = rows
        .find(|row| row.label == "Bullying")
        .unwrap()
        .behind
        .unwrap();

    let behind = app::report_behind(&mut laptop.office, asked(), row).unwrap();

    assert_eq!((behind.count, behind.concerns.len()), (3, 3));
}

#[test]
fn the_table_says_what_the_pages_say() {
    let mut laptop = term(&[("cpoms-bullying", 6), ("cpoms-well-being", 2)]);
    let id = app::release_report(&mut laptop.office, going())
        .unwrap()
        .value;

    let table = csv(&mut laptop, &id);

    assert!(
        table.starts_with("\u{feff}\"section\",\"measure\",\"label\",\"value\",\"counts\"\r\n")
    );
    assert!(
        table.contains("\"concerns\",\"concerns.total\",\"Concerns recorded\",\"8\",\"events\"")
    );
    assert!(
        table.contains("\"concerns\",\"concerns.cat\",\"WELL BEING\",\"not shown\",\"events\"")
    );
    assert!(
        table.contains("\"people\",\"people.dsl\",\"Training of the DSL and deputies\",\"nothing entered\",\"things\"")
    );
    let pdf = file(&mut laptop, &id, ReportFormat::Pdf);
    let words = kit::pdf_words(&pdf);
    for one in ["WELL BEING not shown", "8 0 0 0"] {
        assert!(words.contains(one), "{one}: {words}");
    }
}

#[test]
fn every_measure_that_is_counted_says_something() {
    let mut laptop = term(&[("cpoms-bullying", 1)]);
    let view = app::governor_report(&mut laptop.office, asked()).unwrap();

    // Each measure of the page is an id with what it counts, or with what a lead is to write.
    let page = include_str!("../../assets/guidance/governor_report.toml");
    let mut of = "";
    let mut seen = 0;
    for line in page.lines().map(str::trim) {
        if let Some(id) = line.strip_prefix("id = \"") {
            of = id.trim_end_matches('"');
        }
        let counted = line.starts_with("counts = ");
        if counted || line.starts_with("hint = ") {
            seen += 1;
            let blocks = view.sections.iter().flat_map(|section| &section.blocks);
            let mut rows = blocks.flat_map(|block| &block.rows);
            assert_eq!(rows.any(|row| row.measure == of), counted, "{of}");
            let mut words = view.sections.iter().flat_map(|section| &section.words);
            assert_eq!(words.any(|one| one.id == of), !counted, "{of}");
        }
    }
    assert!(seen > 50, "{seen} measures");
}

#[test]
fn a_lost_file_of_a_released_report_is_found_by_the_check_and_stops_a_backup() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    app::release_report(&mut laptop.office, going()).unwrap();
    let whole = app::verify(&mut laptop.office).unwrap();
    let stick = tempfile::tempdir().unwrap();
    app::back_up_to(&mut laptop.office, stick.path()).unwrap();
    let kept = blobs(&laptop);

    std::fs::remove_file(&kept[0]).unwrap();

    let lost = app::verify(&mut laptop.office).unwrap();
    assert_eq!((whole.files, whole.faults.len()), (3, 0));
    assert_eq!(lost.faults.len(), 1);
    assert!(app::back_up_to(&mut laptop.office, stick.path()).is_err());
}

#[test]
fn files_of_a_report_or_a_list_that_was_not_released_after_all_do_not_stay() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    laptop.lock();
    {
        let rooms = inside::rooms_of(&laptop, &RUTH);
        let pupils = &rooms[&RoomKind::Pupils];
        let conn = vault::open_room(&pupils.path, &pupils.file_key(), false).unwrap();
        conn.execute_batch(
            "CREATE TRIGGER no_more BEFORE INSERT ON governance BEGIN SELECT RAISE(ABORT, 'no'); END",
        )
        .unwrap();
        conn.close().unwrap();
    }
    laptop.open(&RUTH);
    let shown = InspectionAsked {
        what: "all".to_owned(),
        body: "Ofsted".to_owned(),
        to_whom: "M. Okafor".to_owned(),
        ..InspectionAsked::default()
    };
    let inspection = Box::new(shown);

    let report = app::release_report(&mut laptop.office, going());
    let list = app::lay_out_paper(&mut laptop.office, PaperAsked::Inspection { inspection });

    assert!(report.is_err() && list.is_err());
    assert!(blobs(&laptop).is_empty());
}

/// The encrypted files of the vault.
fn blobs(laptop: &Device) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let Ok(folders) = std::fs::read_dir(laptop.folder().join("blobs")) else {
        return found;
    };
    for folder in folders {
        let inside = std::fs::read_dir(folder.unwrap().path()).unwrap();
        found.extend(inside.map(|file| file.unwrap().path()));
    }
    found
}

#[test]
fn a_saved_file_of_a_report_is_for_whoever_may_make_one() {
    let mut laptop = term(&[("cpoms-bullying", 6)]);
    let id = app::release_report(&mut laptop.office, going())
        .unwrap()
        .value;
    laptop.open(&PATIENCE);

    let named = app::released_file_name(&laptop.office, &id, ReportFormat::Pdf);
    let given = app::released_file(&mut laptop.office, &id, ReportFormat::Pdf);

    for fault in [named.unwrap_err(), given.map(|_| ()).unwrap_err()] {
        assert_eq!(fault.kind, FaultKind::NotAllowed);
        assert!(
            fault.say.contains("what governors are shown"),
            "{}",
            fault.say
        );
    }
}

#[test]
fn what_is_due_again_is_said_as_of_today_while_the_days_go_on() {
    let mut laptop = term(&[]);
    for n in 0..6 {
        let answers = [
            ("person", format!("Colleague {n}")),
            ("kind", "Prevent".to_owned()),
            ("date", "2025-11-20".to_owned()),
            // Between today and the last day of the report.
            ("expires", "2026-11-20".to_owned()),
        ];
        let answers = answers.into_iter().map(|(field, text)| FieldAnswer {
            field: field.to_owned(),
            lines: vec![text],
            about: false,
        });
        let form = line("training-log", None, answers.collect());
        app::write_line(&mut laptop.office, form).unwrap();
    }
    let overdue = |laptop: &mut Device| {
        let view = app::governor_report(&mut laptop.office, asked()).unwrap();
        let overdue = value(&view, "people.staff", "Something is overdue");
        match overdue.as_str() {
            "" => value(&view, "people.staff", "Training of staff"),
            _ => overdue,
        }
    };

    let today = overdue(&mut laptop);
    laptop.minutes(60 * DAY);
    laptop.open(&RUTH);
    let later = overdue(&mut laptop);

    assert_ne!(today, "6");
    assert_eq!(later, "6");
}

fn line(register: &str, concern: Option<&str>, answers: Vec<FieldAnswer>) -> LineForm {
    LineForm {
        register: register.to_owned(),
        line: None,
        base: Vec::new(),
        concern: concern.map(str::to_owned),
        answers,
        reason: String::new(),
        strike: false,
    }
}

#[test]
fn every_line_about_an_allegation_counts_and_it_is_one_allegation() {
    let mut laptop = term(&[]);
    laptop.open(&HEAD);
    let mut all = Vec::new();
    for _ in 0..6 {
        let words = "She drove a child home alone.";
        let about = forms::about_adult(Route::Staff, PATIENCE.as_subject(), words);
        let id = app::record_concern(&mut laptop.office, about).unwrap();
        all.push(id.value.id);
    }
    let answer = |field: &str, said: &str| FieldAnswer {
        field: field.to_owned(),
        lines: vec![said.to_owned()],
        about: false,
    };
    for id in &all {
        for second in [
            answer("lado_contact_at", "2026-11-09T10:00:00+00:00"),
            answer("advice", "Speak to the LADO."),
        ] {
            let received = answer("received_at", "2026-11-09T09:00:00+00:00");
            let answers = vec![received, second];
            let form = line("staff-concern-record", Some(id), answers);
            app::write_line(&mut laptop.office, form).unwrap();
        }
    }
    let sheet = app::staff_sheet(&laptop.office, asked().from, Some("2026-11-10".to_owned()));

    let rows = sheet.unwrap().rows;
    let said = |label: &str| {
        let row = rows.iter().find(|row| row.label.ends_with(label));
        row.map(|row| row.cells[0].value.clone())
    };
    assert_eq!(said(": Allegations").as_deref(), Some("6"));
    assert_eq!(said("The LADO was spoken to").as_deref(), Some("6"));
}
