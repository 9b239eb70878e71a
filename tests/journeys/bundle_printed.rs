//! What a detective needs of each printed record: a reference of its own, on its pages, in the list, in the continuity.

use std::path::Path;

use app::wire::BundleSpec;
use kit::{DEV, Device, RUTH};

use crate::bundles::{PHOTO, about_amara, make, page, record};

/// The pages of a bundle.
pub(crate) fn pages(pdf: &Path, many: u32) -> Vec<String> {
    (1..=many as usize)
        .map(|number| page(pdf, number))
        .collect()
}

/// The pages of the bundle that is made of this, with its facts.
pub(crate) fn made(
    laptop: &mut Device,
    spec: BundleSpec,
    name: &str,
) -> (app::wire::BundleMade, Vec<String>) {
    let made = make(laptop, spec, name).unwrap();
    let pdf = laptop.disk().join(name).join("data/bundle.pdf");
    let pages = pages(&pdf, made.pages);
    (made, pages)
}

/// The page whose title is this, the index left out.
pub(crate) fn titled<'a>(pages: &'a [String], title: &str) -> &'a str {
    let mut found = pages.iter().skip(2).filter(|page| page.contains(title));
    found.next().unwrap_or_else(|| panic!("{title}"))
}

#[test]
fn every_printed_record_is_an_exhibit_of_whoever_makes_the_bundle_on_each_of_its_pages() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(
        &mut laptop,
        "A man asked where she lives.",
        &[("a.jpg", PHOTO)],
    );
    laptop.lock();
    laptop.minutes(5);
    laptop.open(&DEV);
    record(&mut laptop, "She came late again.", &[]);
    let spec = about_amara(&laptop);
    let before = app::preview_bundle(&mut laptop.office, spec.select.clone()).unwrap();
    assert_eq!(before.printed, ["DM/1", "DM/2"]);
    let (first, pages) = made(&mut laptop, spec.clone(), "one");
    assert_eq!(first.printed, ["DM/1", "DM/2"]);
    assert_eq!(first.exhibits, ["RC/1"]);

    // On each of its pages, and the list says which those are.
    let stamped: Vec<usize> = (1..=pages.len())
        .filter(|number| pages[number - 1].contains("DM/2-"))
        .collect();
    assert!(!stamped.is_empty());
    for (own, number) in stamped.iter().enumerate() {
        assert!(pages[number - 1].contains(&format!("DM/2-{}", own + 1)));
    }
    assert!(pages[stamped[0] - 1].contains("She came late again."));
    let said = match stamped.as_slice() {
        [one] => one.to_string(),
        many => format!("{} to {}", many[0], many[many.len() - 1]),
    };
    let number = before.concerns[1].record_no.clone();
    let list = titled(&pages, "Their ref");
    assert!(
        list.contains(&format!(
            "DM/2 Printed record of concern {number} Dev Marwaha {said}"
        )) || list.contains(&said),
        "{said}: {list}"
    );
    let label = titled(&pages, "Label of the printed records");
    assert!(label.contains("DM/1") && label.contains("DM/2") && label.contains("Signed by"));
    assert!(pages.iter().any(|page| {
        page.contains("Exhibit DM/2") && page.contains("written") && page.contains("printed")
    }));
    let log = std::fs::read_to_string(laptop.disk().join("one/data/log/continuity.csv")).unwrap();
    assert!(
        log.contains("\"DM/1\",") && log.contains(",\"printed\","),
        "{log}"
    );

    // Again in the same state it keeps its reference; once something was written of it, it has the next.
    let again = make(&mut laptop, spec.clone(), "two").unwrap();
    assert_eq!(again.printed, first.printed);
    let id = app::concern_id(&laptop.office, &number).unwrap().unwrap();
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let mut form = view.versions[0].form.clone();
    form.description = "She came late again, at ten.".to_owned();
    form.reason = Some("The time was missing.".to_owned());
    app::amend_concern(&mut laptop.office, form).unwrap();
    let third = make(&mut laptop, spec.clone(), "three").unwrap();
    assert_eq!(third.printed, ["DM/1", "DM/3"]);
    // Somebody else who prints produces them under their own initials, and nothing is given twice.
    laptop.lock();
    laptop.open(&RUTH);
    let hers = make(&mut laptop, spec.clone(), "four").unwrap();
    assert_eq!(hers.printed, ["RC/2", "RC/3"]);
    record(
        &mut laptop,
        "Another thing.",
        &[("b.jpg", b"\xff\xd8\xff\xe0 b")],
    );
    let mut more = make(&mut laptop, spec, "five").unwrap();
    more.printed.sort();
    assert_eq!(more.exhibits, ["RC/1", "RC/4"]);
    assert_eq!(more.printed, ["RC/2", "RC/3", "RC/5"]);
}
