//! A school makes a flowchart its own: checked, kept with who and why, compared, gone back from; what was begun keeps its page.

use app::wire::{
    CaseForm, FaultKind, FlowForm, PageDraft, PageVersion, StepEdit, WalkForm, WayEdit,
};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

const FLOW: &str = "nudes-semi-nudes";

fn laptop() -> Device {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&RUTH);
    laptop
}

fn form(laptop: &Device) -> FlowForm {
    app::edit_page(&laptop.office, "flow", FLOW)
        .unwrap()
        .flow
        .unwrap()
}

fn versions(laptop: &Device) -> Vec<PageVersion> {
    app::edit_page(&laptop.office, "flow", FLOW)
        .unwrap()
        .versions
}

/// Ours with a step of the school's own between the first step and the second.
fn with_our_step(mut form: FlowForm) -> FlowForm {
    let first = form.ways[0].clone();
    form.nodes.push(StepEdit {
        id: "ring-the-trust".to_owned(),
        kind: "action".to_owned(),
        title: "Ring the trust\u{2019}s safeguarding lead".to_owned(),
        who: vec!["dsl".to_owned()],
        ..StepEdit::default()
    });
    form.ways[0].to = "ring-the-trust".to_owned();
    form.ways.push(WayEdit {
        from: "ring-the-trust".to_owned(),
        to: first.to,
        ..WayEdit::default()
    });
    form
}

const WHY: &str = "The trust asks to be rung first.";

#[test]
fn a_step_of_the_schools_own_is_followed_from_then_on_and_what_was_begun_keeps_its_page() {
    let mut laptop = laptop();
    let begun = app::begin_walk(&mut laptop.office, FLOW, None)
        .unwrap()
        .value;
    let checked = app::check_flow_edit(&laptop.office, with_our_step(form(&laptop))).unwrap();
    assert!(checked.problems.is_empty());
    assert!(
        checked
            .drawing
            .is_some_and(|drawing| drawing.svg.starts_with("<svg"))
    );
    let short = with_our_step(form(&laptop));
    let refused = app::save_flow_edit(&mut laptop.office, short, "so").unwrap_err();
    assert_eq!(refused.problems[0].field, "reason");
    let edited = with_our_step(form(&laptop));
    app::save_flow_edit(&mut laptop.office, edited, WHY).unwrap();

    let view = app::flow(&laptop.office, FLOW).unwrap();
    assert_eq!(view.version, 2);
    assert!(view.own.as_deref().unwrap().starts_with("Ruth Calloway"));
    let step = view
        .nodes
        .iter()
        .find(|node| node.id == "ring-the-trust")
        .unwrap();
    assert!(!step.check, "the school knows its own step");
    assert!(step.sources[0].starts_with("The school's own guidance: Ruth Calloway"));
    let walk = app::begin_walk(&mut laptop.office, FLOW, None)
        .unwrap()
        .value;
    let before = app::walk(&laptop.office, &begun).unwrap();
    assert!(before.newer && before.flow.version == 1);
    let start = app::walk(&laptop.office, &walk).unwrap().at.unwrap();
    let form_of = WalkForm {
        walk: walk.clone(),
        node: start.id,
        ..WalkForm::default()
    };
    app::take_step(&mut laptop.office, form_of).unwrap();
    let here = app::walk(&laptop.office, &walk).unwrap();
    assert_eq!(here.at.unwrap().id, "ring-the-trust");
    let line = app::guidance_here(&laptop.office).unwrap();
    let line = line.into_iter().find(|line| line.id == FLOW).unwrap();
    assert!(line.own && line.version == 2);
}

#[test]
fn a_broken_way_is_refused_by_name_and_nothing_is_changed() {
    let mut laptop = laptop();
    let mut broken = with_our_step(form(&laptop));
    let last = broken.ways.len() - 1;
    broken.ways[last].to = "ring-nobody".to_owned();
    let checked = app::check_flow_edit(&laptop.office, broken.clone()).unwrap();
    let problem = &checked.problems[0];
    assert_eq!(problem.field, format!("way-{last}"));
    assert_eq!(problem.say, "There is no step \"ring-nobody\"");
    assert!(checked.drawing.is_none());
    let refused = app::save_flow_edit(&mut laptop.office, broken, WHY).unwrap_err();
    assert!(
        refused
            .problems
            .iter()
            .any(|one| one.say.contains("ring-nobody"))
    );
    let mut unanswered = form(&laptop);
    let decision = unanswered
        .nodes
        .iter()
        .find(|node| node.kind == "decision")
        .unwrap();
    let from = decision.id.clone();
    let way = unanswered
        .ways
        .iter_mut()
        .find(|way| way.from == from)
        .unwrap();
    way.label = String::new();
    let checked = app::check_flow_edit(&laptop.office, unanswered).unwrap();
    assert!(
        !checked.problems.is_empty(),
        "every decision demands an answer"
    );
    assert_eq!(app::flow(&laptop.office, FLOW).unwrap().version, 1);
    assert_eq!(versions(&laptop).len(), 1);
}

#[test]
fn versions_are_compared_with_ours_and_gone_back_to_and_each_stays_to_be_read() {
    let mut laptop = laptop();
    let edited = with_our_step(form(&laptop));
    app::save_flow_edit(&mut laptop.office, edited, WHY).unwrap();
    let first = versions(&laptop)[0].entry.clone();
    let changes = app::compare_pages(&laptop.office, "flow", FLOW, "", &first).unwrap();
    let places: Vec<&str> = changes.iter().map(|change| change.place.as_str()).collect();
    assert!(places.iter().any(|place| place.contains("Ring the trust")));
    assert!(changes.len() < 6, "{places:?}");
    let nothing = form(&laptop);
    let same = app::save_flow_edit(&mut laptop.office, nothing, WHY).unwrap_err();
    assert!(same.problems[0].say.starts_with("Nothing is different"));

    laptop.minutes(1);
    app::go_back_page(
        &mut laptop.office,
        "flow",
        FLOW,
        None,
        "The trust has changed its mind.",
    )
    .unwrap();
    let view = app::flow(&laptop.office, FLOW).unwrap();
    assert!(view.own.is_none() && view.version == 1);
    laptop.minutes(1);
    app::go_back_page(
        &mut laptop.office,
        "flow",
        FLOW,
        Some(&first),
        "They rang: first, after all.",
    )
    .unwrap();
    let all = versions(&laptop);
    let titles: Vec<&str> = all.iter().map(|version| version.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Version 4",
            "Back to Strongroom’s",
            "Version 2",
            "Strongroom’s, version 1"
        ]
    );
    assert!(all[0].holds && !all[2].holds);
    assert_eq!(app::flow(&laptop.office, FLOW).unwrap().version, 4);
}

#[test]
fn only_leads_make_guidance_their_own_and_everybody_follows_it() {
    let mut laptop = laptop();
    let edited = with_our_step(form(&laptop));
    app::save_flow_edit(&mut laptop.office, edited.clone(), WHY).unwrap();
    laptop.lock();
    laptop.open(&DEV);
    assert!(app::flow(&laptop.office, FLOW).unwrap().own.is_some());
    laptop.lock();
    laptop.open(&PATIENCE);
    assert!(app::edit_page(&laptop.office, "flow", FLOW).is_err());
    assert!(app::save_flow_edit(&mut laptop.office, edited, WHY).is_err());
    assert!(app::flow(&laptop.office, FLOW).is_ok());
}

#[test]
fn a_question_of_the_schools_own_stands_in_its_checklist_and_ours_still_answer_themselves() {
    let mut laptop = laptop();
    let view = app::edit_page(&laptop.office, "checklist", "ceop-referral").unwrap();
    let mut list = view.checklist.unwrap();
    list.sections[0].items.push(app::wire::ItemEdit {
        id: "trust-told".to_owned(),
        prompt: "Trust told: who, when".to_owned(),
        kind: "text".to_owned(),
        needed: "recommended".to_owned(),
        ..app::wire::ItemEdit::default()
    });
    app::save_checklist_edit(&mut laptop.office, list, WHY).unwrap();
    let id = app::begin_checklist(&mut laptop.office, "ceop-referral", None)
        .unwrap()
        .value;
    let view = app::checklist(&mut laptop.office, &id).unwrap();
    let items = || view.sections.iter().flat_map(|section| &section.items);
    assert!(items().any(|item| item.id == "trust-told"));
    assert!(items().any(|item| item.id == "rep_name" && item.by_record));
    assert_eq!(view.version, 2);
}

#[test]
fn what_is_changed_and_not_kept_outlives_a_lock_for_its_writer_and_nobody_writes_over_another_unseen()
 {
    let mut laptop = laptop();
    let draft = PageDraft {
        register: None,
        flow: Some(with_our_step(form(&laptop))),
        checklist: None,
        matrix: None,
        reason: "The trust asks".to_owned(),
    };
    app::keep_page_draft(&mut laptop.office, draft).unwrap();
    laptop.lock();

    laptop.open(&DEV);
    let view = app::edit_page(&laptop.office, "flow", FLOW).unwrap();
    assert!(view.draft.is_none(), "of its writer alone");
    assert!(!app::flow(&laptop.office, FLOW).unwrap().changing);
    let mut theirs = view.flow.unwrap();
    theirs.purpose.push_str(" Ring the governors.");
    app::save_flow_edit(&mut laptop.office, theirs, WHY).unwrap();
    laptop.lock();

    laptop.minutes(2);
    laptop.open(&RUTH);
    assert!(app::flow(&laptop.office, FLOW).unwrap().changing);
    let view = app::edit_page(&laptop.office, "flow", FLOW).unwrap();
    let mine = view.draft.unwrap();
    assert_eq!(mine.reason, "The trust asks");
    let mine = mine.flow.unwrap();
    assert!(mine.nodes.iter().any(|node| node.id == "ring-the-trust"));
    let refused = app::save_flow_edit(&mut laptop.office, mine.clone(), WHY).unwrap_err();
    assert_eq!(refused.kind, FaultKind::Overtaken);
    assert!(refused.say.starts_with("Dev Marwaha"), "{}", refused.say);
    let base = view.flow.unwrap().base;
    app::save_flow_edit(&mut laptop.office, FlowForm { base, ..mine }, WHY).unwrap();

    let view = app::edit_page(&laptop.office, "flow", FLOW).unwrap();
    assert!(view.draft.is_none(), "it is the school's own now");
    assert_eq!(view.versions.len(), 3);
    let thrown = PageDraft {
        register: None,
        flow: view.flow,
        checklist: None,
        matrix: None,
        reason: String::new(),
    };
    app::keep_page_draft(&mut laptop.office, thrown).unwrap();
    app::drop_page_draft(&mut laptop.office, "flow", FLOW).unwrap();
    assert!(!app::flow(&laptop.office, FLOW).unwrap().changing);
}

#[test]
fn a_table_of_the_schools_own_is_what_a_response_is_held_against() {
    const TABLE: &str = "sanctions-pupils";
    let mut laptop = laptop();
    let view = app::edit_page(&laptop.office, "matrix", TABLE).unwrap();
    let mut table = view.matrix.unwrap();
    let mut broken = table.clone();
    broken.rows[1].label.clear();
    let checked = app::check_matrix_edit(&laptop.office, broken).unwrap();
    assert_eq!(checked.problems[0].field, "row-1");
    let same = app::save_matrix_edit(&mut laptop.office, table.clone(), WHY).unwrap_err();
    assert!(same.problems[0].say.starts_with("Nothing is different"));
    let row = table.rows.iter_mut().find(|row| row.id == "p12").unwrap();
    row.ticks = vec!["warning".to_owned()];
    app::save_matrix_edit(&mut laptop.office, table, "Our policy of 2026 says so.").unwrap();

    let view = app::matrix(&laptop.office, TABLE).unwrap();
    assert!(view.own.as_deref().unwrap().starts_with("Ruth Calloway"));
    let lines = app::guidance_here(&laptop.office).unwrap();
    assert!(lines.iter().any(|line| line.id == TABLE && line.own));
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let response = CaseForm::Response {
        table: TABLE.to_owned(),
        row: "p12".to_owned(),
        whose: String::new(),
        done: vec!["warning".to_owned()],
        more: String::new(),
        reason: String::new(),
    };
    app::add_to_case(&mut laptop.office, &concern, response).expect("as our own table says");
    let versions = app::edit_page(&laptop.office, "matrix", TABLE)
        .unwrap()
        .versions;
    let changes =
        app::compare_pages(&laptop.office, "matrix", TABLE, "", &versions[0].entry).unwrap();
    assert_eq!(changes.len(), 1, "one line");
    laptop.minutes(1);
    app::go_back_page(
        &mut laptop.office,
        "matrix",
        TABLE,
        None,
        "The trust says so.",
    )
    .unwrap();
    assert!(app::matrix(&laptop.office, TABLE).unwrap().own.is_none());
}

#[test]
fn a_question_of_ours_can_be_taken_out_though_another_went_by_it_and_a_warning_goes_with_its_question()
 {
    let mut laptop = laptop();
    let view = app::edit_page(&laptop.office, "checklist", "ceop-referral").unwrap();
    let mut list = view.checklist.unwrap();
    for section in &mut list.sections {
        section.items.retain(|item| item.id != "danger");
        for item in section.items.iter_mut().filter(|item| item.id == "met") {
            item.prompt = "Is a meeting arranged?".to_owned();
        }
    }
    let checked = app::check_checklist_edit(&laptop.office, list.clone()).unwrap();
    assert!(checked.problems.is_empty(), "{:?}", checked.problems);
    app::save_checklist_edit(&mut laptop.office, list, WHY).unwrap();
    let form = forms::saying("He wants to meet her on Saturday.");
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let id = app::begin_checklist(&mut laptop.office, "ceop-referral", Some(&concern))
        .unwrap()
        .value;
    let view = app::checklist(&mut laptop.office, &id).unwrap();
    assert!(view.cautions.iter().any(|line| line.contains("ring 999")));
}
