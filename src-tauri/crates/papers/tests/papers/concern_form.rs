//! The blank concern form, read back.

use papers::{BlankFacts, PapersError};

use crate::reader::Paper;

fn blank_concern_form(facts: &BlankFacts<'_>) -> Result<Vec<u8>, PapersError> {
    papers::blank_concern_form(facts)?.pdf()
}

fn facts() -> BlankFacts<'static> {
    BlankFacts {
        school: "Marlowe Vale School",
        form_number: "MV-F-0042",
        marking: "CONFIDENTIAL: safeguarding",
        route: "Staff concerns, read by the headteacher and by nobody else",
        ring: Some("H. Sandiford, headteacher, 01632 960 118"),
    }
}

fn printed(name: &str, facts: &BlankFacts<'_>) -> Paper {
    Paper::keep(name, &blank_concern_form(facts).unwrap())
}

#[test]
fn it_asks_everything_in_the_order_in_which_it_is_told() {
    let text = printed("form-fields", &facts()).text_as_written();

    let mut rest = text.as_str();
    for asked in [
        "CONFIDENTIAL: safeguarding",
        "MV-F-0042",
        "Goes to Staff concerns, read by the headteacher and by nobody else",
        "Ring first H. Sandiford, headteacher, 01632 960 118",
        "Ring 999 first.",
        "nude, semi-nude or sexual image of a child, do not look",
        "1 Who this is about",
        "Part in it",
        "2 When it happened",
        "3 When you learnt of it",
        "4 Where",
        "5 What was seen, heard or said",
        "6 The child\u{2019}s exact words",
        "7 Immediate action",
        "8 Whom you told",
        "9 Signed by the person who wrote this",
        "Signature",
        "Name",
        "Role",
        "Date",
        "Time",
        "10 Received",
    ] {
        let (_, after) = rest
            .split_once(asked)
            .unwrap_or_else(|| panic!("{asked:?} is missing or too early: {text}"));
        rest = after;
    }
}

#[test]
fn it_is_two_sound_sides_that_each_carry_the_marking_the_number_and_their_place() {
    let bytes = blank_concern_form(&facts()).unwrap();
    let paper = Paper::keep("form-file", &bytes);

    paper.is_sound();
    paper.keeps_its_margins();
    assert_eq!(paper.pages(), 2);
    assert_eq!(
        paper.fact("Title").as_deref(),
        Some("Concern form MV-F-0042")
    );
    assert_eq!(
        paper.fact("CreationDate"),
        None,
        "a form says nothing of when it was printed"
    );
    let text = paper.text();
    for said in ["Page 1 of 2 MV-F-0042", "Page 2 of 2 MV-F-0042"] {
        assert!(text.contains(said), "{said:?} is not in: {text}");
    }
    assert_eq!(text.matches("CONFIDENTIAL: safeguarding").count(), 2);
    assert!(paper.fonts().iter().all(|(_, whole)| *whole));
    assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
}

#[test]
fn the_same_facts_give_the_same_bytes_and_another_number_does_not() {
    let first = blank_concern_form(&facts()).unwrap();

    assert!(first == blank_concern_form(&facts()).unwrap());
    assert!(
        first
            != blank_concern_form(&BlankFacts {
                form_number: "MV-F-0043",
                ..facts()
            })
            .unwrap()
    );
}

#[test]
fn whom_to_ring_is_left_out_where_there_is_nobody_to_ring() {
    let text = printed(
        "form-no-ring",
        &BlankFacts {
            ring: None,
            ..facts()
        },
    )
    .text();

    assert!(!text.contains("Ring first"), "{text}");
    assert!(text.contains("Ring 999 first."), "{text}");
}

#[test]
fn a_long_school_and_a_long_route_stay_on_the_page() {
    let school =
        "The Blessed Thomas O\u{2019}Rourke and Saint Frideswide Catholic Voluntary Academy, Rye";
    let route = "Concerns about the headteacher, read by the chair of governors, Tr\u{1EA7}n Th\u{1ECB} \u{110}\u{E0}o, \
                 and by nobody at the school, until the local authority\u{2019}s designated officer says otherwise";
    let paper = printed(
        "form-long",
        &BlankFacts {
            school,
            route,
            ..facts()
        },
    );

    paper.is_sound();
    paper.keeps_its_margins();
    assert_eq!(paper.pages(), 2);
    assert!(
        paper
            .text()
            .contains("Tr\u{1EA7}n Th\u{1ECB} \u{110}\u{E0}o")
    );
}

#[test]
fn a_form_without_a_number_is_refused() {
    assert_eq!(
        blank_concern_form(&BlankFacts {
            form_number: "",
            ..facts()
        }),
        Err(PapersError::Missing {
            field: "number of the form"
        })
    );
}
