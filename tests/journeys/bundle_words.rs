//! What is said of people and times in a bundle holds for whoever reads it far away and years later.

use std::process::Command;

use app::wire::{BundleSelect, BundleSpec};
use kit::{Device, RUTH, forms};

use crate::bundle_printed::{made, titled};
use crate::bundles::about_amara;

/// A concern that names these pupils, the first as its subject.
fn naming(laptop: &mut Device, names: &[&str], words: &str, occurred: &str) -> String {
    let mut form = forms::saying(words);
    let role = |at| if at == 0 { "subject" } else { "witness" };
    form.people = names
        .iter()
        .enumerate()
        .map(|(at, name)| forms::chosen(&laptop.pupil(name), role(at)))
        .collect();
    form.occurred = occurred.to_owned();
    app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .record_no
}

const THEN: &str = "2025-02-03T09:15:00+00:00";

#[test]
fn a_childs_words_say_whose_they_are_or_that_nobody_wrote_it_down() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    naming(&mut laptop, &["Amara"], "Alone.", THEN);
    naming(&mut laptop, &["Amara", "Jayden"], "Both.", THEN);
    let spec = about_amara(&laptop);
    let (_, pages) = made(&mut laptop, spec, "bundle");
    let all = pages.join(" ");
    assert!(all.contains("Amara Oyelaran is the only child named."));
    assert!(all.contains(
        "Whose words these are is not recorded: 2 children are named (Amara Oyelaran, Jay Fairbrother)."
    ) || all.contains("Whose words these are is not recorded: 2 children are named"), "{all}");
}

#[test]
fn age_and_class_are_those_of_the_day_it_happened() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    naming(&mut laptop, &["Amara"], "Alone.", THEN);
    let spec = about_amara(&laptop);
    let (_, pages) = made(&mut laptop, spec, "bundle");
    let record = titled(&pages, "Alone.");
    let all = pages.join(" ");
    // Born on 14 May 2014: ten on that day, twelve now.
    assert!(all.contains("class 8T then, 10 years old then"), "{record}");
    assert!(!all.contains("12 years"));
    assert!(all.contains("flags are those of today"));
}

#[test]
fn times_are_uk_time_to_the_second_wherever_the_laptop_stands() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    naming(
        &mut laptop,
        &["Amara"],
        "Alone.",
        "2026-07-06T11:00:00+00:00",
    );
    laptop.abroad(chrono_tz::Asia::Tokyo);
    laptop.open(&RUTH);
    let spec = about_amara(&laptop);
    let (_, pages) = made(&mut laptop, spec, "bundle");
    let cover = &pages[0];
    assert!(cover.contains("UK time (Europe/London)"), "{cover}");
    let all = pages.join(" ");
    assert!(all.contains("6 Jul 2026, about 12:00"), "{all}");
    assert!(!all.contains("20:00") && !all.contains("Tokyo"));
    let seconds = all.split("Signed Ruth Calloway, ").nth(1).unwrap();
    let at = seconds.split(". Entry").next().unwrap();
    assert_eq!(at.matches(':').count(), 2, "{at}");
    // Everything else on the laptop goes on as it was, and what was written meanwhile says its zone.
    let when = app::understand_when(&laptop.office, "today 8:00").unwrap();
    assert!(when.at.unwrap().ends_with("+09:00"));
    assert!(app::verify(&mut laptop.office).unwrap().faults.is_empty());
}

#[test]
fn records_of_several_pupils_stand_apart_and_those_that_name_both_in_a_group_of_their_own() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let both = naming(&mut laptop, &["Jayden", "Amara"], "Both.", THEN);
    let his = naming(
        &mut laptop,
        &["Jayden"],
        "His.",
        "2025-01-01T09:00:00+00:00",
    );
    let hers = naming(
        &mut laptop,
        &["Amara"],
        "Hers.",
        "2025-03-01T09:00:00+00:00",
    );
    let spec = about_amara(&laptop);
    let spec = BundleSpec {
        select: BundleSelect {
            pupils: vec![laptop.pupil("Amara"), laptop.pupil("Jayden")],
            ..BundleSelect::default()
        },
        ..spec
    };
    let (first, pages) = made(&mut laptop, spec.clone(), "bundle");
    let index = &pages[1];
    let at = |words: &str| {
        index
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {index}"))
    };
    let order = [
        at("Records that name Amara Oyelaran and no other child"),
        at(&hers),
        at("Fairbrother and no other child"),
        at(&his),
        at("Records that name more than one child"),
        at(&both),
    ];
    assert!(order.is_sorted(), "{index}");
    assert_eq!(first.concerns, 3);
    assert!(titled(&pages, "None of them belongs to one child alone").contains(&both));
    // For one pupil there are no groups.
    let one = about_amara(&laptop);
    let (_, pages) = made(&mut laptop, one, "one");
    assert!(!pages[1].contains("no other child"));
}

#[test]
fn words_of_a_bundle_are_twelve_points_and_nothing_runs_over_the_edge() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let number = naming(&mut laptop, &["Amara"], &"A long word. ".repeat(400), THEN);
    let id = app::concern_id(&laptop.office, &number).unwrap().unwrap();
    app::begin_walk(&mut laptop.office, "online-grooming-ceop", Some(&id)).unwrap();
    let spec = BundleSpec {
        statement: true,
        ..about_amara(&laptop)
    };
    made(&mut laptop, spec, "bundle");
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let out = laptop.disk().join("words.html");
    let read = Command::new("pdftotext")
        .args(["-bbox", "-enc", "UTF-8"])
        .args([&pdf, &out])
        .status()
        .unwrap();
    assert!(read.success());
    let words = std::fs::read_to_string(out).unwrap();
    let of = |line: &str, name: &str| -> f32 {
        let after = line.split(&format!("{name}=\"")).nth(1).unwrap();
        after.split('"').next().unwrap().parse().unwrap()
    };
    let (mut seen, mut page) = (0, (0.0, 0.0));
    for line in words.lines() {
        if line.contains("<page ") {
            page = (of(line, "width"), of(line, "height"));
        }
        if !line.contains("<word ") {
            continue;
        }
        seen += 1;
        assert!(
            of(line, "xMin") > 50.0 && of(line, "xMax") < page.0 - 50.0,
            "{line}"
        );
        assert!(of(line, "yMax") < page.1 - 25.0, "{line}");
        if line.contains(">long<") {
            let height = of(line, "yMax") - of(line, "yMin");
            assert!(height > 12.0, "{height}");
        }
    }
    assert!(seen > 1_000);
}
