//! The body map of a concern, read back.

use papers::{
    AllMarksFacts, BodyFacts, BodySide, ConcernFacts, LaidOut, MarkFacts, MarksOfConcern, Outline,
    Words,
};

use crate::chronology::printed;
use crate::reader::Paper;

/// A body of the simplest kind: what is drawn is not the matter here.
fn side(title: &str, size: (f32, f32), pins: &[(u32, f32, f32)]) -> BodySide {
    let (width, height) = size;
    let line = |points: &[(f32, f32, bool)]| Outline(points.to_vec());
    BodySide {
        title: title.into(),
        size,
        labels: ("child\u{2019}s right".into(), "child\u{2019}s left".into()),
        outlines: vec![line(&[
            (width * 0.3, 0.0, false),
            (width, 0.0, true),
            (width, height, true),
            (width * 0.3, height, false),
        ])],
        lines: vec![line(&[
            (width * 0.4, height * 0.5, false),
            (width * 0.5, height * 0.6, true),
            (width * 0.6, height * 0.6, true),
            (width * 0.7, height * 0.5, false),
        ])],
        pins: pins
            .iter()
            .map(|(number, x, y)| (number.to_string(), *x, *y))
            .collect(),
    }
}

fn mark(number: u32, at: &str) -> MarkFacts {
    MarkFacts {
        label: number.to_string(),
        at: at.into(),
        looks: "bruise, 2 cm, oval".into(),
        said: "Nie wiem.".into(),
    }
}

fn paper(sides: Vec<BodySide>, marks: Vec<MarkFacts>) -> LaidOut {
    papers::concern(&ConcernFacts {
        unsigned: false,
        printed: printed(),
        record_no: "MV-26-B7K-0143".into(),
        title: "Amara Oyelaran, 8T".into(),
        about: Vec::new(),
        clock: Vec::new(),
        parts: Vec::new(),
        body: Some(BodyFacts {
            sides,
            marks,
            when: "Seen Tue 10 Nov 2026, 09:10. Written Tue 10 Nov 2026, 11:24 by R. Calloway."
                .into(),
        }),
        files: Vec::new(),
    })
    .unwrap()
}

#[test]
fn each_side_is_drawn_to_a_scale_that_is_said_and_every_mark_stands_beneath_in_words() {
    let sides = vec![
        side(
            "Child: front",
            (460.0, 1270.0),
            &[(1, 100.0, 300.0), (2, 320.0, 301.0)],
        ),
        side("Child: hands, palms", (250.0, 200.0), &[(3, 60.0, 90.0)]),
    ];
    let marks = vec![
        mark(1, "Right forearm"),
        mark(2, "Left forearm"),
        mark(3, "Right palm"),
    ];
    let laid_out = paper(sides, marks);
    let read = Paper::keep("body-map", &laid_out.clone().pdf().unwrap());

    let text = read.text();
    for said in [
        "Body map",
        "Child: front",
        "about 1 : 13",
        "Child: hands, palms",
        "Right palm",
        "\u{201c}Nie wiem.\u{201d}",
        "Seen Tue 10 Nov 2026, 09:10.",
        "Signature of whoever saw this",
    ] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    let structure = read.structure();
    assert_eq!(structure.matches("Figure").count(), 2, "{structure}");
    assert!(read.opened_by_mupdf("").unwrap().contains("Right palm"));
    assert!(read.opened_by_qpdf("").is_some());
    // The window draws the same lines.
    let picture = laid_out.picture(1).unwrap().unwrap();
    assert!(picture.contains("stroke-linecap=\"round\""));
}

#[test]
fn a_reader_hears_which_marks_a_drawing_has() {
    let one = side("Child: back", (460.0, 1270.0), &[(7, 100.0, 300.0)]);
    let pdf = paper(vec![one], vec![mark(7, "Left shoulder blade")])
        .pdf()
        .unwrap();

    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let heard: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
        .map(|said| lopdf::decode_text_string(said).unwrap())
        .collect();

    assert_eq!(
        heard,
        ["Outline of a body: Child: back. Marks: 7, Left shoulder blade."]
    );
}

#[test]
fn many_marks_go_on_over_the_page_and_none_is_lost() {
    let pins: Vec<(u32, f32, f32)> = (1..=30).map(|n| (n, 10.0 * n as f32, 600.0)).collect();
    let marks = (1..=30).map(|n| mark(n, &format!("Place {n}"))).collect();
    let laid_out = paper(vec![side("Child: front", (460.0, 1270.0), &pins)], marks);

    assert!(laid_out.pages() > 1);
    let text = Paper::keep("body-map-many", &laid_out.pdf().unwrap()).text();
    for n in 1..=30 {
        assert!(text.contains(&format!("Place {n}")), "{n}");
    }
}

#[test]
fn all_the_marks_of_a_child_stand_under_the_letters_of_their_concerns() {
    let pins: [(&str, f32, f32); 4] = [
        ("A1", 100.0, 300.0),
        ("B2", 320.0, 301.0),
        ("AA12", 200.0, 640.0),
        ("C10", 330.0, 650.0),
    ];
    let mut front = side("Child: front", (460.0, 1270.0), &[]);
    front.pins = pins.map(|(label, x, y)| (label.to_owned(), x, y)).to_vec();
    let concern = |heading: &str, label: &str| MarksOfConcern {
        heading: heading.into(),
        when: "Seen Mon 3 Nov 2025, 09:10. Written Mon 3 Nov 2025, 11:24 by Ruth Calloway.".into(),
        marks: vec![MarkFacts {
            label: label.into(),
            ..mark(1, "Left forearm")
        }],
    };
    let facts = AllMarksFacts {
        printed: printed(),
        name: "Amara Oyelaran".into(),
        about: vec![Words::Plain("Year 8, 8T.".into())],
        sides: vec![front],
        concerns: vec![
            concern("A. MV-25-B7K-0088", "A1"),
            concern("AA. MV-26-B7K-0143", "AA12"),
        ],
        left_out: Some(
            "Not in this paper. Marks in concerns that name somebody else first.".into(),
        ),
    };
    let read = Paper::keep(
        "all-marks",
        &papers::all_marks(&facts).unwrap().pdf().unwrap(),
    );

    read.is_sound();
    read.keeps_its_margins();
    let text = read.text();
    for said in [
        "Amara Oyelaran",
        "AA12",
        "A1.",
        "MV-25-B7K-0088",
        "Signature of whoever printed this",
    ] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    let nothing = AllMarksFacts {
        sides: Vec::new(),
        concerns: Vec::new(),
        ..facts
    };
    let empty = papers::all_marks(&nothing).unwrap();
    let empty = Paper::keep("all-marks-none", &empty.pdf().unwrap());
    assert!(empty.text().contains("Nobody has recorded a visible mark."));
}
