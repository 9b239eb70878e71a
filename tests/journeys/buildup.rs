//! Concerns that are worth a look together: found by counting, said in one sentence, set aside with a reason.

use std::time::Duration;

use app::wire::{
    BuildUp, CaseForm, ConcernForm, Fault, FaultKind, PaperAsked, PaperForm, PersonInConcern,
    Route, SetAsideForm,
};
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms};

use crate::papers::read;

const DAY: Duration = Duration::from_secs(86_400);

fn school() -> (Device, String, String) {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let id = |name: &str| {
        app::pupils(&laptop.office, name, false, 0).unwrap().pupils[0]
            .id
            .clone()
    };
    let (amara, jay) = (id("Amara"), id("Jay"));
    (laptop, amara, jay)
}

/// Writes a concern so many days after the one before.
fn after(laptop: &mut Device, days: u32, form: ConcernForm) -> String {
    laptop.clock.pass(DAY * days);
    let form = ConcernForm {
        occurred: laptop.clock.now().to_rfc3339(),
        noticed: laptop.clock.now().to_rfc3339(),
        occurred_about: false,
        ..form
    };
    app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id
}

fn about(pupil: &str, category: &str) -> ConcernForm {
    ConcernForm {
        people: vec![forms::chosen(pupil, "subject")],
        categories: vec![category.to_owned()],
        ..forms::about_amara()
    }
}

fn adult(name: &str, role: &str) -> PersonInConcern {
    PersonInConcern {
        name: Some(name.to_owned()),
        kind: "adult".to_owned(),
        role: role.to_owned(),
        ..PersonInConcern::default()
    }
}

fn together(laptop: &mut Device, concern: &str) -> Vec<BuildUp> {
    app::concern(&mut laptop.office, concern).unwrap().together
}

fn said(all: &[BuildUp]) -> Vec<&str> {
    all.iter().map(|one| one.say.as_str()).collect()
}

fn of_sort<'a>(all: &'a [BuildUp], sort: &str) -> Option<&'a BuildUp> {
    all.iter().find(|one| one.sort == sort)
}

fn judged(laptop: &mut Device, id: &str, status: &str, severity: &str) {
    let form = CaseForm::Standing {
        status: status.to_owned(),
        owner: None,
        severity: severity.to_owned(),
        level: String::new(),
        review: None,
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: "As it was talked through.".to_owned(),
    };
    app::add_to_case(&mut laptop.office, id, form).unwrap();
}

fn aside(laptop: &mut Device, one: &BuildUp, reason: &str) -> Result<(), Fault> {
    let form = SetAsideForm {
        sort: one.sort.clone(),
        key: one.key.clone(),
        concerns: one.concerns.iter().map(|row| row.id.clone()).collect(),
        reason: reason.to_owned(),
    };
    app::set_buildup_aside(&mut laptop.office, form).map(|_| ())
}

/// Three concerns about Amara in nineteen days, on a Tuesday, a Thursday and a Saturday.
fn three(laptop: &mut Device, amara: &str) -> [String; 3] {
    [
        after(laptop, 0, about(amara, "neglect")),
        after(laptop, 9, about(amara, "neglect")),
        after(laptop, 9, about(amara, "neglect")),
    ]
}

#[test]
fn three_entries_about_a_child_that_nobody_judged_high_are_pointed_out_in_one_sentence() {
    let (mut laptop, amara, jay) = school();
    let [first, second, third] = three(&mut laptop, &amara);
    after(&mut laptop, 0, about(&jay, "neglect"));
    let unjudged = together(&mut laptop, &first);
    for id in [&first, &second, &third] {
        judged(&mut laptop, id, "active", "1");
    }

    let on_concern = together(&mut laptop, &third);
    let on_page = app::pupil(&mut laptop.office, &amara).unwrap().together;
    let of_jay = app::pupil(&mut laptop.office, &jay).unwrap().together;
    let today = app::today(&mut laptop.office).unwrap().together;
    judged(&mut laptop, &second, "active", "3");
    let one_is_serious = together(&mut laptop, &third);

    assert_eq!(
        said(&unjudged),
        ["Third entry about Amara Oyelaran in 19 days, none judged yet: neglect."]
    );
    let low = "Third entry about Amara Oyelaran in 19 days, none above Low: neglect.";
    assert_eq!(said(&on_concern), [low]);
    assert_eq!(said(&on_page), [low]);
    assert_eq!(said(&today), [low]);
    assert_eq!(
        today[0].masked,
        "Third entry about a pupil in 19 days, none above Low: neglect."
    );
    let rests_on: Vec<&str> = today[0]
        .concerns
        .iter()
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(rests_on, [&third, &second, &first]);
    assert!(of_jay.is_empty());
    assert!(one_is_serious.is_empty(), "{:?}", said(&one_is_serious));
}

#[test]
fn what_was_written_by_mistake_is_not_counted_and_a_build_up_of_long_ago_is_over() {
    let (mut laptop, amara, _) = school();
    let [_, second, third] = three(&mut laptop, &amara);
    assert_eq!(together(&mut laptop, &third).len(), 1);

    laptop.clock.pass(DAY * 15);
    let after_a_fortnight = app::today(&mut laptop.office).unwrap().together;
    let still_on_the_page = app::pupil(&mut laptop.office, &amara).unwrap().together;
    laptop.clock.pass(DAY * 28);
    let long_after = app::pupil(&mut laptop.office, &amara).unwrap().together;
    laptop.clock.set_wall("2026-11-29T08:00:00Z");
    let written = app::concern(&mut laptop.office, &second).unwrap();
    let mistake = ConcernForm {
        status: Some("error".to_owned()),
        reason: Some("Written about the wrong child.".to_owned()),
        ..written.versions[0].form.clone()
    };
    app::amend_concern(&mut laptop.office, mistake).unwrap();
    let mistaken = together(&mut laptop, &third);

    assert!(after_a_fortnight.is_empty());
    assert_eq!(still_on_the_page.len(), 1);
    assert!(long_after.is_empty());
    assert!(mistaken.is_empty());
}

#[test]
fn an_adult_named_in_three_entries_is_pointed_out_by_record_or_by_the_written_name() {
    let (mut laptop, amara, jay) = school();
    let with = |pupil: &str, name: &str, role: &str| ConcernForm {
        people: vec![forms::chosen(pupil, "victim"), adult(name, role)],
        ..forms::about_amara()
    };
    after(
        &mut laptop,
        0,
        with(&amara, "Daniel Frost", "adult-subject"),
    );
    after(
        &mut laptop,
        30,
        with(&jay, "daniel  frost", "adult-subject"),
    );
    let third = after(&mut laptop, 30, with(&amara, "Daniel Frost", "other"));
    // Whoever only told of it is not counted, and "Mum" of one child is not "Mum" of another.
    for pupil in [&amara, &jay, &amara] {
        after(&mut laptop, 0, with(pupil, "Folake Oyelaran", "reporter"));
        after(&mut laptop, 0, with(pupil, "Mum", "adult-subject"));
    }

    let all = together(&mut laptop, &third);
    let found = of_sort(&all, "name").unwrap();
    let names: Vec<String> = app::today(&mut laptop.office)
        .unwrap()
        .together
        .into_iter()
        .filter(|one| one.sort == "name")
        .map(|one| one.say)
        .collect();

    assert_eq!(
        found.say,
        "Daniel Frost is named in three entries in 61 days, about two children."
    );
    assert_eq!(found.masked, found.say.replace("Daniel Frost", "An adult"));
    assert_eq!(names, [found.say.as_str()]);
}

#[test]
fn a_room_and_a_device_in_three_entries_are_pointed_out_however_they_are_written() {
    let (mut laptop, amara, jay) = school();
    let at = |pupil: &str, room: &str, device: &str| ConcernForm {
        room: room.to_owned(),
        device_number: device.to_owned(),
        ..about(pupil, "neglect")
    };
    after(&mut laptop, 0, at(&amara, "ICT suite", "LT-014"));
    after(&mut laptop, 10, at(&jay, "ict  Suite", "LT 014"));
    let third = after(&mut laptop, 30, at(&jay, "ICT suite", "lt014"));

    let all = together(&mut laptop, &third);

    assert_eq!(
        said(&all),
        [
            "Three entries in 41 days name the device \u{201c}lt014\u{201d}.",
            "Three entries in 41 days name the room \u{201c}ICT suite\u{201d}.",
        ]
    );
}

#[test]
fn the_same_weekday_and_part_of_the_day_is_said_of_one_child() {
    let (mut laptop, amara, _) = school();
    let high = |laptop: &mut Device, days: u32| {
        let id = after(laptop, days, about(&amara, "neglect"));
        judged(laptop, &id, "active", "3");
        id
    };
    high(&mut laptop, 0);
    high(&mut laptop, 7);
    let third = high(&mut laptop, 14);

    let all = together(&mut laptop, &third);
    let witness = ConcernForm {
        people: vec![
            forms::chosen(&amara, "witness"),
            forms::named("Rhys Null", "victim"),
        ],
        ..forms::about_amara()
    };
    let seen = after(&mut laptop, 1, witness);

    assert_eq!(
        said(&all),
        ["All three entries about Amara Oyelaran happened on a Tuesday morning."]
    );
    assert!(
        together(&mut laptop, &seen).is_empty(),
        "what a child only saw is not about them"
    );
}

#[test]
fn what_was_set_aside_stays_away_until_a_concern_joins_it_and_says_who_and_why() {
    let (mut laptop, amara, _) = school();
    let [first, _, third] = three(&mut laptop, &amara);
    let found = together(&mut laptop, &third);
    let why = "School nurse and mother met; all three are one long cold.";

    let no_reason = aside(&mut laptop, &found[0], "fine").unwrap_err();
    aside(&mut laptop, &found[0], why).unwrap();
    let again = aside(&mut laptop, &found[0], why).unwrap_err();
    let gone = together(&mut laptop, &first);
    let today = app::today(&mut laptop.office).unwrap().together;
    let view = app::concern(&mut laptop.office, &third).unwrap();
    let step = view
        .thread
        .iter()
        .find(|item| item.kind == "set_aside")
        .unwrap();
    let page = app::pupil(&mut laptop.office, &amara).unwrap();
    let paper = laptop.printed(PaperAsked::Concern {
        id: third.clone(),
        form: PaperForm::Whole,
        purpose: "strategy meeting".to_owned(),
    });
    let paper = read(&laptop, &paper);
    let hits = app::find(&mut laptop.office, "long cold", Default::default()).unwrap();
    let fourth = after(&mut laptop, 3, about(&amara, "neglect"));
    let back = together(&mut laptop, &fourth);

    assert_eq!(no_reason.problems[0].field, "reason");
    assert_eq!(again.kind, FaultKind::Refused);
    assert!(gone.is_empty() && today.is_empty() && page.together.is_empty());
    assert_eq!(step.who, RUTH.name);
    assert!(step.detail.contains(why) && step.detail.contains("Third entry about Amara"));
    assert!(!page.needs_newer);
    assert!(paper.contains("set aside") && paper.contains("one long cold"));
    assert_eq!(hits.items.len(), 1);
    assert!(back[0].say.starts_with("Fourth entry about Amara"));
}

#[test]
fn a_concern_that_joins_while_somebody_writes_the_reason_is_not_set_aside_unseen() {
    let (mut laptop, amara, _) = school();
    let [_, _, third] = three(&mut laptop, &amara);
    let found = together(&mut laptop, &third);
    after(&mut laptop, 0, about(&amara, "neglect"));

    let refused = aside(&mut laptop, &found[0], "All of one long cold.").unwrap_err();

    assert_eq!(refused.kind, FaultKind::Refused);
    assert_eq!(together(&mut laptop, &third).len(), 1);
}

#[test]
fn a_fact_of_the_staff_room_joins_nothing_for_somebody_who_is_not_a_member() {
    let (mut laptop, amara, jay) = school();
    let named = |people: Vec<PersonInConcern>, route: Route| ConcernForm {
        route,
        people,
        ..forms::about_amara()
    };
    let frost = || adult("Daniel Frost", "adult-subject");
    let pupils = |who: &str| {
        named(
            vec![forms::chosen(who, "victim"), frost()],
            Route::default(),
        )
    };
    after(&mut laptop, 0, pupils(&amara));
    let second = after(&mut laptop, 2, pupils(&jay));
    let staff = after(
        &mut laptop,
        2,
        named(vec![frost(), forms::chosen(&amara, "victim")], Route::Staff),
    );

    let lead_sees = together(&mut laptop, &second);
    let lead_today = app::today(&mut laptop.office).unwrap().together;
    laptop.lock();
    laptop.open(&HEAD);
    let head_sees = together(&mut laptop, &second);
    let whole = of_sort(&head_sees, "name").unwrap().clone();
    aside(&mut laptop, &whole, "Asked and answered: one visit.").unwrap();
    let head_after = together(&mut laptop, &second);
    let in_staff_room = app::concern(&mut laptop.office, &staff).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let lead_thread = app::concern(&mut laptop.office, &second).unwrap().thread;
    let third = after(&mut laptop, 1, pupils(&jay));
    let own_three = together(&mut laptop, &third);
    laptop.lock();
    laptop.open(&PATIENCE);
    let teacher_today = app::today(&mut laptop.office).unwrap().together;
    let teacher_sets = aside(&mut laptop, &whole, "It is nothing, I think.");

    assert!(lead_sees.is_empty() && lead_today.is_empty());
    assert_eq!(whole.concerns.len(), 3);
    assert!(of_sort(&head_after, "name").is_none());
    assert!(
        in_staff_room
            .thread
            .iter()
            .any(|item| item.kind == "set_aside")
    );
    assert!(
        lead_thread.iter().all(|item| item.kind != "set_aside"),
        "that there is more is not said in the pupils' room"
    );
    assert!(of_sort(&own_three, "name").is_some());
    assert!(teacher_today.is_empty() && teacher_sets.is_err());
}
