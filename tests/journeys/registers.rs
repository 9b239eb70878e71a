//! The registers a school keeps: a line is written once, and everything that became of it stays to be read.

use app::wire::{
    Fault, FaultKind, FieldAnswer, FieldControl, LineForm, LineView, RegisterFieldView, Route,
    SheetFormat,
};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms, inside, their_words};

const UNBLOCK: &str = "filter-unblock-log";

fn empty(register: &str) -> LineForm {
    LineForm {
        register: register.to_owned(),
        line: None,
        base: Vec::new(),
        concern: None,
        answers: Vec::new(),
        reason: String::new(),
        strike: false,
    }
}

fn answer(field: &str, text: &str) -> FieldAnswer {
    FieldAnswer {
        field: field.to_owned(),
        lines: vec![text.to_owned()],
        about: false,
    }
}

fn of(form: LineForm, answers: &[(&str, &str)]) -> LineForm {
    LineForm {
        answers: answers
            .iter()
            .map(|(field, text)| answer(field, text))
            .collect(),
        ..form
    }
}

fn see(laptop: &Device, register: &str, line: &str) -> LineView {
    app::register_line(&laptop.office, register, Some(line), None).unwrap()
}

/// A line that is there, as it stands, to be corrected.
fn again(laptop: &Device, register: &str, line: &str) -> LineForm {
    let view = see(laptop, register, line);
    LineForm {
        line: Some(line.to_owned()),
        base: view.base,
        answers: view
            .answers
            .into_iter()
            .map(|one| FieldAnswer {
                field: one.field,
                lines: one.lines,
                about: one.about,
            })
            .collect(),
        ..empty(register)
    }
}

fn write(laptop: &mut Device, form: LineForm) -> Result<String, Fault> {
    app::write_line(&mut laptop.office, form).map(|done| done.value)
}

fn said(view: &LineView, field: &str) -> String {
    let one = view.answers.iter().find(|one| one.field == field);
    one.map(|one| one.said.clone()).unwrap_or_default()
}

#[test]
fn a_line_about_a_concern_is_corrected_with_a_reason_and_stands_on_the_concern() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let concern = concern.value.id;
    let begun = app::register_line(&laptop.office, UNBLOCK, None, Some(&concern)).unwrap();
    assert_eq!(begun.concern.unwrap().id, concern);
    let line = write(
        &mut laptop,
        LineForm {
            concern: Some(concern.clone()),
            ..of(
                empty(UNBLOCK),
                &[
                    ("requested_at", "2026-11-20T10:35:00+00:00"),
                    ("requester", "  Patience Adeyemi "),
                    ("term_or_site", "mapmaker.example"),
                    ("dsl_screened_by", "Ruth"),
                    ("decision", "Granted"),
                    ("tested", "Yes"),
                ],
            )
        },
    )
    .unwrap();
    laptop.restart();
    laptop.open(&RUTH);

    let row = app::register(&laptop.office, UNBLOCK, None).unwrap();
    assert!(row.may && !row.more && row.begun.is_empty());
    let [row] = row.lines.as_slice() else {
        panic!("one line")
    };
    assert_eq!(
        (row.id.as_str(), row.who.as_str()),
        (line.as_str(), DEV.name)
    );
    assert!(!row.corrected && row.struck.is_none());
    let page = see(&laptop, UNBLOCK, &line);
    assert_eq!(said(&page, "requester"), "Patience Adeyemi");
    assert_eq!(said(&page, "requested_at"), "Fri 20 Nov 2026, 10:35");

    let mut put_right = again(&laptop, UNBLOCK, &line);
    put_right.answers.retain(|one| one.field != "decision");
    put_right.answers.push(answer("decision", "Refused"));
    let without = write(&mut laptop, put_right.clone()).unwrap_err();
    assert_eq!(without.problems[0].field, "why_corrected");
    put_right.reason = "The lesson was moved.".to_owned();
    write(&mut laptop, put_right.clone()).unwrap();
    let page = see(&laptop, UNBLOCK, &line);
    assert_eq!(said(&page, "decision"), "Refused");
    assert_eq!(page.versions.len(), 2);
    assert_eq!(page.versions[0].reason, "The lesson was moved.");
    assert!(
        page.versions[1]
            .answers
            .iter()
            .any(|one| one.said == "Granted")
    );
    // What was opened before that does not write over it.
    let late = write(&mut laptop, put_right).unwrap_err();
    assert!(their_words(&late).contains("changed since you opened it"));

    let thread = app::concern(&mut laptop.office, &concern).unwrap().thread;
    let step = thread
        .iter()
        .find(|step| step.title.contains("Filter unblock"));
    let step = step.unwrap();
    assert!(step.detail.contains("Decision: Refused") && step.detail.contains("was moved"));
    assert!(!step.detail.contains("Granted"));

    let strike = LineForm {
        strike: true,
        reason: "It was asked for another class.".to_owned(),
        ..again(&laptop, UNBLOCK, &line)
    };
    write(&mut laptop, strike).unwrap();
    let row = app::register(&laptop.office, UNBLOCK, None).unwrap();
    assert_eq!(
        row.lines[0].struck.as_deref(),
        Some("It was asked for another class.")
    );
    let page = app::concern(&mut laptop.office, &concern).unwrap();
    let step = page
        .thread
        .iter()
        .find(|step| step.title.contains("Filter unblock"));
    assert!(
        step.unwrap()
            .struck
            .as_deref()
            .is_some_and(|why| why.contains("another class"))
    );
}

#[test]
fn what_cannot_be_kept_is_refused_by_its_field_and_nothing_is_written() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    for (register, field, text, says) in [
        (UNBLOCK, "requested_at", "some day", "this day and time"),
        (UNBLOCK, "decision", "Perhaps", "one of the list"),
        (
            "filtering-change-log",
            "temporary_until",
            "2026-02-30",
            "this day",
        ),
        (
            "filtering-change-log",
            "linked_incident",
            "MV-26-QQQ-9999",
            "has this number",
        ),
        ("data-breach-log", "people_affected", "many", "a number"),
    ] {
        let refused = write(&mut laptop, of(empty(register), &[(field, text)])).unwrap_err();
        assert_eq!(refused.problems[0].field, field, "{text}");
        assert!(
            refused.problems[0].say.contains(says),
            "{:?}",
            refused.problems[0].say
        );
        assert!(
            app::register(&laptop.office, register, None)
                .unwrap()
                .lines
                .is_empty()
        );
    }
}

#[test]
fn an_empty_line_and_a_strike_of_nothing_are_not_signed() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let empty_line = write(&mut laptop, of(empty(UNBLOCK), &[("requested_at", "   ")]));
    assert!(their_words(&empty_line.unwrap_err()).contains("Nothing is written"));
    let strike = LineForm {
        strike: true,
        reason: "It was written by mistake.".to_owned(),
        ..empty(UNBLOCK)
    };
    assert_eq!(
        write(&mut laptop, strike).unwrap_err().kind,
        FaultKind::Missing
    );
    let page = app::register(&laptop.office, UNBLOCK, None).unwrap();
    assert!(page.lines.is_empty());
}

#[test]
fn a_day_without_a_time_and_a_time_nobody_is_sure_of_are_said_as_they_were_meant() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let mut form = of(
        empty(UNBLOCK),
        &[
            ("requested_at", "2026-11-20T00:00:00+00:00"),
            ("reblocked_at", "2026-11-20T12:30:00+00:00"),
        ],
    );
    form.answers[1].about = true;
    let line = write(&mut laptop, form).unwrap();
    let view = see(&laptop, UNBLOCK, &line);
    assert_eq!(said(&view, "requested_at"), "Fri 20 Nov 2026");
    assert_eq!(said(&view, "reblocked_at"), "about Fri 20 Nov 2026, 12:30");
    let until = view.fields.iter().find(|field| field.name == "to").unwrap();
    let asked = &view.fields[0];
    assert!(until.ahead && !asked.ahead);
}

#[test]
fn a_number_that_two_concerns_have_is_not_guessed_and_no_line_comes_to_the_wrong_child() {
    let mut laptop = Device::of_school(&[&HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let pupils = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let about = forms::about_adult(Route::Staff, PATIENCE.as_subject(), "He was late again.");
    let staff = app::record_concern(&mut laptop.office, about).unwrap();
    let number = staff.value.record_no.clone();
    assert_eq!(pupils.value.record_no, number);
    let alerts = "filter-alert-log";
    let typed = of(
        empty(alerts),
        &[("linked_record", &number), ("system", "Smoothwall")],
    );
    let refused = write(&mut laptop, typed.clone()).unwrap_err();
    assert_eq!(refused.problems[0].field, "linked_record");
    assert!(refused.problems[0].say.contains("Two concerns"));
    let of_staff = LineForm {
        concern: Some(staff.value.id.clone()),
        ..typed
    };
    let line = write(&mut laptop, of_staff).unwrap();
    let view = see(&laptop, alerts, &line);
    assert_eq!(view.concern.unwrap().id, staff.value.id);
    assert_eq!(said(&see(&laptop, alerts, &line), "linked_record"), number);
    let page = app::concern(&mut laptop.office, &pupils.value.id).unwrap();
    assert!(
        !page
            .thread
            .iter()
            .any(|step| step.title.contains("Register"))
    );

    let other = app::record_concern(&mut laptop.office, forms::saying("Another matter.")).unwrap();
    let mut moved = again(&laptop, alerts, &line);
    moved.reason = "It was meant for another.".to_owned();
    moved.answers.retain(|one| one.field != "linked_record");
    moved
        .answers
        .push(answer("linked_record", &other.value.record_no));
    let refused = write(&mut laptop, moved).unwrap_err();
    assert!(refused.problems[0].say.contains("another concern"));
}

#[test]
fn a_draft_typed_over_an_older_line_does_not_take_the_place_of_a_newer_one() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    let line = write(
        &mut laptop,
        of(empty(UNBLOCK), &[("requester", "Patience")]),
    )
    .unwrap();
    let mut typed = again(&laptop, UNBLOCK, &line);
    typed.answers = vec![answer("requester", "P. Adeyemi")];
    typed.reason = "Her name was short.".to_owned();
    app::keep_line_draft(&mut laptop.office, typed).unwrap();
    let drafts = app::drafts(&laptop.office).unwrap();
    assert_eq!(
        (drafts[0].kind.as_str(), drafts[0].title.as_str()),
        ("line", "Filter unblock requests")
    );
    laptop.lock();
    laptop.open(&RUTH);
    let mut hers = again(&laptop, UNBLOCK, &line);
    hers.answers.push(answer("decision", "Granted"));
    hers.answers.push(answer("dsl_screened_by", "Ruth"));
    hers.reason = "I have screened it.".to_owned();
    write(&mut laptop, hers).unwrap();
    laptop.lock();
    laptop.open(&DEV);
    let view = see(&laptop, UNBLOCK, &line);
    assert!(view.overtaken);
    let draft = view.draft.unwrap();
    assert_ne!(draft.base, view.base);
    let refused = write(&mut laptop, draft.clone()).unwrap_err();
    assert!(their_words(&refused).contains("changed since"));
    assert_eq!(said(&see(&laptop, UNBLOCK, &line), "decision"), "Granted");
    let mut again = draft;
    again.base = view.base;
    again.answers.push(answer("decision", "Granted"));
    again.answers.push(answer("dsl_screened_by", "Ruth"));
    write(&mut laptop, again).unwrap();
    assert!(app::drafts(&laptop.office).unwrap().is_empty());
}

#[test]
fn a_register_longer_than_its_page_is_read_to_its_end() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    for number in 0..120 {
        let who = format!("Teacher {number}");
        // Most are written in one and the same instant.
        if number == 119 {
            laptop.minutes(1);
        }
        write(&mut laptop, of(empty(UNBLOCK), &[("requester", &who)])).unwrap();
    }
    let mut seen = Vec::new();
    let mut after: Option<String> = None;
    for _ in 0..3 {
        let page = app::register(&laptop.office, UNBLOCK, after.as_deref()).unwrap();
        seen.extend(page.lines.iter().map(|line| line.answers[0].said.clone()));
        after = page.lines.last().map(|line| line.id.clone());
        assert_eq!(page.more, seen.len() < 120);
    }
    let all: std::collections::BTreeSet<String> = seen.iter().cloned().collect();
    assert_eq!((seen.len(), all.len()), (120, 120));
    assert_eq!(seen[0], "Teacher 119");
}

#[test]
fn every_register_takes_an_answer_in_each_of_its_fields_and_says_it_again() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let number = concern.value.record_no;
    let fits = |field: &RegisterFieldView| match field.control {
        FieldControl::Moment => vec!["2026-11-20T10:35:00+00:00".to_owned()],
        FieldControl::Day => vec!["2026-11-20".to_owned()],
        FieldControl::One => vec![field.options.last().unwrap().clone()],
        FieldControl::List => vec!["the first".to_owned(), "the second".to_owned()],
        FieldControl::Record => vec![number.clone()],
        FieldControl::Words => vec!["two\nlines".to_owned()],
        FieldControl::Line if field.answer.contains("number") && field.answer.starts_with('a') => {
            vec!["12".to_owned()]
        }
        FieldControl::Line if field.answer.contains("e-mail") => vec!["a@b.example".to_owned()],
        FieldControl::Line => vec!["said".to_owned()],
    };
    let mut written = 0;
    for register in app::guidance_list().unwrap() {
        if register.kind != "register" {
            continue;
        }
        let page = app::register(&laptop.office, &register.id, None).unwrap();
        if !page.may {
            continue;
        }
        let answers = page.fields.iter().map(|field| FieldAnswer {
            field: field.name.clone(),
            lines: fits(field),
            about: false,
        });
        let form = LineForm {
            answers: answers.collect(),
            ..empty(&register.id)
        };
        let line = write(&mut laptop, form).unwrap();
        let view = see(&laptop, &register.id, &line);
        assert_eq!(view.answers.len(), page.fields.len(), "{}", register.id);
        assert!(view.answers.iter().all(|one| !one.said.is_empty()));
        let names_a_record = page
            .fields
            .iter()
            .any(|one| one.control == FieldControl::Record);
        assert_eq!(view.concern.is_some(), names_a_record, "{}", register.id);
        written += 1;
    }
    // All but the two that are about adults: those are the headteacher's.
    assert_eq!(written, 26);
}

#[test]
fn why_a_line_is_corrected_is_not_the_reason_that_stands_in_it() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let taken = "confiscation-log";
    let line = write(
        &mut laptop,
        of(empty(taken), &[("reason", "Filmed a lesson.")]),
    )
    .unwrap();
    let mut form = again(&laptop, taken, &line);
    form.answers[0].lines = vec!["Filmed another pupil.".to_owned()];
    let refused = write(&mut laptop, form.clone()).unwrap_err();
    assert_eq!(refused.problems[0].field, "why_corrected");
    form.reason = "Heard wrongly.".to_owned();
    write(&mut laptop, form).unwrap();
    let view = see(&laptop, taken, &line);
    assert_eq!(said(&view, "reason"), "Filmed another pupil.");
    assert_eq!(view.versions[0].reason, "Heard wrongly.");
    assert!(view.versions[0].holds && !view.versions[1].holds);
}

#[test]
fn what_was_typed_in_a_line_is_there_after_a_lock_and_for_its_writer_alone() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    let typed = of(
        empty(UNBLOCK),
        &[("requester", "Patience"), ("requested_at", "yest")],
    );
    app::keep_line_draft(&mut laptop.office, typed).unwrap();
    laptop.restart();
    laptop.open(&RUTH);
    assert!(
        app::register(&laptop.office, UNBLOCK, None)
            .unwrap()
            .begun
            .is_empty()
    );
    laptop.lock();
    laptop.open(&DEV);
    assert!(
        app::register(&laptop.office, UNBLOCK, None)
            .unwrap()
            .begun
            .len()
            == 1
    );
    let view = app::register_line(&laptop.office, UNBLOCK, None, None).unwrap();
    let mut draft = view.draft.unwrap();
    assert_eq!(draft.answers[1].lines, ["yest"]);
    draft.answers.truncate(1);
    write(&mut laptop, draft).unwrap();
    let page = app::register(&laptop.office, UNBLOCK, None).unwrap();
    assert!(page.begun.is_empty() && page.lines.len() == 1);
}

#[test]
fn each_register_is_kept_by_whom_it_belongs_to_and_one_about_adults_lies_with_the_head() {
    const ABOUT_HIM: &str = "He let two pupils use his telephone, quillwort.";
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let low_level = "low-level-concern-register";
    let field = app::register(&laptop.office, low_level, None)
        .unwrap()
        .fields;
    let words = field
        .iter()
        .find(|one| one.control == FieldControl::Words)
        .unwrap();
    write(
        &mut laptop,
        of(empty(low_level), &[(&words.name, ABOUT_HIM)]),
    )
    .unwrap();
    // Nothing about an adult comes into a room that every lead reads.
    let pupils = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let begun = app::register_line(&laptop.office, low_level, None, Some(&pupils.value.id));
    assert!(their_words(&begun.unwrap_err()).contains("about adults"));
    let refused = write(
        &mut laptop,
        LineForm {
            concern: Some(pupils.value.id),
            ..of(empty(low_level), &[(&words.name, ABOUT_HIM)])
        },
    )
    .unwrap_err();
    assert!(their_words(&refused).contains("about adults"));
    let about = forms::about_adult(Route::Staff, PATIENCE.as_subject(), ABOUT_HIM);
    let staff = app::record_concern(&mut laptop.office, about)
        .unwrap()
        .value
        .id;
    let change = "filtering-change-log";
    write(
        &mut laptop,
        LineForm {
            concern: Some(staff),
            ..of(empty(change), &[("reason", ABOUT_HIM)])
        },
    )
    .unwrap();
    assert_eq!(
        app::register(&laptop.office, change, None)
            .unwrap()
            .lines
            .len(),
        1
    );
    assert_eq!(
        app::register(&laptop.office, low_level, None)
            .unwrap()
            .lines
            .len(),
        1
    );
    laptop.lock();

    laptop.open(&RUTH);
    let seen = app::register(&laptop.office, low_level, None).unwrap();
    assert!(!seen.may && seen.lines.is_empty() && !seen.fields.is_empty());
    // A line about a concern that the lead may not read is not among the lead's lines either.
    assert!(
        app::register(&laptop.office, change, None)
            .unwrap()
            .lines
            .is_empty()
    );
    let refused = write(&mut laptop, of(empty(low_level), &[(&words.name, "x")])).unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
    laptop.lock();

    laptop.open(&DEV);
    assert!(app::register(&laptop.office, UNBLOCK, None).unwrap().may);
    assert!(
        !app::register(&laptop.office, "data-breach-log", None)
            .unwrap()
            .may
    );
    laptop.lock();
    laptop.open(&PATIENCE);
    assert!(!app::register(&laptop.office, UNBLOCK, None).unwrap().may);
    laptop.lock();

    // Not hidden from the lead, but not there: what lies in the lead's room is looked through.
    let rooms = inside::rooms_of(&laptop, &RUTH);
    assert!(!rooms.contains_key(&RoomKind::Staff));
    let lead = rooms[&RoomKind::Pupils].open();
    assert!(lead.register_lines(low_level, None, 9).unwrap().is_empty());
    assert!(lead.register_lines(change, None, 9).unwrap().is_empty());
    let staff = inside::rooms_of(&laptop, &HEAD);
    let staff = staff[&RoomKind::Staff].open();
    assert_eq!(staff.register_lines(low_level, None, 9).unwrap().len(), 1);
    assert_eq!(staff.register_lines(change, None, 9).unwrap().len(), 1);
}

/// A line that the lead and a deputy corrected, each on their own laptop; the deputy's has come to the lead's, which is open.
fn corrected_on_two_laptops() -> (Device, String) {
    let mut first = Device::of_school(&[&DEV]);
    first.open(&RUTH);
    let line = write(&mut first, of(empty(UNBLOCK), &[("requester", "Patience")])).unwrap();
    first.lock();
    let mut second = first.twin();
    for (laptop, who, says) in [
        (&mut first, &RUTH, "Patience A"),
        (&mut second, &DEV, "P. Adeyemi"),
    ] {
        laptop.open(who);
        let mut form = again(laptop, UNBLOCK, &line);
        form.answers = vec![answer("requester", says)];
        form.reason = "The name was written short.".to_owned();
        write(laptop, form).unwrap();
        laptop.lock();
    }
    inside::carry_pupils(&second, &first, &RUTH);
    first.open(&RUTH);
    (first, line)
}

#[test]
fn a_line_corrected_on_two_laptops_keeps_both_and_the_next_correction_takes_the_place_of_both() {
    let (mut first, line) = corrected_on_two_laptops();
    let view = see(&first, UNBLOCK, &line);
    assert!(view.beside && view.base.len() == 2 && view.versions.len() == 3);
    let mut form = again(&first, UNBLOCK, &line);
    form.answers = vec![answer("requester", "Patience Adeyemi")];
    form.reason = "Both were meant, this is her name.".to_owned();
    write(&mut first, form).unwrap();
    let view = see(&first, UNBLOCK, &line);
    assert!(!view.beside && view.versions.len() == 4);
}

#[test]
fn of_two_corrections_the_one_that_holds_can_be_confirmed_as_it_is() {
    let (mut first, line) = corrected_on_two_laptops();
    assert!(app::register(&first.office, UNBLOCK, None).unwrap().lines[0].beside);
    let mut form = again(&first, UNBLOCK, &line);
    form.reason = "This one is meant.".to_owned();
    write(&mut first, form).unwrap();
    assert!(!app::register(&first.office, UNBLOCK, None).unwrap().lines[0].beside);
}

#[test]
fn on_a_concern_a_deputy_reads_that_a_register_they_do_not_keep_has_a_line_and_nothing_of_it() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let concern = concern.value.id;
    let breach = "data-breach-log";
    let field = app::register(&laptop.office, breach, None).unwrap().fields;
    let words = field
        .iter()
        .find(|one| one.control == FieldControl::Words)
        .unwrap();
    let form = LineForm {
        concern: Some(concern.clone()),
        ..of(
            empty(breach),
            &[(&words.name, "Sent to the wrong parent, quillwort.")],
        )
    };
    write(&mut laptop, form).unwrap();
    let step = |laptop: &mut Device| {
        let page = app::concern(&mut laptop.office, &concern).unwrap();
        let step = page
            .thread
            .into_iter()
            .find(|step| step.title.contains("Register"));
        step.unwrap().detail
    };
    assert!(step(&mut laptop).contains("quillwort"));
    laptop.lock();
    laptop.open(&DEV);
    assert!(!step(&mut laptop).contains("quillwort"));
}

/// Two lines of the register of unblocked sites, one of them struck, and a concern that one is about.
fn with_lines() -> (Device, String) {
    let mut laptop = Device::of_school(&[&DEV, &HEAD]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let concern = concern.value.id;
    let first = of(
        empty(UNBLOCK),
        &[
            ("requester", "=HYPERLINK(\"x\")"),
            ("dsl_screened_by", "Ruth"),
            ("decision", "Granted"),
        ],
    );
    let first = write(&mut laptop, first).unwrap();
    let about = LineForm {
        concern: Some(concern.clone()),
        ..of(
            empty(UNBLOCK),
            &[
                ("requester", "Zo\u{eb} \u{141}ubie\u{144}ska"),
                ("decision", "Refused"),
            ],
        )
    };
    write(&mut laptop, about).unwrap();
    let strike = LineForm {
        strike: true,
        reason: "It was asked for twice".to_owned(),
        ..again(&laptop, UNBLOCK, &first)
    };
    write(&mut laptop, strike).unwrap();
    (laptop, concern)
}

#[test]
fn a_register_goes_on_paper_and_into_a_spreadsheet_with_its_struck_lines_and_that_it_did_is_kept() {
    let (mut laptop, concern) = with_lines();
    let (from, to) = (Some("2020-01-01".to_owned()), None);
    let asked = app::wire::PaperAsked::Register {
        id: UNBLOCK.to_owned(),
        from,
        to,
        purpose: "for the governors".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "\u{141}ubie\u{144}ska",
        "Struck:",
        "It was asked for twice",
        "Looked through by",
    ] {
        assert!(text.contains(words), "{words:?}: {text}");
    }
    assert!(!shown.file_name.contains("ubie"));

    let days = (None, None);
    let csv = SheetFormat::Csv;
    let (sheet, _) = app::register_sheet(&mut laptop.office, UNBLOCK, days, csv).unwrap();
    let sheet = String::from_utf8(sheet.to_vec()).unwrap();
    // By this mark Excel knows that a name with an accent is one.
    let sheet = sheet.strip_prefix('\u{feff}').unwrap().replace('"', "");
    let rows: Vec<&str> = sheet.lines().collect();
    assert_eq!(rows.len(), 3, "{sheet}");
    assert!(rows[0].starts_with("Written,By,Record,"));
    assert!(rows[1].contains("'=HYPERLINK") && rows[1].contains("It was asked for twice"));
    assert!(rows[2].contains("Zo\u{eb} \u{141}ubie\u{144}ska") && rows[2].contains("Refused"));
    let xlsx = SheetFormat::Xlsx;
    let (book, _) = app::register_sheet(&mut laptop.office, UNBLOCK, days, xlsx).unwrap();
    assert!(book.starts_with(b"PK"));
    let none = (Some("2020-01-01"), Some("2020-12-31"));
    let (empty, _) = app::register_sheet(&mut laptop.office, UNBLOCK, none, csv).unwrap();
    assert_eq!(
        String::from_utf8(empty.to_vec()).unwrap().lines().count(),
        1
    );
    let backwards = (Some("2026-12-31"), Some("2026-01-01"));
    let refused = app::register_sheet(&mut laptop.office, UNBLOCK, backwards, csv).unwrap_err();
    assert_eq!(refused.problems[0].field, "to");

    let seen = app::concern(&mut laptop.office, &concern).unwrap();
    let said = serde_json::to_string(&seen).unwrap();
    assert!(said.contains("in a spreadsheet of the register"), "{said}");
}

#[test]
fn whoever_may_not_keep_a_register_gets_no_paper_and_no_spreadsheet_of_it() {
    let (mut laptop, _) = with_lines();
    laptop.lock();
    laptop.open(&DEV);
    let not_theirs: Vec<String> = app::guidance_list()
        .unwrap()
        .into_iter()
        .filter(|line| line.kind == "register")
        .map(|line| line.id)
        .filter(|id| !app::register(&laptop.office, id, None).unwrap().may)
        .collect();
    assert!(!not_theirs.is_empty());
    for id in &not_theirs {
        let asked = app::wire::PaperAsked::Register {
            id: id.clone(),
            from: None,
            to: None,
            purpose: "to look".to_owned(),
        };
        let refused = app::lay_out_paper(&mut laptop.office, asked).unwrap_err();
        assert_eq!(refused.kind, FaultKind::NotAllowed);
        let days = (None, None);
        let refused =
            app::register_sheet(&mut laptop.office, id, days, SheetFormat::Csv).unwrap_err();
        assert_eq!(refused.kind, FaultKind::NotAllowed);
    }
    laptop.lock();
    laptop.open(&RUTH);
    let mut may = app::guidance_list().unwrap();
    may.retain(|line| {
        line.kind == "register" && app::register(&laptop.office, &line.id, None).unwrap().may
    });
    assert!(!may.is_empty());
}
