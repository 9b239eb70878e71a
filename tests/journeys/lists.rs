//! Finding the right concern among many: by how serious, whose, which kind, what is late; the oldest first.

use std::time::Duration;

use app::wire::{CaseForm, ConcernFilter, ConcernForm, DueForm};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

fn shown(laptop: &mut Device, filter: ConcernFilter) -> Vec<String> {
    let page = app::concerns(&mut laptop.office, filter).unwrap();
    page.concerns.into_iter().map(|row| row.title).collect()
}

fn standing(severity: &str, owner: Option<&str>) -> CaseForm {
    CaseForm::Standing {
        status: "active".to_owned(),
        owner: owner.map(str::to_owned),
        severity: severity.to_owned(),
        level: String::new(),
        review: None,
        conclusion: String::new(),
        lessons: String::new(),
        parents: String::new(),
        parents_note: String::new(),
        reason: "Looked at with the head.".to_owned(),
    }
}

/// First, then second, a day apart; the first is serious and Ruth's and has something late, the second nobody's.
fn two() -> Device {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    let me = laptop.open(&RUTH).person.id;
    let record = |laptop: &mut Device, words: &str, category: &str| {
        let form = ConcernForm {
            categories: vec![category.to_owned()],
            ..forms::saying(words)
        };
        app::record_concern(&mut laptop.office, form)
            .unwrap()
            .value
            .id
    };
    let first = record(&mut laptop, "first", "cpoms-bullying");
    app::add_to_case(&mut laptop.office, &first, standing("4", Some(&me))).unwrap();
    let late = CaseForm::Action {
        title: "Ring Nan".to_owned(),
        owner: None,
        due: DueForm::Hours { hours: 1 },
    };
    app::add_to_case(&mut laptop.office, &first, late).unwrap();
    laptop.clock.pass(Duration::from_secs(24 * 3600));
    laptop.lock();
    laptop.open(&RUTH);
    let second = record(&mut laptop, "second", "cpoms-attendance");
    app::add_to_case(&mut laptop.office, &second, standing("2", None)).unwrap();
    laptop
}

#[test]
fn a_list_is_narrowed_by_severity_owner_category_and_lateness() {
    let mut laptop = two();
    let me = app::session(&laptop.office).unwrap().person.id;
    let all = ["Attendance", "Bullying"];
    assert_eq!(shown(&mut laptop, ConcernFilter::default()), all);
    let some = |text: &str| Some(text.to_owned());
    let none = ConcernFilter::default;
    for (filter, expected) in [
        (
            ConcernFilter {
                severity: some("4"),
                ..none()
            },
            vec!["Bullying"],
        ),
        (
            ConcernFilter {
                severity: some("5"),
                ..none()
            },
            vec![],
        ),
        (
            ConcernFilter {
                owner: some(&me),
                ..none()
            },
            vec!["Bullying"],
        ),
        (
            ConcernFilter {
                owner: some("nobody"),
                ..none()
            },
            vec!["Attendance"],
        ),
        (
            ConcernFilter {
                category: some("cpoms-attendance"),
                ..none()
            },
            vec!["Attendance"],
        ),
        (
            ConcernFilter {
                overdue: true,
                ..none()
            },
            vec!["Bullying"],
        ),
        (
            ConcernFilter {
                oldest_first: true,
                ..none()
            },
            vec!["Bullying", "Attendance"],
        ),
        (
            ConcernFilter {
                severity: some("4"),
                text: some("second"),
                ..none()
            },
            vec![],
        ),
    ] {
        assert_eq!(shown(&mut laptop, filter), expected);
    }
}

#[test]
fn the_oldest_first_goes_on_where_the_page_ended() {
    let mut laptop = two();
    let first = ConcernFilter {
        oldest_first: true,
        limit: 1,
        ..ConcernFilter::default()
    };
    let page = app::concerns(&mut laptop.office, first.clone()).unwrap();
    assert_eq!(page.concerns[0].title, "Bullying");
    let next = ConcernFilter {
        after: page.next,
        ..first
    };
    assert_eq!(shown(&mut laptop, next), ["Attendance"]);
}

#[test]
fn a_row_says_how_serious_it_was_judged_and_nothing_while_nobody_has_read_it() {
    let mut laptop = two();
    laptop.lock();
    laptop.open(&PATIENCE);
    app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    laptop.lock();
    laptop.open(&RUTH);

    let rows = app::concerns(&mut laptop.office, ConcernFilter::default())
        .unwrap()
        .concerns;
    let said: Vec<_> = rows
        .iter()
        .map(|row| (row.unread, row.severity_title.as_str()))
        .collect();
    assert_eq!(said, [(true, ""), (false, "Moderate"), (false, "High")]);
}
