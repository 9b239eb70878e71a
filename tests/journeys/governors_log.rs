//! Governors see what was recorded and nobody by whom it was; the head sees names where that was settled.

use app::wire::{
    BundleGate, CaseForm, ConcernForm, FaultKind, LogAsked, LogSays, MonitorForm, OnlineTrace,
    PaperAsked, Route, SheetFormat,
};
use kit::{Device, HEAD, PATIENCE, RUTH, forms, their_words};

/// Words of the record that would say whose it is, or what was said.
const TELLING: [&str; 7] = [
    "Amara",
    "Oyelaran",
    "library",
    "game",
    "MV-26",
    "school I go to",
    "blue_fox",
];

fn asked(says: LogSays) -> LogAsked {
    LogAsked {
        from: Some("2026-09-01".to_owned()),
        to: Some("2026-12-18".to_owned()),
        says,
        purpose: "autumn term".to_owned(),
        ..LogAsked::default()
    }
}

fn settled() -> BundleGate {
    BundleGate {
        need: "Termly monitoring".to_owned(),
        authority: "H. Sandiford, headteacher".to_owned(),
        recipient: "H. Sandiford".to_owned(),
        verified_by: "In person".to_owned(),
        channel: "By hand".to_owned(),
    }
}

fn csv(laptop: &mut Device, log: &LogAsked) -> String {
    let (sheet, _) = app::log_sheet(&mut laptop.office, log, SheetFormat::Csv).unwrap();
    String::from_utf8(sheet.to_vec()).unwrap()
}

fn on_paper(laptop: &mut Device, log: LogAsked) -> String {
    let asked = PaperAsked::Log { log: Box::new(log) };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One concern about Amara, online, with a decision; the laptop is open to Ruth.
fn with_a_concern() -> (Device, String) {
    let mut laptop = Device::of_school(&[&PATIENCE, &HEAD]);
    laptop.open(&RUTH);
    let form = ConcernForm {
        categories: vec!["contact".to_owned()],
        online: vec![OnlineTrace {
            user_name: "blue_fox".to_owned(),
            ..OnlineTrace::default()
        }],
        ..forms::about_amara()
    };
    let concern = app::record_concern(&mut laptop.office, form).unwrap();
    let concern = concern.value.id;
    let decided = CaseForm::Decision {
        decision: "internal-support".to_owned(),
        not_referred: true,
        reason: "Amara and her mother are content with what the school does.".to_owned(),
        level: String::new(),
        advice: String::new(),
        agreed_by: String::new(),
        child_view: String::new(),
        review: None,
    };
    app::add_to_case(&mut laptop.office, &concern, decided).unwrap();
    (laptop, concern)
}

fn left(laptop: &mut Device, concern: &str) -> String {
    let view = app::concern(&mut laptop.office, concern).unwrap();
    serde_json::to_string(&view.thread).unwrap()
}

#[test]
fn a_governor_reads_that_something_happened_and_not_to_whom() {
    let (mut laptop, concern) = with_a_concern();

    let sheet = csv(&mut laptop, &asked(LogSays::Nobody));
    let paper = on_paper(&mut laptop, asked(LogSays::Nobody));

    for words in TELLING.iter().chain(&["8 Nov", "content with what"]) {
        assert!(!sheet.contains(words), "{words:?}: {sheet}");
        assert!(!paper.contains(words), "{words:?}: {paper}");
    }
    for words in [
        "November 2026",
        "1 pupil",
        "Online",
        "Support in school, decided not to refer",
    ] {
        assert!(sheet.contains(words), "{words:?}: {sheet}");
        assert!(paper.contains(words), "{words:?}: {paper}");
    }
    for words in [
        "Nobody is named",
        "Monitored by",
        "Remarks",
        "reported separately",
    ] {
        assert!(paper.contains(words), "{words:?}: {paper}");
    }
    assert!(!left(&mut laptop, &concern).contains("incident log"));
}

#[test]
fn a_log_with_numbers_leads_whoever_may_to_the_record_and_the_record_says_that_it_is_in_it() {
    let (mut laptop, concern) = with_a_concern();

    let sheet = csv(&mut laptop, &asked(LogSays::Numbers));

    let number = app::concern(&mut laptop.office, &concern).unwrap();
    let number = number.row.record_no;
    assert!(sheet.contains(&number) && sheet.contains("8 Nov 2026"));
    for words in TELLING.iter().filter(|words| !number.starts_with(**words)) {
        assert!(!sheet.contains(words), "{words:?}: {sheet}");
    }
    assert!(left(&mut laptop, &concern).contains("in an incident log"));
}

#[test]
fn names_leave_only_where_it_is_settled_to_whom_and_that_is_kept() {
    let (mut laptop, concern) = with_a_concern();
    let log = asked(LogSays::Names);

    let refused = app::log_sheet(&mut laptop.office, &log, SheetFormat::Xlsx).unwrap_err();
    let on = PaperAsked::Log {
        log: Box::new(log.clone()),
    };
    let refused_too = app::lay_out_paper(&mut laptop.office, on).unwrap_err();
    let log = LogAsked {
        gate: settled(),
        ..log
    };
    let sheet = csv(&mut laptop, &log);
    let paper = on_paper(&mut laptop, log);

    for refused in [refused, refused_too] {
        let fields: Vec<_> = refused.problems.iter().map(|one| &one.field).collect();
        assert_eq!(refused.kind, FaultKind::Refused);
        assert_eq!(fields.len(), 5, "{fields:?}");
        assert!(fields.iter().all(|field| field.starts_with("gate.")));
    }
    for words in [
        "Name of pupil or staff member",
        "Room and computer or device number",
        "Amara Oyelaran",
        "8 Nov 2026",
        "He said he knows which school I go to.",
        "content with what the school does",
    ] {
        assert!(sheet.contains(words), "{words:?}: {sheet}");
        assert!(paper.contains(words), "{words:?}: {paper}");
    }
    let kept = left(&mut laptop, &concern);
    assert!(
        kept.contains("Agreed by H. Sandiford, headteacher"),
        "{kept}"
    );
}

#[test]
fn a_log_holds_what_was_asked_for_and_nothing_about_adults_or_by_mistake() {
    let (mut laptop, concern) = with_a_concern();
    let adult = forms::named("Gareth Pike", "alleged-harmer");
    let of_staff = forms::about_adult(Route::Staff, adult, "He was alone with a child again.");
    app::record_concern(&mut laptop.office, of_staff).unwrap();
    app::record_concern(
        &mut laptop.office,
        forms::saying("Nothing of this was online."),
    )
    .unwrap();
    let rows = |laptop: &mut Device, log: &LogAsked| csv(laptop, log).lines().count() - 1;

    assert_eq!(rows(&mut laptop, &asked(LogSays::Nobody)), 2);
    let online = LogAsked {
        online: true,
        ..asked(LogSays::Nobody)
    };
    assert_eq!(rows(&mut laptop, &online), 1);
    let other = LogAsked {
        category: Some("neglect".to_owned()),
        ..asked(LogSays::Nobody)
    };
    assert_eq!(rows(&mut laptop, &other), 0);
    let before = LogAsked {
        to: Some("2026-11-07".to_owned()),
        ..asked(LogSays::Nobody)
    };
    assert_eq!(rows(&mut laptop, &before), 0);

    let mistaken = CaseForm::Standing {
        status: "error".to_owned(),
        owner: None,
        severity: String::new(),
        level: String::new(),
        review: None,
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: "It was written twice by mistake.".to_owned(),
    };
    app::add_to_case(&mut laptop.office, &concern, mistaken).unwrap();
    assert_eq!(rows(&mut laptop, &asked(LogSays::Nobody)), 1);
    let paper = on_paper(&mut laptop, asked(LogSays::Nobody));
    assert!(paper.contains("One that was recorded by mistake is left out."));
}

#[test]
fn whoever_only_reports_gets_no_log_and_a_log_says_what_is_missing() {
    let (mut laptop, _) = with_a_concern();

    let nothing = LogAsked::default();
    let refused = app::log_sheet_name(&laptop.office, &nothing, SheetFormat::Csv).unwrap_err();
    let backwards = LogAsked {
        from: Some("2026-12-18".to_owned()),
        to: Some("2026-09-01".to_owned()),
        ..asked(LogSays::Nobody)
    };
    let turned = app::log_sheet_name(&laptop.office, &backwards, SheetFormat::Csv).unwrap_err();
    laptop.lock();
    laptop.open(&PATIENCE);
    let theirs = app::log_sheet(
        &mut laptop.office,
        &asked(LogSays::Nobody),
        SheetFormat::Csv,
    )
    .unwrap_err();

    let fields: Vec<_> = refused.problems.iter().map(|one| &one.field).collect();
    assert_eq!(fields, ["from", "to", "purpose"]);
    assert_eq!(turned.problems[0].field, "to");
    assert_eq!(theirs.kind, FaultKind::NotAllowed);
    assert!(their_words(&theirs).contains("safeguarding leads"));
}

fn looked_through() -> MonitorForm {
    MonitorForm {
        from: Some("2026-09-01".to_owned()),
        to: Some("2026-12-18".to_owned()),
        online: false,
        category: None,
        by: "H. Sandiford".to_owned(),
        role: "Headteacher".to_owned(),
        on: Some("2026-11-10".to_owned()),
        remarks: "Two wait for an answer. Ask again.".to_owned(),
    }
}

#[test]
fn the_head_signs_the_log_each_term_and_the_next_print_of_it_says_so() {
    let (mut laptop, _) = with_a_concern();
    laptop.open(&HEAD);

    app::monitor_log(&mut laptop.office, looked_through()).unwrap();
    laptop.open(&RUTH);

    let kept = app::logs_monitored(&laptop.office).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].by.as_str(), kept[0].concerns), ("H. Sandiford", 1));
    assert_eq!(kept[0].remarks, "Two wait for an answer. Ask again.");
    let named = LogAsked {
        gate: settled(),
        ..asked(LogSays::Names)
    };
    let paper = on_paper(&mut laptop, named.clone());
    let signed = "Monitored by. H. Sandiford, Headteacher, 10 Nov 2026: 1 concern then. Two wait for an answer.";
    assert!(paper.contains(signed), "{paper}");
    // Where nobody is named neither a name nor what somebody wrote stands.
    let paper = on_paper(&mut laptop, asked(LogSays::Nobody));
    let signed = "Monitored by. Headteacher, 10 Nov 2026: 1 concern then.";
    assert!(paper.contains(signed), "{paper}");
    assert!(
        !paper.contains("Sandiford") && !paper.contains("Two wait"),
        "{paper}"
    );
    // Who looked through all of it has not vouched for a log of one category, nor of other days.
    let part = LogAsked {
        category: Some("contact".to_owned()),
        ..named.clone()
    };
    assert!(!on_paper(&mut laptop, part).contains("Two wait"));
    let other = LogAsked {
        to: Some("2026-11-30".to_owned()),
        ..named
    };
    assert!(!on_paper(&mut laptop, other).contains("Two wait"));
}

#[test]
fn a_signature_without_a_name_or_of_a_day_to_come_is_refused_and_nothing_is_kept() {
    let (mut laptop, _) = with_a_concern();
    for (form, field) in [
        (
            MonitorForm {
                by: " ".to_owned(),
                ..looked_through()
            },
            "by",
        ),
        (
            MonitorForm {
                on: Some("2026-12-24".to_owned()),
                ..looked_through()
            },
            "on",
        ),
        (
            MonitorForm {
                to: Some("2026-08-01".to_owned()),
                ..looked_through()
            },
            "to",
        ),
    ] {
        let refused = app::monitor_log(&mut laptop.office, form).unwrap_err();
        assert_eq!(refused.problems[0].field, field);
    }
    assert!(app::logs_monitored(&laptop.office).unwrap().is_empty());
}
