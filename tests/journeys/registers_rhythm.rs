//! A register is kept to its rhythm: what of it is late is said, on its own page and on Today, until it is done.

use app::wire::{FieldAnswer, LineForm, RegisterView, Rhythm};
use kit::{DEV, Device, PATIENCE, RUTH};

/// A day, in minutes.
const DAY: u64 = 24 * 60;

fn form(register: &str, answers: &[(&str, &str)]) -> LineForm {
    LineForm {
        register: register.to_owned(),
        line: None,
        base: Vec::new(),
        concern: None,
        answers: answers
            .iter()
            .map(|(field, text)| FieldAnswer {
                field: (*field).to_owned(),
                lines: vec![(*text).to_owned()],
                about: false,
            })
            .collect(),
        reason: String::new(),
        strike: false,
    }
}

fn write(laptop: &mut Device, register: &str, answers: &[(&str, &str)]) -> String {
    app::write_line(&mut laptop.office, form(register, answers))
        .unwrap()
        .value
}

fn see(laptop: &Device, register: &str) -> RegisterView {
    app::register(&laptop.office, register, None).unwrap()
}

fn rhythm(laptop: &Device, register: &str) -> Rhythm {
    see(laptop, register).rhythm.unwrap()
}

fn today(laptop: &mut Device) -> Vec<String> {
    let today = app::today(&mut laptop.office).unwrap();
    let registers = today
        .duties
        .into_iter()
        .filter(|duty| duty.kind == "register");
    registers.map(|duty| duty.say).collect()
}

fn school() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop
}

/// Ten days later, unlocked again.
fn pass(laptop: &mut Device, days: u64) {
    laptop.minutes(days * DAY);
    laptop.open(&RUTH);
}

#[test]
fn a_site_that_was_opened_for_a_lesson_is_late_until_it_is_blocked_again() {
    let mut laptop = school();
    let line = write(
        &mut laptop,
        "filter-unblock-log",
        &[
            ("term_or_site", "A site about the war"),
            ("to", "2026-11-12T15:00:00+00:00"),
        ],
    );
    assert!(rhythm(&laptop, "filter-unblock-log").late.is_empty());
    assert!(today(&mut laptop).is_empty());

    pass(&mut laptop, 3);

    let view = see(&laptop, "filter-unblock-log");
    assert_eq!(
        view.lines[0].late.as_deref(),
        Some("to be blocked again, was due Thu 12 Nov")
    );
    assert_eq!(
        today(&mut laptop),
        ["Filter unblock requests: to be blocked again, was due Thu 12 Nov."]
    );
    let open = app::register_line(&laptop.office, "filter-unblock-log", Some(&line), None).unwrap();
    let mut done = form(
        "filter-unblock-log",
        &[
            ("term_or_site", "A site about the war"),
            ("to", "2026-11-12T15:00:00+00:00"),
            ("reblocked_at", "2026-11-13T09:00:00+00:00"),
        ],
    );
    done.line = Some(line);
    done.base = open.base;
    done.reason = "Blocked again this morning.".to_owned();
    app::write_line(&mut laptop.office, done).unwrap();
    assert!(today(&mut laptop).is_empty());
}

#[test]
fn an_alert_waits_one_working_day_to_be_screened() {
    let mut laptop = school();
    // A Friday: Monday is the working day.
    laptop.minutes(3 * DAY);
    laptop.open(&RUTH);
    write(
        &mut laptop,
        "filter-alert-log",
        &[
            ("alert_at", "2026-11-13T11:00:00+00:00"),
            ("trigger", "self-harm"),
        ],
    );
    pass(&mut laptop, 3);
    assert!(rhythm(&laptop, "filter-alert-log").late.is_empty());
    pass(&mut laptop, 1);
    assert_eq!(
        rhythm(&laptop, "filter-alert-log").late[0].say,
        "not screened, was due Mon 16 Nov"
    );
}

#[test]
fn whoever_signs_anew_is_late_no_longer() {
    let mut laptop = school();
    let signed = |until: &'static str| {
        [
            ("person", "Patience Adeyemi"),
            ("kind", "Staff"),
            ("valid_to", until),
        ]
    };
    write(&mut laptop, "aup-signatures", &signed("2026-11-01"));
    assert_eq!(rhythm(&laptop, "aup-signatures").late.len(), 1);
    laptop.minutes(1);
    write(&mut laptop, "aup-signatures", &signed("2027-11-01"));
    assert!(rhythm(&laptop, "aup-signatures").late.is_empty());
}

#[test]
fn a_register_is_looked_through_in_its_rhythm_and_says_who_did() {
    let mut laptop = school();
    write(
        &mut laptop,
        "filtering-change-log",
        &[("what", "Games are blocked")],
    );
    pass(&mut laptop, 130);
    let before = rhythm(&laptop, "filtering-change-log");
    assert!(before.overdue);
    assert_eq!(before.every.as_deref(), Some("once a term"));
    assert!(
        today(&mut laptop)[0]
            .starts_with("Filtering and monitoring change log: to be looked through since")
    );

    app::look_through(
        &mut laptop.office,
        "filtering-change-log",
        "Nothing of note.",
    )
    .unwrap();

    let after = rhythm(&laptop, "filtering-change-log");
    assert!(!after.overdue);
    assert!(
        after
            .looked
            .unwrap()
            .ends_with("Ruth Calloway: Nothing of note.")
    );
    assert!(today(&mut laptop).is_empty());
}

#[test]
fn each_kind_of_filtering_review_has_a_rhythm_of_its_own() {
    let mut laptop = school();
    for kind in ["Weekly report", "Half termly review"] {
        write(
            &mut laptop,
            "filtering-review-log",
            &[("kind", kind), ("done_at", "2026-11-10T09:00:00+00:00")],
        );
    }
    pass(&mut laptop, 9);

    let kinds = rhythm(&laptop, "filtering-review-log").kinds;

    let of = |kind: &str| kinds.iter().find(|one| one.kind == kind).unwrap();
    assert!(of("Weekly report").overdue);
    assert!(!of("Half termly review").overdue);
    assert_eq!(of("Annual review").due, None);
    assert_eq!(
        today(&mut laptop),
        ["Filtering and monitoring reviews: weekly report was due 17 Nov 2026."]
    );
}

#[test]
fn a_breach_has_seventy_two_hours_and_a_file_for_another_school_five_working_days_to_be_received() {
    let mut laptop = school();
    write(
        &mut laptop,
        "data-breach-log",
        &[("found_at", "2026-11-10T10:41:00+00:00")],
    );
    write(
        &mut laptop,
        "cp-transfer-log",
        &[
            ("direction", "Out"),
            ("due", "2026-11-17"),
            ("sent_at", "2026-11-11T09:00:00+00:00"),
        ],
    );
    laptop.minutes(72 * 60 - 1);
    laptop.open(&RUTH);
    assert!(rhythm(&laptop, "data-breach-log").late.is_empty());
    laptop.minutes(2);
    laptop.open(&RUTH);
    assert_eq!(rhythm(&laptop, "data-breach-log").late.len(), 1);
    assert!(rhythm(&laptop, "cp-transfer-log").late.is_empty());

    pass(&mut laptop, 6);

    assert_eq!(
        rhythm(&laptop, "cp-transfer-log").late[0].say,
        "no receipt, was due Wed 18 Nov"
    );
}

#[test]
fn whoever_keeps_no_register_hears_nothing_of_it() {
    let mut laptop = school();
    laptop.add(&PATIENCE);
    write(
        &mut laptop,
        "aup-signatures",
        &[("person", "A"), ("valid_to", "2026-11-01")],
    );
    laptop.open(&PATIENCE);

    assert!(today(&mut laptop).is_empty());
    assert!(app::look_through(&mut laptop.office, "aup-signatures", "").is_err());
}
