//! A filled checklist, read back.

use papers::{Asked, ChecklistFacts, ChecklistPart};

use crate::chronology::printed;
use crate::reader::Paper;

fn asked(prompt: &str, answer: &[&str], spelt: bool) -> Asked {
    Asked {
        prompt: prompt.to_owned(),
        answer: answer.iter().map(|line| (*line).to_owned()).collect(),
        instead: "Not answered".to_owned(),
        from: match answer.is_empty() {
            true => String::new(),
            false => "From the concern".to_owned(),
        },
        spelt,
    }
}

fn facts(large: bool) -> ChecklistFacts {
    ChecklistFacts {
        printed: printed(),
        title: "CEOP report: have this ready".to_owned(),
        record_no: "MV-26-B7K-0143".to_owned(),
        warnings: vec!["Immediate danger: 999 first".to_owned()],
        about: vec!["Not sent yet.".to_owned()],
        sections: vec![
            ChecklistPart {
                title: "The suspect".to_owned(),
                items: vec![
                    asked("Name or names used", &["\u{201c}Kai\u{201d}"], false),
                    asked("User names", &["kai_drifts07", "k4i.Drifts_"], true),
                    asked("Age claimed", &[], false),
                ],
            },
            ChecklistPart {
                title: "What happened".to_owned(),
                items: vec![asked(
                    "In order",
                    &[&"She said he asked again. ".repeat(260)],
                    false,
                )],
            },
        ],
        large,
    }
}

#[test]
fn every_question_stands_before_its_answer_and_a_gap_says_so() {
    let bytes = papers::checklist(&facts(false)).unwrap().pdf().unwrap();
    let paper = Paper::keep("checklist", &bytes);
    let text = paper.text_as_written();

    paper.is_sound();
    paper.keeps_its_margins();
    let mut rest = text.as_str();
    for said in [
        "CEOP report: have this ready",
        "MV-26-B7K-0143",
        "999 first",
        "The suspect",
        "Name or names used",
        "Kai",
        "kai_drifts07",
        "k4i.Drifts_",
        "Age claimed",
        "Not answered",
        "What happened",
    ] {
        let (_, after) = rest
            .split_once(said)
            .unwrap_or_else(|| panic!("{said:?} is missing or too early: {text}"));
        rest = after;
    }
}

#[test]
fn for_the_telephone_it_is_larger_and_says_the_same() {
    let usual = Paper::keep(
        "checklist-usual",
        &papers::checklist(&facts(false)).unwrap().pdf().unwrap(),
    );
    let large = Paper::keep(
        "checklist-large",
        &papers::checklist(&facts(true)).unwrap().pdf().unwrap(),
    );

    large.is_sound();
    large.keeps_its_margins();
    assert!(large.pages() > usual.pages());
    assert!(large.text_as_written().contains("k4i.Drifts_"));
}
