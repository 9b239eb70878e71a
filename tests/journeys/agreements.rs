//! Agreements, who read what, and what a register asks for by itself.

use app::wire::{
    ClassLines, Fault, FaultKind, FieldAnswer, LineForm, PaperAsked, PolicyForm, RegisterView,
    SettingsForm, SeveralForm, SheetFormat, WhoReadRow, WhoReadView,
};
use kit::{DEV, Device, HEAD, RUTH, their_words};

/// A day, in minutes.
const DAY: u64 = 24 * 60;
const SIGNATURES: &str = "aup-signatures";
const UNBLOCK: &str = "filter-unblock-log";
const DISPOSAL: &str = "ict-disposal";
const BREACH: &str = "data-breach-log";

fn school() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop
}

/// With six pupils in five classes: two of them in 10A.
fn with_pupils() -> Device {
    let mut laptop = school();
    laptop.bring_pupils();
    laptop
}

fn pass(laptop: &mut Device, days: u64) {
    laptop.minutes(days * DAY);
    laptop.open(&RUTH);
}

fn line(register: &str, answers: &[(&str, &str)]) -> LineForm {
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

fn write(laptop: &mut Device, register: &str, answers: &[(&str, &str)]) -> Result<String, Fault> {
    app::write_line(&mut laptop.office, line(register, answers)).map(|done| done.value)
}

fn see(laptop: &Device, register: &str) -> RegisterView {
    app::register(&laptop.office, register, None).unwrap()
}

fn said(view: &RegisterView, at: usize, field: &str) -> String {
    let answers = view.lines[at].answers.iter();
    let mut found = answers.filter(|one| one.field == field);
    found.next().map(|one| one.said.clone()).unwrap_or_default()
}

fn begun(laptop: &Device, agreement: Option<&str>) -> SeveralForm {
    app::begin_several(&laptop.office, agreement).unwrap().form
}

fn sign(laptop: &mut Device, form: SeveralForm) -> Result<u32, Fault> {
    app::write_several(&mut laptop.office, form).map(|done| done.value.lines)
}

fn class(laptop: &Device, register: &str, class: &str) -> ClassLines {
    app::class_lines(&laptop.office, register, class).unwrap()
}

fn fields(fault: &Fault) -> Vec<&str> {
    let problems = fault.problems.iter();
    problems.map(|problem| problem.field.as_str()).collect()
}

#[test]
fn a_whole_class_signs_its_agreement_and_who_has_not_is_named() {
    let mut laptop = with_pupils();
    let view = app::agreements(&laptop.office).unwrap();
    let of = |name: &str| view.classes.iter().find(|one| one.class == name).unwrap();
    assert_eq!((of("10A").pupils, of("10A").without), (2, 2));
    assert!(view.agreements.len() >= 7);

    // One of the two was away.
    let mut form = begun(&laptop, Some("pupil-secondary"));
    assert_eq!(form.kind, "Secondary student");
    assert_eq!(form.until, "2027-08-31");
    form.class = "10A".to_owned();
    form.pupils = vec![laptop.pupil("Noa")];
    form.explained_by = "Dev".to_owned();
    assert_eq!(sign(&mut laptop, form.clone()).unwrap(), 1);

    let seen = class(&laptop, SIGNATURES, "10A");
    assert_eq!(seen.without, 1);
    let missing: Vec<&str> = seen
        .pupils
        .iter()
        .filter(|one| one.stands != "holds")
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(missing, ["Rhys Null"]);
    // What was signed says which words it was.
    let register = see(&laptop, SIGNATURES);
    assert_eq!(
        said(&register, 0, "agreement_version"),
        "Secondary, version Strongroom 1"
    );
    assert_eq!(said(&register, 0, "child_signed"), "Signed on paper");
    assert_eq!(said(&register, 0, "job_or_class"), "10A");

    // It stays so after a lock; the one who was away signs, and nobody is missing.
    laptop.lock();
    laptop.open(&RUTH);
    assert_eq!(class(&laptop, SIGNATURES, "10A").without, 1);
    form.pupils = vec![laptop.pupil("Rhys")];
    sign(&mut laptop, form).unwrap();
    assert_eq!(class(&laptop, SIGNATURES, "10A").without, 0);
    let view = app::agreements(&laptop.office).unwrap();
    let others = view.classes.iter().filter(|one| one.class != "10A");
    assert!(others.into_iter().all(|one| one.without == one.pupils));
}

#[test]
fn what_is_missing_is_refused_with_its_field_and_nobody_is_written_down() {
    let mut laptop = with_pupils();
    let form = begun(&laptop, Some("pupil-secondary"));
    let refused = sign(&mut laptop, form.clone()).unwrap_err();
    assert_eq!(fields(&refused), ["pupils"]);
    let wrong = SeveralForm {
        pupils: vec![laptop.pupil("Noa")],
        kind: "Staff".to_owned(),
        document: " ".to_owned(),
        on: "2026-12-01".to_owned(),
        until: "some day".to_owned(),
        child_signed: false,
        parent_signed: false,
        exceptions: "May use a phone for insulin".to_owned(),
        ..form.clone()
    };
    let refused = sign(&mut laptop, wrong).unwrap_err();
    assert_eq!(
        fields(&refused),
        [
            "kind",
            "document",
            "on",
            "until",
            "child_signed",
            "agreed_by"
        ]
    );
    assert!(!their_words(&refused).is_empty());
    // One who is not there takes the others with them.
    let stranger = SeveralForm {
        pupils: vec![
            laptop.pupil("Noa"),
            "00000000000000000000000000000000".to_owned(),
        ],
        ..form
    };
    assert!(sign(&mut laptop, stranger).is_err());
    assert!(see(&laptop, SIGNATURES).lines.is_empty());
}

#[test]
fn what_was_ticked_and_typed_is_there_again_until_it_is_signed() {
    let mut laptop = school();
    let mut form = begun(&laptop, Some("staff"));
    form.names = "Zo\u{eb} Hart\nSam Price".to_owned();
    app::keep_several(&mut laptop.office, form.clone()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let view = app::begin_several(&laptop.office, Some("staff")).unwrap();
    assert_eq!(view.form, form);
    assert!(view.kept_at.is_some());
    // Another agreement is another form.
    assert_eq!(begun(&laptop, Some("governors")).names, "");
    assert_eq!(sign(&mut laptop, form).unwrap(), 2);
    assert_eq!(begun(&laptop, Some("staff")).names, "");
}

#[test]
fn an_agreement_lapses_and_is_asked_for_again() {
    let mut laptop = school();
    let without = |laptop: &Device| {
        let view = app::agreement(&laptop.office, "staff").unwrap();
        let without = view.without.into_iter();
        without
            .map(|one| (one.name, one.stands))
            .collect::<Vec<_>>()
    };
    // Whoever has an account and never signed is asked.
    assert!(without(&laptop).contains(&(DEV.name.to_owned(), "none")));
    let form = SeveralForm {
        names: format!("{}\nSam  Price\n sam price", DEV.name),
        until: "2026-11-20".to_owned(),
        ..begun(&laptop, Some("staff"))
    };
    // A name that is written twice is one person.
    assert_eq!(sign(&mut laptop, form).unwrap(), 2);
    assert!(!without(&laptop).iter().any(|(name, _)| name == DEV.name));

    pass(&mut laptop, 14);
    let asked = without(&laptop);
    assert!(
        asked.contains(&(DEV.name.to_owned(), "lapsed")),
        "{asked:?}"
    );
    assert!(asked.contains(&("Sam Price".to_owned(), "lapsed")));
    let late = see(&laptop, SIGNATURES).rhythm.unwrap().late;
    assert_eq!(late.len(), 2);
    assert!(late[0].say.starts_with("to be signed again"));

    let again = SeveralForm {
        names: "SAM PRICE".to_owned(),
        ..begun(&laptop, Some("staff"))
    };
    sign(&mut laptop, again).unwrap();
    let names = without(&laptop);
    assert!(
        !names
            .iter()
            .any(|(name, _)| name.to_lowercase() == "sam price")
    );
    assert_eq!(see(&laptop, SIGNATURES).rhythm.unwrap().late.len(), 1);
}

#[test]
fn an_agreement_is_printed_with_a_name_on_each_form_and_afterwards_only_for_those_who_are_missing()
{
    let mut laptop = with_pupils();
    let paper = |laptop: &mut Device, class: Option<&str>, only_without: bool| {
        let asked = PaperAsked::Agreement {
            id: "pupil-secondary".to_owned(),
            class: class.map(str::to_owned),
            only_without,
            purpose: "to be signed".to_owned(),
        };
        app::lay_out_paper(&mut laptop.office, asked)
    };
    let blank = paper(&mut laptop, None, false).unwrap();
    let text = blank.text.join(" ");
    assert!(text.contains("Name and class") && !text.contains("Noa"));
    assert!(text.contains("Parent or carer, signature"));

    let all = paper(&mut laptop, Some("10A"), false).unwrap();
    let text = all.text.join(" ");
    assert!(text.contains("Noa van der Meulen, 10A") && text.contains("Rhys Null, 10A"));
    assert!(!text.contains("Amara"));
    assert!(!all.file_name.contains("Noa"));

    let form = SeveralForm {
        pupils: vec![laptop.pupil("Noa")],
        ..begun(&laptop, Some("pupil-secondary"))
    };
    sign(&mut laptop, form).unwrap();
    let rest = paper(&mut laptop, Some("10A"), true).unwrap();
    let text = rest.text.join(" ");
    assert!(text.contains("Rhys Null") && !text.contains("Noa"));
    let form = SeveralForm {
        pupils: vec![laptop.pupil("Rhys")],
        ..begun(&laptop, Some("pupil-secondary"))
    };
    sign(&mut laptop, form).unwrap();
    let nobody = paper(&mut laptop, Some("10A"), true).unwrap_err();
    assert!(nobody.say.starts_with("Everybody of this class"));
}

#[test]
fn consent_to_images_has_a_form_for_each_child_and_who_has_none_is_named() {
    let mut laptop = with_pupils();
    let asked = PaperAsked::LineForm {
        id: "image-consent".to_owned(),
        class: Some("10A".to_owned()),
        only_without: true,
        purpose: "to be filled in at home".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    for words in [
        "Noa van der Meulen",
        "School website",
        "Yes",
        "Who gave consent",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(class(&laptop, "image-consent", "10A").without, 2);
    let line = [
        ("person", "noa  VAN DER Meulen"),
        ("website", "No"),
        ("in_writing_date", "2026-11-09"),
        ("valid_for", "This school year"),
    ];
    write(&mut laptop, "image-consent", &line).unwrap();
    assert_eq!(class(&laptop, "image-consent", "10A").without, 1);
    // Any register has a form to be filled in by hand.
    let asked = PaperAsked::LineForm {
        id: BREACH.to_owned(),
        class: None,
        only_without: false,
        purpose: "for the office".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    assert!(shown.text.join(" ").contains("How it was contained"));
}

fn row<'a>(list: &'a WhoReadView, name: &str) -> &'a WhoReadRow {
    list.people.iter().find(|row| row.name == name).unwrap()
}

fn cell(list: &WhoReadView, name: &str, document: &str) -> (String, &'static str) {
    let at = list.documents.iter().position(|one| one == document);
    let cell = &row(list, name).cells[at.unwrap()];
    (cell.say.clone(), cell.stands)
}

#[test]
fn who_has_read_what_is_one_list() {
    let mut laptop = school();
    let settings = SettingsForm {
        policies: vec![PolicyForm {
            name: "Online safety policy".to_owned(),
            review: None,
        }],
        ..app::vault_facts(&laptop.office).unwrap().settings
    };
    app::save_settings(&mut laptop.office, settings).unwrap();

    // Several people read it on a day: one form, and all of them or none.
    let part_one = SeveralForm {
        names: format!("{}\nSam Price", DEV.name),
        until: "2026-11-15".to_owned(),
        ..begun(&laptop, None)
    };
    assert_eq!(part_one.kind, "KCSIE part one read");
    assert_eq!(sign(&mut laptop, part_one).unwrap(), 2);
    let policy = SeveralForm {
        kind: "Policy read".to_owned(),
        names: "sam   PRICE".to_owned(),
        until: String::new(),
        ..begun(&laptop, None)
    };
    let refused = sign(&mut laptop, policy.clone()).unwrap_err();
    assert_eq!(fields(&refused), ["document"]);
    let policy = SeveralForm {
        document: "online safety  policy".to_owned(),
        ..policy
    };
    sign(&mut laptop, policy).unwrap();
    let agreement = SeveralForm {
        names: "Sam Price".to_owned(),
        ..begun(&laptop, Some("staff"))
    };
    sign(&mut laptop, agreement).unwrap();

    pass(&mut laptop, 7);
    let list = app::who_read(&laptop.office).unwrap();
    // Somebody with an account and nothing at all is a row of gaps.
    assert_eq!(row(&list, RUTH.name).gaps as usize, list.documents.len());
    assert_eq!(cell(&list, RUTH.name, "KCSIE Part one").1, "gap");
    let sam = |document: &str| cell(&list, "Sam Price", document);
    assert_eq!(
        sam("KCSIE Part one"),
        ("10 Nov 2026, lapsed 15 Nov 2026".to_owned(), "lapsed")
    );
    assert_eq!(
        sam("Online safety policy"),
        ("10 Nov 2026".to_owned(), "read")
    );
    assert_eq!(sam("Agreement: Staff and volunteers").1, "read");
    let sams = list.people.iter();
    let sams = sams.filter(|row| row.name.to_lowercase().contains("sam"));
    assert_eq!(sams.count(), 1);

    let (sheet, _) = app::who_read_sheet(&mut laptop.office, SheetFormat::Csv).unwrap();
    let sheet = String::from_utf8(sheet.to_vec()).unwrap();
    assert!(sheet.contains("lapsed 15 Nov 2026") && sheet.contains(RUTH.name));
    let (book, _) = app::who_read_sheet(&mut laptop.office, SheetFormat::Xlsx).unwrap();
    assert!(book.starts_with(b"PK"));
    let asked = PaperAsked::WhoRead {
        purpose: "for the governors".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    assert!(text.contains("Sam Price") && text.contains("Not yet"));
}

#[test]
fn a_request_to_open_a_site_ends_by_itself_at_the_end_of_the_day() {
    let mut laptop = school();
    let view = app::register_line(&laptop.office, UNBLOCK, None, None).unwrap();
    let until = view.fields.iter().find(|field| field.name == "to").unwrap();
    assert_eq!(
        until.unless_said.as_deref(),
        Some("Blocked again at the end of that day unless you say otherwise")
    );
    let granted = [
        ("term_or_site", "A site about the war"),
        ("from", "2026-11-12T09:00:00+00:00"),
        ("decision", "Granted"),
    ];
    // Nobody screened it: nothing is opened.
    let refused = write(&mut laptop, UNBLOCK, &granted).unwrap_err();
    assert_eq!(fields(&refused), ["dsl_screened_by"]);
    assert!(see(&laptop, UNBLOCK).lines.is_empty());

    let screened = [granted.as_slice(), &[("dsl_screened_by", "Ruth")]].concat();
    let first = write(&mut laptop, UNBLOCK, &screened).unwrap();
    let view = see(&laptop, UNBLOCK);
    assert!(
        said(&view, 0, "to").contains("12 Nov"),
        "{}",
        said(&view, 0, "to")
    );
    assert!(said(&view, 0, "to").contains("23:59"));
    let coming = view.lines[0].coming.as_deref().unwrap();
    assert!(coming.starts_with("Block it again: "), "{coming}");
    assert!(view.lines[0].late.is_none());

    // What somebody says otherwise holds, and what is refused is not opened at all.
    laptop.minutes(1);
    let own = [screened.as_slice(), &[("to", "2026-11-12T10:00:00+00:00")]].concat();
    write(&mut laptop, UNBLOCK, &own).unwrap();
    assert!(said(&see(&laptop, UNBLOCK), 0, "to").contains("10:00"));
    laptop.minutes(1);
    let no = [("term_or_site", "Games"), ("decision", "Refused")];
    write(&mut laptop, UNBLOCK, &no).unwrap();
    assert_eq!(said(&see(&laptop, UNBLOCK), 0, "to"), "");

    // One that is refused after all is opened no longer, and need not be blocked again.
    let open = app::register_line(&laptop.office, UNBLOCK, Some(&first), None).unwrap();
    let until = open.answers.iter().find(|one| one.field == "to").unwrap();
    let until = until.lines[0].clone();
    let refused = LineForm {
        line: Some(first),
        base: open.base,
        reason: "It is not fit for Year 4.".to_owned(),
        ..line(UNBLOCK, &[("to", &until), ("decision", "Refused")])
    };
    app::write_line(&mut laptop.office, refused).unwrap();

    pass(&mut laptop, 3);
    let late = see(&laptop, UNBLOCK).rhythm.unwrap().late;
    assert_eq!(late.len(), 1);
    assert!(
        late[0].say.contains("was due Thu 12 Nov"),
        "{}",
        late[0].say
    );
}

#[test]
fn a_disposal_has_its_certificate() {
    let mut laptop = school();
    let id = write(
        &mut laptop,
        DISPOSAL,
        &[
            ("item_asset_serial", "Laptop 14, serial 8KX2"),
            ("date_disposed", "2026-11-09"),
            ("authorised_by", "Patience Adeyemi"),
            ("wipe_method", "Physically destroyed"),
            ("recipient_person_or_organisation", "Greenloop Ltd"),
        ],
    )
    .unwrap();
    assert_eq!(
        see(&laptop, DISPOSAL).certificate.as_deref(),
        Some("Certificate of disposal")
    );
    let asked = |register: &str, line: &str| PaperAsked::Certificate {
        id: register.to_owned(),
        line: line.to_owned(),
        purpose: "for the recipient".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked(DISPOSAL, &id)).unwrap();
    let text = shown.text.join(" ");
    for words in [
        "Certificate of disposal",
        "serial 8KX2",
        "Physically destroyed",
        "Greenloop Ltd",
        "Patience Adeyemi",
        "Received by, for the recipient",
        // What proves it is asked for, and not said.
        "Not said",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // That it left is kept.
    let out = app::hand_out(&mut laptop.office, &shown.token, &app::HandOut::Printed);
    assert!(!out.unwrap().0.is_empty());

    // Other registers have none, and what was struck proves nothing.
    let other = write(&mut laptop, UNBLOCK, &[("term_or_site", "Games")]).unwrap();
    assert!(app::lay_out_paper(&mut laptop.office, asked(UNBLOCK, &other)).is_err());
    let open = app::register_line(&laptop.office, DISPOSAL, Some(&id), None).unwrap();
    let strike = LineForm {
        line: Some(id.clone()),
        base: open.base,
        reason: "It is still in the cupboard.".to_owned(),
        strike: true,
        ..line(DISPOSAL, &[])
    };
    app::write_line(&mut laptop.office, strike).unwrap();
    let refused = app::lay_out_paper(&mut laptop.office, asked(DISPOSAL, &id)).unwrap_err();
    assert_eq!(refused.kind, FaultKind::Refused);
}

#[test]
fn a_breach_counts_its_seventy_two_hours() {
    let mut laptop = school();
    let found = [
        ("found_at", "2026-11-10T09:41:00+00:00"),
        ("what_data", "A class list"),
    ];
    let id = write(&mut laptop, BREACH, &found).unwrap();
    let coming = |laptop: &Device| see(laptop, BREACH).lines[0].coming.clone();
    assert_eq!(
        coming(&laptop).as_deref(),
        Some("Tell the ICO, or write why not: 71 hours left, until Fri 13 Nov, 09:41")
    );
    let clocks = |laptop: &mut Device| app::today(&mut laptop.office).unwrap().clocks;
    let today = clocks(&mut laptop);
    assert_eq!(today.len(), 1);
    assert_eq!(today[0].register, BREACH);
    assert!(today[0].say.contains("71 hours left"));

    pass(&mut laptop, 2);
    assert!(coming(&laptop).unwrap().contains("23 hours left"));
    laptop.minutes(23 * 60);
    laptop.open(&RUTH);
    assert!(coming(&laptop).unwrap().contains(" minutes left, until"));
    laptop.minutes(60);
    laptop.open(&RUTH);
    let view = see(&laptop, BREACH);
    assert!(view.lines[0].coming.is_none());
    assert!(
        view.lines[0]
            .late
            .as_deref()
            .unwrap()
            .starts_with("ICO not told")
    );
    assert!(clocks(&mut laptop).is_empty());

    let open = app::register_line(&laptop.office, BREACH, Some(&id), None).unwrap();
    let told = LineForm {
        line: Some(id),
        base: open.base,
        reason: "There is no risk to anybody.".to_owned(),
        ..line(
            BREACH,
            &[found.as_slice(), &[("why_not", "No risk to anybody")]].concat(),
        )
    };
    app::write_line(&mut laptop.office, told).unwrap();
    assert!(see(&laptop, BREACH).lines[0].late.is_none());
}

#[test]
fn whoever_keeps_no_such_register_reads_the_agreements_and_no_name() {
    let mut laptop = Device::of_school(&[&HEAD, &kit::PATIENCE]);
    laptop.open(&kit::PATIENCE);
    let view = app::agreements(&laptop.office).unwrap();
    assert!(!view.may && view.classes.is_empty() && !view.agreements.is_empty());
    let one = app::agreement(&laptop.office, "staff").unwrap();
    assert!(one.without.is_empty() && !one.statements.is_empty());
    let refused = [
        app::begin_several(&laptop.office, Some("staff")).err(),
        app::class_lines(&laptop.office, SIGNATURES, "10A").err(),
        app::who_read(&laptop.office).err(),
        sign(&mut laptop, SeveralForm::default()).err(),
    ];
    for fault in refused {
        assert_eq!(fault.unwrap().kind, FaultKind::NotAllowed);
    }
}
