//! A bundle as other people's readers see it: every number on it is the same wherever it stands.

use std::sync::Arc;

use papers::{BundleFacts, BundlePart, Foreign, Numbering, Shown, ShownFacts, bundle, shown};

use crate::chronology::printed;
use crate::reader::Paper;

/// Papers of one, two and more pages in each of three sections.
fn parts() -> Vec<BundlePart> {
    let pages = [1, 40, 9, 200, 3];
    let paper = |people: usize| papers::links(&crate::links::facts(people)).unwrap();
    let mut parts: Vec<BundlePart> = pages
        .into_iter()
        .zip([0, 1, 1, 2, 2])
        .enumerate()
        .map(|(at, (people, section))| BundlePart {
            title: format!("Paper {at}, of {people} people"),
            level: 1 + u8::from(at % 2 == 1),
            section,
            paper: paper(people),
            stamp: None,
        })
        .collect();
    let theirs = Foreign::open(&paper(60).pdf().unwrap()).unwrap();
    parts.push(BundlePart {
        title: "Exhibit RC/1".to_owned(),
        level: 2,
        section: 3,
        paper: shown(ShownFacts {
            removed: Vec::new(),
            printed: printed(),
            title: "Exhibit RC/1".to_owned(),
            above: Vec::new(),
            shown: Shown::Document(Arc::new(theirs)),
            instead: "Exhibit RC/1".to_owned(),
        })
        .unwrap(),
        stamp: Some("RC/1".to_owned()),
    });
    parts
}

fn made(numbering: Numbering) -> Paper {
    let facts = BundleFacts {
        printed: printed(),
        what: "Evidence bundle for the police".to_owned(),
        number: "Bundle MV-26-ABC-B1".to_owned(),
        matter: "Amara Oyelaran".to_owned(),
        facts: vec![("To".to_owned(), "DC Hartigan".to_owned())],
        left_out: Vec::new(),
        hash: ("A hash".to_owned(), "7c1e 90ab".to_owned()),
        sign: vec![("Received by".to_owned(), 1.0)],
        numbering,
    };
    let bytes = bundle(&facts, parts(), None).unwrap().pdf().unwrap();
    let paper = Paper::keep(&format!("bundle-{numbering:?}"), &bytes);
    paper.is_sound();
    paper
}

#[test]
fn printed_numbers_labels_index_and_bookmarks_agree_on_every_page() {
    let continuous = made(Numbering::Continuous);
    let said = continuous.numbers();
    let pages = continuous.pages();
    assert_eq!(said, format!("{pages} 1 {pages} 8 6"));
    assert!(continuous.text().contains("RC/1-2"));

    let sections = made(Numbering::Sections);
    let said = sections.numbers();
    let said: Vec<&str> = said.split(' ').collect();
    assert_eq!((said[1], &said[3..]), ("A1", &["8", "6"][..]));
    assert!(said[2].starts_with('D'), "{said:?}");
    for called in ["Page A1", "Page B1", "Page C1", "Page D1"] {
        assert!(sections.text().contains(called), "{called}");
    }
}
