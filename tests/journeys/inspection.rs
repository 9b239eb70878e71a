//! Inspectors come: what they ask for is there at once, they see what they may, and what they were shown is kept.

use app::wire::{
    CaseForm, ConcernForm, DueForm, Fault, FaultKind, FieldAnswer, FlagForm, InspectionAsked,
    InspectionList, InspectionSample, InspectionView, LineForm, PaperAsked, PaperShown, PupilForm,
    RecordsOf, Route, SampleForm,
};
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms, pdf_words, their_words};

/// What would say whose it is, or what somebody wrote.
const TELLING: [&str; 5] = [
    "Amara",
    "Oyelaran",
    "library",
    "quillwort",
    "Ring the mother again",
];

fn asked(names: bool) -> InspectionAsked {
    InspectionAsked {
        names,
        what: "all".to_owned(),
        body: "Ofsted".to_owned(),
        to_whom: "M. Okafor".to_owned(),
        ..InspectionAsked::default()
    }
}

fn seen(laptop: &Device, names: bool) -> InspectionView {
    app::inspection(&laptop.office, &asked(names)).unwrap()
}

fn list<'a>(view: &'a InspectionView, id: &str) -> &'a InspectionList {
    let mut found = view.lists.iter().filter(|list| list.id == id);
    found.next().unwrap_or_else(|| panic!("no list {id}"))
}

fn show(laptop: &mut Device, asked: InspectionAsked) -> Result<PaperShown, Fault> {
    let inspection = Box::new(asked);
    app::lay_out_paper(&mut laptop.office, PaperAsked::Inspection { inspection })
}

fn words(shown: &PaperShown) -> String {
    let text = shown.text.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn referral(body: &str) -> CaseForm {
    CaseForm::Referral {
        body: body.to_owned(),
        to: String::new(),
        person: String::new(),
        reference: String::new(),
        words: "quillwort".to_owned(),
        at: String::new(),
        reply: DueForm::Never,
    }
}

/// Three concerns about Amara: one sent on and decided, one that nobody has done anything about, and one of a teacher that nobody has
/// read and that names her without choosing her from the list. The lead is in.
fn school() -> (Device, String) {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let amara = laptop.pupil("Amara Oyelaran");
    let about = |words: &str| ConcernForm {
        people: vec![forms::chosen(&amara, "victim")],
        categories: vec!["cpoms-bullying".to_owned()],
        ..forms::saying(words)
    };
    let first = app::record_concern(
        &mut laptop.office,
        about("She said it began in the library."),
    );
    let first = first.unwrap().value.id;
    app::add_to_case(&mut laptop.office, &first, referral("csc")).unwrap();
    let decided = CaseForm::Decision {
        decision: "internal-support".to_owned(),
        not_referred: false,
        reason: "Ring the mother again on Friday, quillwort.".to_owned(),
        level: String::new(),
        advice: String::new(),
        agreed_by: String::new(),
        child_view: String::new(),
        review: None,
    };
    app::add_to_case(&mut laptop.office, &first, decided).unwrap();
    laptop.lock();
    laptop.open(&DEV);
    app::record_concern(&mut laptop.office, about("It happened again, quillwort.")).unwrap();
    laptop.lock();
    laptop.open(&PATIENCE);
    let unlinked = ConcernForm {
        categories: vec!["cpoms-bullying".to_owned()],
        ..forms::saying("She cried in the corridor, quillwort.")
    };
    app::record_concern(&mut laptop.office, unlinked).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    (laptop, amara)
}

#[test]
fn the_lists_of_the_first_morning_are_there_in_one_action() {
    let (mut laptop, _) = school();

    let view = seen(&laptop, false);
    let reported = list(&view, "reported");
    assert_eq!(reported.count, 3);
    assert!(
        reported
            .gaps
            .iter()
            .any(|gap| gap.contains("has not been read"))
    );
    assert!(
        reported
            .gaps
            .iter()
            .any(|gap| gap.contains("has no answer yet"))
    );
    let sent = reported.rows.iter().flat_map(|row| &row.cells);
    assert!(sent.into_iter().any(|cell| cell.contains("social care")));
    assert_eq!(list(&view, "peer").count, 3);
    let handled = list(&view, "handled");
    assert!(handled.gaps.iter().any(|gap| gap.contains("no decision")));
    let leads = list(&view, "leads");
    assert!(
        leads
            .rows
            .iter()
            .any(|row| row.cells.contains(&RUTH.name.to_owned()))
    );
    assert!(
        leads
            .gaps
            .iter()
            .any(|gap| gap.contains("no training as a lead"))
    );
    assert!(
        view.elsewhere
            .iter()
            .any(|one| one.title == "Single central record")
    );
    assert!(list(&view, "lado").kept_by.is_some());

    let shown = show(&mut laptop, asked(false)).unwrap();
    let said = words(&shown);
    for list in view.lists.iter().filter(|list| list.kept_by.is_none()) {
        assert!(said.contains(&list.title), "{}", list.title);
    }
    assert!(!said.contains("LADO"), "{said}");
}

#[test]
fn by_initials_nobody_who_looks_over_a_shoulder_reads_a_name_or_a_word_that_was_written() {
    let (mut laptop, _) = school();

    let view = serde_json::to_string(&seen(&laptop, false).lists).unwrap();
    let shown = show(&mut laptop, asked(false)).unwrap();
    let said = words(&shown);
    for telling in TELLING {
        assert!(!view.contains(telling), "{telling}");
        assert!(!said.contains(telling), "{telling}");
    }
    assert!(said.contains("AO,"), "{said}");

    let named = show(&mut laptop, asked(true)).unwrap();
    let named = words(&named);
    for telling in TELLING {
        assert!(named.contains(telling), "{telling}: {named}");
    }
}

#[test]
fn nothing_is_shown_before_it_is_said_to_whom_and_what_was_shown_is_kept_as_it_was() {
    let (mut laptop, _) = school();
    let nobody = InspectionAsked {
        body: " ".to_owned(),
        to_whom: String::new(),
        ..asked(false)
    };
    let refused = show(&mut laptop, nobody).unwrap_err();
    let fields: Vec<&str> = refused
        .problems
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    assert_eq!(fields, ["body", "to_whom"]);
    assert!(seen(&laptop, false).shown.is_empty());

    show(&mut laptop, asked(false)).unwrap();
    let view = seen(&laptop, false);
    let [shown] = view.shown.as_slice() else {
        panic!("{} shown", view.shown.len());
    };
    assert_eq!(shown.to, "M. Okafor, Ofsted");
    assert!(shown.at.contains(RUTH.name), "{}", shown.at);
    assert!(shown.held.contains("by initials"), "{}", shown.held);
    assert_eq!(
        (view.body.as_str(), view.to_whom.as_str()),
        ("Ofsted", "M. Okafor")
    );
    let (kept, _) = app::shown_file(&mut laptop.office, &shown.id).unwrap();

    // What is written later changes nothing of what they saw.
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let (again, _) = app::shown_file(&mut laptop.office, &shown.id).unwrap();
    assert_eq!(*kept, *again);
    assert!(pdf_words(&again).contains("M. Okafor"));

    // Each concern in it says so.
    let concern = list(&view, "reported").rows[0].concern.clone().unwrap();
    let concern = app::concern(&mut laptop.office, &concern).unwrap();
    let thread = serde_json::to_string(&concern.thread).unwrap();
    assert!(thread.contains("shown to M. Okafor, Ofsted"), "{thread}");
}

#[test]
fn a_file_to_prepare_says_what_is_to_be_put_right_before_somebody_looks() {
    let (mut laptop, amara) = school();

    let found = |laptop: &Device| -> InspectionSample {
        let mut samples = seen(laptop, false).samples.into_iter();
        samples.rfind(|sample| sample.pupil == amara).unwrap()
    };
    let offered = found(&laptop);
    assert!(!offered.chosen);
    assert_eq!(offered.concerns, 2);
    let gaps: Vec<&str> = offered.gaps.iter().map(|gap| gap.say.as_str()).collect();
    for gap in [
        "no decision with its reason",
        "sent on, and no answer is written down",
    ] {
        assert!(gaps.contains(&gap), "{gaps:?}");
    }
    let form = SampleForm {
        pupil: amara.clone(),
        why: offered.why.clone(),
        put_back: false,
    };
    app::choose_sample(&mut laptop.office, form.clone()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    assert!(found(&laptop).chosen);

    let file = InspectionAsked {
        what: format!("file:{amara}"),
        ..asked(false)
    };
    let shown = show(&mut laptop, file).unwrap();
    assert!(words(&shown).contains("Amara Oyelaran"));
    let kept = seen(&laptop, false).shown;
    assert_eq!(kept[0].title, "File of Amara Oyelaran");
    assert!(kept[0].held.contains("2 concerns"), "{}", kept[0].held);

    let put_back = SampleForm {
        put_back: true,
        ..form
    };
    app::choose_sample(&mut laptop.office, put_back).unwrap();
    assert!(!found(&laptop).chosen);
    let stranger = SampleForm {
        pupil: "00000000000000000000000000000000".to_owned(),
        why: "Child in need".to_owned(),
        put_back: false,
    };
    let refused = app::choose_sample(&mut laptop.office, stranger).unwrap_err();
    assert_eq!(refused.kind, FaultKind::Missing);
}

#[test]
fn what_is_about_adults_is_shown_by_the_head_and_leaves_no_trace_for_the_lead() {
    let (mut laptop, _) = school();
    laptop.lock();
    laptop.open(&HEAD);
    let form = forms::about_adult(
        Route::Staff,
        PATIENCE.as_subject(),
        "Door locked, quillwort.",
    );
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    app::add_to_case(&mut laptop.office, &concern, referral("lado")).unwrap();

    let view = seen(&laptop, false);
    let lado = list(&view, "lado:staff");
    assert_eq!(lado.count, 1);
    assert!(lado.adults);
    let all = show(&mut laptop, asked(true)).unwrap();
    assert!(!words(&all).contains("Door locked") && !words(&all).contains(PATIENCE.name));
    let one = InspectionAsked {
        what: "lado:staff".to_owned(),
        ..asked(false)
    };
    let shown = show(&mut laptop, one.clone()).unwrap();
    assert!(words(&shown).contains("LADO"));
    assert!(!words(&shown).contains(PATIENCE.name));
    assert_eq!(seen(&laptop, false).shown.len(), 2);
    let mut shown = seen(&laptop, false).shown.into_iter();
    let of_adults = shown.rfind(|one| one.title.contains("LADO"));
    let of_adults = of_adults.unwrap().id;

    laptop.lock();
    laptop.open(&RUTH);
    let kept = seen(&laptop, false).shown;
    assert_eq!(
        kept.len(),
        1,
        "the lead sees what was shown of the pupils alone"
    );
    assert!(show(&mut laptop, one).is_err());
    assert!(app::shown_file(&mut laptop.office, &of_adults).is_err());
}

#[test]
fn a_file_that_goes_to_another_school_without_a_receipt_is_named_before_they_ask() {
    let (mut laptop, _) = school();
    let answers = [
        ("pupil", "Amara Oyelaran"),
        ("direction", "Out"),
        ("other_school", "Upper Vale"),
    ];
    let answers = answers.map(|(field, said)| FieldAnswer {
        field: field.to_owned(),
        lines: vec![said.to_owned()],
        about: false,
    });
    let form = LineForm {
        register: "cp-transfer-log".to_owned(),
        line: None,
        base: Vec::new(),
        concern: None,
        answers: answers.to_vec(),
        reason: String::new(),
        strike: false,
    };
    app::write_line(&mut laptop.office, form).unwrap();

    let view = seen(&laptop, false);
    let transfers = list(&view, "transfers");
    assert_eq!(transfers.count, 1);
    assert!(transfers.gaps[0].contains("there is no receipt"));
    assert!(
        transfers.rows[0].cells[0].starts_with("AO"),
        "{:?}",
        transfers.rows[0].cells
    );
}

#[test]
fn a_teacher_shows_inspectors_nothing() {
    let (mut laptop, amara) = school();
    laptop.lock();
    laptop.open(&PATIENCE);

    let refused = app::inspection(&laptop.office, &asked(false)).unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
    assert!(their_words(&refused).contains("safeguarding leads"));
    assert!(show(&mut laptop, asked(false)).is_err());
    let form = SampleForm {
        pupil: amara,
        why: "Child in need".to_owned(),
        put_back: false,
    };
    assert!(app::choose_sample(&mut laptop.office, form).is_err());
}

#[test]
fn a_child_who_was_written_down_twice_stands_once_and_with_both_her_plans() {
    let (mut laptop, amara) = school();
    let flag = |flag: &str| FlagForm {
        flag: flag.to_owned(),
        from: Some("2026-10-05".to_owned()),
        to: None,
        source: None,
    };
    let again = PupilForm {
        legal_surname: "Oyelaran".to_owned(),
        legal_forename: "Amara".to_owned(),
        date_of_birth: Some("2014-05-14".to_owned()),
        flags: vec![flag("cin"), flag("cp")],
        ..PupilForm::default()
    };
    let again = app::save_pupil(&mut laptop.office, again).unwrap().value;
    let form = PupilForm {
        id: Some(amara.clone()),
        flags: vec![flag("cin")],
        reason: Some("Letter seen".to_owned()),
        ..forms::amara()
    };
    app::save_pupil(&mut laptop.office, form).unwrap();
    let chosen = SampleForm {
        pupil: again.clone(),
        why: "Child in need".to_owned(),
        put_back: false,
    };
    app::choose_sample(&mut laptop.office, chosen).unwrap();
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &amara,
        &again,
        "One child",
    )
    .unwrap();

    let view = seen(&laptop, true);

    let plans = list(&view, "plans");
    let hers: Vec<_> = plans
        .rows
        .iter()
        .filter(|row| row.cells[0].contains("Amara"))
        .collect();
    assert_eq!(hers.len(), 1);
    assert!(
        hers[0].cells[2].contains("Child protection") && hers[0].cells[2].contains("Child in need")
    );
    let files: Vec<_> = view
        .samples
        .iter()
        .filter(|file| file.name.contains("Amara"))
        .collect();
    assert_eq!(files.len(), 1);
    assert!(files[0].chosen && files[0].pupil == amara && files[0].concerns > 0);
}
