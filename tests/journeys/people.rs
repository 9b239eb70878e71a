//! People around a pupil: parents, agencies, brothers and sisters, records of one child, and names used online.

use app::wire::{
    AdultForm, ChronologyFilter, ConcernForm, FindFilter, KeyFactForm, OnlineTrace,
    PersonInConcern, PupilForm, Reach, RecordsOf, Route, TieForm,
};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms, inside, lists};

mod adults;
mod links;

fn school_with_pupils() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    laptop
}

fn pupil(laptop: &Device, name: &str) -> String {
    let page = app::pupils(&laptop.office, name, false, 0).unwrap();
    page.pupils[0].id.clone()
}

fn folake() -> AdultForm {
    AdultForm {
        name: "Folake Oyelaran".to_owned(),
        also_known: vec!["Mama Amara".to_owned()],
        kind: "parent-carer".to_owned(),
        reach: vec![Reach {
            way: "phone".to_owned(),
            value: "07700 900123".to_owned(),
            note: "after 16:00".to_owned(),
        }],
        ..AdultForm::default()
    }
}

fn mother(pupil: &str) -> TieForm {
    TieForm {
        pupil: pupil.to_owned(),
        new_adult: Some(folake()),
        relation: "mother".to_owned(),
        responsibility: "yes".to_owned(),
        lives_with: "yes".to_owned(),
        rank: Some(1),
        ring: "yes".to_owned(),
        ..TieForm::default()
    }
}

#[test]
fn a_mother_is_written_once_and_stands_on_the_pages_of_both_her_children() {
    let mut laptop = school_with_pupils();
    let (amara, jay) = (pupil(&laptop, "Amara"), pupil(&laptop, "Jayden"));
    app::save_tie(&mut laptop.office, mother(&amara)).unwrap();
    let at_amara = app::around(&mut laptop.office, &amara).unwrap();
    let adult = at_amara.family[0].adult.clone().unwrap();

    let also = TieForm {
        adult: Some(adult.clone()),
        new_adult: None,
        relation: "step-parent".to_owned(),
        responsibility: "no".to_owned(),
        rank: None,
        ..mother(&jay)
    };
    app::save_tie(&mut laptop.office, also).unwrap();
    let at_jay = app::around(&mut laptop.office, &jay).unwrap();
    let view = app::adult(&mut laptop.office, &adult).unwrap();
    let page = app::pupil(&mut laptop.office, &amara).unwrap();

    assert_eq!(at_amara.family[0].name, "Folake Oyelaran");
    assert_eq!(at_amara.family[0].relation_title, "Mother");
    assert_eq!(at_amara.family[0].responsibility, "yes");
    assert_eq!(at_amara.family[0].reach[0].value, "07700 900123");
    assert_eq!(at_jay.family[0].responsibility, "no");
    assert_eq!(page.near, ["Ring first: Folake Oyelaran (mother)"]);
    let pupils: Vec<_> = view.pupils.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(pupils, ["Amara Oyelaran", "Jay Fairbrother"]);
    assert_eq!(app::adults(&laptop.office, "", 0).unwrap().total, 1);
    // They share an adult and are not tied to each other: a person is asked.
    assert_eq!(at_jay.perhaps[0].name, "Amara Oyelaran");
}

#[test]
fn brothers_and_sisters_stand_on_both_pages_and_end_with_a_reason() {
    let mut laptop = school_with_pupils();
    let (amara, jay) = (pupil(&laptop, "Amara"), pupil(&laptop, "Jayden"));
    let sibling = TieForm {
        pupil: amara.clone(),
        child: Some(jay.clone()),
        relation: "half-sibling".to_owned(),
        lives_with: "part".to_owned(),
        ..TieForm::default()
    };
    app::save_tie(&mut laptop.office, sibling.clone()).unwrap();
    let seen_from_jay = app::around(&mut laptop.office, &jay).unwrap();
    let tie = seen_from_jay.children[0].clone();

    let no_reason = app::end_tie(&mut laptop.office, &tie.pupil, &tie.entry, " ").unwrap_err();
    app::end_tie(
        &mut laptop.office,
        &tie.pupil,
        &tie.entry,
        "Not related after all",
    )
    .unwrap();
    let after = app::around(&mut laptop.office, &amara).unwrap();
    let impossible = TieForm {
        child: Some(amara.clone()),
        ..sibling
    };
    let refused = app::save_tie(&mut laptop.office, impossible).unwrap_err();

    assert_eq!(tie.name, "Amara Oyelaran");
    assert_eq!(tie.relation_title, "Half-brother or half-sister");
    assert_eq!(no_reason.problems[0].field, "reason");
    assert!(after.children.is_empty());
    assert_eq!(after.before[0].reason, "Not related after all");
    assert_eq!(refused.problems[0].say, "This is the same child");
}

#[test]
fn a_change_of_who_may_be_rung_needs_a_reason_and_the_old_one_is_kept() {
    let mut laptop = school_with_pupils();
    let amara = pupil(&laptop, "Amara");
    app::save_tie(&mut laptop.office, mother(&amara)).unwrap();
    let was = app::around(&mut laptop.office, &amara).unwrap().family[0].clone();
    let changed = TieForm {
        entry: Some(was.entry.clone()),
        adult: was.adult.clone(),
        new_adult: None,
        ring: "no".to_owned(),
        note: "Court order of 12 January 2026".to_owned(),
        ..mother(&amara)
    };

    let why = app::save_tie(&mut laptop.office, changed.clone()).unwrap_err();
    let changed = TieForm {
        reason: Some("Order seen today".to_owned()),
        ..changed
    };
    app::save_tie(&mut laptop.office, changed.clone()).unwrap();
    let now = app::around(&mut laptop.office, &amara).unwrap();
    let stale = app::save_tie(&mut laptop.office, changed).unwrap_err();

    assert_eq!(why.problems[0].field, "reason");
    assert_eq!(now.family.len(), 1);
    assert_eq!(now.family[0].ring, "no");
    assert!(now.before[0].replaced);
    assert_eq!(now.before[0].reason, "Order seen today");
    assert_eq!(stale.say, "This was changed since you opened it.");
    // Whoever must not be rung is not named at the head of the page as the one to ring.
    let page = app::pupil(&mut laptop.office, &amara).unwrap();
    assert_eq!(page.near, Vec::<String>::new());
}

#[test]
fn an_adult_so_named_stands_before_a_pupil_who_only_sounds_like_it_and_says_whose_parent_they_are()
{
    let mut laptop = school_with_pupils();
    let amara = pupil(&laptop, "Amara");
    let jay = AdultForm {
        name: "Robin Fairbruther".to_owned(),
        kind: "parent-carer".to_owned(),
        ..AdultForm::default()
    };
    app::save_adult(&mut laptop.office, jay).unwrap();
    app::save_tie(&mut laptop.office, mother(&amara)).unwrap();

    let typed = "Fairbruther";
    let found = app::find(&mut laptop.office, typed, FindFilter::default()).unwrap();
    let found: Vec<_> = found
        .items
        .iter()
        .map(|item| (item.kind, item.title.as_str()))
        .collect();
    assert_eq!(
        found,
        [("adult", "Robin Fairbruther"), ("pupil", "Jay Fairbrother")]
    );

    let page = app::adults(&laptop.office, "", 0).unwrap();
    let by_surname: Vec<_> = page.adults.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(by_surname, ["Robin Fairbruther", "Folake Oyelaran"]);
    let of = &page.adults[1].of[0];
    assert_eq!(
        (of.relation.as_str(), of.id.as_str()),
        ("Mother", amara.as_str())
    );
}

#[test]
fn an_adult_is_found_by_name_sound_and_number_and_stands_with_the_concerns_that_name_them() {
    let mut laptop = school_with_pupils();
    let stranger = AdultForm {
        kind: "unknown".to_owned(),
        description: "Man in his forties, grey van".to_owned(),
        ..AdultForm::default()
    };
    let van = app::save_adult(&mut laptop.office, stranger).unwrap().value;
    let folake = app::save_adult(&mut laptop.office, folake()).unwrap().value;
    let form = ConcernForm {
        people: vec![
            forms::chosen(&pupil(&laptop, "Amara"), "victim"),
            PersonInConcern {
                adult: Some(van.clone()),
                name: Some("Man in his forties, grey van".to_owned()),
                kind: "adult".to_owned(),
                role: "alleged".to_owned(),
                ..PersonInConcern::default()
            },
        ],
        ..forms::about_amara()
    };
    let number = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .record_no;
    let found = |typed: &str, id: &String| {
        let page = app::adults(&laptop.office, typed, 0).unwrap();
        page.adults.len() == 1 && page.adults[0].id == *id
    };

    assert!(found("grey van", &van));
    assert!(found("folake", &folake));
    assert!(found("Folaki", &folake));
    assert!(found("mama", &folake));
    assert!(found("900123", &folake));
    let view = app::adult(&mut laptop.office, &van).unwrap();
    assert_eq!(view.row.concerns, 1);
    assert_eq!(view.concerns[0].record_no, number);
}

#[test]
fn an_adult_on_record_is_not_named_from_a_room_that_others_may_read() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD]);
    laptop.open(&HEAD);
    laptop.open(&RUTH);
    let known = app::save_adult(&mut laptop.office, folake()).unwrap().value;
    let about_staff = ConcernForm {
        route: Route::Staff,
        people: vec![PersonInConcern {
            adult: Some(known.clone()),
            name: Some("Folake Oyelaran".to_owned()),
            kind: "adult".to_owned(),
            role: "subject".to_owned(),
            ..PersonInConcern::default()
        }],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, about_staff).unwrap();

    // Nothing in the pupils' room says that it exists.
    let view = app::adult(&mut laptop.office, &known).unwrap();
    assert_eq!(view.row.concerns, 0);
    assert!(view.concerns.is_empty());
}

#[test]
fn somebody_who_only_reports_sees_no_adults_and_no_ties() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    app::save_adult(&mut laptop.office, folake()).unwrap();
    laptop.open(&PATIENCE);

    assert_eq!(app::adults(&laptop.office, "folake", 0).unwrap().total, 0);
    assert!(app::save_adult(&mut laptop.office, folake()).is_err());
    assert!(app::twice(&laptop.office).is_err());
    assert!(app::online_names(&mut laptop.office, "").is_err());
}

/// Amara twice: once from the list, once added by hand under a name spelt otherwise.
fn amara_twice(laptop: &mut Device) -> (String, String) {
    let listed = pupil(laptop, "Amara");
    let by_hand = PupilForm {
        legal_forename: "Amarah".to_owned(),
        upn: None,
        date_of_birth: app::pupil(&mut laptop.office, &listed)
            .unwrap()
            .row
            .date_of_birth,
        flags: vec![app::wire::FlagForm {
            flag: "cp".to_owned(),
            from: Some("2026-10-05".to_owned()),
            ..app::wire::FlagForm::default()
        }],
        ..forms::amara()
    };
    let other = app::save_pupil(&mut laptop.office, by_hand).unwrap().value;
    (listed, other)
}

#[test]
fn a_child_who_was_on_the_list_twice_becomes_one_and_nothing_of_either_is_lost() {
    let mut laptop = school_with_pupils();
    let (listed, other) = amara_twice(&mut laptop);
    for id in [&listed, &other] {
        let form = ConcernForm {
            people: vec![forms::chosen(id, "victim")],
            ..forms::about_amara()
        };
        app::record_concern(&mut laptop.office, form).unwrap();
    }
    let key = KeyFactForm {
        pupil: other.clone(),
        entry: None,
        say: "Do not ring Dad.".to_owned(),
        review: None,
        reason: None,
    };
    app::save_key_fact(&mut laptop.office, key).unwrap();
    let pairs = app::twice(&laptop.office).unwrap();
    let before = app::pupils(&laptop.office, "", false, 0).unwrap().total;

    let why =
        app::join_records(&mut laptop.office, RecordsOf::Pupil, &listed, &other, "").unwrap_err();
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &listed,
        &other,
        "Same mother, same address",
    )
    .unwrap();
    let all = ChronologyFilter::default();
    let whole = app::chronology(&mut laptop.office, &other, all.clone()).unwrap();
    let view = app::pupil(&mut laptop.office, &other).unwrap();
    let found = app::pupils(&laptop.office, "Amarah", false, 0).unwrap();

    assert_eq!(pairs.len(), 1);
    assert_eq!(
        pairs[0].why,
        "The same date of birth, and a name spelt almost the same."
    );
    assert_eq!(why.problems[0].field, "reason");
    assert_eq!(whole.concerns, 2);
    assert!(
        whole.others.is_empty(),
        "the child is not their own Child A"
    );
    assert_eq!(view.row.id, listed);
    assert_eq!(view.row.flags, ["Child protection plan"]);
    assert_eq!(view.key[0].say, "Do not ring Dad.");
    assert_eq!(view.joined[0].name, "Amarah Oyelaran");
    assert_eq!(view.joined[0].reason, "Same mother, same address");
    assert_eq!(found.pupils[0].id, listed);
    assert_eq!(
        app::pupils(&laptop.office, "", false, 0).unwrap().total,
        before - 1
    );
    assert!(app::twice(&laptop.office).unwrap().is_empty());

    // Read this first can be changed through the one that stands for both.
    let noted = view.key[0].entry.clone();
    app::end_key_fact(&mut laptop.office, &listed, &noted, "Order ended").unwrap();
    assert!(
        app::pupil(&mut laptop.office, &listed)
            .unwrap()
            .key
            .is_empty()
    );

    // It was a mistake: everything stands where it stood.
    let entry = view.joined[0].entry.clone();
    app::part_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &listed,
        &entry,
        "Two cousins",
    )
    .unwrap();
    let own = app::chronology(&mut laptop.office, &other, all).unwrap();
    assert_eq!(own.concerns, 1);
    let apart = app::pupil(&mut laptop.office, &other).unwrap();
    assert_eq!(apart.row.id, other);
    assert_eq!(apart.row.name, "Amarah Oyelaran");
    assert_eq!(
        app::pupils(&laptop.office, "", false, 0).unwrap().total,
        before
    );
}

#[test]
fn a_list_brought_in_again_gives_news_to_the_record_that_stands_for_both() {
    let mut laptop = school_with_pupils();
    let (listed, other) = amara_twice(&mut laptop);
    // The one added by hand stands for both: the school's list still knows the other one by its number.
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &other,
        &listed,
        "One child",
    )
    .unwrap();
    let news = lists::PUPILS.replace("8T", "9T");
    let list = laptop.choose_list(news.as_bytes());
    app::take_pupil_list(&mut laptop.office, &list, None).unwrap();
    let again = laptop.choose_list(news.as_bytes());
    let same = app::take_pupil_list(&mut laptop.office, &again, None).unwrap();

    let view = app::pupil(&mut laptop.office, &listed).unwrap();
    assert_eq!(view.row.id, other);
    assert_eq!(view.row.class, "9T");
    assert_eq!((same.value.new, same.value.changed), (0, 0));
}

#[test]
fn two_children_who_look_alike_are_asked_about_once() {
    let mut laptop = school_with_pupils();
    let (listed, other) = amara_twice(&mut laptop);
    assert_eq!(app::twice(&laptop.office).unwrap().len(), 1);

    app::keep_apart(&mut laptop.office, RecordsOf::Pupil, &other, &listed).unwrap();

    assert!(app::twice(&laptop.office).unwrap().is_empty());
    assert_eq!(app::kept_apart(&laptop.office).unwrap().len(), 1);
    app::ask_again(&mut laptop.office, RecordsOf::Pupil, &listed, &other, "").unwrap();
    assert!(app::kept_apart(&laptop.office).unwrap().is_empty());
    assert_eq!(app::twice(&laptop.office).unwrap().len(), 1);
    assert_eq!(
        app::pupil(&mut laptop.office, &other).unwrap().row.id,
        other
    );
}

#[test]
fn the_same_user_name_in_two_concerns_is_pointed_out_however_it_is_written() {
    let mut laptop = school_with_pupils();
    let online = |who: &str, service: &str, user_name: &str| ConcernForm {
        people: vec![forms::named(who, "victim")],
        online: vec![OnlineTrace {
            service: service.to_owned(),
            address: String::new(),
            user_name: user_name.to_owned(),
            ..OnlineTrace::default()
        }],
        ..forms::about_amara()
    };
    let first = app::record_concern(
        &mut laptop.office,
        online("Amara Oyelaran", "Roblox", "@Night_Rider99"),
    );
    let second = app::record_concern(
        &mut laptop.office,
        online("Jay Fairbrother", "Discord", "night_rider99"),
    );
    let (first, second) = (first.unwrap().value, second.unwrap().value);

    let view = app::concern(&mut laptop.office, &second.id).unwrap();
    let names = app::online_names(&mut laptop.office, "rider").unwrap();
    let both = app::online_name(&mut laptop.office, &names[0].mark).unwrap();

    assert_eq!(view.seen_before[0].shown, "night_rider99");
    assert_eq!(view.seen_before[0].concerns[0].record_no, first.record_no);
    assert_eq!(view.seen_before[0].count, 1);
    assert_eq!(names.len(), 1);
    assert_eq!(names[0].concerns, 2);
    assert_eq!(both.len(), 2);
}

#[test]
fn links_show_who_is_connected_through_which_concerns_and_keep_other_children_letters() {
    let mut laptop = school_with_pupils();
    let (amara, jay) = (pupil(&laptop, "Amara"), pupil(&laptop, "Jayden"));
    app::save_tie(&mut laptop.office, mother(&amara)).unwrap();
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jay, "witness"),
            PersonInConcern {
                name: Some("Karl from the club".to_owned()),
                kind: "adult".to_owned(),
                role: "alleged".to_owned(),
                ..PersonInConcern::default()
            },
        ],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, form).unwrap();

    let letters = app::links(&mut laptop.office, &amara, false).unwrap();
    let named = app::links(&mut laptop.office, &amara, true).unwrap();
    let of = |view: &app::wire::LinksView| -> Vec<(String, String)> {
        view.people
            .iter()
            .map(|one| (one.group.to_owned(), one.name.clone()))
            .collect()
    };
    let said = |group: &str, name: &str| (group.to_owned(), name.to_owned());

    assert_eq!(
        of(&letters),
        [
            said("family", "Folake Oyelaran"),
            said("child", "Child A"),
            said("adult", "Karl from the club"),
        ]
    );
    assert_eq!(letters.people[1].pupil, None, "a letter leads to nobody");
    assert_eq!(of(&named)[1], said("child", "Jay Fairbrother"));
    assert_eq!(letters.people[2].concerns.len(), 1);
    assert_eq!(letters.between, [(1, 2, 1)]);
}

#[test]
fn what_was_written_of_people_survives_a_new_look_at_every_entry() {
    let mut laptop = school_with_pupils();
    let (listed, other) = amara_twice(&mut laptop);
    app::save_tie(&mut laptop.office, mother(&listed)).unwrap();
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &listed,
        &other,
        "One child",
    )
    .unwrap();

    laptop.lock();
    let rooms = inside::rooms_of(&laptop, &RUTH);
    let mut room = rooms[&RoomKind::Pupils].open();
    let before = room.picture().unwrap();
    room.rebuild().unwrap();
    assert_eq!(room.picture().unwrap(), before);
    drop(room);
    laptop.open(&RUTH);
    let found = app::find(&mut laptop.office, "Folake", FindFilter::default()).unwrap();
    let adults = found.items.iter().filter(|item| item.kind == "adult");
    let names: Vec<_> = adults.map(|item| item.title.as_str()).collect();
    assert_eq!(names, ["Folake Oyelaran"]);
}

#[test]
fn a_child_in_two_records_is_corrected_without_writing_one_records_facts_into_the_other() {
    let mut laptop = school_with_pupils();
    let (listed, other) = amara_twice(&mut laptop);
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &other,
        &listed,
        "One child",
    )
    .unwrap();
    let view = app::pupil(&mut laptop.office, &other).unwrap();
    let form = PupilForm {
        class: Some("9T".to_owned()),
        reason: Some("Moved up".to_owned()),
        ..view.form.clone()
    };
    app::save_pupil(&mut laptop.office, form).unwrap();
    // The number may be written into the record that stands for both, which is the same child.
    let again = PupilForm {
        upn: view.row.upn.clone(),
        class: Some("9H".to_owned()),
        reason: Some("Number from the list".to_owned()),
        ..view.form
    };
    app::save_pupil(&mut laptop.office, again).unwrap();
    let joined = app::pupil(&mut laptop.office, &other).unwrap();
    let entry = joined.joined[0].entry.clone();
    app::part_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &other,
        &entry,
        "Two cousins",
    )
    .unwrap();
    let apart = app::pupil(&mut laptop.office, &listed).unwrap();

    assert_eq!(joined.row.class, "9H");
    assert!(
        apart.flags.is_empty(),
        "the plan belongs to the other record"
    );
}

#[test]
fn a_list_brought_in_twice_after_two_records_became_one_adds_nobody_and_takes_no_number_away() {
    let mut laptop = school_with_pupils();
    let (listed, other) = amara_twice(&mut laptop);
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &listed,
        &other,
        "One child",
    )
    .unwrap();
    let upn = app::pupil(&mut laptop.office, &listed).unwrap().row.upn;
    for _ in 0..2 {
        let list = laptop.choose_list(lists::PUPILS.as_bytes());
        let done = app::take_pupil_list(&mut laptop.office, &list, None).unwrap();
        assert_eq!(done.value.new, 0);
    }
    assert_eq!(
        app::pupil(&mut laptop.office, &listed).unwrap().row.upn,
        upn
    );
}

#[test]
fn links_keep_a_child_whom_the_words_of_a_concern_name_a_letter() {
    let mut laptop = school_with_pupils();
    let (amara, jay) = (pupil(&laptop, "Amara"), pupil(&laptop, "Jayden"));
    let form = ConcernForm {
        description: "Jay Fairbrother hit her in the corridor".to_owned(),
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jay, "witness"),
        ],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, form).unwrap();
    let letters = app::links(&mut laptop.office, &amara, false).unwrap();
    let titles: Vec<_> = letters.people[0]
        .concerns
        .iter()
        .map(|one| one.title.clone())
        .collect();
    assert_eq!(titles, ["Child A hit her in the corridor"]);
}
