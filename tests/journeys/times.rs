//! When it happened, when one learnt of it, when it was written.

use app::wire::{ConcernFilter, ConcernForm};
use kit::{DEV, Device, RUTH, forms};

#[test]
fn a_time_in_the_future_is_refused_at_its_field() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let happened = ConcernForm {
        occurred: "2026-11-10T10:42:00+00:00".to_owned(),
        ..forms::about_amara()
    };
    let learnt = ConcernForm {
        noticed: "2026-11-11T09:00:00+00:00".to_owned(),
        ..forms::about_amara()
    };

    let happened = app::record_concern(&mut laptop.office, happened).unwrap_err();
    let learnt = app::record_concern(&mut laptop.office, learnt).unwrap_err();
    let total = app::concerns(&mut laptop.office, ConcernFilter::default())
        .unwrap()
        .total;

    assert_eq!(happened.problems[0].field, "occurred");
    assert_eq!(learnt.problems[0].field, "noticed");
    assert_eq!(happened.kept.as_deref(), Some("What you typed is kept."));
    assert_eq!(total, 0);
}

#[test]
fn learning_of_it_before_it_happened_is_asked_about_and_an_explanation_is_kept() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let swapped = ConcernForm {
        occurred: "2026-11-09T12:00:00+00:00".to_owned(),
        occurred_about: false,
        noticed: "2026-11-08T12:00:00+00:00".to_owned(),
        ..forms::about_amara()
    };
    let explained = ConcernForm {
        order_note: Some("She told me on Sunday that he would come on Monday.".to_owned()),
        ..swapped.clone()
    };

    let asked = app::record_concern(&mut laptop.office, swapped).unwrap_err();
    let id = app::record_concern(&mut laptop.office, explained)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();

    assert_eq!(asked.problems[0].field, "noticed");
    assert!(asked.problems[0].say.contains("Which is right?"));
    assert!(kit::text_of(&view, "order_note").contains("on Sunday that he would"));
}

#[test]
fn an_empty_form_names_what_is_missing_and_goes_on_with_gaps_when_it_is_urgent() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);

    let empty = app::record_concern(&mut laptop.office, ConcernForm::default()).unwrap_err();
    let urgent = ConcernForm {
        description: "A girl by the bike shed, holding her side.".to_owned(),
        with_gaps: Some("Ambulance is here".to_owned()),
        urgency: "immediate".to_owned(),
        ..ConcernForm::default()
    };
    let id = app::record_concern(&mut laptop.office, urgent)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();

    let fields: Vec<&str> = empty
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["people", "description", "occurred"]);
    assert_eq!(empty.say, "Three things first");
    assert!(view.row.danger);
    assert_eq!(view.row.about, "Name not known");
    assert_eq!(view.row.occurred, "Not known when");
    assert_eq!(kit::text_of(&view, "with_gaps"), "Ambulance is here");
}

#[test]
fn four_clocks_show_how_long_it_took() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    let form = ConcernForm {
        told_lead: RUTH.name.to_owned(),
        told_lead_at: "2026-11-10T10:34:00+00:00".to_owned(),
        noticed: "2026-11-10T09:45:00+00:00".to_owned(),
        ..forms::about_amara()
    };

    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();

    let clock: Vec<(&str, &str, bool, Option<&str>)> = view
        .clock
        .iter()
        .map(|step| {
            (
                step.label.as_str(),
                step.at.as_str(),
                step.about,
                step.gap.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        clock,
        [
            ("Happened", "Sun 8 Nov, 20:30", true, Some("37 h 15 min")),
            ("Marwaha told", "Tue 10 Nov, 09:45", false, Some("49 min")),
            ("Lead told", "Tue 10 Nov, 10:34", false, Some("7 min")),
            ("Written", "Tue 10 Nov, 10:41", false, None),
        ]
    );
    assert_eq!(view.row.late, None, "written on the day it was learnt");
}

#[test]
fn a_concern_written_days_after_is_marked_late_with_the_time_it_took() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let form = ConcernForm {
        noticed: "2026-11-07T09:41:00+00:00".to_owned(),
        occurred: "2026-11-06T20:30:00+00:00".to_owned(),
        ..forms::about_amara()
    };

    app::record_concern(&mut laptop.office, form).unwrap();
    let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();

    assert_eq!(page.concerns[0].late.as_deref(), Some("3 days 1 h"));
}

#[test]
fn times_are_understood_as_people_write_them() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);

    let sunday = app::understand_when(&laptop.office, "sun about 8:30pm").unwrap();
    let nonsense = app::understand_when(&laptop.office, "when the cows come home").unwrap();

    assert_eq!(sunday.at.as_deref(), Some("2026-11-08T20:30:00+00:00"));
    assert!(sunday.about);
    assert_eq!(nonsense.at, None);
}

#[test]
fn a_clock_that_was_set_back_is_noted_on_the_record_and_never_refuses_it() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    app::record_concern(&mut laptop.office, forms::saying("Before.")).unwrap();

    laptop.clock.set_wall("2026-11-09T08:00:00Z");
    let form = ConcernForm {
        occurred: "2026-11-08T20:30:00+00:00".to_owned(),
        noticed: String::new(),
        ..forms::saying("After the clock went back.")
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let whole = app::verify(&mut laptop.office).unwrap();

    assert!(
        view.seal
            .say
            .contains("The laptop\u{2019}s clock had been set back by about 26 hours"),
        "{}",
        view.seal.say
    );
    assert_eq!(whole.faults.len(), 0);
}
