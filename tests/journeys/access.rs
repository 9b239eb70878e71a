//! Somebody asks for what the school holds about a child: the clock, what is decided of each record, and what went out.

use std::collections::BTreeMap;
use std::time::Duration;

use app::HandOut;
use app::wire::{
    AccessForm, AccessSheet, AccessSheetView, AccessView, BundlePassage, BundleRedact, Fault,
    FaultKind, PaperAsked, PaperShown,
};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, PATIENCE, RUTH, TECH, forms, inside, their_words};
use vault::ask::LookLine;

fn days(laptop: &Device, days: u64) {
    laptop.clock.pass(Duration::from_secs(86_400 * days));
}

fn form(sheet: AccessSheet, request: &str, fields: &[(&str, &str)]) -> AccessForm {
    AccessForm {
        sheet,
        request: Some(request.to_owned()),
        fields: said(fields),
        ..AccessForm::default()
    }
}

fn said(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    fields
        .iter()
        .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
        .collect()
}

fn open(laptop: &Device, form: AccessForm) -> AccessSheetView {
    app::access_sheet(&laptop.office, form).unwrap()
}

/// A sheet as the window signs it: opened, filled, signed.
fn write(laptop: &mut Device, form: AccessForm) -> Result<String, Fault> {
    let opened = app::access_sheet(&laptop.office, form.clone())?;
    let mut fields = opened.form.fields.clone();
    fields.extend(form.fields);
    let signed = AccessForm {
        fields,
        reason: form.reason,
        strike: form.strike,
        papers: form.papers,
        items: if form.items.is_empty() {
            opened.form.items.clone()
        } else {
            form.items
        },
        ..opened.form
    };
    app::write_access(&mut laptop.office, signed).map(|done| done.value)
}

fn see(laptop: &mut Device, request: &str) -> AccessView {
    app::access_request(&mut laptop.office, request).unwrap()
}

fn mother() -> [(&'static str, &'static str); 7] {
    [
        ("who", "Folake Oyelaran"),
        ("relation", "parent"),
        ("scope", "Everything you have written about my daughter."),
        ("received", "2026-11-10"),
        ("channel", "said at the gate"),
        ("identity_how", "known to the school"),
        ("authority", "Parental responsibility; Amara agrees"),
    ]
}

fn ask(laptop: &mut Device, pupil: &str, fields: &[(&str, &str)]) -> String {
    let asked = AccessForm {
        sheet: AccessSheet::Request,
        pupil: Some(pupil.to_owned()),
        fields: said(fields),
        ..AccessForm::default()
    };
    write(laptop, asked).unwrap()
}

/// A school where Amara's mother asks. Two concerns are about Amara, one of them with a photograph; Jayden is named in the other.
fn asked() -> (Device, String, [String; 2]) {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE, &TECH]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let (amara, jay) = (laptop.pupil("Amara"), laptop.pupil("Jay"));
    let mut first = forms::about_amara();
    first.people = vec![forms::chosen(&amara, "victim")];
    let first = app::record_concern(&mut laptop.office, first)
        .unwrap()
        .value
        .id;
    let file = laptop.take_in(
        "Amara's bedroom.txt",
        "text/plain",
        b"a photograph of sorts",
    );
    app::attach_files(&mut laptop.office, &first, &[file.token], "no").unwrap();
    let mut second = forms::saying("Jay said that Amara had been crying.");
    second.occurred = "2026-11-09T09:00:00+00:00".to_owned();
    second.people = vec![
        forms::chosen(&amara, "victim"),
        forms::chosen(&jay, "witness"),
    ];
    let second = app::record_concern(&mut laptop.office, second)
        .unwrap()
        .value
        .id;
    let request = ask(&mut laptop, &amara, &mother());
    (laptop, request, [first, second])
}

fn key(view: &AccessView, what: &str) -> Vec<String> {
    let mut items = view.items.iter();
    let item = items.find(|item| item.key.contains(what) || item.what.contains(what));
    vec![item.unwrap().key.clone()]
}

fn give(laptop: &mut Device, request: &str, items: Vec<String>) {
    let given = form(AccessSheet::Decision, request, &[("outcome", "give")]);
    write(laptop, AccessForm { items, ..given }).unwrap();
}

fn withhold(laptop: &mut Device, request: &str, items: Vec<String>, unsaid: &str) {
    let fields = [
        ("outcome", "withhold"),
        ("exemptions", "ABUSE"),
        ("note", "Quillwort: the social worker asked us not to."),
        ("unsaid", unsaid),
    ];
    let kept = form(AccessSheet::Decision, request, &fields);
    write(laptop, AccessForm { items, ..kept }).unwrap();
}

fn search(laptop: &mut Device, request: &str) {
    write(laptop, form(AccessSheet::Search, request, &[])).unwrap();
}

fn release(laptop: &mut Device, request: &str) -> Result<String, Fault> {
    let fields = [("how", "By hand, to her alone, at the office")];
    write(laptop, form(AccessSheet::Release, request, &fields))
}

fn schedule(laptop: &mut Device, request: &str, theirs: bool) -> (PaperShown, Vec<u8>) {
    let release = see(laptop, request).releases[0].entry.clone();
    let asked = PaperAsked::Access {
        id: request.to_owned(),
        release,
        theirs,
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let (bytes, _) = app::hand_out(&mut laptop.office, &shown.token, &HandOut::Printed).unwrap();
    let bytes = bytes.to_vec();
    (shown, bytes)
}

#[test]
fn a_month_runs_from_the_day_it_came_stands_still_while_the_school_waits_and_is_over_when_it_is_over()
 {
    let (mut laptop, request, _) = asked();
    let clock = |laptop: &mut Device| see(laptop, &request).row.clock;
    assert_eq!(
        clock(&mut laptop).say,
        "Due Thu 10 December, 22 working days left"
    );
    days(&laptop, 2);
    let wait = [("why", "Which school year do you mean?")];
    write(&mut laptop, form(AccessSheet::Pause, &request, &wait)).unwrap();
    let paused = clock(&mut laptop);
    assert!(
        paused.say.starts_with("Paused since Thu 12 November"),
        "{}",
        paused.say
    );
    assert_eq!(paused.stands, "paused");

    days(&laptop, 5);
    let pause = see(&mut laptop, &request).pauses[0].key.clone();
    let on = AccessForm {
        thing: Some(pause),
        reason: "She answered: all of them.".to_owned(),
        ..form(AccessSheet::Pause, &request, &[("until", "2026-11-17")])
    };
    write(&mut laptop, on).unwrap();
    let running = clock(&mut laptop);
    assert_eq!(running.say, "Due Tue 15 December, 20 working days left");
    assert!(
        running
            .notes
            .iter()
            .any(|note| note.starts_with("5 days did not count"))
    );

    let more = [("months", "2"), ("why", "Nine years of paper")];
    write(&mut laptop, form(AccessSheet::Extension, &request, &more)).unwrap();
    let untold = clock(&mut laptop);
    assert_eq!(untold.say, running.say, "she was not told");
    assert!(
        untold
            .notes
            .iter()
            .any(|note| note.contains("must be told of it, and why, by 15 Dec 2026"))
    );
    let extension = see(&mut laptop, &request).extensions[0].key.clone();
    let told = AccessForm {
        thing: Some(extension),
        reason: "She was written to today.".to_owned(),
        ..form(
            AccessSheet::Extension,
            &request,
            &[("told_on", "2026-11-17"), ("told_how", "letter")],
        )
    };
    write(&mut laptop, told).unwrap();
    assert!(
        clock(&mut laptop)
            .say
            .starts_with("Due Mon 15 February 2027")
    );

    days(&laptop, 92);
    laptop.lock();
    laptop.open(&DEV);
    let late = clock(&mut laptop);
    assert_eq!(
        (late.stands, late.say.as_str()),
        ("late", "Due Mon 15 February, 2 days over")
    );
    let today = app::today(&mut laptop.office).unwrap().access;
    assert_eq!((today.len(), today[0].clock.stands), (1, "late"));
    assert_eq!(today[0].pupil_name, "Amara Oyelaran");
}

#[test]
fn a_request_from_somebody_nobody_knows_waits_for_proof_and_nothing_goes_out_before() {
    let (mut laptop, _, _) = asked();
    let amara = laptop.pupil("Amara");
    let mut fields = mother().to_vec();
    fields.retain(|(field, _)| *field != "identity_how");
    fields.push(("identity_asked", "yes"));
    let request = ask(&mut laptop, &amara, &fields);
    let waiting = see(&mut laptop, &request);
    assert_eq!(
        waiting.row.clock.say,
        "Waiting for proof of who asks since Tue 10 November"
    );
    assert!(
        waiting
            .stops
            .iter()
            .any(|stop| stop.contains("not known yet who asks"))
    );

    days(&laptop, 6);
    let sure = AccessForm {
        reason: "She came with her passport.".to_owned(),
        ..form(
            AccessSheet::Request,
            &request,
            &[
                ("identity_on", "2026-11-16"),
                ("identity_how", "passport seen"),
            ],
        )
    };
    write(&mut laptop, sure).unwrap();
    let view = see(&mut laptop, &request);
    assert!(view.row.clock.say.starts_with("Due Wed 16 December"));
    assert!(view.asked.corrected);
    // Both stand on the page of the pupil and in the list; each has a number of its own.
    assert_eq!(
        app::pupil(&mut laptop.office, &amara).unwrap().access.len(),
        2
    );
    let rows = app::access_requests(&laptop.office).unwrap();
    assert_eq!(rows.len(), 2);
    assert_ne!(rows[0].number, rows[1].number);
}

#[test]
fn nothing_is_left_undecided_in_silence() {
    let (mut laptop, request, [first, second]) = asked();
    laptop.lock();
    laptop.open(&PATIENCE);
    // Somebody who cannot choose from the list writes a name that is Amara's.
    let mut unlinked = forms::about_amara();
    unlinked.occurred = "2026-11-09T10:00:00+00:00".to_owned();
    app::record_concern(&mut laptop.office, unlinked).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let view = see(&mut laptop, &request);
    let kinds: Vec<(&str, bool)> = view
        .items
        .iter()
        .map(|item| (item.key.split(':').next().unwrap(), item.may_belong))
        .collect();
    assert_eq!(
        kinds,
        [
            ("details", false),
            ("concern", false),
            ("file", false),
            ("concern", false),
            ("concern", true),
        ]
    );
    assert_eq!(view.undecided, 5);
    assert!(
        !view.items[2].what.contains("bedroom"),
        "a file's name may say what it shows"
    );
    assert_eq!(view.items[3].others.len(), 1);
    let refused = release(&mut laptop, &request).unwrap_err();
    assert!(their_words(&refused).contains("where was looked"));
    search(&mut laptop, &request);
    let refused = release(&mut laptop, &request).unwrap_err();
    assert_eq!(refused.problems[0].field, "rest");

    give(&mut laptop, &request, key(&view, "details"));
    give(&mut laptop, &request, key(&view, &first));
    give(&mut laptop, &request, key(&view, &second));
    give(&mut laptop, &request, key(&view, "file:"));
    let without_reason = form(AccessSheet::Decision, &request, &[("outcome", "withhold")]);
    let without_reason = AccessForm {
        items: vec![view.items[4].key.clone()],
        ..without_reason
    };
    let fields = write(&mut laptop, without_reason).unwrap_err().problems;
    let fields: Vec<&str> = fields
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["exemptions", "note"]);
    withhold(&mut laptop, &request, vec![view.items[4].key.clone()], "");

    // Jayden is named in what is to be given whole, and nobody has thought of him.
    let view = see(&mut laptop, &request);
    assert_eq!((view.undecided, view.items[3].unweighed), (0, 1));
    let refused = release(&mut laptop, &request).unwrap_err();
    assert!(their_words(&refused).contains("of whom nothing is written"));
    let name = view.items[3].others[0].clone();
    let weigh = |consent: &str| AccessForm {
        items: vec![view.items[3].key.clone()],
        ..form(
            AccessSheet::Named,
            &request,
            &[
                ("name", name.as_str()),
                ("kind", "pupil"),
                ("consent", consent),
                ("note", "His mother was asked."),
            ],
        )
    };
    write(&mut laptop, weigh("no")).unwrap();
    let refused = release(&mut laptop, &request).unwrap_err();
    assert!(their_words(&refused).contains("has not agreed"));
    let named = see(&mut laptop, &request).named[0].key.clone();
    let anew = AccessForm {
        thing: Some(named),
        reason: "She thought about it and agreed.".to_owned(),
        ..weigh("yes")
    };
    write(&mut laptop, anew).unwrap();

    // What is written on is to be decided again.
    let more = laptop.take_in("another.txt", "text/plain", b"more");
    app::attach_files(&mut laptop.office, &first, &[more.token], "no").unwrap();
    let view = see(&mut laptop, &request);
    assert_eq!(view.undecided, 2, "the record, and its new file");
    assert_eq!(view.items[1].stands, "changed");
    let same = AccessForm {
        items: vec![view.items[1].key.clone()],
        reason: "Looked at again with its new file.".to_owned(),
        ..form(AccessSheet::Decision, &request, &[("outcome", "give")])
    };
    write(&mut laptop, same).unwrap();
    let new = see(&mut laptop, &request);
    let open: Vec<String> = new
        .items
        .iter()
        .filter(|item| item.stands == "open")
        .map(|item| item.key.clone())
        .collect();
    give(&mut laptop, &request, open);
    release(&mut laptop, &request).unwrap();
    let view = see(&mut laptop, &request);
    assert_eq!(view.row.clock.stands, "ended");
    assert_eq!(view.releases[0].counts, [5, 0, 1]);
    assert!(app::today(&mut laptop.office).unwrap().access.is_empty());
    // It stands with the record that it was given.
    laptop.minutes(1);
    laptop.restart();
    let room = inside::rooms_of(&laptop, &RUTH)[&RoomKind::Pupils].open();
    let looks = room.looks_at("concern", &second).unwrap();
    let given = |look: &LookLine| look.detail.starts_with("given in answer to ");
    assert!(looks.iter().any(given));
}

#[test]
fn where_was_looked_stays_to_be_read_also_when_a_line_was_struck() {
    let (mut laptop, request, _) = asked();
    search(&mut laptop, &request);
    // This record is offered once, as the first place.
    let next = open(&laptop, form(AccessSheet::Search, &request, &[]));
    assert_eq!(next.form.fields.get("where"), None);
    let mail = [
        ("where", "E-mail of the office"),
        ("words", "Oyelaran"),
        ("by", "M. Brand"),
        ("found", "nothing"),
    ];
    write(&mut laptop, form(AccessSheet::Search, &request, &mail)).unwrap();
    let view = see(&mut laptop, &request);
    assert_eq!(view.searches.len(), 2);
    assert!(
        view.searches[0]
            .facts
            .iter()
            .any(|fact| fact.said == "Concerns: 2. Files: 1")
    );
    let strike = AccessForm {
        thing: Some(view.searches[0].key.clone()),
        strike: true,
        ..form(AccessSheet::Search, &request, &[])
    };
    let refused = write(&mut laptop, strike.clone()).unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");
    let strike = AccessForm {
        reason: "Looked under another name.".to_owned(),
        ..strike
    };
    write(&mut laptop, strike).unwrap();
    laptop.restart();
    laptop.open(&DEV);

    let view = see(&mut laptop, &request);
    assert_eq!(view.searches.len(), 2);
    let struck = view.searches[0].struck.clone().unwrap();
    assert!(struck.starts_with("Looked under another name. (Ruth Calloway"));
    assert!(
        view.searches[0]
            .facts
            .iter()
            .any(|fact| fact.label == "Found")
    );
    assert!(view.stops.is_empty(), "one line counts");
    let opened = open(
        &laptop,
        AccessForm {
            thing: Some(view.searches[0].key.clone()),
            ..form(AccessSheet::Search, &request, &[])
        },
    );
    assert_eq!(opened.versions.len(), 2);
    assert!(opened.struck);
}

#[test]
fn two_laptops_that_decide_differently_have_decided_nothing_and_both_say_so() {
    let (mut first, request, [one, _]) = asked();
    let mut second = first.twin();
    first.open(&RUTH);
    second.open(&DEV);
    let items = key(&see(&mut first, &request), &one);
    give(&mut first, &request, items.clone());
    second.minutes(1);
    withhold(&mut second, &request, items.clone(), "");
    first.restart();
    second.restart();
    inside::carry_pupils(&second, &first, &RUTH);
    inside::carry_pupils(&first, &second, &RUTH);
    first.open(&RUTH);
    second.open(&DEV);

    for laptop in [&mut first, &mut second] {
        let view = see(laptop, &request);
        let item = view.items.iter().find(|item| item.key == items[0]).unwrap();
        assert_eq!((item.stands, view.undecided), ("differs", 4));
        assert!(item.who.contains("Withheld: Dev Marwaha"), "{}", item.who);
    }
    let settle = AccessForm {
        items,
        reason: "We spoke about it: she may have it.".to_owned(),
        ..form(AccessSheet::Decision, &request, &[("outcome", "give")])
    };
    write(&mut first, settle).unwrap();
    assert_eq!(see(&mut first, &request).undecided, 3);
}

#[test]
fn what_went_out_is_the_same_years_later_whatever_was_corrected_since() {
    let (mut laptop, request, [first, second]) = asked();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    give(&mut laptop, &request, key(&view, &first));
    give(&mut laptop, &request, key(&view, "file:"));
    withhold(&mut laptop, &request, key(&view, &second), "");
    release(&mut laptop, &request).unwrap();
    let went = see(&mut laptop, &request).releases[0].clone();
    let (_, school) = schedule(&mut laptop, &request, false);
    let (_, theirs) = schedule(&mut laptop, &request, true);
    assert!(went.since.is_empty());

    days(&laptop, 3 * 365);
    let more = laptop.take_in("later.txt", "text/plain", b"later");
    app::attach_files(&mut laptop.office, &first, &[more.token], "no").unwrap();
    let pupil = laptop.pupil("Amara");
    let mut put_right = app::pupil(&mut laptop.office, &pupil).unwrap().form;
    put_right.legal_surname = "Adeyemi".to_owned();
    app::save_pupil(&mut laptop.office, put_right).unwrap();
    laptop.restart();
    laptop.open(&DEV);

    let now = see(&mut laptop, &request).releases[0].clone();
    assert_eq!(
        (&now.root, &now.on, &now.to),
        (&went.root, &went.on, &went.to)
    );
    let since: Vec<&str> = now.since.iter().map(String::as_str).collect();
    assert_eq!(since.len(), 2, "{since:?}");
    assert_eq!(since[0], "Details of the pupil");
    assert!(
        schedule(&mut laptop, &request, false).1 == school,
        "byte for byte"
    );
    assert!(
        schedule(&mut laptop, &request, true).1 == theirs,
        "byte for byte"
    );
}

/// Decides that some records are given in part.
fn in_part(laptop: &mut Device, request: &str, items: Vec<String>) {
    let fields = [
        ("outcome", "part"),
        ("exemptions", "TP"),
        ("note", "Without the other child."),
    ];
    let part = form(AccessSheet::Decision, request, &fields);
    write(laptop, AccessForm { items, ..part }).unwrap();
}

fn letters(passages: &[(&str, &str)]) -> BundleRedact {
    let passages = passages.iter().map(|(words, code)| BundlePassage {
        words: (*words).to_owned(),
        code: (*code).to_owned(),
        note: String::new(),
    });
    BundleRedact {
        letters: true,
        passages: passages.collect(),
        ..BundleRedact::default()
    }
}

fn release_with(laptop: &mut Device, request: &str, papers: BundleRedact) -> Result<String, Fault> {
    let fields = [("how", "By hand, to her alone, at the office")];
    let sheet = form(AccessSheet::Release, request, &fields);
    let papers = Some(papers);
    write(laptop, AccessForm { papers, ..sheet })
}

#[test]
fn the_papers_that_went_are_the_same_byte_for_byte_years_later_with_nobody_else_in_them() {
    let (mut laptop, request, [first, second]) = asked();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    give(&mut laptop, &request, key(&view, &first));
    in_part(&mut laptop, &request, key(&view, "file:"));
    in_part(&mut laptop, &request, key(&view, &second));

    // Given in part, something must be taken out; what stands nowhere was written otherwise.
    let whole = release_with(&mut laptop, &request, BundleRedact::default()).unwrap_err();
    assert_eq!(whole.problems[0].field, "redact.passages");
    let nowhere = letters(&[("quillwort", "TP"), ("of sorts", "OT")]);
    let refused = release_with(&mut laptop, &request, nowhere).unwrap_err();
    assert_eq!(refused.problems[0].field, "redact.passages[0].words");
    assert!(see(&mut laptop, &request).releases.is_empty());
    let redact = letters(&[("had been crying", "TP"), ("of sorts", "OT")]);
    let trial = PaperAsked::AccessTrial {
        id: request.clone(),
        redact: redact.clone(),
    };
    let trial = app::lay_out_paper(&mut laptop.office, trial).unwrap();
    let (draft, _) = app::hand_out(&mut laptop.office, &trial.token, &HandOut::Printed).unwrap();
    assert!(kit::pdf_words(&draft).contains("(draft)"));
    assert!(see(&mut laptop, &request).releases.is_empty());

    let preview = app::preview_access(&mut laptop.office, &request, &redact).unwrap();
    assert_eq!(preview.counts, [Some(1), Some(1)]);
    assert_eq!(preview.letters[0].letter, "Child A");

    release_with(&mut laptop, &request, redact).unwrap();
    let went = see(&mut laptop, &request).releases[0].clone();
    let papers = went.papers.clone().unwrap();
    assert_eq!(papers.letters[0].name, "Jay Fairbrother");
    assert_eq!(
        papers.taken_out[0],
        "\u{201c}had been crying\u{201d}: third party"
    );
    let plain = |laptop: &mut Device| {
        let office = &mut laptop.office;
        let (bytes, _) =
            app::access_papers(office, &request, &went.entry, &HandOut::Plain).unwrap();
        bytes.to_vec()
    };
    let bytes = plain(&mut laptop);
    assert_eq!(history::Hash::of(&[&bytes]).to_string(), papers.sha256);
    let said = kit::pdf_words(&bytes);
    for words in [
        "Copy of a pupil",
        "Oyelaran",
        "Details of the pupil",
        "Child A",
        "removed: third party",
        "a photograph",
        "In part, on the pages that follow",
    ] {
        assert!(said.contains(words), "{words:?}: {said}");
    }
    for gone in [
        "Jay",
        "Fairbrother",
        "crying",
        "of sorts",
        "bedroom",
        "draft",
        "Quillwort",
    ] {
        assert!(!said.contains(gone), "{gone:?}: {said}");
    }

    days(&laptop, 3 * 365);
    let more = laptop.take_in("later.txt", "text/plain", b"later");
    app::attach_files(&mut laptop.office, &first, &[more.token], "no").unwrap();
    laptop.restart();
    laptop.open(&DEV);
    assert!(plain(&mut laptop) == bytes, "byte for byte");
    // Behind a password other people’s readers open it with that and with nothing else.
    let how = HandOut::protected("correct horse battery staple".to_owned());
    let (locked, _) = app::access_papers(&mut laptop.office, &request, &went.entry, &how).unwrap();
    assert!(kit::pdf_words(&locked).is_empty());
    let place = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(place.path(), &locked).unwrap();
    let opened = std::process::Command::new("pdftotext")
        .args(["-upw", "correct horse battery staple"])
        .arg(place.path())
        .arg("-")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&opened.stdout).contains("Copy of a pupil"));
}

#[test]
fn a_record_the_person_is_not_to_learn_of_is_in_the_papers_neither_itself_nor_by_its_number() {
    let (mut laptop, request, [first, second]) = asked();
    let number = app::concern(&mut laptop.office, &first)
        .unwrap()
        .row
        .record_no;
    let taken = app::wire::CaseForm::Taken {
        title: format!("Compared with {number}"),
        words: String::new(),
        at: String::new(),
        about: false,
        late_reason: String::new(),
    };
    app::add_to_case(&mut laptop.office, &second, taken).unwrap();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    withhold(&mut laptop, &request, key(&view, "file:"), "yes");
    withhold(&mut laptop, &request, key(&view, &first), "yes");
    in_part(&mut laptop, &request, key(&view, &second));

    let refused = release_with(&mut laptop, &request, letters(&[])).unwrap_err();
    assert!(refused.say.contains("not to learn of"), "{}", refused.say);
    assert!(!their_words(&refused).contains(&number));
    let redact = letters(&[(&number, "OT")]);
    release_with(&mut laptop, &request, redact).unwrap();
    let went = see(&mut laptop, &request).releases[0].clone();
    let office = &mut laptop.office;
    let (bytes, _) = app::access_papers(office, &request, &went.entry, &HandOut::Plain).unwrap();
    let said = kit::pdf_words(&bytes);
    assert!(!said.contains(&number), "{said}");
}

#[test]
fn what_the_person_is_not_to_learn_of_stands_in_no_word_that_leaves() {
    let (mut laptop, request, [first, second]) = asked();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    give(&mut laptop, &request, key(&view, "file:"));
    give(&mut laptop, &request, key(&view, &second));
    withhold(&mut laptop, &request, key(&view, &first), "yes");
    // The file that goes would be named by the record that nobody is to name.
    let stops = see(&mut laptop, &request).stops;
    assert!(stops.iter().any(|stop| stop.contains("tells by its name")));
    let anew = AccessForm {
        items: key(&view, "file:"),
        reason: "It is of the record that is withheld.".to_owned(),
        ..form(
            AccessSheet::Decision,
            &request,
            &[
                ("outcome", "withhold"),
                ("exemptions", "ABUSE"),
                ("note", "As its record."),
                ("unsaid", "yes"),
            ],
        )
    };
    write(&mut laptop, anew).unwrap();
    let name = view.items[3].others[0].clone();
    let weigh = AccessForm {
        items: key(&view, &second),
        ..form(
            AccessSheet::Named,
            &request,
            &[
                ("name", name.as_str()),
                ("kind", "pupil"),
                ("consent", "yes"),
            ],
        )
    };
    write(&mut laptop, weigh).unwrap();
    release(&mut laptop, &request).unwrap();
    let secret = view.items[1].what.clone();
    let number = secret
        .split(' ')
        .nth(3)
        .unwrap()
        .trim_end_matches(',')
        .to_owned();

    let letter = see(&mut laptop, &request).letter.join("\n");
    assert!(
        !letter.contains("abused") && !letter.contains(&number),
        "{letter}"
    );
    assert!(letter.contains("Information Commissioner"));
    assert!(
        letter.contains("We give you 2 records.")
            && letter.contains("everything that you have a right")
    );
    let theirs = schedule(&mut laptop, &request, true).0.text.join("\n");
    assert!(
        !theirs.contains("ABUSE") && !theirs.contains("abused") && !theirs.contains("Quillwort")
    );
    assert!(
        !theirs.contains(&number) && !theirs.contains("Withheld"),
        "{theirs}"
    );
    let school = schedule(&mut laptop, &request, false).0.text.join("\n");
    assert!(school.contains(&number) && school.contains("ABUSE") && school.contains("Quillwort"));
    // And no word of any record is in either.
    for paper in [theirs, school] {
        assert!(!paper.contains("knows which school") && !paper.contains("crying"));
    }
}

#[test]
fn what_is_typed_stays_through_a_lock_and_an_ended_request_can_go_on() {
    let (mut laptop, request, _) = asked();
    let typed = form(AccessSheet::Pause, &request, &[("why", "Which ye")]);
    app::keep_access(&mut laptop.office, typed.clone()).unwrap();
    laptop.restart();
    laptop.open(&RUTH);
    let opened = open(&laptop, form(AccessSheet::Pause, &request, &[]));
    assert_eq!(opened.form.fields["why"], "Which ye");
    assert!(opened.kept.is_some());
    laptop.lock();
    laptop.open(&DEV);
    assert!(
        open(&laptop, form(AccessSheet::Pause, &request, &[]))
            .kept
            .is_none()
    );

    let back = [
        ("how", "withdrawn"),
        ("why", "She rang: she does not need it."),
    ];
    write(&mut laptop, form(AccessSheet::Ending, &request, &back)).unwrap();
    assert_eq!(see(&mut laptop, &request).row.clock.stands, "ended");
    let refused = release(&mut laptop, &request).unwrap_err();
    assert!(
        their_words(&refused).contains("before anything") || refused.kind == FaultKind::Refused
    );
    let on = AccessForm {
        strike: true,
        reason: "She wants it after all.".to_owned(),
        ..form(AccessSheet::Ending, &request, &[])
    };
    write(&mut laptop, on).unwrap();
    assert_eq!(see(&mut laptop, &request).row.clock.stands, "running");
}

#[test]
fn somebody_without_the_right_sees_nothing_of_it() {
    let (mut laptop, request, _) = asked();
    let amara = laptop.pupil("Amara");
    for who in [&PATIENCE, &TECH] {
        laptop.lock();
        laptop.open(who);
        let office = &mut laptop.office;
        let sheet = form(AccessSheet::Search, &request, &[]);
        let new = AccessForm {
            request: None,
            pupil: Some(amara.clone()),
            sheet: AccessSheet::Request,
            fields: said(&mother()),
            ..sheet.clone()
        };
        let refused = [
            app::access_requests(office).err(),
            app::access_request(office, &request).err(),
            app::access_sheet(office, sheet.clone()).err(),
            app::keep_access(office, sheet.clone()).err(),
            app::write_access(office, sheet).err(),
            app::write_access(office, new).err(),
        ];
        for fault in refused {
            assert_eq!(fault.map(|fault| fault.kind), Some(FaultKind::NotAllowed));
        }
        assert!(app::today(&mut laptop.office).unwrap().access.is_empty());
    }
}

#[test]
fn a_child_who_was_there_twice_stands_by_name_in_her_own_papers() {
    let (mut laptop, request, [first, second]) = asked();
    // Somebody had written her down again, and it is that record which stands.
    let again = app::wire::PupilForm {
        legal_surname: "Oyelaran".to_owned(),
        legal_forename: "Amara".to_owned(),
        date_of_birth: Some("2014-05-14".to_owned()),
        ..app::wire::PupilForm::default()
    };
    let known = laptop.pupil("Amara");
    let again = app::save_pupil(&mut laptop.office, again).unwrap().value;
    let of = app::wire::RecordsOf::Pupil;
    app::join_records(&mut laptop.office, of, &again, &known, "One child").unwrap();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    give(&mut laptop, &request, key(&view, &first));
    give(&mut laptop, &request, key(&view, "file:"));
    in_part(&mut laptop, &request, key(&view, &second));
    let redact = letters(&[]);
    let preview = app::preview_access(&mut laptop.office, &request, &redact).unwrap();
    let named: Vec<&str> = preview
        .letters
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(named, ["Jay Fairbrother"]);
    release_with(&mut laptop, &request, redact).unwrap();

    let went = see(&mut laptop, &request).releases[0].clone();
    let office = &mut laptop.office;
    let (bytes, _) = app::access_papers(office, &request, &went.entry, &HandOut::Plain).unwrap();
    let said = kit::pdf_words(&bytes);
    assert!(
        said.contains("Child A said that Amara had been crying"),
        "{said}"
    );
    assert!(!said.contains("Child B"), "{said}");
}

#[test]
fn a_file_that_is_withheld_is_not_named_on_the_page_of_its_record_and_a_record_given_in_part_is_never_whole()
 {
    let (mut laptop, request, [first, second]) = asked();
    let view = see(&mut laptop, &request);
    let hash = view.items.iter().find(|item| item.key.starts_with("file:"));
    assert!(hash.is_some());
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    withhold(&mut laptop, &request, key(&view, "file:"), "yes");
    in_part(&mut laptop, &request, key(&view, &first));
    in_part(&mut laptop, &request, key(&view, &second));

    // The first names nobody else, so that letters alone take nothing out of it.
    let whole = release_with(&mut laptop, &request, letters(&[])).unwrap_err();
    assert_eq!(whole.problems[0].field, "redact.passages");
    assert!(
        whole.problems[0]
            .say
            .contains("is given in part, and nothing is taken out of it")
    );
    release_with(&mut laptop, &request, letters(&[("library desk", "TP")])).unwrap();
    let went = see(&mut laptop, &request).releases[0].clone();
    let sha = app::concern(&mut laptop.office, &first).unwrap().files[0]
        .sha256
        .clone();
    let office = &mut laptop.office;
    let (bytes, _) = app::access_papers(office, &request, &went.entry, &HandOut::Plain).unwrap();
    let said = kit::pdf_words(&bytes);
    let bare: String = said.split_whitespace().collect();
    assert!(
        !said.contains("bedroom") && !said.contains("text/plain"),
        "{said}"
    );
    assert!(!bare.contains(&sha[..16]), "{said}");
}

#[test]
fn papers_that_went_are_checked_with_everything_else_and_never_given_out_damaged() {
    let (mut laptop, request, [first, second]) = asked();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    for what in ["details", &first, "file:", &second] {
        in_part(&mut laptop, &request, key(&view, what));
    }
    let passages = [
        ("library desk", "TP"),
        ("a photograph", "TP"),
        ("E801200019001", "OT"),
    ];
    release_with(&mut laptop, &request, letters(&passages)).unwrap();
    let went = see(&mut laptop, &request).releases[0].clone();
    assert!(app::verify(&mut laptop.office).unwrap().faults.is_empty());
    // The newest of the encrypted files is that of the papers.
    let mut blobs: Vec<_> = walk(&laptop.folder().join("blobs"));
    blobs.sort_by_key(|path| std::fs::metadata(path).unwrap().modified().unwrap());
    let papers = blobs.last().unwrap();
    let mut bytes = std::fs::read(papers).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(papers, bytes).unwrap();

    assert!(!app::verify(&mut laptop.office).unwrap().faults.is_empty());
    let office = &mut laptop.office;
    assert!(app::access_papers(office, &request, &went.entry, &HandOut::Plain).is_err());
    std::fs::remove_file(papers).unwrap();
    assert!(!app::verify(&mut laptop.office).unwrap().faults.is_empty());
}

/// Every file from a folder on.
fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => walk(&path),
            false => vec![path],
        })
        .collect()
}

#[test]
fn nothing_goes_to_somebody_of_whom_nobody_wrote_who_they_are_and_by_what_right_they_ask() {
    let (mut laptop, _, [first, second]) = asked();
    let pupil = laptop.pupil("Amara");
    let mut fields = mother().to_vec();
    fields.retain(|(field, _)| !["identity_how", "authority"].contains(field));
    let request = ask(&mut laptop, &pupil, &fields);
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    for what in ["details", &first, "file:", &second] {
        withhold(&mut laptop, &request, key(&view, what), "");
    }

    let stops = see(&mut laptop, &request).stops;
    for said in ["made sure who asks", "by what right they ask"] {
        assert!(stops.iter().any(|stop| stop.contains(said)), "{stops:?}");
    }
    assert_eq!(
        release(&mut laptop, &request).unwrap_err().kind,
        FaultKind::Refused
    );
}

#[test]
fn a_record_not_to_be_learned_of_that_was_written_on_since_is_decided_before_anything_goes() {
    let (mut laptop, request, [first, second]) = asked();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    withhold(&mut laptop, &request, key(&view, "file:"), "yes");
    withhold(&mut laptop, &request, key(&view, &first), "yes");
    in_part(&mut laptop, &request, key(&view, &second));
    let taken = app::wire::CaseForm::Taken {
        title: "Rang the school nurse".to_owned(),
        words: String::new(),
        at: String::new(),
        about: false,
        late_reason: String::new(),
    };
    app::add_to_case(&mut laptop.office, &first, taken).unwrap();

    let stops = see(&mut laptop, &request).stops;
    assert!(
        stops
            .iter()
            .any(|stop| stop.contains("was not to be learned of")),
        "{stops:?}"
    );
    let fields = [
        ("how", "By hand"),
        ("rest", "One is being looked at again."),
    ];
    let refused = write(&mut laptop, form(AccessSheet::Release, &request, &fields)).unwrap_err();
    assert_eq!(refused.kind, FaultKind::Refused);
}

#[test]
fn a_file_that_goes_does_not_tell_by_its_number_of_one_that_is_not_to_be_learned_of() {
    let (mut laptop, request, [first, second]) = asked();
    let more = laptop.take_in("second.txt", "text/plain", b"nothing to hide here");
    app::attach_files(&mut laptop.office, &first, &[more.token], "no").unwrap();
    let view = see(&mut laptop, &request);
    search(&mut laptop, &request);
    give(&mut laptop, &request, key(&view, "details"));
    give(&mut laptop, &request, key(&view, &first));
    withhold(&mut laptop, &request, key(&view, "File 1"), "yes");
    give(&mut laptop, &request, key(&view, "File 2"));
    in_part(&mut laptop, &request, key(&view, &second));
    release_with(&mut laptop, &request, letters(&[])).unwrap();

    let theirs = schedule(&mut laptop, &request, true).0.text.join(" ");
    assert!(
        theirs.contains("File 1 of record") && !theirs.contains("File 2"),
        "{theirs}"
    );
    let went = see(&mut laptop, &request).releases[0].clone();
    let office = &mut laptop.office;
    let (bytes, _) = app::access_papers(office, &request, &went.entry, &HandOut::Plain).unwrap();
    let said = kit::pdf_words(&bytes);
    assert!(
        said.contains("File 1 of record") && !said.contains("File 2"),
        "{said}"
    );
    assert!(
        !said.contains("bedroom") && !said.contains("Signature"),
        "{said}"
    );
    let school = schedule(&mut laptop, &request, false).0.text.join(" ");
    assert!(school.contains("File 2 of record"));
}
