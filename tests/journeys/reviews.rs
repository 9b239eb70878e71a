//! Days on which somebody meant to look again: of decisions, and of what must be read first.

use std::time::Duration;

use app::wire::{CaseForm, ConcernForm, KeyFactForm};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

fn decided(reason: &str, review: &str) -> CaseForm {
    CaseForm::Decision {
        decision: "monitor".to_owned(),
        not_referred: false,
        reason: reason.to_owned(),
        level: String::new(),
        advice: String::new(),
        agreed_by: String::new(),
        child_view: String::new(),
        review: Some(review.to_owned()),
    }
}

fn days_pass(laptop: &mut Device, days: u64) {
    laptop.clock.pass(Duration::from_secs(days * 24 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
}

#[test]
fn a_decision_is_looked_at_again_on_its_day_until_another_is_made() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let form: ConcernForm = forms::about_amara();
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let add = |laptop: &mut Device, form| app::add_to_case(&mut laptop.office, &id, form).unwrap();
    add(
        &mut laptop,
        decided("Nothing new since last week.", "2026-11-12"),
    );

    let week = app::today(&mut laptop.office).unwrap().week;
    assert_eq!(week[0].what, "Review the decision: Monitor");
    assert_eq!(
        (week[0].kind, week[0].when.as_str()),
        ("review", "Thu 12 Nov")
    );
    days_pass(&mut laptop, 3);
    let late = app::today(&mut laptop.office).unwrap().late;
    let late = late.iter().find(|line| line.due.is_some()).unwrap();
    assert_eq!(late.by, "1 working day");

    add(
        &mut laptop,
        decided("Her mother says she sleeps again.", "2026-11-30"),
    );
    let today = app::today(&mut laptop.office).unwrap();
    assert!(today.late.iter().all(|line| line.due.is_none()));
    assert!(today.week.is_empty(), "it is more than a week away");
}

#[test]
fn what_must_be_read_first_is_asked_about_on_its_day_and_no_more_once_somebody_has() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let amara = laptop.pupil("Amara");
    let note = |entry: Option<String>, review: &str| KeyFactForm {
        pupil: amara.clone(),
        reason: entry.is_some().then(|| "Still so, says Mum.".to_owned()),
        entry,
        say: "Do not ring Dad.".to_owned(),
        review: Some(review.to_owned()),
    };
    app::save_key_fact(&mut laptop.office, note(None, "2026-11-12")).unwrap();
    assert!(app::today(&mut laptop.office).unwrap().reviews.is_empty());

    days_pass(&mut laptop, 2);
    let reviews = app::today(&mut laptop.office).unwrap().reviews;
    let said: Vec<_> = reviews
        .iter()
        .map(|one| (one.name.as_str(), one.say.as_str(), one.day.as_str()))
        .collect();
    assert_eq!(said, [("Amara Oyelaran", "Do not ring Dad.", "Thu 12 Nov")]);

    let entry = app::pupil(&mut laptop.office, &amara).unwrap().key[0]
        .entry
        .clone();
    app::save_key_fact(&mut laptop.office, note(Some(entry), "2026-12-01")).unwrap();
    assert!(app::today(&mut laptop.office).unwrap().reviews.is_empty());
    laptop.lock();
    laptop.open(&PATIENCE);
    assert!(
        app::today(&mut laptop.office).unwrap().reviews.is_empty(),
        "she reads no file"
    );
}
