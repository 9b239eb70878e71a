//! What must not be overlooked in a long file, and a concern that is over for one child and goes on for another.

use std::time::Duration;

use app::wire::{
    CaseForm, ChronologyFilter, ChronologyItem, ConcernFilter, ConcernForm, ConcernView, DueForm,
    Fault, PaperAsked, PersonInConcern, Piece,
};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

use crate::papers::read;

/// A concern about Amara and Jayden, both of the list.
fn shared() -> (Device, String, String, String) {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let id = |laptop: &Device, name: &str| {
        app::pupils(&laptop.office, name, false, 0).unwrap().pupils[0]
            .id
            .clone()
    };
    let (amara, jayden) = (id(&laptop, "Amara"), id(&laptop, "Jay"));
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jayden, "reporter"),
        ],
        ..forms::about_amara()
    };
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    (laptop, concern, amara, jayden)
}

fn add(laptop: &mut Device, id: &str, form: CaseForm) -> Result<(), Fault> {
    app::add_to_case(&mut laptop.office, id, form).map(|_| ())
}

fn view(laptop: &mut Device, id: &str) -> ConcernView {
    app::concern(&mut laptop.office, id).unwrap()
}

fn call(title: &str) -> CaseForm {
    CaseForm::Taken {
        title: title.to_owned(),
        words: "Nothing new.".to_owned(),
        at: String::new(),
        about: false,
        late_reason: String::new(),
    }
}

fn mark(entry: &str, significant: bool, reason: &str) -> CaseForm {
    CaseForm::Significance {
        entry: entry.to_owned(),
        significant,
        reason: reason.to_owned(),
    }
}

fn close_for(pupil: &str, closed: bool, reason: &str) -> CaseForm {
    CaseForm::ForPupil {
        pupil: pupil.to_owned(),
        closed,
        reason: reason.to_owned(),
    }
}

fn summary(laptop: &mut Device, pupil: &str, filter: ChronologyFilter) -> Vec<ChronologyItem> {
    let filter = ChronologyFilter {
        summary: true,
        ..filter
    };
    app::chronology(&mut laptop.office, pupil, filter)
        .unwrap()
        .items
}

fn plain(pieces: &[Piece]) -> String {
    let said = pieces.iter().map(|piece| match piece {
        Piece::Words { text } => text.as_str(),
        Piece::Child { letter, .. } => letter.as_str(),
    });
    said.collect()
}

fn titles(items: &[ChronologyItem]) -> Vec<String> {
    items.iter().map(|item| plain(&item.title)).collect()
}

fn chronology(pupil: &str, summary: bool) -> PaperAsked {
    PaperAsked::Chronology {
        pupil: pupil.to_owned(),
        from: None,
        to: None,
        mask_others: true,
        oldest_first: true,
        summary,
        purpose: "the review".to_owned(),
    }
}

#[test]
fn a_lead_marks_a_step_with_a_reason_and_a_summary_has_it_beside_decisions_and_referrals() {
    let (mut laptop, id, amara, _) = shared();
    add(&mut laptop, &id, call("Rang the dentist")).unwrap();
    add(&mut laptop, &id, call("Rang Jayden\u{2019}s gran")).unwrap();
    let referral = CaseForm::Referral {
        body: "early-help".to_owned(),
        to: String::new(),
        person: String::new(),
        reference: String::new(),
        words: String::new(),
        at: String::new(),
        reply: DueForm::Never,
    };
    add(&mut laptop, &id, referral).unwrap();
    let step = view(&mut laptop, &id).thread;
    let step = step
        .iter()
        .find(|item| item.title.contains("gran"))
        .unwrap();
    let entry = step.entry.clone().unwrap();

    let refused = add(&mut laptop, &id, mark(&entry, true, "so")).unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");
    let why = "The first time Jayden\u{2019}s family was worried too.";
    add(&mut laptop, &id, mark(&entry, true, why)).unwrap();

    let shown = view(&mut laptop, &id);
    let step = shown
        .thread
        .iter()
        .find(|item| item.entry.as_ref() == Some(&entry))
        .unwrap();
    assert!(step.significant.as_deref().unwrap().starts_with(why));
    let items = summary(&mut laptop, &amara, ChronologyFilter::default());
    let said = titles(&items).join("; ");
    assert!(said.contains("Rang Child A\u{2019}s gran"), "{said}");
    assert!(said.contains("Referred to Early Help"), "{said}");
    assert!(!said.contains("dentist"), "{said}");
    let only = ChronologyFilter {
        only_significant: true,
        ..ChronologyFilter::default()
    };
    assert_eq!(
        summary(&mut laptop, &amara, only.clone()).len(),
        2,
        "the step and its concern"
    );
    let full = app::chronology(&mut laptop.office, &amara, only).unwrap();
    assert!(full.items.iter().all(|item| item.significant) && full.significant == 1);

    let paper = laptop.printed(chronology(&amara, true));
    let paper = read(&laptop, &paper);
    assert!(paper.contains("Chronology, summary"), "{paper}");
    assert!(paper.contains("Significant. The first time"), "{paper}");
    assert!(
        !paper.contains("dentist") && !paper.contains("came to the library"),
        "{paper}"
    );
    assert!(paper.contains("The full chronology has them."), "{paper}");

    // It ends as it began: with a reason, and both stay under "Since then".
    add(
        &mut laptop,
        &id,
        mark(&entry, false, "It was a misunderstanding."),
    )
    .unwrap();
    let again = add(
        &mut laptop,
        &id,
        mark(&entry, false, "It was a misunderstanding."),
    )
    .unwrap_err();
    assert!(again.say.contains("changed since"));
    let shown = view(&mut laptop, &id);
    assert!(shown.thread.iter().all(|item| item.significant.is_none()));
    let kept = shown
        .thread
        .iter()
        .filter(|item| item.kind == "significant")
        .count();
    assert_eq!(kept, 2);
    assert!(
        !titles(&summary(&mut laptop, &amara, ChronologyFilter::default()))
            .join("")
            .contains("gran")
    );
}

#[test]
fn a_summary_leaves_out_no_concern_and_says_nothing_of_what_was_said_in_it() {
    let (mut laptop, _, amara, _) = shared();
    let category = app::lists(&laptop.office).unwrap().categories[0].clone();
    let filed = ConcernForm {
        people: vec![forms::chosen(&amara, "victim")],
        categories: vec![category.id],
        ..forms::saying("Her coat was wet through.")
    };
    app::record_concern(&mut laptop.office, filed).unwrap();

    let items = summary(&mut laptop, &amara, ChronologyFilter::default());
    let concerns: Vec<&ChronologyItem> = items.iter().filter(|item| item.id.is_some()).collect();
    let titles: Vec<String> = concerns.iter().map(|item| plain(&item.title)).collect();
    assert!(
        titles.contains(&category.title) && titles.contains(&"Concern".to_owned()),
        "{titles:?}"
    );
    assert!(concerns.iter().all(|item| item.words.is_empty()));

    let paper = laptop.printed(chronology(&amara, true));
    let paper = read(&laptop, &paper);
    for item in concerns {
        assert!(paper.contains(&item.record_no), "{paper}");
    }
    assert!(!paper.contains("wet through"), "{paper}");
}

#[test]
fn a_summary_on_paper_leaves_what_nobody_has_read_unread_and_a_full_one_tells_the_reporter() {
    let (mut laptop, _, amara, _) = shared();
    laptop.lock();
    laptop.open(&PATIENCE);
    let about = PersonInConcern {
        pupil: Some(amara.clone()),
        ..forms::named("Amara Oyelaran", "victim")
    };
    let form = ConcernForm {
        people: vec![about],
        ..forms::saying("Her coat was wet through.")
    };
    app::record_concern(&mut laptop.office, form).unwrap();
    let heard = |laptop: &mut Device| {
        laptop.lock();
        laptop.open(&PATIENCE);
        let mine = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
        let said = mine.concerns[0].status_title.clone();
        laptop.lock();
        laptop.open(&RUTH);
        let all = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
        (said, all.unread)
    };
    laptop.lock();
    laptop.open(&RUTH);

    laptop.printed(chronology(&amara, true));
    let (said, unread) = heard(&mut laptop);
    assert!(said.starts_with("Passed on") && unread == 1, "{said}");
    laptop.printed(chronology(&amara, false));
    let (said, unread) = heard(&mut laptop);
    assert!(
        said.starts_with("It has been read") && unread == 0,
        "{said}"
    );
}

#[test]
fn a_concern_can_be_significant_itself_and_lists_say_so() {
    let (mut laptop, id, amara, _) = shared();
    add(
        &mut laptop,
        &id,
        mark("", true, "First disclosure about the game."),
    )
    .unwrap();

    let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    assert!(page.concerns[0].significant);
    let case = view(&mut laptop, &id).case.unwrap();
    assert!(case.significant.unwrap().contains("Ruth Calloway"));
    let titles = titles(&summary(&mut laptop, &amara, ChronologyFilter::default()));
    assert!(
        titles
            .iter()
            .any(|title| title.starts_with("Before lesson 2")),
        "{titles:?}"
    );
}

#[test]
fn a_shared_concern_is_over_for_one_child_and_stays_live_for_the_other() {
    let (mut laptop, id, amara, jayden) = shared();
    let live = CaseForm::Standing {
        status: "active".to_owned(),
        owner: None,
        severity: "2".to_owned(),
        level: String::new(),
        review: None,
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: "The game goes on.".to_owned(),
    };
    add(&mut laptop, &id, live).unwrap();
    let why = "He only brought her to us.";
    add(&mut laptop, &id, close_for(&jayden, true, why)).unwrap();

    let closed = ["Closed for Jay Fairbrother, Tue 10 Nov"];
    let today = app::today(&mut laptop.office).unwrap();
    assert_eq!(today.live[0].concern.closed_for, closed);
    let page = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    assert_eq!(
        (
            page.concerns[0].status.as_str(),
            page.concerns[0].closed_for.as_slice()
        ),
        ("active", closed.map(str::to_owned).as_slice())
    );
    let of = |laptop: &mut Device, pupil: &str| {
        let view = app::chronology(&mut laptop.office, pupil, ChronologyFilter::default());
        let items = view.unwrap().items;
        let item = items
            .into_iter()
            .find(|item| item.id.is_some() && item.step.is_none())
            .unwrap();
        item.closed
    };
    assert_eq!(
        of(&mut laptop, &jayden).unwrap(),
        "Closed for them, Tue 10 Nov"
    );
    assert_eq!(of(&mut laptop, &amara), None, "it goes on for her");
    let paper = laptop.printed(chronology(&jayden, false));
    let paper = read(&laptop, &paper);
    assert!(
        paper.contains("Closed for this pupil. 10 November 2026: He only brought her to us."),
        "{paper}"
    );
    let hers = laptop.printed(chronology(&amara, false));
    let hers = read(&laptop, &hers);
    assert!(
        !hers.contains("Closed for this pupil") && hers.contains("Closed for Child A"),
        "{hers}"
    );

    // Not for everybody in this way, and never twice.
    let refused = add(
        &mut laptop,
        &id,
        close_for(&amara, true, "She is well again."),
    )
    .unwrap_err();
    assert_eq!(refused.problems[0].field, "pupil");
    assert!(add(&mut laptop, &id, close_for(&jayden, true, why)).is_err());
    add(
        &mut laptop,
        &id,
        close_for(&jayden, false, "He was asked to meet too."),
    )
    .unwrap();
    assert_eq!(of(&mut laptop, &jayden), None);
    let case = view(&mut laptop, &id).case.unwrap();
    assert!(case.pupils.iter().all(|pupil| pupil.closed.is_none()));
}

#[test]
fn a_concern_about_one_child_is_closed_only_as_a_whole() {
    let (mut laptop, _, amara, jayden) = shared();
    let form = ConcernForm {
        people: vec![forms::chosen(&amara, "victim")],
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let refused = add(
        &mut laptop,
        &id,
        close_for(&amara, true, "She is well again."),
    )
    .unwrap_err();
    assert_eq!(refused.problems[0].field, "pupil");
    assert!(
        add(
            &mut laptop,
            &id,
            close_for(&jayden, true, "Not in it at all.")
        )
        .is_err()
    );
    assert!(view(&mut laptop, &id).case.unwrap().pupils.is_empty());
}

#[test]
fn more_people_are_asked_to_look_and_whoever_asked_sees_who_has() {
    let (mut laptop, id, ..) = shared();
    let case = view(&mut laptop, &id).case.unwrap();
    let dev = case
        .may_tell
        .iter()
        .find(|one| one.title == "Dev Marwaha")
        .unwrap()
        .id
        .clone();
    assert!(
        !case.may_tell.iter().any(|one| one.title == "Patience Osei"),
        "she reads no records"
    );
    let ask = |people: Vec<String>| CaseForm::Told {
        people,
        words: "Please ring Mum before three.".to_owned(),
    };
    assert_eq!(
        add(&mut laptop, &id, ask(Vec::new())).unwrap_err().problems[0].field,
        "people"
    );
    assert_eq!(
        add(&mut laptop, &id, ask(vec!["ab".repeat(16)]))
            .unwrap_err()
            .problems[0]
            .field,
        "people"
    );
    add(&mut laptop, &id, ask(vec![dev])).unwrap();

    laptop.clock.pass(Duration::from_secs(2 * 3600));
    let told = view(&mut laptop, &id).case.unwrap().told;
    assert_eq!(
        (told[0].name.as_str(), told[0].waits.as_deref()),
        ("Dev Marwaha", Some("2 h"))
    );
    laptop.lock();
    laptop.open(&DEV);
    assert_eq!(app::today(&mut laptop.office).unwrap().told.len(), 1);
    assert!(
        view(&mut laptop, &id)
            .thread
            .iter()
            .any(|item| item.detail == "Please ring Mum before three.")
    );
    assert!(app::today(&mut laptop.office).unwrap().told.is_empty());
    laptop.lock();
    laptop.open(&RUTH);
    let told = view(&mut laptop, &id).case.unwrap().told;
    assert_eq!(told[0].opened.as_deref(), Some("12:41"));
    // Whoever has looked can be asked again, and then their earlier look says nothing.
    let again = view(&mut laptop, &id).case.unwrap().may_tell[0].id.clone();
    laptop.clock.pass(Duration::from_secs(60));
    add(&mut laptop, &id, ask(vec![again])).unwrap();
    let told = view(&mut laptop, &id).case.unwrap().told;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].opened, None);
    laptop.lock();
    laptop.open(&DEV);
    assert_eq!(app::today(&mut laptop.office).unwrap().told.len(), 1);
}

#[test]
fn an_unanswered_referral_goes_up_the_ladder_a_step_at_a_time() {
    let (mut laptop, id, ..) = shared();
    let referral = CaseForm::Referral {
        body: "csc".to_owned(),
        to: "Fenmarsh MASH".to_owned(),
        person: String::new(),
        reference: String::new(),
        words: String::new(),
        at: String::new(),
        reply: DueForm::Hours { hours: 24 },
    };
    add(&mut laptop, &id, referral).unwrap();
    let of = |laptop: &mut Device| view(laptop, &id).case.unwrap().referrals[0].clone();
    assert!(of(&mut laptop).next_step.is_none(), "it is in time");

    laptop.clock.pass(Duration::from_secs(25 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
    let late = of(&mut laptop);
    assert_eq!(late.next_step.unwrap().title, "The duty worker");
    let step = |step: &str, words: &str| CaseForm::Escalated {
        entry: late.entry.clone(),
        step: step.to_owned(),
        person: "T. Hale".to_owned(),
        words: words.to_owned(),
        at: String::new(),
    };
    assert_eq!(
        add(&mut laptop, &id, step("duty-worker", ""))
            .unwrap_err()
            .problems[0]
            .field,
        "words"
    );
    add(
        &mut laptop,
        &id,
        step("duty-worker", "Will ring back today."),
    )
    .unwrap();
    let now = of(&mut laptop);
    assert!(now.escalations[0].contains("The duty worker, T. Hale. Will ring back today."));
    assert_eq!(now.next_step.unwrap().title, "Their team manager");
    assert!(now.late.is_some(), "its clock goes on");

    let reply = CaseForm::Reply {
        entry: late.entry.clone(),
        at: String::new(),
        words: "No further action.".to_owned(),
        agreed: false,
    };
    add(&mut laptop, &id, reply).unwrap();
    assert!(
        of(&mut laptop).next_step.is_some(),
        "the school does not agree"
    );
    let thread = view(&mut laptop, &id).thread;
    assert!(
        thread
            .iter()
            .any(|item| item.title == "Escalated: The duty worker")
    );
}

#[test]
fn a_step_written_by_mistake_is_struck_stays_to_be_read_and_counts_no_more() {
    let (mut laptop, id, amara, _) = shared();
    add(&mut laptop, &id, call("Rang the dentist")).unwrap();
    let todo = CaseForm::Action {
        title: "Ring Jayden\u{2019}s gran".to_owned(),
        owner: None,
        due: DueForm::Today,
    };
    add(&mut laptop, &id, todo).unwrap();
    let of = |laptop: &mut Device, kind: &str| {
        let thread = view(laptop, &id).thread;
        let item = thread.into_iter().find(|item| item.kind == kind);
        item.unwrap()
    };
    let strike = |laptop: &mut Device, kind: &str, struck: bool, reason: &str| {
        let form = CaseForm::Struck {
            entry: of(laptop, kind).entry.unwrap(),
            struck,
            reason: reason.to_owned(),
        };
        add(laptop, &id, form)
    };
    assert!(of(&mut laptop, "todo").may_strike);
    let refused = strike(&mut laptop, "todo", true, "oops").unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");
    let why = "It was for Jayden\u{2019}s own concern.";
    strike(&mut laptop, "todo", true, why).unwrap();
    strike(&mut laptop, "taken", true, why).unwrap();

    assert!(
        view(&mut laptop, &id)
            .case
            .is_some_and(|case| case.actions.is_empty())
    );
    assert!(app::today(&mut laptop.office).unwrap().week.is_empty());
    let said = of(&mut laptop, "todo").struck.unwrap();
    assert!(said.starts_with("Written by mistake, says Ruth Calloway"));
    assert!(said.ends_with(why), "{said}");
    let again = strike(&mut laptop, "todo", true, why).unwrap_err();
    assert!(again.say.contains("changed since"));

    // On the child's page and on paper it is read as it was, and that it does not hold; another child stays a letter.
    let page = app::chronology(&mut laptop.office, &amara, ChronologyFilter::default()).unwrap();
    let step = page
        .items
        .iter()
        .find(|item| item.struck.is_some())
        .unwrap();
    assert!(
        plain(step.struck.as_ref().unwrap()).ends_with("It was for Child A\u{2019}s own concern.")
    );
    let short = summary(&mut laptop, &amara, ChronologyFilter::default());
    assert!(short.iter().all(|item| item.struck.is_none()));
    let paper = laptop.printed(chronology(&amara, false));
    let paper = read(&laptop, &paper);
    assert!(paper.contains("Rang the dentist"), "{paper}");
    assert!(
        paper.contains("Written by mistake, says Ruth Calloway"),
        "{paper}"
    );
    assert!(!paper.contains("Jayden"), "{paper}");

    strike(&mut laptop, "todo", false, "It was for both of them.").unwrap();
    assert!(of(&mut laptop, "todo").struck.is_none());
    assert_eq!(app::today(&mut laptop.office).unwrap().week.len(), 1);
}
