//! A school keeps registers of its own and adds to ours: whatever works for ours works for these, and no line loses a word.

use app::wire::{
    Fault, FaultKind, FieldAnswer, FieldEdit, FindFilter, LineForm, PageDraft, PaperAsked,
    RegisterForm, RegisterRow, RegisterView, SheetFormat,
};
use kit::{DEV, Device, HEAD, PATIENCE, RUTH};

/// A day, in minutes.
const DAY: u64 = 24 * 60;
const WHY: &str = "The governors asked for it on 3 November.";
const BREACHES: &str = "data-breach-log";

fn field(id: &str, label: &str, kind: &str) -> FieldEdit {
    FieldEdit {
        id: id.to_owned(),
        label: label.to_owned(),
        kind: kind.to_owned(),
        ..FieldEdit::default()
    }
}

/// Who has the keys of the minibus, and whether they are back.
fn keys(laptop: &Device) -> RegisterForm {
    let mut which = field("new 2", "Which one", "one_of");
    which.options = vec![
        "Red: years 7-9".to_owned(),
        "White | the old one".to_owned(),
    ];
    RegisterForm {
        title: "Minibus keys".to_owned(),
        purpose: "Who has the keys of a minibus.".to_owned(),
        entry_when: "Whenever a key leaves the office".to_owned(),
        every: "term".to_owned(),
        fields: vec![
            field("new 1", "Who took them", "person"),
            which,
            field("new 3", "Back by", "date"),
            field("new 4", "Are they back?", "yes_no"),
        ],
        by: "new 3".to_owned(),
        done: "new 4".to_owned(),
        ..edited(laptop, "")
    }
}

fn edited(laptop: &Device, id: &str) -> RegisterForm {
    app::edit_page(&laptop.office, "register", id)
        .unwrap()
        .register
        .unwrap()
}

fn save(laptop: &mut Device, form: RegisterForm) -> Result<String, Fault> {
    app::save_register_edit(&mut laptop.office, form, WHY).map(|done| done.value)
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

fn write(laptop: &mut Device, form: LineForm) -> Result<String, Fault> {
    app::write_line(&mut laptop.office, form).map(|done| done.value)
}

/// What stands in a line, to be corrected or struck.
fn again(laptop: &Device, register: &str, id: &str) -> LineForm {
    let view = app::register_line(&laptop.office, register, Some(id), None).unwrap();
    LineForm {
        line: Some(id.to_owned()),
        base: view.base,
        answers: view
            .answers
            .into_iter()
            .map(|one| FieldAnswer {
                field: one.field,
                lines: one.lines,
                about: one.about,
            })
            .collect(),
        reason: WHY.to_owned(),
        ..line(register, &[])
    }
}

fn see(laptop: &Device, register: &str) -> RegisterView {
    app::register(&laptop.office, register, None).unwrap()
}

fn row(laptop: &Device, group: &str, id: &str) -> Option<RegisterRow> {
    let groups = app::registers(&laptop.office).unwrap();
    let group = groups.into_iter().find(|one| one.id == group)?;
    group.registers.into_iter().find(|one| one.id == id)
}

fn today(laptop: &mut Device) -> Vec<String> {
    let duties = app::today(&mut laptop.office).unwrap().duties;
    let late = duties.into_iter().filter(|duty| duty.kind == "register");
    late.map(|duty| duty.say).collect()
}

fn sheet(laptop: &mut Device, id: &str) -> String {
    let (bytes, _) =
        app::register_sheet(&mut laptop.office, id, (None, None), SheetFormat::Csv).unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn on_paper(laptop: &mut Device, id: &str) -> String {
    let asked = PaperAsked::Register {
        id: id.to_owned(),
        from: None,
        to: None,
        purpose: "For the governors".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn school() -> Device {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE, &HEAD]);
    laptop.open(&RUTH);
    laptop
}

#[test]
fn a_school_keeps_a_register_of_its_own_from_the_first_line_to_the_paper() {
    let mut laptop = school();
    let form = keys(&laptop);
    let id = save(&mut laptop, form).unwrap();
    assert!(id.starts_with("own-minibus-keys-"));

    // It is there for every lead, in the list, in Find and on its own page.
    laptop.open(&DEV);
    let page = see(&laptop, &id);
    assert!(page.may && page.own && page.may_change && page.lines.is_empty());
    assert!(page.said.unwrap().starts_with("Ruth Calloway"));
    let names: Vec<_> = page.fields.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "own_who_took_them",
            "own_which_one",
            "own_back_by",
            "own_are_they_back"
        ]
    );
    assert!(
        page.fields[2].ahead,
        "a Friday by which it is due lies ahead"
    );
    assert_eq!(
        page.fields[1].options,
        ["Red: years 7-9", "White | the old one"]
    );
    let found = app::find(&mut laptop.office, "minib", FindFilter::default()).unwrap();
    assert!(
        found
            .items
            .iter()
            .any(|one| one.kind == "register" && one.id == id)
    );
    assert_eq!(row(&laptop, "own", &id).unwrap().lines, Some(0));

    let first = write(
        &mut laptop,
        line(
            &id,
            &[
                ("own_who_took_them", "Patience Adeyemi"),
                ("own_which_one", "White | the old one"),
                ("own_back_by", "2026-11-12"),
                ("own_are_they_back", "No"),
            ],
        ),
    )
    .unwrap();
    let mistaken = write(&mut laptop, line(&id, &[("own_who_took_them", "Nobody")])).unwrap();
    let strike = LineForm {
        strike: true,
        ..again(&laptop, &id, &mistaken)
    };
    write(&mut laptop, strike).unwrap();
    assert_eq!(today(&mut laptop), [""; 0], "it is not due yet");

    laptop.minutes(5 * DAY);
    laptop.open(&RUTH);
    let late = "Minibus keys: \u{201c}Are they back?\u{201d} is not filled in, was due Thu 12 Nov.";
    assert_eq!(today(&mut laptop), [late]);
    let listed = row(&laptop, "own", &id).unwrap();
    assert_eq!((listed.lines, listed.late.len()), (Some(1), 1));
    assert!(listed.last.is_some() && listed.due.is_some());
    let mut back = again(&laptop, &id, &first);
    back.answers.retain(|one| one.field != "own_are_they_back");
    back.answers
        .extend(line(&id, &[("own_are_they_back", "Yes")]).answers);
    write(&mut laptop, back).unwrap();
    assert_eq!(today(&mut laptop), [""; 0]);
    app::look_through(&mut laptop.office, &id, "All back.").unwrap();
    let rhythm = see(&laptop, &id).rhythm.unwrap();
    assert!(rhythm.looked.unwrap().contains("Ruth Calloway: All back."));
    assert_eq!(rhythm.every.as_deref(), Some("once a term"));

    for words in [sheet(&mut laptop, &id), on_paper(&mut laptop, &id)] {
        for said in [
            "Patience Adeyemi",
            "White | the old one",
            "12 November 2026",
            "Nobody",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
}

#[test]
fn what_a_school_asks_no_more_is_still_read_in_its_lines_and_its_name_is_never_used_again() {
    let mut laptop = school();
    let form = keys(&laptop);
    let id = save(&mut laptop, form).unwrap();
    let old = write(
        &mut laptop,
        line(
            &id,
            &[
                ("own_who_took_them", "Patience Adeyemi"),
                ("own_back_by", "2026-11-12"),
            ],
        ),
    )
    .unwrap();
    let mut less = edited(&laptop, &id);
    less.fields.remove(2);
    (less.by, less.done) = (String::new(), String::new());
    less.fields.push(field("x", "Back by", "text"));
    assert_eq!(save(&mut laptop, less).unwrap(), id);

    let page = see(&laptop, &id);
    assert_eq!(page.fields.last().unwrap().name, "own_back_by_2");
    let said = |page: &RegisterView| {
        let answers = page.lines[0].answers.iter();
        let answers = answers.map(|one| format!("{}: {}", one.label, one.said));
        answers.collect::<Vec<_>>()
    };
    let whole = [
        "Who took them: Patience Adeyemi",
        "Back by: 12 November 2026",
    ];
    assert_eq!(said(&page), whole);
    for words in [sheet(&mut laptop, &id), on_paper(&mut laptop, &id)] {
        assert!(words.contains("12 November 2026"), "{words}");
    }
    // Correcting it now loses nothing either.
    let mut corrected = again(&laptop, &id, &old);
    corrected.answers[0].lines = vec!["Patience A. Adeyemi".to_owned()];
    write(&mut laptop, corrected).unwrap();
    assert_eq!(said(&see(&laptop, &id))[1], whole[1]);

    // The first version can be gone back to, and there is none of ours behind it.
    let view = app::edit_page(&laptop.office, "register", &id).unwrap();
    assert_eq!(view.versions.len(), 2);
    let first = view.versions[1].entry.clone();
    let ours = app::go_back_page(&mut laptop.office, "register", &id, None, WHY).unwrap_err();
    assert_eq!(ours.kind, FaultKind::Missing);
    app::go_back_page(&mut laptop.office, "register", &id, Some(&first), WHY).unwrap();
    assert_eq!(see(&laptop, &id).fields[2].name, "own_back_by");
    let changes = app::compare_pages(
        &laptop.office,
        "register",
        &id,
        &first,
        &view.versions[0].entry,
    );
    assert!(
        changes
            .unwrap()
            .iter()
            .any(|one| one.place == "When a line is late")
    );
}

#[test]
fn a_shipped_register_gains_a_field_and_no_line_loses_a_word() {
    let mut laptop = school();
    let before = write(
        &mut laptop,
        line(BREACHES, &[("reported_by", "Dev Marwaha")]),
    )
    .unwrap();
    let ours = edited(&laptop, BREACHES);
    assert!(ours.ours && ours.fields.iter().all(|one| one.ours));
    let mut more = ours.clone();
    more.every = "week".to_owned();
    let found = more
        .fields
        .iter_mut()
        .find(|one| one.id == "reported_by")
        .unwrap();
    found.label = "Noticed by".to_owned();
    more.fields.push(field("new 1", "Insurer told on", "date"));
    save(&mut laptop, more.clone()).unwrap();

    let page = see(&laptop, BREACHES);
    assert!(!page.own && page.said.is_some());
    assert_eq!(
        page.rhythm.as_ref().unwrap().every.as_deref(),
        Some("once a week")
    );
    assert_eq!(
        page.lines[0].answers[0].label, "Reported by",
        "as it was called then"
    );
    let after = write(
        &mut laptop,
        line(
            BREACHES,
            &[
                ("reported_by", "Dev Marwaha"),
                ("own_insurer_told_on", "2026-11-09"),
            ],
        ),
    )
    .unwrap();
    let words = sheet(&mut laptop, BREACHES);
    assert!(words.contains("Noticed by") && words.contains("9 November 2026"));

    // The seventy-two hours count as before.
    let mut put_right = again(&laptop, BREACHES, &before);
    let counted = line(BREACHES, &[("found_at", "2026-11-01T08:00:00+00:00")]).answers;
    put_right.answers.extend(counted);
    write(&mut laptop, put_right).unwrap();
    assert!(today(&mut laptop)[0].contains("ICO not told"));

    // What ours asks is not taken out and is not answered another way.
    let mut without = edited(&laptop, BREACHES);
    without.fields.retain(|one| one.id != "ico_at");
    let refused = save(&mut laptop, without).unwrap_err();
    assert_eq!(refused.problems[0].field, "fields");
    assert!(
        refused.problems[0]
            .say
            .contains("stays: alerts, late marks and reports read it")
    );
    let mut other = edited(&laptop, BREACHES);
    other.fields[0].kind = "text".to_owned();
    assert_eq!(
        save(&mut laptop, other).unwrap_err().problems[0].field,
        "field-0"
    );
    let away = app::put_away_register(&mut laptop.office, BREACHES, true, WHY).unwrap_err();
    assert_eq!(away.kind, FaultKind::Refused);

    // Going back to ours leaves every word of every line.
    app::go_back_page(&mut laptop.office, "register", BREACHES, None, WHY).unwrap();
    let line = app::register_line(&laptop.office, BREACHES, Some(&after), None).unwrap();
    let insurer = line
        .answers
        .iter()
        .find(|one| one.field == "own_insurer_told_on");
    assert_eq!(insurer.unwrap().said, "9 November 2026");
    assert!(sheet(&mut laptop, BREACHES).contains("9 November 2026"));
}

#[test]
fn nobody_but_a_lead_changes_what_a_register_asks() {
    let mut laptop = school();
    let form = keys(&laptop);
    let id = save(&mut laptop, form.clone()).unwrap();
    laptop.open(&PATIENCE);
    let refused = save(&mut laptop, form).unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
    let away = app::put_away_register(&mut laptop.office, &id, true, WHY).unwrap_err();
    assert_eq!(away.kind, FaultKind::NotAllowed);
    assert!(app::edit_page(&laptop.office, "register", "").is_err());

    // A deputy does not keep the register of breaches, and says nothing of what it asks; one about adults is the head's.
    laptop.open(&DEV);
    let breaches = app::edit_page(&laptop.office, "register", BREACHES).unwrap_err();
    assert_eq!(breaches.kind, FaultKind::NotAllowed);
    laptop.open(&RUTH);
    for adults in ["low-level-concern-register", "staff-concern-record"] {
        let form = RegisterForm {
            id: adults.to_owned(),
            ..keys(&laptop)
        };
        let refused = save(&mut laptop, form).unwrap_err();
        assert_eq!(
            refused.say,
            "Whoever keeps this register says what it asks."
        );
        let listed = row(&laptop, "adults", adults).unwrap();
        assert!(!listed.may && listed.lines.is_none());
    }
}

#[test]
fn what_cannot_be_kept_of_a_register_is_refused_at_its_place_and_nothing_is_changed() {
    let mut laptop = school();
    let taken = keys(&laptop);
    let id = save(&mut laptop, taken).unwrap();
    let fresh = |laptop: &Device| RegisterForm {
        title: "Visitors\u{2019} badges".to_owned(),
        ..keys(laptop)
    };
    let at = |laptop: &mut Device, form: RegisterForm| {
        let checked = app::check_register_edit(&laptop.office, form.clone()).unwrap();
        let refused = save(laptop, form).unwrap_err();
        let of =
            |all: Vec<app::wire::Problem>| all.into_iter().map(|one| one.field).collect::<Vec<_>>();
        let fields = of(refused.problems);
        assert_eq!(of(checked.problems), fields);
        fields
    };
    type Change = fn(&mut RegisterForm);
    let cases: [(&str, Change); 12] = [
        ("page", |form| form.title = " ".to_owned()),
        ("page", |form| form.title = "MINIBUS  keys".to_owned()),
        ("page", |form| form.title = "Low-level concerns".to_owned()),
        ("purpose", |form| form.purpose.clear()),
        ("when", |form| form.entry_when = "\u{202e}".to_owned()),
        ("owner", |form| form.owner = vec!["wizard".to_owned()]),
        ("field-0", |form| form.fields[0].label = "x".repeat(2_000)),
        ("field-0", |form| {
            form.fields[0].kind = "multichoice".to_owned()
        }),
        ("field-1", |form| form.fields[1].options.truncate(1)),
        ("field-3", |form| {
            form.fields[3].label = "BACK BY".to_owned()
        }),
        ("by", |form| form.by = "new 1".to_owned()),
        ("done", |form| form.done.clear()),
    ];
    for (place, change) in cases {
        let mut form = fresh(&laptop);
        change(&mut form);
        let found = at(&mut laptop, form);
        assert!(
            found.iter().all(|one| one == place) && !found.is_empty(),
            "{place}: {found:?}"
        );
    }
    let mut none = fresh(&laptop);
    (none.fields, none.by, none.done) = (Vec::new(), String::new(), String::new());
    assert_eq!(at(&mut laptop, none), ["fields"]);
    let form = fresh(&laptop);
    let short = app::save_register_edit(&mut laptop.office, form, "so").unwrap_err();
    assert_eq!(short.problems[0].field, "reason");
    let same = edited(&laptop, &id);
    assert_eq!(
        save(&mut laptop, same).unwrap_err().problems[0].field,
        "page"
    );
    let own = app::registers(&laptop.office).unwrap();
    let own = own.into_iter().find(|group| group.id == "own").unwrap();
    assert_eq!(own.registers.len(), 1);
}

#[test]
fn a_register_that_is_put_away_keeps_its_lines_does_not_nag_and_is_taken_up_again() {
    let mut laptop = school();
    let form = keys(&laptop);
    let id = save(&mut laptop, form).unwrap();
    let answers = [
        ("own_who_took_them", "Dev Marwaha"),
        ("own_back_by", "2026-11-09"),
    ];
    let old = write(&mut laptop, line(&id, &answers)).unwrap();
    assert_eq!(today(&mut laptop).len(), 1);
    let short = app::put_away_register(&mut laptop.office, &id, true, "no").unwrap_err();
    assert_eq!(short.problems[0].field, "reason");

    app::put_away_register(&mut laptop.office, &id, true, "The minibus was sold.").unwrap();

    assert_eq!(today(&mut laptop), [""; 0]);
    let page = see(&laptop, &id);
    assert!(page.put_away && page.lines.len() == 1);
    assert!(page.said.unwrap().contains("The minibus was sold."));
    assert!(row(&laptop, "own", &id).is_none() && row(&laptop, "away", &id).is_some());
    let refused = write(&mut laptop, line(&id, &answers)).unwrap_err();
    assert!(refused.say.contains("put away") && refused.kind == FaultKind::Refused);
    let mut corrected = again(&laptop, &id, &old);
    corrected.answers[0].lines = vec!["Dev K. Marwaha".to_owned()];
    write(&mut laptop, corrected).unwrap();
    assert!(on_paper(&mut laptop, &id).contains("Dev K. Marwaha"));

    app::put_away_register(&mut laptop.office, &id, false, "There is a new minibus.").unwrap();
    write(&mut laptop, line(&id, &answers)).unwrap();
    assert_eq!(row(&laptop, "own", &id).unwrap().lines, Some(2));
}

#[test]
fn a_register_that_was_begun_and_not_kept_is_there_after_a_lock() {
    let mut laptop = school();
    let draft = PageDraft {
        flow: None,
        checklist: None,
        matrix: None,
        register: Some(keys(&laptop)),
        reason: "The governors".to_owned(),
    };
    app::keep_page_draft(&mut laptop.office, draft).unwrap();
    laptop.restart();
    laptop.open(&RUTH);
    let view = app::edit_page(&laptop.office, "register", "").unwrap();
    let kept = view.draft.unwrap();
    assert_eq!(kept.register.as_ref().unwrap().title, "Minibus keys");
    assert_eq!(kept.reason, "The governors");
    save(&mut laptop, kept.register.unwrap()).unwrap();
    let view = app::edit_page(&laptop.office, "register", "").unwrap();
    assert!(view.draft.is_none() && view.register.unwrap().title.is_empty());
}
