//! Going through a flowchart: the right thing in the right order, and proof of it afterwards.

use std::time::Duration;

use app::wire::{FaultKind, PaperAsked, PaperSize, SecondForm, StepDraft, WalkForm, WalkView};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, Dice, HEAD, PATIENCE, RUTH, Somebody, forms, inside};
use rand_core::RngCore;

const ILLEGAL: &str = "illegal-online-incident";

fn see(laptop: &Device, walk: &str) -> WalkView {
    app::walk(&laptop.office, walk).unwrap()
}

fn at(view: &WalkView) -> &str {
    view.at.as_ref().map_or("", |node| node.id.as_str())
}

/// What takes the step a walk stands at, with everything it asks for.
fn form(view: &WalkView, second: &Somebody) -> WalkForm {
    let node = view.at.as_ref().unwrap();
    WalkForm {
        walk: view.id.clone(),
        node: node.id.clone(),
        note: node.asks.clone(),
        second: node.two_people.then(|| signs(second)),
        ..WalkForm::default()
    }
}

fn signs(who: &Somebody) -> SecondForm {
    SecondForm {
        user: who.user.to_owned(),
        password: who.password.to_owned(),
    }
}

fn take(laptop: &mut Device, form: WalkForm) {
    app::take_step(&mut laptop.office, form).unwrap();
}

/// Goes on with the first answer of every decision until a step.
fn go_to(laptop: &mut Device, walk: &str, node: &str) {
    go_to_with(laptop, walk, node, &DEV);
}

/// The same, with somebody as the second who signs.
fn go_to_with(laptop: &mut Device, walk: &str, node: &str, second: &Somebody) {
    for _ in 0..60 {
        let view = see(laptop, walk);
        if at(&view) == node {
            return;
        }
        let first = view
            .at
            .as_ref()
            .unwrap()
            .ways
            .first()
            .map(|way| way.answer.clone());
        take(
            laptop,
            WalkForm {
                answer: first.unwrap_or_default(),
                ..form(&view, second)
            },
        );
    }
    panic!("{node} was never reached");
}

#[test]
fn a_deputy_does_the_right_thing_in_the_right_order_and_every_step_says_who_and_when() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&DEV);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let walk = app::begin_walk(&mut laptop.office, "online-grooming-ceop", Some(&concern))
        .unwrap()
        .value;
    let view = see(&laptop, &walk);
    assert!(!view.flow.do_not.is_empty() && view.step == 1 && view.of > 5);
    assert_eq!(view.numbers[0].number, "999");

    take(&mut laptop, form(&view, &RUTH));
    let view = see(&laptop, &walk);
    let danger = view.at.clone().unwrap();
    assert_eq!(danger.kind, "decision");
    let unanswered = app::take_step(&mut laptop.office, form(&view, &RUTH)).unwrap_err();
    assert_eq!(unanswered.problems[0].field, "answer");
    let skipped = WalkForm {
        skip: true,
        note: "There is no time for that now.".to_owned(),
        ..form(&view, &RUTH)
    };
    assert!(
        app::take_step(&mut laptop.office, skipped).is_err(),
        "a decision is never skipped"
    );
    let no = danger.ways.iter().find(|way| way.answer == "No").unwrap();
    laptop.minutes(3);
    take(
        &mut laptop,
        WalkForm {
            answer: "No".to_owned(),
            ..form(&view, &RUTH)
        },
    );
    let view = see(&laptop, &walk);
    assert_eq!(at(&view), no.to);

    // What is typed outlives a lock, for whoever typed it.
    let draft = StepDraft {
        note: "The lead is away".to_owned(),
        skip: true,
    };
    app::keep_walk_note(&mut laptop.office, &walk, &no.to, draft).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    assert_eq!(see(&laptop, &walk).typed.note, "");
    laptop.lock();
    laptop.open(&DEV);
    let typed = see(&laptop, &walk).typed;
    assert_eq!(
        (typed.note.as_str(), typed.skip),
        ("The lead is away", true)
    );
    // Whoever goes back meanwhile loses none of it.
    app::go_back(&mut laptop.office, &walk, &no.to).unwrap();
    assert_eq!(see(&laptop, &walk).unsigned[0].note, "The lead is away");
    let again = WalkForm {
        answer: "No".to_owned(),
        ..form(&see(&laptop, &walk), &RUTH)
    };
    take(&mut laptop, again);
    assert_eq!(see(&laptop, &walk).typed.note, "The lead is away");

    // Not done, and it says why.
    let bare = WalkForm {
        skip: true,
        note: "no".to_owned(),
        ..form(&view, &RUTH)
    };
    let refused = app::take_step(&mut laptop.office, bare).unwrap_err();
    assert_eq!(refused.problems[0].field, "note");
    take(
        &mut laptop,
        WalkForm {
            skip: true,
            note: "The lead is away; I rang the deputy of the trust.".to_owned(),
            ..form(&view, &RUTH)
        },
    );
    assert_eq!(see(&laptop, &walk).typed.note, "", "it is signed");
    // Twice the same step is once too often.
    let late = app::take_step(&mut laptop.office, form(&view, &RUTH)).unwrap_err();
    assert_eq!(late.kind, FaultKind::Refused);
    let stands = see(&laptop, &walk);
    app::go_back(&mut laptop.office, &walk, at(&stands)).unwrap();
    let back = see(&laptop, &walk);
    assert_eq!(at(&back), no.to, "back where it was not done");
    assert!(back.taken.iter().any(|step| step.skipped), "and that stays");
    laptop.lock();

    // Put down, and picked up by somebody else.
    laptop.open(&RUTH);
    let today = app::today(&mut laptop.office).unwrap();
    assert_eq!(today.walks.len(), 1);
    assert_eq!(today.walks[0].about, "Amara Oyelaran");
    assert!(
        today.walks[0].last.ends_with(DEV.name),
        "{}",
        today.walks[0].last
    );
    take(&mut laptop, form(&back, &DEV));
    let view = see(&laptop, &walk);
    let last = view.taken.last().unwrap();
    assert_eq!(last.who, RUTH.name);
    let thread = app::concern(&mut laptop.office, &concern).unwrap().thread;
    let said: Vec<&str> = thread.iter().map(|item| item.title.as_str()).collect();
    assert!(
        said.iter().any(|title| title.ends_with("begun")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|title| title.contains("Not done: ")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|title| title.contains("Back from: ")),
        "{said:?}"
    );

    let short = app::stop_walk(&mut laptop.office, &walk, "done").unwrap_err();
    assert_eq!(short.problems[0].field, "reason");
    app::stop_walk(&mut laptop.office, &walk, "The police lead from here.").unwrap();
    assert!(see(&laptop, &walk).at.is_none());
    assert!(app::today(&mut laptop.office).unwrap().walks.is_empty());
    laptop.lock();
    laptop.open(&PATIENCE);
    assert!(
        app::walk(&laptop.office, &walk).is_err(),
        "whoever only reports reads no walk"
    );
}

#[test]
fn a_step_for_two_is_signed_by_somebody_else_in_place_with_their_own_password() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let walk = app::begin_walk(&mut laptop.office, ILLEGAL, None)
        .unwrap()
        .value;
    go_to(&mut laptop, &walk, "isolate");
    let view = see(&laptop, &walk);
    assert!(view.at.as_ref().unwrap().two_people);
    let alone = WalkForm {
        second: None,
        ..form(&view, &DEV)
    };
    let try_ = |laptop: &mut Device, second: Option<SecondForm>| {
        let form = WalkForm {
            second,
            ..alone.clone()
        };
        app::take_step(&mut laptop.office, form).map(drop)
    };

    assert_eq!(
        try_(&mut laptop, None).unwrap_err().problems[0].field,
        "second"
    );
    let own = try_(&mut laptop, Some(signs(&RUTH))).unwrap_err();
    assert_eq!(own.problems[0].field, "second");
    let wrong = SecondForm {
        password: RUTH.password.to_owned(),
        ..signs(&DEV)
    };
    let wrong = try_(&mut laptop, Some(wrong)).unwrap_err();
    assert_eq!(wrong.kind, FaultKind::WrongPassword);
    assert_eq!(at(&see(&laptop, &walk)), "isolate", "nothing was signed");
    laptop.clock.pass(Duration::from_secs(60));
    try_(&mut laptop, Some(signs(&DEV))).unwrap();

    let view = see(&laptop, &walk);
    let step = view.taken.last().unwrap();
    assert_eq!(
        (step.who.as_str(), step.second.as_deref()),
        (RUTH.name, Some(DEV.name))
    );
    assert_eq!(
        app::session(&laptop.office).unwrap().person.name,
        RUTH.name,
        "whoever is in stays in"
    );
}

#[test]
fn a_finished_walk_is_a_paper_with_every_step_and_its_printing_is_kept() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&DEV);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let walk = app::begin_walk(&mut laptop.office, ILLEGAL, Some(&concern))
        .unwrap()
        .value;
    go_to_with(&mut laptop, &walk, "isolate", &RUTH);
    let two = see(&laptop, &walk);
    take(&mut laptop, form(&two, &RUTH));
    let skipped = see(&laptop, &walk);
    take(
        &mut laptop,
        WalkForm {
            skip: true,
            note: "The police asked us to leave it.".to_owned(),
            ..form(&skipped, &RUTH)
        },
    );
    let stands = see(&laptop, &walk);
    app::go_back(&mut laptop.office, &walk, at(&stands)).unwrap();
    let again = see(&laptop, &walk);
    take(&mut laptop, form(&again, &RUTH));
    while see(&laptop, &walk).at.is_some() {
        let view = see(&laptop, &walk);
        let ways = &view.at.as_ref().unwrap().ways;
        let answer = ways
            .first()
            .map_or_else(String::new, |way| way.answer.clone());
        take(
            &mut laptop,
            WalkForm {
                answer,
                ..form(&view, &RUTH)
            },
        );
    }
    let view = see(&laptop, &walk);

    let asked = |purpose: &str| PaperAsked::Walk {
        id: walk.clone(),
        size: PaperSize::A4,
        purpose: purpose.to_owned(),
    };
    let refused = app::lay_out_paper(&mut laptop.office, asked(" "))
        .err()
        .unwrap();
    assert_eq!(refused.problems[0].field, "purpose");
    let pdf = laptop.printed(asked("the police"));
    let text = crate::papers::read(&laptop, &pdf);
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let all = squeezed(&text);
    for step in &view.taken {
        assert!(all.contains(&squeezed(&step.title)), "{}", step.title);
        assert!(all.contains(&squeezed(&step.at)), "{}", step.at);
    }
    for node in &view.flow.nodes {
        assert!(all.contains(&squeezed(&node.title)), "{}", node.title);
    }
    let both = format!("{} and {}", DEV.name, RUTH.name);
    for words in [
        "Not done:",
        "Why. The police asked us to leave it.",
        "Gone back from:",
        "The way taken",
        "as it was when this began",
        both.as_str(),
    ] {
        assert!(all.contains(&squeezed(words)), "{words}");
    }
    let again = laptop.printed(asked("the police"));
    assert!(!again.is_empty());
    laptop.lock();

    // Whoever may read the concern sees that it left; whoever may not, has no paper of it.
    laptop.open(&PATIENCE);
    assert!(app::lay_out_paper(&mut laptop.office, asked("curiosity")).is_err());
    assert!(app::flow_diagram(&laptop.office, ILLEGAL, Some(&walk)).is_err());
    laptop.lock();
    let room = kit::inside::rooms_of(&laptop, &DEV)[&RoomKind::Pupils].open();
    let looks = room.looks_at("concern", &concern).unwrap();
    let printed = looks
        .iter()
        .filter(|look| look.detail == "printed, for: the police (walk through flowchart 01)");
    assert_eq!(printed.count(), 2, "each printing is kept");
}

#[test]
fn a_flowchart_is_drawn_with_the_way_taken_and_hung_up_on_a3() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let walk = app::begin_walk(&mut laptop.office, ILLEGAL, None)
        .unwrap()
        .value;
    let flow = app::flow(&laptop.office, ILLEGAL).unwrap();
    let plain = app::flow_diagram(&laptop.office, ILLEGAL, None).unwrap();
    go_to(&mut laptop, &walk, "isolate");

    let lit = app::flow_diagram(&laptop.office, ILLEGAL, Some(&walk)).unwrap();

    assert_eq!(plain.boxes.len(), flow.nodes.len());
    let numbers = |view: &app::wire::DiagramView| -> Vec<(String, u32)> {
        let boxes = view.boxes.iter();
        boxes.map(|one| (one.id.clone(), one.number)).collect()
    };
    assert_eq!(numbers(&plain), numbers(&lit), "a step keeps its number");
    assert_ne!(plain.svg, lit.svg);
    for (size, wide) in [(PaperSize::A4, "595"), (PaperSize::A3, "841")] {
        let asked = PaperAsked::Flow {
            id: ILLEGAL.to_owned(),
            size,
        };
        let pdf = laptop.printed(asked);
        let text = crate::papers::read(&laptop, &pdf);
        let squeezed: String = text.split_whitespace().collect();
        for node in &flow.nodes {
            let title: String = node.title.split_whitespace().collect();
            assert!(squeezed.contains(&title), "{}", node.title);
        }
        let facts = std::process::Command::new("pdfinfo")
            .arg(laptop.disk().join("handed over.pdf"))
            .output()
            .expect("pdfinfo is needed: apt-get install poppler-utils");
        let facts = String::from_utf8(facts.stdout).unwrap();
        let page = facts
            .lines()
            .find(|line| line.starts_with("Page size"))
            .unwrap();
        assert!(page.contains(wide), "{page}");
    }
}

/// A concern about a teacher, in the room of staff concerns.
fn about_patience(laptop: &mut Device) -> String {
    let about = forms::about_adult(
        app::wire::Route::Staff,
        PATIENCE.as_subject(),
        "She was alone with a child behind a locked door.",
    );
    let done = app::record_concern(&mut laptop.office, about);
    done.unwrap().value.id
}

#[test]
fn a_walk_about_a_member_of_staff_is_read_by_nobody_who_may_not_read_the_concern() {
    let mut laptop = Device::of_school(&[&HEAD, &DEV, &PATIENCE]);
    laptop.open(&HEAD);
    let concern = about_patience(&mut laptop);
    let walk = app::begin_walk(
        &mut laptop.office,
        "allegation-against-staff",
        Some(&concern),
    )
    .unwrap()
    .value;
    let view = see(&laptop, &walk);
    take(&mut laptop, form(&view, &RUTH));
    laptop.lock();

    for who in [&PATIENCE, &DEV, &RUTH] {
        laptop.open(who);
        assert!(app::walk(&laptop.office, &walk).is_err());
        assert!(app::today(&mut laptop.office).unwrap().walks.is_empty());
        laptop.lock();
    }
    laptop.open(&HEAD);
    assert_eq!(app::walks(&laptop.office).unwrap().len(), 1);
}

#[test]
fn the_answer_that_begins_a_clock_sets_one_thing_to_do_however_often_it_is_given() {
    let mut laptop = Device::of_school(&[&HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let concern = about_patience(&mut laptop);
    let flow = "allegation-against-staff";
    let walk = app::begin_walk(&mut laptop.office, flow, Some(&concern))
        .unwrap()
        .value;
    let to_do = |laptop: &mut Device| -> Vec<String> {
        let view = app::concern(&mut laptop.office, &concern).unwrap();
        let actions = view.case.unwrap().actions.into_iter();
        actions.map(|action| action.title).collect()
    };
    go_to(&mut laptop, &walk, "thr");
    assert!(
        to_do(&mut laptop).is_empty(),
        "no step before it begins one"
    );
    let way = see(&laptop, &walk).at.unwrap().ways[0].clone();
    assert!(
        way.clock
            .as_deref()
            .is_some_and(|clock| clock.starts_with("Contact the LADO")),
        "it is said before it is signed"
    );
    for _ in 0..2 {
        let view = see(&laptop, &walk);
        take(
            &mut laptop,
            WalkForm {
                answer: "Yes".to_owned(),
                ..form(&view, &RUTH)
            },
        );
        assert_eq!(to_do(&mut laptop), ["Contact the LADO"]);
        let stands = see(&laptop, &walk);
        app::go_back(&mut laptop.office, &walk, at(&stands)).unwrap();
    }
}

/// Whatever is answered, skipped and gone back on: every flowchart ends, every step is kept with its signature, and the lists
/// that are made again from the record are the same.
#[test]
fn random_walks_of_every_flowchart_end_keep_their_signatures_and_rebuild_identically() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let flows: Vec<String> = app::guidance_list()
        .unwrap()
        .into_iter()
        .filter(|line| line.kind == "flow")
        .map(|line| line.id)
        .collect();
    assert_eq!(flows.len(), 26);
    let record = |laptop: &mut Device, form| {
        let done = app::record_concern(&mut laptop.office, form);
        done.unwrap().value.id
    };
    let open = record(&mut laptop, forms::about_amara());
    let staff = forms::about_adult(
        app::wire::Route::Staff,
        PATIENCE.as_subject(),
        "He drove a child home.",
    );
    let concern = record(&mut laptop, staff);
    let mut dice = Dice::new(20_261_130);
    let mut walked = Vec::new();
    for flow in &flows {
        let alone = app::begin_walk(&mut laptop.office, flow, None);
        let walk = match app::flow(&laptop.office, flow).unwrap().needs_concern {
            // About an adult: never among the pupils' records, by itself or for a concern there.
            true => {
                assert_eq!(alone.unwrap_err().kind, FaultKind::Refused);
                let there = app::begin_walk(&mut laptop.office, flow, Some(&open));
                assert!(there.unwrap_err().say.contains("every lead reads it"));
                app::begin_walk(&mut laptop.office, flow, Some(&concern)).unwrap()
            }
            false => alone.unwrap(),
        }
        .value;
        let (mut steps, mut answered) = (0_usize, Vec::new());
        loop {
            let view = see(&laptop, &walk);
            let Some(node) = view.at.clone() else { break };
            assert!(steps < 300, "{flow} does not end");
            steps += 1;
            let skips =
                node.kind == "action" && (node.two_people || dice.next_u32().is_multiple_of(7));
            if dice.next_u32().is_multiple_of(11) && !view.path.is_empty() && steps < 60 {
                app::go_back(&mut laptop.office, &walk, &node.id).unwrap();
                continue;
            }
            let ways = node.ways.len().max(1);
            let turn = answered.iter().filter(|id| **id == node.id).count();
            let place = (dice.next_u32() as usize + turn) % ways;
            answered.push(node.id.clone());
            let answer = node.ways.get(place).map(|way| way.answer.clone());
            let taken = WalkForm {
                answer: answer.unwrap_or_default(),
                skip: skips,
                note: match skips {
                    true => "Somebody else has done this already.".to_owned(),
                    false => node.asks.clone(),
                },
                second: None,
                ..form(&view, &DEV)
            };
            take(&mut laptop, taken);
        }
        let view = see(&laptop, &walk);
        assert!(view.taken.len() >= steps, "{flow}");
        assert!(view.beside.is_empty());
        walked.push((walk, view.taken.len()));
    }
    let whole = app::verify(&mut laptop.office).unwrap();
    assert!(whole.faults.is_empty());
    laptop.lock();
    {
        let mut room = inside::rooms_of(&laptop, &RUTH)[&RoomKind::Pupils].open();
        let before = room.picture().unwrap();
        room.rebuild().unwrap();
        assert!(
            room.picture().unwrap() == before,
            "the same lists from the record alone"
        );
    }
    laptop.open(&HEAD);
    for (walk, steps) in walked {
        let view = see(&laptop, &walk);
        assert_eq!((view.taken.len(), view.at.is_none()), (steps, true));
    }
}

#[test]
fn a_flowchart_gone_through_before_anything_was_recorded_is_put_to_its_concern_with_the_clock_it_began()
 {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&RUTH);
    let walk = app::begin_walk(&mut laptop.office, "fgm-mandatory-reporting", None)
        .unwrap()
        .value;
    go_to(&mut laptop, &walk, "already");
    let answer = |laptop: &mut Device, answer: &str| {
        let view = see(laptop, &walk);
        let form = WalkForm {
            answer: answer.to_owned(),
            ..form(&view, &DEV)
        };
        take(laptop, form);
    };
    // What was gone back on begins no clock: it counts from the answer that stands.
    answer(&mut laptop, "No");
    app::go_back(&mut laptop.office, &walk, "call").unwrap();
    answer(&mut laptop, "Yes");
    app::go_back(&mut laptop.office, &walk, "dsl").unwrap();
    laptop.minutes(60);
    answer(&mut laptop, "No");
    // The concern is written the next day; the clock counts from when the step was signed.
    laptop.minutes(60 * 24);
    let record = |laptop: &mut Device, form| {
        let done = app::record_concern(&mut laptop.office, form);
        done.unwrap().value.id
    };
    let concern = record(&mut laptop, forms::about_amara());
    let staff = forms::about_adult(
        app::wire::Route::Staff,
        PATIENCE.as_subject(),
        "He drove a child home.",
    );
    let elsewhere = record(&mut laptop, staff);
    let refused = app::put_walk(&mut laptop.office, &walk, &elsewhere, "").unwrap_err();
    assert_eq!(refused.kind, FaultKind::Missing, "it passed out of sight");
    app::put_walk(&mut laptop.office, &walk, &concern, "").unwrap();

    let page = app::concern(&mut laptop.office, &concern).unwrap();
    let titles: Vec<&str> = page.thread.iter().map(|item| item.title.as_str()).collect();
    for said in ["begun", "put to this concern", "No"] {
        assert!(
            titles
                .iter()
                .any(|title| title.contains("09") && title.contains(said)),
            "{said}: {titles:?}"
        );
    }
    let actions = page.case.unwrap().actions;
    assert_eq!(actions.len(), 1, "the clock that began then");
    let due = actions[0].due.clone().unwrap();
    assert!(due.starts_with("Wed 11 Nov"), "{due}");
    assert_eq!(see(&laptop, &walk).concern.unwrap().id, concern);
    let twice = app::put_walk(&mut laptop.office, &walk, &concern, "").unwrap_err();
    assert!(twice.say.contains("changed since"));

    // The wrong one was chosen: it goes to another with a reason, and says so.
    laptop.minutes(1);
    let other = record(
        &mut laptop,
        forms::saying("She told a teacher at the pool."),
    );
    let unsaid = app::put_walk(&mut laptop.office, &walk, &other, "so").unwrap_err();
    assert_eq!(unsaid.problems[0].field, "reason");
    app::put_walk(&mut laptop.office, &walk, &other, "It was the other girl.").unwrap();
    let view = see(&laptop, &walk);
    assert_eq!(view.concern.unwrap().id, other);
    let said = &view.put.unwrap().said;
    assert!(said[0].contains("It was the other girl."), "{said:?}");
    let first = app::concern(&mut laptop.office, &concern).unwrap();
    assert!(first.thread.iter().all(|item| !item.title.contains("09")));
}

#[test]
fn a_walk_is_never_put_to_a_concern_that_other_people_read() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    let walk = app::begin_walk(&mut laptop.office, "online-grooming-ceop", None)
        .unwrap()
        .value;
    let staff = forms::about_adult(
        app::wire::Route::Staff,
        PATIENCE.as_subject(),
        "He drove a child home.",
    );
    let concern = app::record_concern(&mut laptop.office, staff)
        .unwrap()
        .value
        .id;
    let refused = app::put_walk(&mut laptop.office, &walk, &concern, "").unwrap_err();
    assert_eq!(refused.kind, FaultKind::Refused);
    assert!(refused.say.contains("other people may read it"));
    assert!(see(&laptop, &walk).concern.is_none());
}

#[test]
fn put_on_one_laptop_and_gone_on_with_on_another_the_clock_can_be_set_afterwards_and_two_concerns_are_both_said()
 {
    let mut first = Device::of_school(&[&DEV]);
    first.open(&RUTH);
    let walk = app::begin_walk(&mut first.office, "fgm-mandatory-reporting", None)
        .unwrap()
        .value;
    go_to(&mut first, &walk, "already");
    let record = |laptop: &mut Device, words: &str| {
        let done = app::record_concern(&mut laptop.office, forms::saying(words));
        done.unwrap().value.id
    };
    let one = record(&mut first, "She told a friend at lunch.");
    let other = record(&mut first, "She told a teacher at the pool.");
    first.lock();
    let mut second = first.twin();
    second.open(&DEV);
    let view = see(&second, &walk);
    let no = WalkForm {
        answer: "No".to_owned(),
        ..form(&view, &RUTH)
    };
    take(&mut second, no);
    app::put_walk(&mut second.office, &walk, &other, "").unwrap();
    second.lock();
    first.minutes(1);
    first.open(&RUTH);
    app::put_walk(&mut first.office, &walk, &one, "").unwrap();
    first.lock();
    inside::carry_pupils(&second, &first, &RUTH);
    first.open(&RUTH);

    let view = see(&first, &walk);
    let put = view.put.clone().unwrap();
    assert!(
        put.said
            .iter()
            .any(|line| line.contains("as well, on another laptop"))
    );
    // Put to the one where the step's clock was never set, it is said, and then set.
    let here = view.concern.unwrap().id;
    let target = if here == one { &one } else { &other };
    first.minutes(1);
    let why = "It is about this one alone.";
    app::put_walk(&mut first.office, &walk, target, why).unwrap();
    let view = see(&first, &walk);
    assert!(
        !view
            .put
            .unwrap()
            .said
            .iter()
            .any(|line| line.contains("as well"))
    );
    let page = app::concern(&mut first.office, target).unwrap();
    assert_eq!(page.case.unwrap().actions.len(), 1);
}

#[test]
fn whatever_a_step_names_can_be_opened_and_a_register_says_what_goes_into_it() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let all = app::guidance_here(&laptop.office).unwrap();
    let of = |kind| all.iter().filter(move |line| line.kind == kind);
    for flow in of("flow") {
        for node in app::flow(&laptop.office, &flow.id).unwrap().nodes {
            for opens in node.opens {
                let known = opens.id == "incident-record"
                    || all
                        .iter()
                        .any(|line| line.id == opens.id && line.kind != "flow");
                assert!(known, "{}: {}", flow.id, opens.id);
            }
        }
    }
    assert_eq!(of("register").count(), 28);
    for line in of("register") {
        let register = app::register(&laptop.office, &line.id, None).unwrap();
        assert!(register.fields.len() > 4, "{}", line.id);
        assert!(!register.owner.is_empty() && !register.sources.is_empty());
        assert!(!register.entry_when.is_empty() && !register.review.is_empty());
    }
    let reports = app::register(&laptop.office, "ceop-iwf-log", None).unwrap();
    let body = reports.fields.iter().find(|field| field.name == "body");
    let body = body.unwrap();
    assert_eq!(body.label, "Body it was reported to");
    assert!(body.options.iter().any(|one| one == "Police 999"));
    let missing = app::register(&laptop.office, "no-such-register", None).unwrap_err();
    assert_eq!(missing.kind, FaultKind::Missing);
}
