//! A pupil's file in the order in which things happened.

use app::wire::{
    CaseForm, ChronologyFilter, ChronologyItem, ChronologyView, ConcernForm, FlagForm, Piece,
    PupilForm,
};
use domain::room::Room as RoomKind;
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, forms, inside, their_words};

/// A laptop with six pupils on it, Ruth in, and the ids of Amara, Jay and Noa.
fn school() -> (Device, [String; 3]) {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let ids = ["Amara", "Jayden", "Noa"].map(|name| {
        let page = app::pupils(&laptop.office, name, false, 0).unwrap();
        page.pupils[0].id.clone()
    });
    (laptop, ids)
}

fn shown(laptop: &mut Device, pupil: &str, filter: ChronologyFilter) -> ChronologyView {
    app::chronology(&mut laptop.office, pupil, filter).unwrap()
}

fn all(laptop: &mut Device, pupil: &str) -> ChronologyView {
    shown(laptop, pupil, ChronologyFilter::default())
}

/// Pieces as they would be read aloud.
fn read(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words { text } => text.clone(),
            Piece::Child { letter, name: None } => format!("[{letter}]"),
            Piece::Child {
                letter,
                name: Some(name),
            } => format!("[{letter}: {name}]"),
        })
        .collect()
}

fn titles(view: &ChronologyView) -> Vec<String> {
    view.items.iter().map(|item| read(&item.title)).collect()
}

/// Everything the window is sent.
fn json(view: &ChronologyView) -> String {
    serde_json::to_string(view).unwrap()
}

fn record(laptop: &mut Device, form: ConcernForm) -> String {
    app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id
}

fn about(pupils: &[(&str, &str)], occurred: &str, words: &str) -> ConcernForm {
    ConcernForm {
        people: pupils
            .iter()
            .map(|(id, role)| forms::chosen(id, role))
            .collect(),
        occurred: occurred.to_owned(),
        occurred_about: false,
        noticed: String::new(),
        childs_words: String::new(),
        ..forms::saying(words)
    }
}

#[test]
fn another_child_is_child_a_all_through_the_file_and_by_name_only_when_somebody_asks_which_is_kept()
{
    let (mut laptop, [amara, jay, noa]) = school();
    let mut first = about(
        &[(&amara, "victim"), (&jay, "witness")],
        "2026-11-09T13:00:00+00:00",
        "Jayden came to the desk with Amara.",
    );
    first.childs_words =
        "Jay\u{2019}s cousin knows which school I go to, and Amara too.".to_owned();
    record(&mut laptop, first);
    laptop.minutes(1);
    let mut second = about(
        &[(&noa, "instigator"), (&amara, "victim")],
        "2026-11-10T09:00:00+00:00",
        "NOA and fairbrother were by the gate; Mr Tarn saw it.",
    );
    second.people.push(app::wire::PersonInConcern {
        name: Some("Mr D. Tarn".to_owned()),
        kind: "adult".to_owned(),
        role: "witness".to_owned(),
        ..Default::default()
    });
    record(&mut laptop, second);

    let lettered = all(&mut laptop, &amara);
    let asked = ChronologyFilter {
        names: true,
        ..ChronologyFilter::default()
    };
    let named = shown(&mut laptop, &amara, asked.clone());
    shown(&mut laptop, &amara, asked);
    let of_noa = all(&mut laptop, &noa);
    laptop.lock();

    let item = &lettered.items[0];
    assert_eq!(
        read(&item.words),
        "[Child B] and [Child A] were by the gate; Mr Tarn saw it."
    );
    assert!(!item.said);
    assert_eq!(
        read(&item.under),
        "May have been harmed. With [Child B] and Mr D. Tarn. From Ruth Calloway. Written Tue 10 Nov, 10:42"
    );
    let item = &lettered.items[1];
    assert!(item.said);
    assert_eq!(
        read(&item.words),
        "[Child A]\u{2019}s cousin knows which school I go to, and Amara too."
    );
    assert_eq!(read(&item.title), "[Child A] came to the desk with Amara.");
    let letters: Vec<&str> = lettered
        .others
        .iter()
        .map(|other| other.letter.as_str())
        .collect();
    assert_eq!(letters, ["Child A", "Child B"]);
    let sent = json(&lettered).to_lowercase();
    for name in ["jay", "fairbrother", "noa", "meulen"] {
        assert!(!sent.contains(name), "{name}");
    }
    assert_eq!(
        read(&named.items[1].title),
        "[Child A: Jayden] came to the desk with Amara."
    );
    assert!(read(&named.items[0].under).contains("[Child B: Noa van der Meulen]"));
    assert_eq!(named.others[0].name.as_deref(), Some("Jay Fairbrother"));
    assert_eq!(
        read(&of_noa.items[0].words),
        "NOA and fairbrother were by the gate; Mr Tarn saw it.",
        "nobody of that name is in this file"
    );
    assert_eq!(of_noa.others.len(), 1);
    let room = inside::rooms_of(&laptop, &RUTH)[&RoomKind::Pupils].open();
    let looks = room.looks_at("pupil", &amara).unwrap();
    let mut details: Vec<&str> = looks.iter().map(|look| look.detail.as_str()).collect();
    details.sort_unstable();
    assert_eq!(
        details,
        ["", "Chronology, with the names of other children"],
        "that the pupil was opened, and that somebody asked for names"
    );
    assert_eq!(looks[0].name, RUTH.name);
}

/// Corrects a concern.
fn correct(laptop: &mut Device, id: &str, change: impl FnOnce(&mut ConcernForm)) {
    let shown = app::concern(&mut laptop.office, id).unwrap();
    let mut form = shown.versions[shown.versions.len() - 1].form.clone();
    change(&mut form);
    form.reason = Some("the notebook".to_owned());
    app::amend_concern(&mut laptop.office, form).unwrap();
}

#[test]
fn letters_stay_the_same_after_corrections_that_take_a_child_out_or_put_one_in() {
    let (mut laptop, [amara, jay, noa]) = school();
    let on =
        |people: &[(&str, &str)], words: &str| about(people, "2026-11-09T12:30:00+00:00", words);
    let old = record(
        &mut laptop,
        on(
            &[(&jay, "instigator"), (&amara, "victim")],
            "Jayden was by the gate.",
        ),
    );
    laptop.minutes(1);
    record(
        &mut laptop,
        on(&[(&amara, "victim"), (&noa, "witness")], "Noa saw it."),
    );
    let letters = |view: &ChronologyView| -> Vec<String> {
        let words = view.items.iter().filter(|item| item.id.is_some());
        words.map(|item| read(&item.words)).collect()
    };
    let before = all(&mut laptop, &amara);

    laptop.minutes(1);
    correct(&mut laptop, &old, |form| {
        form.people
            .retain(|person| person.pupil.as_deref() != Some(jay.as_str()));
    });
    let removed = all(&mut laptop, &amara);
    laptop.minutes(1);
    correct(&mut laptop, &old, |form| {
        let kasia = app::wire::PersonInConcern {
            name: Some("Kasia Wrona".to_owned()),
            kind: "pupil".to_owned(),
            role: "witness".to_owned(),
            ..Default::default()
        };
        form.people.insert(0, kasia);
        form.description = "Jayden was by the gate with Kasia.".to_owned();
    });
    let added = all(&mut laptop, &amara);

    assert_eq!(
        letters(&before),
        ["[Child B] saw it.", "[Child A] was by the gate."]
    );
    assert_eq!(letters(&removed), letters(&before));
    assert!(!read(&removed.items[1].under).contains("Child A"));
    assert_eq!(
        letters(&added),
        [
            "[Child B] saw it.",
            "[Child A] was by the gate with [Child C]."
        ]
    );
    let under = read(&added.items[1].under);
    assert!(under.contains("With [Child C]."), "{under}");
    assert_eq!(added.others.len(), 3);
}

#[test]
fn what_happened_last_stands_first_with_flags_coming_and_leaving_between() {
    let (mut laptop, [amara, _, _]) = school();
    let pupil = PupilForm {
        id: Some(amara.clone()),
        admitted: Some("2025-09-03".to_owned()),
        flags: vec![FlagForm {
            flag: "cin".to_owned(),
            from: Some("2026-10-05".to_owned()),
            to: Some("2026-11-09".to_owned()),
            source: Some("letter from the local authority".to_owned()),
        }],
        reason: Some("letter".to_owned()),
        ..forms::amara()
    };
    app::save_pupil(&mut laptop.office, pupil).unwrap();
    let on = |occurred: &str, words: &str| about(&[(&amara, "victim")], occurred, words);
    record(&mut laptop, on("2026-11-09T12:30:00+00:00", "At lunch."));
    laptop.minutes(1);
    let mut about_then = on("2026-09-21T09:45:00+01:00", "In September.");
    about_then.occurred_about = true;
    about_then.urgency = "immediate".to_owned();
    record(&mut laptop, about_then);
    laptop.minutes(1);
    record(
        &mut laptop,
        on("2026-11-09T00:00:00+00:00", "Some time on Monday."),
    );
    laptop.minutes(1);
    let mut unknown = on("", "Nobody knows when.");
    unknown.with_gaps = Some("she would not say".to_owned());
    record(&mut laptop, unknown);

    let view = all(&mut laptop, &amara);

    let lines: Vec<[&str; 4]> = view
        .items
        .iter()
        .map(|item: &ChronologyItem| {
            [
                item.month.as_str(),
                item.day.as_str(),
                item.time.as_str(),
                item.date.as_str(),
            ]
        })
        .collect();
    assert_eq!(
        titles(&view),
        [
            "Nobody knows when.",
            "At lunch.",
            "Some time on Monday.",
            "Child in need (s.17) ended",
            "Child in need (s.17) from here",
            "In September.",
            "First day at this school",
        ]
    );
    assert_eq!(lines[0], ["November 2026", "Tue 10", "", "2026-11-10"]);
    assert_eq!(lines[1], ["November 2026", "Mon 9", "12:30", "2026-11-09"]);
    assert_eq!(lines[2], ["November 2026", "Mon 9", "", "2026-11-09"]);
    assert_eq!(
        lines[5],
        ["September 2026", "Mon 21", "about 09:45", "2026-09-21"]
    );
    assert!(
        read(&view.items[0].under).starts_with("May have been harmed. Not known when. From Ruth")
    );
    assert_eq!(
        read(&view.items[3].under),
        "Source: letter from the local authority"
    );
    assert!(view.items[3].id.is_none() && view.items[5].danger);
    assert_eq!((view.concerns, view.milestones), (4, 3));
    let strip: Vec<(&str, bool, bool)> = view
        .strip
        .iter()
        .map(|mark| (mark.date.as_str(), mark.milestone, mark.danger))
        .collect();
    assert_eq!(strip[0], ("2025-09-03", true, false));
    assert_eq!(strip[1], ("2026-09-21", false, true));
    assert_eq!(strip.len(), 7);
}

#[test]
fn late_entries_are_marked_counted_and_can_be_had_alone() {
    let (mut laptop, [amara, _, _]) = school();
    let mut late = about(
        &[(&amara, "victim")],
        "2026-11-06T20:30:00+00:00",
        "Written days after.",
    );
    late.noticed = "2026-11-07T09:41:00+00:00".to_owned();
    let id = record(&mut laptop, late);
    laptop.minutes(1);
    let in_time = about(
        &[(&amara, "victim")],
        "2026-11-10T09:00:00+00:00",
        "Written at once.",
    );
    record(&mut laptop, in_time);
    let form = app::concern(&mut laptop.office, &id).unwrap().versions[0]
        .form
        .clone();
    let corrected = ConcernForm {
        description: "Written days after, by hand first.".to_owned(),
        reason: Some("the notebook".to_owned()),
        ..form
    };
    app::amend_concern(&mut laptop.office, corrected).unwrap();

    let view = all(&mut laptop, &amara);
    let only = ChronologyFilter {
        only_late: true,
        ..ChronologyFilter::default()
    };
    let only = shown(&mut laptop, &amara, only);

    let late: Vec<Option<&str>> = view.items.iter().map(|item| item.late.as_deref()).collect();
    assert_eq!(late, [None, Some("3 days 1 h"), None]);
    assert_eq!((view.concerns, view.late), (2, 1));
    assert_eq!(titles(&only), ["Written days after, by hand first."]);
    assert_eq!(only.items[0].corrected, 1);
    assert_eq!(only.strip.len(), 3, "the strip is the whole school life");
}

#[test]
fn a_member_of_two_rooms_sees_one_file_and_others_see_only_theirs() {
    let (mut laptop, [amara, jay, noa]) = school();
    record(
        &mut laptop,
        about(
            &[(&amara, "victim"), (&noa, "witness")],
            "2026-11-09T12:30:00+00:00",
            "At lunch.",
        ),
    );
    laptop.lock();
    laptop.open(&HEAD);
    let mut staff = forms::about_adult(
        app::wire::Route::Staff,
        PATIENCE.as_subject(),
        "She kept Amara and Jay behind.",
    );
    staff.people.push(forms::chosen(&amara, "victim"));
    staff.people.push(forms::chosen(&jay, "victim"));
    staff.occurred = "2026-11-06T12:30:00+00:00".to_owned();
    staff.noticed = String::new();
    staff.childs_words = String::new();
    record(&mut laptop, staff);
    let heads = all(&mut laptop, &amara);
    laptop.lock();
    laptop.open(&RUTH);
    let leads = all(&mut laptop, &amara);
    laptop.lock();
    laptop.open(&CHAIR);
    let chairs = app::chronology(&mut laptop.office, &amara, ChronologyFilter::default());
    laptop.lock();
    laptop.open(&PATIENCE);
    let teachers = app::chronology(&mut laptop.office, &amara, ChronologyFilter::default());

    assert_eq!((heads.concerns, leads.concerns), (2, 1));
    let staff = &heads.items[1];
    assert_eq!(staff.room.as_ref().unwrap().name, "Staff concerns");
    assert_eq!(read(&staff.words), "She kept Amara and [Child B] behind.");
    assert!(read(&staff.under).contains("With Patience Osei and [Child B]."));
    let letter = |view: &ChronologyView| read(&view.items[0].under);
    assert_eq!(
        letter(&heads),
        letter(&leads),
        "what both may read has the same letters for both"
    );
    assert_eq!(leads.others.len(), 1);
    assert!(!json(&leads).contains("Staff"));
    for refused in [chairs, teachers] {
        assert!(their_words(&refused.unwrap_err()).contains("not a member of"));
    }
}

#[test]
fn a_chronology_is_narrowed_by_days_by_kind_and_by_words_anywhere_in_the_record() {
    let (mut laptop, [amara, _, _]) = school();
    for (day, words) in [
        (3, "In the canteen."),
        (5, "By the gate."),
        (9, "On the bus."),
    ] {
        let mut form = about(
            &[(&amara, "victim")],
            &format!("2026-11-{day:02}T12:00:00+00:00"),
            words,
        );
        form.immediate_action = "Rang her grandmother".to_owned();
        record(&mut laptop, form);
        laptop.minutes(1);
    }
    let mut narrowed = |filter: ChronologyFilter| titles(&shown(&mut laptop, &amara, filter));
    let some = |text: &str| Some(text.to_owned());

    let days = narrowed(ChronologyFilter {
        from: some("2026-11-04"),
        to: some("2026-11-05"),
        ..ChronologyFilter::default()
    });
    let milestones = narrowed(ChronologyFilter {
        no_concerns: true,
        ..ChronologyFilter::default()
    });
    let concerns = narrowed(ChronologyFilter {
        no_milestones: true,
        ..ChronologyFilter::default()
    });
    let by_word = narrowed(ChronologyFilter {
        text: some("grandmother gat"),
        ..ChronologyFilter::default()
    });
    let everywhere = narrowed(ChronologyFilter {
        text: some("grandmother"),
        ..ChronologyFilter::default()
    });
    let first_day = narrowed(ChronologyFilter {
        text: some("first day"),
        ..ChronologyFilter::default()
    });
    let wrong = ["from", "to"].map(|field| {
        let filter = ChronologyFilter {
            from: (field == "from").then(|| "last week".to_owned()),
            to: (field == "to").then(|| "31/11".to_owned()),
            ..ChronologyFilter::default()
        };
        let refused = app::chronology(&mut laptop.office, &amara, filter).unwrap_err();
        refused.problems[0].field.clone()
    });
    let nobody = app::chronology(
        &mut laptop.office,
        &"0".repeat(32),
        ChronologyFilter::default(),
    );

    assert_eq!(days, ["By the gate."]);
    assert_eq!(milestones, ["First day at this school"]);
    assert_eq!(concerns, ["On the bus.", "By the gate.", "In the canteen."]);
    assert_eq!(by_word, ["By the gate."]);
    assert_eq!(everywhere.len(), 3);
    assert_eq!(first_day, ["First day at this school"]);
    assert_eq!(wrong, ["from", "to"]);
    assert_eq!(nobody.unwrap_err().kind, app::wire::FaultKind::Missing);
}

#[test]
fn what_was_done_about_a_behaviour_says_whose_it_was_and_another_child_is_a_letter_in_it() {
    let (mut laptop, [amara, jay, noa]) = school();
    let id = record(
        &mut laptop,
        about(
            &[(&amara, "victim"), (&jay, "instigator"), (&noa, "witness")],
            "2026-11-09T13:00:00+00:00",
            "Names were called by the gate.",
        ),
    );
    let choices = app::whose(&laptop.office, &id).unwrap();
    assert_eq!(choices.len(), 4, "three, and nobody of them");
    let table = app::matrix(&laptop.office, "sanctions-pupils").unwrap();
    let row = table.rows.iter().find(|row| row.id == "p12").unwrap();
    let response = |whose: &str| CaseForm::Response {
        table: table.id.clone(),
        row: row.id.clone(),
        whose: whose.to_owned(),
        done: row.ticks.clone(),
        more: String::new(),
        reason: String::new(),
    };
    for wrong in ["", "somebody"] {
        let refused = app::add_to_case(&mut laptop.office, &id, response(wrong));
        assert_eq!(refused.unwrap_err().problems[0].field, "whose");
    }
    laptop.minutes(1);
    app::add_to_case(&mut laptop.office, &id, response(&jay)).unwrap();

    let behaviour = row.label.clone();
    let said = |laptop: &mut Device, pupil: &str| {
        let view = all(laptop, pupil);
        let found = titles(&view)
            .into_iter()
            .find(|title| title.contains(&behaviour));
        found.expect("in the file of everybody named")
    };
    assert!(said(&mut laptop, &amara).contains("a behaviour of [Child A]:"));
    assert!(said(&mut laptop, &noa).contains("a behaviour of [Child "));
    assert!(said(&mut laptop, &jay).contains("a behaviour of Jay"));

    laptop.minutes(1);
    app::add_to_case(&mut laptop.office, &id, response("not-known")).unwrap();
    let page = app::concern(&mut laptop.office, &id).unwrap();
    assert!(page.thread[0].detail.contains("is not known"));
}
