//! Everything a concern can say, set and read back.

use app::wire::{BodyMark, ConcernForm, OnlineTrace};
use kit::{DEV, Device, RUTH, forms, text_of};

#[test]
fn what_a_child_is_and_what_was_done_stand_apart_among_the_known_names() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let lists = app::lists(&laptop.office).unwrap();
    let group = |title: &str| {
        let found = lists.category_groups.iter().find(|one| one.title == title);
        found.unwrap().choices.clone()
    };

    let about = group("Known from CPOMS: about the child");
    let pru = about
        .iter()
        .find(|one| one.title == "Alternative provision/ PRU");
    assert!(pru.unwrap().detail.contains("flag"));
    let known: usize = ["what happened", "about the child", "what was done"]
        .iter()
        .map(|part| group(&format!("Known from CPOMS: {part}")).len())
        .sum();
    assert_eq!(known, 35);
}

#[test]
fn all_ten_fields_of_the_cpoms_form_are_set_and_read_back() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let id_of = |laptop: &Device, name| -> String {
        let found = app::pupils(&laptop.office, name, false, 0).unwrap();
        found.pupils[0].id.clone()
    };
    let (amara, jayden) = (id_of(&laptop, "Amara"), id_of(&laptop, "Jay"));
    let leads = app::lists(&laptop.office).unwrap().leads;
    let dev = leads
        .iter()
        .find(|lead| lead.name == DEV.name)
        .unwrap()
        .id
        .clone();
    let file = laptop.take_in("bruise sketch.pdf", "application/pdf", b"%PDF-1.7 a sketch");

    // Student, incident, categories, linked students, maps, date and time, status, assigned to, files, alerted.
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jayden, "friend"),
        ],
        description: "A bruise on her left forearm, about 3 cm, yellow at the edge.".to_owned(),
        categories: vec![
            "cpoms-child-protection".to_owned(),
            "cpoms-bullying".to_owned(),
        ],
        body_map: vec![BodyMark {
            region: "forearm-outer".to_owned(),
            side: "left".to_owned(),
            note: "round, yellow at the edge".to_owned(),
            size: Some("3 cm".to_owned()),
            colour: Some("purple".to_owned()),
            ..BodyMark::default()
        }],
        occurred: "2026-11-09T15:10:00+00:00".to_owned(),
        occurred_about: false,
        status: Some("active".to_owned()),
        assigned_to: Some(dev.clone()),
        files: vec![file.token],
        indecent_image: "no".to_owned(),
        alerted: vec![dev],
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&DEV);
    let view = app::concern(&mut laptop.office, &id).unwrap();

    let people: Vec<(&str, &str, &str)> = view
        .people
        .iter()
        .map(|person| {
            (
                person.name.as_str(),
                person.role.as_str(),
                person.detail.as_str(),
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            ("Amara Oyelaran", "May have been harmed", "8T, 12 years"),
            ("Jay Fairbrother", "Friend", "8T, 13 years"),
        ]
    );
    assert!(text_of(&view, "account").starts_with("A bruise on her left forearm"));
    assert_eq!(text_of(&view, "categories"), "Child Protection\nBullying");
    assert_eq!(
        text_of(&view, "body_map"),
        "Left forearm, outer side: round, yellow at the edge, 3 cm, purple"
    );
    assert_eq!(view.row.occurred, "Mon 9 Nov, 15:10");
    assert_eq!(
        (view.row.status.as_str(), view.row.status_title.as_str()),
        ("active", "Active")
    );
    assert_eq!(text_of(&view, "assigned_to"), DEV.name);
    assert_eq!(view.files[0].name, "bruise sketch.pdf");
    assert_eq!(text_of(&view, "alerted"), DEV.name);
}

#[test]
fn every_other_field_of_the_record_comes_back_as_it_was_written() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    // Two spaces, a line end, scripts and a smile: words are evidence and stay as typed.
    let words =
        "  She said:\n\u{201c}\u{b87}\u{bc1}\u{ba9}\u{bcd} nie chc\u{119}\u{201d} \u{1f622}  ";
    let form = ConcernForm {
        record_kind: "pupil-concern".to_owned(),
        description: words.to_owned(),
        childs_words: "  He's  in my phone ".to_owned(),
        demeanour: "Shaking, looked at the door.".to_owned(),
        questions_asked: "\u{201c}What happened then?\u{201d}".to_owned(),
        present: "Mr Field, librarian".to_owned(),
        notes_kept_at: "The locked drawer of the lead's office".to_owned(),
        opinion: "I think she is frightened of someone older.".to_owned(),
        immediate_action: "Stayed with her, rang the lead.".to_owned(),
        told_lead: "Dev Marwaha".to_owned(),
        told_lead_at: "2026-11-10T10:35:00+00:00".to_owned(),
        location: "online-out".to_owned(),
        room: "Library, bay 4".to_owned(),
        device_number: "LT-118".to_owned(),
        identified_how: "peer".to_owned(),
        urgency: "urgent".to_owned(),
        possible_crime: "unsure".to_owned(),
        indecent_image: "no".to_owned(),
        online: vec![OnlineTrace {
            service: "Orbit Arena".to_owned(),
            address: "https://orbit.example/u/77".to_owned(),
            user_name: "kestrel_77".to_owned(),
            whose: "other".to_owned(),
        }],
        ..forms::about_amara()
    };

    let id = app::record_concern(&mut laptop.office, form.clone())
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let written = &view.versions[0].form;

    assert_eq!(text_of(&view, "account"), words);
    assert_eq!(text_of(&view, "childs_words"), form.childs_words);
    assert_eq!(text_of(&view, "demeanour"), form.demeanour);
    assert_eq!(text_of(&view, "questions_asked"), form.questions_asked);
    assert_eq!(text_of(&view, "present"), form.present);
    assert_eq!(text_of(&view, "notes_kept_at"), form.notes_kept_at);
    assert_eq!(text_of(&view, "opinion"), form.opinion);
    assert_eq!(text_of(&view, "immediate_action"), form.immediate_action);
    assert_eq!(text_of(&view, "told_lead"), "Dev Marwaha Tue 10 Nov, 10:35");
    assert_eq!(text_of(&view, "location"), "Online, out of school");
    assert_eq!(text_of(&view, "room"), form.room);
    assert_eq!(text_of(&view, "device_number"), form.device_number);
    assert_eq!(text_of(&view, "identified_how"), "Another child said so");
    assert_eq!(text_of(&view, "possible_crime"), "Not sure");
    assert_eq!(
        text_of(&view, "online"),
        "The other person\u{2019}s: Orbit Arena, kestrel_77, https://orbit.example/u/77"
    );
    assert_eq!(written.urgency, form.urgency);
    assert_eq!(written.indecent_image, form.indecent_image);
    assert_eq!(written.description, form.description);
    assert_eq!(written.occurred, form.occurred);
}

#[test]
fn every_choice_a_screen_offers_can_be_recorded_and_reads_as_words() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let lists = app::lists(&laptop.office).unwrap();
    let ids = |choices: &[app::wire::Choice]| -> Vec<String> {
        choices.iter().map(|choice| choice.id.clone()).collect()
    };

    let form = ConcernForm {
        categories: ids(&lists.categories),
        body_map: lists
            .regions
            .iter()
            .flat_map(|region| {
                region.detail.split(' ').map(|side| BodyMark {
                    region: region.id.clone(),
                    side: side.to_owned(),
                    ..BodyMark::default()
                })
            })
            .collect(),
        ..forms::about_amara()
    };
    let marks = form.body_map.len();
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();

    let categories: Vec<&str> = text_of(&view, "categories").lines().collect();
    let titles: Vec<&str> = lists
        .categories
        .iter()
        .map(|choice| choice.title.as_str())
        .collect();
    assert!(titles.len() >= 35);
    assert_eq!(categories, titles);
    let mut in_words: Vec<&str> = text_of(&view, "body_map").lines().collect();
    in_words.sort_unstable();
    in_words.dedup();
    assert_eq!(
        in_words.len(),
        marks,
        "no two places of the body read the same"
    );
}

#[test]
fn a_school_files_under_its_own_words_and_offers_no_more_than_it_uses() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let own = app::wire::OwnCategory {
        name: "Lunchtime worry".to_owned(),
        definition: "Something a midday supervisor saw that fits nowhere else".to_owned(),
        off: false,
    };
    let nameless = app::wire::OwnCategory {
        name: " ".to_owned(),
        ..own.clone()
    };
    let known = app::categories(&laptop.office).unwrap();
    let cpoms: Vec<_> = known
        .groups
        .iter()
        .filter(|group| group.title.contains("CPOMS"))
        .flat_map(|group| group.choices.iter())
        .collect();
    assert_eq!(cpoms.len(), 35, "every name a school knows");
    let unused = cpoms[0].id.clone();

    let refused = app::save_categories(&mut laptop.office, vec![nameless], Vec::new()).unwrap_err();
    app::save_categories(&mut laptop.office, vec![own.clone()], vec![unused.clone()]).unwrap();
    let offered = app::lists(&laptop.office).unwrap().categories;
    let ours = offered
        .iter()
        .find(|one| one.title == "Lunchtime worry")
        .unwrap();
    let form = ConcernForm {
        categories: vec![ours.id.clone(), "content.self-harm-suicide".to_owned()],
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    // The school gives the name up; what was filed under it still says so.
    app::save_categories(&mut laptop.office, Vec::new(), Vec::new()).unwrap();
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let filed = view.versions[0]
        .shown
        .iter()
        .find(|one| one.field == "categories");

    assert_eq!(refused.problems[0].field, "category-0");
    assert_eq!(ours.detail, own.definition);
    assert!(!offered.iter().any(|one| one.id == unused));
    assert_eq!(
        filed.unwrap().text,
        "Lunchtime worry\nContent: Self-harm and suicide"
    );
}

#[test]
fn a_concern_is_printed_in_the_order_of_the_forms_that_people_know() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let mut form = forms::about_amara();
    form.people[0].sex = Some("female".to_owned());
    form.room = "Library".to_owned();
    form.device_number = "PC 14".to_owned();
    form.immediate_action = "Sat with her, rang home".to_owned();
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let mut lines = |form| -> String {
        let asked = app::wire::PaperAsked::Concern {
            id: id.clone(),
            form,
            purpose: "audit".to_owned(),
        };
        let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
        shown.text.join("\n")
    };
    let in_order = |text: &str, labels: &[&str]| {
        let mut from = 0;
        for label in labels {
            let at = text[from..].find(label);
            from += at.unwrap_or_else(|| panic!("{label} after what comes before it:\n{text}"));
        }
    };

    in_order(
        &lines(app::wire::PaperForm::Cpoms),
        &[
            "Student",
            "Amara Oyelaran",
            "Incident",
            "Before lesson 2",
            "Categories",
            "Linked student(s)",
            "Maps",
            "Nothing was said here",
            "Date/Time",
            "Status",
            "Assign to",
            "Files",
            "Alert Staff Members",
        ],
    );
    in_order(
        &lines(app::wire::PaperForm::EsafetyLog),
        &[
            "Date and time",
            "Name of pupil or staff member",
            "Amara Oyelaran",
            "Male or female",
            "female",
            "Room and computer or device number",
            "Library, PC 14",
            "Details of incident",
            "Actions and reasons",
            "Sat with her, rang home",
        ],
    );
    in_order(
        &lines(app::wire::PaperForm::SixPoints),
        &[
            "A description of what happened",
            "Who was involved",
            "How it came to light",
            "What was done, and by whom",
            "What came of it",
            "What was learnt",
        ],
    );
}
