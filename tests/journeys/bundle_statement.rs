//! A draft of the statement, and how the records are made.

use app::wire::BundleSpec;
use kit::{DEV, Device, RUTH};

use crate::bundle_printed::{made, titled};
use crate::bundles::{PAGE, PHOTO, about_amara, record};

#[test]
fn a_draft_statement_produces_the_makers_exhibits_and_is_never_signed() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[("a.jpg", PHOTO)]);
    laptop.lock();
    laptop.open(&DEV);
    record(&mut laptop, "Another.", &[("b.pdf", PAGE)]);
    let spec = BundleSpec {
        statement: true,
        ..about_amara(&laptop)
    };
    let (_, pages) = made(&mut laptop, spec, "bundle");
    assert!(pages[1].contains("Draft statement"));
    let at = pages
        .iter()
        .skip(2)
        .position(|page| page.contains("Police usually take the statement themselves"));
    let at = at.unwrap() + 2;
    let said = pages[at..at + 2].join(" ");
    for words in [
        "Draft",
        "Dev Marwaha",
        "Age if under 18",
        "is true to the best of my knowledge and belief",
        "DM/2",
        "DM/3",
        "RC/1 (Ruth Calloway)",
        "Signature",
        "Date",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("DM/1 A copy of the file"), "{said}");
}

#[test]
fn every_bundle_says_how_its_records_are_made_and_a_statement_is_there_only_where_it_is_wanted() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[]);
    let spec = about_amara(&laptop);
    let (_, pages) = made(&mut laptop, spec, "bundle");
    assert!(!pages[1].contains("Draft statement"));
    let annex = titled(&pages, "How these records are made and kept");
    assert!(annex.contains("course of their work"), "{annex}");
    assert!(
        pages
            .iter()
            .any(|page| page.contains("RC/1,") && page.contains("Written:"))
    );
}
