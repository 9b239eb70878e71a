//! A device goes through many hands, and the police ask about each of them.

use std::fs;

use app::wire::{
    AdditionDraft, BundleMade, CaseForm, ConcernView, Fault, HeldForm, PaperAsked, PassedForm,
    WithheldForm,
};
use kit::{DEV, Device, HEAD, RUTH, forms, inside};

use crate::bundle_exhibits::pages;
use crate::bundles::about_amara;

fn with_a_concern() -> (Device, String) {
    let mut laptop = Device::of_school(&[&DEV, &HEAD]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let mut form = forms::saying("He sent it to her telephone.");
    form.people = vec![forms::chosen(&laptop.pupil("Amara"), "subject")];
    let done = app::record_concern(&mut laptop.office, form).unwrap();
    (laptop, done.value.id)
}

fn add(laptop: &mut Device, id: &str, form: CaseForm) -> Result<(), Fault> {
    app::add_to_case(&mut laptop.office, id, form).map(|_| ())
}

fn view(laptop: &mut Device, id: &str) -> ConcernView {
    app::concern(&mut laptop.office, id).unwrap()
}

fn telephone() -> HeldForm {
    let said = str::to_owned;
    HeldForm {
        what: said("Her telephone, black"),
        make: said("Fennel 6"),
        serial: said("IMEI 35 209900 176148 1"),
        owner: said("Amara Oyelaran"),
        found_where: said("Handed in at the office"),
        found_by: said("P. Adeyemi"),
        found: said("2026-11-10T08:40:00+00:00"),
        state: said("On, locked, 40 %"),
        packing: said("Bag A0042, seal 0917"),
        ..HeldForm::default()
    }
}

fn held(entry: Option<&str>, item: HeldForm, reason: &str) -> CaseForm {
    CaseForm::Held {
        entry: entry.map(str::to_owned),
        item,
        reason: reason.to_owned(),
    }
}

fn passed(entry: &str, event: &str, clock: &str, form: PassedForm) -> CaseForm {
    CaseForm::Passed {
        entry: entry.to_owned(),
        passed: PassedForm {
            event: event.to_owned(),
            at: match clock {
                "" => String::new(),
                clock => format!("2026-11-10T{clock}:00+00:00"),
            },
            ..form
        },
    }
}

fn to(who: &str) -> PassedForm {
    PassedForm {
        to: who.to_owned(),
        ..PassedForm::default()
    }
}

fn at(place: &str) -> PassedForm {
    PassedForm {
        place: place.to_owned(),
        ..PassedForm::default()
    }
}

/// Everything a paper says, on one line.
fn paper(laptop: &mut Device, asked: PaperAsked) -> String {
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn make(laptop: &mut Device, name: &str) -> (BundleMade, Vec<String>) {
    let spec = about_amara(laptop);
    let place = laptop.disk().join(name);
    let made = app::create_bundle(&mut laptop.office, spec, &place).unwrap();
    let text = pages(&place.join("data/bundle.pdf"), made.value.pages);
    (made.value, text)
}

#[test]
fn a_telephone_goes_to_the_police_and_every_hand_it_went_through_is_on_paper() {
    let (mut laptop, id) = with_a_concern();
    add(&mut laptop, &id, held(None, telephone(), "")).unwrap();
    let entry = view(&mut laptop, &id).case.unwrap().held[0].entry.clone();
    for form in [
        passed(&entry, "taken", "08:55", to("R. Calloway, lead")),
        passed(
            &entry,
            "stored",
            "09:10",
            at("The safe in the head\u{2019}s office"),
        ),
    ] {
        add(&mut laptop, &id, form).unwrap();
    }
    // Put right: what happened to it stays with it.
    let right = HeldForm {
        make: "Fennel 6 Plus".to_owned(),
        ..telephone()
    };
    let without = add(&mut laptop, &id, held(Some(&entry), right.clone(), "")).unwrap_err();
    assert_eq!(without.problems[0].field, "reason");
    add(
        &mut laptop,
        &id,
        held(Some(&entry), right, "Read the back of it"),
    )
    .unwrap();
    let entry = view(&mut laptop, &id).case.unwrap().held[0].entry.clone();
    let police = PassedForm {
        receipt: "MM/R/118".to_owned(),
        packing: "Bag A0042, seal 0917, unbroken".to_owned(),
        ..to("DC L. Hartigan, 4471")
    };
    add(&mut laptop, &id, passed(&entry, "police", "10:20", police)).unwrap();

    let case = view(&mut laptop, &id).case.unwrap();
    let [phone] = case.held.as_slice() else {
        panic!("one thing")
    };
    assert_eq!((phone.amended, phone.custody.gone), (1, true));
    assert!(
        phone.custody.now.contains("With the police"),
        "{}",
        phone.custody.now
    );
    assert!(phone.custody.now.contains("DC L. Hartigan, 4471"));
    let said: Vec<&str> = phone
        .custody
        .lines
        .iter()
        .map(|line| line.what.as_str())
        .collect();
    assert!(
        said[0].starts_with("Nothing is recorded between"),
        "{said:?}"
    );
    assert_eq!(
        said[1..],
        [
            "Taken by the school",
            "Put somewhere else",
            "Handed to the police"
        ]
    );
    let sheet = paper(
        &mut laptop,
        PaperAsked::Held {
            id: id.clone(),
            entry: phone.entry.clone(),
            purpose: "for the bag".to_owned(),
        },
    );
    for words in [
        "Fennel 6 Plus",
        "IMEI 35 209900 176148 1",
        "On, locked, 40 %",
        "Bag A0042, seal 0917",
        "Nothing is recorded between",
        "The safe in the head\u{2019}s office",
        "Receipt: MM",
        "Taken by, rank and number, signature",
    ] {
        assert!(sheet.contains(words), "{words:?}: {sheet}");
    }

    let (made, text) = make(&mut laptop, "bundle");
    let all = text.join(" ");
    // The record is RC/1 or the thing is: what matters is that the label, the list and the log agree.
    let label = text.iter().find(|page| {
        page.contains("Bag A0042") && page.contains("referred to in the statement of")
    });
    let label = label.expect("a sheet of the telephone");
    let reference = label
        .split_whitespace()
        .find(|word| word.starts_with("RC/"))
        .unwrap();
    assert!(all.contains("Devices and other things"));
    assert!(
        made.left_out
            .iter()
            .any(|line| line.contains(&format!("exhibit {reference},")))
    );
    assert!(!made.printed.iter().any(|one| one == reference));
    let log = fs::read_to_string(laptop.disk().join("bundle/data/log/continuity.csv")).unwrap();
    let log = log.replace('"', "");
    assert!(
        log.contains(&format!(
            "{reference},2026-11-10T10:20:00Z,item handed to the police,"
        )),
        "{log}"
    );
    // In the next bundle it has the same reference.
    let (_, again) = make(&mut laptop, "again");
    let label = again.iter().find(|page| {
        page.contains("Bag A0042") && page.contains("referred to in the statement of")
    });
    assert!(label.unwrap().contains(&format!("Exhibit {reference}")));
}

#[test]
fn what_the_police_would_ask_is_asked_before_it_is_signed() {
    let (mut laptop, id) = with_a_concern();
    let nothing = add(&mut laptop, &id, held(None, HeldForm::default(), "")).unwrap_err();
    assert_eq!(nothing.problems[0].field, "held_what");
    add(&mut laptop, &id, held(None, telephone(), "")).unwrap();
    let entry = view(&mut laptop, &id).case.unwrap().held[0].entry.clone();
    for (event, clock, form, field) in [
        ("", "09:00", to("Ruth"), "passed_event"),
        ("eaten", "09:00", to("Ruth"), "passed_event"),
        ("handed", "09:00", PassedForm::default(), "passed_to"),
        ("stored", "09:00", PassedForm::default(), "passed_place"),
        ("opened", "09:00", PassedForm::default(), "words"),
        ("missing", "09:00", PassedForm::default(), "words"),
        ("taken", "", to("Ruth"), "at"),
        ("taken", "23:59", to("Ruth"), "at"),
    ] {
        let refused = add(&mut laptop, &id, passed(&entry, event, clock, form)).unwrap_err();
        let fields: Vec<&str> = refused
            .problems
            .iter()
            .map(|one| one.field.as_str())
            .collect();
        assert_eq!(fields, [field], "{event} {clock}");
    }
    let elsewhere = add(
        &mut laptop,
        &id,
        passed(&"ab".repeat(32), "taken", "09:00", to("Ruth")),
    );
    assert!(elsewhere.is_err());
    assert!(
        view(&mut laptop, &id).case.unwrap().held[0]
            .custody
            .now
            .is_empty()
    );
}

#[test]
fn a_line_written_by_mistake_is_struck_and_stays_to_be_read() {
    let (mut laptop, id) = with_a_concern();
    add(&mut laptop, &id, held(None, telephone(), "")).unwrap();
    let entry = view(&mut laptop, &id).case.unwrap().held[0].entry.clone();
    add(
        &mut laptop,
        &id,
        passed(&entry, "taken", "08:40", at("The safe")).clone(),
    )
    .unwrap_err();
    let safe = PassedForm {
        place: "The safe".to_owned(),
        ..to("R. Calloway")
    };
    add(&mut laptop, &id, passed(&entry, "taken", "08:40", safe)).unwrap();
    add(
        &mut laptop,
        &id,
        passed(&entry, "returned", "09:30", to("Her mother")),
    )
    .unwrap();
    let case = view(&mut laptop, &id).case.unwrap();
    assert!(case.held[0].custody.gone);
    let wrong = case.held[0]
        .custody
        .lines
        .last()
        .unwrap()
        .entry
        .clone()
        .unwrap();
    add(
        &mut laptop,
        &id,
        CaseForm::Struck {
            entry: wrong,
            struck: true,
            reason: "That was another girl\u{2019}s".to_owned(),
        },
    )
    .unwrap();

    let case = view(&mut laptop, &id).case.unwrap();
    let custody = &case.held[0].custody;
    assert!(!custody.gone);
    assert!(custody.now.contains("The safe"), "{}", custody.now);
    let struck = custody.lines.last().unwrap().struck.as_ref().unwrap();
    assert!(struck.contains("another girl"));
}

#[test]
fn the_device_of_a_withheld_item_has_a_way_too_and_a_sheet_in_the_bundle_without_a_word_of_what_it_shows()
 {
    let (mut laptop, id) = with_a_concern();
    let sheet = WithheldForm {
        what: "A picture she says he asked her for".to_owned(),
        kept_at: "Envelope 12 in the safe".to_owned(),
        serial: "IMEI 86 1100".to_owned(),
        ..WithheldForm::default()
    };
    let form = CaseForm::Withheld {
        entry: None,
        sheet,
        reason: String::new(),
    };
    add(&mut laptop, &id, form).unwrap();
    let entry = view(&mut laptop, &id).case.unwrap().withheld[0]
        .entry
        .clone();
    add(
        &mut laptop,
        &id,
        passed(&entry, "police", "10:20", to("PC Nowak, 0218")),
    )
    .unwrap();

    let case = view(&mut laptop, &id).case.unwrap();
    assert!(case.withheld[0].custody.now.contains("PC Nowak, 0218"));
    let asked = PaperAsked::Withheld {
        id: id.clone(),
        entry,
        purpose: "for the envelope".to_owned(),
    };
    assert!(paper(&mut laptop, asked).contains("Handed to the police, to PC Nowak, 0218"));
    let (_, text) = make(&mut laptop, "bundle");
    let label = text.iter().find(|page| {
        page.contains("device or account of a withheld item")
            && page.contains("referred to in the statement of")
    });
    let label = label.expect("a sheet of the device");
    assert!(label.contains("IMEI 86 1100") && label.contains("PC Nowak, 0218"));
    assert!(!label.contains("asked her for"));
}

#[test]
fn what_was_typed_about_a_device_is_there_after_a_crash_and_gone_once_signed() {
    let (mut laptop, id) = with_a_concern();
    let draft = AdditionDraft {
        concern: id.clone(),
        what: "held".to_owned(),
        entry: None,
        fields: [("heldMake".to_owned(), "Fennel".to_owned())].into(),
    };
    app::keep_addition(&mut laptop.office, draft).unwrap();
    laptop.restart();
    laptop.open(&RUTH);
    assert_eq!(app::drafts(&laptop.office).unwrap().len(), 1);
    add(&mut laptop, &id, held(None, telephone(), "")).unwrap();
    assert!(app::drafts(&laptop.office).unwrap().is_empty());
}

#[test]
fn a_telephone_described_anew_on_two_laptops_is_one_exhibit_with_one_way_until_somebody_joins_it() {
    let (mut first, id) = with_a_concern();
    add(&mut first, &id, held(None, telephone(), "")).unwrap();
    let entry = view(&mut first, &id).case.unwrap().held[0].entry.clone();
    let mut second = first.twin();
    let right = |make: &str| HeldForm {
        make: make.to_owned(),
        ..telephone()
    };
    first.open(&RUTH);
    second.open(&DEV);
    add(
        &mut first,
        &id,
        held(Some(&entry), right("Fennel 6 Plus"), "Read the back"),
    )
    .unwrap();
    second.minutes(1);
    add(
        &mut second,
        &id,
        held(Some(&entry), right("Fennel 7"), "Read the box"),
    )
    .unwrap();
    let theirs = view(&mut second, &id).case.unwrap().held[0].entry.clone();
    add(
        &mut second,
        &id,
        passed(&theirs, "police", "10:20", to("DC L. Hartigan, 4471")),
    )
    .unwrap();
    first.restart();
    second.restart();
    inside::carry_pupils(&second, &first, &RUTH);
    first.open(&RUTH);

    let case = view(&mut first, &id).case.unwrap();
    assert_eq!(case.held.len(), 2);
    assert!(case.held.iter().all(|one| one.custody.gone));
    assert!(
        case.held[0]
            .lines
            .iter()
            .any(|line| line.label == "Described twice")
    );
    let (_, text) = make(&mut first, "bundle");
    let sheets = text.iter().filter(|page| {
        page.contains("referred to in the statement of") && page.contains("Bag A0042")
    });
    let sheets: Vec<&String> = sheets.collect();
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].contains("Fennel 6 Plus") && sheets[0].contains("Fennel 7"));
    let newest = case.held[0].entry.clone();
    add(
        &mut first,
        &id,
        held(Some(&newest), right("Fennel 7"), "It is a 7"),
    )
    .unwrap();
    let case = view(&mut first, &id).case.unwrap();
    assert_eq!(case.held.len(), 1);
    assert!(case.held[0].custody.gone);
}

#[test]
fn a_thing_that_was_written_on_the_wrong_record_is_struck_with_a_reason_and_stays_in_what_was_done()
{
    let (mut laptop, id) = with_a_concern();
    add(&mut laptop, &id, held(None, telephone(), "")).unwrap();
    let entry = view(&mut laptop, &id).case.unwrap().held[0].entry.clone();
    let strike = |struck: bool| CaseForm::Struck {
        entry: entry.clone(),
        struck,
        reason: "That was another girl\u{2019}s".to_owned(),
    };
    add(&mut laptop, &id, strike(true)).unwrap();
    let seen = view(&mut laptop, &id);
    assert!(seen.case.unwrap().held.is_empty());
    let step = seen
        .thread
        .iter()
        .find(|item| item.title.starts_with("Described"))
        .unwrap();
    assert!(step.struck.as_ref().unwrap().contains("another girl"));
    let (made, _) = make(&mut laptop, "bundle");
    assert!(
        !made
            .left_out
            .iter()
            .any(|line| line.contains("A thing that is no file"))
    );
    add(&mut laptop, &id, strike(false)).unwrap();
    assert_eq!(view(&mut laptop, &id).case.unwrap().held.len(), 1);
}
