//! Photographs and pages from elsewhere, as other people's readers see them.

use std::sync::Arc;

use papers::{Foreign, PictureBody, PictureFacts, Shown, ShownFacts, shown};

use crate::chronology::printed;
use crate::reader::Paper;

/// Black on the left, white on the right: 256 by 128 points.
const PHOTOGRAPH: &[u8] = include_bytes!("fixtures/black-and-white.jpg");

fn facts(shown: Shown) -> ShownFacts {
    ShownFacts {
        printed: printed(),
        title: "Exhibit RC/1".to_owned(),
        above: vec!["The whole picture. The original is exhibits/RC-1.jpg.".to_owned()],
        removed: Vec::new(),
        shown,
        instead: "Exhibit RC/1".to_owned(),
    }
}

fn photograph(turned: u8) -> Shown {
    Shown::Picture(PictureFacts {
        width: 256,
        height: 128,
        turned,
        grey: false,
        body: PictureBody::Jpeg(PHOTOGRAPH.to_vec()),
    })
}

fn kept(name: &str, facts: ShownFacts) -> Paper {
    let paper = Paper::keep(name, &shown(facts).unwrap().pdf().unwrap());
    paper.is_sound();
    paper.keeps_its_margins();
    paper
}

#[test]
fn a_photograph_is_in_the_file_byte_for_byte() {
    let paper = kept("photograph", facts(photograph(1)));
    assert_eq!(paper.pictures(), [PHOTOGRAPH.to_vec()]);
    assert!(paper.structure().contains("Figure"));
    assert!(paper.text().contains("The whole picture."));
}

#[test]
fn a_photograph_held_sideways_stands_upright() {
    // Where the black half of the photograph is, as part of the whole: left, top, right, bottom.
    let black = [
        (1, [0.0, 0.0, 0.5, 1.0]),
        (2, [0.5, 0.0, 1.0, 1.0]),
        (3, [0.5, 0.0, 1.0, 1.0]),
        (4, [0.0, 0.0, 0.5, 1.0]),
        (5, [0.0, 0.0, 1.0, 0.5]),
        (6, [0.0, 0.0, 1.0, 0.5]),
        (7, [0.0, 0.5, 1.0, 1.0]),
        (8, [0.0, 0.5, 1.0, 1.0]),
    ];
    for (turned, [left, top, right, bottom]) in black {
        let paper = kept(&format!("turned-{turned}"), facts(photograph(turned)));
        let (wide, high) = if turned < 5 {
            (256.0, 128.0)
        } else {
            (128.0, 256.0)
        };
        let (x, y) = (
            595.3 / 2.0 - wide / 2.0,
            paper.below("exhibits/RC-1.jpg.") + 6.0,
        );
        let inside = |left: f32, top: f32, right: f32, bottom: f32| {
            let [left, right] = [left, right].map(|part| x + part * wide);
            let [top, bottom] = [top, bottom].map(|part| y + part * high);
            paper.ink_within(1, [left + 14.0, top + 14.0, right - 14.0, bottom - 14.0])
        };
        assert!(inside(left, top, right, bottom) > 0.95, "{turned}");
        assert!(inside(0.0, 0.0, 1.0, 1.0) < 0.6, "{turned}");
    }
}

#[test]
fn points_of_any_picture_are_drawn_in_their_shades() {
    let points = (0..40 * 20).map(|at| if at % 40 < 20 { 0 } else { 255 });
    let paper = kept(
        "points",
        facts(Shown::Picture(PictureFacts {
            width: 40,
            height: 20,
            turned: 1,
            grey: true,
            body: PictureBody::Points(points.collect()),
        })),
    );
    let (x, y) = (595.3 / 2.0 - 20.0, paper.below("exhibits/RC-1.jpg.") + 6.0);
    assert!(paper.ink_within(1, [x + 2.0, y + 4.0, x + 18.0, y + 18.0]) > 0.95);
    assert!(paper.ink_within(1, [x + 22.0, y + 4.0, x + 38.0, y + 18.0]) < 0.05);
}

#[test]
fn pages_from_elsewhere_are_drawn_between_head_and_foot_and_their_words_are_found() {
    let theirs = papers::links(&crate::links::facts(70))
        .unwrap()
        .pdf()
        .unwrap();
    let foreign = Arc::new(Foreign::open(&theirs).unwrap());
    let pages = foreign.pages();
    assert!(pages > 1);

    let paper = kept("from-elsewhere", facts(Shown::Document(foreign)));

    assert_eq!(paper.pages(), pages);
    let words = paper.text();
    for word in ["Łukasz Śliwiński 1", "Owen Bright", "The whole picture."] {
        assert!(words.contains(word), "{word}");
    }
    let reader = Paper::keep("from-elsewhere-alone", &theirs);
    let every = |paper: &Paper| {
        let mut words: Vec<String> = paper
            .places()
            .into_iter()
            .map(|(_, word, _)| word)
            .collect();
        words.sort();
        words
    };
    let ours = every(&paper);
    for word in every(&reader) {
        assert!(ours.contains(&word), "{word} is lost");
    }
    for other in [
        paper.opened_by_poppler(""),
        paper.opened_by_mupdf(""),
        paper.opened_by_pikepdf(""),
    ] {
        assert!(other.is_some());
    }
}

#[test]
fn the_same_pages_from_elsewhere_give_the_same_file() {
    let theirs = papers::links(&crate::links::facts(3))
        .unwrap()
        .pdf()
        .unwrap();
    let again = || {
        let foreign = Arc::new(Foreign::open(&theirs).unwrap());
        shown(facts(Shown::Document(foreign)))
            .unwrap()
            .pdf()
            .unwrap()
    };
    assert!(again() == again());
}
