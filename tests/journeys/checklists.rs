//! Filling a checklist: what the record knows is there, what is missing is said, and what went is kept as it went.

use app::wire::{
    AdultForm, AnswerForm, CaseForm, ChecklistItem, ChecklistView, ConcernForm, DueForm, Fault,
    FaultKind, OnlineTrace, PaperAsked, Reach, Route, SentForm, TieForm,
};
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms};

use crate::papers::read;

const CEOP: &str = "ceop-referral";

/// A grooming concern about Amara, whose mother is on her page.
fn grooming() -> (Device, String, String) {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let amara = laptop.pupil("Amara");
    let mother = AdultForm {
        name: "Folake Oyelaran".to_owned(),
        kind: "parent-carer".to_owned(),
        reach: vec![
            Reach {
                way: "phone".to_owned(),
                value: "07700 900123".to_owned(),
                note: String::new(),
            },
            Reach {
                way: "address".to_owned(),
                value: "4 Quay Street\nMarlowe Vale".to_owned(),
                note: String::new(),
            },
        ],
        ..AdultForm::default()
    };
    let tie = TieForm {
        pupil: amara.clone(),
        new_adult: Some(mother),
        relation: "mother".to_owned(),
        responsibility: "yes".to_owned(),
        lives_with: "yes".to_owned(),
        rank: Some(1),
        ring: "ask".to_owned(),
        ..TieForm::default()
    };
    app::save_tie(&mut laptop.office, tie).unwrap();
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::named("Jayden", "witness"),
        ],
        indecent_image: "no".to_owned(),
        urgency: "immediate".to_owned(),
        online: [
            ("kai_drifts07", ""),
            ("marc.drifts", "other"),
            ("amara_o", "child"),
        ]
        .map(|(user_name, whose)| OnlineTrace {
            service: "Blockhaven".to_owned(),
            address: String::new(),
            user_name: user_name.to_owned(),
            whose: whose.to_owned(),
        })
        .to_vec(),
        ..forms::about_amara()
    };
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    (laptop, amara, concern)
}

fn begin(laptop: &mut Device, list: &str, concern: &str) -> String {
    app::begin_checklist(&mut laptop.office, list, Some(concern))
        .unwrap()
        .value
}

fn see(laptop: &mut Device, id: &str) -> ChecklistView {
    app::checklist(&mut laptop.office, id).unwrap()
}

fn item<'v>(view: &'v ChecklistView, id: &str) -> &'v ChecklistItem {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .find(|item| item.id == id)
        .unwrap()
}

fn answer(laptop: &mut Device, id: &str, item: &str, lines: &[&str]) -> Result<(), Fault> {
    let form = AnswerForm {
        checklist: id.to_owned(),
        item: item.to_owned(),
        answer: lines.iter().map(|line| (*line).to_owned()).collect(),
        unknown: false,
    };
    app::answer(&mut laptop.office, form).map(|_| ())
}

fn by_portal(id: &str) -> SentForm {
    SentForm {
        checklist: id.to_owned(),
        how: "portal".to_owned(),
        reference: "CE-7741".to_owned(),
        reply: DueForm::WorkingDays { days: 1 },
        ..SentForm::default()
    }
}

#[test]
fn what_the_record_knows_is_filled_in_with_where_it_stands_and_the_gaps_are_ranked() {
    let (mut laptop, _, concern) = grooming();
    let id = begin(&mut laptop, CEOP, &concern);
    let view = see(&mut laptop, &id);

    assert_eq!(view.to, "CEOP");
    assert!(view.warnings.iter().any(|line| line.contains("999")));
    for (of, says, from) in [
        ("child_name", "Amara Oyelaran", "From the pupil list"),
        (
            "sus_accounts",
            "marc.drifts, Blockhaven",
            "From the concern",
        ),
        ("child_accounts", "amara_o, Blockhaven", "From the concern"),
        ("where", "Blockhaven", "From the concern"),
        ("what", "which school I go to", "From the first account"),
        ("rep_name", "Ruth Calloway", "From the school"),
        ("rep_org", "Weir Lane", "From the school"),
        (
            "child_address",
            "4 Quay Street, Marlowe Vale",
            "From the pupil",
        ),
        ("danger", "Yes", "From the concern"),
        (
            "rep_type",
            "Professional working with children",
            "From the school",
        ),
    ] {
        let found = item(&view, of);
        assert!(found.by_record, "{of}");
        assert!(
            found.answer.join("\n").contains(says),
            "{of}: {:?}",
            found.answer
        );
        assert!(found.from.starts_with(from), "{of}: {}", found.from);
    }
    // The child's own is not the suspect's, and what nobody has said the owner of is neither's.
    for side in ["sus_accounts", "child_accounts"] {
        let one = item(&view, side);
        assert!(
            one.answer.len() == 1 && one.lacks.contains("kai_drifts07"),
            "{side}"
        );
    }
    assert_eq!(item(&view, "child_accounts").answer.len(), 1);
    // What nobody has said is not said by the form: that no referral stands in the record is no answer.
    assert!(item(&view, "already").answer.is_empty());
    assert!(item(&view, "child_status").answer.is_empty());
    // Part of an answer is said to be part, and in danger the number of the call is needed.
    let gap = |of: &str| view.gaps.iter().find(|gap| gap.item == of);
    assert!(gap("rep_org").unwrap().prompt.contains("DfE number"));
    assert!(gap("when").unwrap().prompt.contains("not since when"));
    assert!(gap("incident_number").unwrap().needed);
    assert!(view.cautions.is_empty(), "{:?}", view.cautions);
    assert!(view.from_record >= 12);
    let needed = view.gaps.iter().take_while(|gap| gap.needed).count();
    assert!(needed > 3 && view.gaps[needed..].iter().all(|gap| !gap.needed));
    assert!(
        view.gaps.iter().all(|gap| gap.item != "sent"),
        "it has not gone"
    );
    assert!(view.ready.starts_with("You can send it now."));
    assert!(view.ready.ends_with("Waiting is worse than a gap."));
}

#[test]
fn an_answer_typed_stands_in_the_records_place_until_it_is_taken_back_and_a_correction_is_one_here_too()
 {
    let (mut laptop, _, concern) = grooming();
    let id = begin(&mut laptop, CEOP, &concern);
    answer(&mut laptop, &id, "child_name", &[" Amara O. "]).unwrap();
    let view = see(&mut laptop, &id);
    assert_eq!(item(&view, "child_name").answer, ["Amara O."]);
    assert!(item(&view, "child_name").from.starts_with("Ruth Calloway"));
    answer(&mut laptop, &id, "child_name", &[]).unwrap();
    let view = see(&mut laptop, &id);
    assert!(item(&view, "child_name").by_record);

    let wrong = answer(&mut laptop, &id, "already", &["Perhaps"]).unwrap_err();
    assert_eq!(wrong.problems[0].field, "already");
    answer(&mut laptop, &id, "already", &["No"]).unwrap();
    let unknown = AnswerForm {
        checklist: id.clone(),
        item: "sus_age".to_owned(),
        answer: Vec::new(),
        unknown: true,
    };
    app::answer(&mut laptop.office, unknown).unwrap();
    let view = see(&mut laptop, &id);
    assert!(item(&view, "sus_age").unknown);
    assert!(
        view.gaps.last().is_some_and(|gap| gap.unknown),
        "what nobody knows comes last"
    );

    // Another lead picks it up; what was only typed is its writer's alone, also through a lock.
    app::keep_answer(
        &mut laptop.office,
        &id,
        "met",
        vec!["Saturday, at the".to_owned()],
    )
    .unwrap();
    laptop.lock();
    laptop.open(&DEV);
    let view = see(&mut laptop, &id);
    assert_eq!(item(&view, "already").answer, ["No"]);
    assert!(item(&view, "met").typed.is_none());
    laptop.lock();
    laptop.open(&RUTH);
    let view = see(&mut laptop, &id);
    assert_eq!(
        item(&view, "met").typed.as_deref().unwrap(),
        ["Saturday, at the"]
    );
    answer(&mut laptop, &id, "met", &["Saturday, at the station"]).unwrap();
    assert!(item(&see(&mut laptop, &id), "met").typed.is_none());
    let how = vec!["CE-77".to_owned()];
    app::keep_answer(&mut laptop.office, &id, "@sent", how.clone()).unwrap();
    assert_eq!(see(&mut laptop, &id).sent_typed, how);
    assert!(app::keep_answer(&mut laptop.office, &id, "nothing", how).is_err());

    // The record's own rooms can be made again from its entries, and say the same.
    let before = see(&mut laptop, &id);
    laptop.restart();
    laptop.open(&RUTH);
    let after = see(&mut laptop, &id);
    assert_eq!(item(&before, "met").answer, item(&after, "met").answer);
    assert_eq!(app::today(&mut laptop.office).unwrap().checklists.len(), 1);
}

#[test]
fn a_ceop_report_goes_with_its_gaps_and_the_referral_waits_for_its_answer_on_the_concern() {
    let (mut laptop, _, concern) = grooming();
    let id = begin(&mut laptop, CEOP, &concern);
    answer(&mut laptop, &id, "in_scope", &["Yes"]).unwrap();
    let no_way = SentForm {
        how: String::new(),
        ..by_portal(&id)
    };
    let refused = app::sent_checklist(&mut laptop.office, no_way).unwrap_err();
    assert_eq!(refused.problems[0].field, "how");
    app::sent_checklist(&mut laptop.office, by_portal(&id)).unwrap();

    let view = see(&mut laptop, &id);
    let sent = view.sent.as_ref().unwrap();
    assert_eq!(
        (sent.how.as_str(), sent.reference.as_str()),
        ("Online form", "CE-7741")
    );
    assert!(
        sent.missing
            .iter()
            .any(|line| line.contains("Web addresses"))
    );
    assert!(item(&view, "sent").answer.join(" ").contains("CE-7741"));
    let page = app::concern(&mut laptop.office, &concern).unwrap();
    let referral = &page.case.as_ref().unwrap().referrals[0];
    assert_eq!(referral.title, "CEOP");
    assert!(referral.detail.contains("CE-7741") && referral.due.is_some());
    let titles: Vec<&str> = page.thread.iter().map(|item| item.title.as_str()).collect();
    assert!(
        titles
            .iter()
            .any(|title| title.starts_with("Checklist") && title.ends_with("sent"))
    );
    assert!(titles.contains(&"Referred to CEOP"));
    assert!(
        app::today(&mut laptop.office)
            .unwrap()
            .checklists
            .is_empty()
    );

    // What went stays as it went, also when the record is put right; what came back is written after it.
    let frozen = answer(&mut laptop, &id, "sus_name", &["Kai"]).unwrap_err();
    assert_eq!(frozen.kind, FaultKind::Refused);
    let current = &page.versions[page.current as usize];
    let corrected = ConcernForm {
        amends: Some(concern.clone()),
        reason: Some("The name of the game was wrong.".to_owned()),
        online: Vec::new(),
        ..current.form.clone()
    };
    app::amend_concern(&mut laptop.office, corrected).unwrap();
    let view = see(&mut laptop, &id);
    assert_eq!(item(&view, "where").answer, ["Blockhaven"]);
    answer(&mut laptop, &id, "call", &["Rang back at 15:10."]).unwrap();
    assert_eq!(
        item(&see(&mut laptop, &id), "call").answer,
        ["Rang back at 15:10."]
    );
    let twice = app::sent_checklist(&mut laptop.office, by_portal(&id)).unwrap_err();
    assert!(twice.say.contains("changed since"));
    assert_eq!(
        app::checklists(&laptop.office, Some(&concern)).unwrap()[0]
            .end
            .split(' ')
            .next(),
        Some("Sent")
    );
}

#[test]
fn a_report_that_never_went_is_opened_again_with_a_reason_and_sent_anew() {
    let (mut laptop, _, concern) = grooming();
    let id = begin(&mut laptop, CEOP, &concern);
    let open = app::reopen_checklist(&mut laptop.office, &id, false, "It never went through.");
    assert!(open.is_err(), "it is open");
    app::sent_checklist(&mut laptop.office, by_portal(&id)).unwrap();
    let page = app::concern(&mut laptop.office, &concern).unwrap();
    let referred = |item: &&app::wire::ThreadItem| item.title == "Referred to CEOP";
    let step = page.thread.iter().find(referred).unwrap();
    let strike = CaseForm::Struck {
        entry: step.entry.clone().unwrap(),
        struck: true,
        reason: "The form was never sent: the page had timed out.".to_owned(),
    };
    laptop.minutes(2);
    app::add_to_case(&mut laptop.office, &concern, strike).unwrap();

    let view = see(&mut laptop, &id);
    assert!(view.cautions.iter().any(|line| line.contains("timed out")));
    let row = |laptop: &Device| app::checklists(&laptop.office, Some(&concern)).unwrap()[0].clone();
    assert!(row(&laptop).end.contains("referral struck"));

    let short = app::reopen_checklist(&mut laptop.office, &id, false, "no").unwrap_err();
    assert_eq!(short.problems[0].field, "reason");
    app::reopen_checklist(&mut laptop.office, &id, false, "It never went through.").unwrap();
    let view = see(&mut laptop, &id);
    assert!(view.sent.is_none() && row(&laptop).open);
    for said in [
        "It was said to have gone",
        "reference CE-7741",
        "It never went through.",
    ] {
        assert!(
            view.cautions.iter().any(|line| line.contains(said)),
            "{said}: {:?}",
            view.cautions
        );
    }
    // What went first is still to be read, also where other answers stand now.
    answer(&mut laptop, &id, "sus_name", &["Kai"]).unwrap();
    let view = see(&mut laptop, &id);
    let before = &view.sent_before[0];
    assert_eq!(before.reference, "CE-7741");
    let name = before
        .answers
        .iter()
        .find(|one| one.prompt.starts_with("Name or names"));
    assert_eq!(name.unwrap().answer, "Not answered.");
    let paper = laptop.printed(PaperAsked::Checklist {
        id: id.clone(),
        large: false,
        purpose: "the file".to_owned(),
    });
    assert!(read(&laptop, &paper).contains("before it was opened again"));
    laptop.minutes(2);
    let anew = SentForm {
        reference: "CE-7790".to_owned(),
        ..by_portal(&id)
    };
    app::sent_checklist(&mut laptop.office, anew).unwrap();
    let view = see(&mut laptop, &id);
    assert_eq!(view.sent.as_ref().unwrap().reference, "CE-7790");
    assert!(row(&laptop).end.starts_with("Sent") && !row(&laptop).end.contains("struck"));
    let page = app::concern(&mut laptop.office, &concern).unwrap();
    let opened = |item: &&app::wire::ThreadItem| item.title.ends_with("opened again");
    assert!(page.thread.iter().any(|item| opened(&item)));

    // It had gone: its referral stands, and is none to be struck.
    app::reopen_checklist(&mut laptop.office, &id, true, "They ask for it anew.").unwrap();
    let view = see(&mut laptop, &id);
    let stands = |line: &String| line.contains("still says that it was referred");
    assert!(!view.cautions.iter().any(stands));
    let referrals = |laptop: &mut Device| {
        let page = app::concern(&mut laptop.office, &concern).unwrap();
        page.case.unwrap().referrals.len()
    };
    assert_eq!(referrals(&mut laptop), 1);
    // It never went: the referral that was signed with it is struck in the same moment.
    laptop.minutes(2);
    app::sent_checklist(&mut laptop.office, by_portal(&id)).unwrap();
    assert_eq!(referrals(&mut laptop), 2);
    app::reopen_checklist(&mut laptop.office, &id, false, "The page had timed out.").unwrap();
    assert_eq!(referrals(&mut laptop), 1);
}

#[test]
fn a_checklist_sent_before_the_concern_was_recorded_is_put_to_it_and_is_its_referral() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let id = app::begin_checklist(&mut laptop.office, CEOP, None)
        .unwrap()
        .value;
    answer(&mut laptop, &id, "sus_name", &["Kai"]).unwrap();
    app::sent_checklist(&mut laptop.office, by_portal(&id)).unwrap();
    laptop.minutes(30);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    app::put_checklist(&mut laptop.office, &id, &concern, "").unwrap();

    let rows = app::checklists(&laptop.office, Some(&concern)).unwrap();
    assert!(rows[0].end.starts_with("Sent"));
    let page = app::concern(&mut laptop.office, &concern).unwrap();
    let referral = &page.case.as_ref().unwrap().referrals[0];
    assert!(referral.title == "CEOP" && referral.detail.contains("CE-7741"));
    let put = |title: &str| title.contains("put to this concern");
    assert!(page.thread.iter().any(|item| put(&item.title)));
    let view = see(&mut laptop, &id);
    assert_eq!(view.concern.unwrap().id, concern);
    assert_eq!(view.put.unwrap().missing, "");
    // Struck and sent anew without any reference: the second is not taken for the first.
    let referral = |laptop: &mut Device| {
        let page = app::concern(&mut laptop.office, &concern).unwrap();
        let step = page
            .thread
            .into_iter()
            .find(|item| item.title == "Referred to CEOP");
        step.unwrap().entry.unwrap()
    };
    let strike = CaseForm::Struck {
        entry: referral(&mut laptop),
        struck: true,
        reason: "It never went through.".to_owned(),
    };
    app::add_to_case(&mut laptop.office, &concern, strike).unwrap();
    app::reopen_checklist(&mut laptop.office, &id, false, "It never went through.").unwrap();
    laptop.minutes(5);
    app::sent_checklist(&mut laptop.office, by_portal(&id)).unwrap();
    let rows = app::checklists(&laptop.office, Some(&concern)).unwrap();
    assert!(!rows[0].end.contains("struck"), "{}", rows[0].end);
    let view = see(&mut laptop, &id);
    assert!(
        view.cautions
            .iter()
            .all(|line| !line.contains("may never have gone"))
    );
    assert!(app::put_checklist(&mut laptop.office, &id, &concern, "").is_err());
}

#[test]
fn for_a_telephone_it_is_printed_large_and_a_referral_made_before_answers_what_asks_for_it() {
    let (mut laptop, _, concern) = grooming();
    let told = CaseForm::Referral {
        body: "csc".to_owned(),
        to: "Fenmarsh MASH".to_owned(),
        person: "Carys Lund".to_owned(),
        reference: "FM-77120".to_owned(),
        words: String::new(),
        at: String::new(),
        reply: DueForm::Never,
    };
    app::add_to_case(&mut laptop.office, &concern, told).unwrap();
    let id = begin(&mut laptop, CEOP, &concern);
    let view = see(&mut laptop, &id);
    assert_eq!(item(&view, "already").answer, ["Children's social care"]);
    assert!(
        item(&view, "la")
            .answer
            .join(" ")
            .contains("Carys Lund, reference FM-77120")
    );

    let asked = |large: bool| PaperAsked::Checklist {
        id: id.clone(),
        large,
        purpose: "the call to CEOP".to_owned(),
    };
    let large = laptop.printed(asked(true));
    let text = read(&laptop, &large);
    for said in [
        "CEOP report: have this ready",
        "Not sent yet.",
        "Immediate danger: 999 first",
        "marc.drifts, Blockhaven",
        "Not answered.",
        "Amara Oyelaran",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let page = app::concern(&mut laptop.office, &concern).unwrap();
    assert!(
        page.thread
            .iter()
            .any(|item| item.kind == "paper" && item.detail.contains("the call to CEOP"))
    );
}

#[test]
fn an_account_that_speaks_of_meeting_says_999_first_until_that_is_answered() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let form = forms::saying("He wants to meet her on Saturday at the station.");
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let id = begin(&mut laptop, CEOP, &concern);
    let warned = |view: &ChecklistView| {
        let mut cautions = view.cautions.iter();
        cautions.any(|line| line.contains("ring 999"))
    };
    assert!(warned(&see(&mut laptop, &id)));
    // The worst answer does not silence it.
    answer(&mut laptop, &id, "met", &["Saturday at the station."]).unwrap();
    assert!(warned(&see(&mut laptop, &id)));
    answer(&mut laptop, &id, "met", &["No, she says: only an idea."]).unwrap();
    let view = see(&mut laptop, &id);
    assert!(!warned(&view));
    assert_eq!(view.gaps[0].item, "danger", "before anything else");
    let odd = answer(&mut laptop, &id, "rep_email", &["CAD 4471"]).unwrap_err();
    assert_eq!(odd.problems[0].field, "answer");
}

#[test]
fn what_is_not_for_ceop_says_so_and_where_it_goes_instead() {
    let (mut laptop, _, concern) = grooming();
    let id = begin(&mut laptop, CEOP, &concern);
    // A child in danger comes before the form, whatever else is said.
    let view = see(&mut laptop, &id);
    assert!(view.danger.unwrap().contains("Ring 999") && view.elsewhere.is_none());
    answer(&mut laptop, &id, "danger", &["No"]).unwrap();
    assert!(see(&mut laptop, &id).danger.is_none());
    answer(&mut laptop, &id, "in_scope", &["No"]).unwrap();
    let view = see(&mut laptop, &id);
    assert!(view.elsewhere.unwrap().contains("Bullying"));
    let routes = app::routes().unwrap();
    let bullying = routes.iter().find(|route| route.id == "bullying").unwrap();
    assert!(bullying.not_ceop && bullying.say.starts_with("Not CEOP"));
    assert!(
        bullying
            .contacts
            .iter()
            .any(|one| one.detail.contains("0344"))
    );
    let grooming = routes.iter().find(|route| route.id == "grooming").unwrap();
    assert_eq!(grooming.checklists[0].id, CEOP);

    let short = app::drop_checklist(&mut laptop.office, &id, "no").unwrap_err();
    assert_eq!(short.problems[0].field, "reason");
    app::drop_checklist(
        &mut laptop.office,
        &id,
        "It is bullying; we follow our own way.",
    )
    .unwrap();
    let view = see(&mut laptop, &id);
    assert!(view.dropped.unwrap().starts_with("It is bullying"));
    assert!(answer(&mut laptop, &id, "sus_name", &["Kai"]).is_err());
}

#[test]
fn a_referral_about_a_member_of_staff_is_seen_by_nobody_who_may_not_read_the_concern() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let refused = app::begin_checklist(&mut laptop.office, "lado-referral", None).unwrap_err();
    assert!(refused.say.contains("Record the concern first"));
    let form = forms::about_adult(
        Route::Staff,
        PATIENCE.as_subject(),
        "He drove a child home.",
    );
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let id = begin(&mut laptop, "lado-referral", &concern);
    let view = see(&mut laptop, &id);
    assert!(
        item(&view, "desc")
            .answer
            .join(" ")
            .contains("drove a child home")
    );
    // It names no child, and is about an adult: nothing of the adult stands where a child belongs.
    let child = item(&view, "k_name");
    assert!(child.answer.is_empty(), "{:?}", child.answer);
    let adult = item(&view, "a_name").answer.join(" ");
    assert!(adult.contains("Patience"), "{adult}");
    laptop.lock();

    laptop.open(&DEV);
    assert!(app::checklist(&mut laptop.office, &id).is_err());
    assert!(
        app::today(&mut laptop.office)
            .unwrap()
            .checklists
            .is_empty()
    );
    assert!(app::checklists(&laptop.office, None).unwrap().is_empty());
    assert!(app::checklists(&laptop.office, Some(&concern)).is_err());
    assert!(answer(&mut laptop, &id, "desc", &["Nothing"]).is_err());
}

#[test]
fn every_checklist_can_be_begun_answered_from_the_record_and_done_with() {
    let (mut laptop, _, concern) = grooming();
    laptop.lock();
    // The head reads both rooms: what is about an adult is begun where they cannot read it, and nowhere else.
    laptop.open(&HEAD);
    let form = forms::about_adult(
        Route::Staff,
        PATIENCE.as_subject(),
        "He drove a child home.",
    );
    let staff = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let all = app::guidance_list().unwrap();
    let lists: Vec<_> = all.iter().filter(|line| line.kind == "checklist").collect();
    assert_eq!(lists.len(), 18);
    for list in lists {
        let page = app::checklist_page(&laptop.office, &list.id).unwrap();
        assert!(page.id.is_empty() && !page.sections.is_empty());
        let about = match page.needs_concern {
            true => {
                let open = app::begin_checklist(&mut laptop.office, &list.id, Some(&concern));
                assert!(open.unwrap_err().say.contains("every lead reads it"));
                &staff
            }
            false => &concern,
        };
        let id = begin(&mut laptop, &list.id, about);
        let view = see(&mut laptop, &id);
        let known = |item: &&ChecklistItem| item.by_record;
        let by_record = view
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .filter(known);
        for found in by_record {
            // Whatever the record says can be kept as an answer by hand too.
            let lines: Vec<&str> = found.answer.iter().map(String::as_str).collect();
            answer(&mut laptop, &id, &found.id, &lines).unwrap();
        }
        let sent = SentForm {
            how: if view.to.is_empty() {
                String::new()
            } else {
                "phone".to_owned()
            },
            ..by_portal(&id)
        };
        app::sent_checklist(&mut laptop.office, sent).unwrap();
        let asked = PaperAsked::Checklist {
            id: id.clone(),
            large: false,
            purpose: "the file".to_owned(),
        };
        let paper = laptop.printed(asked);
        assert!(read(&laptop, &paper).contains(&list.title[..8]));
    }
}
