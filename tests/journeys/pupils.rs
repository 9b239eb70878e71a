//! Pupils: added, corrected, and found however the name is heard.

use app::wire::{ChronologyFilter, ConcernForm, FindFilter, FlagForm, KeyFactForm, PupilForm};
use kit::{DEV, Device, PATIENCE, RUTH, forms, inside};

fn school_with_pupils() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    laptop
}

#[test]
fn a_corrected_pupil_shows_what_is_known_now_and_is_found_by_both_names() {
    let mut laptop = school_with_pupils();
    let id = laptop.pupil("Oyelaran");

    let form = PupilForm {
        id: Some(id.clone()),
        legal_surname: "Oyelaran-Hughes".to_owned(),
        former_names: vec!["Oyelaran".to_owned()],
        class: Some("8H".to_owned()),
        flags: vec![FlagForm {
            flag: "cin".to_owned(),
            from: Some("2026-10-05".to_owned()),
            to: None,
            source: Some("letter from the local authority".to_owned()),
        }],
        reason: Some("Deed poll seen".to_owned()),
        ..forms::amara()
    };
    let same = app::save_pupil(&mut laptop.office, form.clone())
        .unwrap()
        .value;
    let again = app::save_pupil(&mut laptop.office, form).unwrap();
    let view = app::pupil(&mut laptop.office, &id).unwrap();
    let found = |name| -> Vec<String> {
        let page = app::pupils(&laptop.office, name, false, 0).unwrap();
        page.pupils.into_iter().map(|row| row.name).collect()
    };

    assert_eq!(same, id);
    assert!(
        again.touched.is_empty(),
        "saying the same again writes nothing"
    );
    assert_eq!(view.row.name, "Amara Oyelaran-Hughes");
    assert_eq!(view.names.former_names, ["Oyelaran"]);
    assert_eq!(view.row.class, "8H");
    assert_eq!(view.row.flags, ["Child in need (s.17)"]);
    assert_eq!(view.flags[0].from.as_deref(), Some("2026-10-05"));
    assert_eq!(view.seal.who, RUTH.name);
    assert_eq!(found("oyelaran"), ["Amara Oyelaran-Hughes"]);
    assert_eq!(found("Hughes")[0], "Amara Oyelaran-Hughes");
}

#[test]
fn a_name_is_found_by_its_beginning_its_plain_letters_its_number_and_its_sound() {
    let mut laptop = school_with_pupils();
    let find = |laptop: &mut Device, typed: &str| -> Vec<(String, Option<String>)> {
        let found = app::find(&mut laptop.office, typed, FindFilter::default()).unwrap();
        let pupils = found.items.into_iter().filter(|item| item.kind == "pupil");
        pupils.map(|item| (item.title, item.why)).collect()
    };

    let siobhan = "Siobh\u{e1}n \u{d3} S\u{fa}illeabh\u{e1}in";
    assert_eq!(find(&mut laptop, "siob"), [(siobhan.to_owned(), None)]);
    assert_eq!(
        find(&mut laptop, "Suilleabhain"),
        [(siobhan.to_owned(), None)]
    );
    assert_eq!(
        find(&mut laptop, "H801200019003"),
        [(siobhan.to_owned(), None)]
    );
    assert_eq!(
        find(&mut laptop, "Jayden"),
        [("Jay Fairbrother".to_owned(), None)]
    );
    assert_eq!(
        find(&mut laptop, "meulen noa"),
        [("Noa van der Meulen".to_owned(), None)]
    );
    assert_eq!(
        find(&mut laptop, "Fairbruther"),
        [(
            "Jay Fairbrother".to_owned(),
            Some("sounds like Fairbruther".to_owned())
        )]
    );
    assert_eq!(
        find(&mut laptop, "Reece"),
        [("Rhys Null".to_owned(), Some("sounds like Reece".to_owned()))]
    );
    assert_eq!(find(&mut laptop, "Zebedee"), []);
}

#[test]
fn one_number_belongs_to_one_pupil_and_what_cannot_be_is_said_at_its_field() {
    let mut laptop = school_with_pupils();
    let twin = PupilForm {
        legal_forename: "Another".to_owned(),
        ..forms::amara()
    };
    let impossible = PupilForm {
        upn: Some("E8012000190".to_owned()),
        date_of_birth: Some("2014-02-31".to_owned()),
        admitted: Some("2025-09-03".to_owned()),
        left_on: Some("2024-07-20".to_owned()),
        ..forms::amara()
    };

    let taken = app::save_pupil(&mut laptop.office, twin).unwrap_err();
    let refused = app::save_pupil(&mut laptop.office, impossible).unwrap_err();
    let total = app::pupils(&laptop.office, "", false, 0).unwrap().total;

    assert_eq!(taken.problems[0].field, "upn");
    let fields: Vec<&str> = refused
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["date_of_birth", "left_on", "upn"]);
    assert_eq!(refused.say, "Three things first");
    assert_eq!(total, 6);
}

#[test]
fn a_pupils_page_lists_the_concerns_about_them_newest_first() {
    let mut laptop = school_with_pupils();
    let id = laptop.pupil("Amara");
    for words in ["The first.", "The second."] {
        let mut form = forms::saying(words);
        form.people = vec![forms::chosen(&id, "victim")];
        app::record_concern(&mut laptop.office, form).unwrap();
        laptop.minutes(30);
    }

    let filtered = app::wire::ConcernFilter {
        pupil: Some(id),
        ..Default::default()
    };
    let listed = app::concerns(&mut laptop.office, filtered).unwrap();

    let titles: Vec<&str> = listed
        .concerns
        .iter()
        .map(|row| row.title.as_str())
        .collect();
    assert_eq!(titles, ["The second.", "The first."]);
}

#[test]
fn a_pupil_corrected_on_two_laptops_shows_both_values_until_somebody_chooses() {
    let mut laptop = school_with_pupils();
    let id = laptop.pupil("Amara");
    laptop.lock();
    let mut devs = laptop.twin();
    let in_class = |laptop: &mut Device, class: &str| {
        let form = PupilForm {
            id: Some(id.clone()),
            class: Some(class.to_owned()),
            reason: Some("new timetable".to_owned()),
            ..forms::amara()
        };
        app::save_pupil(&mut laptop.office, form).unwrap();
    };

    devs.open(&DEV);
    in_class(&mut devs, "8A");
    devs.lock();
    laptop.open(&RUTH);
    in_class(&mut laptop, "8B");
    laptop.lock();
    inside::carry_pupils(&devs, &laptop, &RUTH);
    laptop.open(&RUTH);
    let both = app::pupil(&mut laptop.office, &id).unwrap();
    in_class(&mut laptop, "8B");
    let chosen = app::pupil(&mut laptop.office, &id).unwrap();

    let differing = &both.disagreements[0];
    let mut values: Vec<(&str, &str)> = differing
        .values
        .iter()
        .map(|value| (value.text.as_str(), value.who.as_str()))
        .collect();
    values.sort_unstable();
    assert_eq!(differing.field, "class");
    assert_eq!(values, [("8A", DEV.name), ("8B", RUTH.name)]);
    assert!(chosen.disagreements.is_empty());
    assert_eq!(chosen.row.class, "8B");
}

#[test]
fn what_must_be_read_first_is_signed_changed_and_ended_with_a_reason_and_nothing_of_it_is_lost() {
    let mut laptop = school_with_pupils();
    let id = laptop.pupil("Oyelaran");
    let form = |entry: Option<&str>, say: &str, reason: Option<&str>| KeyFactForm {
        pupil: id.clone(),
        entry: entry.map(str::to_owned),
        say: say.to_owned(),
        review: None,
        reason: reason.map(str::to_owned),
    };

    app::save_key_fact(&mut laptop.office, form(None, "Do not ring Dad.", None)).unwrap();
    app::save_key_fact(&mut laptop.office, form(None, "Ask for Miss Osei.", None)).unwrap();
    let view = app::pupil(&mut laptop.office, &id).unwrap();
    let says = |view: &app::wire::PupilView| -> Vec<String> {
        view.key.iter().map(|fact| fact.say.clone()).collect()
    };
    assert_eq!(says(&view), ["Do not ring Dad.", "Ask for Miss Osei."]);
    assert_eq!(view.key[0].who, RUTH.name);
    let first = view.key[0].entry.clone();
    let second = view.key[1].entry.clone();

    let silent = app::save_key_fact(&mut laptop.office, form(Some(&first), "Ring Dad.", None));
    assert_eq!(silent.unwrap_err().problems[0].field, "reason");
    let empty = app::save_key_fact(&mut laptop.office, form(None, " ", None));
    assert_eq!(empty.unwrap_err().problems[0].field, "say");
    let changed = form(Some(&first), "Ring Mum, never Dad.", Some("Mum asked"));
    app::save_key_fact(&mut laptop.office, changed.clone()).unwrap();
    let kept = app::pupil(&mut laptop.office, &id).unwrap().key[1]
        .entry
        .clone();
    let same = form(Some(&kept), "Ring Mum, never Dad.", Some("order ended"));
    let nothing = app::save_key_fact(&mut laptop.office, same).unwrap_err();
    assert_eq!(
        nothing.problems[0].field, "say",
        "a reason is never thrown away in silence"
    );
    let twice = app::save_key_fact(&mut laptop.office, changed);
    assert_eq!(
        twice.unwrap_err().say,
        "This was changed since you opened it."
    );
    laptop.clock.pass(std::time::Duration::from_secs(60));
    app::end_key_fact(&mut laptop.office, &id, &second, "left the school").unwrap();

    laptop.lock();
    laptop.open(&DEV);
    let view = app::pupil(&mut laptop.office, &id).unwrap();
    assert_eq!(says(&view), ["Ring Mum, never Dad."]);
    let before: Vec<_> = view
        .key_before
        .iter()
        .map(|one| (one.say.as_str(), one.replaced, one.reason.as_str()))
        .collect();
    assert_eq!(
        before,
        [
            ("Ask for Miss Osei.", false, "left the school"),
            ("Do not ring Dad.", true, "Mum asked"),
        ]
    );
    // It stands in the file on the day it was written, and on the day it ended.
    let file = app::chronology(&mut laptop.office, &id, ChronologyFilter::default()).unwrap();
    let titles: Vec<String> = file
        .items
        .iter()
        .flat_map(|item| &item.title)
        .filter_map(|piece| match piece {
            app::wire::Piece::Words { text } => Some(text.clone()),
            app::wire::Piece::Child { .. } => None,
        })
        .collect();
    let count = |title: &str| titles.iter().filter(|one| one.as_str() == title).count();
    assert_eq!(count("To be read first from here"), 2);
    assert_eq!(count("What is to be read first was changed"), 1);
    assert_eq!(count("No longer to be read first"), 1);

    // What holds stands on paper above everything else; what was changed is not said to have ended.
    let asked = app::wire::PaperAsked::Chronology {
        pupil: id.clone(),
        from: None,
        to: None,
        mask_others: true,
        oldest_first: false,
        summary: false,
        purpose: "the meeting".to_owned(),
    };
    let paper = laptop.printed(asked);
    let read = crate::papers::read(&laptop, &paper);
    assert!(read.contains("Read this first"), "{read}");
    assert!(
        read.contains("Ring Mum, never Dad. (Ruth Calloway, 10 November 2026)"),
        "{read}"
    );
    assert!(
        !read.contains("No longer to be read first \u{201c}Do not ring Dad."),
        "{read}"
    );
}

#[test]
fn somebody_who_only_reports_cannot_write_what_must_be_read_first() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let id = laptop.pupil("Oyelaran");
    laptop.lock();
    laptop.open(&PATIENCE);

    let form = KeyFactForm {
        pupil: id.clone(),
        entry: None,
        say: "Ring Dad.".to_owned(),
        review: None,
        reason: None,
    };
    let refused = app::save_key_fact(&mut laptop.office, form).unwrap_err();
    assert_eq!(refused.kind, app::wire::FaultKind::NotAllowed);
    let refused = app::end_key_fact(&mut laptop.office, &id, "00", "no").unwrap_err();
    assert_eq!(refused.kind, app::wire::FaultKind::NotAllowed);
}

#[test]
fn a_child_a_teacher_named_is_said_to_be_the_one_on_the_list_and_the_concern_stands_in_their_file()
{
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let amara = laptop.pupil("Amara");
    laptop.lock();
    laptop.open(&PATIENCE);
    let two = ConcernForm {
        people: vec![
            forms::named("oyelaran,  amara", "victim"),
            forms::named("Somebody Nobodyknows", "witness"),
        ],
        ..forms::saying("She had no lunch again.")
    };
    app::record_concern(&mut laptop.office, two).unwrap();
    laptop.lock();

    laptop.open(&RUTH);
    let file = |laptop: &mut Device| {
        app::chronology(&mut laptop.office, &amara, ChronologyFilter::default()).unwrap()
    };
    let may_belong = |laptop: &Device| app::may_belong(&laptop.office, &amara).unwrap();
    assert_eq!(file(&mut laptop).concerns, 0);
    let id = may_belong(&laptop)[0].id.clone();
    let view = app::concern(&mut laptop.office, &id).unwrap();
    assert_eq!(
        view.to_link.len(),
        1,
        "nobody on the list is called like the other"
    );
    let asked = &view.to_link[0];
    assert_eq!(
        (
            asked.at,
            asked.offers[0].name.as_str(),
            asked.offers[0].sounds
        ),
        (0, "Amara Oyelaran", false)
    );
    let link = |laptop: &mut Device, name: &str, whom: &str| {
        app::link_person(&mut laptop.office, &id, 0, name, whom).map(drop)
    };
    assert!(link(&mut laptop, "Somebody else", &amara).is_err());
    link(&mut laptop, &asked.name, &amara).unwrap();
    assert!(
        link(&mut laptop, &asked.name, &amara).is_err(),
        "it is said once"
    );

    let after = file(&mut laptop);
    assert_eq!((after.concerns, may_belong(&laptop).len()), (1, 0));
    assert!(
        after.others.len() == 1,
        "her own name, as it was typed, is no other child's"
    );
    let view = app::concern(&mut laptop.office, &id).unwrap();
    assert!(view.to_link.is_empty());
    assert_eq!(view.people[0].id.as_deref(), Some(amara.as_str()));
    assert_eq!(view.people[0].role, "May have been harmed");
    assert_eq!(view.versions.len(), 2);
    let reason = view.versions[1].reason.as_deref().unwrap();
    assert!(reason.contains("is Amara Oyelaran, 8T"), "{reason}");
    assert_eq!(
        view.versions[0].form.people[0].name.as_deref(),
        Some("oyelaran,  amara")
    );
    let row = app::pupils(&laptop.office, "Amara", false, 0).unwrap();
    assert_eq!(row.pupils[0].concerns, Some(1));
}

#[test]
fn a_name_that_is_nobody_on_the_list_is_said_to_be_so_once_and_not_asked_about_again() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let form = ConcernForm {
        people: vec![forms::named("Amara Oyelaran", "victim")],
        ..forms::saying("A cousin of the same name was at the gate.")
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let amara = laptop.pupil("Amara");
    let asked = app::concern(&mut laptop.office, &id).unwrap().to_link;
    assert_eq!(asked[0].offers[0].id, amara);
    assert_eq!(app::may_belong(&laptop.office, &amara).unwrap().len(), 1);

    app::link_person(&mut laptop.office, &id, 0, &asked[0].name, "").unwrap();

    let view = app::concern(&mut laptop.office, &id).unwrap();
    assert!(view.to_link.is_empty() && view.people[0].id.is_none());
    assert!(app::may_belong(&laptop.office, &amara).unwrap().is_empty());
    let reason = view.versions[1].reason.as_deref().unwrap();
    assert!(reason.contains("nobody who is on the list"), "{reason}");
    let file = app::chronology(&mut laptop.office, &amara, ChronologyFilter::default()).unwrap();
    assert_eq!(file.concerns, 0);
}

#[test]
fn nobody_is_found_by_a_word_that_only_begins_to_sound_like_them() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let found = |typed: &str| {
        app::pupils(&laptop.office, typed, false, 0)
            .unwrap()
            .pupils
            .into_iter()
            .map(|row| row.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("Jay Fairbruther"), ["Jay Fairbrother"]);
    for nobody in ["am i", "who is this", "Jay Bloggs"] {
        assert_eq!(found(nobody), [""; 0], "{nobody}");
    }
}

#[test]
fn a_name_that_was_put_right_to_another_child_stays_another_childs_in_their_file() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let jay = laptop.pupil("Jay");
    let form = ConcernForm {
        people: vec![forms::named("Tilly Fairbrother", "victim")],
        ..forms::saying("Tilly Fairbrother cried at the gate.")
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let mut form = view.versions[0].form.clone();
    form.people = vec![forms::chosen(&jay, "victim")];
    form.reason = Some("It was her brother.".to_owned());
    app::amend_concern(&mut laptop.office, form).unwrap();

    let view = app::chronology(&mut laptop.office, &jay, ChronologyFilter::default()).unwrap();
    assert_eq!(view.others.len(), 1, "she has a letter");
    let paper = laptop.printed(app::wire::PaperAsked::Chronology {
        pupil: jay,
        from: None,
        to: None,
        mask_others: true,
        oldest_first: true,
        summary: false,
        purpose: "the review".to_owned(),
    });
    let text = crate::papers::read(&laptop, &paper);
    assert!(!text.contains("Tilly"), "{text}");
    assert!(text.contains("Legal name Jayden Fairbrother"), "{text}");
}
