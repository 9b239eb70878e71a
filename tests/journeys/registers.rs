//! The registers a school keeps: a line is written once, and everything that became of it stays to be read.

use app::wire::{
    Fault, FaultKind, FieldAnswer, FieldControl, LineForm, LineView, RegisterFieldView, Route,
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
                    ("decision", "Granted"),
                    ("tested", "Yes"),
                ],
            )
        },
    )
    .unwrap();
    laptop.restart();
    laptop.open(&RUTH);

    let row = app::register(&laptop.office, UNBLOCK, 50).unwrap();
    assert!(row.may && !row.more && row.begun.is_none());
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
    assert_eq!(without.problems[0].field, "reason");
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
    let row = app::register(&laptop.office, UNBLOCK, 50).unwrap();
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
            "MV-26-XXX-9999",
            "has this number",
        ),
        ("data-breach-log", "people_affected", "many", "a number"),
        (UNBLOCK, "requested_at", "   ", "Nothing is written"),
    ] {
        let refused = write(&mut laptop, of(empty(register), &[(field, text)])).unwrap_err();
        assert_eq!(refused.problems[0].field, field, "{text}");
        assert!(
            refused.problems[0].say.contains(says),
            "{:?}",
            refused.problems[0].say
        );
        assert!(
            app::register(&laptop.office, register, 1)
                .unwrap()
                .lines
                .is_empty()
        );
    }
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
        let page = app::register(&laptop.office, &register.id, 50).unwrap();
        if !page.may {
            continue;
        }
        let answers = page.fields.iter().map(|field| FieldAnswer {
            field: field.name.clone(),
            lines: fits(field),
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
        app::register(&laptop.office, UNBLOCK, 5)
            .unwrap()
            .begun
            .is_none()
    );
    laptop.lock();
    laptop.open(&DEV);
    assert!(
        app::register(&laptop.office, UNBLOCK, 5)
            .unwrap()
            .begun
            .is_some()
    );
    let view = app::register_line(&laptop.office, UNBLOCK, None, None).unwrap();
    let mut draft = view.draft.unwrap();
    assert_eq!(draft.answers[1].lines, ["yest"]);
    draft.answers.truncate(1);
    write(&mut laptop, draft).unwrap();
    let page = app::register(&laptop.office, UNBLOCK, 5).unwrap();
    assert!(page.begun.is_none() && page.lines.len() == 1);
}

#[test]
fn each_register_is_kept_by_whom_it_belongs_to_and_one_about_adults_lies_with_the_head() {
    const ABOUT_HIM: &str = "He let two pupils use his telephone, quillwort.";
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let low_level = "low-level-concern-register";
    let field = app::register(&laptop.office, low_level, 5).unwrap().fields;
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
        app::register(&laptop.office, change, 5)
            .unwrap()
            .lines
            .len(),
        1
    );
    assert_eq!(
        app::register(&laptop.office, low_level, 5)
            .unwrap()
            .lines
            .len(),
        1
    );
    laptop.lock();

    laptop.open(&RUTH);
    let seen = app::register(&laptop.office, low_level, 5).unwrap();
    assert!(!seen.may && seen.lines.is_empty() && !seen.fields.is_empty());
    // A line about a concern that the lead may not read is not among the lead's lines either.
    assert!(
        app::register(&laptop.office, change, 5)
            .unwrap()
            .lines
            .is_empty()
    );
    let refused = write(&mut laptop, of(empty(low_level), &[(&words.name, "x")])).unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
    laptop.lock();

    laptop.open(&DEV);
    assert!(app::register(&laptop.office, UNBLOCK, 5).unwrap().may);
    assert!(
        !app::register(&laptop.office, "data-breach-log", 5)
            .unwrap()
            .may
    );
    laptop.lock();
    laptop.open(&PATIENCE);
    assert!(!app::register(&laptop.office, UNBLOCK, 5).unwrap().may);
    laptop.lock();

    let rooms = inside::rooms_of(&laptop, &RUTH);
    assert!(!rooms.contains_key(&RoomKind::Staff));
}

#[test]
fn a_line_corrected_on_two_laptops_keeps_both_and_the_next_correction_takes_the_place_of_both() {
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
    let view = see(&first, UNBLOCK, &line);
    assert!(view.beside && view.base.len() == 2 && view.versions.len() == 3);
    let mut form = again(&first, UNBLOCK, &line);
    form.answers = vec![answer("requester", "Patience Adeyemi")];
    form.reason = "Both were meant, this is her name.".to_owned();
    write(&mut first, form).unwrap();
    let view = see(&first, UNBLOCK, &line);
    assert!(!view.beside && view.versions.len() == 4);
}
