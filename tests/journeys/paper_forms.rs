//! A page written by hand joins its record by the number printed on it, and no record joins it twice.

use app::wire::{ConcernForm, FindFilter, PaperAsked, PaperOrigin, Route};
use kit::{Device, PATIENCE, RUTH, forms};

fn printed(laptop: &mut Device) -> String {
    let asked = PaperAsked::Blank {
        route: Route::Pupil,
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    shown
        .title
        .strip_prefix("Concern form ")
        .unwrap()
        .to_owned()
}

fn by_hand(number: &str) -> ConcernForm {
    ConcernForm {
        paper: Some(PaperOrigin {
            number: number.to_owned(),
            kept_at: "Safeguarding cabinet, drawer 2".to_owned(),
            written: "2026-11-09T15:40:00+00:00".to_owned(),
            written_text: String::new(),
        }),
        indecent_image: "no".to_owned(),
        noticed: "2026-11-09T15:10:00+00:00".to_owned(),
        ..forms::about_amara()
    }
}

#[test]
fn a_scan_joins_its_record_by_the_number_on_the_form_and_is_found_by_it() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let number = printed(&mut laptop);
    let typed = number.to_lowercase().replace("-f-", " - f - ");

    let free = app::bring_in_paper(&laptop.office, &typed).unwrap();
    let scan = laptop.take_in("scan0004.pdf", "application/pdf", b"%PDF-1.4 a page");
    let form = ConcernForm {
        files: vec![scan.token],
        ..by_hand(&typed)
    };
    let recorded = app::record_concern(&mut laptop.office, form).unwrap().value;
    let view = app::concern(&mut laptop.office, &recorded.id).unwrap();
    let found = app::find(&mut laptop.office, &number, FindFilter::default()).unwrap();

    assert_eq!(free.number, number);
    assert!(free.used.is_none());
    assert_eq!(view.files[0].name, "scan0004.pdf");
    let said = &view.versions[0].shown;
    let said = said.iter().find(|shown| shown.field == "paper").unwrap();
    assert!(said.text.contains(&number), "{}", said.text);
    assert!(said.text.contains("Safeguarding cabinet, drawer 2"));
    let written = view.clock.last().unwrap();
    assert_eq!(written.label, "Written");
    assert!(written.at.contains("15:40"), "{}", written.at);
    assert_eq!(found.items[0].id, recorded.id);
}

#[test]
fn a_number_joins_one_record_and_a_second_use_says_where_it_was_used() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    let number = printed(&mut laptop);
    let first = app::record_concern(&mut laptop.office, by_hand(&number))
        .unwrap()
        .value;

    let used = app::bring_in_paper(&laptop.office, &number)
        .unwrap()
        .used
        .unwrap();
    let again = app::record_concern(&mut laptop.office, by_hand(&number)).unwrap_err();

    assert_eq!((used.id, &used.record_no), (first.id, &first.record_no));
    assert_eq!(again.problems[0].field, "paper");
    assert!(again.problems[0].say.contains(&first.record_no));

    // Somebody who cannot read the record knows what they passed on themselves.
    laptop.open(&PATIENCE);
    let other = printed_by(&number);
    let passed = app::record_concern(&mut laptop.office, by_hand(&other))
        .unwrap()
        .value;
    let used = app::bring_in_paper(&laptop.office, &other)
        .unwrap()
        .used
        .unwrap();
    assert_eq!(used.record_no, passed.record_no);
}

/// Another number of the same school, as an older form has it: without a letter at its end.
fn printed_by(number: &str) -> String {
    let digits = number.split('-').nth(2).unwrap();
    let other = if digits == "00A0B1" {
        "00A0B2"
    } else {
        "00A0B1"
    };
    format!("MV-F-{other}")
}

#[test]
fn a_number_that_was_mistyped_is_noticed_before_anything_is_signed() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let number = printed(&mut laptop);
    let mut signs: Vec<char> = number.chars().collect();
    let place = number.rfind('-').unwrap() - 1;
    signs[place] = if signs[place] == '0' { '1' } else { '0' };
    let mistyped: String = signs.iter().collect();

    let asked = app::bring_in_paper(&laptop.office, &mistyped).unwrap_err();
    let signed = app::record_concern(&mut laptop.office, by_hand(&mistyped)).unwrap_err();
    let other = app::bring_in_paper(&laptop.office, "MV-26-B7K-0143").unwrap_err();

    assert!(asked.problems[0].say.contains("sign by sign"));
    assert_eq!(signed.problems[0].field, "paper");
    assert!(other.problems[0].say.contains("stands at the top"));
}

#[test]
fn a_correction_keeps_the_number_and_the_day_of_the_page() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let number = printed(&mut laptop);
    let id = app::record_concern(&mut laptop.office, by_hand(&number))
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let form = ConcernForm {
        amends: Some(id.clone()),
        reason: Some("a word misread".to_owned()),
        description: "As it stands on the page, read again with her.".to_owned(),
        paper: None,
        ..view.versions[0].form.clone()
    };

    app::amend_concern(&mut laptop.office, form).unwrap();
    let view = app::concern(&mut laptop.office, &id).unwrap();

    assert_eq!(view.versions[1].form.paper, view.versions[0].form.paper);
    assert_eq!(view.versions[1].form.paper.as_ref().unwrap().number, number);
    let mut later = by_hand("MV-F-0000FF");
    later.paper.as_mut().unwrap().written = "2027-01-01T09:00:00+00:00".to_owned();
    let refused = app::record_concern(&mut laptop.office, later).unwrap_err();
    assert_eq!(refused.problems[0].field, "paper_written");
}
