//! By when: school days and working days, the rules they follow, and what is due next.

use std::time::Duration;

use app::wire::{CaseForm, DueForm, FaultKind, PaperAsked, PaperForm};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

use crate::papers::read;

/// Spring and summer of a school that is closed in the week of 15 February 2027 and has an inset day after it.
const TERMS: &str = "2 Nov 2026 to 18 Dec 2026
5 Jan 2027 to 12 Feb 2027
22 Feb 2027 to 25 Mar 2027
12 Apr 2027 to 28 May 2027
inset 22 Feb 2027";

const NOT_SO_FAR: &str =
    "The school\u{2019}s calendar does not reach so far: working days were counted instead";

fn with_a_concern() -> (Device, String) {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    (laptop, id)
}

fn rule(rule: &str, from: &str) -> DueForm {
    DueForm::Rule {
        rule: rule.to_owned(),
        from: from.to_owned(),
    }
}

fn to_do(laptop: &mut Device, id: &str, title: &str, owner: Option<&str>, due: DueForm) {
    let form = CaseForm::Action {
        title: title.to_owned(),
        owner: owner.map(str::to_owned),
        due,
    };
    app::add_to_case(&mut laptop.office, id, form).unwrap();
}

fn counted(laptop: &Device, due: DueForm) -> (String, String) {
    let counted = app::count_due(&laptop.office, due).unwrap();
    (counted.due.unwrap_or_default(), counted.note)
}

fn days_pass(laptop: &mut Device, days: u64) {
    laptop.clock.pass(Duration::from_secs(days * 24 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
}

#[test]
fn five_school_days_pass_over_a_half_term_an_inset_day_and_a_bank_holiday() {
    let (mut laptop, _) = with_a_concern();
    app::save_terms(&mut laptop.office, TERMS.to_owned()).unwrap();
    laptop.lock();
    laptop.restart();
    laptop.open(&RUTH);

    let file = |from: &str| counted(&laptop, rule("cp_file_5_school_days", from));
    assert_eq!(
        file("2027-02-10T09:00:00+00:00"),
        ("Thu 25 Feb 2027".to_owned(), String::new())
    );
    assert_eq!(
        file("2027-04-29T09:00:00+01:00"),
        ("Fri 7 May 2027".to_owned(), String::new())
    );
    // Where the dates end, working days are counted and it is said.
    let (due, note) = file("2027-05-26T09:00:00+01:00");
    assert_eq!(due, "Thu 3 Jun 2027");
    assert!(note.starts_with(NOT_SO_FAR), "{note}");
}

#[test]
fn a_school_without_term_dates_counts_working_days_and_says_so_beside_the_date() {
    let (mut laptop, id) = with_a_concern();
    let due = DueForm::SchoolDays { days: 5 };
    let (day, note) = counted(&laptop, due.clone());
    assert_eq!(day, "Tue 17 Nov");
    assert!(note.starts_with(NOT_SO_FAR), "{note}");

    to_do(&mut laptop, &id, "Send the file", None, due);
    let case = app::concern(&mut laptop.office, &id).unwrap().case.unwrap();
    assert_eq!(case.actions[0].due.as_deref(), Some("Tue 17 Nov"));
    assert_eq!(
        case.actions[0].rule.as_deref(),
        Some(format!("5 school days. {NOT_SO_FAR}").as_str())
    );
}

#[test]
fn the_rule_a_deadline_follows_is_kept_and_stands_on_the_concern_on_today_and_on_paper() {
    let (mut laptop, id) = with_a_concern();
    let offered = app::deadlines(&laptop.office, "action", "").unwrap();
    let conference = offered.iter().find(|one| one.id == "icpc_15wd").unwrap();
    assert!(conference.title.starts_with("15 working days: ") && conference.check);
    assert!(
        offered
            .iter()
            .all(|one| one.id != "mandatory_reporting_pending")
    );

    // The strategy discussion was yesterday.
    let due = rule("icpc_15wd", "2026-11-09T15:00:00+00:00");
    to_do(&mut laptop, &id, "Be at the conference", None, due);
    let due = rule("fgm_next_working_day", "");
    to_do(&mut laptop, &id, "Ring 101", None, due);
    let case = app::concern(&mut laptop.office, &id).unwrap().case.unwrap();
    let said = "15 working days (statutory guidance, Working together to safeguard children, to be checked with the safeguarding partnership)";
    assert_eq!(case.actions[1].due.as_deref(), Some("Mon 30 Nov"));
    assert_eq!(case.actions[1].rule.as_deref(), Some(said));
    let today = app::today(&mut laptop.office).unwrap();
    let next = today.tomorrow[0].rule.as_deref().unwrap();
    assert!(next.starts_with("1 working day (statutory duty"), "{next}");

    let asked = PaperAsked::Concern {
        form: PaperForm::Whole,
        id: id.clone(),
        purpose: "the file".to_owned(),
    };
    let printed = laptop.printed(asked);
    let text = read(&laptop, &printed);
    assert!(text.contains(said), "{text}");
    // It is the same after the tables were made again from the record.
    days_pass(&mut laptop, 21);
    let today = app::today(&mut laptop.office).unwrap();
    let late = today.late.iter().filter_map(|line| line.due.as_ref());
    assert!(late.clone().any(|due| due.rule.as_deref() == Some(said)));
}

#[test]
fn an_answer_due_by_working_days_has_a_day_and_no_time() {
    let (mut laptop, id) = with_a_concern();
    let offered = |body: &str| app::deadlines(&laptop.office, "referral", body).unwrap();
    assert!(offered("camhs").is_empty());
    assert_eq!(offered("csc")[0].id, "csc_ack_1wd");
    let referral = |to: &str, reply: DueForm| CaseForm::Referral {
        body: "csc".to_owned(),
        to: to.to_owned(),
        person: String::new(),
        reference: String::new(),
        words: String::new(),
        at: String::new(),
        reply,
    };
    let by_rule = referral("Fenmarsh MASH", rule("csc_ack_1wd", ""));
    app::add_to_case(&mut laptop.office, &id, by_rule).unwrap();
    let by_days = referral("Early Help", DueForm::WorkingDays { days: 1 });
    app::add_to_case(&mut laptop.office, &id, by_days).unwrap();

    let view = app::concern(&mut laptop.office, &id).unwrap();
    let case = view.case.unwrap();
    for referral in &case.referrals {
        assert_eq!(referral.due.as_deref(), Some("Wed 11 Nov"));
    }
    assert!(view.thread.iter().any(|step| {
        step.detail
            .contains("Answer due Wed 11 Nov: 1 working day (statutory guidance")
    }));
    let today = app::today(&mut laptop.office).unwrap();
    assert!(today.answers.iter().all(|due| due.when == "Wed 11 Nov"));
    days_pass(&mut laptop, 3);
    let today = app::today(&mut laptop.office).unwrap();
    let late: Vec<_> = today
        .late
        .iter()
        .filter(|line| line.due.is_some())
        .collect();
    assert_eq!(late.len(), 2);
    assert!(late.iter().all(|line| line.by == "2 working days"));
}

#[test]
fn what_was_counted_in_school_days_is_late_in_school_days() {
    let (mut laptop, id) = with_a_concern();
    app::save_terms(&mut laptop.office, format!("{TERMS}\ninset 13 Nov 2026")).unwrap();
    to_do(
        &mut laptop,
        &id,
        "Send the file",
        None,
        DueForm::SchoolDays { days: 1 },
    );

    // Thursday was one; Friday was an inset day, then came the weekend; Monday is the second.
    days_pass(&mut laptop, 6);
    let today = app::today(&mut laptop.office).unwrap();
    let late = today.late.iter().find(|line| line.due.is_some()).unwrap();
    assert_eq!(late.by, "2 school days");
    let case = app::concern(&mut laptop.office, &id).unwrap().case.unwrap();
    assert_eq!(case.actions[0].late.as_deref(), Some("2 school days"));
}

#[test]
fn on_a_friday_tomorrow_is_monday_for_whoever_it_is() {
    let (mut laptop, id) = with_a_concern();
    days_pass(&mut laptop, 3);
    let dev = app::lists(&laptop.office).unwrap().leads;
    let dev = dev
        .iter()
        .find(|lead| lead.name == DEV.name)
        .unwrap()
        .id
        .clone();
    let me = app::session(&laptop.office).unwrap().person.id;
    let day = |day: &str| DueForm::Day {
        day: day.to_owned(),
    };
    for (title, owner, due) in [
        ("Ring today", Some(&me), DueForm::Today),
        ("Ring on Saturday", Some(&me), day("2026-11-14")),
        (
            "Ring on Monday",
            Some(&me),
            DueForm::WorkingDays { days: 1 },
        ),
        ("Anybody's", None, day("2026-11-16")),
        ("Dev rings", Some(&dev), day("2026-11-16")),
        ("Ring on Tuesday", Some(&me), day("2026-11-17")),
    ] {
        to_do(&mut laptop, &id, title, owner.map(String::as_str), due);
    }

    let today = app::today(&mut laptop.office).unwrap();
    let what = |due: &[app::wire::DueView]| -> Vec<String> {
        let mut all: Vec<String> = due.iter().map(|due| due.what.clone()).collect();
        all.sort();
        all
    };
    assert_eq!(today.tomorrow_day, "Monday 16 November");
    assert_eq!(
        what(&today.tomorrow),
        ["Anybody's", "Ring on Monday", "Ring on Saturday"]
    );
    assert_eq!(what(&today.week), ["Ring on Tuesday", "Ring today"]);
    laptop.lock();
    laptop.open(&DEV);
    let today = app::today(&mut laptop.office).unwrap();
    assert_eq!(what(&today.tomorrow), ["Anybody's", "Dev rings"]);
}

#[test]
fn a_review_in_summer_is_due_on_its_own_day() {
    let (mut laptop, id) = with_a_concern();
    days_pass(&mut laptop, 213);
    let form = CaseForm::Decision {
        decision: "monitor".to_owned(),
        not_referred: false,
        reason: "Nothing new since the last meeting.".to_owned(),
        level: String::new(),
        advice: String::new(),
        agreed_by: String::new(),
        child_view: String::new(),
        review: Some("2027-06-14".to_owned()),
    };
    app::add_to_case(&mut laptop.office, &id, form).unwrap();

    // It is Friday 11 June 2027.
    let today = app::today(&mut laptop.office).unwrap();
    assert_eq!(today.tomorrow_day, "Monday 14 June");
    assert_eq!(today.tomorrow[0].when, "Mon 14 Jun");
}

#[test]
fn term_dates_are_said_back_refused_by_line_and_set_whole_or_not_at_all() {
    let (mut laptop, _) = with_a_concern();
    let empty = app::terms(&laptop.office).unwrap();
    assert!(empty.text.is_empty() && empty.covered.is_empty());

    let wrong = format!("{TERMS}\nhalf term\n20 Mar 2027 to 1 Apr 2027");
    let read = app::read_terms(&laptop.office, wrong.clone()).unwrap();
    assert_eq!(
        read.lines[1].say,
        "Tue 5 Jan 2027 to Fri 12 Feb 2027: 29 school days"
    );
    assert_eq!(
        read.lines[4].say,
        "Mon 22 Feb 2027: inset day, pupils are not in"
    );
    assert!(!read.lines[5].understood && !read.lines[6].understood);
    let refused = app::save_terms(&mut laptop.office, wrong).unwrap_err();
    assert_eq!(refused.problems.len(), 2);
    assert!(
        refused.problems[0]
            .say
            .starts_with("Line 6: We could not read")
    );
    assert!(refused.problems[1].say.starts_with("Line 7: These days"));
    assert!(app::terms(&laptop.office).unwrap().text.is_empty());

    app::save_terms(&mut laptop.office, TERMS.to_owned()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    let set = app::terms(&laptop.office).unwrap();
    assert_eq!(set.text.trim_end(), TERMS);
    assert_eq!(
        set.covered,
        [
            "School year 2026\u{2013}27.",
            "School days are known from Mon 2 Nov 2026 to Fri 28 May 2027."
        ]
    );
    // The other settings change without them.
    let settings = app::vault_facts(&laptop.office).unwrap().settings;
    app::save_settings(&mut laptop.office, settings).unwrap();
    assert_eq!(app::terms(&laptop.office).unwrap().text, set.text);
    laptop.lock();
    laptop.open(&PATIENCE);
    let refused = app::save_terms(&mut laptop.office, String::new()).unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
}
