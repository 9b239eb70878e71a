//! The first screen: what is live, unread, late and waiting, for whoever is in.

use app::wire::{CaseForm, ConcernForm, Place, Today};
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, TECH, forms};

fn today(laptop: &mut Device) -> Today {
    app::today(&mut laptop.office).unwrap()
}

/// Somebody opens the vault, sees their day and locks it again.
fn day_of(laptop: &mut Device, who: &kit::Somebody) -> Today {
    laptop.open(who);
    let day = today(laptop);
    laptop.lock();
    day
}

/// Somebody passes something on and locks the vault. Gives the concern's id.
fn passes_on(laptop: &mut Device, who: &kit::Somebody, form: ConcernForm) -> String {
    laptop.open(who);
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    laptop.lock();
    id
}

fn titles(rows: &[app::wire::ConcernRow]) -> Vec<&str> {
    rows.iter().map(|row| row.title.as_str()).collect()
}

fn ids_of(laptop: &mut Device, who: &kit::Somebody) -> String {
    laptop.open(&RUTH);
    let people = app::vault_facts(&laptop.office).unwrap().people;
    laptop.lock();
    let person = people.into_iter().find(|person| person.user == who.user);
    person.unwrap().id
}

#[test]
fn a_concern_nobody_has_read_by_the_next_working_day_is_late() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    let at = |laptop: &mut Device, moment: &str, words: &str| {
        laptop.clock.set_wall(moment);
        let form = ConcernForm {
            occurred: "2026-11-04T12:00:00+00:00".to_owned(),
            noticed: String::new(),
            ..forms::saying(words)
        };
        passes_on(laptop, &PATIENCE, form)
    };
    at(&mut laptop, "2026-11-05T15:00:00Z", "On Thursday.");
    let friday = at(&mut laptop, "2026-11-06T15:00:00Z", "On Friday.");
    at(&mut laptop, "2026-11-07T20:00:00Z", "On Saturday.");
    at(&mut laptop, "2026-11-09T08:00:00Z", "On Monday.");

    let seen = |laptop: &mut Device, moment: &str| {
        laptop.clock.set_wall(moment);
        let day = day_of(laptop, &RUTH);
        let late: Vec<(String, String)> = day
            .late
            .into_iter()
            .map(|line| (line.concern.unwrap().title, line.by))
            .collect();
        let unread: Vec<String> = day.unread.into_iter().map(|row| row.title).collect();
        assert_eq!(late.len() as u32, day.late_total);
        assert_eq!(unread.len() as u32, day.unread_total);
        (late, unread)
    };
    let monday = seen(&mut laptop, "2026-11-09T09:00:00Z");
    laptop.open(&RUTH);
    app::concern(&mut laptop.office, &friday).unwrap();
    laptop.lock();
    let tuesday = seen(&mut laptop, "2026-11-10T09:00:00Z");

    let pair = |title: &str, by: &str| (title.to_owned(), by.to_owned());
    assert_eq!(
        monday,
        (
            vec![
                pair("On Thursday.", "2 working days"),
                pair("On Friday.", "1 working day")
            ],
            vec!["On Saturday.".to_owned(), "On Monday.".to_owned()]
        )
    );
    assert_eq!(
        tuesday,
        (
            vec![
                pair("On Thursday.", "3 working days"),
                pair("On Saturday.", "1 working day"),
                pair("On Monday.", "1 working day")
            ],
            Vec::new()
        )
    );
}

#[test]
fn a_concern_somebody_has_read_waits_on_today_until_it_is_triaged() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    let read = passes_on(&mut laptop, &PATIENCE, forms::saying("Quiet in class."));
    laptop.minutes(1);
    laptop.open(&RUTH);
    let own = app::record_concern(&mut laptop.office, forms::saying("No lunch again."))
        .unwrap()
        .value
        .id;
    let waiting = |laptop: &mut Device| -> Vec<(String, bool)> {
        let day = today(laptop);
        assert_eq!(day.untriaged.len() as u32, day.untriaged_total);
        let lines = day.untriaged.into_iter();
        lines.map(|line| (line.concern.title, line.yours)).collect()
    };
    let of = |title: &str, yours: bool| (title.to_owned(), yours);

    assert_eq!(waiting(&mut laptop), [of("No lunch again.", false)]);
    let view = app::concern(&mut laptop.office, &read).unwrap();
    assert_eq!(
        waiting(&mut laptop),
        [of("No lunch again.", false), of("Quiet in class.", false)]
    );
    let listed = |laptop: &mut Device| {
        let filter = app::wire::ConcernFilter {
            status: Some("acknowledged".to_owned()),
            ..app::wire::ConcernFilter::default()
        };
        let page = app::concerns(&mut laptop.office, filter).unwrap();
        page.concerns.len()
    };
    assert_eq!(listed(&mut laptop), 2, "and the list says the same");

    let standing = view.case.unwrap().standing;
    let stands = |status: &str, owner: Option<String>| CaseForm::Standing {
        status: status.to_owned(),
        owner,
        severity: "2".to_owned(),
        level: String::new(),
        review: None,
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: "Somebody has to look at this.".to_owned(),
    };
    let ruth = app::session(&laptop.office).unwrap().person.id;
    let take = stands(&standing.status, Some(ruth));
    app::add_to_case(&mut laptop.office, &read, take).unwrap();
    assert_eq!(
        waiting(&mut laptop),
        [of("No lunch again.", false), of("Quiet in class.", true)],
        "taken on is not triaged"
    );
    app::add_to_case(&mut laptop.office, &own, stands("active", None)).unwrap();
    assert_eq!(waiting(&mut laptop), [of("Quiet in class.", true)]);
    assert_eq!(today(&mut laptop).live[0].concern.title, "No lunch again.");
}

#[test]
fn of_many_unread_the_longest_waiting_are_shown_and_all_are_counted() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    for n in 1..=8 {
        passes_on(
            &mut laptop,
            &PATIENCE,
            forms::saying(&format!("Number {n}.")),
        );
        laptop.minutes(1);
    }

    let day = day_of(&mut laptop, &RUTH);

    assert_eq!(day.day, "Tuesday 10 November");
    assert_eq!(
        titles(&day.unread),
        [
            "Number 1.",
            "Number 2.",
            "Number 3.",
            "Number 4.",
            "Number 5.",
            "Number 6."
        ]
    );
    assert_eq!((day.unread_total, day.late_total), (8, 0));
    assert!(day.unread[0].unread && day.unread[0].waiting == "8 min");
}

#[test]
fn what_is_waiting_on_others_and_what_is_live_stand_apart_and_ones_own_comes_first() {
    let mut laptop = Device::of_school(&[&DEV]);
    let dev = ids_of(&mut laptop, &DEV);
    laptop.open(&RUTH);
    for (words, status, taken) in [
        ("Asked the MASH.", "awaiting-external", None),
        ("Dev watches.", "monitoring", Some(&dev)),
        ("Closed.", "closed", Some(&dev)),
        ("Nobody took it on.", "active", None),
        ("Asked the police.", "awaiting-external", None),
        ("Opened again.", "reopened", None),
    ] {
        laptop.minutes(1);
        let form = ConcernForm {
            status: Some(status.to_owned()),
            assigned_to: taken.cloned(),
            ..forms::saying(words)
        };
        app::record_concern(&mut laptop.office, form).unwrap();
    }
    let ruths = today(&mut laptop);
    laptop.lock();

    let devs = day_of(&mut laptop, &DEV);

    let live = |day: &Today| -> Vec<(String, bool, Option<String>)> {
        let lines = day.live.iter();
        lines
            .map(|line| {
                (
                    line.concern.title.clone(),
                    line.yours,
                    line.taken_by.clone(),
                )
            })
            .collect()
    };
    let line = |title: &str, yours: bool, who: Option<&str>| {
        (title.to_owned(), yours, who.map(str::to_owned))
    };
    assert_eq!(
        live(&devs),
        [
            line("Dev watches.", true, Some(DEV.name)),
            line("Opened again.", false, None),
            line("Nobody took it on.", false, None),
        ]
    );
    assert_eq!(
        live(&ruths),
        [
            line("Opened again.", false, None),
            line("Nobody took it on.", false, None),
            line("Dev watches.", false, Some(DEV.name)),
        ]
    );
    assert_eq!((devs.live_total, devs.waiting_total), (3, 2));
    assert_eq!(
        titles(&devs.waiting),
        ["Asked the MASH.", "Asked the police."]
    );
    assert_eq!((devs.unread_total, devs.late_total), (0, 0));
}

#[test]
fn a_colleague_who_was_told_sees_it_until_they_open_it() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD]);
    let (ruth, dev) = (ids_of(&mut laptop, &RUTH), ids_of(&mut laptop, &DEV));
    let form = ConcernForm {
        alerted: vec![dev, ruth],
        ..forms::saying("Dev should know.")
    };
    let id = passes_on(&mut laptop, &RUTH, form);

    let heads = day_of(&mut laptop, &HEAD);
    let ruths = day_of(&mut laptop, &RUTH);
    laptop.open(&HEAD);
    app::concern(&mut laptop.office, &id).unwrap();
    laptop.lock();
    laptop.open(&DEV);
    let before = today(&mut laptop);
    app::concern(&mut laptop.office, &id).unwrap();
    let after = today(&mut laptop);

    assert!(heads.told.is_empty(), "the head was not named");
    assert!(ruths.told.is_empty(), "its writer needs no telling");
    assert_eq!(titles(&before.told), ["Dev should know."]);
    assert!(after.told.is_empty());
}

#[test]
fn a_teachers_day_shows_their_own_drafts_alone() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE, &TECH]);
    passes_on(&mut laptop, &PATIENCE, forms::saying("Passed on already."));
    laptop.open(&DEV);
    app::keep_draft(&mut laptop.office, forms::saying("Dev\u{2019}s own.")).unwrap();
    laptop.lock();
    laptop.open(&PATIENCE);
    app::keep_draft(&mut laptop.office, forms::saying("From Monday.")).unwrap();
    laptop.minutes(24 * 60);
    let kept = app::keep_draft(&mut laptop.office, forms::saying("From Tuesday.")).unwrap();
    laptop.minutes(24 * 60);
    let again = ConcernForm {
        draft: Some(kept.id),
        ..forms::saying("From today.")
    };
    app::keep_draft(&mut laptop.office, again).unwrap();
    app::keep_draft(&mut laptop.office, forms::saying("From today too.")).unwrap();

    let session = app::session(&laptop.office).unwrap();
    let day = today(&mut laptop);
    laptop.minutes(24 * 60);
    let next = today(&mut laptop);

    assert_eq!(session.places[0], Place::Today);
    assert_eq!(day.drafts.len(), 2);
    let late: Vec<(&str, &str)> = day
        .late
        .iter()
        .map(|line| {
            let draft = line.draft.as_ref().unwrap();
            (draft.form.description.as_str(), line.by.as_str())
        })
        .collect();
    assert_eq!(late, [("From Monday.", "2 days")]);
    assert_eq!(day.late_total, 1);
    assert!(day.unread.is_empty() && day.live.is_empty() && day.waiting.is_empty());
    assert!(day.told.is_empty() && day.calls.is_empty());
    assert_eq!(
        (day.unread_total, day.live_total, day.waiting_total),
        (0, 0, 0)
    );
    let by: Vec<&str> = next.late.iter().map(|line| line.by.as_str()).collect();
    assert_eq!(by, ["3 days", "since yesterday", "since yesterday"]);
    assert!(next.drafts.is_empty());
}

#[test]
fn a_staff_concern_is_on_the_heads_day_and_on_nobody_elses() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    let form = forms::about_adult(
        app::wire::Route::Staff,
        PATIENCE.as_subject(),
        "The door was locked.",
    );
    passes_on(&mut laptop, &RUTH, form);

    let days = [&RUTH, &DEV, &CHAIR, &HEAD].map(|who| day_of(&mut laptop, who));

    let counts = days.each_ref().map(|day| day.unread_total);
    assert_eq!(counts, [0, 0, 0, 1]);
    let room = days[3].unread[0].room.as_ref().unwrap();
    assert_eq!(room.name, "Staff concerns");
}

#[test]
fn a_call_to_999_is_on_the_leads_day() {
    let mut laptop = Device::of_school(&[&DEV]);
    let call = app::Call {
        at: "2026-11-10T10:40:00+00:00".to_owned(),
        log_number: "CAD 1184".to_owned(),
        spoke_to: String::new(),
        child: String::new(),
        withdrawn: false,
        noted: 0,
    };
    app::danger_rung(&mut laptop.office, call).unwrap();

    let day = day_of(&mut laptop, &DEV);

    assert_eq!(day.calls[0].log_number.as_deref(), Some("CAD 1184"));
}

#[test]
fn what_the_vault_needs_is_said_to_those_who_can_do_it() {
    let mut laptop = Device::new();
    laptop.set_up();
    let kinds =
        |day: &Today| -> Vec<&'static str> { day.duties.iter().map(|duty| duty.kind).collect() };

    let first = today(&mut laptop);
    let words = laptop.kit_of(&RUTH);
    app::rehearse(&mut laptop.office, &words).unwrap();
    app::save_pupil(&mut laptop.office, forms::amara()).unwrap();
    let stick = laptop.disk().join("stick");
    std::fs::create_dir(&stick).unwrap();
    app::back_up_to(&mut laptop.office, &stick).unwrap();
    app::invite_person(&mut laptop.office, DEV.invitation(false)).unwrap();
    laptop.add(&PATIENCE);
    laptop.add(&TECH);
    let done = today(&mut laptop);
    laptop.minutes(8 * 24 * 60);
    laptop.lock();
    let later = day_of(&mut laptop, &RUTH);
    let teachers = day_of(&mut laptop, &PATIENCE);
    laptop.minutes(100 * 24 * 60);
    let technicians = day_of(&mut laptop, &TECH);

    assert_eq!(
        kinds(&first),
        ["rehearse", "backup", "pupil_list", "invite"]
    );
    assert_eq!(kinds(&done), Vec::<&str>::new());
    assert_eq!(kinds(&later), ["backup", "invited"]);
    assert!(later.duties[1].say.starts_with("Dev Marwaha was asked"));
    assert_eq!(kinds(&teachers), ["rehearse"]);
    assert_eq!(
        kinds(&technicians),
        ["rehearse", "backup", "invited", "dormant"]
    );
    assert_eq!(
        technicians.duties[3].say,
        "Ruth Calloway and Patience Osei have not opened the records for 90 days. Close those accounts if nobody needs them."
    );
}
