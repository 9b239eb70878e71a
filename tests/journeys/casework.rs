//! What is done about a concern after it was passed on: steps, things to do, decisions, referrals, closing.

use std::time::Duration;

use app::wire::{
    AdditionDraft, CaseForm, ConcernFilter, ConcernView, DueForm, Fault, FaultKind, FindFilter,
    KeyFactForm, PaperAsked,
};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

fn with_a_concern() -> (Device, String) {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    (laptop, id)
}

fn add(laptop: &mut Device, id: &str, form: CaseForm) -> Result<(), Fault> {
    app::add_to_case(&mut laptop.office, id, form).map(|_| ())
}

fn view(laptop: &mut Device, id: &str) -> ConcernView {
    app::concern(&mut laptop.office, id).unwrap()
}

fn action(title: &str, due: DueForm) -> CaseForm {
    CaseForm::Action {
        title: title.to_owned(),
        owner: None,
        due,
    }
}

fn decision(reason: &str) -> CaseForm {
    CaseForm::Decision {
        decision: "monitor".to_owned(),
        not_referred: true,
        reason: reason.to_owned(),
        level: "L2".to_owned(),
        advice: "The duty worker said early help.".to_owned(),
        agreed_by: "the head".to_owned(),
        child_view: "She wants Mum to know.".to_owned(),
        review: Some("2026-11-17".to_owned()),
    }
}

fn standing(status: &str) -> CaseForm {
    CaseForm::Standing {
        status: status.to_owned(),
        owner: None,
        severity: "3".to_owned(),
        level: "L2".to_owned(),
        review: None,
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: String::new(),
    }
}

#[test]
fn a_lead_writes_down_a_call_late_with_its_own_time_and_why() {
    let (mut laptop, id) = with_a_concern();
    let form = CaseForm::Taken {
        title: "Rang Mum".to_owned(),
        words: "She will come at three.".to_owned(),
        at: "2026-11-10T09:00:00+00:00".to_owned(),
        about: true,
        late_reason: "with the police on the other line".to_owned(),
    };
    add(&mut laptop, &id, form).unwrap();

    let thread = view(&mut laptop, &id).thread;
    let step = &thread[0];
    assert_eq!(
        (step.kind.as_str(), step.title.as_str()),
        ("taken", "Rang Mum")
    );
    assert!(step.about && step.at.contains("09:00"), "{}", step.at);
    let late = step.late.as_deref().unwrap();
    assert!(
        late.contains("1 h 41 min after") && late.contains("other line"),
        "{late}"
    );

    let future = CaseForm::Taken {
        title: "Rang Mum".to_owned(),
        words: String::new(),
        at: "2026-11-11T09:00:00+00:00".to_owned(),
        about: false,
        late_reason: String::new(),
    };
    let refused = add(&mut laptop, &id, future).unwrap_err();
    assert_eq!(refused.problems[0].field, "at");
    // Somebody looks for it by its words.
    let found = app::find(&mut laptop.office, "come at three", Default::default()).unwrap();
    assert_eq!(found.items.len(), 1);
}

#[test]
fn what_is_to_be_done_is_on_today_late_in_working_days_and_gone_once_it_is_done() {
    let (mut laptop, id) = with_a_concern();
    add(&mut laptop, &id, action("Ring Nan", DueForm::Today)).unwrap();
    add(
        &mut laptop,
        &id,
        action("Write to the MASH", DueForm::WorkingDays { days: 3 }),
    )
    .unwrap();
    add(
        &mut laptop,
        &id,
        action("Tell the form tutor", DueForm::Never),
    )
    .unwrap();

    let today = app::today(&mut laptop.office).unwrap();
    let week: Vec<_> = today.week.iter().map(|due| due.what.as_str()).collect();
    assert_eq!(week, ["Ring Nan", "Write to the MASH"]);
    assert!(today.late.iter().all(|line| line.due.is_none()));

    // Wednesday and Thursday pass.
    laptop.clock.pass(Duration::from_secs(2 * 24 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
    let today = app::today(&mut laptop.office).unwrap();
    let late = today.late.iter().find(|line| line.due.is_some()).unwrap();
    assert_eq!(late.by, "2 working days");
    assert_eq!(late.due.as_ref().unwrap().what, "Ring Nan");
    assert!(today.late_total >= 1);

    let entry = view(&mut laptop, &id).case.unwrap().actions[0]
        .entry
        .clone();
    let end = |words: &str, done: bool| CaseForm::ActionEnd {
        entry: entry.clone(),
        done,
        words: words.to_owned(),
    };
    let refused = add(&mut laptop, &id, end("", false)).unwrap_err();
    assert_eq!(refused.problems[0].field, "words");
    add(&mut laptop, &id, end("She knew already.", true)).unwrap();
    let again = add(&mut laptop, &id, end("", true)).unwrap_err();
    assert_eq!(again.kind, FaultKind::Refused);
    let today = app::today(&mut laptop.office).unwrap();
    assert!(today.late.iter().all(|line| line.due.is_none()));
    let case = view(&mut laptop, &id).case.unwrap();
    assert_eq!(case.actions.len(), 2);
}

#[test]
fn a_decision_has_a_reason_and_one_not_to_refer_stands_like_every_other() {
    let (mut laptop, id) = with_a_concern();
    let refused = add(&mut laptop, &id, decision("because")).unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");

    let mut contrary = decision("Nothing new since the last strategy meeting.");
    if let CaseForm::Decision { decision, .. } = &mut contrary {
        *decision = "refer-csc".to_owned();
    }
    let refused = add(&mut laptop, &id, contrary).unwrap_err();
    assert_eq!(refused.problems[0].field, "decision");

    add(
        &mut laptop,
        &id,
        decision("Nothing new since the last strategy meeting."),
    )
    .unwrap();
    let case = view(&mut laptop, &id).case.unwrap();
    let decided = &case.decisions[0];
    assert_eq!(decided.title, "Monitor");
    assert!(
        decided
            .more
            .iter()
            .any(|more| more == "Decided not to refer")
    );
    assert!(decided.more.iter().any(|more| more.contains("the head")));
    let thread = view(&mut laptop, &id).thread;
    assert!(
        thread
            .iter()
            .any(|step| step.title == "Decision not to refer. Monitor")
    );
}

#[test]
fn a_referral_waits_for_its_answer_on_its_own_clock_and_does_not_close_the_concern() {
    let (mut laptop, id) = with_a_concern();
    let referral = CaseForm::Referral {
        body: "csc".to_owned(),
        to: "Fenmarsh MASH".to_owned(),
        person: "Carys Lund".to_owned(),
        reference: "FM-77120".to_owned(),
        words: "Section 47 asked for.".to_owned(),
        at: String::new(),
        reply: DueForm::Hours { hours: 24 },
    };
    add(&mut laptop, &id, referral).unwrap();
    let today = app::today(&mut laptop.office).unwrap();
    assert_eq!(today.answers[0].what, "Fenmarsh MASH to answer");
    assert_eq!(
        view(&mut laptop, &id).case.unwrap().standing.status,
        "acknowledged"
    );

    laptop.clock.pass(Duration::from_secs(25 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
    let today = app::today(&mut laptop.office).unwrap();
    assert!(today.answers.is_empty());
    let late = today.late.iter().find(|line| line.due.is_some()).unwrap();
    assert_eq!(late.by, "1 h");

    let referral = view(&mut laptop, &id).case.unwrap().referrals[0].clone();
    let reply = CaseForm::Reply {
        entry: referral.entry,
        at: String::new(),
        words: "No further action, says T. Hale.".to_owned(),
        agreed: false,
    };
    add(&mut laptop, &id, reply).unwrap();
    let case = view(&mut laptop, &id).case.unwrap();
    assert!(case.referrals[0].replies[0].contains("does not agree"));
    let today = app::today(&mut laptop.office).unwrap();
    assert!(today.late.iter().all(|line| line.due.is_none()));
}

#[test]
fn a_concern_closes_only_with_an_end_to_what_was_begun() {
    let (mut laptop, id) = with_a_concern();
    let refused = add(&mut laptop, &id, standing("closed")).unwrap_err();
    assert_eq!(
        refused.problems[0].field, "status",
        "it was never worked on"
    );
    let refused = add(&mut laptop, &id, standing("active")).unwrap_err();
    assert_eq!(
        refused.problems[0].field, "reason",
        "nobody has decided anything"
    );
    add(
        &mut laptop,
        &id,
        decision("Nothing new since the last strategy meeting."),
    )
    .unwrap();
    add(&mut laptop, &id, standing("active")).unwrap();
    assert_eq!(view(&mut laptop, &id).row.status, "active");
    add(&mut laptop, &id, action("Ring Nan", DueForm::Today)).unwrap();

    let refused = add(&mut laptop, &id, standing("closed")).unwrap_err();
    let fields: Vec<_> = refused
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["conclusion", "lessons", "parents", "status"]);

    let entry = view(&mut laptop, &id).case.unwrap().actions[0]
        .entry
        .clone();
    let end = CaseForm::ActionEnd {
        entry,
        done: false,
        words: "She rang us.".to_owned(),
    };
    add(&mut laptop, &id, end).unwrap();
    let close = CaseForm::Standing {
        status: "closed".to_owned(),
        owner: None,
        severity: "3".to_owned(),
        level: "L2".to_owned(),
        review: None,
        conclusion: "Support at home is in place.".to_owned(),
        lessons: "Ask about weekends earlier.".to_owned(),
        parents: "yes".to_owned(),
        parents_note: "Mum, by R. Calloway, the same day".to_owned(),
        reason: String::new(),
    };
    add(&mut laptop, &id, close).unwrap();
    let closed = view(&mut laptop, &id);
    assert_eq!(closed.row.status, "closed");
    let next = &closed.case.unwrap().standing.may_become;
    let next: Vec<_> = next.iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(next, ["closed", "reopened"]);
    // Everything of it stands on paper, in the order in which it was done.
    let asked = PaperAsked::Concern {
        form: app::wire::PaperForm::Whole,
        id,
        purpose: "the file".to_owned(),
    };
    let paper = laptop.printed(asked);
    assert!(paper.starts_with(b"%PDF-"));
}

#[test]
fn whoever_only_reports_adds_nothing_and_a_case_is_the_same_after_its_tables_are_made_again() {
    let (mut laptop, id) = with_a_concern();
    add(
        &mut laptop,
        &id,
        decision("Nothing new since the last strategy meeting."),
    )
    .unwrap();
    add(&mut laptop, &id, action("Ring Nan", DueForm::Today)).unwrap();
    let before = app::today(&mut laptop.office).unwrap().week.len();
    assert_eq!(before, 1);
    laptop.lock();

    laptop.open(&DEV);
    assert_eq!(view(&mut laptop, &id).case.unwrap().actions.len(), 1);
    laptop.lock();
    let mut other = Device::of_school(&[&PATIENCE]);
    other.open(&PATIENCE);
    let refused = add(&mut other, &id, action("Ring Nan", DueForm::Today));
    assert!(refused.is_err());
}

#[test]
fn half_a_call_is_kept_through_a_lock_until_it_is_signed_and_for_its_writer_alone() {
    let (mut laptop, id) = with_a_concern();
    let half = AdditionDraft {
        concern: id.clone(),
        what: "taken".to_owned(),
        entry: None,
        fields: [("title".to_owned(), "Rang Nan, who".to_owned())].into(),
    };
    app::keep_addition(&mut laptop.office, half.clone()).unwrap();
    let to_do = AdditionDraft {
        what: "action".to_owned(),
        ..half.clone()
    };
    app::keep_addition(&mut laptop.office, to_do).unwrap();

    laptop.lock();
    laptop.open(&DEV);
    assert!(app::drafts(&laptop.office).unwrap().is_empty());
    laptop.lock();
    laptop.open(&RUTH);
    let kept = app::drafts(&laptop.office).unwrap();
    let call = kept
        .iter()
        .find(|draft| draft.addition.as_ref() == Some(&half))
        .unwrap();
    assert_eq!((kept.len(), call.kind.as_str()), (2, "addition"));
    assert!(call.title.starts_with("Amara Oyelaran"), "{}", call.title);
    let margin = app::today(&mut laptop.office).unwrap().drafts;
    assert_eq!(margin.len(), 2, "Today lists what is half written");

    let form = CaseForm::Taken {
        title: "Rang Nan, who comes at three".to_owned(),
        words: String::new(),
        at: String::new(),
        about: false,
        late_reason: String::new(),
    };
    add(&mut laptop, &id, form).unwrap();
    let left = app::drafts(&laptop.office).unwrap();
    assert_eq!(left.len(), 1, "the thing to do is still half written");
    assert_eq!(left[0].addition.as_ref().unwrap().what, "action");
}

#[test]
fn what_must_be_read_first_stands_with_the_concern_and_nobody_is_said_to_have_opened_the_pupil() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let pupil = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    let form = app::wire::ConcernForm {
        people: vec![forms::chosen(&pupil, "victim")],
        ..forms::saying("She was upset.")
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    assert!(view(&mut laptop, &id).read_first.is_empty());
    let fact = KeyFactForm {
        pupil: pupil.clone(),
        entry: None,
        say: "Do not ring Dad.\nCourt order of 12 January.".to_owned(),
        review: None,
        reason: None,
    };
    app::save_key_fact(&mut laptop.office, fact).unwrap();

    let first = view(&mut laptop, &id).read_first;
    assert_eq!(first.len(), 1);
    assert_eq!(
        (first[0].id.as_str(), first[0].name.as_str()),
        (pupil.as_str(), "Amara Oyelaran")
    );
    assert_eq!(first[0].lines, ["Do not ring Dad."]);
    laptop.lock();
    let room = kit::inside::rooms_of(&laptop, &RUTH)[&domain::room::Room::Pupils].open();
    assert_eq!(room.looks_at("concern", &id).unwrap().len(), 1);
    assert!(room.looks_at("pupil", &pupil).unwrap().is_empty());
}

#[test]
fn a_report_entered_in_error_is_kept_with_the_reason_and_nobody_can_make_it_unsaid() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&PATIENCE);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let id = page.concerns[0].id.clone();
    let may = view(&mut laptop, &id).case.unwrap().standing.may_become;
    let last = may.last().unwrap();
    assert_eq!(last.id, "error", "the last thing to choose");

    let with = |status: &str, reason: &str| {
        let mut form = standing(status);
        if let CaseForm::Standing { reason: why, .. } = &mut form {
            *why = reason.to_owned();
        }
        form
    };
    let refused = add(&mut laptop, &id, with("error", "wrong")).unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");
    add(
        &mut laptop,
        &id,
        with("error", "Written about the wrong child, see the next one."),
    )
    .unwrap();
    let today = app::today(&mut laptop.office).unwrap();
    assert!(today.untriaged.is_empty() && today.live.is_empty());
    laptop.lock();
    laptop.open(&PATIENCE);
    let mine = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let status = &mine.concerns[0].status_title;
    assert!(
        status.starts_with("It has been read"),
        "put aside is not in hand: {status}"
    );
    laptop.lock();

    laptop.open(&DEV);
    let kept = view(&mut laptop, &id);
    assert_eq!(kept.row.status_title, "Written by mistake");
    assert!(kit::text_of(&kept, "account").contains("library desk"));
    let why = |item: &app::wire::ThreadItem| item.detail.contains("Written about the wrong child");
    assert!(kept.thread.iter().any(why));
    let found = app::find(&mut laptop.office, "library", FindFilter::default()).unwrap();
    assert!(found.items.iter().any(|item| item.id == id));
    add(
        &mut laptop,
        &id,
        with("reopened", "It was no mistake after all."),
    )
    .unwrap();
    laptop.lock();

    laptop.open(&PATIENCE);
    let mine = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    assert_eq!(mine.total, 1, "whoever reported it has their words");
    let status = &mine.concerns[0].status_title;
    assert!(
        status.starts_with("In hand"),
        "and hears of it once it is taken up again: {status}"
    );
}

#[test]
fn what_was_done_about_a_behaviour_stands_beside_the_schools_table_and_a_departure_says_why() {
    let (mut laptop, id) = with_a_concern();
    let table = app::matrix(&laptop.office, "sanctions-pupils").unwrap();
    assert!(table.responses && table.columns.iter().all(|column| !column.title.is_empty()));
    let row = table.rows.iter().find(|row| row.id == "p12").unwrap();
    let response = |done: &[String], reason: &str| CaseForm::Response {
        table: table.id.clone(),
        row: row.id.clone(),
        whose: String::new(),
        done: done.to_vec(),
        more: "Mr Hale spoke with him.".to_owned(),
        reason: reason.to_owned(),
    };
    add(&mut laptop, &id, response(&row.ticks, "")).unwrap();
    let as_printed = view(&mut laptop, &id).thread.remove(0);
    assert!(
        as_printed
            .title
            .contains("response to a behaviour: Uses a proxy")
    );
    assert!(!as_printed.detail.contains("Why it departs"));

    laptop.minutes(1);
    let fewer = &row.ticks[..1];
    let refused = add(&mut laptop, &id, response(fewer, "no")).unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");
    add(
        &mut laptop,
        &id,
        response(fewer, "His parents are not to be told yet."),
    )
    .unwrap();
    let departs = view(&mut laptop, &id).thread.remove(0);
    assert!(departs.may_strike);
    assert!(
        departs
            .detail
            .contains("Not done of what the table says: Tell parents or carers"),
        "{}",
        departs.detail
    );
    assert!(
        departs
            .detail
            .ends_with("His parents are not to be told yet.")
    );
    let lookup = app::matrix(&laptop.office, "communication-technologies").unwrap();
    assert!(!lookup.responses && lookup.rows.len() > 5);
    let stranger = CaseForm::Response {
        table: lookup.id,
        row: lookup.rows[0].id.clone(),
        whose: String::new(),
        done: Vec::new(),
        more: "x".to_owned(),
        reason: String::new(),
    };
    assert!(add(&mut laptop, &id, stranger).is_err());
}
