//! A deputy takes over for a while: one sheet with everything that is live, late, due and owed.

use std::time::Duration;

use app::HandOut;
use app::wire::{
    CaseForm, ConcernForm, DueForm, FaultKind, HandoverDraft, KeyFactForm, PaperAsked, Route,
};
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms};

use crate::papers::read;

fn sheet(must_know: &str, all_rooms: bool) -> PaperAsked {
    PaperAsked::Handover {
        to: "Dev Marwaha".to_owned(),
        from: None,
        until: Some("2026-11-20".to_owned()),
        must_know: must_know.to_owned(),
        all_rooms,
        purpose: "handover".to_owned(),
    }
}

fn add(laptop: &mut Device, id: &str, form: CaseForm) {
    app::add_to_case(&mut laptop.office, id, form).unwrap();
}

fn standing(owner: Option<String>) -> CaseForm {
    CaseForm::Standing {
        status: "active".to_owned(),
        owner,
        severity: "4".to_owned(),
        level: String::new(),
        review: Some("2026-11-18".to_owned()),
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: "A meeting with a stranger was named.".to_owned(),
    }
}

fn record(laptop: &mut Device, form: ConcernForm) -> String {
    app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id
}

/// A live concern about Amara with something to do, an answer waited for, and one nobody has read.
fn a_busy_week() -> (Device, String) {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&PATIENCE);
    record(&mut laptop, forms::saying("Noa was crying at break."));
    laptop.lock();
    let session = laptop.open(&RUTH);
    laptop.bring_pupils();
    let amara = laptop.pupil("Amara");
    app::save_key_fact(
        &mut laptop.office,
        KeyFactForm {
            pupil: amara.clone(),
            entry: None,
            say: "Do not ring Dad.".to_owned(),
            review: None,
            reason: None,
        },
    )
    .unwrap();
    let form = ConcernForm {
        people: vec![forms::chosen(&amara, "victim")],
        ..forms::about_amara()
    };
    let id = record(&mut laptop, form);
    add(&mut laptop, &id, standing(Some(session.person.id)));
    let to_do = |title: &str, due| CaseForm::Action {
        title: title.to_owned(),
        owner: None,
        due,
    };
    add(&mut laptop, &id, to_do("Ring Nan", DueForm::Today));
    let day = "2026-11-19".to_owned();
    add(
        &mut laptop,
        &id,
        to_do("Meet the social worker", DueForm::Day { day }),
    );
    let referral = CaseForm::Referral {
        body: "csc".to_owned(),
        to: "Fenmarsh MASH".to_owned(),
        person: String::new(),
        reference: String::new(),
        words: String::new(),
        at: String::new(),
        reply: DueForm::WorkingDays { days: 3 },
    };
    add(&mut laptop, &id, referral);
    laptop.clock.pass(Duration::from_secs(24 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
    (laptop, id)
}

#[test]
fn a_deputy_finds_on_one_sheet_what_is_live_unread_late_due_and_owed_and_two_lines_to_sign_on() {
    let (mut laptop, _) = a_busy_week();

    let printed = laptop.printed(sheet(
        "Mum rings at four.\nThe key is with the office.",
        false,
    ));
    let text = read(&laptop, &printed);

    for said in [
        "Handover sheet, 11 November 2026 to 20 November 2026",
        "From Ruth Calloway to Dev Marwaha",
        "Rooms. Pupils.",
        "Made for Ruth Calloway, from what Ruth Calloway may read.",
        "What you must know",
        "Mum rings at four.",
        "Live (1)",
        "Active. High severity. With Ruth Calloway.",
        "Nobody has read these (1)",
        "From Patience Osei",
        "1 working day late.",
        "Late (1)",
        "Ring Nan. Nobody\u{2019}s yet. Due Tue 10 Nov 2026, 1 working day late.",
        "Due by 25 Nov 2026 (2)",
        "Meet the social worker",
        "Look at this again",
        "Answers waited for (1)",
        "Fenmarsh MASH to answer",
        "Read this first (1)",
        "Do not ring Dad.",
        "Read, not triaged yet",
        "Whom to ring",
        "social care. no number is set",
        "Ruth Calloway, Dev Marwaha",
        "There is no backup yet.",
        "Handed over by",
        "Taken over by",
    ] {
        assert!(text.contains(said), "{said:?} is missing: {text}");
    }
    // It has lines: nobody's words are on it.
    assert!(!text.contains("came to the library desk"), "{text}");
}

#[test]
fn printing_it_reads_nothing_and_is_written_down_at_every_concern_on_it() {
    let (mut laptop, id) = a_busy_week();
    let unread = app::today(&mut laptop.office).unwrap().late_total;

    let shown = app::lay_out_paper(&mut laptop.office, sheet("", false)).unwrap();
    app::hand_out(&mut laptop.office, &shown.token, &HandOut::Printed).unwrap();

    let today = app::today(&mut laptop.office).unwrap();
    assert_eq!(
        today.late_total, unread,
        "what nobody has read is still unread"
    );
    assert!(!shown.title.contains("Ruth") && !shown.file_name.contains("ruth"));
    let thread = app::concern(&mut laptop.office, &id).unwrap().thread;
    let paper = thread.iter().find(|item| item.kind == "paper").unwrap();
    assert_eq!(paper.title, "A line of it on paper");
    assert_eq!(paper.detail, "printed, for: handover");
}

#[test]
fn it_never_says_what_is_in_a_room_that_its_printer_does_not_hold_and_other_rooms_only_when_asked()
{
    let mut laptop = Device::of_school(&[&HEAD, &DEV]);
    laptop.open(&HEAD);
    let words = "He was alone with her in the store.";
    let form = forms::about_adult(Route::Staff, PATIENCE.as_subject(), words);
    record(&mut laptop, form);

    let alone = laptop.printed(sheet("", false));
    let alone = read(&laptop, &alone);
    let all = laptop.printed(sheet("", true));
    let all = read(&laptop, &all);
    laptop.lock();
    laptop.open(&DEV);
    let deputy = laptop.printed(sheet("", true));
    let deputy = read(&laptop, &deputy);

    assert!(!alone.contains("Patience Osei"), "{alone}");
    assert!(alone.contains("Left out on purpose"), "{alone}");
    assert!(all.contains("Rooms. Pupils, Staff concerns"), "{all}");
    assert!(
        !deputy.contains("Staff concerns") && !deputy.contains("Patience Osei"),
        "{deputy}"
    );
    assert!(deputy.contains("Nothing of any other room is in it."));
}

#[test]
fn whoever_reads_no_records_gets_no_sheet_and_days_that_do_not_fit_are_said_at_their_field() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&PATIENCE);
    let refused = app::lay_out_paper(&mut laptop.office, sheet("", true)).unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
    laptop.lock();

    laptop.open(&RUTH);
    let refused = |laptop: &mut Device, from: Option<&str>, until: &str, words: &str| {
        let asked = PaperAsked::Handover {
            to: String::new(),
            from: from.map(str::to_owned),
            until: Some(until.to_owned()),
            must_know: words.to_owned(),
            all_rooms: false,
            purpose: "handover".to_owned(),
        };
        let fault = app::lay_out_paper(&mut laptop.office, asked).unwrap_err();
        fault.problems[0].field.clone()
    };
    assert_eq!(
        refused(&mut laptop, Some("2026-11-20"), "2026-11-12", ""),
        "until"
    );
    assert_eq!(refused(&mut laptop, None, "2029-11-12", ""), "until");
    assert_eq!(
        refused(&mut laptop, None, "2026-11-12", &"a\n".repeat(40)),
        "must_know"
    );
}

#[test]
fn what_was_typed_for_a_handover_sheet_is_there_after_a_lock_for_its_writer_alone_and_gone_once_it_left()
 {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let draft = HandoverDraft {
        to: "Dev Marwaha".to_owned(),
        must_know: "Mum rings at four.".to_owned(),
        until: Some("2026-11-20".to_owned()),
        ..HandoverDraft::default()
    };
    app::keep_handover(&mut laptop.office, HandoverDraft::default()).unwrap();
    assert!(app::kept_handover(&laptop.office).unwrap().is_none());
    app::keep_handover(&mut laptop.office, draft.clone()).unwrap();
    laptop.lock();
    laptop.restart();

    laptop.open(&DEV);
    assert!(app::kept_handover(&laptop.office).unwrap().is_none());
    laptop.lock();
    laptop.open(&RUTH);
    assert!(
        app::drafts(&laptop.office).unwrap().is_empty(),
        "it is no concern"
    );
    assert!(app::kept_handover(&laptop.office).unwrap() == Some(draft));

    laptop.printed(sheet("Mum rings at four.", false));
    assert!(app::kept_handover(&laptop.office).unwrap().is_none());
}
